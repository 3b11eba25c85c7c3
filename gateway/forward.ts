import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, parse, type GraphQLFormattedError } from 'graphql';
import type { Origin } from '../subgraphs/kit/context';
import type { Logger } from '../subgraphs/kit/logger';
import { newTraceId, traceparentOf } from './correlation';
import type { SignOrigin } from './origin';
import {
  createPools,
  isTimeout,
  type Call,
  type Reply,
  type Send,
  type StreamCall,
  type StreamReply,
} from './pools';

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
}

export interface ForwardOptions {
  /** The GraphQL URL of each subgraph; it goes before the one in the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
  /** How long one call may take. */
  timeoutMs: number;
  maxResponseBytes: number;
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

export interface Forward {
  /** The data source of one subgraph for `ApolloGateway` and `executeQueryPlan`; `context` is a `RequestHead`. */
  dataSource(name: string, url?: string): GraphQLDataSource;
  /**
   * An internal call to a subgraph: POST of JSON to a path beside its GraphQL URL, with the gateway's own token.
   * Answers whatever status came; rejects with SUBGRAPH_UNAVAILABLE when nothing came.
   */
  internal(name: string, path: string, body: object, headers?: InternalHeaders): Promise<InternalReply>;
  /** A call that somebody from outside makes to a subgraph, without any token of the gateway's. */
  relay(
    name: string,
    path: string,
    call: Pick<Call, 'method' | 'headers'> & { body: string },
  ): Promise<Reply>;
  /** As `relay`, with files: neither what comes nor what is answered is gathered. `path` has the query. */
  stream(name: string, path: string, call: Omit<StreamCall, 'url'>): Promise<StreamReply>;
  /** Whether a subgraph answers at all. */
  isReachable(name: string): Promise<boolean>;
  /** Whether the address of a subgraph is known. */
  knows(name: string): boolean;
  close(): Promise<void>;
}

const PROBE_TIMEOUT_MS = 2000;

type HandedOn = Pick<Call, 'headers' | 'signal'>;

/** What carries calls to the subgraphs, over kept-alive connections. Addresses never reach an error. */
export function createForward(options: ForwardOptions): Forward {
  const pools = createPools(options.maxResponseBytes);
  const urls = new Map(Object.entries(options.subgraphUrls).map(([name, url]) => [name, new URL(url)]));
  const urlOf = (name: string): URL => {
    const url = urls.get(name);
    if (!url) throw new Error('no address');
    return url;
  };
  const report = reporter(options.log);
  const handOn = handerOn(report);
  return {
    dataSource(name, url) {
      if (!Object.hasOwn(options.subgraphUrls, name) && url && URL.canParse(url))
        urls.set(name, new URL(url));
      return {
        process: async ({ request, context }) => {
          const head = headOf(context as Partial<RequestHead>, options.timeoutMs);
          try {
            return await execute(callTo(urlOf(name), request, head, options), head, pools.send);
          } catch (error) {
            report(name, error, head);
            return { errors: failures(request, toFailure(error)) };
          }
        },
      };
    },
    async internal(name, path, body, headers = {}) {
      try {
        return await callInternal(
          internalCall(new URL(path, urlOf(name)), body, headers, options),
          pools.send,
        );
      } catch (error) {
        if (!headers.isPolled) report(name, error, headers);
        throw toFailure(error);
      }
    },
    relay: (name, path, call) =>
      handOn(name, call, () =>
        pools.send({ ...call, url: new URL(path, urlOf(name)), timeoutMs: options.timeoutMs }),
      ),
    stream: (name, path, call) =>
      handOn(name, call, () => pools.stream({ ...call, url: new URL(path, urlOf(name)) })),
    async isReachable(name) {
      try {
        const url = new URL('/health/live', urlOf(name));
        const { status } = await pools.send({ url, method: 'GET', headers: {}, timeoutMs: PROBE_TIMEOUT_MS });
        return status < 500;
      } catch {
        return false;
      }
    },
    knows: (name) => urls.has(name),
    close: () => pools.close(),
  };
}

/** What makes a call for somebody outside. */
function handerOn(report: ReturnType<typeof reporter>) {
  return async <R>(name: string, { headers, signal }: HandedOn, act: () => Promise<R>): Promise<R> => {
    try {
      return await act();
    } catch (error) {
      report(name, error, { correlationId: headers['x-correlation-id'], signal });
      throw toFailure(error);
    }
  };
}

function reporter(log: Logger) {
  return (name: string, error: unknown, { correlationId, signal }: Partial<RequestHead>): void => {
    // A client that has gone waits for nothing.
    if (signal?.aborted) return;
    const { code, message } = error as Error & { code?: string };
    log.warn({ subgraph: name, correlationId, reason: code ?? message }, 'subgraph call failed');
  };
}

function headOf(context: Partial<RequestHead>, timeoutMs: number): RequestHead {
  return {
    authorization: context.authorization,
    correlationId: context.correlationId ?? newTraceId(),
    origin: context.origin,
    deadline: context.deadline ?? Date.now() + timeoutMs,
    signal: context.signal,
  };
}

interface SubgraphRequest {
  query?: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

/** The call that asks a subgraph; it ends with the request's deadline if that comes before the usual timeout. */
function callTo(url: URL, request: SubgraphRequest, head: RequestHead, options: ForwardOptions): Call {
  const { query, variables, operationName } = request;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'x-correlation-id': head.correlationId,
    traceparent: traceparentOf(head.correlationId),
    'x-deadline': String(head.deadline),
  };
  if (head.authorization !== undefined) headers.authorization = head.authorization;
  addOrigin(headers, head.origin, options);
  const body = JSON.stringify({ query, variables, operationName });
  const left = Math.min(head.deadline - Date.now(), options.timeoutMs);
  // A mutation that was sent runs to its end, though the caller has gone: its outcome must not hang on the connection.
  const signal = query?.startsWith('mutation') ? undefined : head.signal;
  return { url, method: 'POST', headers, body, timeoutMs: left, signal };
}

async function execute(call: Call, head: RequestHead, send: Send): Promise<SubgraphAnswer> {
  if (call.timeoutMs <= 0) throw tooLate();
  try {
    return toAnswer(await send(call));
  } catch (error) {
    throw isTimeout(error) && Date.now() >= head.deadline ? tooLate() : error;
  }
}

function toAnswer(reply: Reply): SubgraphAnswer {
  const answer = parseJson(reply.text) as SubgraphAnswer | null | undefined;
  if (typeof answer !== 'object' || answer === null || !('data' in answer || Array.isArray(answer.errors)))
    throw new Error(`no GraphQL answer, status ${reply.status}`);
  if (!Array.isArray(answer.errors) || answer.errors.length === 0) return { data: answer.data };
  return { data: answer.data, errors: answer.errors.map(withoutHttp) };
}

/** Only the gateway sets the HTTP status: an error that carried one would cost the other fields of the answer. */
function withoutHttp(error: GraphQLFormattedError): GraphQLFormattedError {
  const { http: _http, ...extensions } = error.extensions ?? {};
  return { message: error.message, path: error.path, extensions };
}

function internalCall(url: URL, body: object, given: InternalHeaders, options: ForwardOptions): Call {
  const { viewer, correlationId = newTraceId(), signal } = given;
  const timeoutMs = Math.min(given.timeoutMs ?? options.timeoutMs, options.timeoutMs);
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-correlation-id': correlationId,
    traceparent: traceparentOf(correlationId),
    'x-deadline': String(Date.now() + timeoutMs),
  };
  if (viewer !== undefined) headers['x-viewer-authorization'] = viewer;
  addOrigin(headers, given.origin, options);
  if (options.signServiceToken) headers.authorization = `Bearer ${options.signServiceToken()}`;
  return { url, method: 'POST', headers, body: JSON.stringify(body), timeoutMs, signal };
}

function addOrigin(
  headers: Record<string, string>,
  origin: Origin | undefined,
  { signOrigin }: ForwardOptions,
): void {
  if (origin && signOrigin) headers['x-tributary-origin'] = signOrigin(origin);
}

async function callInternal(call: Call, send: Send): Promise<InternalReply> {
  const reply = await send(call);
  return { status: reply.status, body: parseJson(reply.text) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The failure at each field that it costs; for entities at the first of them. */
function failures(request: SubgraphRequest, failure: GraphQLError): GraphQLFormattedError[] {
  const paths = request.variables?.representations
    ? [['_entities', 0]]
    : rootNames(request.query).map((name) => [name]);
  const { message, extensions } = failure;
  return paths.length > 0 ? paths.map((path) => ({ message, path, extensions })) : [{ message, extensions }];
}

function rootNames(query = ''): string[] {
  const operation = parse(query, { noLocation: true }).definitions.find(
    (node) => node.kind === 'OperationDefinition',
  );
  const fields = operation?.selectionSet.selections ?? [];
  return fields.flatMap((node) => (node.kind === 'Field' ? [(node.alias ?? node.name).value] : []));
}

function toFailure(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : unavailable();
}

function unavailable(): GraphQLError {
  const message = 'A part of this answer cannot be had at the moment.';
  return new GraphQLError(message, { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
}

function tooLate(): GraphQLError {
  return new GraphQLError('The answer took too long.', { extensions: { code: 'DEADLINE_EXCEEDED' } });
}
