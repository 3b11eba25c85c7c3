import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededChat, type SeededWorkspace } from './seed';
import { STATE, makeSidebarClient, type ListedChat as Listed } from './sidebar-client';

let platform: Platform;
let client: ChatClient;
let seed: Seed;
let acme: SeededWorkspace;
let mallory: Person;
let act: ReturnType<typeof makeSidebarClient>;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  act = makeSidebarClient(client);
  seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterAll(() => platform.close());

/** A chat of two, with so many messages of the owner's in it. */
async function chatWith(count: number): Promise<SeededChat & { ids: string[] }> {
  const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
  const ids: string[] = [];
  for (let i = 1; i <= count; i++) ids.push(await chat.send(acme.owner, `Message ${i}`));
  return { ...chat, ids };
}

describe('what is unread', () => {
  test('D12: counts what others said since one read, joined or wrote', async () => {
    const chat = await chatWith(3);
    expect(await act.stateOf(acme.member, chat)).toEqual({
      ...{ unreadCount: 3, mentionCount: 0, isMuted: false, isFavourite: false, lastReadMessage: null },
    });
    expect(await act.stateOf(acme.owner, chat)).toMatchObject({
      unreadCount: 0,
      lastReadMessage: { id: chat.ids[2] },
    });
    await client.mutate(acme.owner, 'addChatParticipant', { chatId: chat.id, userId: acme.guest.id });
    expect(await act.unreadOf(acme.guest, chat)).toBe(0);
    await chat.send(acme.owner, 'For all');
    expect(await act.unreadOf(acme.guest, chat)).toBe(1);
    expect(await act.unreadOf(acme.member, chat)).toBe(4);
    await chat.send(acme.member, 'An answer');
    expect(await act.unreadOf(acme.member, chat)).toBe(0);
    expect(await act.unreadOf(acme.owner, chat)).toBe(1);
    expect(await act.unreadOf(acme.guest, chat)).toBe(2);
  });

  test('H13: marking as read goes forward alone, and answers what it wrote', async () => {
    const chat = await chatWith(5);
    const document = `mutation ($input: MarkChatReadInput!) {
      markChatRead(input: $input) { chat { ${STATE} } cursor userErrors { code } } }`;
    const input = { chatId: chat.id, messageId: chat.ids[2] };
    type Data = { markChatRead: { chat: Listed; cursor: string | null } };
    const first = (await client.query<Data>(acme.member, document, { input })).markChatRead;
    expect(first.chat.viewerState).toMatchObject({ unreadCount: 2, lastReadMessage: { id: chat.ids[2] } });
    expect(first.cursor).not.toBeNull();
    const again = (await client.query<Data>(acme.member, document, { input })).markChatRead;
    expect(again.cursor).toBeNull();
    expect((await act.read(acme.member, chat, chat.ids[0])).cursor).toBeNull();
    expect(await act.unreadOf(acme.member, chat)).toBe(2);
    expect((await act.read(acme.member, chat)).cursor).not.toBeNull();
    expect(await act.unreadOf(acme.member, chat)).toBe(0);
    expect((await act.read(acme.member, chat)).cursor).toBeNull();
  });

  test('unread from a message on, own messages not counted; what one sends then reads it all', async () => {
    const chat = await chatWith(2);
    await chat.send(acme.member, 'Mine');
    const fourth = await chat.send(acme.owner, 'Fourth');
    await act.read(acme.member, chat);
    expect(codeOf(await act.unread(acme.member, chat, chat.ids[1]!))).toBeNull();
    expect(await act.stateOf(acme.member, chat)).toMatchObject({
      unreadCount: 2,
      lastReadMessage: { id: chat.ids[0] },
    });
    expect((await act.unread(acme.member, chat, chat.ids[1]!)).cursor).toBeNull();
    await act.read(acme.member, chat, chat.ids[1]);
    expect(await act.unreadOf(acme.member, chat)).toBe(1);
    await act.unread(acme.member, chat, chat.ids[0]!);
    expect(await act.stateOf(acme.member, chat)).toMatchObject({ unreadCount: 3, lastReadMessage: null });
    await act.unread(acme.member, chat, fourth);
    expect(await act.unreadOf(acme.member, chat)).toBe(1);
    await chat.send(acme.member, 'Mine, too');
    expect(await act.unreadOf(acme.member, chat)).toBe(0);
  });

  test('what is deleted is not unread, and one’s own is not subtracted twice', async () => {
    const chat = await chatWith(3);
    const mine = await chat.send(acme.member, 'Mine');
    await chat.send(acme.owner, 'Last');
    await act.unread(acme.member, chat, chat.ids[0]!);
    expect(await act.unreadOf(acme.member, chat)).toBe(4);
    await client.mutate(acme.owner, 'deleteMessage', { messageId: chat.ids[1] });
    await client.mutate(acme.member, 'deleteMessage', { messageId: mine });
    expect(await act.unreadOf(acme.member, chat)).toBe(3);
    expect(codeOf(await act.unread(acme.member, chat, chat.ids[1]!))).toBe('NOT_FOUND');
    expect(codeOf(await act.read(acme.member, chat, chat.ids[1]))).toBeNull();
    expect(await act.unreadOf(acme.member, chat)).toBe(2);
  });

  test('D12: mentions behind what one has read are counted, by name or of all, in threads, too', async () => {
    const chat = await chatWith(1);
    const name = `@${acme.member.username}`;
    const mentionsOf = async () => (await act.stateOf(acme.member, chat))!.mentionCount;
    const hello = await chat.send(acme.owner, `Hello ${name}`);
    await chat.send(acme.owner, `@channel and ${name}`);
    expect(await mentionsOf()).toBe(2);
    const reply = { chatId: chat.id, body: `In the thread ${name}`, threadRootId: chat.ids[0] };
    expect(codeOf(await client.mutate(acme.owner, 'sendMessage', reply))).toBeNull();
    expect(await act.stateOf(acme.member, chat)).toMatchObject({ mentionCount: 3, unreadCount: 3 });
    await act.read(acme.member, chat, hello);
    expect(await mentionsOf()).toBe(2);
    await act.read(acme.member, chat);
    expect(await act.stateOf(acme.member, chat)).toMatchObject({ mentionCount: 0, unreadCount: 0 });
    expect(codeOf(await client.mutate(acme.owner, 'sendMessage', reply))).toBeNull();
    expect(await act.stateOf(acme.member, chat)).toMatchObject({ mentionCount: 1, unreadCount: 0 });
    expect((await act.read(acme.member, chat)).cursor).not.toBeNull();
    expect((await act.read(acme.member, chat)).cursor).toBeNull();
    expect(await mentionsOf()).toBe(0);
    await act.unread(acme.member, chat, hello);
    expect(await mentionsOf()).toBe(4);
    await client.mutate(acme.owner, 'deleteMessage', { messageId: hello });
    expect(await mentionsOf()).toBe(3);
    await chat.send(acme.member, 'Seen');
    expect(await mentionsOf()).toBe(0);
    expect((await act.stateOf(acme.owner, chat))!.mentionCount).toBe(0);
  });

  test('whoever comes back has nothing unread from the time of their absence', async () => {
    const chat = await chatWith(1);
    const who = { chatId: chat.id, userId: acme.member.id };
    await client.mutate(acme.owner, 'removeChatParticipant', who);
    await chat.send(acme.owner, 'In your absence');
    await client.mutate(acme.owner, 'addChatParticipant', who);
    expect(await act.unreadOf(acme.member, chat)).toBe(0);
    await chat.send(acme.owner, 'Welcome back');
    expect(await act.unreadOf(acme.member, chat)).toBe(1);
  });

  test('places are given in the order of the events, however many send at once', async () => {
    const chat = await chatWith(0);
    const senders = Array.from({ length: 20 }, (_, i) => chat.send(i % 2 ? acme.owner : acme.member, `${i}`));
    await Promise.all(senders);
    const id = await platform.sql<{ ordinal: number; n: string }>(
      `SELECT m.ordinal, row_number() OVER (ORDER BY s.version) AS n FROM event.store s
       JOIN chat.message m ON m.id = (s.payload ->> 'messageId')::uuid
       WHERE s.type = 'chat.message.sent' AND m.chat_id = (SELECT chat_id FROM chat.activity ORDER BY active_at DESC LIMIT 1)
       ORDER BY s.version`,
    );
    expect(id).toHaveLength(20);
    for (const { ordinal, n } of id) expect(ordinal).toBe(Number(n));
  });
});

describe('who may', () => {
  test('guests and readers read like anybody; visitors have no state, foreigners find no chat', async () => {
    const chat = await acme.chat({ participants: [acme.guest] });
    const sent = await chat.send(acme.owner, 'Hello');
    const attempts = [
      (person: Person) => act.read(person, chat, sent),
      (person: Person) => act.unread(person, chat, sent),
      (person: Person) => act.prefer(person, chat, { isMuted: true }),
    ];
    const before = await platform.sql('SELECT count(*) FROM event.store');
    for (const attempt of attempts) {
      expect(codeOf(await attempt(acme.member))).toBe('FORBIDDEN');
      expect(codeOf(await attempt(mallory))).toBe('NOT_FOUND');
    }
    expect(await platform.sql('SELECT count(*) FROM event.store')).toEqual(before);
    expect(await act.stateOf(acme.member, chat)).toBeNull();
    for (const attempt of attempts) expect(codeOf(await attempt(acme.guest))).toBeNull();
    await client.mutate(acme.owner, 'addChatParticipant', {
      ...{ chatId: chat.id, userId: acme.member.id, role: 'READER' },
    });
    const next = await chat.send(acme.owner, 'Read me');
    expect(codeOf(await act.read(acme.member, chat, next))).toBeNull();
    expect(await act.unreadOf(acme.member, chat)).toBe(0);
    expect(await act.unreadOf(acme.guest, chat)).toBe(2);
  });

  test('what is unread is said in archived workspaces and closed chats, too', async () => {
    const place = await seed.workspace('archived');
    const chat = await place.chat({ participants: [place.member] });
    await chat.send(place.owner, 'Hello\n#close');
    await client.query(
      place.owner,
      'mutation ($input: ArchiveWorkspaceInput!) { archiveWorkspace(input: $input) { userErrors { code } } }',
      { input: { workspaceId: place.id } },
    );
    expect(await act.unreadOf(place.member, chat)).toBeGreaterThan(0);
    expect(codeOf(await act.read(place.member, chat))).toBeNull();
    expect(await act.unreadOf(place.member, chat)).toBe(0);
  });

  test('a message of another chat is none of this one, and nothing changes', async () => {
    const [chat, other] = [await chatWith(1), await chatWith(1)];
    expect(codeOf(await act.read(acme.member, chat, other.ids[0]))).toBe('NOT_FOUND');
    expect(codeOf(await act.unread(acme.member, chat, other.ids[0]!))).toBe('NOT_FOUND');
    expect(codeOf(await act.read(acme.member, chat, 'message_nonsense'))).toBe('BAD_USER_INPUT');
    expect(await act.unreadOf(acme.member, chat)).toBe(1);
  });

  test('preferences are one’s own; absent stays, null is the default, the same again is no event', async () => {
    const chat = await chatWith(1);
    expect((await act.prefer(acme.member, chat, { isMuted: true })).cursor).not.toBeNull();
    expect((await act.prefer(acme.member, chat, { isMuted: true })).cursor).toBeNull();
    await act.prefer(acme.member, chat, { isFavourite: true });
    expect(await act.stateOf(acme.member, chat)).toMatchObject({
      ...{ isMuted: true, isFavourite: true, unreadCount: 1, lastReadMessage: null },
    });
    expect(await act.stateOf(acme.owner, chat)).toMatchObject({ isMuted: false, isFavourite: false });
    await act.prefer(acme.member, chat, { isMuted: null });
    expect(await act.stateOf(acme.member, chat)).toMatchObject({ isMuted: false, isFavourite: true });
  });
});
