import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { createAuthenticator, type Authenticator } from '../subgraphs/kit/auth';
import { createDoorbells, type Doorbells } from '../subgraphs/kit/doorbells';
import { SERVICE_LIFETIME_S, createServiceSigner, type ServiceSigner } from '../subgraphs/kit/service-token';
import { createApiKeys } from './api-keys';
import { createCallers, type Callers } from './callers';
import type { GatewayConfig } from './config';
import { createControl, type Control } from './control';
import { newTraceId } from './correlation';
import { EXECUTORS } from './execute/executors';
import { createForward, type Forward } from './forward';
import { cleaningOf, createGraphqlServer, type GraphqlServer } from './graphql';
import { createReadiness } from './health';
import { createHandler } from './http';
import type { Live } from './live/options';
import { createLive } from './live/server';
import { createOriginSigner, originOf } from './origin';
import { createPresence, type Presence } from './presence';
import { createMeter } from './rate';
import { isUpload, STREAM_TIMEOUT_MS } from './streams';
import { createSupergraph, type Supergraph } from './supergraph';

export interface Gateway {
  /** Where GraphQL is served over HTTP. */
  url: string;
  /** Where it is served over graphql-ws. */
  wsUrl: string;
  port: number;
  /** Says not ready, ends sockets with 1001, finishes what is in flight, and releases everything. */
  close(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
const BODY_TIMEOUT_MS = 30_000;
const CHECK_INTERVAL_MS = 1000;
const KEEP_ALIVE_MS = 65_000;
/** How long what is in flight may take once the gateway closes. */
const FINISH_MS = 7000;
const SWEEP_MS = 50;
const CONNECTION_INIT_MS = 10_000;
const PING_MS = 15_000;

interface Parts {
  config: GatewayConfig;
  forward: Forward;
  supergraph: Supergraph;
  graphql: GraphqlServer;
  callers: Callers;
  authenticator: Authenticator | null;
  signer: ServiceSigner | null;
  doorbells: Doorbells | null;
  presence: Presence | null;
  control: Control | null;
  live: Live | null;
}

/** Starts the gateway: GraphQL over HTTP and graphql-ws, the explorer, the schema and health on one port. */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  if (config.openGateway && config.production) throw new Error('OPEN_GATEWAY is refused in production.');
  if (!config.openGateway && !config.auth)
    throw new Error('A gateway that is not open needs to verify tokens.');
  const parts = createParts(config);
  try {
    await parts.graphql.start();
    return await listen(parts);
  } catch (error) {
    await parts.live?.close();
    await release(parts);
    throw error;
  }
}

function createParts(config: GatewayConfig): Parts {
  const { log, now } = config;
  const signer = config.internalKeyPem ? createServiceSigner('gateway', config.internalKeyPem, now) : null;
  const forward = createForward({
    subgraphUrls: config.subgraphUrls,
    timeoutMs: config.timeouts.subgraphMs,
    maxResponseBytes: config.limits.maxResponseBytes,
    ...config.fetches,
    signServiceToken: signer && reuseTokens(signer, now),
    signOrigin: signer && createOriginSigner(signer, now),
    log,
  });
  const doorbells = config.redisUrl ? createDoorbells(config.redisUrl, log) : null;
  const { control, authenticator } = createTrust(config, { forward, signer, doorbells });
  const apiKeys = authenticator && signer && createApiKeys({ authenticator, forward, now });
  const meter = createMeter({ doorbells, log, now });
  const callers = createCallers({ authenticator, apiKeys, meter, forward, log, now });
  const supergraph = createSupergraph(config.supergraphFile, forward, log);
  const graphql = createGraphqlServer({ config, supergraph, forward });
  const presence = doorbells && createPresence({ doorbells, log, now });
  const parts = {
    ...{ config, forward, supergraph, graphql, callers, authenticator, signer, doorbells, presence },
    control,
  };
  const live = authenticator && doorbells ? createLiveOf({ ...parts, live: null }, doorbells) : null;
  if (live) supergraph.onChange((loaded) => live.onSupergraph(loaded));
  if (live) control?.onChange((change) => live.onControl(change));
  return { ...parts, live };
}

/** What tells whose tokens count; nobody's do on an open gateway. */
function createTrust(
  { openGateway, auth, subgraphUrls, log, now }: GatewayConfig,
  { forward, signer, doorbells }: Pick<Parts, 'forward' | 'signer' | 'doorbells'>,
): Pick<Parts, 'control' | 'authenticator'> {
  if (openGateway || !auth) return { control: null, authenticator: null };
  const { issuer } = auth;
  const subgraphs = Object.keys(subgraphUrls);
  // Without a key of its own no subgraph tells the gateway anything; each still refuses what was revoked.
  const control = signer && createControl({ forward, subgraphs, doorbells, issuer, log, now });
  const isRevoked = control?.isRevoked;
  return { control, authenticator: createAuthenticator({ ...auth, isRevoked, log, now }) };
}

/** Signing costs a millisecond, so a token serves for half its life. */
function reuseTokens(signer: ServiceSigner, now: () => Date): () => string {
  let token = '';
  let signedAt = -Infinity;
  return () => {
    const age = now().getTime() - signedAt;
    if (age >= 0 && age < SERVICE_LIFETIME_S * 500) return token;
    signedAt = now().getTime();
    return (token = signer.sign());
  };
}

function createLiveOf(parts: Parts, doorbells: Doorbells): Live {
  const { config, forward, graphql, callers, presence, control, signer } = parts;
  return createLive({
    authenticate: async (header, origin) =>
      (await callers.authenticate(header, { allow: ['user'], origin }))!,
    charge: (principal) => callers.charge(principal),
    isRevoked: control?.isRevoked,
    touch: (header, principal, origin) => callers.touch(header, principal, newTraceId(), origin),
    originOf: (request) => originOf(request, config.trustedHops),
    senderOf: (caller) => forward.senderOf({ ...caller, deadline: Date.now() + config.timeouts.subgraphMs }),
    executor: EXECUTORS[config.executor],
    async internal(subgraph, path, body, ...[viewer, correlationId, origin]) {
      const reply = await forward.internal(subgraph, path, body, { viewer, correlationId, origin });
      if (reply.status >= 500) throw unavailable();
      return reply.body;
    },
    signAudience: signer ? (grant) => signer.signAudience(grant) : undefined,
    trusted: (request) => graphql.trusted(request),
    checkDocument: (document, variables) => graphql.check(document, variables as Record<string, unknown>),
    executeOperation: (request, { authorization, correlationId, origin }) => {
      const deadline = Date.now() + config.timeouts.requestMs;
      return graphql.execute(request, { authorization, correlationId, origin, deadline });
    },
    cleaning: cleaningOf(config),
    doorbells,
    presence: presence ?? undefined,
    corsOrigins: config.corsOrigins,
    limits: {
      ...config.live,
      connectionInitMs: CONNECTION_INIT_MS,
      pingMs: PING_MS,
      maxTokens: config.limits.maxTokens,
    },
    log: config.log,
    now: config.now,
  });
}

function unavailable(): GraphQLError {
  const message = 'A part of this answer cannot be had at the moment.';
  return new GraphQLError(message, { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
}

async function listen(parts: Parts): Promise<Gateway> {
  const { config, live, signer } = parts;
  let isClosing = false;
  const subgraphs = Object.keys(config.subgraphUrls);
  const readiness = createReadiness({ ...parts, subgraphs, isClosing: () => isClosing });
  const handler = createHandler({ ...parts, readiness, jwks: () => signer?.jwks() ?? { keys: [] } });
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: STREAM_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    handler,
  );
  boundBodies(server);
  live?.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  let closing: Promise<void> | undefined;
  const close = async () => {
    isClosing = true;
    await new Promise((resolve) => setTimeout(resolve, config.drainMs));
    await Promise.all([live?.close(), finish(server)]);
    await release(parts);
  };
  return {
    url: `http://${host}:${port}/graphql`,
    wsUrl: `ws://${host}:${port}/graphql`,
    port,
    close: () => (closing ??= close()),
  };
}

/** Only files may be on their way for as long as the server allows. */
function boundBodies(server: Server): void {
  server.prependListener('request', (req: IncomingMessage) => {
    const [path] = (req.url ?? '').split('?');
    if (req.complete || isUpload({ method: req.method ?? '', path: path! })) return;
    const timer = setTimeout(() => {
      if (!req.complete) req.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    }, BODY_TIMEOUT_MS);
    req.once('close', () => clearTimeout(timer));
  });
}

/** Takes no new connection and waits for the requests in flight, within bounds. */
async function finish(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // A connection whose request has ended is kept alive, and idle, again.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const end = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}

async function release({
  graphql,
  forward,
  doorbells,
  presence,
  control,
  authenticator,
}: Parts): Promise<void> {
  // A server that did not start has nothing to stop.
  await graphql.stop().catch(() => undefined);
  await control?.close();
  await forward.close();
  presence?.close();
  await doorbells?.close();
  authenticator?.close();
}
