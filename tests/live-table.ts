import type { GraphQLErrorShape } from './http';
import { CHAT_EVENTS, bodiesOf, codesOf, followChat, readMetrics, says } from './live-client';
import type { Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import type { TestClient, Transport } from './transports';
import { waitFor } from './wait';

/** What the tests of each transport share. */
export interface LiveWorld {
  platform: Platform;
  acme: SeededWorkspace;
  /** Of another workspace. */
  mallory: Person;
  /** Opens a client that is closed behind the test. */
  connect(transport: Transport, who: Pick<Person, 'token'>): TestClient;
}

/** How many subscriptions one person may have in these tests. */
export const MOST_PER_USER = 8;

const REFUSED: [string, string, string][] = [
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
  ['@defer', 'subscription { messageSent(chatId: "x") { ... @defer { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a selection that is too deep',
    `subscription { messageSent(chatId: "x") ${'{ chat { messages { nodes '.repeat(9)}{ id }${' } } }'.repeat(9)} }`,
    'QUERY_TOO_DEEP',
  ],
];

/** What is the same however results travel. */
export function describeTransport(transport: Transport, world: () => LiveWorld): void {
  const connect = (who: Pick<Person, 'token'>) => world().connect(transport, who);
  const options = { transport, world, connect };
  describe('delivery', () => testDelivery(options));
  describe('resuming', () => testResuming(options));
  describe('ends and refusals', () => testEnds(options));
  describe('what is left', () => testLimits(options));
}

interface Options {
  transport: Transport;
  world(): LiveWorld;
  connect(who: Pick<Person, 'token'>): TestClient;
}

const typesOf = ({ frames }: ReturnType<typeof followChat>) =>
  frames.map(({ data }) => data.chatEvents.event.__typename);

function testDelivery({ transport, world, connect }: Options): void {
  test('D9: participants receive what is sent, with fields of other subgraphs and a cursor', async () => {
    const { acme } = world();
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member, acme.guest] });
    const streams = [acme.owner, acme.member, acme.guest].map((person) => followChat(connect(person), chat));
    await chat.send(acme.owner, 'Hello');
    for (const stream of streams) {
      const frame = await stream.next(says('Hello'));
      expect(frame.errors).toBeUndefined();
      expect(frame.data.chatEvents.event.message).toMatchObject({
        body: 'Hello',
        author: { username: acme.owner.username },
      });
      expect(frame.extensions).toEqual({ cursor: frame.data.chatEvents.cursor });
    }
  });

  test('D9: whoever may not see the chat is refused as if it did not exist, and receives nothing', async () => {
    const { acme, mallory } = world();
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const missing = `${chat.id.slice(0, -4)}0000`;
    const withoutCorrelation = (errors: GraphQLErrorShape[]) =>
      errors.map(({ message, extensions }) => ({ message, code: extensions?.code }));
    for (const stranger of [mallory, acme.guest]) {
      const client = connect(stranger);
      const answers = [chat.id, missing].map((chatId) => client.subscribe(CHAT_EVENTS, { chatId }));
      await Promise.all(answers.map((answer) => answer.ended()));
      expect(codesOf(answers[0]!)).toEqual(['NOT_FOUND']);
      expect(withoutCorrelation(answers[0]!.errors)).toEqual(withoutCorrelation(answers[1]!.errors));
      await chat.send(acme.owner, 'Not for strangers');
      expect(answers[0]!.frames).toEqual([]);
    }
  });

  test('several subscriptions of one client are told apart, and its bearer is present', async () => {
    const { platform, acme } = world();
    const [one, two] = await Promise.all([0, 1].map(() => acme.chat({ participants: [acme.member] })));
    const client = connect(acme.owner);
    const streams = [one, two, one].map((chat) => followChat(client, chat!));
    await Promise.all([one!.send(acme.owner, 'to one'), two!.send(acme.owner, 'to two')]);
    await Promise.all(streams.map((stream) => stream.next()));
    expect(streams.map(bodiesOf)).toEqual([['to one'], ['to two'], ['to one']]);
    streams[0]!.close();
    await one!.send(acme.owner, 'once more');
    await streams[2]!.next();
    expect(streams.map(({ frames }) => frames.length)).toEqual([1, 1, 2]);
    const document = 'query ($id: ID!) { user(id: $id) { presence } }';
    const { data } = await platform.query(acme.member.token, document, { id: acme.owner.id });
    expect(data).toEqual({ user: { presence: 'ONLINE' } });
  });

  test('queries and mutations are answered once, and the plain subscription has no cursor', async () => {
    const { acme } = world();
    const chat = await acme.chat();
    const client = connect(acme.owner);
    const plain = client.subscribe('subscription ($id: ID!) { messageSent(chatId: $id) { body } }', {
      id: chat.id,
    });
    if (!transport.refuses?.test('{ viewer { username } }')) {
      const query = client.subscribe('{ viewer { username } }');
      await query.ended();
      expect(query.frames).toEqual([{ data: { viewer: { username: acme.owner.username } } }]);
    }
    // The plain one cannot resume, so it may take more than one message until it is admitted.
    const frame = await waitFor(async () => {
      await say(client, transport, chat, acme);
      return plain.frames[0];
    });
    expect(frame).toEqual({ data: { messageSent: expect.objectContaining({ body: 'Over the wire' }) } });
  });
}

/** Sends a message over the transport itself, where its client sends mutations. */
async function say(client: TestClient, transport: Transport, chat: SeededChat, acme: SeededWorkspace) {
  const document = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { body } } }';
  if (transport.refuses?.test(document)) {
    await chat.send(acme.owner, 'Over the wire');
    return;
  }
  const mutation = client.subscribe(document, { input: { chatId: chat.id, body: 'Over the wire' } });
  await mutation.ended();
  expect(mutation.frames).toEqual([{ data: { sendMessage: { message: { body: 'Over the wire' } } } }]);
}

function testResuming({ world, connect }: Options): void {
  test('reconnecting behind the last cursor during writes gives each event once, in order', async () => {
    const { acme } = world();
    const chat = await acme.chat({ participants: [acme.member] });
    const bodies = Array.from({ length: 20 }, (_, i) => `message ${i}`);
    const writing = (async () => {
      for (const body of bodies) await chat.send(acme.owner, body);
    })();
    const received: (string | undefined)[] = [];
    let after = chat.cursor;
    for (let round = 0; received.length < bodies.length && round < 100; round++) {
      const client = connect(acme.member);
      const stream = followChat(client, chat, after);
      await waitFor(() => stream.frames.length >= Math.min(round + 1, bodies.length - received.length));
      await client.close();
      received.push(...bodiesOf(stream));
      after = stream.frames.at(-1)!.data.chatEvents.cursor;
    }
    await writing;
    expect(received).toEqual(bodies);
  });

  test('a cursor of another chat, one that is made up and one of the future are refused', async () => {
    const { acme } = world();
    const [chat, other] = [await acme.chat(), await acme.chat()];
    const [topic, seq] = Buffer.from(chat.cursor, 'base64url').toString().split('@') as [string, string];
    const future = Buffer.from(`${topic}@${Number(seq) + 1000}`).toString('base64url');
    const client = connect(acme.owner);
    for (const after of [other.cursor, 'made up', future]) {
      const stream = followChat(client, chat, after);
      await stream.ended();
      expect(codesOf(stream)).toEqual(['BAD_USER_INPUT']);
    }
  });
}

function testEnds({ transport, world, connect }: Options): void {
  test('D9: the stream of a removed participant ends with FORBIDDEN behind the removal, and only that one', async () => {
    const { platform, acme } = world();
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const other = await acme.chat({ participants: [acme.member] });
    const client = connect(acme.member);
    const [removed, kept] = [followChat(client, chat), followChat(client, other)];
    const owners = followChat(connect(acme.owner), chat);
    await chat.send(acme.owner, 'Before');
    await removed.next(says('Before'));
    const document = `mutation ($input: RemoveChatParticipantInput!) {
      removeChatParticipant(input: $input) { userErrors { message } } }`;
    await platform.query(acme.owner.token, document, {
      input: { chatId: chat.id, userId: acme.member.id },
    });
    await removed.ended();
    expect(codesOf(removed)).toEqual(['FORBIDDEN']);
    await chat.send(acme.owner, 'After');
    await owners.next(says('After'));
    const before = typesOf(owners).slice(0, -1);
    expect(before).toEqual(['MessageSent', 'ChatParticipantRemoved']);
    expect(before.slice(0, removed.frames.length)).toEqual(typesOf(removed));
    await other.send(acme.owner, 'Still here');
    await kept.next(says('Still here'));
    expect(kept.isEnded).toBe(false);
  });

  test('I4: a token that expires ends what was opened with it, and tells so', async () => {
    const { platform, acme } = world();
    const chat = await acme.chat({ participants: [acme.member] });
    const token = platform.token(acme.member.username, { lifetimeSeconds: 20 });
    const [expiring, lasting] = [followChat(connect({ token }), chat), followChat(connect(acme.owner), chat)];
    await chat.send(acme.owner, 'Valid');
    await Promise.all([expiring, lasting].map((stream) => stream.next(says('Valid'))));
    platform.clock.advance(21_000);
    await expiring.ended();
    expect(expiring.closeCode ?? codesOf(expiring)[0]).toBe(transport.expiry);
    await chat.send(acme.owner, 'Still valid');
    await lasting.next(says('Still valid'));
  });

  test.each(REFUSED)('%s is refused, and other subscriptions live on', async (_, document, code) => {
    if (transport.refuses?.test(document)) return;
    const { acme } = world();
    const chat = await acme.chat();
    const client = connect(acme.owner);
    const living = followChat(client, chat);
    const refused = client.subscribe(document);
    await refused.ended();
    expect(codesOf(refused)).toContain(code);
    await chat.send(acme.owner, 'Alive');
    await living.next(says('Alive'));
    expect(living.isEnded).toBe(false);
  });
}

function testLimits({ world, connect }: Options): void {
  test('one person has so many subscriptions, and another once one of them has ended', async () => {
    const { platform, acme } = world();
    const chat = await acme.chat({ participants: [acme.guest] });
    const client = connect(acme.guest);
    const most = Array.from({ length: MOST_PER_USER }, () => followChat(client, chat));
    await chat.send(acme.owner, 'For all of them');
    await Promise.all(most.map((stream) => stream.next()));
    const refused = followChat(client, chat);
    await refused.ended();
    // Some clients show the status, others what the answer says.
    expect([429, 'RATE_LIMITED']).toContain(refused.closeCode ?? codesOf(refused)[0]);
    most[0]!.close();
    await waitFor(async () => (await readMetrics(platform)).members === MOST_PER_USER - 1);
    await followChat(client, chat).next(says('For all of them'));
  });

  test('a client that goes away leaves nothing', async () => {
    const { platform, acme } = world();
    const chat = await acme.chat();
    const client = connect(acme.owner);
    const stream = followChat(client, chat);
    await chat.send(acme.owner, 'Seen');
    await stream.next();
    expect(await readMetrics(platform)).toMatchObject({ members: 1, groups: 1, topics: 1 });
    await client.close();
    await waitFor(async () => {
      const { sockets, streams, members, groups, topics } = await readMetrics(platform);
      return [sockets, streams, members, groups, topics].every((count) => count === 0);
    });
  });
}
