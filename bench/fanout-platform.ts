import { join } from 'node:path';
import { ensureKeys } from '../dev/keys';
import { environmentOf, SERVICE_NAMES, type ServicePorts } from '../dev/platform';
import { freePorts } from '../dev/ports';
import { startRedis } from '../dev/redis';
import { SUBGRAPH_NAMES, type Environment } from '../subgraphs/kit/config';
import { startChild, type Child } from './child';
import { createBenchClient, type BenchClient } from './client';
import { startBenchPlatform, type BenchPlatform } from './platform';

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
  const redis = await startRedis();
  const [issuer, second, ...free] = await freePorts(SERVICE_NAMES.length + 2);
  const ports = Object.fromEntries(SERVICE_NAMES.map((name, i) => [name, free[i]!])) as ServicePorts;
  const platform = await startBenchPlatform(dataDir, startEnvironment(redis.url, ports, issuer!));
  const wiring = {
    ports,
    roleUrls: {},
    redisUrl: redis.url,
    issuer: { url: platform.issuer, jwksUrl: `${platform.issuer}/protocol/openid-connect/certs` },
    directory: { url: '', secret: '' },
    keys: await ensureKeys(dataDir),
    attachmentDir: dataDir,
    settings: { NODE_ENV: 'development', ...ROOM },
  };
  const env = { PATH: process.env.PATH, ...environmentOf('gateway', wiring), PORT: String(second) };
  const gateway = startChild(join(__dirname, '..', 'gateway', 'main.js'), { env, execArgv });
  await untilReady(`http://${HOST}:${second}/health/ready`);
  const client = createBenchClient(platform.graphql, CONNECTIONS);
  return {
    ...{ platform, client, gateway },
    gatewayUrl: `ws://${HOST}:${second}/graphql`,
    subgraphUrls: Object.fromEntries(
      SUBGRAPH_NAMES.map((name) => [name, `http://${HOST}:${ports[name]}/graphql`]),
    ),
    async stop() {
      await gateway.stop();
      await client.close();
      await platform.stop();
      await redis.stop();
    },
  };
}

/** Where everything is, chosen before, so that a second gateway finds it. */
function startEnvironment(redisUrl: string, ports: ServicePorts, issuer: number): Environment {
  const { gateway, worker, ...subgraphs } = ports;
  const ofSubgraphs = Object.entries(subgraphs).map(([name, port]) => [
    `SUBGRAPH_${name.toUpperCase()}_PORT`,
    String(port),
  ]);
  return {
    ...(Object.fromEntries(ofSubgraphs) as Environment),
    ...{
      PORT: String(gateway),
      WORKER_PORT: String(worker),
      ISSUER_PORT: String(issuer),
      REDIS_URL: redisUrl,
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
