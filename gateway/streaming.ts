import type { ServerResponse } from 'node:http';
import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { Origin } from '../subgraphs/kit/context';
import type { KnownCaller } from './callers';
import type { GraphqlServer } from './graphql';
import { prefersEventStream, streamFormatOf } from './live/accept';
import { toWire } from './live/frames';
import { FRAMINGS } from './live/framing';
import { beginStream } from './live/stream';
import type { Live } from './live/options';
import { readOperation, type OperationRequest } from './requests';

/** Who asks over HTTP, and what travels with it. */
export interface StreamCaller extends KnownCaller {
  correlationId: string;
  origin?: Origin;
}

/** What serves streams, and knows what stands for the text of a document. */
export interface StreamParts {
  live: Pick<Live, 'serve'>;
  graphql: Pick<GraphqlServer, 'trusted'>;
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
  { live, graphql }: StreamParts,
  request: HTTPGraphQLRequest,
  caller: StreamCaller,
  response: ServerResponse,
): Promise<boolean> {
  const accept = request.headers.get('accept');
  const format = streamFormatOf(accept);
  const asked = format && forcesPreflight(request) ? readOperation(request) : null;
  const query = asked && textOf(asked, graphql);
  if (!format || !query || !MAY_SUBSCRIBE.test(query)) return false;
  return live.serve(
    {
      ...{ operation: { ...asked, query }, format, caller },
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

/** The text of what is asked; undefined where it is not sent and nothing stands for it, as those say who answer queries. */
function textOf(asked: OperationRequest, graphql: StreamParts['graphql']): string | undefined {
  if (asked.query) return asked.query;
  try {
    return graphql.trusted(asked).query;
  } catch {
    return undefined;
  }
}
