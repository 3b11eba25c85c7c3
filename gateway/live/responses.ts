import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../../subgraphs/kit/errors';
import type { StreamFormat } from './accept';
import { refusal, toRefusal } from './errors';
import { FRAMINGS } from './framing';
import { resumeBehind } from './last-event-id';
import { createRounds, type Rounds } from './rounds';
import { beginStream, openStream, type Stream } from './stream';
import type { Engine } from './engine';
import type { Caller, LiveOptions, LiveRequest } from './options';
import type { Peers } from './peers';
import type { LivePlan } from './planner';

/** An operation whose results may travel as a stream. */
export interface StreamRequest {
  operation: LiveRequest;
  format: StreamFormat;
  /** The header by which clients resume that cannot change the operation. */
  lastEventId?: string;
  caller: Caller;
  /** What the client itself sent to say who it is. */
  credential: string;
  /** Whether `application/graphql-response+json` is understood. */
  takesResponseJson: boolean;
}

/** The HTTP transport: subscriptions as event streams and as multipart answers. */
export interface Responses {
  /** Answers a subscription. False, and nothing is written, where the operation is none. */
  serve(request: StreamRequest, response: ServerResponse): Promise<boolean>;
  /** How many streams are open. */
  size(): number;
  /** Stops the heartbeats. */
  close(): void;
}

interface Parts {
  options: LiveOptions;
  engine: Engine;
  peers: Peers;
  /** All streams, which are shown heartbeats in turn. */
  streams: Rounds<Stream>;
}

/** Where clients of streams meet a status rather than an error in the stream, so that they try again by themselves. */
const STATUS: { readonly [C in ErrorCode]?: number } = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  SERVICE_BUSY: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};
const MALFORMED: readonly unknown[] = [
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'],
  ...['QUERY_TOO_DEEP', 'QUERY_TOO_COMPLEX'],
];
const RETRY_AFTER_S = '5';

/** Makes the transport. */
export function createResponses(options: LiveOptions, engine: Engine, peers: Peers): Responses {
  const streams = createRounds<Stream>(options.limits.pingMs, (stream) => stream.beat());
  const parts: Parts = { options, engine, peers, streams };
  return {
    serve: (request, response) => serve(parts, request, response),
    size: () => streams.size(),
    close: () => streams.stop(),
  };
}

async function serve(parts: Parts, request: StreamRequest, response: ServerResponse): Promise<boolean> {
  const { options, engine, peers } = parts;
  try {
    await peers.turn();
    if (response.destroyed) return true;
    const supergraph = engine.supergraph();
    const operation = resumeBehind(
      request.lastEventId,
      options.trusted?.(request.operation) ?? request.operation,
      {
        ...{ apiSchema: supergraph.apiSchema, maxTokens: options.limits.maxTokens },
      },
    );
    const variables = operation.variables ?? {};
    const prepared = supergraph.prepare(operation, (document) => options.checkDocument(document, variables));
    if (prepared.kind === 'once') return false;
    await open(parts, { ...request, operation }, response, prepared.plan);
  } catch (error) {
    engine.counters.refusals++;
    refuse(request, response, toRefusal(error, request.caller.correlationId, options).errors);
  }
  return true;
}

async function open(
  parts: Parts,
  request: StreamRequest,
  response: ServerResponse,
  plan: LivePlan,
): Promise<void> {
  const { engine, peers } = parts;
  const { caller, credential, operation } = request;
  if (caller.principal.kind !== 'user') throw refusal('FORBIDDEN', 'Subscriptions are for people.');
  if (!peers.hasRoom()) {
    const { errors } = refusal('SERVICE_BUSY', 'There is no room for another stream now.');
    answerJson(request, response, 503, errors);
    return;
  }
  const stream = follow(parts, request, response);
  peers.identify(stream, caller, credential);
  try {
    stream.member = await engine.subscribe(stream.viewer!, plan, operation, stream);
  } catch (error) {
    stream.drop();
    throw error;
  }
  if (!stream.isOpen() && stream.member) engine.unsubscribe(stream.member);
  if (stream.isOpen()) stream.begin();
}

/** A stream on the response that is counted until the response has closed. */
function follow(
  { options, engine, peers, streams }: Parts,
  request: StreamRequest,
  response: ServerResponse,
) {
  const stream = openStream(response, {
    framing: FRAMINGS[request.format],
    origin: request.caller.origin,
    maxBufferedBytes: options.limits.maxBufferedBytes,
    onSlow: () => engine.counters.slowConsumerCuts++,
    onDead: () => engine.counters.deadPeerCuts++,
    onEnd: () => {
      if (stream.member) engine.unsubscribe(stream.member);
    },
  });
  streams.add(stream);
  peers.add(stream);
  response.once('close', () => {
    streams.remove(stream);
    peers.remove(stream);
  });
  return stream;
}

/** Says why there is no stream: by the status, or in a stream of just that, as the client's protocol has it. */
function refuse(
  request: StreamRequest,
  response: ServerResponse,
  errors: readonly GraphQLFormattedError[],
): void {
  if (response.headersSent || response.destroyed) return;
  const code = errors[0]?.extensions?.code as ErrorCode | undefined;
  const status = (code && STATUS[code]) ?? (MALFORMED.includes(code) ? 400 : 200);
  if (request.format === 'sse' && (status === 200 || status === 400)) {
    beginStream(response, FRAMINGS.sse);
    response.end(FRAMINGS.sse.failure(errors), 'latin1');
  } else {
    answerJson(request, response, status, errors);
  }
}

function answerJson(
  { takesResponseJson, caller }: StreamRequest,
  response: ServerResponse,
  status: number,
  errors: readonly GraphQLFormattedError[],
): void {
  const type = takesResponseJson ? 'application/graphql-response+json' : 'application/json';
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  if (status === 429 || status === 503) response.setHeader('retry-after', RETRY_AFTER_S);
  const { correlationId } = caller;
  const marked = errors.map((error) => ({ ...error, extensions: { correlationId, ...error.extensions } }));
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  response.end(JSON.stringify({ errors: marked }));
}
