import { join } from 'node:path';
import { freePorts } from '../dev/ports';
import { startChild, type Child } from './child';
import { createBenchClient, type BenchClient } from './client';
import type { BenchPlatform } from './platform';
import { startWiredPlatform } from './wired-platform';

/** A platform with one gateway more, in a process of its own: nothing but the fan-out happens there. */
export interface FanoutPlatform {
  platform: BenchPlatform;
  client: BenchClient;
  gateway: Child;
  gatewayUrl: string;
  subgraphUrls: Record<string, string>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const CONNECTIONS = 5;
const READY_MS = 30_000;
/** More than any number of sockets here. */
const ROOM = { MAX_SOCKETS: '50000', MAX_SUBSCRIPTIONS_PER_USER: '50000', LOG_LEVEL: 'warn' };

/** Starts it on `dataDir`. */
export async function startFanoutPlatform(dataDir: string, execArgv: string[]): Promise<FanoutPlatform> {
  const wired = await startWiredPlatform(dataDir, { NODE_ENV: 'development', ...ROOM });
  const { platform, subgraphUrls } = wired;
  const [port] = await freePorts(1);
  const env = { PATH: process.env.PATH, ...wired.gatewayEnvironment, PORT: String(port) };
  const gateway = startChild(join(__dirname, '..', 'gateway', 'main.js'), { env, execArgv });
  await untilReady(`http://${HOST}:${port}/health/ready`);
  const client = createBenchClient(platform.graphql, CONNECTIONS);
  return {
    ...{ platform, client, gateway, subgraphUrls },
    gatewayUrl: `ws://${HOST}:${port}/graphql`,
    async stop() {
      await gateway.stop();
      await client.close();
      await wired.stop();
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (
    !(await fetch(url).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) throw new Error(`${url} is not ready`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
