import { parse, validate, buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGateway } from '../gateway/server';
import { SAMPLES } from '../gateway/explorer-samples';
import { postGraphQL, type Answer } from './http';
import { openSocket } from './socket';
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

describe('an ordinary request', () => {
  test('crosses subgraphs, and carries the caller and the correlation id to each', async () => {
    stub.seen.length = 0;
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01`, 'x-user-id': 'mallory' };
    const { data, headers: got } = await ask('{viewer{username notes{text}}}', {}, headers);
    expect(data).toEqual({ viewer: { username: 'alice', notes: [{ text: 'hi' }] } });
    expect(got.get('x-correlation-id')).toBe(trace);
    const calls = stub.seen.filter(({ path }) => path === '/graphql');
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(['identity', 'notes']);
    for (const { headers: sent } of calls) {
      expect(sent).toMatchObject({
        'x-correlation-id': trace,
        authorization: expect.stringMatching(/^Bearer /) as string,
      });
      expect(Number(sent['x-deadline'])).toBeGreaterThan(Date.now());
      expect(sent['x-user-id']).toBeUndefined();
    }
  });

  test('identity is told of a session once, before anything is asked', async () => {
    stub.seen.length = 0;
    const token = stub.token();
    const call = () => postGraphQL(stub.gateway.url, { token, document: '{note{text}}' });
    await call();
    await call();
    const touches = stub.seen.filter(({ path }) => path === '/internal/touch');
    expect(touches).toHaveLength(1);
    expect(stub.seen[0]).toBe(touches[0]);
    expect(touches[0]!.headers['x-viewer-authorization']).toBe(`Bearer ${token}`);
    expect(touches[0]!.headers.authorization).not.toBe(`Bearer ${token}`);
  });

  test('S39, S32: answers are never cached or sniffed and do not say what serves them', async () => {
    const { headers } = await ask('{viewer{id}}');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('who is not signed in', () => {
  test.each([null, 'abc', 'eyJhbGciOiJub25lIn0.e30.'])('token %j', async (token) => {
    await expectRefusal(
      postGraphQL(stub.gateway.url, { token, document: '{viewer{id}}' }),
      401,
      'UNAUTHENTICATED',
    );
  });

  test('S26, S4: learns nothing of the schema, and costs no planning', async () => {
    for (const document of ['{vewer{id}}', '{__schema{types{name}}}', '{']) {
      const { text } = await expectRefusal(
        postGraphQL(stub.gateway.url, { token: null, document }),
        401,
        'UNAUTHENTICATED',
      );
      expect(text).not.toMatch(/Did you mean|Query|Syntax/);
    }
  });
});

describe('subgraphs that fail', () => {
  test('F6, S23: one that is slow or answers too much costs its own fields', async () => {
    for (const field of ['slow', 'big']) {
      const answer = await ask(`{note{text} ${field}}`);
      expect([answer.status, codesOf(answer)]).toEqual([200, ['SUBGRAPH_UNAVAILABLE']]);
      expect(answer.errors[0]?.path).toEqual([field]);
      expect(answer.data).toEqual({ note: { text: 'hi' }, [field]: null });
    }
  });

  test('S27, S28, S29: errors show no fault, no address, no name of a subgraph', async () => {
    const { text, status } = await ask('{boom coded note{text}}');
    expect(status).toBe(200);
    expect(text).not.toMatch(/secret|10\.0\.0\.1|127\.0\.0\.1|identity|stack|serviceName/);
    expect(text).toContain('Note not found');
  });

  test('S33: no traces for the public', async () => {
    const { text } = await ask('{viewer{id}}', {}, { 'apollo-federation-include-trace': 'ftv1' });
    expect(text).not.toContain('ftv1');
    expect(stub.seen.at(-1)?.headers['apollo-federation-include-trace']).toBeUndefined();
  });

  test('F1, F29: one that is down is named by readiness and costs its own fields', async () => {
    const own = await startStubGateway();
    try {
      const ready = () => fetch(new URL('/health/ready', own.gateway.url));
      expect((await ready()).status).toBe(200);
      await own.stop('notes');
      const document = '{viewer{username notes{text}}}';
      const answer = await postGraphQL(own.gateway.url, { token: own.token(), document });
      expect(answer.data).toEqual({ viewer: { username: 'alice', notes: null } });
      expect(codesOf(answer)).toEqual(['SUBGRAPH_UNAVAILABLE']);
      expect(answer.errors[0]?.path).toEqual(['viewer']);
      const response = await waitFor(async () => {
        const now = await ready();
        return now.status === 503 ? now : null;
      });
      expect(await response.json()).toMatchObject({ parts: { notes: 'missing', identity: 'ready' } });
      // Identity away: nobody waits for it to note the session.
      await own.stop('identity');
      const alone = await postGraphQL(own.gateway.url, { token: own.token(), document: '{viewer{id}}' });
      expect(codesOf(alone)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    } finally {
      await own.close();
    }
  });
});

describe('the supergraph file', () => {
  test('F26: a changed one is served without a restart; a broken one leaves the last good one', async () => {
    const part = async () =>
      ((await (await get('/health/ready')).json()) as { parts: { supergraph: string } }).parts.supergraph;
    expect(codesOf(await ask('{fresh}'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    stub.writeSupergraph('fresh: Int');
    await waitFor(async () => (await ask('{fresh note{text}}')).status === 200);
    stub.writeFile('type Query { broken');
    await waitFor(async () => (await part()) === 'degraded');
    expect((await ask('{fresh note{text}}')).status).toBe(200);
    stub.writeSupergraph('other: Int');
    await waitFor(async () => (await part()) === 'ready');
    expect((await ask('{fresh}')).status).toBe(400);
  });

  test('the schema is handed out with an ETag', async () => {
    const first = await get('/schema.graphql');
    expect(
      buildSchema(await first.text())
        .getQueryType()
        ?.getFields(),
    ).toHaveProperty('viewer');
    const etag = first.headers.get('etag')!;
    expect((await get('/schema.graphql', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('the explorer', () => {
  test('S38: is served from this port alone, under a strict policy', async () => {
    const page = await get('/graphiql');
    const html = await page.text();
    expect(html).toContain('<title>Tributary</title>');
    expect(html).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect((await get(path!)).status).toBe(200);
  });

  test('its sample operations are valid, and left out where the schema lacks them', async () => {
    const schema = buildSchema(readFileSync(join(__dirname, '../schema/api.graphql'), 'utf8'));
    for (const { query, variables } of SAMPLES) {
      expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
      expect(() => JSON.parse(variables ?? '{}') as unknown).not.toThrow();
      // As much as the editor of a window of 1280 pixels shows.
      expect(query.split('\n').filter(({ length }) => length > 48)).toEqual([]);
    }
    expect(await (await get('/graphiql/samples.json')).json()).toEqual([]);
  });
});

test('the development switch admits everybody, and production refuses it', async () => {
  const open = await startStubGateway({ openGateway: true, auth: null });
  try {
    const nested = `{viewer{${'friends{nodes{'.repeat(15)}id${'}}'.repeat(15)}}}`;
    const { errors } = await postGraphQL(open.gateway.url, { token: null, document: nested });
    expect(errors).toEqual([]);
  } finally {
    await open.close();
  }
  const refused = { openGateway: true, production: true } as never;
  await expect(createGateway(refused)).rejects.toThrow('refused in production');
});

test('introspection can be switched off, with suggestions and the schema file', async () => {
  const closed = await startStubGateway({ introspection: 'off' });
  try {
    const own = (document: string) => postGraphQL(closed.gateway.url, { token: closed.token(), document });
    expect((await own('{__schema{types{name}}}')).status).toBe(400);
    expect((await own('{vewer{id}}')).text).not.toContain('Did you mean');
    const socket = openSocket(closed.gateway.wsUrl, closed.token());
    const misspelt = socket.subscribe('subscription{tik}');
    await misspelt.ended();
    expect(misspelt.errors[0]?.message).toBe('Cannot query field "tik" on type "Subscription".');
    await socket.close();
    expect((await fetch(new URL('/schema.graphql', closed.gateway.url))).status).toBe(404);
  } finally {
    await closed.close();
  }
});

test('F5: closing says not ready, finishes what is in flight, and answers nothing new', async () => {
  const own = await startStubGateway({ drainMs: 1000, timeouts: { subgraphMs: 5000, requestMs: 5000 } });
  const inFlight = postGraphQL(own.gateway.url, { token: own.token(), document: '{slow}' });
  await waitFor(() => own.seen.some(({ path }) => path === '/graphql'));
  const closing = own.close();
  expect((await fetch(new URL('/health/ready', own.gateway.url))).status).toBe(503);
  expect((await inFlight).data).toEqual({ slow: 'late' });
  await closing;
  await expect(fetch(own.gateway.url)).rejects.toThrow();
});
