import { GraphQLError } from 'graphql';
import type { Origin } from '../subgraphs/kit/context';
import type { Logger } from '../subgraphs/kit/logger';
import { addressOf, headersOf, type Address, type Call, type Reply } from './calls';
import { newTraceId, traceparentOf } from './correlation';
import { createDeadlines } from './deadlines';
import type { SendFetch } from './execute/operation';
import type { FetchCounters, ShareMode } from './execute/sharing';
import { createFetches, UNAVAILABLE } from './fetches';
import { parseJson } from './json';
import type { SignOrigin } from './origin';
import { createPools, type StreamCall, type StreamReply } from './pools';
import type { Statements } from './statements';
import { createSend, createWait, type Send } from './waiting';

/** What travels with one client request, or one live execution, to each subgraph that it reaches. */
export interface RequestHead {
  /** The caller's own `Authorization`. */
  authorization: string | undefined;
  correlationId: string;
  /** Where the caller is; subgraphs are told, signed. */
  origin?: Origin;
  /** Milliseconds since the epoch, after which nobody waits for the answer. */
  deadline: number;
  /** Aborted when the caller has gone. */
  signal?: AbortSignal;
  /** Where the statements are gathered that subgraphs say they sent; undefined where nobody counts. */
  statements?: Statements;
}

export interface ForwardOptions {
  /** The GraphQL URL of each subgraph; it goes before the one in the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** How long one call may take. */
  timeoutMs: number;
  maxResponseBytes: number;
  /** How many calls one subgraph is sent at a time. */
  connections: number;
  /** How many fetches may wait for one of these; those beyond it are SERVICE_BUSY. */
  maxWaiting: number;
  share: ShareMode;
  /** Signs the gateway's own token for internal calls; null when it has no key. */
  signServiceToken: (() => string) | null;
  /** Null when the gateway has no key: then nobody is told where clients are. */
  signOrigin: SignOrigin | null;
  log: Logger;
}

export interface InternalReply {
  status: number;
  /** The JSON that was answered; undefined when it was none. */
  body: unknown;
}

export interface InternalHeaders {
  /** The viewer's own `Authorization`, handed on beside the gateway's. */
  viewer?: string;
  /** Where the viewer is. */
  origin?: Origin;
  correlationId?: string;
  /** Shorter than the usual timeout. */
  timeoutMs?: number;
  /** It is asked again and again: what fails is not worth a warning each time. */
  isPolled?: boolean;
  signal?: AbortSignal;
}

/** What somebody from outside asks of a subgraph. */
export interface RelayedCall {
  method: Call['method'];
  headers: Record<string, string>;
  body: string;
}

export interface Forward {
  /**
   * What asks subgraphs for one request; it never rejects: a failure is an error at each field that it costs. Make it
   * once for each request: what its fetches have in common is prepared here.
   */
  senderOf(head: RequestHead): SendFetch;
  /** How many fetches went out, and how many more were answered by them. */
  counters: Readonly<FetchCounters>;
  /** Takes the GraphQL URL of a subgraph from the supergraph; it counts where none is set. */
  suggest(name: string, url: string): void;
  /**
   * An internal call to a subgraph: POST of JSON to a path beside its GraphQL URL, with the gateway's own token.
   * Answers whatever status came; rejects with SUBGRAPH_UNAVAILABLE when nothing came.
   */
  internal(name: string, path: string, body: object, headers?: InternalHeaders): Promise<InternalReply>;
  /** A call that somebody from outside makes to a subgraph, without any token of the gateway's. */
  relay(name: string, path: string, call: RelayedCall): Promise<Reply>;
  /** As `relay`, with files: neither what comes nor what is answered is gathered. `path` has the query. */
  stream(name: string, path: string, call: Omit<StreamCall, 'address'>): Promise<StreamReply>;
  /** Whether a subgraph answers at all. */
  isReachable(name: string): Promise<boolean>;
  /** Whether the address of a subgraph is known. */
  knows(name: string): boolean;
  close(): Promise<void>;
}

const PROBE_TIMEOUT_MS = 2000;

/** What carries calls to the subgraphs, over kept-alive connections. Addresses never reach an error. */
export function createForward(options: ForwardOptions): Forward {
  const pools = createPools(options);
  const deadlines = createDeadlines();
  const wait = createWait(deadlines);
  const addresses = createAddresses(options.subgraphUrls);
  const report = reporter(options.log);
  const { of: fetchAddressOf } = addresses;
  const fetches = createFetches({ ...options, pools, wait, addressOf: fetchAddressOf, report });
  const parts = { ...options, addresses, report, send: createSend(pools, wait) };
  return {
    senderOf: fetches.senderOf,
    counters: fetches.counters,
    suggest: addresses.suggest,
    ...callsOf(parts),
    stream: (name, path, call) =>
      handOn(parts, { ...call, name }, () =>
        pools.stream({ ...call, address: addresses.beside(name, path) }),
      ),
    knows: (name) => addresses.of(name) !== undefined,
    async close() {
      await pools.close();
      deadlines.close();
    },
  };
}

/** Where subgraphs are reached. */
interface Addresses {
  of(name: string): Address | undefined;
  /** A path beside the GraphQL URL; throws where that is not known. */
  beside(name: string, path: string): Address;
  suggest: Forward['suggest'];
}

function createAddresses(urls: Readonly<Record<string, string>>): Addresses {
  const known = new Map(Object.entries(urls).map(([name, url]) => [name, new URL(url)]));
  const addresses = new Map([...known].map(([name, url]) => [name, addressOf(url)]));
  return {
    of: (name) => addresses.get(name),
    beside(name, path) {
      const url = known.get(name);
      if (!url) throw new Error('no address');
      return addressOf(new URL(path, url));
    },
    suggest(name, text) {
      if (Object.hasOwn(urls, name) || !URL.canParse(text)) return;
      const url = new URL(text);
      known.set(name, url);
      addresses.set(name, addressOf(url));
    },
  };
}

interface Parts extends ForwardOptions {
  addresses: Addresses;
  report: ReturnType<typeof reporter>;
  send: Send;
}

/** The calls that are no fetches. They are bounded where they come from, so that they may always wait. */
function callsOf(parts: Parts): Pick<Forward, 'internal' | 'relay' | 'isReachable'> {
  const { addresses, report, send, timeoutMs } = parts;
  return {
    async internal(name, path, body, headers = {}) {
      try {
        const call = { address: addresses.beside(name, path), ...internalCall(body, headers, parts) };
        const { status, text } = await send(call, call.timeoutMs, headers.signal);
        return { status, body: parseJson(text) };
      } catch (error) {
        if (!headers.isPolled) report(name, error, headers);
        throw unavailable();
      }
    },
    relay: (name, path, { method, headers, body }) =>
      handOn(parts, { name, headers }, () => {
        const address = addresses.beside(name, path);
        return send({ address, method, headers: headersOf(headers), body, isPatient: true }, timeoutMs);
      }),
    async isReachable(name) {
      try {
        const address = addresses.beside(name, '/health/live');
        const { status } = await send(
          { address, method: 'GET', headers: [], isPatient: true },
          PROBE_TIMEOUT_MS,
        );
        return status < 500;
      } catch {
        return false;
      }
    },
  };
}

/** Makes a call for somebody outside. */
async function handOn<R>(
  { report }: Pick<Parts, 'report'>,
  { name, headers, signal }: { name: string; headers: Record<string, string>; signal?: AbortSignal },
  act: () => Promise<R>,
): Promise<R> {
  try {
    return await act();
  } catch (error) {
    report(name, error, { correlationId: headers['x-correlation-id'], signal });
    throw unavailable();
  }
}

function reporter(log: Logger) {
  return (name: string, error: unknown, { correlationId, signal }: Partial<RequestHead>): void => {
    // A client that has gone waits for nothing.
    if (signal?.aborted) return;
    const { code, message } = error as Error & { code?: string };
    log.warn({ subgraph: name, correlationId, reason: code ?? message }, 'subgraph call failed');
  };
}

function internalCall(body: object, given: InternalHeaders, options: ForwardOptions) {
  const { viewer, origin, correlationId = newTraceId() } = given;
  const timeoutMs = Math.min(given.timeoutMs ?? options.timeoutMs, options.timeoutMs);
  const headers = headersOf({
    'content-type': 'application/json',
    'x-correlation-id': correlationId,
    traceparent: traceparentOf(correlationId),
    'x-deadline': String(Date.now() + timeoutMs),
    'x-viewer-authorization': viewer,
    'x-tributary-origin': origin && options.signOrigin ? options.signOrigin(origin) : undefined,
    authorization: options.signServiceToken ? `Bearer ${options.signServiceToken()}` : undefined,
  });
  return { method: 'POST' as const, headers, body: JSON.stringify(body), isPatient: true, timeoutMs };
}

function unavailable(): GraphQLError {
  const { message, code } = UNAVAILABLE;
  return new GraphQLError(message, { extensions: { code } });
}
