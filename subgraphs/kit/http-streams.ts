import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Express, Request, Response } from 'express';
import { HTTP_ROUTES } from '../../schema/http-routes';
import { AppError, toClientError, type ErrorCode } from './errors';
import { contextOf, correlationIdOf, ownPrincipal, type Service } from './requests';

/** What the handler of an address is given whose bodies are files, beside the context. */
export interface StreamRequest {
  /** The parameters behind the `?`; the last of each name. */
  query: Readonly<Record<string, string>>;
  contentType: string | null;
  /** How long the body says it is; null when it does not. */
  byteSize: number | null;
  /** What comes, as it comes. */
  body: Readable;
  /** Aborted once whoever asks has gone, or has taken too long. */
  signal: AbortSignal;
}

export interface StreamAnswer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** Sent as it comes. */
  body?: Readable;
}

/** For how long one file may be on its way; the gateway waits a little longer, so that it hears why one was not taken. */
export const STREAM_TIMEOUT_MS = 5 * 60_000 - 15_000;

const STATUS: Partial<Record<ErrorCode, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  DEADLINE_EXCEEDED: 408,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  SERVICE_BUSY: 503,
  SUBGRAPH_UNAVAILABLE: 503,
};

/**
 * Serves the addresses of a subgraph at which files come and go; nothing is gathered in memory. The caller proves nothing
 * but what the request holds.
 */
export function addStreamRoutes<L>(app: Express, service: Service<L>): void {
  const { manifest } = service;
  const handlers = manifest.streamRoutes ?? {};
  const listed = HTTP_ROUTES.filter((route) => route.subgraph === manifest.name && route.isStreamed);
  for (const { method, path } of listed) {
    const handle = handlers[path];
    if (!handle) throw new Error(`${manifest.name} has no handler for ${path}`);
    app[method === 'PUT' ? 'put' : 'get'](path, async (req, res) => {
      res.set('cache-control', 'no-store');
      const ctx = contextOf(service, ownPrincipal(manifest.name), correlationIdOf(req));
      try {
        await send(res, await handle(ctx, requestOf(req, res)));
      } catch (error) {
        const status = error instanceof AppError ? (STATUS[error.code] ?? 400) : 500;
        const body = { errors: [toClientError(error, ctx.correlationId, service.options.log)] };
        if (res.headersSent) res.destroy();
        else res.status(status).json(body);
        // Who is cut off while sending reads no answer: the gateway ends what it sends once it has read this one.
        req.resume();
      }
    });
  }
}

async function send(res: Response, { status, headers, body }: StreamAnswer): Promise<void> {
  res.status(status).set(headers ?? {});
  if (!body) {
    res.end();
    return;
  }
  // Whoever breaks off has seen enough.
  await pipeline(body, res).catch(() => res.destroy());
}

function requestOf(req: Request, res: Response): StreamRequest {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const length = Number(req.get('content-length') ?? NaN);
  const query = Object.entries(req.query as Record<string, unknown>).map(([name, value]) => {
    const last: unknown = [value].flat().at(-1);
    return [name, typeof last === 'string' ? last : ''] as const;
  });
  return {
    query: Object.fromEntries(query),
    contentType: req.get('content-type') ?? null,
    byteSize: Number.isSafeInteger(length) ? length : null,
    body: req,
    signal: AbortSignal.any([gone.signal, AbortSignal.timeout(STREAM_TIMEOUT_MS)]),
  };
}
