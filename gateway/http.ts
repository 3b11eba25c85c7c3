import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Callers } from './callers';
import type { GatewayConfig } from './config';
import { correlationIdOf } from './correlation';
import { addExplorer } from './explorer';
import type { Forward } from './forward';
import { GRAPHQL_METRICS, type GraphqlServer } from './graphql';
import type { Readiness } from './health';
import { createGraphqlHttp, type ServeGraphql } from './http-graphql';
import { COUNTERS, GAUGES } from './live/metrics';
import type { Live } from './live/options';
import { renderMetrics } from './metrics';
import { refuseBody, sendError, type BodyError } from './replies';
import { addHttpRoutes } from './routes';
import { addStreamRoutes } from './streams';
import type { Supergraph } from './supergraph';

export interface HttpParts {
  config: GatewayConfig;
  callers: Callers;
  forward: Forward;
  graphql: GraphqlServer;
  supergraph: Supergraph;
  /** Null: subscriptions are refused. */
  live: Pick<Live, 'serve' | 'metrics'> | null;
  readiness: () => Promise<Readiness>;
  /** The gateway's public keys. */
  jwks: () => object;
}

type Reply = Response<unknown, { correlationId: string }>;

const ALLOWED_HEADERS =
  'authorization, content-type, traceparent, apollo-require-preflight, x-apollo-operation-name, last-event-id';
const EXPOSED_HEADERS =
  'x-correlation-id, etag, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

/** Everything that the port answers over HTTP. */
export function createHandler(parts: HttpParts): RequestListener {
  const serveGraphql = createGraphqlHttp(parts);
  const app = createApp(parts, serveGraphql);
  return (req, res) => {
    // What is asked most goes past what it does not need.
    if (req.method !== 'POST' || req.url !== '/graphql') {
      app(req, res);
      return;
    }
    correlate(req, res);
    allowOrigin(parts.config.corsOrigins, req, res);
    serveGraphql(req, res);
  };
}

function createApp(parts: HttpParts, serveGraphql: ServeGraphql): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use((req, res: Reply, next) => {
    res.locals.correlationId = correlate(req, res);
    allowOrigin(parts.config.corsOrigins, req, res);
    if (req.method === 'OPTIONS') res.status(204).end();
    else next();
  });
  addPublicRoutes(app, parts);
  // An explorer writes documents of its own.
  if (parts.config.trustedDocuments.mode !== 'enforce')
    addExplorer(app, parts.supergraph, !parts.config.openGateway);
  addGraphql(app, serveGraphql);
  addHttpRoutes(app, parts);
  addStreamRoutes(app, parts);
  app.use((_: Request, res: Reply) => {
    sendError(res, res.locals.correlationId, 404, { message: 'There is nothing here.', code: 'NOT_FOUND' });
  });
  app.use((error: BodyError, _: Request, res: Reply, next: NextFunction) => {
    if (res.headersSent) next(error);
    else answerFault(parts.config, error, res);
  });
  return app;
}

function correlate(req: IncomingMessage, res: ServerResponse): string {
  const correlationId = correlationIdOf([req.headers.traceparent].flat()[0]);
  res.setHeader('x-correlation-id', correlationId);
  res.setHeader('x-content-type-options', 'nosniff');
  return correlationId;
}

function allowOrigin(origins: readonly string[], req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('vary', 'origin');
  const { origin } = req.headers;
  if (origin === undefined || !origins.includes(origin)) return;
  res.setHeader('access-control-allow-origin', origin);
  res.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
  res.setHeader('access-control-allow-methods', 'GET, POST, PUT');
  res.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
  res.setHeader('access-control-max-age', '600');
}

function answerFault(config: GatewayConfig, error: BodyError, res: Reply): void {
  const { correlationId } = res.locals;
  if (refuseBody(res, correlationId, error, config.limits.maxBodyBytes)) return;
  config.log.error({ err: error, correlationId }, 'request failed');
  const message = 'Something went wrong on our side.';
  sendError(res, correlationId, 500, { message, code: 'INTERNAL_SERVER_ERROR' });
}

function addPublicRoutes(app: Express, parts: HttpParts): void {
  const { config, supergraph, readiness, jwks } = parts;
  app.get('/', (req, res) => {
    if (req.accepts(['json', 'html']) === 'html') res.redirect('/graphiql');
    else
      res.json({ name: 'Tributary', graphql: '/graphql', explorer: '/graphiql', schema: '/schema.graphql' });
  });
  app.get('/health/live', (_, res) => {
    res.json({ status: 'live' });
  });
  app.get('/health/ready', async (_, res) => {
    const answer = await readiness();
    const isReady = answer.status === 'ready' || answer.status === 'degraded';
    res
      .status(isReady ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(answer);
  });
  app.get('/metrics', (_, res) => {
    res
      .set('cache-control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(metricsOf(parts));
  });
  app.get('/internal/jwks', (_, res) => {
    res.json(jwks());
  });
  app.get('/schema.graphql', (req, res: Reply, next) => {
    const loaded = supergraph.current();
    if (!loaded || config.introspection === 'off') {
      next();
      return;
    }
    res.set({ etag: loaded.etag, 'cache-control': 'no-cache' });
    if (req.get('if-none-match')?.includes(loaded.etag)) res.status(304).end();
    else res.type('text/plain; charset=utf-8').send(loaded.apiSdl);
  });
}

const LIVE_METRICS = { gauges: GAUGES, counters: COUNTERS };

function metricsOf({ graphql, live }: HttpParts): string {
  const ofGraphql = renderMetrics('graphql', GRAPHQL_METRICS, graphql.metrics());
  return ofGraphql + (live ? renderMetrics('live', LIVE_METRICS, live.metrics()) : '');
}

function addGraphql(app: Express, serveGraphql: ServeGraphql): void {
  app.all('/graphql', (req, res: Reply) => {
    const { correlationId } = res.locals;
    if (req.method !== 'GET' && req.method !== 'POST') {
      res.set({ 'cache-control': 'no-store', allow: 'GET, POST' });
      const message = 'GraphQL is served to GET and POST.';
      sendError(res, correlationId, 405, { message, code: 'BAD_USER_INPUT' });
      return;
    }
    const isVisit =
      req.method === 'GET' && req.query.query === undefined && req.accepts(['json', 'html']) === 'html';
    if (isVisit) res.set('cache-control', 'no-store').redirect('/graphiql');
    else serveGraphql(req, res);
  });
}
