import type { ServerResponse } from 'node:http';
import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { Origin } from '../subgraphs/kit/context';
import type { KnownCaller } from './callers';
import { prefersEventStream, streamFormatOf } from './live/accept';
import { toWire } from './live/frames';
import { FRAMINGS } from './live/framing';
import { beginStream } from './live/stream';
import type { Live, LiveRequest } from './live/options';
import { isRecord } from './requests';

/** Who asks over HTTP, and what travels with it. */
export interface StreamCaller extends KnownCaller {
  correlationId: string;
  origin?: Origin;
}

/** Content types that pages of elsewhere may send without asking first. */
const SIMPLE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const RESPONSE_JSON = 'application/graphql-response+json';
/** Queries of clients that always accept streams are not kept from their way. */
const MAY_SUBSCRIBE = /\bsubscription\b/;

/**
 * Answers a subscription by a stream where the client accepts one. False, and nothing is written, for all else: what is
 * malformed, too, and what a page of elsewhere may have sent, is left to who answers queries.
 */
export async function answerByStream(
  live: Pick<Live, 'serve'>,
  request: HTTPGraphQLRequest,
  caller: StreamCaller,
  response: ServerResponse,
): Promise<boolean> {
  const accept = request.headers.get('accept');
  const format = streamFormatOf(accept);
  const operation = format && forcesPreflight(request) ? operationOf(request) : null;
  if (!format || !operation || !MAY_SUBSCRIBE.test(operation.query)) return false;
  return live.serve(
    {
      ...{ operation, format, caller },
      lastEventId: format === 'sse' ? request.headers.get('last-event-id') : undefined,
      credential: request.headers.get('authorization') ?? '',
      takesResponseJson: accept?.includes(RESPONSE_JSON) ?? false,
    },
    response,
  );
}

/** Whether what is answered once travels as an event. */
export function wantsEvent(request: HTTPGraphQLRequest): boolean {
  return prefersEventStream(request.headers.get('accept')) && forcesPreflight(request);
}

/** Sends an answer as one event; false, and nothing is written, where its status must be seen. */
export function sendAsEvent({ status = 200, body }: HTTPGraphQLResponse, response: ServerResponse): boolean {
  if (body.kind !== 'complete' || (status !== 200 && status !== 400)) return false;
  beginStream(response, FRAMINGS.sse);
  // The answer is JSON without line breaks but for the last.
  const wire = toWire(body.string.trimEnd());
  response.end(FRAMINGS.sse.next({ wire, cursor: null }) + FRAMINGS.sse.completion, 'latin1');
  return true;
}

/** Whether a browser has asked before it sent this on behalf of another page: the rule of Apollo Server for queries. */
function forcesPreflight({ headers }: HTTPGraphQLRequest): boolean {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  const isSimple = type.trim() === '' || SIMPLE_TYPES.includes(type.trim().toLowerCase());
  return (
    !isSimple || Boolean(headers.get('apollo-require-preflight') || headers.get('x-apollo-operation-name'))
  );
}

function operationOf({ method, body, search }: HTTPGraphQLRequest): LiveRequest | null {
  const given = method === 'GET' ? parametersOf(search) : body;
  if (!isRecord(given)) return null;
  const { query, operationName, variables } = given;
  const isWellFormed =
    typeof query === 'string' &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isRecord(variables));
  return isWellFormed ? { query, operationName, variables } : null;
}

function parametersOf(search: string): Record<string, unknown> {
  const given = new URLSearchParams(search);
  const variables = given.get('variables');
  return { ...Object.fromEntries(given), variables: variables === null ? null : parsed(variables) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
