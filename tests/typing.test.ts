import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;
let visitor: Person;
let mallory: Person;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  acme = await platform.seed.workspace();
  visitor = await platform.seed.person('typing-visitor');
  await acme.add(visitor, 'MEMBER');
  mallory = (await platform.seed.workspace('globex')).owner;
}, 60_000);

afterAll(() => platform.close());

interface Typing {
  isTyping: boolean;
  expiresAt: string;
  user: { username: string };
}
interface Answer {
  expiresAt: string | null;
  userErrors: { code: string }[];
}
const EVENTS = `subscription ($id: ID!) {
  typingEvents(chatId: $id) { isTyping expiresAt user { username } } }`;
const watch = (person: Person, { id }: SeededChat) =>
  platform.subscribe<{ typingEvents: Typing }>(person.token, EVENTS, { id });
const setTyping = async (person: Person, { id: chatId }: { id: string }, isTyping = true) =>
  (
    await client.query<{ setTyping: Answer }>(
      person,
      'mutation ($input: SetTypingInput!) { setTyping(input: $input) { expiresAt userErrors { code } } }',
      { input: { chatId, isTyping } },
    )
  ).setTyping;
/** Tells until a watcher has been admitted and hears of it. */
const heard = (person: Person, chat: SeededChat, watcher: ReturnType<typeof watch>) =>
  waitFor(
    async () => {
      await setTyping(person, chat);
      return watcher.frames.length > 0;
    },
    { what: 'that somebody is typing' },
  );

describe('I2: typing', () => {
  test('I2: is told to the other participants, readers among them, not to oneself, and expires by itself', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member, acme.guest] });
    const [owner, member, guest] = [acme.owner, acme.member, acme.guest].map((person) => watch(person, chat));
    await Promise.all([heard(acme.member, chat, owner!), heard(acme.member, chat, guest!)]);
    const { typingEvents } = owner!.frames[0]!.data;
    expect(typingEvents).toMatchObject({ isTyping: true, user: { username: acme.member.username } });
    const left = Date.parse(typingEvents.expiresAt) - platform.clock.now().getTime();
    expect(left).toBeLessThanOrEqual(6000);
    // What the owner writes reaches the member, who was told nothing of their own.
    await heard(acme.owner, chat, member!);
    expect(member!.frames.map(({ data }) => data.typingEvents.user.username)).toEqual([acme.owner.username]);
    for (const { frames } of [owner!, guest!])
      expect(frames.every(({ data }) => data.typingEvents !== null)).toBe(true);
    for (const stream of [owner!, member!, guest!]) stream.close();
  });

  test('I2: is told once in a while however often it is said, and that it has stopped at once', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const stream = watch(acme.owner, chat);
    await heard(acme.member, chat, stream);
    const before = stream.frames.length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => setTyping(acme.member, chat)));
    for (const { expiresAt, userErrors } of answers)
      expect([expiresAt === null, userErrors]).toEqual([false, []]);
    expect(await setTyping(acme.member, chat, false)).toEqual({ expiresAt: null, userErrors: [] });
    await stream.next(({ data }) => !data.typingEvents.isTyping);
    expect(stream.frames.length).toBeLessThanOrEqual(before + 2);
    stream.close();
  });

  test('I2: nobody who does not take part sees it: visitors are refused, for all others there is no chat', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    for (const [person, code] of [
      [visitor, 'FORBIDDEN'],
      [acme.guest, 'NOT_FOUND'],
      [mallory, 'NOT_FOUND'],
    ] as const) {
      const stream = watch(person, chat);
      await stream.ended();
      expect([stream.frames, stream.errors[0]?.extensions?.code]).toEqual([[], code]);
    }
    const stream = watch(acme.member, chat);
    await heard(acme.owner, chat, stream);
    const removed = { chatId: chat.id, userId: acme.member.id };
    await client.mutate(acme.owner, 'removeChatParticipant', removed);
    await stream.ended();
    expect(stream.errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('I2: whoever may not write does not type: each with its code', async () => {
    const chat = await acme.chat({ participants: [acme.member, acme.guest] });
    expect(codeOf(await setTyping(visitor, chat))).toBe('FORBIDDEN');
    expect(codeOf(await setTyping(acme.guest, chat))).toBe('FORBIDDEN');
    expect(codeOf(await setTyping(mallory, chat))).toBe('NOT_FOUND');
    const reader = { chatId: chat.id, userId: acme.member.id, role: 'READER' };
    await client.mutate(acme.owner, 'updateChatParticipant', reader);
    expect(codeOf(await setTyping(acme.member, chat))).toBe('FORBIDDEN');
    await client.mutate(acme.owner, 'closeChat', { chatId: chat.id });
    expect(codeOf(await setTyping(acme.owner, chat))).toBe('FORBIDDEN');
    expect(codeOf(await setTyping(acme.owner, { id: 'chat_01h455vb4pex5vsknk084sn02q' }))).toBe('NOT_FOUND');
    expect(codeOf(await setTyping(acme.owner, { id: 'nonsense' }))).toBe('BAD_USER_INPUT');
  });

  test('I2: is never stored, and let go while Redis is away', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const count = async () =>
      (await platform.sql<{ n: string }>('SELECT count(*) AS n FROM event.store'))[0]!.n;
    const before = await count();
    expect((await setTyping(acme.member, chat)).expiresAt).not.toBeNull();
    await platform.redis.stop();
    expect(await setTyping(acme.owner, chat)).toEqual({ expiresAt: null, userErrors: [] });
    await platform.redis.start();
    expect(await count()).toBe(before);
    expect(await platform.sql("SELECT 1 FROM event.store WHERE aggregate_type = 'typing'")).toEqual([]);
  });
});
