import type { DataSource } from 'typeorm';
import { createDataSource } from '../db/data-source';
import { chatFold, type PastChat } from '../subgraphs/chat/past.logic';
import type { Context, InTransaction } from '../subgraphs/kit/context';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { loadAggregate, SNAPSHOT_EVERY, type Loaded } from '../subgraphs/kit/snapshots';
import { openTransaction, settingsOf } from '../subgraphs/kit/transaction';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let acme: SeededWorkspace;
let stranger: Person;
let chat: SeededChat;
let dataSource: DataSource;

beforeAll(async () => {
  platform = await startPlatform({ without: ['task', 'workflow'] });
  acme = await platform.seed.workspace();
  stranger = (await platform.seed.workspace('globex')).owner;
  chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member, acme.guest] });
  const url = platform.database.roleUrls.tributary_chat!;
  dataSource = await createDataSource({ url, poolSize: 10, applicationName: 'snapshots' });
});

afterAll(async () => {
  await dataSource?.destroy();
  await platform?.close();
});

const uuidOf = (one: { id: string } = chat) => fromGlobalId(one === chat ? 'Chat' : 'User', one.id, 'id');

/** Events of a chat beyond those it has, as many as make it `count`: its guest comes and goes. */
async function grow(count: number, one = uuidOf()): Promise<void> {
  await platform.sql(
    `WITH last AS (SELECT * FROM event.store WHERE aggregate_type = 'chat' AND aggregate_id = $1 ORDER BY version DESC LIMIT 1)
     INSERT INTO event.store (aggregate_type, aggregate_id, version, id, type, schema_version, payload, occurred_at,
       actor_id, workspace_id, scope_id, correlation_id)
     SELECT aggregate_type, aggregate_id, v, gen_random_uuid(),
       CASE v % 2 WHEN 0 THEN 'chat.participant.removed' ELSE 'chat.participant.added' END, 1,
       jsonb_build_object('userId', $3::text, 'role', 'READER'), occurred_at + (v - version) * interval '1 s',
       actor_id, workspace_id, scope_id, 'grown'
     FROM last, generate_series(last.version + 1, $2) v`,
    [one, count, uuidOf(acme.guest)],
  );
  await platform.sql(
    "UPDATE event.head SET version = greatest(version, $2) WHERE aggregate_type = 'chat' AND aggregate_id = $1",
    [one, count],
  );
}

interface Counted {
  loaded: Loaded<PastChat> | null;
  /** How many rows of events the load has read. */
  read: number;
}

/** Loads the chat as somebody, in a transaction of the subgraph's role. */
async function load(person: Person, fold = chatFold, upTo: number | null = null): Promise<Counted> {
  const principal = { kind: 'user', userId: uuidOf(person), roles: [] } as never;
  const db = { name: 'tributary_chat', dataSource };
  const transaction = await openTransaction(db, settingsOf(principal, 'snapshots'));
  let read = 0;
  const tx = Object.assign(Object.create(transaction.tx) as typeof transaction.tx, {
    query: async <R extends object>(text: string, values?: readonly unknown[]) => {
      const rows = await transaction.tx.query<R>(text, values);
      if (text.includes('kit.readTail')) read += rows.length;
      return rows;
    },
    send: (text: string, values?: readonly unknown[]) => transaction.tx.send(text, values),
  });
  try {
    const loaded = await loadAggregate({ tx } as unknown as InTransaction<Context>, fold, uuidOf(), upTo);
    await transaction.commit();
    return { loaded, read };
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/** What all events up to a version come to, without any snapshot. */
async function foldAll(upTo: number): Promise<PastChat> {
  const events = await platform.sql<{ type: keyof typeof chatFold.on; payload: never }>(
    "SELECT type, payload FROM event.store WHERE aggregate_type = 'chat' AND aggregate_id = $1 AND version <= $2 ORDER BY version",
    [uuidOf(), upTo],
  );
  return events.reduce<PastChat>(
    (state, { type, payload }) => chatFold.on[type]?.(state, payload) ?? state,
    chatFold.initial,
  );
}

const snapshots = async () =>
  (
    await platform.sql<{ version: string }>(
      "SELECT version FROM event.snapshot WHERE aggregate_type = 'chat' AND aggregate_id = $1 ORDER BY version",
      [uuidOf()],
    )
  ).map(({ version }) => Number(version));

const forget = () => platform.sql('DELETE FROM event.snapshot');

test('H11: after 250 events there are 2 snapshots, and a load reads at most 100 events behind one', async () => {
  await grow(250);
  const first = await load(acme.member);
  expect(first.read).toBe(250);
  expect(await snapshots()).toEqual([100, 200]);
  for (const upTo of [null, 250, 200, 199, 101, 100, 1]) {
    const { loaded, read } = await load(acme.member, chatFold, upTo);
    expect({ upTo, read: read <= SNAPSHOT_EVERY }).toEqual({ upTo, read: true });
    expect(loaded).toEqual({ state: await foldAll(upTo ?? 250), version: upTo ?? 250, tail: read });
  }
  expect(await snapshots()).toEqual([100, 200]);
});

test('H11: fifty who load at once come to the same, and keep each snapshot once', async () => {
  await forget();
  const all = await Promise.all(Array.from({ length: 50 }, () => load(acme.member)));
  const expected = await foldAll(250);
  for (const { loaded } of all) expect(loaded).toMatchObject({ state: expected, version: 250 });
  expect(await snapshots()).toEqual([100, 200]);
  expect((await load(acme.member)).read).toBe(50);
});

test('H11: a snapshot is read by whoever may read the chat, and by nobody else', async () => {
  expect(await snapshots()).toEqual([100, 200]);
  expect((await load(stranger)).loaded).toBeNull();
  const seen = async (person: Person) =>
    (
      await platform.database.sqlAs<{ count: string }>(
        'tributary_chat',
        `SELECT count(*) FROM (SELECT set_config('app.user_id', '${uuidOf(person)}', false)) s, event.snapshot`,
      )
    )[0]!.count;
  expect(await seen(acme.member)).toBe('2');
  expect(await seen(stranger)).toBe('0');
});

test('H11: nobody keeps snapshots of what is not theirs to see, or not their subgraph’s', async () => {
  await forget();
  const take = (role: string, person: Person) =>
    platform.database.sqlAs(
      role,
      `SELECT event.take_snapshots('chat', '${uuidOf()}', 1, '[{"version": 100, "state": {"name": "forged"}}]')
       FROM (SELECT set_config('app.user_id', '${uuidOf(person)}', false)) s`,
    );
  await expect(take('tributary_chat', stranger)).rejects.toMatchObject({ code: '42501' });
  await expect(take('tributary_identity', acme.member)).rejects.toMatchObject({ code: '42501' });
  await expect(platform.database.sqlAs('tributary_chat', 'DELETE FROM event.snapshot')).rejects.toMatchObject(
    { code: '42501' },
  );
  expect(await snapshots()).toEqual([]);
});

test('H11: another version of the fold does not read what an older one made, and replaces it', async () => {
  await load(acme.member);
  const counting = {
    ...chatFold,
    version: chatFold.version + 1,
    initial: { ...chatFold.initial, name: 'of the next version' },
    on: {},
  };
  const { loaded, read } = await load(acme.member, counting);
  expect({ name: loaded?.state.name, read }).toEqual({ name: 'of the next version', read: 250 });
  const kept = await platform.sql<{ fold_version: number }>(
    'SELECT DISTINCT fold_version FROM event.snapshot',
  );
  expect(kept).toEqual([{ fold_version: chatFold.version + 1 }]);
  expect((await load(acme.member)).loaded?.state).toEqual(await foldAll(250));
  await forget();
});

test('H11: what is redacted is in no snapshot, and what is purged has none', async () => {
  await load(acme.member);
  await platform.sql(
    'UPDATE event.store SET payload = payload || \'{"role": "MEMBER"}\' WHERE aggregate_type = \'chat\' AND aggregate_id = $1 AND version = 151',
    [uuidOf()],
  );
  expect(await snapshots()).toEqual([100]);
  expect((await load(acme.member)).loaded?.state).toEqual(await foldAll(250));
  const other = await acme.chat();
  const otherId = fromGlobalId('Chat', other.id, 'id');
  await grow(120, otherId);
  await platform.sql(
    "INSERT INTO event.snapshot SELECT aggregate_type, aggregate_id, version, 1, '{}', workspace_id, scope_id FROM event.store WHERE aggregate_id = $1 AND version = 100",
    [otherId],
  );
  await platform.sql('DELETE FROM event.outbox WHERE aggregate_id = $1', [otherId]);
  await platform.sql(
    'DELETE FROM event.topic_entry WHERE event_id IN (SELECT id FROM event.store WHERE aggregate_id = $1)',
    [otherId],
  );
  await platform.sql("DELETE FROM event.store WHERE aggregate_type = 'chat' AND aggregate_id = $1", [
    otherId,
  ]);
  expect(await platform.sql('SELECT 1 FROM event.snapshot WHERE aggregate_id = $1', [otherId])).toEqual([]);
});

test('H11: a redaction waits for a load that keeps snapshots of what it read before', async () => {
  await forget();
  const principal = { kind: 'user', userId: uuidOf(acme.member), roles: [] } as never;
  const transaction = await openTransaction(
    { name: 'tributary_chat', dataSource },
    settingsOf(principal, 'snapshots'),
  );
  await loadAggregate({ tx: transaction.tx } as unknown as InTransaction<Context>, chatFold, uuidOf());
  const redacting = platform.sql(
    'UPDATE event.store SET payload = payload || \'{"role": "ADMIN"}\' WHERE aggregate_type = \'chat\' AND aggregate_id = $1 AND version = 51',
    [uuidOf()],
  );
  const waiting = () =>
    platform.sql("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = 7403 AND NOT granted");
  await waitFor(async () => (await waiting()).length === 1, { what: 'the redaction to wait' });
  await transaction.commit();
  await redacting;
  expect(await snapshots()).toEqual([]);
});

const CHAT_AS_OF = `query ($chatId: ID!, $at: DateTime!, $first: Int, $after: String) { chatAsOf(chatId: $chatId, at: $at) {
  name topic kind visibility isClosed eventsCursor chat { id isClosed }
  participants(first: $first, after: $after) { nodes { role user { id } } pageInfo { hasNextPage endCursor } } } }`;

interface AsOf {
  chatAsOf: {
    isClosed: boolean;
    chat: { isClosed: boolean };
    participants: {
      nodes: { role: string; user: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  } | null;
}

test('H11: people ask what a chat was at a time: its state and who took part', async () => {
  const own = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
  const run = (name: string, input: object) =>
    platform.query(
      acme.owner.token,
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`,
      { input: { chatId: own.id, ...input } },
    );
  const between = () => {
    platform.clock.advance(60_000);
    const at = platform.clock.now().toISOString();
    platform.clock.advance(60_000);
    return at;
  };
  const early = between();
  await run('removeChatParticipant', { userId: acme.member.id });
  await run('updateChat', { topic: 'Of late' });
  await run('closeChat', {});
  const late = between();
  await run('addChatParticipant', { userId: acme.member.id, role: 'READER' });
  const ask = async (token: string, at: string, page = {}) =>
    (await platform.query<AsOf>(token, CHAT_AS_OF, { chatId: own.id, at, ...page })).data.chatAsOf;
  const rolesAt = async (at: string) =>
    Object.fromEntries(
      (await ask(acme.owner.token, at))!.participants.nodes.map(({ role, user }) => [user.id, role]),
    );
  expect(await rolesAt(early)).toEqual({ [acme.owner.id]: 'ADMIN', [acme.member.id]: 'MEMBER' });
  expect(await rolesAt(late)).toEqual({ [acme.owner.id]: 'ADMIN' });
  expect(await rolesAt(between())).toEqual({ [acme.owner.id]: 'ADMIN', [acme.member.id]: 'READER' });
  expect(await ask(acme.owner.token, early)).toMatchObject({
    topic: null,
    isClosed: false,
    chat: { isClosed: true },
  });
  expect(await ask(acme.owner.token, late)).toMatchObject({ topic: 'Of late', isClosed: true });
  const first = (await ask(acme.owner.token, early, { first: 1 }))!.participants;
  const second = (await ask(acme.owner.token, early, { first: 1, after: first.pageInfo.endCursor }))!
    .participants;
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  expect([...first.nodes, ...second.nodes].map(({ user }) => user.id).sort()).toEqual(
    [acme.owner.id, acme.member.id].sort(),
  );
  expect(await ask(acme.owner.token, '2000-01-01T00:00:00.000Z')).toBeNull();
  for (const token of [stranger.token, acme.guest.token]) expect(await ask(token, early)).toBeNull();
});
