import type { ServerResponse } from 'node:http';
import type { FetchCall, SubgraphAnswer } from '../gateway/execute/operation';
import { createForward, type Forward, type ForwardOptions, type RequestHead } from '../gateway/forward';
import { readConfig } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import { startHeldSubgraph, type Held, type HeldSubgraph } from './held-subgraph';
import { postGraphQL } from './http';
import { startStubGateway, type StubGateway } from './stub-supergraph';
import { FAULTS } from './subgraph-faults';
import { waitFor } from './wait';

/** How calls to subgraphs fail, how they are given up, and what is said of it. */
const warnings: object[] = [];
const opened: Forward[] = [];
let subgraph: HeldSubgraph;
let held: Held[];
let arrived: HeldSubgraph['arrived'];

beforeAll(async () => {
  subgraph = await startHeldSubgraph();
  ({ held, arrived } = subgraph);
});

afterEach(async () => {
  for (const forward of opened.splice(0)) await forward.close();
  subgraph.reset();
  warnings.length = 0;
});

afterAll(() => subgraph.close());

function open(overrides: Partial<ForwardOptions> = {}): Forward {
  const log = createLogger('test', 'silent');
  log.warn = (details: object) => void warnings.push(details);
  const forward = createForward({
    subgraphUrls: { notes: subgraph.url },
    ...{ timeoutMs: 5000, maxResponseBytes: 1000, connections: 10, maxWaiting: 10, share: 'off' },
    ...{ signServiceToken: null, signOrigin: (origin) => `Bearer ${origin.ip}`, log },
    ...overrides,
  });
  opened.push(forward);
  return forward;
}

const headOf = (head: Partial<RequestHead> = {}): RequestHead => ({
  ...{ authorization: 'Bearer a', correlationId: 'c'.repeat(32), deadline: Date.now() + 5000 },
  ...head,
});

function callOf(query: string): FetchCall {
  const body = JSON.stringify({ query });
  return { query, body, isMutation: query.startsWith('mutation'), rootNames: () => ['note'] };
}

const outcomeOf = ({ data, errors }: SubgraphAnswer) =>
  data ?? errors?.map(({ extensions, path }) => [extensions?.code, ...(path ?? [])].join(' '));

/** One fetch for a request of its own. */
const ask = async (forward: Forward, head: Partial<RequestHead> = {}, query = '{note}') =>
  outcomeOf(await forward.senderOf(headOf(head))('notes', callOf(query)));

describe('a call', () => {
  test('that fails is logged under its correlation id', async () => {
    const answer = ask(open());
    await arrived(1);
    held[0]!.response.destroy();
    expect(await answer).toEqual(['SUBGRAPH_UNAVAILABLE note']);
    expect(warnings).toMatchObject([{ subgraph: 'notes', correlationId: 'c'.repeat(32) }]);
  });

  test('for entities that fails says so at the first of them', async () => {
    const answer = open().senderOf(headOf())('nobody', { ...callOf('{_entities}'), rootNames: () => null });
    expect(outcomeOf(await answer)).toEqual(['SUBGRAPH_UNAVAILABLE _entities 0']);
  });

  test('says whose time was up: its own, or that of the whole request', async () => {
    const forward = open({ timeoutMs: 100 });
    expect(await ask(forward)).toEqual(['SUBGRAPH_UNAVAILABLE note']);
    expect(await ask(forward, { deadline: Date.now() + 50 })).toEqual(['DEADLINE_EXCEEDED note']);
    const late = held.length;
    expect(await ask(forward, { deadline: Date.now() })).toEqual(['DEADLINE_EXCEEDED note']);
    expect(held).toHaveLength(late);
    await waitFor(() => held.every(({ request }) => request.socket.destroyed));
  });

  test('keeps the parts of an answer', async () => {
    const answer = open().senderOf(headOf())('notes', callOf('{note}'));
    await arrived(1);
    const errors = [
      { message: 'no', path: ['note'], extensions: { code: 'NOT_FOUND', http: { status: 503 } } },
    ];
    const bytes = Buffer.from(
      `\ufeff{"data":{"note":"ä"},"errors":${JSON.stringify(errors)},"extensions":{"a":1}}`,
    );
    const middle = bytes.indexOf('ä') + 1;
    held[0]!.response.write(bytes.subarray(0, middle));
    held[0]!.response.end(bytes.subarray(middle));
    expect(await answer).toEqual({
      data: { note: 'ä' },
      errors: [{ message: 'no', path: ['note'], extensions: { code: 'NOT_FOUND' } }],
      extensions: { a: 1 },
    });
  });
});

describe('a client that goes away', () => {
  test('ends what was asked for it, which the subgraph sees, and is no failure to be logged', async () => {
    const gone = new AbortController();
    const send = open().senderOf(headOf({ signal: gone.signal }));
    const answers = [send('notes', callOf('{note}')), send('notes', callOf('{other}'))];
    await arrived(2);
    expect(held.some(({ request }) => request.socket.destroyed)).toBe(false);
    gone.abort();
    for (const answer of answers) expect(outcomeOf(await answer)).toEqual(['SUBGRAPH_UNAVAILABLE note']);
    await waitFor(() => held.every(({ request }) => request.socket.destroyed));
    expect(outcomeOf(await send('notes', callOf('{third}')))).toEqual(['SUBGRAPH_UNAVAILABLE note']);
    expect(held).toHaveLength(2);
    expect(warnings).toEqual([]);
  });

  test('leaves its mutation to run to the end', async () => {
    const gone = new AbortController();
    const answer = ask(open(), { signal: gone.signal }, 'mutation{note}');
    await arrived(1);
    gone.abort();
    held[0]!.answer({ note: 1 });
    expect(await answer).toEqual({ note: 1 });
  });
});

describe('a subgraph that is asked for too much', () => {
  const one = { connections: 1, maxWaiting: 2 };

  test('lets so many wait, in order, and refuses the others at once', async () => {
    const forward = open(one);
    const answers = ['{a}', '{b}', '{c}'].map((query) => ask(forward, {}, query));
    expect(await ask(forward)).toEqual(['SERVICE_BUSY note']);
    for (let i = 0; i < 3; i++) {
      await arrived(i + 1);
      expect(held).toHaveLength(i + 1);
      held[i]!.answer({ note: i });
    }
    expect(await Promise.all(answers)).toEqual([{ note: 0 }, { note: 1 }, { note: 2 }]);
    expect(held.map(({ body }) => body)).toEqual(['{a}', '{b}', '{c}'].map((query) => callOf(query).body));
  });

  test('has its queue freed of those who have gone and of those whose time was up', async () => {
    const forward = open(one);
    const first = ask(forward);
    await arrived(1);
    const gone = new AbortController();
    const waiting = ask(forward, { signal: gone.signal });
    const late = ask(forward, { deadline: Date.now() + 100 });
    gone.abort();
    expect([await waiting, await late]).toEqual([['SUBGRAPH_UNAVAILABLE note'], ['DEADLINE_EXCEEDED note']]);
    const patient = [ask(forward, {}, '{b}'), ask(forward, {}, '{c}')];
    held[0]!.answer({ note: 0 });
    await arrived(2);
    held[1]!.answer({ note: 1 });
    await arrived(3);
    held[2]!.answer({ note: 2 });
    expect(await Promise.all([first, ...patient])).toEqual([{ note: 0 }, { note: 1 }, { note: 2 }]);
  });

  test('never refuses what the gateway itself asks', async () => {
    const forward = open({ connections: 1, maxWaiting: 1 });
    const fetches = [ask(forward), ask(forward)];
    const internal = forward.internal('notes', '/internal/x', {});
    for (let i = 0; i < 3; i++) {
      await arrived(i + 1);
      held[i]!.answer({ note: i });
    }
    expect((await internal).body).toEqual({ data: { note: 2 } });
    await Promise.all(fetches);
  });

  test('goes on with the next when a call is given up', async () => {
    const forward = open(one);
    const gone = new AbortController();
    const first = ask(forward, { signal: gone.signal });
    const next = ask(forward, {}, '{b}');
    await arrived(1);
    gone.abort();
    await arrived(2);
    held[1]!.answer({ note: 1 });
    expect([await first, await next]).toEqual([['SUBGRAPH_UNAVAILABLE note'], { note: 1 }]);
  });
});

describe('identical fetches that are under way', () => {
  const both = (forward: Forward, heads: [RequestHead, RequestHead], query = '{note}') => {
    const senders = new Map(heads.map((head) => [head, forward.senderOf(head)]));
    return heads.map((head) => senders.get(head)!('notes', callOf(query)));
  };

  test('of one request are one call, of which each has an answer of its own', async () => {
    const forward = open({ share: 'request' });
    const head = headOf();
    const answers = both(forward, [head, head]);
    const others = both(forward, [headOf(), headOf({ authorization: 'Bearer b' })]);
    await arrived(3);
    for (const { answer } of held) answer({ note: 1 });
    const [one, other] = await Promise.all(answers);
    expect([one, one === other, one!.data === other!.data]).toEqual([other, false, false]);
    await Promise.all(others);
    expect([held.length, forward.counters]).toEqual([3, { fetches: 3, shared: 1 }]);
  });

  test('of one caller are one call, where that is wanted; of two callers or places never', async () => {
    const forward = open({ share: 'all' });
    const there = { ip: '10.0.0.1', userAgent: null };
    const alone = [headOf({ authorization: 'Bearer b' }), headOf({ origin: there })];
    const heads = [headOf(), headOf(), ...alone].map((head) =>
      forward.senderOf(head)('notes', callOf('{note}')),
    );
    await arrived(3);
    const mutations = both(forward, [headOf(), headOf()], 'mutation{note}');
    await arrived(5);
    for (const { answer } of held) answer({ note: 1 });
    await Promise.all([...heads, ...mutations]);
    expect([held.length, forward.counters]).toEqual([5, { fetches: 5, shared: 1 }]);
  });
});

describe('through the gateway, a subgraph that', () => {
  let stub: StubGateway;
  const post = (document: string) =>
    postGraphQL<{ viewer: object } | null>(stub.gateway.url, { token: stub.token(), document });
  beforeAll(async () => {
    stub = await startStubGateway();
  });
  afterAll(() => stub.close());
  afterEach(() => {
    stub.faults.notes = undefined;
  });

  test.each(Object.keys(FAULTS))('%s', async (fault) => {
    stub.faults.notes = FAULTS[fault]!;
    const [root, entity] = await Promise.all([
      post('{note{text} viewer{username}}'),
      post('{viewer{username notes{text}}}'),
    ]);
    expect([root.status, entity.status]).toEqual([200, 200]);
    expect(root.data).toEqual({ note: null, viewer: { username: 'alice' } });
    expect(entity.data).toEqual({ viewer: { username: 'alice', notes: null } });
    for (const [answer, path] of [[root, 'note'] as const, [entity, 'viewer'] as const]) {
      const [error, ...others] = answer.errors;
      expect([error?.extensions?.code, error?.path, others]).toEqual(['SUBGRAPH_UNAVAILABLE', [path], []]);
      expect(answer.text).not.toMatch(/10\.0\.0\.1|127\.0\.0\.1|undici|ECONN|html/i);
    }
    stub.faults.notes = undefined;
    expect((await post('{note{text}}')).data).toEqual({ note: { text: 'hi' } });
  });

  test('refuses the token says so at its own fields', async () => {
    const errors = [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }];
    stub.faults.notes = (response) => response.writeHead(401).end(JSON.stringify({ errors }));
    const answer = await post('{note{text} viewer{username}}');
    expect(answer.data).toEqual({ note: null, viewer: { username: 'alice' } });
    expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('answers what the schema does not say costs no more than its own fields', async () => {
    for (const data of ['5', '[]', '"x"', '{}', '{"note":[{"text":1}]}', '{"note":{"text":{}}}']) {
      stub.faults.notes = (response) => response.end(`{"data":${data}}`);
      const answer = await post('{note{text} viewer{username}}');
      expect([data, answer.status, answer.data?.viewer]).toEqual([data, 200, { username: 'alice' }]);
    }
  });

  test('tells of its statements is not repeated where nobody asked for it', async () => {
    const told = { statements: { count: 1, names: { 'notes.read': 1 } } };
    const answered = JSON.stringify({ data: { note: { text: 'x' } }, extensions: told });
    stub.faults.notes = (response) => response.end(answered);
    const answer = await post('{note{text}}');
    expect([answer.data, answer.extensions]).toEqual([{ note: { text: 'x' } }, {}]);
    const refusal = /COUNT_STATEMENTS is refused/;
    const read = (NODE_ENV: string) => () => readConfig(['task'], { NODE_ENV, COUNT_STATEMENTS: 'true' });
    expect(read('production')).toThrow(refusal);
    expect(read('development')).not.toThrow(refusal);
  });

  test('works for a client that goes away sees the connection close', async () => {
    const asked = new Promise<ServerResponse>((resolve) => {
      stub.faults.notes = resolve;
    });
    const gone = new AbortController();
    const headers = { authorization: `Bearer ${stub.token()}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{note{text}}' });
    const answer = fetch(stub.gateway.url, { method: 'POST', headers, body, signal: gone.signal });
    const response = await asked;
    expect(response.destroyed).toBe(false);
    gone.abort();
    await expect(answer).rejects.toThrow('aborted');
    await waitFor(() => response.destroyed);
  });
});
