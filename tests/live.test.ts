import { WebSocket } from 'ws';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import { openSocket, type Frame, type Subscribed, type TestSocket } from './socket';
import { waitFor } from './wait';

interface Message {
  body: string;
  author: { username: string } | null;
  chat: { workspace: { slug: string } | null } | null;
}

interface ChatEvents {
  chatEvents: { cursor: string; event: { __typename: string; message?: Message | null } };
}

const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) {
    cursor
    event { __typename ... on MessageSent { message { body author { username } chat { workspace { slug } } } } }
  }
}`;
const ORIGIN_OF_NOBODY = 'https://elsewhere.example';

let platform: Platform;
let acme: SeededWorkspace;
let mallory: Person;
let sockets: TestSocket[] = [];

beforeAll(async () => {
  platform = await startPlatform();
  const seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterEach(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  sockets = [];
});

afterAll(() => platform?.close());

function connect(person: Person): TestSocket {
  const socket = openSocket(platform.wsUrl, person.token);
  sockets.push(socket);
  return socket;
}

/** Subscribes behind the chat's last event, so that nothing is missed however late the server admits. */
function follow(socket: TestSocket, chat: SeededChat, after = chat.cursor): Subscribed<ChatEvents> {
  return socket.subscribe<ChatEvents>(CHAT_EVENTS, { chatId: chat.id, after });
}

const bodyOf = (frame: Frame<ChatEvents>) => frame.data.chatEvents.event.message?.body;
const says = (body: string) => (frame: Frame<ChatEvents>) => bodyOf(frame) === body;

function removeParticipant(chat: SeededChat, person: Person) {
  const document = `mutation ($input: RemoveChatParticipantInput!) {
    removeChatParticipant(input: $input) { userErrors { message } } }`;
  const input = { chatId: chat.id, userId: person.id };
  return platform.query(acme.owner.token, document, { input });
}

describe('resuming', () => {
  test('D9: whoever was added again is not ended by the old removal when resuming before it', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    await removeParticipant(chat, acme.member);
    const document = `mutation ($input: AddChatParticipantInput!) {
      addChatParticipant(input: $input) { userErrors { message } } }`;
    await platform.query(acme.owner.token, document, { input: { chatId: chat.id, userId: acme.member.id } });
    const stream = follow(connect(acme.member), chat);
    await chat.send(acme.owner, 'Welcome back');
    await stream.next(says('Welcome back'));
    expect(stream.isEnded).toBe(false);
  });

  test('late joiners beside live ones catch up from the log and go live', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const live = follow(connect(acme.member), chat);
    for (let i = 0; i < 5; i++) await chat.send(acme.owner, `early ${i}`);
    await live.next(says('early 4'));
    const late = follow(connect(acme.member), chat);
    for (let i = 0; i < 5; i++) await chat.send(acme.owner, `later ${i}`);
    await Promise.all([live, late].map((stream) => stream.next(says('later 4'))));
    expect(late.frames.map(bodyOf)).toEqual(live.frames.map(bodyOf));
    expect(late.frames).toHaveLength(10);
  });
});

describe('the socket', () => {
  test.each([
    ['no token', null],
    ['a forged token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
  ])('%s closes with 4403', async (_, token) => {
    const socket = openSocket(platform.wsUrl, token);
    sockets.push(socket);
    const stream = socket.subscribe(CHAT_EVENTS, { chatId: 'x' });
    await stream.ended();
    expect(stream.closeCode).toBe(4403);
  });

  test('a ping with a token of the same subject is welcome, one of another subject closes with 4403', async () => {
    const socket = await rawSocket(acme.owner);
    const ping = (person: Person) =>
      socket.send(
        JSON.stringify({
          type: 'ping',
          payload: { authorization: `Bearer ${platform.token(person.username)}` },
        }),
      );
    ping(acme.owner);
    await waitFor(() => socket.types.includes('pong'));
    expect(socket.closeCode()).toBeNull();
    ping(mallory);
    await waitFor(() => socket.closeCode() !== null);
    expect(socket.closeCode()).toBe(4403);
  });

  test('S37: a page of elsewhere cannot open a socket', async () => {
    const socket = new WebSocket(platform.wsUrl, 'graphql-transport-ws', { origin: ORIGIN_OF_NOBODY });
    const status = await new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
    });
    socket.terminate();
    expect(status).toBe(403);
  });

  test('queries and mutations are answered, and the plain subscription has no cursor', async () => {
    const chat = await acme.chat();
    const socket = connect(acme.owner);
    const plain = socket.subscribe('subscription ($id: ID!) { messageSent(chatId: $id) { body } }', {
      id: chat.id,
    });
    const query = socket.subscribe('{ viewer { username } }');
    await query.ended();
    expect(query.frames).toEqual([{ data: { viewer: { username: acme.owner.username } } }]);
    // The plain one cannot resume, so it may take more than one message until it is admitted.
    const frame = await waitFor(async () => {
      const document =
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { body } } }';
      const mutation = socket.subscribe(document, { input: { chatId: chat.id, body: 'Over the socket' } });
      await mutation.ended();
      return plain.frames[0];
    });
    expect(frame).toEqual({ data: { messageSent: { body: 'Over the socket' } } });
  });
});

/** A socket whose frames the test writes itself. */
async function rawSocket(person: Person) {
  const socket = new WebSocket(platform.wsUrl, 'graphql-transport-ws');
  const types: string[] = [];
  let closeCode: number | null = null;
  socket.on('message', (data: Buffer) => types.push((JSON.parse(data.toString()) as { type: string }).type));
  socket.on('close', (code) => {
    closeCode = code;
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${person.token}` } }),
  );
  await waitFor(() => types.includes('connection_ack'));
  return { types, send: (frame: string) => socket.send(frame), closeCode: () => closeCode };
}
