import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';

/** One request of a client, and whether it is answered without Apollo Server once its document is known. */
export interface TableRequest {
  name: string;
  method: string;
  headers: Record<string, string>;
  /** Behind the address. */
  search: string;
  body: string | undefined;
  isDirect: boolean;
}

type Fields = Record<string, unknown>;

const JSON_TYPE = { 'content-type': 'application/json' };
const PREFLIGHTED = { 'apollo-require-preflight': 'true' };
const PAGES = 'query Pages($first: Int) { users(first: $first) { nodes { id } } }';
const CONDITIONS =
  'query Conditions($n: Int = 2, $on: Boolean! = true) { users(first: $n) @include(if: $on) { nodes { id } } note @skip(if: $on) { id } }';
const FRAGMENTS =
  '{ viewer { ...Who notes { ...N } } } fragment Who on User { me: username id } fragment N on Note { text }';
const TWO = 'query A { viewer { id } } query B { note { text } }';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: string, version = 1) => ({ persistedQuery: { version, sha256Hash } });

/** Documents differ, so that none is known when it is asked for the first time. */
function unlike(query: string, name: string): string {
  return `${query} # ${name}`;
}

function post(name: string, fields: Fields, given: Partial<TableRequest> = {}): TableRequest {
  const query = typeof fields.query === 'string' ? unlike(fields.query, name) : fields.query;
  const body = JSON.stringify({ ...fields, query });
  return {
    name,
    method: 'POST',
    search: '',
    body,
    isDirect: true,
    ...given,
    headers: { ...JSON_TYPE, ...given.headers },
  };
}

function raw(name: string, body: string, headers: Record<string, string> = {}): TableRequest {
  return { name, method: 'POST', search: '', body, isDirect: false, headers: { ...JSON_TYPE, ...headers } };
}

function get(name: string, fields: Record<string, string>, given: Partial<TableRequest> = {}): TableRequest {
  const query: Record<string, string> =
    fields.query === undefined ? {} : { query: unlike(fields.query, name) };
  const search = `?${String(new URLSearchParams({ ...fields, ...query }))}`;
  return {
    name,
    method: 'GET',
    search,
    body: undefined,
    isDirect: true,
    ...given,
    headers: given.headers ?? PREFLIGHTED,
  };
}

const accepting = (accept: string) =>
  post(`accept ${accept}`, { query: '{ viewer { id } }' }, { headers: { accept } });
const refused = { isDirect: false };

/** What is answered well, in all its forms. */
const GOOD: readonly TableRequest[] = [
  post('a query', { query: '{ viewer { id username } }' }),
  post('two subgraphs', { query: '{ viewer { username notes { text } } }' }),
  post('aliases', { query: '{ me: viewer { name: username __typename } b: note { id } }' }),
  post('fragments', { query: FRAGMENTS }),
  post('a mutation', { query: 'mutation M($n: Int) { ping(n: $n) }', variables: { n: 3 } }),
  post('a page', { query: PAGES, variables: { first: 2 } }),
  post('a page without its size', { query: PAGES, variables: {} }),
  post('no page at all', { query: PAGES, variables: { first: null } }),
  post('defaults', { query: CONDITIONS }),
  post('conditions', { query: CONDITIONS, variables: { on: false } }),
  post('a whole number', { query: CONDITIONS, variables: { n: 5.0 } }),
  post('variables that nothing uses', { query: '{ viewer { id } }', variables: { x: { y: [1] } } }),
  post('nulls beside the query', {
    query: '{ note { text } }',
    variables: null,
    operationName: null,
    extensions: null,
  }),
  post('extensions', { query: '{ note { text } }', extensions: { trace: true } }),
  post('one of two operations', { query: TWO, operationName: 'B' }),
  post('introspection', { query: getIntrospectionQuery() }),
  post('a little introspection', { query: '{ __type(name: "User") { fields { name } } viewer { id } }' }),
  post('__typename alone', { query: '{ __typename }' }),
  post(
    'a charset',
    { query: '{ viewer { id } }' },
    { headers: { 'content-type': 'application/json; charset=utf-8' } },
  ),
  post('an origin', { query: '{ viewer { id } }' }, { headers: { origin: 'https://app.example' } }),
  post(
    'an operation name header',
    { query: '{ viewer { id } }' },
    { headers: { 'x-apollo-operation-name': 'X' } },
  ),
  get('GET', { query: '{ viewer { id } }' }),
  get('GET with variables', { query: PAGES, variables: '{"first":1}', operationName: 'Pages' }),
  get('GET of one of two operations', { query: TWO, operationName: 'A' }),
  ...[
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json;q=0.1, application/graphql-response+json',
    'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8',
    'multipart/mixed;deferSpec=20220824,application/json',
    'text/html,application/xhtml+xml,*/*;q=0.8',
  ].map(accepting),
];

/** What subgraphs answer badly. */
const FAILED: readonly TableRequest[] = [
  post('a fault', { query: '{ boom note { text } }' }),
  post('a known error', { query: '{ coded note { text } }' }),
  post('both, aliased', { query: '{ a: boom b: coded }' }),
  post('too large an answer', { query: '{ big note { text } }' }),
  post(
    'errors for response+json',
    { query: '{ boom }' },
    { headers: { accept: 'application/graphql-response+json' } },
  ),
  get('GET of a fault', { query: '{ boom }' }),
  post('a null that decides what is selected', {
    query: 'query($on: Boolean = true) { note @include(if: $on) { text } }',
    variables: { on: null },
  }),
];

/** What is refused, before and after the document is known. */
const REFUSED: readonly TableRequest[] = [
  post('a syntax error', { query: '{ viewer { ' }, refused),
  post('a field that is not there', { query: '{ vewer { id } note { text } }' }, refused),
  post('a variable of another type', { query: PAGES, variables: { first: 'x' } }, refused),
  post(
    'a variable that is missing',
    { query: 'query($n: Int!) { users(first: $n) { nodes { id } } }' },
    refused,
  ),
  post('a null where none may be', { query: CONDITIONS, variables: { on: null } }, refused),
  post(
    'a variable, for response+json',
    { query: PAGES, variables: { first: 1.5 } },
    { ...refused, headers: { accept: 'application/graphql-response+json' } },
  ),
  post(
    'too deep variables',
    { query: PAGES, variables: { x: JSON.parse('['.repeat(40) + ']'.repeat(40)) } },
    refused,
  ),
  post(
    'too large a page',
    { query: 'query($n:Int){users(first:$n){nodes{friends(first:$n){nodes{id}}}}}', variables: { n: 1000 } },
    refused,
  ),
  post('no such operation', { query: TWO, operationName: 'C' }, refused),
  post('an operation that is not clear', { query: TWO }, refused),
  post('an empty operation name', { query: '{ viewer { id } }', operationName: '' }, refused),
  post('an empty query', { query: '' }, refused),
  post('no query', { variables: {} }, refused),
  post('a number for a query', { query: 7 }, refused),
  post('a list of variables', { query: PAGES, variables: [1] }, refused),
  post('text for variables', { query: PAGES, variables: '{}' }, refused),
  post('a list of extensions', { query: PAGES, extensions: [] }, refused),
  post('a number for a name', { query: PAGES, operationName: 1 }, refused),
  post('a subscription', { query: 'subscription { tick }' }, refused),
  post(
    'nothing acceptable',
    { query: '{ viewer { id } }' },
    { ...refused, headers: { accept: 'image/png' } },
  ),
  post(
    'another operation of a subscription',
    { query: 'subscription S { tick } query Q { note { text } }', operationName: 'S' },
    refused,
  ),
  raw('a batch', '[{"query":"{viewer{id}}"}]'),
  raw('a text', '"text"'),
  raw('half a body', '{"query":"{vie'),
  raw('no body', ''),
  raw('another charset', '{"query":"{viewer{id}}"}', { 'content-type': 'application/json; charset=utf-16' }),
  raw('a form', 'query={viewer{id}}', { 'content-type': 'application/x-www-form-urlencoded' }),
  raw('a form that was preflighted', 'query={viewer{id}}', { 'content-type': 'text/plain', ...PREFLIGHTED }),
  raw('an encoding that nobody knows', '{"query":"{viewer{id}}"}', { 'content-encoding': 'rot13' }),
  get('GET without a preflight', { query: '{ viewer { id } }' }, { ...refused, headers: {} }),
  get('GET of a mutation', { query: 'mutation { ping(n: 1) }' }, refused),
  get('GET with half the variables', { query: PAGES, variables: '{"first":' }, refused),
  get('GET with a list of variables', { query: PAGES, variables: '[]' }, refused),
  get('GET without a query', { variables: '{}' }, refused),
  get(
    'GET with a type',
    { query: '{ viewer { id } }' },
    { ...refused, headers: { 'content-type': 'application/json' } },
  ),
  {
    ...get('GET of two queries', { query: '{ viewer { id } }' }, refused),
    search: '?query={viewer{id}}&query={note{id}}',
  },
];

/** Persisted queries; each comes to a gateway that knows none. */
const PERSISTED: readonly TableRequest[] = [
  post(
    'a persisted query that nobody knows',
    { extensions: persisted(hashOf('{ viewer { username } }')) },
    refused,
  ),
  raw(
    'another hash',
    JSON.stringify({ query: '{ viewer { id } }', extensions: persisted(hashOf('{ note { id } }')) }),
  ),
  raw(
    'another version',
    JSON.stringify({ query: '{ viewer { id } }', extensions: persisted(hashOf('{ viewer { id } }'), 2) }),
  ),
];

export const REQUESTS: readonly TableRequest[] = [...GOOD, ...FAILED, ...REFUSED, ...PERSISTED];
