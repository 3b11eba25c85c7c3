import type { HTTPGraphQLRequest } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { AppError, type ErrorCode } from '../subgraphs/kit/errors';
import type { Callers, KnownCaller } from './callers';
import type { GatewayConfig } from './config';
import { correlationIdOf } from './correlation';
import { addExplorer } from './explorer';
import type { Forward, RequestHead } from './forward';
import { GRAPHQL_METRICS, type GraphqlServer } from './graphql';
import type { Live } from './live/options';
import { originOf } from './origin';
import type { Readiness } from './health';
import { COUNTERS, GAUGES } from './live/metrics';
import { renderMetrics } from './metrics';
import type { Rate } from './rate';
import { addHttpRoutes } from './routes';
import { answerByStream, sendAsEvent, wantsEvent } from './streaming';
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

interface Locals {
  correlationId: string;
  /** Null until the caller is known. */
  head: RequestHead | null;
  /** Null on an open gateway. */
  caller: KnownCaller | null;
}

type Reply = Response<unknown, Locals>;

const ALLOWED_HEADERS =
  'authorization, content-type, traceparent, apollo-require-preflight, x-apollo-operation-name, last-event-id';
const EXPOSED_HEADERS =
  'x-correlation-id, etag, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset';
const CORRELATION_ID = /^[\w-]{8,64}$/;

/** Everything that the port answers over HTTP. */
export function createApp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(correlate, crossOrigin(parts.config.corsOrigins));
  addPublicRoutes(app, parts);
  addExplorer(app, parts.supergraph, !parts.config.openGateway);
  addGraphql(app, parts);
  addHttpRoutes(app, parts);
  addStreamRoutes(app, parts);
  app.use((_: Request, res: Reply) => sendError(res, 404, 'NOT_FOUND', 'There is nothing here.'));
  app.use((error: Error & { status?: number }, _: Request, res: Reply, next: NextFunction) => {
    if (res.headersSent) next(error);
    else refuseBody(parts, error, res);
  });
  return app;
}

function correlate(req: Request, res: Reply, next: NextFunction): void {
  res.locals.correlationId = correlationIdOf(req.get('traceparent'));
  res.set({ 'x-correlation-id': res.locals.correlationId, 'x-content-type-options': 'nosniff' });
  next();
}

function crossOrigin(origins: readonly string[]) {
  return (req: Request, res: Reply, next: NextFunction): void => {
    res.vary('origin');
    const origin = req.get('origin');
    if (origin !== undefined && origins.includes(origin)) {
      res.set({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED_HEADERS });
      res.set({
        'access-control-allow-methods': 'GET, POST, PUT',
        'access-control-allow-headers': ALLOWED_HEADERS,
      });
      res.set('access-control-max-age', '600');
    }
    if (req.method === 'OPTIONS') res.status(204).end();
    else next();
  };
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

function addGraphql(app: Express, parts: HttpParts): void {
  app.all('/graphql', (req, res: Reply, next) => {
    res.set('cache-control', 'no-store');
    if (req.method !== 'GET' && req.method !== 'POST') {
      res.set('allow', 'GET, POST');
      sendError(res, 405, 'BAD_USER_INPUT', 'GraphQL is served to GET and POST.');
      return;
    }
    const isVisit =
      req.method === 'GET' && req.query.query === undefined && req.accepts(['json', 'html']) === 'html';
    if (isVisit) res.redirect('/graphiql');
    else next();
  });
  app.all('/graphql', async (req, res: Reply, next) => {
    res.locals.head = await authenticated(parts, req, res);
    if (res.locals.head) next();
  });
  app.post('/graphql', (req, res: Reply, next) => {
    if (isJson(req)) next();
    else sendError(res, 415, 'BAD_USER_INPUT', 'Send application/json in UTF-8.');
  });
  app.post('/graphql', express.json({ limit: parts.config.limits.maxBodyBytes }));
  app.all('/graphql', (req, res: Reply) => answer(parts, req, res));
}

/** The only charset is UTF-8: others would let a document pass by whatever reads it on the way. */
function isJson(req: Request): boolean {
  const [type, ...parameters] = (req.get('content-type') ?? '').toLowerCase().split(';');
  const charsets = parameters.map((one) => one.trim()).filter((one) => one.startsWith('charset'));
  return type?.trim() === 'application/json' && charsets.every((one) => /^charset="?utf-?8"?$/.test(one));
}

/** Who calls, after identity has been told of them; null once 401 has been answered. */
async function authenticated(parts: HttpParts, req: Request, res: Reply): Promise<RequestHead | null> {
  try {
    const origin = originOf(req, parts.config.trustedHops);
    const caller = await parts.callers.authenticate(req.headers.authorization, { origin });
    const principal = caller?.principal;
    res.locals.caller = caller;
    // Work of the platform itself goes on under the id of what caused it.
    const given = principal?.kind === 'service' ? req.get('x-correlation-id') : undefined;
    if (given !== undefined && CORRELATION_ID.test(given)) {
      res.locals.correlationId = given;
      res.set('x-correlation-id', given);
    }
    const head = {
      ...headOf(parts.config, req, res),
      ...(caller && { authorization: caller.authorization }),
    };
    if (caller) {
      setRate(res, await parts.callers.charge(caller.principal));
      await parts.callers.touch(caller.authorization, caller.principal, head.correlationId, head.origin);
    }
    return head;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refuseCaller(res, error);
    return null;
  }
}

function setRate(res: Reply, rate: Rate | null): void {
  if (!rate) return;
  res.set({ 'ratelimit-limit': String(rate.limit), 'ratelimit-remaining': String(rate.remaining) });
  res.set('ratelimit-reset', seconds(rate.resetMs));
}

const seconds = (ms: number) => String(Math.ceil(ms / 1000));

function refuseCaller(res: Reply, { code, message, details }: AppError): void {
  const { retryAfterMs, quota, rateLimit } = details;
  if (retryAfterMs !== undefined) res.set('retry-after', seconds(retryAfterMs));
  const status = code === 'UNAUTHENTICATED' ? 401 : code === 'SUBGRAPH_UNAVAILABLE' ? 503 : 429;
  if (status === 401) res.set('www-authenticate', 'Bearer');
  const limit = quota?.limit ?? rateLimit;
  if (limit !== undefined) setRate(res, { limit, remaining: 0, resetMs: retryAfterMs ?? 0 });
  sendErrorWith(res, status, { message, code, retryAfterMs, ...quota });
}

function headOf(config: GatewayConfig, req: Request, res: Reply): RequestHead {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return {
    authorization: req.headers.authorization,
    correlationId: res.locals.correlationId,
    origin: originOf(req, config.trustedHops),
    deadline: Date.now() + config.timeouts.requestMs,
    signal: gone.signal,
    ...(config.countStatements && { statements: {} }),
  };
}

async function answer({ graphql, live }: HttpParts, req: Request, res: Reply): Promise<void> {
  const { head, caller } = res.locals;
  if (!head) return;
  const request: HTTPGraphQLRequest = {
    method: req.method,
    headers: headersOf(req),
    search: req.originalUrl.includes('?') ? req.originalUrl.slice(req.originalUrl.indexOf('?')) : '',
    body: req.body as unknown,
  };
  if (live && caller && (await answerByStream(live, request, { ...head, ...caller }, res))) return;
  const isEvent = wantsEvent(request);
  if (isEvent) request.headers.set('accept', 'application/json');
  const response = await graphql.executeHttp(request, head);
  if (isEvent && sendAsEvent(response, res)) return;
  const { status, headers, body } = response;
  res.status(status ?? 200).setHeaders(headers);
  // No answer of ours is sent in pieces: incremental delivery is not planned by the gateway.
  res.end(body.kind === 'complete' ? body.string : '');
}

function headersOf(req: Request): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function refuseBody({ config }: HttpParts, error: Error & { status?: number }, res: Reply): void {
  const { correlationId } = res.locals;
  if (error.status === 413) {
    // Nobody reads the rest.
    res.set('connection', 'close');
    const message = `The body is larger than ${config.limits.maxBodyBytes} bytes.`;
    return sendError(res, 413, 'PAYLOAD_TOO_LARGE', message);
  }
  if (error.status === 415) {
    return sendError(
      res,
      415,
      'BAD_USER_INPUT',
      'Send application/json in UTF-8, plain or as gzip, deflate or br.',
    );
  }
  if (error.status !== undefined && error.status < 500) {
    return sendError(res, 400, 'BAD_USER_INPUT', 'The body is not valid JSON.');
  }
  config.log.error({ err: error, correlationId }, 'request failed');
  sendError(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
}

function sendError(res: Reply, status: number, code: ErrorCode, message: string): void {
  sendErrorWith(res, status, { message, code });
}

function sendErrorWith(
  res: Reply,
  status: number,
  { message, ...extensions }: { message: string; code: ErrorCode } & Record<string, unknown>,
): void {
  const { correlationId } = res.locals;
  res.status(status).json({ errors: [{ message, extensions: { ...extensions, correlationId } }] });
}
