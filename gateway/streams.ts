import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Express, Request, Response } from 'express';
import { HTTP_ROUTES, type HttpRoute } from '../schema/http-routes';
import type { GatewayConfig } from './config';
import type { Forward } from './forward';

interface StreamParts {
  forward: Pick<Forward, 'stream' | 'knows'>;
  config: Pick<GatewayConfig, 'streamIdleMs'>;
}

type Reply = Response<unknown, { correlationId: string }>;

/** For how long one file may be on its way. */
export const STREAM_TIMEOUT_MS = 5 * 60_000;
const DRAIN_MS = 10_000;

/** What a subgraph says of its answer that is said to the client. */
const HANDED_ON = [
  ...['content-type', 'content-length', 'content-disposition', 'content-security-policy'],
  ...['cache-control', 'referrer-policy', 'retry-after'],
];

/** Whether files come in at this address, which may take longer than other requests. */
export function isUpload({ method, path }: { method: string; path: string }): boolean {
  return HTTP_ROUTES.some((route) => route.isStreamed && route.method === method && route.path === path);
}

/**
 * Serves the addresses at which files come and go: they are handed on piece by piece, without anybody's identity, as fast
 * as the slower side takes them. Whoever breaks off, breaks off the other side too, and whoever fetches a file without
 * reading it is broken off: there are only so many at a time.
 */
export function addStreamRoutes(app: Express, { forward, config }: StreamParts): void {
  for (const route of HTTP_ROUTES.filter(({ isStreamed }) => isStreamed)) {
    if (!forward.knows(route.subgraph)) continue;
    app[route.method === 'PUT' ? 'put' : 'get'](route.path, (req, res: Reply) =>
      handOn({ forward, config }, route, req, res),
    );
  }
}

async function handOn(
  { forward, config }: StreamParts,
  { subgraph, method, path }: HttpRoute,
  req: Request,
  res: Reply,
): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(STREAM_TIMEOUT_MS)]);
  const search = req.originalUrl.includes('?') ? req.originalUrl.slice(req.originalUrl.indexOf('?')) : '';
  const isPut = method === 'PUT';
  const call = {
    method: isPut ? ('PUT' as const) : ('GET' as const),
    headers: headersOf(req, res, isPut),
    // The request itself stays open when what is handed on ends early.
    body: isPut ? req.pipe(new PassThrough()) : null,
    signal,
  };
  const reply = await forward.stream(subgraph, path + search, call).catch(() => null);
  if (!req.complete) drain(req);
  if (!reply) {
    if (!res.destroyed) res.status(503).set({ 'retry-after': '5', 'cache-control': 'no-store' }).end();
    return;
  }
  res.status(reply.status);
  for (const name of HANDED_ON) {
    const value = reply.headers[name];
    if (value !== undefined) res.set(name, value);
  }
  if (!isPut) res.setTimeout(config.streamIdleMs, () => res.destroy());
  await pipeline(reply.body, res).catch(() => res.destroy());
}

/** Lets what is still on its way run out, for a while: who is cut off while sending reads no answer. */
function drain(req: Request): void {
  const timer = setTimeout(() => req.socket.destroy(), DRAIN_MS);
  req.once('close', () => clearTimeout(timer));
  req.once('end', () => clearTimeout(timer));
  req.unpipe();
  req.resume();
}

function headersOf(req: Request, res: Reply, isPut: boolean): Record<string, string> {
  const length = req.get('content-length');
  return {
    'x-correlation-id': res.locals.correlationId,
    ...(isPut && { 'content-type': req.get('content-type') ?? 'application/octet-stream' }),
    ...(isPut && length !== undefined && { 'content-length': length }),
  };
}
