import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';
import { makeTaskClient, type TaskClient } from './task-client';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  acme = await createSeed(platform).workspace();
}, 60_000);

afterAll(() => platform.close());

/** How many events tasks have. */
const eventCount = async () =>
  (
    await platform.sql<{ count: string }>("SELECT count(*) FROM event.store WHERE aggregate_type = 'task'")
  )[0]!.count;

describe('F1: tasks from messages', () => {
  const take = (messageId: string, input: object = {}, person: Person = acme.member) =>
    tasks.mutate(person, 'createTaskFromMessage', { messageId, ...input });

  test('F1: a message gives tasks, each named after its first line unless it is named otherwise', async () => {
    const chat = await acme.chat({ kind: 'DISCUSSION', participants: [acme.member] });
    const messageId = await chat.send(acme.owner, '\n> **Crash** on [start](https://x.y)\n\nSteps: `run`');
    const [first, again] = await Promise.all(
      [1, 2].map(() => take(messageId, { type: 'BUG', severity: 'MAJOR', idempotencyKey: 'once' })),
    );
    expect(first).toMatchObject({
      userErrors: [],
      task: {
        ...{ type: 'BUG', title: 'Crash on start', severity: 'MAJOR', status: 'NEW', parent: null },
        ...{ sourceChat: { id: chat.id }, sourceMessage: { id: messageId }, viewerIsSubscribed: true },
      },
    });
    expect(again!.task!.id).toBe(first!.task!.id);
    const second = await take(messageId, { title: ' Another ', estimate: 2, assigneeId: acme.owner.id });
    expect(second.task).toMatchObject({ type: 'TASK', title: 'Another', estimate: 2 });
    const made = await tasks.tasksFrom(acme.owner, messageId);
    expect(made.map(({ key }) => key)).toEqual([first!.task!.key, second.task!.key]);
    const own = await waitFor(
      async () => (await tasks.tasksFrom(acme.owner, messageId)).find(({ chat: own }) => own?.kind === 'BUG'),
      { what: 'its chat' },
    );
    expect(own.chat!.id).not.toBe(chat.id);
    const inIt = await client.send(acme.member, own.chat!.id, 'A part of it');
    expect((await take(inIt.id)).task).toMatchObject({ title: 'A part of it', parent: { key: own.key } });
  });

  test('F1: what counts is what the message says now; one that is deleted gives no task', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const messageId = await chat.send(acme.owner, 'Before');
    await client.mutate(acme.owner, 'editMessage', { messageId, body: `${'x'.repeat(600)}\nmore` });
    expect((await take(messageId)).task!.title).toBe('x'.repeat(500));
    await client.mutate(acme.owner, 'deleteMessage', { messageId });
    expect((await take(messageId)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', message: 'Message not found', path: ['messageId'] },
    ]);
  });

  test.each([
    ['a blank title', { title: ' ' }, 'BAD_USER_INPUT', 'title'],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'BAD_USER_INPUT', 'title'],
    ['a severity on a task', { severity: 'MAJOR' }, 'BAD_USER_INPUT', 'severity'],
    ['too much work', { estimate: 10_001 }, 'BAD_USER_INPUT', 'estimate'],
    ['what is no message', { messageId: 'task_x' }, 'BAD_USER_INPUT', 'messageId'],
  ])('F1: %s is refused, and nothing is made', async (_, input, code, field) => {
    const messageId = await (await acme.chat({ participants: [acme.member] })).send(acme.owner, 'Hello');
    const count = await eventCount();
    expect((await take(messageId, input)).userErrors).toMatchObject([{ code, path: [field] }]);
    expect(await eventCount()).toBe(count);
  });

  test('F1: a message without words gives a task that is given a title', async () => {
    const messageId = await (await acme.chat({ participants: [acme.member] })).send(acme.owner, '---');
    expect((await take(messageId)).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', message: 'The message says nothing: give a title', path: ['title'] },
    ]);
    expect((await take(messageId, { title: 'Something' })).userErrors).toEqual([]);
  });

  test('B8, E17: who may not write in the chat makes no task of its messages', async () => {
    const open = await acme.chat();
    const hidden = await acme.chat({ visibility: 'PRIVATE', participants: [acme.guest] });
    const [seen, unseen] = [await open.send(acme.owner, 'Seen'), await hidden.send(acme.owner, 'Unseen')];
    expect((await take(seen)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await take(unseen)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await take(unseen, {}, acme.guest)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    await client.mutate(acme.owner, 'addChatParticipant', { chatId: open.id, userId: acme.member.id });
    const reader = { chatId: open.id, userId: acme.member.id, role: 'READER' };
    await client.mutate(acme.owner, 'updateChatParticipant', reader);
    expect((await take(seen)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const made = await take(unseen, {}, acme.owner);
    const { data } = await platform.query(acme.member.token, 'query ($id: ID!) { task(id: $id) { key } }', {
      id: made.task!.id,
    });
    expect(data).toEqual({ task: null });
    await client.mutate(acme.owner, 'addChatParticipant', { chatId: hidden.id, userId: acme.member.id });
    await client.mutate(acme.owner, 'updateChatParticipant', { ...reader, chatId: hidden.id });
    const read = await tasks.mutate(acme.member, 'updateTask', { id: made.task!.id, title: 'Mine' });
    expect(read).toMatchObject({
      task: { title: 'Unseen' },
      userErrors: [
        { code: 'FORBIDDEN', message: 'You may read the chat that this task came from and not write in it.' },
      ],
    });
  });

  test('F1: a message gives at most 100 tasks, also when they come at once', async () => {
    const messageId = await (await acme.chat()).send(acme.owner, 'Many');
    const made = await take(messageId, {}, acme.owner);
    await platform.sql(
      `INSERT INTO task.task SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
         'chat_id', gen_random_uuid(), 'number', 100000 + n, 'key', 'MANY-' || n, 'rank', 'z' || n))).*
       FROM task.task t, generate_series(1, 96) n WHERE t.id = $1`,
      [fromGlobalId('Task', made.task!.id)],
    );
    const payloads = await Promise.all(Array.from({ length: 6 }, () => take(messageId, {}, acme.owner)));
    const codes = payloads.map(({ userErrors }) => userErrors[0]?.code);
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', undefined, undefined, undefined]);
  });
});
