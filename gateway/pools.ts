import type { Readable } from 'node:stream';
import { Pool, type Dispatcher } from 'undici';
import { GONE, type Address, type Call, type Running, type Settle } from './calls';
import { createLane, type Lane } from './lane';

/** A request whose body, and whose answer's, are handed on as they come. */
export interface StreamCall {
  address: Address;
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

export interface PoolOptions {
  /** How many calls one subgraph is sent at a time. */
  connections: number;
  /** How many calls may wait for one; those beyond it end as BUSY at once. */
  maxWaiting: number;
  maxResponseBytes: number;
}

/** Kept-alive connections to subgraphs. */
export interface Pools {
  /** Starts a call, or lets it wait for a connection; it may end before this returns. */
  start(call: Call, settle: Settle): Running;
  stream(call: StreamCall): Promise<StreamReply>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 2000;
/** Files take long, and must not keep GraphQL from a subgraph. */
const STREAMS_PER_SUBGRAPH = 50;
/** For how long the two ends of a file may stand still. */
const STREAM_IDLE_MS = 30_000;

/** One pool of connections per origin. */
export function createPools(options: PoolOptions): Pools {
  const lanes = new Map<string, Lane>();
  const laneOf = (origin: string): Lane => {
    let lane = lanes.get(origin);
    if (!lane) {
      const pool = new Pool(origin, {
        connections: options.connections,
        connect: { timeout: CONNECT_TIMEOUT_MS },
        maxResponseSize: options.maxResponseBytes,
        // Whoever asks bounds the whole of it.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const exchange = (call: Call, settle: Settle) => dispatch(pool, call, settle);
      lanes.set(origin, (lane = createLane({ ...options, exchange, close: () => pool.destroy() })));
    }
    return lane;
  };
  const streams = createStreamPools();
  return {
    start: (call, settle) => laneOf(call.address.origin).start(call, settle),
    stream: streams.stream,
    close: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.close()));
      await streams.close();
    },
  };
}

/** Sends a call, and gathers its answer. */
function dispatch(pool: Pool, { address, method, headers, body }: Call, settle: Settle): Running {
  let controller: Dispatcher.DispatchController | undefined;
  let isCancelled = false;
  let status = 0;
  let contentType: string | undefined;
  let first: Buffer | undefined;
  let chunks: Buffer[] | undefined;
  pool.dispatch(
    { path: address.path, method, headers, body },
    {
      onRequestStart(started) {
        controller = started;
        if (isCancelled) started.abort(GONE);
      },
      onResponseStart(_, statusCode, fields) {
        status = statusCode;
        const type = fields['content-type'];
        contentType = Array.isArray(type) ? type[0] : type;
      },
      onResponseData(_, chunk) {
        if (!first) first = chunk;
        else (chunks ??= [first]).push(chunk);
      },
      onResponseEnd() {
        const bytes = chunks ? Buffer.concat(chunks) : first;
        settle({ status, contentType, text: bytes ? textOf(bytes) : '' });
      },
      onResponseError: (_, error) => settle(error),
    },
  );
  return {
    cancel() {
      isCancelled = true;
      controller?.abort(GONE);
    },
  };
}

/** As `Response.text()` reads it: without the mark at its beginning that some servers write. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Connections of their own for files. */
function createStreamPools(): Pick<Pools, 'stream' | 'close'> {
  const streams = new Map<string, Pool>();
  return {
    async stream({ address, method, headers, body, signal }) {
      let pool = streams.get(address.origin);
      if (!pool) {
        pool = new Pool(address.origin, {
          connections: STREAMS_PER_SUBGRAPH,
          connect: { timeout: CONNECT_TIMEOUT_MS },
          // The answer comes behind the whole file.
          headersTimeout: 0,
          bodyTimeout: STREAM_IDLE_MS,
        });
        streams.set(address.origin, pool);
      }
      const reply = await pool.request({ path: address.path, method, headers, body, signal });
      return { status: reply.statusCode, headers: reply.headers, body: reply.body };
    },
    close: async () => {
      await Promise.all([...streams.values()].map((pool) => pool.destroy()));
    },
  };
}
