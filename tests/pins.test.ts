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

const pin = (person: Person, messageId: string) => client.mutate(person, 'pinMessage', { messageId });
const unpin = (person: Person, messageId: string) => client.mutate(person, 'unpinMessage', { messageId });

interface Pins {
  nodes: { id: string; pinnedAt: string | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
const pinsOf = async (person: Person, id: string, page: object = {}) =>
  (
    await client.query<{ chat: { pins: Pins } }>(
      person,
      `query ($id: ID!, $first: Int, $after: String) { chat(id: $id) { pins(first: $first, after: $after) {
         nodes { id pinnedAt } pageInfo { hasNextPage endCursor } } } }`,
      { id, ...page },
    )
  ).chat.pins;
const idsOf = ({ nodes }: Pins) => nodes.map(({ id }) => id);

test('pins are listed with the latest first, and a pin again changes nothing', async () => {
  const chat = await acme.chat({ participants: [acme.member] });
  const one = await chat.send(acme.owner, 'one');
  const two = await chat.send(acme.owner, 'two');
  expect((await pin(acme.member, two)).cursor).not.toBeNull();
  platform.clock.advance(1000);
  expect((await pin(acme.owner, one)).message).toMatchObject({ id: one });
  expect(await pin(acme.owner, two)).toMatchObject({ cursor: null, userErrors: [] });
  const all = await pinsOf(acme.member, chat.id);
  expect(idsOf(all)).toEqual([one, two]);
  expect(all.nodes.every(({ pinnedAt }) => pinnedAt !== null)).toBe(true);
  const first = await pinsOf(acme.member, chat.id, { first: 1 });
  expect([idsOf(first), first.pageInfo.hasNextPage]).toEqual([[one], true]);
  const rest = await pinsOf(acme.member, chat.id, { first: 1, after: first.pageInfo.endCursor });
  expect([idsOf(rest), rest.pageInfo.hasNextPage]).toEqual([[two], false]);

  expect((await unpin(acme.owner, two)).cursor).not.toBeNull();
  expect(await unpin(acme.owner, two)).toMatchObject({ cursor: null, userErrors: [] });
  expect(idsOf(await pinsOf(acme.owner, chat.id))).toEqual([one]);
});

test('a deleted message loses its pin, and is not pinned again', async () => {
  const chat = await acme.chat();
  const id = await chat.send(acme.owner, 'Gone soon');
  await pin(acme.owner, id);
  const document = `mutation ($input: DeleteMessageInput!) {
    deleteMessage(input: $input) { message { isDeleted pinnedAt } } }`;
  expect(await client.query(acme.owner, document, { input: { messageId: id } })).toEqual({
    deleteMessage: { message: { isDeleted: true, pinnedAt: null } },
  });
  expect(idsOf(await pinsOf(acme.owner, chat.id))).toEqual([]);
  for (const attempt of [pin, unpin]) expect(codeOf(await attempt(acme.owner, id))).toBe('NOT_FOUND');
});

test('a chat has a hundred pins, also when more come at once', async () => {
  const chat = await acme.chat();
  const ids: string[] = [];
  for (let i = 0; i < 104; i += 8) {
    ids.push(...(await Promise.all(Array.from({ length: 8 }, (_, j) => chat.send(acme.owner, `${i + j}`)))));
  }
  const codes: (string | null)[] = [];
  for (let i = 0; i < 104; i += 8) {
    codes.push(
      ...(await Promise.all(ids.slice(i, i + 8).map(async (id) => codeOf(await pin(acme.owner, id))))),
    );
  }
  expect(codes.filter((code) => code === null)).toHaveLength(100);
  expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(4);
  const page = await pinsOf(acme.owner, chat.id, { first: 100 });
  expect([page.nodes.length, page.pageInfo.hasNextPage]).toEqual([100, false]);
});

test('readers, visitors, guests and foreigners pin nothing, nor anybody in a closed chat', async () => {
  const chat = await acme.chat({ participants: [acme.member, acme.guest] });
  const id = await chat.send(acme.owner, 'Look');
  const pinned = await chat.send(acme.owner, 'Pinned');
  await pin(acme.owner, pinned);
  const there = { chatId: chat.id, userId: acme.member.id };
  await client.mutate(acme.owner, 'updateChatParticipant', { ...there, role: 'READER' });
  const tries = [(person: Person) => pin(person, id), (person: Person) => unpin(person, pinned)];
  for (const attempt of tries) {
    expect(codeOf(await attempt(acme.member))).toBe('FORBIDDEN');
    expect(codeOf(await attempt(acme.guest))).toBe('FORBIDDEN');
    expect(codeOf(await attempt(mallory))).toBe('NOT_FOUND');
  }
  await client.mutate(acme.member, 'removeChatParticipant', there);
  for (const attempt of tries) expect(codeOf(await attempt(acme.member))).toBe('FORBIDDEN');
  await client.mutate(acme.owner, 'closeChat', { chatId: chat.id });
  for (const attempt of tries) expect(codeOf(await attempt(acme.owner))).toBe('FORBIDDEN');
  expect(idsOf(await pinsOf(acme.owner, chat.id))).toEqual([pinned]);
});

test('D9: followers of the chat are told of pins', async () => {
  const chat = await acme.chat({ participants: [acme.member] });
  const id = await chat.send(acme.owner, 'Hello');
  type Told = { chatEvents: { event: { __typename: string; message: { pinnedAt: string | null } } } };
  const live = platform.subscribe<Told>(
    acme.member.token,
    `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event { __typename
       ... on MessagePinned { message { pinnedAt } } ... on MessageUnpinned { message { pinnedAt } } } } }`,
    { id: chat.id, after: chat.cursor },
  );
  await pin(acme.owner, id);
  await waitFor(() => live.frames.length === 2, { what: 'the pin' });
  await unpin(acme.owner, id);
  await waitFor(() => live.frames.length === 3, { what: 'its end' });
  const [, pinned, unpinned] = live.frames.map(({ data }) => data.chatEvents.event);
  live.close();
  expect(pinned).toMatchObject({
    __typename: 'MessagePinned',
    message: { pinnedAt: expect.any(String) as string },
  });
  expect(unpinned).toEqual({ __typename: 'MessageUnpinned', message: { pinnedAt: null } });
});
