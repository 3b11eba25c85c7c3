import { readFileSync } from 'node:fs';
import { ConfigError, readConfig, type Config, type Environment, type SubgraphName } from './kit/config';
import type { AttachmentSettings, Settings } from './kit/context';
import { createDirectoryClient, type DirectoryClient } from './kit/directory-client';
import { createDirectoryStorage } from './kit/file-storage';
import { createLogger } from './kit/logger';
import { startSubgraph, type RunningServer } from './kit/server';
import { createServiceSigner } from './kit/service-token';
import { SUBGRAPHS } from './index';
import { startWorker } from './worker';

/** Starts a subgraph with the settings of an environment, the process's own when none is given. */
export async function runSubgraph(
  name: SubgraphName,
  now: () => Date,
  environment?: Environment,
): Promise<RunningServer> {
  const config = readConfig([name], environment);
  const log = createLogger(name, config.LOG_LEVEL);
  const signer = name === 'identity' ? createServiceSigner('identity', readKey(config), now) : null;
  const server = await startSubgraph(SUBGRAPHS[name]!, {
    host: config.HOST,
    port: config[`SUBGRAPH_${upper(name)}_PORT`],
    databaseUrl: config[`DATABASE_URL_${upper(name)}`],
    poolSize: config.DATABASE_POOL_SIZE,
    redisUrl: config.REDIS_URL,
    auth: {
      issuer: config.OIDC_ISSUER,
      jwksUrl: config.OIDC_JWKS_URL,
      audience: config.OIDC_AUDIENCE,
      clients: config.OIDC_CLIENTS,
      internalJwksUrls: config.INTERNAL_JWKS_URLS,
    },
    countStatements: config.COUNT_STATEMENTS,
    settings: {
      ...settingsOf(config),
      attachments: name === 'chat' ? attachmentsOf(config) : null,
      apiKeys: signer && { secret: config.API_KEY_SECRET, sign: (holder) => signer.signKeyHolder(holder) },
    },
    ...(signer && { jwks: () => signer.jwks() }),
    log,
    now,
  });
  log.info({ url: server.url }, 'ready');
  return server;
}

/** Starts a worker with the settings of an environment, the process's own when none is given. */
export async function runWorker(now: () => Date, environment?: Environment): Promise<RunningServer> {
  const config = readConfig(['worker'], environment);
  const log = createLogger('worker', config.LOG_LEVEL);
  const server = await startWorker({
    host: config.HOST,
    port: config.WORKER_PORT,
    databaseUrl: config.DATABASE_URL_WORKER,
    poolSize: config.DATABASE_POOL_SIZE,
    redisUrl: config.REDIS_URL,
    gatewayUrl: config.GATEWAY_URL,
    workerId: config.WORKER_ID,
    settings: settingsOf(config),
    internalKeyPem: readKey(config),
    retryBaseMs: config.RETRY_BASE_MS,
    systemAdmin: readSystemAdmin(config),
    log,
    now,
  });
  log.info({ url: server.url }, 'ready');
  return server;
}

function settingsOf(config: Config): Settings {
  const directory = openDirectory(config);
  const folder = config.ATTACHMENT_DIR as string | undefined;
  return {
    issuer: config.OIDC_ISSUER,
    directory,
    directorySyncMs: config.DIRECTORY_SYNC_MS,
    files: folder ? createDirectoryStorage(folder) : null,
    attachmentSweepMs: config.ATTACHMENT_SWEEP_MS,
  };
}

function attachmentsOf(config: Config): AttachmentSettings {
  const { ATTACHMENT_SECRET: secret, PUBLIC_URL: publicUrl, MAX_ATTACHMENT_BYTES: maxBytes } = config;
  return { secret, publicUrl, maxBytes, idleMs: config.STREAM_IDLE_MS };
}

function readSystemAdmin(config: Config): string | null {
  const username = config.SYSTEM_ADMIN as string | undefined;
  if (username && !(config.DIRECTORY_URL as string | undefined)) {
    throw new ConfigError(['DIRECTORY_URL is missing: SYSTEM_ADMIN needs it']);
  }
  return username ?? null;
}

/** The directory is the issuer's own: its realm is the one that tokens name. */
function openDirectory(config: Config): DirectoryClient | null {
  const url = config.DIRECTORY_URL as string | undefined;
  if (!url) return null;
  const realm = /\/realms\/([^/]+)\/?$/.exec(config.OIDC_ISSUER)?.[1];
  const clientSecret = config.DIRECTORY_CLIENT_SECRET as string | undefined;
  if (!realm) throw new ConfigError(['OIDC_ISSUER must end in /realms/<name> where DIRECTORY_URL is set']);
  if (!clientSecret) throw new ConfigError(['DIRECTORY_CLIENT_SECRET is missing: DIRECTORY_URL needs it']);
  return createDirectoryClient({ url, realm, clientId: config.DIRECTORY_CLIENT_ID, clientSecret });
}

function upper(name: SubgraphName): Uppercase<SubgraphName> {
  return name.toUpperCase() as Uppercase<SubgraphName>;
}

function readKey(config: Config): string {
  try {
    return readFileSync(config.INTERNAL_KEY_FILE, 'utf8');
  } catch {
    throw new ConfigError([`INTERNAL_KEY_FILE cannot be read: ${config.INTERNAL_KEY_FILE}`]);
  }
}
