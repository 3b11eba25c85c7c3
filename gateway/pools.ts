import type { Readable } from 'node:stream';
import { Pool } from 'undici';

/** One HTTP request to a subgraph. */
export interface Call {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface Reply {
  status: number;
  contentType: string | undefined;
  text: string;
}

/** A request whose body, and whose answer's, are handed on as they come. */
export interface StreamCall {
  url: URL;
  method: 'GET' | 'PUT';
  headers: Record<string, string>;
  body: Readable | null;
  signal: AbortSignal;
}

export interface StreamReply {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Readable;
}

export type Send = (call: Call) => Promise<Reply>;

const CONNECTIONS_PER_SUBGRAPH = 100;
const CONNECT_TIMEOUT_MS = 2000;
/** Files take long, and must not keep GraphQL from a subgraph. */
const STREAMS_PER_SUBGRAPH = 50;
/** For how long the two ends of a file may stand still. */
const STREAM_IDLE_MS = 30_000;

const TIMEOUT = new Error('timeout');

/** Whether a call failed because its time was up. */
export const isTimeout = (error: unknown): boolean => error === TIMEOUT;

/** One pool of connections per origin. */
export function createPools(maxResponseSize: number): {
  send: Send;
  stream(call: StreamCall): Promise<StreamReply>;
  close(): Promise<void>;
} {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    let pool = pools.get(origin);
    if (!pool) {
      pool = new Pool(origin, {
        connections: CONNECTIONS_PER_SUBGRAPH,
        connect: { timeout: CONNECT_TIMEOUT_MS },
        maxResponseSize,
        // One timer per call bounds the whole of it.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      pools.set(origin, pool);
    }
    return pool;
  };
  const send = async ({ url, method, headers, body, timeoutMs, signal }: Call): Promise<Reply> => {
    const abort = new AbortController();
    const onAbort = () => abort.abort(signal?.reason);
    const timer = setTimeout(() => abort.abort(TIMEOUT), timeoutMs);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const path = url.pathname + url.search;
      const reply = await poolOf(url.origin).request({ path, method, headers, body, signal: abort.signal });
      const contentType = [reply.headers['content-type']].flat()[0];
      return { status: reply.statusCode, contentType, text: await reply.body.text() };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  };
  const streams = createStreamPools();
  return {
    send,
    stream: streams.stream,
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      await streams.close();
    },
  };
}

/** Connections of their own for files. */
function createStreamPools(): { stream(call: StreamCall): Promise<StreamReply>; close(): Promise<void> } {
  const streams = new Map<string, Pool>();
  const stream = async ({ url, method, headers, body, signal }: StreamCall): Promise<StreamReply> => {
    let pool = streams.get(url.origin);
    if (!pool) {
      pool = new Pool(url.origin, {
        connections: STREAMS_PER_SUBGRAPH,
        connect: { timeout: CONNECT_TIMEOUT_MS },
        // The answer comes behind the whole file.
        headersTimeout: 0,
        bodyTimeout: STREAM_IDLE_MS,
      });
      streams.set(url.origin, pool);
    }
    const path = url.pathname + url.search;
    const reply = await pool.request({ path, method, headers, body, signal });
    return { status: reply.statusCode, headers: reply.headers, body: reply.body };
  };
  return {
    stream,
    close: async () => {
      await Promise.all([...streams.values()].map((pool) => pool.destroy()));
    },
  };
}
