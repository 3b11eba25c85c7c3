import { tryFromGlobalId } from '../subgraphs/kit/ids';
import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;
let mallory: Person;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  const seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterAll(() => platform.close());

interface Group {
  emoji: string;
  count: number;
  viewerHasReacted: boolean;
  users: { nodes: { user: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}
const GROUPS = `emoji count viewerHasReacted users(first: $first, after: $after) {
  nodes { user { id } } pageInfo { hasNextPage endCursor } }`;

const react = (person: Person, messageId: string, emoji = '👍') =>
  client.mutate(person, 'addReaction', { messageId, emoji });
const unreact = (person: Person, messageId: string, emoji = '👍') =>
  client.mutate(person, 'removeReaction', { messageId, emoji });
const reactionsOf = async (person: Person, id: string, page: object = {}) =>
  (
    await client.query<{ node: { reactions: Group[] } | null }>(
      person,
      `query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Message { reactions { ${GROUPS} } } } }`,
      { id, ...page },
    )
  ).node?.reactions;
const eventsOf = async (id: string) =>
  (
    await platform.sql<{ type: string }>(
      "SELECT type FROM event.store WHERE type LIKE 'chat.reaction.%' AND scope_id = (SELECT scope_id FROM chat.message WHERE id = $1) ORDER BY version",
      [tryFromGlobalId('Message', id)],
    )
  ).map(({ type }) => type);

describe('D5: reactions', () => {
  test('D5: reactions are grouped by emoji, each of a person once', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const id = await chat.send(acme.owner, 'Lunch?');
    expect((await react(acme.owner, id)).cursor).not.toBeNull();
    expect(await react(acme.owner, id)).toMatchObject({ cursor: null, userErrors: [], message: { id } });
    await react(acme.member, id, '🎉');
    await react(acme.member, id);
    const seen = (await reactionsOf(acme.member, id))!;
    expect(seen.map(({ users: _, ...group }) => group)).toEqual([
      { emoji: '👍', count: 2, viewerHasReacted: true },
      { emoji: '🎉', count: 1, viewerHasReacted: true },
    ]);
    expect((await reactionsOf(acme.owner, id))!.map((group) => group.viewerHasReacted)).toEqual([
      true,
      false,
    ]);
    expect(seen[0]!.users.nodes.map(({ user }) => user.id)).toEqual([acme.owner.id, acme.member.id]);
    const [first] = (await reactionsOf(acme.member, id, { first: 1 }))!;
    expect(first!.users).toMatchObject({
      nodes: [{ user: { id: acme.owner.id } }],
      pageInfo: { hasNextPage: true },
    });
    const rest = (await reactionsOf(acme.member, id, { first: 1, after: first!.users.pageInfo.endCursor }))!;
    expect(rest[0]!.users.nodes).toEqual([{ user: { id: acme.member.id } }]);

    expect((await unreact(acme.member, id)).cursor).not.toBeNull();
    expect(await unreact(acme.member, id)).toMatchObject({ cursor: null, userErrors: [] });
    expect((await reactionsOf(acme.member, id))!.map(({ emoji, count }) => [emoji, count])).toEqual([
      ['👍', 1],
      ['🎉', 1],
    ]);
  });

  test.each(['', 'a', '1', ':+1:', '👍👍', '❤', 'a\u0000', '\ud83d', 'x'.repeat(10_000)])(
    'D11: %j is not an emoji, and nothing changes',
    async (emoji) => {
      const id = await (await acme.chat()).send(acme.owner, 'Hello');
      expect(codeOf(await react(acme.owner, id, emoji))).toBe('BAD_USER_INPUT');
      expect(codeOf(await unreact(acme.owner, id, emoji))).toBe('BAD_USER_INPUT');
      expect(await reactionsOf(acme.owner, id)).toEqual([]);
    },
  );

  test('D5: a message takes 50 different emojis, also when 60 come at once', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const id = await chat.send(acme.owner, 'Many');
    const emojis = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x1f400 + i));
    const codes = await Promise.all(emojis.map(async (emoji) => codeOf(await react(acme.owner, id, emoji))));
    expect(codes.filter((code) => code === null)).toHaveLength(50);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(10);
    const made = (await reactionsOf(acme.owner, id))!;
    expect(made).toHaveLength(50);
    expect(codeOf(await react(acme.member, id, made[0]!.emoji))).toBeNull();
    expect(codeOf(await react(acme.member, id, emojis[codes.indexOf('CONFLICT')]))).toBe('CONFLICT');
  });

  test('D5: the same reaction 20 times at once is one', async () => {
    const id = await (await acme.chat()).send(acme.owner, 'Once');
    const payloads = await Promise.all(Array.from({ length: 20 }, () => react(acme.owner, id)));
    expect(payloads.map(codeOf)).toEqual(payloads.map(() => null));
    expect(payloads.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
    expect((await reactionsOf(acme.owner, id))![0]).toMatchObject({ count: 1 });
  });

  test('D5: readers, visitors, guests and foreigners do not react, nor anybody in a closed chat', async () => {
    const chat = await acme.chat({ participants: [acme.member, acme.guest] });
    const id = await chat.send(acme.owner, 'Look');
    await react(acme.member, id);
    const before = await reactionsOf(acme.owner, id);
    const there = { chatId: chat.id, userId: acme.member.id };
    await client.mutate(acme.owner, 'updateChatParticipant', { ...there, role: 'READER' });
    for (const attempt of [react, unreact]) {
      expect(codeOf(await attempt(acme.member, id))).toBe('FORBIDDEN');
      expect(codeOf(await attempt(acme.guest, id))).toBe('FORBIDDEN');
      expect(codeOf(await attempt(mallory, id))).toBe('NOT_FOUND');
    }
    await client.mutate(acme.member, 'removeChatParticipant', there);
    for (const attempt of [react, unreact]) expect(codeOf(await attempt(acme.member, id))).toBe('FORBIDDEN');
    await client.mutate(acme.owner, 'closeChat', { chatId: chat.id });
    for (const attempt of [react, unreact]) expect(codeOf(await attempt(acme.owner, id))).toBe('FORBIDDEN');
    expect(await reactionsOf(acme.owner, id)).toEqual(before);
  });

  test('D5: the reactions of a deleted message are gone, and none are made', async () => {
    const id = await (await acme.chat()).send(acme.owner, 'Gone soon');
    await react(acme.owner, id);
    await client.mutate(acme.owner, 'deleteMessage', { messageId: id });
    expect(await reactionsOf(acme.owner, id)).toEqual([]);
    for (const attempt of [react, unreact]) expect(codeOf(await attempt(acme.owner, id))).toBe('NOT_FOUND');
  });

  test('D9: followers of the chat are told of reactions, each as it is for them', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const id = await chat.send(acme.owner, 'Hello');
    type Told = {
      chatEvents: { event: { __typename: string; emoji?: string; message: { reactions: Group[] } } };
    };
    const document = `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event { __typename
      ... on ReactionAdded { emoji user { id } message { reactions { viewerHasReacted } } }
      ... on ReactionRemoved { emoji user { id } message { reactions { viewerHasReacted } } } } } }`;
    const follow = (person: Person) =>
      platform.subscribe<Told>(person.token, document, { id: chat.id, after: chat.cursor });
    const sockets = [follow(acme.owner), follow(acme.member)];
    await react(acme.member, id);
    await waitFor(() => sockets.every(({ frames }) => frames.length === 2), { what: 'the reaction' });
    const told = sockets.map(({ frames }) => frames[1]!.data.chatEvents.event);
    expect(told).toEqual(
      [false, true].map((viewerHasReacted) => ({
        ...{ __typename: 'ReactionAdded', emoji: '👍', user: { id: acme.member.id } },
        message: { reactions: [{ viewerHasReacted }] },
      })),
    );
    await unreact(acme.member, id);
    await waitFor(() => sockets.every(({ frames }) => frames.length === 3), { what: 'its end' });
    expect(sockets[0]!.frames[2]!.data.chatEvents.event).toMatchObject({
      ...{ __typename: 'ReactionRemoved', message: { reactions: [] } },
    });
    for (const socket of sockets) socket.close();
    expect(await eventsOf(id)).toEqual(['chat.reaction.added', 'chat.reaction.removed']);
  });
});
