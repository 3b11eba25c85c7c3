import { readFileSync } from 'node:fs';
import type { AuthOptions } from '../subgraphs/kit/auth';
import { ConfigError, SUBGRAPH_NAMES } from '../subgraphs/kit/config';
import type { Logger } from '../subgraphs/kit/logger';
import type { EXECUTORS } from './execute/executors';
import type { ShareMode } from './execute/sharing';
import type { QueryLimits } from './limits';
import { parseManifest, type ManifestEntry } from './manifest';
import type { TrustMode } from './trusted';

export interface GatewayLimits extends QueryLimits {
  maxTokens: number;
  /** After decompression. */
  maxBodyBytes: number;
  /** Of a subgraph's answer. */
  maxResponseBytes: number;
}

/** What the live engine may use; `live/options.ts` explains them. */
export interface GatewayLiveConfig {
  maxSubscriptionsPerSocket: number;
  maxSubscriptionsPerUser: number;
  maxSubscriptions: number;
  maxSockets: number;
  maxFrameBytes: number;
  maxBufferedBytes: number;
  pollMs: number;
}

export interface GatewayConfig {
  host: string;
  /** 0 picks a free one. */
  port: number;
  production: boolean;
  /** Relative to the working directory, else to the root of the package. */
  supergraphFile: string;
  /** The GraphQL URL of each subgraph; a subgraph without one is reached at the URL in the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** How tokens are verified; null admits everybody, which `openGateway` alone allows. */
  auth: Omit<AuthOptions, 'log' | 'now'> | null;
  /** The RSA key by which the gateway signs internal tokens; null: live updates of its own subgraphs are refused. */
  internalKeyPem: string | null;
  /** Null: no doorbells, so no live updates. */
  redisUrl: string | null;
  limits: GatewayLimits;
  live: GatewayLiveConfig;
  /** How subgraphs are asked. */
  fetches: { connections: number; maxWaiting: number; share: ShareMode };
  /** Whether answers tell which statements subgraphs sent for them; refused in production. */
  countStatements: boolean;
  /** Browser origins that may call and open sockets. */
  corsOrigins: readonly string[];
  introspection: 'authenticated' | 'off';
  /** Which documents are executed, and those that are trusted. */
  trustedDocuments: { mode: TrustMode; manifest: readonly ManifestEntry[] };
  /** What executes plans. */
  executor: keyof typeof EXECUTORS;
  /** No authentication and no limits, for foreign supergraphs in development; refused in production. */
  openGateway: boolean;
  /** How many proxies before the gateway are believed about where a client is. */
  trustedHops: number;
  /** How long one call to a subgraph, and a whole request, may take. */
  timeouts: { subgraphMs: number; requestMs: number };
  /** How long a file that is fetched may stand still. */
  streamIdleMs: number;
  /** How long readiness says no before the port closes, so that load balancers look elsewhere. */
  drainMs: number;
  log: Logger;
  now(): Date;
}

type Settings = Readonly<Record<string, unknown>>;

/** The gateway's configuration from what `readConfig(['gateway'])` answers. Reads the key file. */
export function toGatewayConfig(settings: Settings, log: Logger): GatewayConfig {
  const production = settings.NODE_ENV === 'production';
  return {
    host: settings.HOST as string,
    port: settings.PORT as number,
    production,
    supergraphFile: settings.SUPERGRAPH_FILE as string,
    subgraphUrls: subgraphUrls(settings),
    auth: authOptions(settings),
    internalKeyPem: readKey(settings.INTERNAL_KEY_FILE as string | undefined),
    redisUrl: (settings.REDIS_URL as string | undefined) ?? null,
    limits: limits(settings),
    live: liveConfig(settings),
    fetches: {
      connections: settings.SUBGRAPH_CONNECTIONS as number,
      maxWaiting: settings.SUBGRAPH_QUEUE as number,
      share: settings.SHARE_FETCHES as ShareMode,
    },
    countStatements: settings.COUNT_STATEMENTS as boolean,
    corsOrigins: settings.CORS_ORIGINS as string[],
    introspection: settings.INTROSPECTION as 'authenticated' | 'off',
    trustedDocuments: trustedDocuments(settings),
    executor: settings.EXECUTOR as GatewayConfig['executor'],
    openGateway: settings.OPEN_GATEWAY as boolean,
    trustedHops: settings.TRUSTED_PROXY_HOPS as number,
    timeouts: {
      subgraphMs: settings.SUBGRAPH_TIMEOUT_MS as number,
      requestMs: settings.REQUEST_TIMEOUT_MS as number,
    },
    streamIdleMs: settings.STREAM_IDLE_MS as number,
    drainMs: production ? 1000 : 0,
    log,
    now: () => new Date(),
  };
}

function subgraphUrls(settings: Settings): Record<string, string> {
  // An open gateway serves supergraphs that are not ours: the addresses in them count unless one is set.
  const urls = SUBGRAPH_NAMES.map((name) => [name, settings[`SUBGRAPH_${name.toUpperCase()}_URL`]]);
  return settings.OPEN_GATEWAY ? {} : (Object.fromEntries(urls) as Record<string, string>);
}

function authOptions(settings: Settings): GatewayConfig['auth'] {
  if (settings.OPEN_GATEWAY) return null;
  return {
    issuer: settings.OIDC_ISSUER as string,
    jwksUrl: settings.OIDC_JWKS_URL as string,
    audience: settings.OIDC_AUDIENCE as string,
    clients: settings.OIDC_CLIENTS as string[],
    internalJwksUrls: settings.INTERNAL_JWKS_URLS as Record<string, string>,
  };
}

function readKey(file: string | undefined): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError([`INTERNAL_KEY_FILE is wrong: ${file} cannot be read`]);
  }
}

function trustedDocuments(settings: Settings): GatewayConfig['trustedDocuments'] {
  const mode = settings.TRUSTED_DOCUMENTS as TrustMode;
  const file = settings.TRUSTED_DOCUMENTS_FILE as string | undefined;
  if (file === undefined && (mode === 'log' || mode === 'enforce'))
    throw new ConfigError([`TRUSTED_DOCUMENTS_FILE is missing: TRUSTED_DOCUMENTS is ${mode}`]);
  return { mode, manifest: file === undefined || mode === 'off' ? [] : readManifest(file) };
}

function readManifest(file: string): ManifestEntry[] {
  try {
    return parseManifest(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError([`TRUSTED_DOCUMENTS_FILE is wrong: ${file}: ${(error as Error).message}`]);
  }
}

function limits(settings: Settings): GatewayLimits {
  return {
    maxTokens: settings.MAX_TOKENS as number,
    maxDepth: settings.MAX_DEPTH as number,
    maxAliases: settings.MAX_ALIASES as number,
    maxDirectives: settings.MAX_DIRECTIVES as number,
    maxRootFields: settings.MAX_ROOT_FIELDS as number,
    maxCost: settings.MAX_COST as number,
    maxBodyBytes: settings.MAX_BODY_BYTES as number,
    maxResponseBytes: settings.MAX_RESPONSE_BYTES as number,
  };
}

function liveConfig(settings: Settings): GatewayLiveConfig {
  return {
    maxSubscriptionsPerSocket: settings.MAX_SUBSCRIPTIONS_PER_SOCKET as number,
    maxSubscriptionsPerUser: settings.MAX_SUBSCRIPTIONS_PER_USER as number,
    maxSubscriptions: settings.MAX_SUBSCRIPTIONS as number,
    maxSockets: settings.MAX_SOCKETS as number,
    maxFrameBytes: settings.MAX_FRAME_BYTES as number,
    maxBufferedBytes: settings.MAX_BUFFERED_BYTES as number,
    pollMs: settings.LIVE_POLL_MS as number,
  };
}
