import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createDataSource } from '../db/data-source';
import { SUBGRAPHS } from './index';
import { type Context, createContext, type Database, type InTransaction, type Settings } from './kit/context';
import { closeServer } from './kit/close-server';
import { createDoorbells } from './kit/doorbells';
import { addHealthRoutes } from './kit/health';
import { botIdOf } from './kit/ids';
import { startJobs } from './kit/jobs';
import { handlersOf } from './kit/reactions';
import { createServiceSigner } from './kit/service-token';
import { ensureSystemAdmin } from './kit/system-admin';
import { NOBODY, openTransaction, ringDoorbells, settingsOf } from './kit/transaction';
import { startWorkerLoop } from './kit/worker-loop';
import type { Logger } from './kit/logger';
import type { Engine, EngineAct, EngineOptions, SubgraphManifest } from './kit/subgraph';
import type { RunningServer } from './kit/server';

export interface WorkerOptions {
  host: string;
  /** 0 picks a free one. */
  port: number;
  databaseUrl: string;
  poolSize: number;
  redisUrl: string;
  gatewayUrl: string;
  workerId: string;
  settings: Settings;
  /** The RSA key, PEM, by which the worker signs the tokens it acts with. */
  internalKeyPem: string;
  retryBaseMs: number;
  /** The username of whoever is to be system administrator, if anybody is. */
  systemAdmin: string | null;
  log: Logger;
  now(): Date;
}

/** Starts a worker: relay, reactions, the subgraphs' engines, and a port for health and its public keys. */
export async function startWorker(options: WorkerOptions): Promise<RunningServer> {
  const manifests = Object.values(SUBGRAPHS);
  const dataSource = await createDataSource({
    url: options.databaseUrl,
    poolSize: options.poolSize,
    applicationName: 'tributary_worker',
  });
  const doorbells = createDoorbells(options.redisUrl, options.log);
  const db: Database = {
    name: 'tributary_worker',
    dataSource,
    doorbells,
    projections: {},
    settings: options.settings,
  };
  const stops: (() => Promise<void>)[] = [() => dataSource.destroy(), () => doorbells.close()];
  const close = async () => {
    for (const stop of stops.reverse()) await stop();
    stops.length = 0;
  };
  try {
    const signer = createServiceSigner('worker', options.internalKeyPem, options.now);
    for (const manifest of manifests.filter((one) => one.startEngine)) {
      const engine = await startEngine(manifest, { ...options, db, sign: (claims) => signer.sign(claims) });
      stops.push(() => engine.stop());
    }
    const loop = startWorkerLoop({ ...options, db, handlers: handlersOf(manifests) });
    stops.push(() => loop.stop());
    const jobs = startJobs(manifests, { ...options, db });
    stops.push(() => jobs.stop());
    const { directory } = options.settings;
    if (options.systemAdmin && directory) {
      const assignment = ensureSystemAdmin({ directory, username: options.systemAdmin, log: options.log });
      stops.push(() => assignment.stop());
    }
    const server = await listen(options, db, () => signer.jwks());
    stops.push(server.close);
    return { url: server.url, port: server.port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface EngineParts extends WorkerOptions {
  db: Database;
  sign: EngineOptions['signServiceToken'];
}

function startEngine(manifest: SubgraphManifest, parts: EngineParts): Promise<Engine> {
  const { databaseUrl, workerId, gatewayUrl, retryBaseMs, log, now } = parts;
  return manifest.startEngine!({
    databaseUrl,
    workerId,
    gatewayUrl,
    retryBaseMs,
    log,
    now: () => now(),
    signServiceToken: parts.sign,
    botUserId: botIdOf(parts.settings.issuer),
    run: (act, fn) => runAs(manifest, parts, act, fn),
  });
}

/** One transaction of the worker as a subgraph's role: effects and events are committed together, then it rings. */
async function runAs<R>(
  manifest: SubgraphManifest,
  { db, log, now }: EngineParts,
  act: EngineAct,
  fn: (ctx: InTransaction<Context>) => Promise<R>,
): Promise<R> {
  const role = `tributary_${manifest.name}`;
  const transaction = await openTransaction(db, NOBODY);
  const { tx } = transaction;
  try {
    tx.actAs(role, settingsOf(act.principal, act.correlationId));
    const own: Database = { ...db, name: role, projections: manifest.projections };
    const ctx = createContext({ ...act, db: own, tx, log, now: () => now() }, manifest.loaders);
    const result = await fn(ctx as InTransaction<Context>);
    await transaction.commit();
    ringDoorbells(db.doorbells, tx.recorded);
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

async function listen(options: WorkerOptions, db: Database, jwks: () => object): Promise<RunningServer> {
  let isClosing = false;
  const app = express();
  app.disable('x-powered-by');
  addHealthRoutes(app, db, () => isClosing);
  app.get('/internal/jwks', (_, res) => void res.json(jwks()));
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    isClosing = true;
    await closeServer(server);
  };
  return { url: `http://${options.host}:${port}`, port, close };
}
