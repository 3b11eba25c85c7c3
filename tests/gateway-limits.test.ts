import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { postBody, postGraphQL, type Answer } from './http';
import { startStubGateway, type StubGateway } from './stub-supergraph';
import { waitFor } from './wait';

let stub: StubGateway;
beforeAll(async () => {
  stub = await startStubGateway();
});
afterAll(() => stub.close());

const ask = (document: string, variables?: Record<string, unknown>, headers?: Record<string, string>) =>
  postGraphQL(stub.gateway.url, { token: stub.token(), document, variables, headers });
const get = (path: string, init?: RequestInit) => fetch(new URL(path, stub.gateway.url), init);
const signedIn = () => ({ authorization: `Bearer ${stub.token()}` });
const codesOf = ({ errors }: Pick<Answer, 'errors'>) => errors.map(({ extensions }) => extensions?.code);

async function expectRefusal(
  answer: Promise<Answer<unknown>>,
  status: number,
  code: string,
): Promise<Answer<unknown>> {
  const refused = await answer;
  expect([refused.status, codesOf(refused)[0]]).toEqual([status, code]);
  expect(refused.errors[0]?.extensions?.correlationId).toBe(refused.headers.get('x-correlation-id'));
  expect(refused.data).toBeNull();
  return refused;
}

describe('limits', () => {
  test('S4: the planner bomb is refused before planning', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, i) => `fragment F${i} on User{...F${i + 1} ...F${i + 1}}`,
    );
    const bomb = `{viewer{...F0}} ${fragments.join(' ')} fragment F20 on User{id}`;
    await expectRefusal(ask(bomb), 400, 'QUERY_TOO_COMPLEX');
  });

  test('S1, S10, S11: depth, nesting and tokens', async () => {
    await expectRefusal(
      ask(`{viewer{${'friends{nodes{'.repeat(9)}id${'}}'.repeat(9)}}}`),
      400,
      'QUERY_TOO_DEEP',
    );
    const nested = await ask(`{viewer${'{a'.repeat(10_000)}${'}'.repeat(10_000)}}`);
    expect(nested.status).toBe(400);
    await expectRefusal(ask(`{viewer{${'id '.repeat(10_000)}}}`), 400, 'GRAPHQL_PARSE_FAILED');
  });

  test('S5, S7, S8, S14: aliases, root fields, directives, floods of errors', async () => {
    const many = (text: (i: number) => string) => Array.from({ length: 60 }, (_, i) => text(i)).join(' ');
    await expectRefusal(ask(`{viewer{${many((i) => `a${i}:__typename`)}}}`), 400, 'QUERY_TOO_COMPLEX');
    await expectRefusal(ask(`mutation{${many(() => 'ping(n:1)')}}`), 400, 'QUERY_TOO_COMPLEX');
    const directives = await ask(`{viewer{id ${many(() => '@x')}}}`);
    expect([directives.status, codesOf(directives)]).toEqual([400, ['QUERY_TOO_COMPLEX']]);
    const flood = await ask(`{viewer{${many((i) => `f${i}`)}}}`);
    expect(flood.errors.length).toBeLessThanOrEqual(100);
  });

  test('S16: page sizes count, also those of a persisted query', async () => {
    const query = 'query($n:Int){users(first:$n){nodes{friends(first:$n){nodes{id}}}}}';
    await expectRefusal(ask(query, { n: 1000 }), 400, 'QUERY_TOO_COMPLEX');
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const send = (body: object) =>
      postBody(stub.gateway.url, JSON.stringify({ ...body, extensions: { persistedQuery } }), signedIn());
    expect(codesOf(await send({}))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await send({ query, variables: { n: 1 } })).errors).toEqual([]);
    expect((await send({ variables: { n: 1 } })).errors).toEqual([]);
    await expectRefusal(send({ variables: { n: 1000 } }), 400, 'QUERY_TOO_COMPLEX');
    // S19: another text under the same hash.
    await expectRefusal(send({ query: '{viewer{id}}' }), 400, 'BAD_USER_INPUT');
  });

  test('S12, S13: large bodies and gzip bombs', async () => {
    await expectRefusal(ask(`{viewer{id}} # ${'x'.repeat(1_100_000)}`), 413, 'PAYLOAD_TOO_LARGE');
    const response = await get('/graphql', {
      method: 'POST',
      body: gzipSync(Buffer.alloc(50_000_000, 32)),
      headers: { ...signedIn(), 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(response.status).toBe(413);
  });

  test('variables that nest without end', async () => {
    const body = `{"query":"{viewer{id}}","variables":{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
    await expectRefusal(postBody(stub.gateway.url, body, signedIn()), 400, 'BAD_USER_INPUT');
  });

  test('S20: headers that trickle in are cut off', async () => {
    const socket = connect(stub.gateway.port, '127.0.0.1');
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nX-A: ');
    socket.on('error', () => undefined);
    let isClosed = false;
    socket.on('close', () => (isClosed = true)).resume();
    await waitFor(() => isClosed || (socket.write('a'), false), { timeoutMs: 20_000 });
  });
});

describe('requests that are no GraphQL requests', () => {
  test('malformed bodies', async () => {
    for (const body of [
      '{"query',
      '"text"',
      '[{"query":"{viewer{id}}"}]',
      '{}',
      '{"query":7}',
      '{"query":"{viewer{id}}","variables":"x"}',
      '{"query":"query A{viewer{id}}","operationName":"B"}',
    ]) {
      await expectRefusal(postBody(stub.gateway.url, body, signedIn()), 400, 'BAD_USER_INPUT');
    }
    await expectRefusal(ask('{'), 400, 'GRAPHQL_PARSE_FAILED');
    await expectRefusal(ask('{nope}'), 400, 'GRAPHQL_VALIDATION_FAILED');
    await expectRefusal(ask('query($n:Int!){users(first:$n){nodes{id}}}', { n: 'x' }), 400, 'BAD_USER_INPUT');
    await expectRefusal(ask('subscription{tick}'), 400, 'BAD_USER_INPUT');
  });

  test('S24, S34: only JSON in UTF-8', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    for (const type of [...types, 'application/json; charset=utf-7', 'application/json; charset=utf-16']) {
      const headers = { ...signedIn(), 'content-type': type };
      await expectRefusal(
        postBody(stub.gateway.url, '{"query":"{viewer{id}}"}', headers),
        415,
        'BAD_USER_INPUT',
      );
    }
  });

  test('S34, S35: GET needs a preflight and changes nothing', async () => {
    expect((await get('/graphql?query={viewer{id}}', { headers: signedIn() })).status).toBe(400);
    const headers = { ...signedIn(), 'apollo-require-preflight': 'true' };
    expect((await get('/graphql?query={viewer{id}}', { headers })).status).toBe(200);
    expect((await get('/graphql?query=mutation{ping(n:1)}', { headers })).status).toBe(405);
    expect((await get('/graphql', { method: 'PUT', headers })).status).toBe(405);
  });

  test('S36: origins are answered from the list', async () => {
    const allowed = async (origin: string) =>
      (await get('/graphql', { method: 'OPTIONS', headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowed('https://app.example')).toBe('https://app.example');
    expect(await allowed('https://app.example.evil')).toBeNull();
    expect(await allowed('null')).toBeNull();
  });
});
