import { chatProjections } from '../subgraphs/chat/chat.projection';
import { fromGlobalId } from '../subgraphs/kit/ids';
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
  visitor = await platform.seed.person('life-visitor');
  await acme.add(visitor, 'MEMBER');
  mallory = (await platform.seed.workspace('globex')).owner;
}, 60_000);

afterAll(() => platform.close());

const update = (person: Person, { id: chatId }: { id: string }, patch: object) =>
  client.mutate(person, 'updateChat', { chatId, ...patch });
const remove = (person: Person, { id: chatId }: { id: string }) =>
  client.mutate(person, 'deleteChat', { chatId });

interface Told {
  name: string;
  topic: string | null;
  description: string | null;
  visibility: string;
  version: number;
}
const look = async (person: Person, { id }: { id: string }) =>
  (
    await client.query<{ chat: Told | null }>(
      person,
      'query ($id: ID!) { chat(id: $id) { name topic description visibility version } }',
      { id },
    )
  ).chat;
const eventsOf = async ({ id }: { id: string }) =>
  (
    await platform.sql<{ type: string }>(
      "SELECT type FROM event.store WHERE aggregate_type = 'chat' AND aggregate_id = $1 ORDER BY version",
      [fromGlobalId('Chat', id)],
    )
  ).map(({ type }) => type);

const FOLLOW = `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event { __typename
  ... on ChatUpdated { changedFields chat { name topic visibility } } } } }`;
type Frame = { chatEvents: { event: { __typename: string } } };
const follow = (person: Person, chat: SeededChat) =>
  platform.subscribe<Frame>(person.token, FOLLOW, { id: chat.id, after: chat.cursor });

describe('D1: the life of a chat', () => {
  test('D1: created, joined, renamed, left, closed, reopened and deleted: each an event', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    await update(acme.owner, chat, { name: `renamed ${chat.id}` });
    const member = { chatId: chat.id, userId: acme.member.id };
    await client.mutate(acme.owner, 'removeChatParticipant', member);
    await client.mutate(acme.owner, 'closeChat', { chatId: chat.id });
    await client.mutate(acme.owner, 'reopenChat', { chatId: chat.id });
    expect(await remove(acme.owner, chat)).toMatchObject({ chatId: chat.id, userErrors: [] });
    expect(await eventsOf(chat)).toEqual([
      ...['chat.created', 'chat.participant.added', 'chat.participant.added', 'chat.updated'],
      ...['chat.participant.removed', 'chat.closed', 'chat.reopened', 'chat.deleted'],
    ]);
  });

  test('D1: the same again makes no event; null clears, what is absent stays', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const { name } = (await look(acme.owner, chat))!;
    const before = await eventsOf(chat);
    const same = await update(acme.owner, chat, { name: ` ${name} `, topic: null, visibility: 'PUBLIC' });
    expect(same).toMatchObject({ cursor: null, userErrors: [], chat: { name, version: 1 } });
    expect(await eventsOf(chat)).toEqual(before);

    const described = { topic: 'Release 2', description: 'All about *releases*\nand more' };
    expect((await update(acme.owner, chat, described)).cursor).not.toBeNull();
    expect(await look(acme.member, chat)).toEqual({
      ...{ name, ...described, visibility: 'PUBLIC', version: 2 },
    });
    await update(acme.owner, chat, { topic: null });
    expect(await look(acme.member, chat)).toMatchObject({
      ...{ topic: null, description: described.description, version: 3 },
    });
    expect((await eventsOf(chat)).slice(before.length)).toEqual(['chat.updated', 'chat.updated']);
  });

  test.each([
    [{ name: null }, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'a\u0000b' }, 'name'],
    [{ topic: 'x'.repeat(251) }, 'topic'],
    [{ topic: 'a\nb' }, 'topic'],
    [{ topic: 'a\u0007' }, 'topic'],
    [{ description: 'x'.repeat(2001) }, 'description'],
    [{ description: '\ud800' }, 'description'],
    [{ visibility: null }, 'visibility'],
  ])('D1, D11: bad input changes nothing: %j', async (patch, field) => {
    const chat = await acme.chat();
    const before = await look(acme.owner, chat);
    expect(await update(acme.owner, chat, { topic: 'Good', ...patch })).toMatchObject({
      ...{ chat: null, userErrors: [{ code: 'BAD_USER_INPUT', path: [field] }] },
    });
    expect(await look(acme.owner, chat)).toEqual(before);
  });

  test('D1, B16: a name that another channel has is refused by its name, also in a race', async () => {
    const [first, second] = [await acme.chat({ name: 'Taken' }), await acme.chat()];
    const taken = await update(acme.owner, second, { name: 'tAKEN' });
    expect(taken).toMatchObject({ chat: null, userErrors: [{ code: 'CONFLICT', path: ['name'] }] });
    expect(taken.userErrors[0]!.message).toContain('"tAKEN"');
    const race = await Promise.all([first, second].map((chat) => update(acme.owner, chat, { name: 'Race' })));
    expect(race.map(codeOf).sort()).toEqual(['CONFLICT', null].sort());
    // A discussion has no name of its own, and a deleted channel gives its name back.
    const discussion = await acme.chat({ kind: 'DISCUSSION' });
    expect(codeOf(await update(acme.owner, discussion, { name: 'race' }))).toBeNull();
    const winner = codeOf(race[0]!) === null ? first : second;
    await remove(acme.owner, winner);
    expect(codeOf(await update(acme.owner, winner === first ? second : first, { name: 'Race' }))).toBeNull();
  });

  test('D1: of parallel changes with a version the first is made, the others are told the chat as it is', async () => {
    const chat = await acme.chat();
    const made = await Promise.all(
      [1, 2, 3].map((n) => update(acme.owner, chat, { topic: `Topic ${n}`, expectedVersion: 1 })),
    );
    expect(made.filter((payload) => codeOf(payload) === null)).toHaveLength(1);
    for (const payload of made.filter((each) => codeOf(each) !== null))
      expect(payload).toMatchObject({ userErrors: [{ code: 'CONFLICT' }], chat: { version: 2 } });
  });

  test('D1, B4: by admins of the chat alone, not in an archived workspace, and unseen by all others', async () => {
    const chat = await acme.chat({ participants: [acme.member, acme.guest] });
    for (const act of [
      (person: Person) => update(person, chat, { topic: 'x' }),
      (person: Person) => remove(person, chat),
    ]) {
      for (const person of [acme.member, acme.guest, visitor])
        expect(codeOf(await act(person))).toBe('FORBIDDEN');
      expect(codeOf(await act(mallory))).toBe('NOT_FOUND');
    }
    const old = await platform.seed.workspace('old');
    const kept = await old.chat();
    await client.query(
      old.owner,
      'mutation ($input: ArchiveWorkspaceInput!) { archiveWorkspace(input: $input) { userErrors { code } } }',
      { input: { workspaceId: old.id } },
    );
    expect(codeOf(await update(old.owner, kept, { topic: 'x' }))).toBe('FORBIDDEN');
    expect(codeOf(await remove(old.owner, kept))).toBe('FORBIDDEN');
    expect(await look(old.owner, kept)).toMatchObject({ topic: null });
  });
});

describe('D2: public and private', () => {
  test('D2: made private: visitors see nothing more at once, and their streams end; participants read on', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    await chat.send(acme.owner, 'Before');
    const [inside, outside] = [follow(acme.member, chat), follow(visitor, chat)];
    await Promise.all([inside.next(), outside.next()]);
    expect(codeOf(await update(acme.owner, chat, { visibility: 'PRIVATE', topic: 'Secret' }))).toBeNull();
    expect(await look(visitor, chat)).toBeNull();
    expect(await client.messages(visitor, chat.id)).toEqual([]);
    await outside.ended();
    expect(outside.errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(JSON.stringify(outside.frames)).not.toContain('ChatUpdated');
    const told = await inside.next(({ data }) => data.chatEvents.event.__typename === 'ChatUpdated');
    expect(told.data.chatEvents.event).toMatchObject({
      changedFields: ['topic', 'visibility'],
      chat: { topic: 'Secret', visibility: 'PRIVATE' },
    });
    await chat.send(acme.owner, 'After');
    await inside.next(({ data }) => data.chatEvents.event.__typename === 'MessageSent');
    expect(codeOf(await client.mutate(visitor, 'joinChat', { chatId: chat.id }))).toBe('NOT_FOUND');

    expect(codeOf(await update(acme.owner, chat, { visibility: 'PUBLIC' }))).toBeNull();
    expect((await client.messages(visitor, chat.id)).map(({ body }) => body)).toEqual(['Before', 'After']);
    expect(await look(acme.guest, chat)).toBeNull();
    inside.close();
  });
});

/** What a deleted chat leaves for a while, each with its reason. */
const OUTLIVES: Readonly<Record<string, string>> = {
  'chat.reading': 'it follows from events of the reader, in no order to those of the chat',
  'chat.attachment': 'it is marked until its file has been removed',
};

describe('D1: deletion', () => {
  const TASKS = `query ($id: ID!) { workspace(id: $id) { tasks { nodes { title sourceChat { name } sourceMessage { body } } } } }`;
  const findTask = async (person: Person, title: string) =>
    (
      await client.query<{ workspace: { tasks: { nodes: { title: string }[] } } }>(person, TASKS, {
        id: acme.id,
      })
    ).workspace.tasks.nodes.find((task) => task.title === title) ?? null;

  test('D1: a deleted chat is gone with all that was said, its tasks stay for whoever saw them', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const title = `Outlives ${chat.id}`;
    await chat.send(acme.owner, `#task ${title}`);
    const message = await chat.send(acme.member, 'one');
    await client.mutate(acme.member, 'editMessage', { messageId: message, body: 'two' });
    await waitFor(() => findTask(acme.member, title), { what: 'the task' });
    await client.answers(acme.owner, chat.id);
    const stream = follow(acme.member, chat);
    await stream.next();
    expect(codeOf(await remove(acme.owner, chat))).toBeNull();
    await stream.ended();
    expect(stream.errors[0]?.extensions?.code).toBe('FORBIDDEN');

    for (const person of [acme.owner, acme.member]) {
      expect(await look(person, chat)).toBeNull();
      expect(codeOf(await remove(person, chat))).toBe('NOT_FOUND');
      expect(codeOf(await client.mutate(person, 'sendMessage', { chatId: chat.id, body: 'x' }))).toBe(
        'NOT_FOUND',
      );
      expect(codeOf(await client.mutate(person, 'deleteMessage', { messageId: message }))).toBe('NOT_FOUND');
      expect(await findTask(person, title)).toEqual({ title, sourceChat: null, sourceMessage: null });
    }
    expect(await findTask(visitor, title)).toBeNull();
  });

  test('D1: nothing of a deleted chat is left in any table of chats', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const message = await chat.send(acme.owner, `Hello @${acme.member.username}`);
    await client.mutate(acme.owner, 'editMessage', { messageId: message, body: 'Hello again' });
    await remove(acme.owner, chat);
    const tables = await platform.sql<{ name: string }>(
      `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'chat' AND c.relkind = 'r'`,
    );
    expect(tables.length).toBeGreaterThan(0);
    const statements: string[] = [];
    chatProjections['chat.deleted']((text) => statements.push(text), { aggregateId: chat.id } as never);
    for (const { name } of tables.filter(({ name }) => !(name in OUTLIVES))) {
      // Also of what this chat had none.
      expect({ name, isDeleted: statements.some((text) => text.includes(`DELETE FROM ${name} `)) }).toEqual({
        ...{ name, isDeleted: true },
      });
      const left = await platform.sql(`SELECT 1 FROM ${name} WHERE scope_id = $1`, [
        fromGlobalId('Chat', chat.id),
      ]);
      expect({ name, left: left.length }).toEqual({ name, left: 0 });
    }
  });

  test("D1: a task's chat stays: CONFLICT", async () => {
    const find = async () => {
      const document =
        'query ($id: ID!) { workspace(id: $id) { tasks { nodes { title chat { id name } } } } }';
      type Data = {
        workspace: { tasks: { nodes: { title: string; chat: { id: string; name: string } | null }[] } };
      };
      const { workspace } = await client.query<Data>(acme.owner, document, { id: acme.id });
      return workspace.tasks.nodes.find((task) => task.title === 'Has a chat')?.chat;
    };
    await acme.task('Has a chat');
    const chat = await waitFor(find, { what: "the task's chat" });
    expect(codeOf(await remove(acme.owner, chat))).toBe('CONFLICT');
    expect(await look(acme.owner, chat)).not.toBeNull();
  });

  test('D4: a discussion stays while a tag is about to make it the chat of a task', async () => {
    const chat = await acme.chat({ kind: 'DISCUSSION' });
    await platform.stop('worker');
    await client.send(acme.owner, chat.id, '#task Keeps its chat');
    expect(codeOf(await remove(acme.owner, chat))).toBe('CONFLICT');
    await platform.start('worker');
    const turned = () =>
      platform.sql("SELECT 1 FROM chat.chat WHERE id = $1 AND kind = 'TASK'", [
        fromGlobalId('Chat', chat.id),
      ]);
    await waitFor(async () => (await turned()).length === 1, { what: "the discussion to be a task's" });
    const plain = await acme.chat({ kind: 'DISCUSSION' });
    await client.send(acme.owner, plain.id, 'Only said\n#reopen');
    expect(codeOf(await remove(acme.owner, plain))).toBeNull();
  });

  test('D1: a chat that is deleted while people write in it leaves no message', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const sends = Array.from({ length: 10 }, (_, i) =>
      client.mutate(acme.member, 'sendMessage', { chatId: chat.id, body: `${i}` }),
    );
    const [gone, ...sent] = await Promise.all([remove(acme.owner, chat), ...sends]);
    expect(codeOf(gone)).toBeNull();
    for (const payload of sent) expect([null, 'NOT_FOUND']).toContain(codeOf(payload));
    expect(
      await platform.sql('SELECT 1 FROM chat.message WHERE chat_id = $1', [fromGlobalId('Chat', chat.id)]),
    ).toEqual([]);
  });
});
