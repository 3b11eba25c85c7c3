import type { HTTPGraphQLRequest } from '@apollo/server';

/** An operation as a client sends it. */
export interface OperationRequest {
  query?: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

const SIMPLE_GET_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];
const PARAMETERS = ['query', 'operationName', 'variables', 'extensions'] as const;

/**
 * What a well-formed request asks, and that no page of elsewhere can have sent: null for whatever Apollo Server has to
 * decide on, or to refuse.
 */
export function wellFormed({ method, headers, body, search }: HTTPGraphQLRequest): OperationRequest | null {
  const type = headers.get('content-type');
  if (method === 'POST') return isJsonType(type) ? fromBody(body) : null;
  // A browser asks first before it sends such a header to another origin.
  const isAsked = SIMPLE_GET_HEADERS.some((name) => headers.get(name));
  return method === 'GET' && type === undefined && isAsked ? fromSearch(search) : null;
}

function isJsonType(type = ''): boolean {
  return type === 'application/json' || /^application\/json *;/i.test(type);
}

function fromBody(body: unknown): OperationRequest | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  const isWellFormed =
    (query === undefined || typeof query === 'string') &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isRecord(variables)) &&
    (extensions == null || isRecord(extensions));
  return isWellFormed ? { query, operationName, variables, extensions } : null;
}

function fromSearch(search: string): OperationRequest | null {
  const given = new URLSearchParams(search);
  if (PARAMETERS.some((name) => given.getAll(name).length > 1)) return null;
  const operationName = given.get('operationName') ?? undefined;
  const [variables, extensions] = [parsed(given.get('variables')), parsed(given.get('extensions'))];
  return fromBody({ query: given.get('query') ?? undefined, operationName, variables, extensions });
}

/** A parameter as a value; a string, which none may be, for what is no JSON. */
function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    const value = JSON.parse(text) as unknown;
    return value === null ? text : value;
  } catch {
    return text;
  }
}

/** Whether a value is an object, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
