import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processEnvironment, type Config, type Environment } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import type { Issuer } from './issuer';
import { ensureKeys } from './keys';
import { takeLock } from './lock';
import { endOrphan, forgetChild, rememberChild } from './orphans';
import type { ServicePorts, Services } from './platform';
import { choosePorts } from './ports';
import { ensureRoles, startPostgres, type DatabaseUrls, type Postgres } from './postgres';
import type { RedisServer } from './redis';
import { removeRunning, writeRunning, type RunningPlatform } from './running';
import type { Scope } from './scope';
import { fetchToken } from './token-client';

/** The platform as it runs. */
export interface Launched extends RunningPlatform {
  engines: string[];
  /** Where the database's files are. */
  databaseDirectory: string;
}

export interface LaunchOptions {
  config: Config;
  /** The data directory, absolute. */
  dataDir: string;
  scope: Scope;
  /** Called when a part of the infrastructure ends unasked. */
  onFailure(message: string): void;
}

interface Infrastructure {
  postgres: Postgres;
  urls: DatabaseUrls & { isNew: boolean };
  redis: RedisServer;
  issuer: Issuer;
}

const HOST = '127.0.0.1';
/** How long each part may take to stop; together less than five seconds. */
const STOP_MS = { services: 2_200, issuer: 300, redis: 600, postgres: 1_600 };

/** Starts everything and seeds the demo data. What was started is deferred to the scope, also when it fails midway. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { config, dataDir, scope } = options;
  const lock = await takeLock(dataDir);
  scope.defer('lock', 100, () => lock.release());
  removeRunning(dataDir);
  endOrphan(dataDir);
  const { ISSUER_PORT: issuerPort, ...ports } = await choosePortsOf(config);
  const keys = ensureKeys(dataDir);
  const secret = randomBytes(24).toString('base64url');
  const infrastructure = startInfrastructure(options, { port: issuerPort, gatewayPort: ports.PORT, secret });
  // Loading takes a second of this process's time, in which initdb or the server start in theirs.
  const loaded = import('./platform.js');
  const [{ postgres, urls, redis, issuer }, { startServices }, keyFiles] = await allOf([
    infrastructure,
    loaded,
    keys,
  ] as const);
  scope.check();
  const services = await startServices({
    ports: servicePorts(ports),
    roleUrls: urls.roleUrls,
    redisUrl: redis.url,
    issuer,
    directory: { url: issuer.baseUrl, secret },
    keys: keyFiles,
    attachmentDir: join(dataDir, 'attachments'),
    settings: settingsOf(config),
  });
  scope.defer('services', STOP_MS.services, () => services.close());
  scope.check();
  await seedOnce(join(dataDir, 'seeded'), urls.isNew, { services, issuer });
  const platform = describe(services, issuer);
  writeRunning(dataDir, platform);
  scope.defer('running.json', 100, async () => removeRunning(dataDir));
  lock.describe(`${platform.graphql}, process ${process.pid}`);
  const engines = [postgres.version, redis.engine, 'Keycloak-shaped issuer'];
  return { ...platform, engines, databaseDirectory: postgres.directory };
}

function choosePortsOf(config: Config) {
  return choosePorts({
    PORT: config.PORT,
    SUBGRAPH_IDENTITY_PORT: config.SUBGRAPH_IDENTITY_PORT,
    SUBGRAPH_WORKSPACE_PORT: config.SUBGRAPH_WORKSPACE_PORT,
    SUBGRAPH_CHAT_PORT: config.SUBGRAPH_CHAT_PORT,
    SUBGRAPH_TASK_PORT: config.SUBGRAPH_TASK_PORT,
    SUBGRAPH_WORKFLOW_PORT: config.SUBGRAPH_WORKFLOW_PORT,
    ISSUER_PORT: config.ISSUER_PORT,
    WORKER_PORT: config.WORKER_PORT,
  });
}

type ChosenPorts = Omit<Awaited<ReturnType<typeof choosePortsOf>>, 'ISSUER_PORT'>;

function servicePorts(ports: ChosenPorts): ServicePorts {
  return {
    identity: ports.SUBGRAPH_IDENTITY_PORT,
    workspace: ports.SUBGRAPH_WORKSPACE_PORT,
    chat: ports.SUBGRAPH_CHAT_PORT,
    task: ports.SUBGRAPH_TASK_PORT,
    workflow: ports.SUBGRAPH_WORKFLOW_PORT,
    worker: ports.WORKER_PORT,
    gateway: ports.PORT,
  };
}

/** Limits and the like may be set for `npm start` too; what the platform decides itself stands above them. */
function settingsOf({ NODE_ENV, LOG_LEVEL }: Config): Environment {
  return { ...processEnvironment(), NODE_ENV, LOG_LEVEL };
}

/** Where the issuer listens, whom it tells of sessions that end, and by what secret the platform administers it. */
interface IssuerWiring {
  port: number;
  gatewayPort: number;
  secret: string;
}

async function startInfrastructure(options: LaunchOptions, wiring: IssuerWiring): Promise<Infrastructure> {
  const [database, redis, issuer] = await allOf([
    openDatabase(options),
    openRedis(options),
    openIssuer(options, wiring),
  ] as const);
  return { ...database, redis, issuer };
}

async function openDatabase({ config, dataDir, scope, onFailure }: LaunchOptions) {
  const log = createLogger('postgres', config.LOG_LEVEL);
  const onEnd = (words: string) => onFailure(`PostgreSQL ended: ${words}`);
  const postgres = await startPostgres({ dataDir, takeOver: true, log, onEnd });
  const kill = () => killChild(postgres.pid, 'SIGQUIT');
  process.on('exit', kill);
  scope.defer('PostgreSQL', STOP_MS.postgres, () => postgres.stop());
  const [urls, { migrate }] = await Promise.all([ensureRoles(postgres), import('../db/migrate.js')]);
  scope.check();
  await migrate({ ...urls, log: createLogger('migrate', config.LOG_LEVEL) });
  return { postgres, urls };
}

async function openRedis({ config, dataDir, scope, onFailure }: LaunchOptions): Promise<RedisServer> {
  const { startRedis } = await import('./redis.js');
  const url = config.REDIS_URL as string | undefined;
  const redis = await startRedis({ url, onEnd: (words) => onFailure(`Redis ended: ${words}`) });
  process.on('exit', () => killChild(redis.pid, 'SIGKILL'));
  if (redis.pid !== null) rememberChild(dataDir, redis.pid, new URL(redis.url).host);
  scope.defer('Redis', STOP_MS.redis, async () => {
    await redis.stop();
    forgetChild(dataDir);
  });
  return redis;
}

async function openIssuer(
  { config, dataDir, scope }: LaunchOptions,
  { port, gatewayPort, secret }: IssuerWiring,
): Promise<Issuer> {
  const { startIssuer } = await import('./issuer.js');
  const issuer = await startIssuer({
    port,
    host: HOST,
    realmFile: join(__dirname, 'realm.json'),
    keyFile: join(dataDir, 'issuer-keys.json'),
    directoryFile: join(dataDir, 'issuer-directory.json'),
    variables: {
      TRIBUTARY_ADMIN_SECRET: secret,
      TRIBUTARY_BACKCHANNEL_URL: `http://${HOST}:${gatewayPort}/backchannel-logout`,
    },
    log: createLogger('issuer', config.LOG_LEVEL),
  });
  scope.defer('issuer', STOP_MS.issuer, () => issuer.close());
  return issuer;
}

function killChild(pid: number | null, signal: NodeJS.Signals): void {
  if (pid === null) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

/** Demo data is made in a new database, and not again once it is complete; the mark says that it is. */
async function seedOnce(
  mark: string,
  isNew: boolean,
  { services, issuer }: { services: Services; issuer: Issuer },
): Promise<void> {
  if (isNew) rmSync(mark, { force: true });
  if (existsSync(mark)) return;
  const { seedDemo } = await import('./seed.js');
  await seedDemo({ url: services.url, tokenOf: (name) => fetchToken(issuer.tokenUrl, name, name) });
  writeFileSync(mark, '');
}

function describe(services: Services, issuer: Issuer): RunningPlatform {
  const { origin } = new URL(services.url);
  return {
    pid: process.pid,
    graphql: services.url,
    explorer: `${origin}/graphiql`,
    schema: `${origin}/schema.graphql`,
    issuer: issuer.url,
    tokenUrl: issuer.tokenUrl,
  };
}

/** Waits for all of them also when one fails, so that whatever was started is known when it is to be stopped. */
async function allOf<T extends readonly Promise<unknown>[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
