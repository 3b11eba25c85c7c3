/** One answer of the gateway. */
export interface Answer<D = Record<string, unknown>> {
  status: number;
  headers: Headers;
  /** The body as it came. */
  text: string;
  /** The body, where it is JSON. */
  json: unknown;
  data: D;
  errors: GraphQLErrorShape[];
  extensions: Record<string, unknown>;
}

export interface GraphQLErrorShape {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; correlationId?: string } & Record<string, unknown>;
}

export interface Operation {
  token: string | null;
  document: string;
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** Sends an operation as a client would. */
export function postGraphQL<D>(url: string, operation: Operation): Promise<Answer<D>> {
  const { document, variables, headers } = operation;
  return postBody<D>(url, JSON.stringify({ query: document, variables }), {
    ...(operation.token === null ? {} : { authorization: `Bearer ${operation.token}` }),
    ...headers,
  });
}

/** Sends any body. */
export async function postBody<D>(
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<Answer<D>> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
  });
  const text = await response.text();
  const json = parse(text);
  const result = (typeof json === 'object' && json !== null ? json : {}) as Partial<Answer<D>>;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    data: (result.data ?? null) as D,
    errors: result.errors ?? [],
    extensions: result.extensions ?? {},
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
