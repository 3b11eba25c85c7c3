import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { marked } from './apollo';
import type { RequestHead } from './forward';

const RESPONSE_JSON = 'application/graphql-response+json';

/** The answer to a request that is refused before Apollo Server sees it. */
export function refuseHttp(
  request: HTTPGraphQLRequest,
  error: GraphQLFormattedError,
  head: RequestHead,
): HTTPGraphQLResponse {
  const type = request.headers.get('accept')?.includes(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json';
  const text = JSON.stringify({ errors: [marked(error, head)] });
  const status = error.extensions?.code === 'INTERNAL_SERVER_ERROR' ? 500 : 400;
  return toHttp(status, `${type}; charset=utf-8`, text);
}

function toHttp(status: number, contentType: string, string: string): HTTPGraphQLResponse {
  return {
    status,
    headers: new HeaderMap([['content-type', contentType]]),
    body: { kind: 'complete', string },
  };
}

/** An answer with the id of its request: those that Apollo Server refuses before they have a context lack it. */
export function withCorrelation(response: HTTPGraphQLResponse, head: RequestHead): HTTPGraphQLResponse {
  const { status = 200, body } = response;
  if (status < 400 || body.kind !== 'complete') return response;
  const { errors = [], ...result } = JSON.parse(body.string) as FormattedExecutionResult;
  const string = JSON.stringify({ errors: errors.map((error) => marked(error, head)), ...result });
  return { ...response, body: { kind: 'complete', string } };
}
