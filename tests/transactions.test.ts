import { startPlatform, type Platform } from './platform';
import type { SeededChat, SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { waitFor } from './wait';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { cursor message { id body } userErrors { code } } }`;
const LAST = `query ($id: ID!) { chat(id: $id) { eventsCursor messages(last: 1) { nodes { id body } } } }`;
const CHAT_EVENTS = `subscription ($id: ID!, $after: String) {
  chatEvents(chatId: $id, after: $after) { cursor event { ... on MessageSent { message { id } } } } }`;

interface Sent {
  sendMessage: { cursor: string; message: { id: string; body: string }; userErrors: { code: string }[] };
}
interface Last {
  chat: { eventsCursor: string; messages: { nodes: { id: string; body: string }[] } };
}

let platform: Platform;
let acme: SeededWorkspace;
let chat: SeededChat;

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace();
  chat = await acme.chat({ participants: [acme.member] });
});

afterAll(() => platform?.close());

const send = (body: string, idempotencyKey?: string) =>
  platform.query<Sent>(acme.owner.token, SEND, { input: { chatId: chat.id, body, idempotencyKey } });

/** Everything that a message leaves in the database. */
async function traces() {
  const [row] = await platform.sql(`SELECT
    (SELECT count(*) FROM event.store WHERE type LIKE 'chat.%') AS events,
    (SELECT sum(version) FROM event.head WHERE aggregate_type = 'chat') AS heads,
    (SELECT count(*) FROM event.outbox) + (SELECT count(*) FROM event.wake_up) AS pending,
    (SELECT count(*) FROM chat.message) AS messages,
    (SELECT count(*) FROM access.idempotency) AS keys`);
  return row;
}

/** Makes rows of a table impossible to insert: at once, or at the commit. */
async function breakTable(table: string, isDeferred = false): Promise<() => Promise<unknown>> {
  await platform.sql(`CREATE OR REPLACE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'injected'; END $$`);
  await platform.sql('GRANT EXECUTE ON FUNCTION public.fail() TO PUBLIC');
  await platform.sql(
    isDeferred
      ? `CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fail()`
      : `CREATE TRIGGER fail BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION public.fail()`,
  );
  return () => platform.sql(`DROP TRIGGER fail ON ${table}`);
}

const FAULTS = [
  ['the projection', 'chat.message', false],
  ['the append', 'event.store', false],
  ['the outbox', 'event.outbox', false],
  ['the commit', 'event.store', true],
] as const;

test.each(FAULTS)(
  'H14: where %s fails there is neither state nor event, and the same again succeeds',
  async (name, table, isDeferred) => {
    await untilSettled(platform);
    const before = await traces();
    const mend = await breakTable(table, isDeferred);
    const key = `H14 ${name}`;
    const failed = await send(`not kept: ${name}`, key);
    await mend();
    expect(failed.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(failed.text).not.toContain('injected');
    expect(await traces()).toEqual(before);
    const again = await send(`kept: ${name}`, key);
    expect(again.data.sendMessage.userErrors).toEqual([]);
    await untilSettled(platform);
    const [made] = await platform.sql<{ count: string }>(
      `SELECT count(*) FROM chat.message m JOIN event.store s ON s.payload ->> 'messageId' = m.id::text WHERE m.body = $1`,
      [`kept: ${name}`],
    );
    expect(made!.count).toBe('1');
  },
);

test('H13: a payload answers what was written, and so does every read behind it', async () => {
  for (let i = 0; i < 20; i++) {
    const { sendMessage } = (await send(`read back ${i}`)).data;
    expect(sendMessage.message.body).toBe(`read back ${i}`);
    const { chat: read } = (await platform.query<Last>(acme.member.token, LAST, { id: chat.id })).data;
    expect(read.messages.nodes).toEqual([sendMessage.message]);
    expect(read.eventsCursor).toBe(sendMessage.cursor);
  }
});

test('H13: what other subgraphs make of it is there within two seconds', async () => {
  await untilSettled(platform);
  await send('#task Catches up');
  const tasks = () => platform.sql("SELECT 1 FROM task.task WHERE title = 'Catches up'");
  await waitFor(async () => (await tasks()).length === 1, { timeoutMs: 2000, what: 'the task' });
});

test('H13: whoever reads, then follows from eventsCursor, misses nothing of what came between', async () => {
  await untilSettled(platform);
  const { eventsCursor } = (await platform.query<Last>(acme.member.token, LAST, { id: chat.id })).data.chat;
  const between = (await send('between reading and following')).data.sendMessage.message.id;
  const following = platform.subscribe<{ chatEvents: { event: { message?: { id: string } } } }>(
    acme.member.token,
    CHAT_EVENTS,
    { id: chat.id, after: eventsCursor },
  );
  const frame = await following.next();
  expect(frame.data.chatEvents.event.message?.id).toBe(between);
});
