import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import type { Frame, Subscribed, TestSocket } from './socket';
import { waitFor } from './wait';

interface ChatEvents {
  chatEvents: {
    cursor: string;
    event: { message?: { body: string; author: { username: string } | null } | null };
  };
}

const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) {
    cursor
    event { ... on MessageSent { message { body author { username } } } }
  }
}`;
const SUPERGRAPH = join(__dirname, '..', 'schema', 'supergraph.graphql');
const CLOSED_FIELD = /\n\s+"""Whether it is closed[^\n]*"""\n\s+isClosed: Boolean![^\n]*/;

const NAME_OF_IDENTITY = /displayName: String! @join__field\(graph: IDENTITY\)/;

let folder: string;
let supergraphFile: string;
let platform: Platform;
let acme: SeededWorkspace;
let chat: SeededChat;
let sockets: TestSocket[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tributary-live-'));
  supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, readFileSync(SUPERGRAPH));
  platform = await startPlatform({ variables: { SUPERGRAPH_FILE: supergraphFile } });
  acme = await createSeed(platform).workspace();
}, 60_000);

beforeEach(async () => {
  chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
});

afterEach(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  sockets = [];
});

afterAll(async () => {
  await platform?.close();
  rmSync(folder, { recursive: true, force: true });
});

function connect(token: string): TestSocket {
  const socket = platform.socket(token);
  sockets.push(socket);
  return socket;
}

function follow({ token }: Pick<Person, 'token'>): Subscribed<ChatEvents> {
  return connect(token).subscribe<ChatEvents>(CHAT_EVENTS, { chatId: chat.id, after: chat.cursor });
}

const served = async () => (await fetch(new URL('/schema.graphql', platform.url))).text();
const bodyOf = (frame: Frame<ChatEvents>) => frame.data.chatEvents.event.message?.body;
const says = (body: string) => (frame: Frame<ChatEvents>) => bodyOf(frame) === body;
const bodiesOf = (stream: Subscribed<ChatEvents>) => stream.frames.map(bodyOf);
const send = (body: string) => chat.send(acme.owner, body);

test('a Redis that goes away ends nothing: what it lost is polled', async () => {
  const stream = follow(acme.member);
  await send('before');
  await stream.next(says('before'));
  await platform.redis.stop();
  await send('without doorbells');
  await stream.next(says('without doorbells'));
  await platform.redis.start();
  await send('after');
  await stream.next(says('after'));
  expect(bodiesOf(stream)).toEqual(['before', 'without doorbells', 'after']);
  expect(stream.isEnded).toBe(false);
});

test('whoever subscribes while Redis is away is served as well', async () => {
  await platform.redis.stop();
  const stream = follow(acme.member);
  await send('by the poll');
  await stream.next(says('by the poll'));
  await platform.redis.start();
  expect(stream.isEnded).toBe(false);
});

test('a restart of the owning subgraph ends nothing and loses nothing', async () => {
  const stream = follow(acme.member);
  await send('before');
  await stream.next(says('before'));
  // The event is in the log before the subgraph stops, and perhaps not yet pulled.
  await send('on the way');
  await platform.stop('chat');
  await platform.start('chat');
  await send('after');
  await stream.next(says('after'));
  expect(bodiesOf(stream)).toEqual(['before', 'on the way', 'after']);
});

test('a new schema ends with SCHEMA_CHANGED what it no longer has, and nothing else', async () => {
  const stream = follow(acme.member);
  const leaving = connect(acme.member.token).subscribe(
    'subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event { ... on MessageSent { message { chat { isClosed } } } } } }',
    { id: chat.id, after: chat.cursor },
  );
  await send('old schema');
  await Promise.all([stream.next(says('old schema')), leaving.next()]);
  const sdl = readFileSync(SUPERGRAPH, 'utf8');
  expect(sdl).toMatch(CLOSED_FIELD);
  writeFileSync(supergraphFile, sdl.replace(CLOSED_FIELD, ''));
  await leaving.ended();
  expect(leaving.errors.map(({ extensions }) => extensions?.code)).toEqual(['SCHEMA_CHANGED']);
  await send('new schema');
  await stream.next(says('new schema'));
  expect(bodiesOf(stream)).toEqual(['old schema', 'new schema']);
  writeFileSync(supergraphFile, sdl);
});

test('a subgraph that does not understand the schema in force for a minute ends with SCHEMA_CHANGED what needs it', async () => {
  const stream = follow(acme.member);
  const leaving = connect(acme.member.token).subscribe(
    'subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event { ... on MessageSent { message { author { displayName } } } } } }',
    { id: chat.id, after: chat.cursor },
  );
  await send('understood');
  await Promise.all([stream.next(says('understood')), leaving.next()]);
  const sdl = readFileSync(SUPERGRAPH, 'utf8');
  expect(sdl).toMatch(NAME_OF_IDENTITY);
  // The gateway now asks chat itself for a name that chat does not know.
  const changed = sdl.replace(NAME_OF_IDENTITY, '$& @join__field(graph: CHAT)');
  const before = await served();
  writeFileSync(supergraphFile, changed.replace(CLOSED_FIELD, ''));
  await waitFor(async () => (await served()) !== before);
  await send('not understood');
  await stream.next(says('not understood'));
  await waitFor(
    () => {
      platform.clock.advance(500);
      return leaving.isEnded;
    },
    { what: 'the minute to be over', timeoutMs: 30_000 },
  );
  expect(leaving.errors.map(({ extensions }) => extensions?.code)).toEqual(['SCHEMA_CHANGED']);
  expect(stream.isEnded).toBe(false);
  writeFileSync(supergraphFile, sdl);
});

test('I4: a token that expires closes the socket with 4403', async () => {
  const token = platform.token(acme.member.username, { lifetimeSeconds: 60 });
  const [expiring, lasting] = [follow({ token }), follow(acme.owner)];
  await send('valid');
  await Promise.all([expiring, lasting].map((stream) => stream.next(says('valid'))));
  platform.clock.advance(61_000);
  await expiring.ended();
  expect(expiring.closeCode).toBe(4403);
  await send('still valid');
  await lasting.next(says('still valid'));
});

test('B15: a right that vanished without an event ends the subscription within a minute', async () => {
  const stream = follow(acme.member);
  await send('seen');
  await stream.next(says('seen'));
  await platform.sql(
    '/* tests.loseMembership */ UPDATE access.membership m SET active = false FROM access.person p WHERE p.user_id = m.user_id AND p.username_lower = $1',
    [acme.member.username.toLowerCase()],
  );
  platform.clock.advance(61_000);
  await stream.ended();
  expect(stream.errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  await waitFor(() => stream.closeCode === null);
});
