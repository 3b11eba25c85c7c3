import type { IncomingHttpHeaders } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { isRecord, parseJson } from './json';

/** An operation as a client sends it. */
export interface OperationRequest {
  query?: string;
  /** The id of a document, where its text is not sent. */
  documentId?: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/** What came to the address of GraphQL. */
export interface GraphqlRequest {
  method: string;
  headers: IncomingHttpHeaders;
  /** The query of the URL, with its question mark. */
  search: string;
  /** JSON as a value, of a POST. */
  body: unknown;
}

/** A browser asks first before it sends one of these to another origin. */
const PREFLIGHTED = ['apollo-require-preflight', 'x-apollo-operation-name'];
const PARAMETERS = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const;

/**
 * What a well-formed request asks, and that no page of elsewhere can have sent: null for whatever Apollo Server has to
 * decide on, or to refuse.
 */
export function wellFormed(request: GraphqlRequest): OperationRequest | null {
  const { method, headers } = request;
  const type = headers['content-type'];
  const isOurs =
    method === 'POST' ? isJsonType(type) : type === undefined && PREFLIGHTED.some((name) => headers[name]);
  return isOurs ? readOperation(request) : null;
}

/** What a request asks; null where its parts are not of the types that they must be of. */
export function readOperation({
  method,
  body,
  search,
}: Pick<HTTPGraphQLRequest, 'method' | 'body' | 'search'>): OperationRequest | null {
  if (method === 'POST') return readBody(body);
  return method === 'GET' ? fromSearch(search) : null;
}

function isJsonType(type = ''): boolean {
  return type === 'application/json' || /^application\/json *;/i.test(type);
}

/** As `readOperation`, of a body alone. */
export function readBody(body: unknown): OperationRequest | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  const isWellFormed =
    (query == null || typeof query === 'string') &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isRecord(variables)) &&
    (extensions == null || isRecord(extensions));
  if (!isWellFormed) return null;
  return { query: query ?? undefined, documentId: documentIdOf(body), operationName, variables, extensions };
}

/** As the GraphQL-over-HTTP specification has it, or as Relay's networks send it. */
function documentIdOf({ query, documentId, doc_id, id }: Record<string, unknown>): string | undefined {
  if (query) return undefined;
  return [documentId, doc_id, id].find((one) => typeof one === 'string' && one !== '') as string | undefined;
}

function fromSearch(search: string): OperationRequest | null {
  const given = new URLSearchParams(search);
  if (PARAMETERS.some((name) => given.getAll(name).length > 1)) return null;
  const [variables, extensions] = [parsed(given.get('variables')), parsed(given.get('extensions'))];
  const { query, operationName, ...ids } = Object.fromEntries(given);
  return readBody({ ...ids, query, operationName, variables, extensions });
}

/** A parameter as a value; a string, which none may be, for what is no JSON. */
function parsed(text: string | null): unknown {
  return text === null ? undefined : (parseJson(text) ?? text);
}

/** What a request asks, as far as that can be told; Apollo Server refuses the rest. */
export function operationOf({ method, body, search }: HTTPGraphQLRequest): OperationRequest {
  const given = method === 'GET' ? Object.fromEntries(new URLSearchParams(search)) : body;
  if (!isRecord(given)) return {};
  const recordOf = (value: unknown) => {
    const read = method === 'GET' && typeof value === 'string' ? parsed(value) : value;
    return isRecord(read) ? read : undefined;
  };
  return {
    query: typeof given.query === 'string' ? given.query : undefined,
    documentId: documentIdOf(given),
    variables: recordOf(given.variables),
    extensions: recordOf(given.extensions),
  };
}

/** The same request with the text of its document, in the place of what stood for it. */
export function withText(request: HTTPGraphQLRequest, query: string): HTTPGraphQLRequest {
  const { extensions } = operationOf(request);
  const rest = withoutHash(extensions);
  if (request.method !== 'GET')
    return { ...request, body: { ...(request.body as object), query, ...(rest && { extensions: rest }) } };
  const search = new URLSearchParams(request.search);
  search.set('query', query);
  if (rest) search.set('extensions', JSON.stringify(rest));
  return { ...request, search: `?${search.toString()}` };
}

/** Extensions without the hash of a document. */
export function withoutHash(extensions: OperationRequest['extensions']): OperationRequest['extensions'] {
  if (!extensions) return extensions;
  const { persistedQuery: _, ...rest } = extensions;
  return rest;
}

/** The request as Apollo Server takes it. */
export function toApollo({ method, headers, search, body }: GraphqlRequest): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return { method, headers: map, search, body };
}
