import { Redis } from 'ioredis';
import { Client } from 'pg';
import { v5 } from 'uuid';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import { makeSidebarClient } from './sidebar-client';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;
let act: ReturnType<typeof makeSidebarClient>;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  act = makeSidebarClient(client);
  acme = await createSeed(platform).workspace();
}, 60_000);

afterAll(() => platform.close());

const EVENTS = `subscription ($workspaceId: ID!) { badgeEvents(workspaceId: $workspaceId) {
  chatId chat { id name isClosed viewerState { unreadCount mentionCount isMuted } } workspace { unreadCount } } }`;
interface Told {
  badgeEvents: {
    chatId: string;
    chat: {
      id: string;
      name: string;
      isClosed: boolean;
      viewerState: { unreadCount: number; mentionCount: number; isMuted: boolean } | null;
    };
    workspace: { unreadCount: number };
  };
}
/** What is told of a chat that has gone from the list: its id alone. */
interface ToldOfLoss {
  chatId: string;
  chat: unknown;
}

/** What somebody is told of one chat, from when they are listened to. */
async function watch(person: Person, chat: { id: string }) {
  const watching = platform.subscribe<Told>(person.token, EVENTS, { workspaceId: acme.id });
  const ofChat = () =>
    watching.frames.map(({ data }) => data.badgeEvents).filter((told) => told.chat?.id === chat.id);
  // Once something is told, the others are listened to as well.
  const ready = await acme.chat({ participants: [person] });
  await waitFor(
    async () => {
      await act.prefer(person, ready, {
        isFavourite: watching.frames.length % 2 === 0 && Math.random() < 0.5,
      });
      return watching.frames.length > 0;
    },
    { what: 'the first badge', timeoutMs: 20_000 },
  );
  const gone = () =>
    watching.frames
      .map(({ data }) => data.badgeEvents as ToldOfLoss)
      .filter((told) => told.chatId === chat.id && told.chat === null);
  return {
    ofChat,
    gone,
    told: (unreadCount: number) =>
      waitFor(() => ofChat().find(({ chat }) => chat.viewerState?.unreadCount === unreadCount), {
        what: `a badge of ${unreadCount}`,
        timeoutMs: 15_000,
      }),
  };
}

const chatOfTwo = (): Promise<SeededChat> =>
  acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });

describe('badges', () => {
  test('are told to those in the chat, as they are then; marking read elsewhere is told, too', async () => {
    const chat = await chatOfTwo();
    const member = await watch(acme.member, chat);
    const guest = await watch(acme.guest, chat);
    await chat.send(acme.owner, 'Hello');
    const first = await member.told(1);
    expect(first.chat.viewerState).toEqual({ unreadCount: 1, mentionCount: 0, isMuted: false });
    expect(first.workspace.unreadCount).toBeGreaterThanOrEqual(1);
    await act.read(acme.member, chat);
    await member.told(0);
    await chat.send(acme.owner, `For @${acme.member.username}`);
    expect((await member.told(1)).chat.viewerState).toBeDefined();
    await waitFor(
      () => member.ofChat().some(({ chat: { viewerState } }) => viewerState?.mentionCount === 1),
      {
        what: 'a mention',
      },
    );
    expect(guest.ofChat()).toEqual([]);
  }, 60_000);

  test('come at most once in two seconds, and the last state comes for certain', async () => {
    const chat = await chatOfTwo();
    const member = await watch(acme.member, chat);
    const from = Date.now();
    for (let i = 0; i < 30; i++) await chat.send(acme.owner, `Message ${i}`);
    await member.told(30);
    const seconds = (Date.now() - from) / 1000;
    expect(member.ofChat().length).toBeLessThanOrEqual(2 + Math.ceil(seconds / 2));
    expect(member.ofChat().at(-1)!.chat.viewerState!.unreadCount).toBe(30);
  }, 60_000);

  test('of a muted chat tell of mentions alone', async () => {
    const chat = await chatOfTwo();
    await act.prefer(acme.member, chat, { isMuted: true });
    const member = await watch(acme.member, chat);
    await chat.send(acme.owner, 'Not for you');
    const other = await chatOfTwo();
    await other.send(acme.owner, 'A later one that is told');
    await chat.send(acme.owner, `For you @${acme.member.username}`);
    const told = await member.told(2);
    expect(told.chat.viewerState).toEqual({ unreadCount: 2, mentionCount: 1, isMuted: true });
    expect(member.ofChat().some(({ chat: { viewerState } }) => viewerState?.unreadCount === 1)).toBe(false);
  }, 60_000);

  test('S88: are told though somebody has put what is none into Redis', async () => {
    const chat = await chatOfTwo();
    const member = await watch(acme.member, chat);
    const redis = new Redis(platform.redis.url);
    const [userId, workspaceId] = [
      fromGlobalId('User', acme.member.id, 'id'),
      fromGlobalId('Workspace', acme.id, 'id'),
    ];
    await redis.zadd('marks:waiting', 0, 'no mark', 0, `${userId}/no-user`);
    const seq = Date.now() * 1000;
    await redis.zadd(`live:badge:${v5(userId, workspaceId)}`, seq, '{"no":"JSON', seq + 1, 'null');
    await chat.send(acme.owner, 'Hello');
    await member.told(1);
    expect(await redis.zscore('marks:waiting', 'no mark')).toBeNull();
    redis.disconnect();
  }, 60_000);

  test('tell of names and closing, and of a chat that has gone: by removal, and with all of it', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member, acme.guest] });
    const [member, guest] = [await watch(acme.member, chat), await watch(acme.guest, chat)];
    await act.prefer(acme.guest, chat, { isMuted: true });
    await client.mutate(acme.owner, 'updateChat', { chatId: chat.id, name: 'Another name' });
    await client.mutate(acme.owner, 'closeChat', { chatId: chat.id });
    for (const { ofChat } of [member, guest])
      await waitFor(() => ofChat().some((told) => told.chat.name === 'Another name' && told.chat.isClosed), {
        what: 'the name and the closing',
        timeoutMs: 15_000,
      });
    const removed = { chatId: chat.id, userId: acme.member.id };
    await client.mutate(acme.owner, 'removeChatParticipant', removed);
    await waitFor(() => member.gone().length > 0, { what: 'the removal', timeoutMs: 15_000 });
    expect(guest.gone()).toEqual([]);
    await client.mutate(acme.owner, 'deleteChat', { chatId: chat.id });
    await waitFor(() => guest.gone().length > 0, { what: 'the deletion', timeoutMs: 15_000 });
    // Whoever was removed before hears no more of it.
    expect(member.gone()).toHaveLength(1);
  }, 60_000);

  test('are told to many by one look-up, and leave nothing in the store', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member, acme.guest] });
    const member = await watch(acme.member, chat);
    const sent = jest.spyOn(Client.prototype, 'query');
    await chat.send(acme.owner, 'For two others');
    await member.told(1);
    const texts = sent.mock.calls.map(([query]) => (query as unknown as { text?: string }).text ?? '');
    sent.mockRestore();
    expect(texts.filter((text) => text.startsWith('/* chat.findBadgeRecipients')).length).toBeLessThan(4);
    const kept = "SELECT 1 FROM event.store WHERE type LIKE 'badge.%' OR aggregate_type = 'badge'";
    expect(await platform.sql(kept)).toEqual([]);
  }, 60_000);
});
