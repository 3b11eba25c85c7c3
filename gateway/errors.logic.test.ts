import { GraphQLError } from 'graphql';
import { cleanError, isFault } from './errors';

const closed = { keepMessages: false, suggest: false };

function clean(message: string, extensions: Record<string, unknown>, options = closed) {
  const error = new GraphQLError(message, { extensions });
  return cleanError(error.toJSON(), error, options);
}

test('a refusal keeps its message, and of its extensions what is documented', () => {
  const extensions = {
    code: 'FORBIDDEN',
    requiredRole: 'ADMIN',
    serviceName: 'chat',
    stacktrace: ['at x'],
    response: {},
  };
  expect(clean('Only admins may.', extensions)).toEqual({
    message: 'Only admins may.',
    extensions: { code: 'FORBIDDEN', requiredRole: 'ADMIN' },
  });
});

test.each<[unknown, string]>([
  ['DOWNSTREAM_SERVICE_ERROR', 'SUBGRAPH_UNAVAILABLE'],
  ['BAD_REQUEST', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
  ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED'],
  ['QUERY_TOO_DEEP', 'QUERY_TOO_DEEP'],
  ['SOMETHING_ELSE', 'INTERNAL_SERVER_ERROR'],
  ...['constructor', '__proto__', ['FORBIDDEN'], { toString: 1 }, 42, null, undefined].map(
    (code): [unknown, string] => [code, 'INTERNAL_SERVER_ERROR'],
  ),
])('%p is told as %s', (code, told) => {
  const { message, extensions } = clean('password=x', { code });
  expect(extensions?.code).toBe(told);
  expect(message.includes('password')).toBe(!/SERVER|UNAVAILABLE/.test(told));
});

test('S27, S28: a fault says nothing of itself', () => {
  const message = 'duplicate key value violates unique constraint "message_pkey"';
  expect(clean(message, {}).message).toBe('Something went wrong on our side.');
  expect(
    clean('connect ECONNREFUSED 10.0.0.1:4001', { code: 'DOWNSTREAM_SERVICE_ERROR' }).message,
  ).not.toContain('10.0');
});

test('S29: addresses are taken out of every message', () => {
  const { message } = clean('see http://chat.internal:4003/graphql, redis://10.0.0.1 and so on', {
    code: 'NOT_FOUND',
  });
  expect(message).toBe('see [address] [address] and so on');
});

test('S14: a message does not echo at length what was sent', () => {
  expect(clean(`no field ${'x'.repeat(100_000)}`, { code: 'BAD_USER_INPUT' }).message.length).toBeLessThan(
    400,
  );
});

test('S26: suggestions are dropped where the schema is not told', () => {
  const message = 'Cannot query field "vewer" on type "Query". Did you mean "viewer"?';
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  expect(clean(message, extensions).message).toBe('Cannot query field "vewer" on type "Query".');
  expect(clean(message, extensions, { keepMessages: false, suggest: true }).message).toBe(message);
});

test("Apollo Server's own refusals without a code are the caller's fault, anything else without one is ours", () => {
  const refused = new GraphQLError('provided sha does not match query', {
    extensions: { http: { status: 400 } },
  });
  expect(cleanError(refused.toJSON(), refused, closed).extensions?.code).toBe('BAD_USER_INPUT');
  expect(isFault(refused)).toBe(false);
  expect(isFault(new GraphQLError('boom'))).toBe(true);
});

test('path and locations stay', () => {
  const formatted = {
    message: 'm',
    path: ['a', 0],
    locations: [{ line: 1, column: 2 }],
    extensions: { code: 'NOT_FOUND' },
  };
  expect(cleanError(formatted, undefined, closed)).toEqual(formatted);
});
