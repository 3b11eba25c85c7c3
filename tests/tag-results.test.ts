import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededWorkspace } from './seed';
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

describe('E13–E18: what becomes of tags', () => {
  test('E13, E14: valid tags apply although another fails, and the bot answers with a line for each', async () => {
    const { owner } = acme;
    const chat = await tasks.discussion(acme, 'task', 'In part');
    const asked = await client.answers(owner, chat.id);
    const message = await tasks.say(owner, chat.id, '#status Done #assignee @unknown #priority High', 3);
    expect(message.tagResults.map(({ applied }) => applied)).toEqual([true, false, true]);
    expect(await tasks.taskOf(owner, chat.id)).toMatchObject({
      status: 'DONE',
      priority: 'HIGH',
      assignee: null,
    });
    const answers = await waitFor(
      async () => {
        const found = await client.answers(owner, chat.id);
        return found.length > asked.length ? found : null;
      },
      { what: "the bot's next answer" },
    );
    expect(answers.slice(asked.length).map(({ body }) => body.split('\n'))).toEqual([
      ['✅ Status changed to Done', '✅ Priority set to High', '❌ User @unknown not found'],
    ]);
  });

  test('E15: each kind of error has its place, its code and its sentence', async () => {
    const chat = await tasks.discussion(acme, 'task', 'Kinds');
    const { tagResults } = await tasks.say(
      acme.owner,
      chat.id,
      '#assignee bob #priority None #severity Minor',
      3,
    );
    expect(tagResults.map(({ error }) => error)).toEqual([
      { kind: 'SYNTAX', code: 'INVALID_FORMAT', message: 'Invalid format. Use @username' },
      {
        kind: 'SEMANTIC',
        code: 'INVALID_PRIORITY',
        message: 'Invalid priority. Available: High, Medium, Low',
      },
      { kind: 'BUSINESS', code: 'BUGS_ONLY', message: 'Severity is for bugs only' },
    ]);
  });

  test('E16: the message stays although all of its tags fail', async () => {
    const { owner } = acme;
    const chat = await acme.chat();
    const message = await tasks.say(owner, chat.id, 'Look\n#status Done\n#priority High', 2);
    expect(message.body).toBe('Look\n#status Done\n#priority High');
    expect(message.tagResults.map(({ error }) => [error?.kind, error?.code, error?.message])).toEqual([
      ['BUSINESS', 'NO_TASK', 'No task here. Create one with #task'],
      ['BUSINESS', 'NO_TASK', 'No task here. Create one with #task'],
    ]);
    expect(await tasks.taskOf(owner, chat.id)).toBeNull();
    const [refused] = await platform.sql<{ count: string }>(
      `SELECT count(*) FROM event.store r JOIN event.store m ON m.id = r.causation_id
       WHERE r.type = 'tags.refused' AND m.payload ->> 'body' = $1`,
      [message.body],
    );
    expect(refused!.count).toBe('1');
  });

  interface Link {
    type: string;
    cause: string | null;
    correlation_id: string;
    version: string;
  }

  /** The events of tasks that a message led to, each with the type of the event that caused it. */
  const chainOf = (body: string) =>
    platform.sql<Link>(
      `SELECT s.type, c.type AS cause, s.correlation_id, s.version FROM event.store m
       JOIN event.store s ON s.correlation_id = m.correlation_id AND s.aggregate_type IN ('chat', 'task')
       LEFT JOIN event.store c ON c.id = s.causation_id
       WHERE m.type = 'chat.message.sent' AND m.payload ->> 'body' = $1
         AND (s.id = m.id OR s.aggregate_type = 'task') ORDER BY s.aggregate_type, s.aggregate_id, s.version`,
      [body],
    );

  test('E18: message → tags applied → status changed share one correlation id, each caused by the one before', async () => {
    const chat = await tasks.discussion(acme, 'task', 'A chain');
    await tasks.say(acme.owner, chat.id, '#status Done\n(a chain)', 1);
    const chain = await chainOf('#status Done\n(a chain)');
    expect(chain.map(({ type, cause }) => [type, cause])).toEqual([
      ['chat.message.sent', null],
      ['task.tags.applied', 'chat.message.sent'],
      ['task.status.changed', 'task.tags.applied'],
    ]);
    expect(new Set(chain.map((link) => link.correlation_id)).size).toBe(1);
  });

  test("E18: a new task's creation opens its stream, and has the same cause", async () => {
    const chat = await acme.chat();
    await tasks.say(acme.owner, chat.id, '#task Chained\n#status Done', 2);
    const chain = await chainOf('#task Chained\n#status Done');
    expect(chain.slice(1).map(({ type, cause, version }) => [version, type, cause])).toEqual([
      ['1', 'task.created', 'task.tags.applied'],
      ['2', 'task.tags.applied', 'chat.message.sent'],
      ['3', 'task.status.changed', 'task.tags.applied'],
    ]);
  });

  test('H7: a message that is delivered again changes nothing', async () => {
    const { owner } = acme;
    const chat = await acme.chat();
    const message = await tasks.say(owner, chat.id, '#task Once only\n#priority High', 2);
    const counts = () =>
      platform.sql(
        `SELECT count(*) FROM event.store s JOIN event.store m ON m.correlation_id = s.correlation_id
         WHERE m.type = 'chat.message.sent' AND m.payload ->> 'body' = $1`,
        [message.body],
      );
    await client.answers(owner, chat.id);
    await waitFor(async () => (await tasks.tasksFrom(owner, message.id))[0]!.chat, { what: 'its own chat' });
    const before = await counts();
    const again = ['task.chat.message.sent', message.body] as const;
    await platform.sql(
      `WITH m AS (SELECT s.aggregate_type, s.aggregate_id, s.version FROM event.store s
         WHERE s.type = 'chat.message.sent' AND s.payload ->> 'body' = $2),
       rewound AS (UPDATE event.cursor c SET version = m.version - 1 FROM m
         WHERE c.handler = $1 AND c.aggregate_type = m.aggregate_type AND c.aggregate_id = m.aggregate_id)
       INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version) SELECT $1, m.* FROM m`,
      again,
    );
    await waitFor(
      async () => {
        const rows = await platform.sql(
          `SELECT 1 FROM event.cursor c JOIN event.store m USING (aggregate_type, aggregate_id)
           WHERE c.handler = $1 AND m.type = 'chat.message.sent' AND m.payload ->> 'body' = $2 AND c.version >= m.version`,
          again,
        );
        return rows.length > 0;
      },
      { what: 'the second delivery' },
    );
    expect(await counts()).toEqual(before);
    expect(await tasks.tasksFrom(owner, message.id)).toHaveLength(1);
  });
});
