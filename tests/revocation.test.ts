import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { WebSocket } from 'ws';
import { SUBGRAPH_NAMES } from '../subgraphs/kit/config';
import { sessionIdOf } from '../subgraphs/kit/ids';
import { postGraphQL } from './http';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { waitFor } from './wait';

/** What is promised: a revocation reaches everything within five seconds. */
const PROMISE_MS = 5000;
const PORTS = ['gateway', ...SUBGRAPH_NAMES] as const;
const CHAT_EVENTS = 'subscription ($id: ID!) { chatEvents(chatId: $id) { cursor event { __typename } } }';
const BOARD_EVENTS = 'subscription ($id: ID!) { boardEvents(boardId: $id) { cursor event { __typename } } }';
const REVOKE_ALL = `mutation { revokeAllSessions(input: {}) { revokedCount userErrors { message } } }`;
const REMOVE = `mutation ($input: RemoveWorkspaceMemberInput!) {
  removeWorkspaceMember(input: $input) { userErrors { code message } } }`;

let platform: Platform;
let workspace: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  workspace = await platform.seed.workspace();
});
afterAll(() => platform.close());

const urlOf = (port: (typeof PORTS)[number]) => `http://127.0.0.1:${platform.wiring.ports[port]}/graphql`;

/** Whether a port answers a token, or why not. */
async function answerOf(port: (typeof PORTS)[number], token: string): Promise<string> {
  const { status, errors } = await postGraphQL(urlOf(port), { token, document: '{ __typename }' });
  return errors[0]?.extensions?.code ?? String(status);
}

/** A graphql-ws connection of nothing but its token, to any port. */
function connect(url: string, payload?: object) {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  const state = { isAcknowledged: false, code: 0 };
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  socket.on('message', () => (state.isAcknowledged = true));
  socket.on('error', () => undefined);
  socket.on('close', (code) => (state.code = code));
  return state;
}

const signIn = (username: string) => platform.token(username, { claims: { sid: randomUUID() } });
async function newMember(name: string): Promise<Person> {
  const person = await platform.seed.person(`${name}-${randomUUID().slice(0, 8)}`);
  await workspace.add(person, 'MEMBER');
  return person;
}

/** A stream of which a first frame has come, so that it is known to be open. */
async function openStream(person: Person, document: string, id: string, cause: () => Promise<unknown>) {
  const stream = platform.subscribe(person.token, document, { id });
  await waitFor(
    async () => {
      await cause();
      return stream.frames.length > 0;
    },
    { what: 'a first frame' },
  );
  return stream;
}

async function openStreams(member: Person) {
  const chat = await workspace.chat({ visibility: 'PRIVATE', participants: [member] });
  const board = await workspace.board();
  const chatEvents = await openStream(member, CHAT_EVENTS, chat.id, () =>
    chat.send(workspace.owner, 'Hello'),
  );
  const boardEvents = await openStream(member, BOARD_EVENTS, board.id, () => workspace.task());
  return { chat, board, streams: [chatEvents, boardEvents] };
}

describe.each([[true], [false]])('with Redis: %s', (hasRedis) => {
  beforeAll(async () => {
    if (!hasRedis) await platform.redis.stop();
  });
  afterAll(async () => {
    if (!hasRedis) await platform.redis.start();
  });

  test('A9: the tokens of an ended session are refused at every port, and its sockets close', async () => {
    const [ended, other] = [signIn('alice'), signIn('bob')];
    for (const token of [ended, other])
      for (const port of PORTS) expect([port, await answerOf(port, token)]).toEqual([port, '200']);
    const socketsOf = (token: string) =>
      PORTS.map((port) => connect(urlOf(port), { authorization: `Bearer ${token}` }));
    const [closing, staying] = [socketsOf(ended), socketsOf(other)];
    await waitFor(() => [...closing, ...staying].every(({ isAcknowledged }) => isAcknowledged));

    const revoked = await platform.query<{ revokeAllSessions: object }>(ended, REVOKE_ALL);
    expect(revoked.data.revokeAllSessions).toEqual({
      revokedCount: expect.any(Number) as number,
      userErrors: [],
    });
    const since = Date.now();
    await Promise.all(
      PORTS.map((port) =>
        waitFor(async () => (await answerOf(port, ended)) === 'UNAUTHENTICATED', {
          timeoutMs: PROMISE_MS,
          what: `${port} to refuse the token`,
        }),
      ),
    );
    await waitFor(() => closing.every(({ code }) => code === 4403), {
      timeoutMs: Math.max(1, since + PROMISE_MS - Date.now()),
      what: `the sockets to close, not ${closing.map(({ code }) => code).join(' ')}`,
    });
    expect(staying.map(({ code }) => code)).toEqual(PORTS.map(() => 0));
    for (const port of PORTS) expect([port, await answerOf(port, other)]).toEqual([port, '200']);
    platform.clock.advance(1000);
  });

  test("B15: a removed member's token is a foreigner's, and the streams end", async () => {
    const [leaver, stayer] = [await newMember('leaver'), await newMember('stayer')];
    const { chat, board, streams } = await openStreams(leaver);
    const other = await openStream(stayer, BOARD_EVENTS, board.id, () => workspace.task());
    const input = { workspaceId: workspace.id, userId: leaver.id };
    const removed = await platform.query<Record<string, object>>(workspace.owner.token, REMOVE, { input });
    expect(removed.data.removeWorkspaceMember).toEqual({ userErrors: [] });
    const seen = await platform.query(
      leaver.token,
      `{ workspace(id: "${workspace.id}") { id } chat(id: "${chat.id}") { id } board(id: "${board.id}") { id } }`,
    );
    expect(seen.data).toEqual({ workspace: null, chat: null, board: null });
    await Promise.all(streams.map((stream) => stream.ended(PROMISE_MS)));
    for (const { errors } of streams) expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(other.isEnded).toBe(false);
  });

  test('B15: a stream of a subgraph itself ends for a removed member', async () => {
    const leaver = await newMember('direct');
    const chat = await workspace.chat({ visibility: 'PRIVATE', participants: [leaver] });
    const socket = new WebSocket(urlOf('chat').replace('http', 'ws'), 'graphql-transport-ws');
    const received: { type: string }[] = [];
    const send = (message: object) => socket.send(JSON.stringify(message));
    socket.on('open', () =>
      send({ type: 'connection_init', payload: { authorization: `Bearer ${leaver.token}` } }),
    );
    socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString()) as { type: string }));
    const has = (type: string) => received.some((message) => message.type === type);
    await waitFor(() => has('connection_ack'));
    send({ id: '1', type: 'subscribe', payload: { query: CHAT_EVENTS, variables: { id: chat.id } } });
    await waitFor(async () => {
      await chat.send(workspace.owner, 'Hello');
      return has('next');
    });
    const input = { workspaceId: workspace.id, userId: leaver.id };
    await platform.query(workspace.owner.token, REMOVE, { input });
    await waitFor(() => has('error') || has('complete'), { timeoutMs: PROMISE_MS });
    socket.close();
  });

  test('B15: a restart of the gateway forgets no ended session', async () => {
    const token = signIn('mallory');
    await platform.query(token, REVOKE_ALL);
    await platform.stop('gateway');
    await platform.start('gateway');
    await waitFor(async () => (await answerOf('gateway', token)) === 'UNAUTHENTICATED', {
      timeoutMs: PROMISE_MS,
    });
    platform.clock.advance(1000);
  });
});

test('A9: a gateway learns of ended sessions whichever subgraphs are away', async () => {
  const token = signIn('carol');
  for (const name of ['workspace', 'chat', 'task'] as const) await platform.stop(name);
  await platform.query(token, REVOKE_ALL);
  await waitFor(async () => (await answerOf('gateway', token)) === 'UNAUTHENTICATED', {
    timeoutMs: PROMISE_MS,
  });
  for (const name of ['workspace', 'chat', 'task'] as const) await platform.start(name);
});

test('A9: a revocation whose transaction lasts is not overtaken by later ones', async () => {
  const sid = randomUUID();
  const token = platform.token('bob', { claims: { sid } });
  const client = new Client({ connectionString: platform.database.migratorUrl });
  await client.connect();
  const insert = `INSERT INTO access.revoked_session (subject_id, revoked_at, expires_at) VALUES ($1, $2, $3)`;
  const now = platform.clock.now();
  const later = new Date(now.getTime() + 3_600_000);
  await client.query('BEGIN');
  await client.query(insert, [sessionIdOf(platform.issuerUrl, sid), now, later]);
  const quick = signIn('mallory');
  await platform.query(quick, REVOKE_ALL);
  const everywhere = (refused: string) =>
    Promise.all(
      PORTS.map((port) =>
        waitFor(async () => (await answerOf(port, refused)) === 'UNAUTHENTICATED', { timeoutMs: PROMISE_MS }),
      ),
    );
  await everywhere(quick);
  expect(await answerOf('chat', token)).toBe('200');
  await client.query('COMMIT');
  await client.end();
  await everywhere(token);
});

test('A9: more revocations than are read at a time are all read', async () => {
  const user = await platform.seed.person('one-of-many');
  const bulk = `INSERT INTO access.revoked_session (subject_id, revoked_at, expires_at)
    SELECT gen_random_uuid(), $1::timestamptz, $1::timestamptz + interval '1 hour' FROM generate_series(1, 6000)`;
  await platform.sql(bulk, [platform.clock.now()]);
  await platform.sql(bulk, [platform.clock.now()]);
  await platform.query(user.token, REVOKE_ALL);
  for (const name of ['gateway', 'chat'] as const) {
    await platform.stop(name);
    await platform.start(name);
  }
  for (const port of ['gateway', 'chat'] as const)
    await waitFor(async () => (await answerOf(port, user.token)) === 'UNAUTHENTICATED', {
      timeoutMs: PROMISE_MS,
    });
  platform.clock.advance(1000);
});

test('A15: a socket is admitted by the token of its connection_init, and by nothing else', async () => {
  const good = platform.token('bob');
  const inUrl = `${platform.url}?access_token=${good}&authorization=Bearer%20${good}`;
  const refused = [
    connect(platform.url),
    connect(platform.url, { authorization: `Bearer ${platform.token('bob', { key: 'foreign' })}` }),
    connect(inUrl),
  ];
  const welcome = connect(platform.url, { authorization: `Bearer ${good}` });
  await waitFor(() => refused.every(({ code }) => code === 4403) && welcome.isAcknowledged);
  expect(refused.map(({ isAcknowledged }) => isAcknowledged)).toEqual([false, false, false]);
  expect(welcome.code).toBe(0);
});

test('A20: 401 is for who has no valid identity; everything else is told by its code', async () => {
  const ask = (token: string | null, document: string) =>
    platform.query<Record<string, unknown>>(token, document);
  const nobody = await ask(null, '{ viewer { id } }');
  expect([nobody.status, nobody.errors[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(nobody.headers.get('www-authenticate')).toBe('Bearer');
  const denied = await ask(workspace.owner.token, '{ deadLetters { nodes { id } } }');
  expect([denied.status, denied.errors[0]?.extensions?.code]).toEqual([200, 'FORBIDDEN']);
  await platform.sql('ALTER TABLE chat.chat RENAME TO elsewhere');
  const broken = await ask(
    workspace.owner.token,
    `{ workspace(id: "${workspace.id}") { chats { nodes { id } } } }`,
  );
  await platform.sql('ALTER TABLE chat.elsewhere RENAME TO chat');
  expect([broken.status, broken.errors[0]?.extensions?.code]).toEqual([200, 'INTERNAL_SERVER_ERROR']);
  expect(broken.text).not.toMatch(/elsewhere|does not exist|stack|node_modules/);
});
