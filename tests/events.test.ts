import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } cursor userErrors { code message } } }`;
const UPDATE_TASK = `mutation ($input: UpdateTaskInput!) {
  updateTask(input: $input) { task { id version } userErrors { code ... on ConflictError { currentVersion } } } }`;

interface EventRow {
  id: string;
  type: string;
  aggregate_id: string;
  version: string;
  actor_id: string;
  correlation_id: string;
  causation_id: string | null;
  payload: Record<string, unknown>;
}

let platform: Platform;
let workspace: SeededWorkspace;
let chat: SeededChat;

beforeAll(async () => {
  platform = await startPlatform();
  workspace = await createSeed(platform).workspace();
  chat = await workspace.chat({ participants: [workspace.member] });
});

afterAll(() => platform.close());

const eventsOf = (where: string, ...values: unknown[]) =>
  platform.sql<EventRow>(
    `SELECT * FROM event.store WHERE ${where} ORDER BY aggregate_type, aggregate_id, version`,
    values,
  );

async function send(body: string, token = workspace.owner.token) {
  const answer = await platform.query<{ sendMessage: { message: { id: string }; cursor: string } }>(
    token,
    SEND,
    {
      input: { chatId: chat.id, body },
    },
  );
  return { id: answer.data.sendMessage.message.id, correlationId: answer.headers.get('x-correlation-id')! };
}

test('H1: each mutation adds an event with its aggregate, version, time, actor and correlation', async () => {
  const { correlationId } = await send('an event');
  const [event] = await eventsOf('correlation_id = $1', correlationId);
  expect(event).toMatchObject({
    type: 'chat.message.sent',
    aggregate_type: 'chat',
    schema_version: 1,
    correlation_id: correlationId,
    causation_id: null,
    actor_id: fromGlobalId('User', workspace.owner.id, 'id'),
    payload: expect.objectContaining({ body: 'an event' }) as object,
  });
  expect(Number(event!.version)).toBeGreaterThan(0);
  expect(event).toHaveProperty('occurred_at', expect.any(Date));
});

test('H1: a mutation of any subgraph adds at least one event of its caller, or nothing where nothing changes', async () => {
  const chatId = { chatId: chat.id };
  const message = { messageId: (await send('to be changed')).id };
  const task = await workspace.task('to be changed');
  const place = { workspaceId: workspace.id };
  const MUTATIONS: [string, object][] = [
    ['updateProfile', { displayName: 'Somebody else' }],
    ['createApiKey', { name: 'A key', scopes: ['READ'] }],
    ['createWorkspace', { name: 'Another', slug: 'another-one' }],
    ['addWorkspaceMember', { ...place, username: 'bob', role: 'MEMBER' }],
    ['createChat', { ...place, name: 'Another chat' }],
    ['closeChat', chatId],
    ['reopenChat', chatId],
    ['sendMessage', { ...chatId, body: 'Another message' }],
    ['editMessage', { ...message, body: 'Changed' }],
    ['deleteMessage', message],
    ['createTask', { ...place, title: 'Another task' }],
    ['updateTask', { id: task.id, title: 'Changed' }],
    ['createBoard', { ...place, name: 'Another board' }],
  ];
  await createSeed(platform).person('bob');
  for (const [name, input] of MUTATIONS) {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code message path } } }`;
    const run = async () => {
      const answer = await platform.query<Record<string, { userErrors: object[] }>>(
        workspace.owner.token,
        document,
        { input },
      );
      expect({ name, answer: answer.data?.[name] ?? answer.text }).toEqual({
        name,
        answer: { userErrors: [] },
      });
      return eventsOf('correlation_id = $1', answer.headers.get('x-correlation-id'));
    };
    const events = await run();
    expect({ name, count: events.length > 0 }).toEqual({ name, count: true });
    expect({ name, actors: events.filter(({ actor_id }) => actor_id === null) }).toEqual({
      name,
      actors: [],
    });
    // The same again changes nothing.
    if (/^(update|close|reopen|edit)/.test(name))
      expect({ name, again: name === 'reopenChat' ? [] : await run() }).toEqual({ name, again: [] });
  }
});

test('H2: parallel writers of one aggregate leave no gap and no double in its versions', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, i) => send(`parallel ${i}`)));
  const rows = await platform.sql<{ version: string }>(
    `SELECT version FROM event.store WHERE aggregate_type = 'chat' AND aggregate_id =
       (SELECT aggregate_id FROM event.store WHERE payload->>'body' = 'parallel 0') ORDER BY version`,
  );
  expect(rows.map(({ version }) => Number(version))).toEqual(rows.map((_, i) => i + 1));
});

test('H2: of parallel changes that name one version, one wins and the others are CONFLICT', async () => {
  const task = await workspace.task('contested');
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      platform.query<{
        updateTask: { task: { version: number }; userErrors: { code: string; currentVersion: number }[] };
      }>(workspace.owner.token, UPDATE_TASK, {
        input: { id: task.id, title: `title ${i}`, expectedVersion: 1 },
      }),
    ),
  );
  const refusals = answers.flatMap(({ data }) => data.updateTask.userErrors);
  expect(refusals).toHaveLength(9);
  expect(refusals.every(({ code, currentVersion }) => code === 'CONFLICT' && currentVersion === 2)).toBe(
    true,
  );
});

test('H2: a second event with the version of the first is refused by the database', async () => {
  const copy = `INSERT INTO event.store SELECT aggregate_type, aggregate_id, version, gen_random_uuid(), type,
    schema_version, payload, occurred_at, actor_id, workspace_id, scope_id, correlation_id, causation_id
    FROM event.store LIMIT 1`;
  await expect(platform.sql(copy)).rejects.toMatchObject({ code: '23505' });
});

test('H4: one correlation id runs through a message, its tags and their effects, each caused by the one before', async () => {
  const { correlationId } = await send('#task Trace me\n#status Done');
  const chain = await waitFor(async () => {
    const events = await eventsOf('correlation_id = $1', correlationId);
    return events.some(({ type }) => type === 'task.status.changed') ? events : null;
  });
  // The first of a type: the bot's answer is a message of the same chain.
  const byType = new Map(chain.reverse().map((event) => [event.type, event]));
  const sent = byType.get('chat.message.sent')!;
  const applied = byType.get('task.tags.applied')!;
  expect(applied.causation_id).toBe(sent.id);
  expect(byType.get('task.status.changed')!.causation_id).toBe(applied.id);
  expect(new Set(chain.map(({ actor_id }) => actor_id)).size).toBe(1);
});

test('H5: each event is told on the channel of its type', async () => {
  const redis = new Redis(platform.redis.url);
  const heard: string[] = [];
  redis.on('pmessage', (_, channel: string) => heard.push(channel));
  await redis.psubscribe('events.*');
  const task = await workspace.task('heard');
  await platform.query(workspace.owner.token, UPDATE_TASK, { input: { id: task.id, status: 'DONE' } });
  await waitFor(() => heard.includes('events.task.status.changed'), { what: 'the channel' });
  redis.disconnect();
});

test('H7: a redelivered event has no second effect', async () => {
  const { id, correlationId } = await send('#task Only once');
  const count = async () =>
    (await eventsOf("correlation_id = $1 AND type = 'task.created'", correlationId)).length;
  await waitFor(async () => (await count()) === 1);
  for (let i = 0; i < 3; i++) {
    await platform.sql(
      `INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version)
       SELECT 'task.chat.message.sent', aggregate_type, aggregate_id, version FROM event.store
       WHERE correlation_id = $1 AND type = 'chat.message.sent'`,
      [correlationId],
    );
  }
  await waitFor(async () => (await platform.sql('SELECT 1 FROM event.wake_up')).length === 0, {
    what: 'idle workers',
  });
  expect(await count()).toBe(1);
  expect(id).toMatch(/^message_/);
});

test('H10: one aggregate keeps its order and does not hold back another', async () => {
  const slow = await workspace.chat();
  await platform.sql(`CREATE FUNCTION task.dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.title LIKE 'slow%' THEN PERFORM pg_sleep(0.1); END IF; RETURN NEW; END $$`);
  await platform.sql(
    'CREATE TRIGGER dawdle BEFORE INSERT ON task.task FOR EACH ROW EXECUTE FUNCTION task.dawdle()',
  );
  for (let i = 0; i < 20; i++) await slow.send(workspace.owner, `#task slow ${i}`);
  await send('#task quick');
  const titles = async () =>
    (
      await platform.sql<{ title: string }>(
        `SELECT title FROM task.task WHERE title LIKE 'slow%' OR title = 'quick' ORDER BY created_at, number`,
      )
    ).map(({ title }) => title);
  const whenQuick = await waitFor(async () => {
    const found = await titles();
    return found.includes('quick') ? found : null;
  });
  expect(whenQuick.length).toBeLessThan(21);
  await waitFor(async () => (await titles()).length === 21, { timeoutMs: 20_000 });
  const numbers = await platform.sql<{ title: string }>(
    `SELECT title FROM task.task WHERE title LIKE 'slow%' ORDER BY number`,
  );
  expect(numbers.map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, i) => `slow ${i}`));
  await platform.sql('DROP TRIGGER dawdle ON task.task');
});

test('H10: a handler that takes long keeps nothing from starting meanwhile', async () => {
  // Tasks of one workspace are numbered one after the other.
  const elsewhere = await createSeed(platform).workspace('elsewhere');
  const slow = await elsewhere.chat();
  await platform.sql(`CREATE OR REPLACE FUNCTION task.dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.title LIKE 'slow%' THEN PERFORM pg_sleep(4); END IF; RETURN NEW; END $$`);
  await platform.sql(
    'CREATE TRIGGER dawdle BEFORE INSERT ON task.task FOR EACH ROW EXECUTE FUNCTION task.dawdle()',
  );
  await slow.send(elsewhere.owner, '#task slow and long');
  const isAsleep = async () =>
    (
      await platform.sql(
        "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
      )
    ).length > 0;
  await waitFor(isAsleep, { what: 'the slow handler to be under way' });
  for (let i = 0; i < 3; i++) {
    await send(`#task meanwhile ${i}`);
    const made = () => platform.sql('SELECT 1 FROM task.task WHERE title = $1', [`meanwhile ${i}`]);
    await waitFor(async () => (await made()).length === 1);
  }
  expect(await isAsleep()).toBe(true);
  await waitFor(async () => !(await isAsleep()));
  await platform.sql('DROP TRIGGER dawdle ON task.task');
});

test('H2: the store is indexed by type and time and by time, and an aggregate has each version once', async () => {
  const indexes = await platform.sql<{ indexdef: string }>(
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'event' AND tablename = 'store'",
  );
  const columns = indexes.map(({ indexdef }) =>
    indexdef.replace(/^CREATE (UNIQUE )?INDEX \S+ ON \S+ USING btree /, '$1'),
  );
  expect(columns).toEqual(
    expect.arrayContaining([
      'UNIQUE (aggregate_type, aggregate_id, version)',
      '(type, occurred_at)',
      '(occurred_at)',
    ]),
  );
});

test('H2: no event is added to an aggregate of another scope', async () => {
  const other = await workspace.chat();
  const [own, theirs] = [chat, other].map(({ id }) => fromGlobalId('Chat', id, 'id'));
  const [first] = await eventsOf("aggregate_type = 'chat' AND aggregate_id = $1 AND version = 1", own);
  const event = (aggregateId: string) => ({
    ...{
      id: randomUUID(),
      type: 'chat.closed',
      aggregateType: 'chat',
      aggregateId,
      schemaVersion: 1,
      payload: {},
    },
    ...{ occurredAt: new Date(), actorId: first!.actor_id, correlationId: 'forged', scopeId: own },
    workspaceId: fromGlobalId('Workspace', workspace.id, 'id'),
  });
  const append = (aggregateId: string) =>
    platform.database.sqlAs(
      'tributary_chat',
      `SELECT event.append('${JSON.stringify([event(aggregateId)])}') FROM (SELECT set_config('app.user_id', '${first!.actor_id}', false)) s`,
    );
  await expect(append(theirs!)).rejects.toMatchObject({
    code: '42501',
    message: expect.stringContaining('another scope') as string,
  });
  expect(await eventsOf("correlation_id = 'forged'")).toEqual([]);
  await append(own!);
  expect(await eventsOf("correlation_id = 'forged'")).toHaveLength(1);
});
