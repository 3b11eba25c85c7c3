import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } userErrors { code message } } }`;
const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) { cursor event { ... on MessageSent { message { id body } } } } }`;

interface Sent {
  chatEvents: { cursor: string; event: { message?: { id: string; body: string } } };
}

let platform: Platform;
let workspace: SeededWorkspace;
let chat: SeededChat;

beforeAll(async () => {
  platform = await startPlatform({ without: ['worker'] });
  workspace = await createSeed(platform).workspace();
  chat = await workspace.chat();
});

afterAll(() => platform.close());

/** Makes rows of a table slow to insert until it is undone, so that whoever inserts can be killed meanwhile. */
async function slowDown(table: string): Promise<() => Promise<unknown>> {
  await platform.sql(`CREATE OR REPLACE FUNCTION event.dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(30); RETURN NEW; END $$`);
  await platform.sql(`GRANT EXECUTE ON FUNCTION event.dawdle() TO PUBLIC`);
  await platform.sql(
    `CREATE TRIGGER dawdle BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION event.dawdle()`,
  );
  return async () => {
    // A server process notices that its client is dead when its statement ends.
    await platform.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
    );
    await platform.sql(`DROP TRIGGER dawdle ON ${table}`);
  };
}

const isAsleep = async () =>
  (
    await platform.sql(
      "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
    )
  ).length > 0;

const countOf = async (text: string, ...values: unknown[]) =>
  Number((await platform.sql<{ count: string }>(`SELECT count(*) FROM ${text}`, values))[0]!.count);

const isIdle = async () => (await countOf('event.wake_up')) === 0 && (await countOf('event.outbox')) === 0;

test('H6: a worker killed in the middle of a reaction loses nothing and doubles nothing', async () => {
  const speedUp = await slowDown('task.task');
  const first = await platform.spawn('worker');
  await chat.send(workspace.owner, '#task Survive the reaction');
  await waitFor(isAsleep, { what: 'the reaction to be under way' });
  await first.kill('SIGKILL');
  await speedUp();
  expect(await countOf('task.task')).toBe(0);
  const second = await platform.spawn('worker');
  await waitFor(async () => (await countOf('chat.message')) === 2 && (await isIdle()));
  expect(await countOf("task.task WHERE title = 'Survive the reaction'")).toBe(1);
  expect(await countOf("event.store WHERE type = 'task.tags.applied'")).toBe(1);
  await second.kill('SIGKILL');
});

test('H6: a worker killed between an effect and the mark that it is done has done neither', async () => {
  const speedUp = await slowDown('event.cursor');
  const first = await platform.spawn('worker');
  await chat.send(workspace.owner, '#task Survive the mark');
  await waitFor(isAsleep, { what: 'the mark to be under way' });
  await first.kill('SIGKILL');
  await speedUp();
  expect(await countOf("task.task WHERE title = 'Survive the mark'")).toBe(0);
  const second = await platform.spawn('worker');
  const made = () => countOf("task.task WHERE title = 'Survive the mark'");
  await waitFor(async () => (await made()) === 1 && (await isIdle()));
  await second.kill('SIGKILL');
});

test('H6: a relay killed in the middle of a batch loses nothing and doubles nothing', async () => {
  const speedUp = await slowDown('event.wake_up');
  const first = await platform.spawn('worker');
  for (let i = 0; i < 5; i++) await chat.send(workspace.owner, `#task Survive the relay ${i}`);
  await waitFor(isAsleep, { what: 'the relay to be under way' });
  await first.kill('SIGKILL');
  await speedUp();
  expect(await countOf("task.task WHERE title LIKE 'Survive the relay%'")).toBe(0);
  const second = await platform.spawn('worker');
  await waitFor(
    async () => (await countOf("task.task WHERE title LIKE 'Survive the relay%'")) === 5 && (await isIdle()),
    {
      timeoutMs: 20_000,
    },
  );
  const entries = await platform.sql<{ count: string }>(
    'SELECT count(*) FROM event.topic_entry GROUP BY topic, event_id HAVING count(*) > 1',
  );
  expect(entries).toEqual([]);
  await second.kill('SIGKILL');
});

test('H6: what a writer committed before it died reaches subscribers and handlers without its doorbell', async () => {
  const watching = platform.subscribe<Sent>(workspace.member.token, CHAT_EVENTS, {
    chatId: chat.id,
    after: chat.cursor,
  });
  await watching.next();
  await platform.stop('chat');
  // Nothing listens on port 1: this writer commits, and its doorbells never ring; nor does the worker hear any.
  const writer = await platform.spawn('chat', { REDIS_URL: 'redis://127.0.0.1:1' });
  const id = await chat.send(workspace.owner, '#task Survive the writer');
  await writer.kill('SIGKILL');
  await platform.start('chat');
  const worker = await platform.spawn('worker', { REDIS_URL: 'redis://127.0.0.1:1' });
  const frame = await watching.next(({ data: { chatEvents } }) => chatEvents.event.message?.id === id);
  expect(frame.data.chatEvents.event.message!.body).toBe('#task Survive the writer');
  await waitFor(async () => (await countOf("task.task WHERE title = 'Survive the writer'")) === 1);
  await worker.kill('SIGKILL');
});

test('H6: a write while Redis is away succeeds and is delivered', async () => {
  const watching = platform.subscribe<Sent>(workspace.member.token, CHAT_EVENTS, {
    chatId: chat.id,
    after: chat.cursor,
  });
  await chat.send(workspace.owner, 'Before');
  await watching.next(({ data: { chatEvents } }) => chatEvents.event.message?.body === 'Before');
  await platform.redis.stop();
  const answer = await platform.query<{ sendMessage: { userErrors: unknown[] } }>(
    workspace.owner.token,
    SEND,
    {
      input: { chatId: chat.id, body: 'While Redis is away' },
    },
  );
  expect(answer.data.sendMessage.userErrors).toEqual([]);
  await watching.next(({ data: { chatEvents } }) => chatEvents.event.message?.body === 'While Redis is away');
  await platform.redis.start();
  await chat.send(workspace.owner, 'After');
  await watching.next(({ data: { chatEvents } }) => chatEvents.event.message?.body === 'After');
});
