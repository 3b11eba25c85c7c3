import { createLogger } from '../subgraphs/kit/logger';
import { codesOf, metric, sendTo } from './gateway-client';
import { postBody, postGraphQL } from './http';
import { REQUESTS, type TableRequest } from './pipeline-table';
import { startStubGateway, type StubGateway } from './stub-supergraph';
import { waitFor } from './wait';

let stub: StubGateway;
beforeAll(async () => {
  stub = await startStubGateway();
});
afterAll(() => stub.close());

interface Seen {
  status: number;
  headers: Record<string, string>;
  text: string;
}

async function send({ method, headers, search, body }: TableRequest): Promise<Seen> {
  const authorization = `Bearer ${stub.token()}`;
  const url = `${stub.gateway.url}${search}`;
  const response = await fetch(url, {
    method,
    body,
    headers: { ...headers, authorization },
    redirect: 'manual',
  });
  const id = response.headers.get('x-correlation-id')!;
  const { date: _, ...kept } = Object.fromEntries(response.headers) as Record<string, string>;
  const text = await response.text();
  return {
    status: response.status,
    headers: { ...kept, 'x-correlation-id': '#' },
    text: text.replaceAll(id, '#'),
  };
}

/** How many requests were answered without Apollo Server. */
const direct = () => metric('direct_total', stub);

describe('what is known to be good is answered without Apollo Server, and no client can tell', () => {
  test.each(REQUESTS.map((request) => [request.name, request] as const))('%s', async (_, request) => {
    const before = await direct();
    const byApollo = await send(request);
    expect(await direct()).toBe(before);
    const again = await send(request);
    expect((await direct()) - before).toBe(request.isDirect ? 1 : 0);
    expect(again).toEqual(byApollo);
  });
});

test('what a subgraph answers in another shape than the schema says is repeated to nobody', async () => {
  const told: string[] = [];
  const log = createLogger('test', 'silent');
  log.error = ({ err }: { err: Error }) => void told.push(err.message);
  const own = await startStubGateway({ log, executor: 'compiled' });
  for (const note of ['"secret"', '{"__typename":["secret"]}']) {
    own.faults.notes = (response) => response.end(`{"data":{"note":${note}}}`);
    const document = '{note{... on Note{text}}}';
    const { text, errors } = await postGraphQL(own.gateway.url, { token: own.token(), document });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    told.push(text);
  }
  await own.close();
  expect(told).toHaveLength(4);
  expect(told.join()).not.toContain('secret');
});

test('nothing is changed or followed where a null decides what is selected', async () => {
  const own = await startStubGateway({ executor: 'compiled' });
  const query = 'mutation ($on: Boolean = true) { ping(n: 1) @include(if: $on) other: ping(n: 2) }';
  for (let round = 0; round < 2; round++) {
    const { status, errors } = await sendTo(own, { query, variables: { on: null } });
    expect([status, codesOf({ errors })]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(errors[0]!.message).toContain('$on');
  }
  const subscription = 'subscription ($on: Boolean = true) { changed { id username @include(if: $on) } }';
  const stream = await postBody(
    own.gateway.url,
    JSON.stringify({ query: subscription, variables: { on: null } }),
    { accept: 'text/event-stream', authorization: `Bearer ${own.token()}` },
  );
  expect(stream.text).toContain('"BAD_USER_INPUT"');
  expect(own.seen.filter(({ path }) => /graphql|admit|execute/.test(path))).toEqual([]);
  await own.close();
});

test('documents are found good anew under another supergraph', async () => {
  const ask = (document: string) => postGraphQL(stub.gateway.url, { token: stub.token(), document });
  stub.writeSupergraph('fresh: Int');
  await waitFor(async () => (await ask('{ fresh note { id } }')).status === 200);
  const before = await direct();
  expect((await ask('{ fresh note { id } }')).status).toBe(200);
  expect((await direct()) - before).toBe(1);
  stub.writeSupergraph('other: Int');
  await waitFor(async () => (await ask('{ fresh note { id } }')).status === 400);
});

test('a supergraph that changes in the middle of a burst costs no request', async () => {
  const ask = (document: string) => postGraphQL(stub.gateway.url, { token: stub.token(), document });
  const schema = async () => (await fetch(new URL('/schema.graphql', stub.gateway.url))).text();
  let isOver = false;
  let asked = 0;
  const wrong: string[] = [];
  const caller = async () => {
    while (!isOver) {
      // Every other one is known, the others are new.
      const id = asked++;
      const alias = id % 2 === 0 ? 'id' : `a${id}: id`;
      const { text, data } = await ask(
        `{ note { ${alias} owner { id username } } viewer { id notes { text } } }`,
      );
      const note = { [id % 2 === 0 ? 'id' : `a${id}`]: 'n1', owner: { id: '1', username: 'alice' } };
      const expected = { note, viewer: { id: '1', notes: [{ text: 'hi' }] } };
      if (JSON.stringify(data) !== JSON.stringify(expected)) wrong.push(text);
    }
  };
  const callers = Array.from({ length: 20 }, caller);
  for (const field of ['first', 'second', 'third', 'fourth']) {
    const before = asked;
    stub.writeSupergraph(`${field}: Int`);
    await waitFor(async () => (await schema()).includes(`  ${field}: Int`));
    await waitFor(() => asked > before + 40);
  }
  isOver = true;
  await Promise.all(callers);
  expect(wrong).toEqual([]);
});
