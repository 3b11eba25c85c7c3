import type { GraphQLErrorShape } from './http';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import type { Frame, Subscribed } from './subscribed';
import { TRANSPORTS, type TestClient, type Transport } from './transports';
import { waitFor } from './wait';

/** What must be the same however results travel. */
interface ChatEvents {
  chatEvents: { cursor: string; event: { __typename: string; message?: Message | null } };
}

interface Message {
  body: string;
  author: { username: string } | null;
  chat: { workspace: { slug: string } | null } | null;
}

const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) {
    cursor
    event { __typename ... on MessageSent { message { body author { username } chat { workspace { slug } } } } }
  }
}`;

let platform: Platform;
let acme: SeededWorkspace;
let mallory: Person;
let clients: TestClient[] = [];

beforeAll(async () => {
  platform = await startPlatform();
  const seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  clients = [];
});

afterAll(() => platform?.close());

const bodyOf = (frame: Frame<ChatEvents>) => frame.data.chatEvents.event.message?.body;
const says = (body: string) => (frame: Frame<ChatEvents>) => bodyOf(frame) === body;
const codesOf = (errors: readonly GraphQLErrorShape[]) => errors.map(({ extensions }) => extensions?.code);

function removeParticipant(chat: SeededChat, person: Person) {
  const document = `mutation ($input: RemoveChatParticipantInput!) {
    removeChatParticipant(input: $input) { userErrors { message } } }`;
  return platform.query(acme.owner.token, document, { input: { chatId: chat.id, userId: person.id } });
}

describe.each(TRANSPORTS)('over $name', (transport: Transport) => {
  function connect({ token }: Pick<Person, 'token'>): TestClient {
    const client = transport.connect(platform, token);
    clients.push(client);
    return client;
  }

  /** Subscribes behind the chat's last event, so that nothing is missed however late the server admits. */
  function follow(client: TestClient, chat: SeededChat, after = chat.cursor): Subscribed<ChatEvents> {
    return client.subscribe<ChatEvents>(CHAT_EVENTS, { chatId: chat.id, after });
  }

  test('D9: participants receive what is sent, with fields of other subgraphs and a cursor', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member, acme.guest] });
    const streams = [acme.owner, acme.member, acme.guest].map((person) => follow(connect(person), chat));
    await chat.send(acme.owner, 'Hello');
    for (const stream of streams) {
      const frame = await stream.next(says('Hello'));
      expect(frame.errors).toBeUndefined();
      expect(frame.data.chatEvents.event.message).toMatchObject({
        body: 'Hello',
        author: { username: acme.owner.username },
        chat: { workspace: { slug: acme.slug } },
      });
      expect(frame.extensions).toEqual({ cursor: frame.data.chatEvents.cursor });
    }
  });

  test('D9: whoever may not see the chat is refused as if it did not exist, and receives nothing', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const missing = `${chat.id.slice(0, -4)}0000`;
    const withoutCorrelation = (errors: GraphQLErrorShape[]) =>
      errors.map(({ message, extensions }) => ({ message, code: extensions?.code }));
    for (const stranger of [mallory, acme.guest]) {
      const client = connect(stranger);
      const answers = [chat.id, missing].map((chatId) => client.subscribe(CHAT_EVENTS, { chatId }));
      await Promise.all(answers.map((answer) => answer.ended()));
      expect(codesOf(answers[0]!.errors)).toEqual(['NOT_FOUND']);
      expect(withoutCorrelation(answers[0]!.errors)).toEqual(withoutCorrelation(answers[1]!.errors));
      await chat.send(acme.owner, 'Not for strangers');
      expect(answers[0]!.frames).toEqual([]);
    }
  });

  test('D9: the stream of a removed participant ends with FORBIDDEN behind the removal, and only that one', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const other = await acme.chat({ participants: [acme.member] });
    const client = connect(acme.member);
    const [removed, kept] = [follow(client, chat), follow(client, other)];
    const owners = follow(connect(acme.owner), chat);
    await chat.send(acme.owner, 'Before');
    await removed.next(says('Before'));
    await removeParticipant(chat, acme.member);
    await removed.ended();
    expect(codesOf(removed.errors)).toEqual(['FORBIDDEN']);
    await chat.send(acme.owner, 'After');
    await owners.next(says('After'));
    const types = ({ frames }: Subscribed<ChatEvents>) =>
      frames.map((frame) => frame.data.chatEvents.event.__typename);
    const before = types(owners).slice(0, -1);
    expect(before).toEqual(['MessageSent', 'ChatParticipantRemoved']);
    expect(before.slice(0, removed.frames.length)).toEqual(types(removed));
    await other.send(acme.owner, 'Still here');
    await kept.next(says('Still here'));
    expect(kept.isEnded).toBe(false);
  });

  test('reconnecting behind the last cursor during writes gives each event once, in order', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const bodies = Array.from({ length: 20 }, (_, i) => `message ${i}`);
    const writing = (async () => {
      for (const body of bodies) await chat.send(acme.owner, body);
    })();
    const received: (string | undefined)[] = [];
    let after = chat.cursor;
    for (let round = 0; received.length < bodies.length && round < 100; round++) {
      const client = connect(acme.member);
      const stream = follow(client, chat, after);
      await waitFor(() => stream.frames.length >= Math.min(round + 1, bodies.length - received.length));
      await client.close();
      received.push(...stream.frames.map(bodyOf));
      after = stream.frames.at(-1)!.data.chatEvents.cursor;
    }
    await writing;
    expect(received).toEqual(bodies);
  }, 60_000);

  test('a cursor of another chat, one that is made up and one of the future are refused', async () => {
    const [chat, other] = [await acme.chat(), await acme.chat()];
    const [topic, seq] = Buffer.from(chat.cursor, 'base64url').toString().split('@') as [string, string];
    const future = Buffer.from(`${topic}@${Number(seq) + 1000}`).toString('base64url');
    const client = connect(acme.owner);
    for (const after of [other.cursor, 'made up', future]) {
      const stream = follow(client, chat, after);
      await stream.ended();
      expect(codesOf(stream.errors)).toEqual(['BAD_USER_INPUT']);
    }
  });

  test.each([
    ['a syntax error', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing variable', CHAT_EVENTS, 'BAD_USER_INPUT'],
    [
      'two root fields',
      'subscription { a: messageSent(chatId: "x") { id } b: messageSent(chatId: "x") { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a condition on the root field',
      'subscription { messageSent(chatId: "x") @include(if: true) { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      '@defer',
      'subscription { messageSent(chatId: "x") { ... @defer { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a selection that is too deep',
      `subscription { messageSent(chatId: "x") ${'{ chat { messages { nodes '.repeat(9)}{ id }${' } } }'.repeat(9)} }`,
      'QUERY_TOO_DEEP',
    ],
  ])('%s is refused, and other subscriptions live on', async (_, document, code) => {
    if (transport.refuses?.test(document)) return;
    const chat = await acme.chat();
    const client = connect(acme.owner);
    const living = follow(client, chat);
    const refused = client.subscribe(document);
    await refused.ended();
    expect(codesOf(refused.errors)).toContain(code);
    await chat.send(acme.owner, 'Alive');
    await living.next(says('Alive'));
    expect(living.isEnded).toBe(false);
  });
});
