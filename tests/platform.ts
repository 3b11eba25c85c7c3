import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIssuer, type Issuer } from '../dev/issuer';
import type { TokenOverrides } from '../dev/issuer-tokens';
import { SERVICE_NAMES, startService, type Running, type ServiceName, type Wiring } from '../dev/platform';
import type { Postgres } from '../dev/postgres';
import { startRedis, type RedisServer } from '../dev/redis';
import type { SubgraphName } from '../subgraphs/kit/config';
import { startCluster } from './cluster';
import { createDatabase, databaseAt, handedOver, type TestDatabase } from './database';
import { EXECUTOR } from './executor';
import { postGraphQL, type Answer } from './http';
import { spawnService, type ServiceProcess } from './processes';
import { testPorts } from './ports';
import { createSeed, type Seed } from './seed';
import { openSocket, type Subscribed, type TestSocket } from './socket';

export interface PlatformOptions {
  /** Services that are not started; `platform.start` starts them later. */
  without?: readonly ServiceName[];
  /** Environment variables that differ, such as `MAX_DEPTH`. */
  variables?: Readonly<Record<string, string>>;
  /** A PostgreSQL of its own, for tests that stop it. */
  ownPostgres?: boolean;
  /** Who signs people in instead of the platform's own issuer, whose tokens are worth nothing then. */
  provider?: Pick<Wiring, 'issuer' | 'directory'>;
}

/** A whole platform of one test file: a database, a Redis and an issuer of its own, and all services in this process. */
export interface Platform {
  url: string;
  wsUrl: string;
  subgraphUrl(name: SubgraphName): string;
  issuer: Issuer;
  issuerUrl: string;
  /** The environment of the services, for processes that a test starts itself. */
  wiring: Wiring;
  database: TestDatabase;
  redis: Pick<RedisServer, 'url' | 'engine' | 'stop'> & { start(): Promise<void> };
  /** Given to tests that asked for their own; the others share one. */
  postgres: Postgres | null;
  /** A token of one of the realm's people, or of a person of any other name, who is always the same one. */
  token(username: string, overrides?: TokenOverrides): string;
  /** Sends an operation through the gateway. */
  query<D = Record<string, never>>(
    token: string | null,
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<D>>;
  /** Opens a socket for one subscription. Pass `after` in the variables where nothing may be missed. */
  subscribe<D = Record<string, never>>(
    token: string | null,
    document: string,
    variables?: Record<string, unknown>,
  ): Subscribed<D>;
  /** Opens a socket for several subscriptions. */
  socket(token: string | null, origin?: string): TestSocket;
  /** Makes data of a test's own. */
  seed: Seed;
  /** Runs SQL as the migrator, who sees every row. */
  sql<R extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
  clock: { advance(ms: number): void; now(): Date };
  /** Stops one service; what it does then is the same as on SIGTERM. */
  stop(name: ServiceName): Promise<void>;
  /** Starts a stopped one again, on its port. */
  start(name: ServiceName): Promise<void>;
  /** Runs a service from `dist/` as a process that the test may kill; stop the one in this process first. */
  spawn(name: ServiceName, variables?: Record<string, string>): Promise<ServiceProcess>;
  close(): Promise<void>;
}

/** Small pools, so that two test files at a time stay within the server's connections; short waits. */
const SETTINGS = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  DATABASE_POOL_SIZE: '4',
  RETRY_BASE_MS: '50',
  LIVE_POLL_MS: '250',
  APOLLO_TELEMETRY_DISABLED: 'true',
};
const REALM = join(__dirname, '..', 'dev', 'realm.json');
const REALM_PEOPLE = ['alice', 'bob', 'carol', 'mallory', 'root'];
/** By which the platforms of tests administer their issuers. */
export const ADMIN_SECRET = 'of-the-tests';

/** Starts a platform of its own; close it behind the tests. A start that fails leaves nothing running. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await assemble(options, undo, close);
  } catch (error) {
    await close();
    throw error;
  }
}

type Undo = (() => Promise<unknown>)[];

async function assemble(options: PlatformOptions, undo: Undo, close: () => Promise<void>): Promise<Platform> {
  const clock = createClock();
  const { database, postgres } = await openDatabase(options.ownPostgres ?? false);
  undo.push(() => database.drop());
  const redis = await startRedis({ prefer: process.env.TEST_REDIS === 'server' ? 'server' : 'embedded' });
  undo.push(() => redis.stop());
  const attachmentDir = await mkdtemp(join(tmpdir(), 'tributary-files-'));
  undo.push(() => rm(attachmentDir, { recursive: true, force: true }));
  const free = await testPorts(SERVICE_NAMES.length);
  const ports = Object.fromEntries(SERVICE_NAMES.map((name, i) => [name, free[i]!])) as Wiring['ports'];
  const issuer = await openIssuer(clock, ports.gateway);
  undo.push(() => issuer.close());
  const wiring: Wiring = {
    ports,
    roleUrls: database.roleUrls,
    redisUrl: redis.url,
    ...(options.provider ?? { issuer, directory: { url: issuer.baseUrl, secret: ADMIN_SECRET } }),
    keys: handedOver().keys,
    attachmentDir,
    settings: { ...SETTINGS, ...EXECUTOR, DATABASE_URL_MIGRATOR: database.migratorUrl, ...options.variables },
  };
  const services = manageServices(wiring, clock);
  undo.push(() => services.stopAll());
  await services.startAll(SERVICE_NAMES.filter((name) => !options.without?.includes(name)));
  const sockets: TestSocket[] = [];
  undo.push(() => Promise.all(sockets.map((socket) => socket.close())));
  const http = (name: ServiceName) => `http://127.0.0.1:${ports[name]}/graphql`;
  const wsUrl = http('gateway').replace('http', 'ws');
  const socket = (token: string | null, origin?: string) => {
    const opened = openSocket(wsUrl, token, origin);
    sockets.push(opened);
    return opened;
  };
  const gate: Pick<Platform, 'token' | 'query'> = {
    token: (username, overrides) => {
      registerPerson(issuer, username);
      return issuer.issueToken(username, overrides);
    },
    query: (token, document, variables, headers) =>
      postGraphQL(http('gateway'), { token, document, variables, headers }),
  };
  return {
    ...gate,
    url: http('gateway'),
    wsUrl,
    subgraphUrl: http,
    issuer,
    issuerUrl: issuer.url,
    wiring,
    database,
    redis: { url: redis.url, engine: redis.engine, stop: () => redis.stop(), start: () => redis.restart() },
    postgres,
    subscribe: (token, document, variables) => socket(token).subscribe(document, variables),
    socket,
    seed: createSeed(gate),
    sql: (text, values) => database.sql(text, values),
    clock,
    stop: (name) => services.stop(name),
    start: (name) => services.start(name),
    spawn: (name, variables) => services.spawn(name, variables),
    close,
  };
}

async function openDatabase(isOwn: boolean): Promise<{ database: TestDatabase; postgres: Postgres | null }> {
  if (!isOwn) return { database: await createDatabase(), postgres: null };
  const cluster = await startCluster({ durable: true });
  return { database: databaseAt({ ...cluster, drop: () => cluster.destroy() }), postgres: cluster.postgres };
}

/** An issuer that tells this gateway of sessions that end, and lets the platform administer it. */
function openIssuer(clock: Platform['clock'], gatewayPort: number): Promise<Issuer> {
  return startIssuer({
    ...{ port: 0, host: '127.0.0.1', realmFile: REALM, now: () => clock.now() },
    variables: {
      TRIBUTARY_ADMIN_SECRET: ADMIN_SECRET,
      TRIBUTARY_BACKCHANNEL_URL: `http://127.0.0.1:${gatewayPort}/backchannel-logout`,
    },
  });
}

function createClock(): Platform['clock'] {
  let offset = 0;
  return {
    advance(ms) {
      offset += ms;
    },
    now: () => new Date(Date.now() + offset),
  };
}

/** People beyond the realm's join it when first named: subject, names and address follow from the username. */
function registerPerson(issuer: Issuer, username: string): void {
  if (REALM_PEOPLE.includes(username)) return;
  const hex = createHash('sha256').update(username).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  issuer.ensureUser({ id, username, email: `${username}@example.com`, firstName: username });
}

function manageServices(wiring: Wiring, clock: Platform['clock']) {
  const running = new Map<ServiceName, Running>();
  const spawned: ServiceProcess[] = [];
  const start = async (name: ServiceName) => {
    if (running.has(name)) throw new Error(`${name} runs already`);
    running.set(name, await startService(name, wiring, () => clock.now()));
  };
  const stop = async (name: ServiceName) => {
    const service = running.get(name);
    running.delete(name);
    await service?.close();
  };
  return {
    start,
    stop,
    async startAll(names: readonly ServiceName[]) {
      const results = await Promise.allSettled(names.map(start));
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },
    async stopAll() {
      await Promise.all(spawned.map((child) => child.kill('SIGKILL')));
      for (const name of [...SERVICE_NAMES].reverse()) await stop(name);
    },
    async spawn(name: ServiceName, variables?: Record<string, string>) {
      const child = await spawnService(name, wiring, variables);
      spawned.push(child);
      return child;
    },
  };
}
