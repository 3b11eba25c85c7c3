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

export type Send = (call: Call) => Promise<Reply>;

const CONNECTIONS_PER_SUBGRAPH = 100;
const CONNECT_TIMEOUT_MS = 2000;

const TIMEOUT = new Error('timeout');

/** Whether a call failed because its time was up. */
export const isTimeout = (error: unknown): boolean => error === TIMEOUT;

/** One pool of connections per origin. */
export function createPools(maxResponseSize: number): { send: Send; close(): Promise<void> } {
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
  return {
    send,
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}
