import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../db/data-source';
import { createLogger } from '../subgraphs/kit/logger';
import { react, type Handler, type ReactionsOptions } from '../subgraphs/kit/reactions';
import { createRelay } from '../subgraphs/kit/relay';
import { defineSubgraph } from '../subgraphs/kit/subgraph';
import { createDatabase, type TestDatabase } from './database';
import { statementsOf } from './statements';
import { workerDatabase } from './worker-database';

const HANDLER = 'workflow.chat.message.sent';
const BURST = 1200;
const CHATS = 3;
const workflow = defineSubgraph<unknown>({
  ...{ name: 'workflow', sdl: { kind: 'Document' as never, definitions: [] }, resolvers: {}, entities: [] },
  ...{ loaders: () => ({}), projections: {}, reactions: {}, subscriptions: {} },
});

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  const url = database.roleUrls.tributary_worker!;
  dataSource = await createDataSource({ url, poolSize: 4, applicationName: 'batches' });
});

afterEach(() =>
  database.sql('TRUNCATE event.store, event.head, event.outbox, event.wake_up, event.cursor CASCADE'),
);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** A burst of messages of one person over a few chats, committed and not yet handed on. */
async function burst(): Promise<string[]> {
  const chats = Array.from({ length: CHATS }, () => randomUUID());
  await database.sql(
    `WITH stored AS (
       INSERT INTO event.store (aggregate_type, aggregate_id, version, id, type, schema_version, payload, occurred_at,
         actor_id, workspace_id, scope_id, correlation_id)
       SELECT 'chat', ($1::uuid[])[1 + n % $2], 1 + n / $2, gen_random_uuid(), 'chat.message.sent', 1,
         '{"isAutomatic": false, "body": ""}', now(), $3, $3, ($1::uuid[])[1 + n % $2], 'burst'
       FROM generate_series(0, $4 - 1) n RETURNING *)
     INSERT INTO event.outbox (event_id, type, aggregate_type, aggregate_id, version, scope_id, topics)
     SELECT id, type, aggregate_type, aggregate_id, version, scope_id, ARRAY['workspace:' || $3::text] FROM stored
     ORDER BY version, aggregate_id`,
    [chats, CHATS, randomUUID(), BURST],
  );
  return chats;
}

const log = createLogger('test', 'silent');

test('H12: a burst is handed on in batches: a statement for 500 events, a ring for each topic that moved', async () => {
  const chats = await burst();
  const rung: string[] = [];
  const db = workerDatabase(dataSource);
  const doorbells = { ...db.doorbells, ring: (channel: string) => void rung.push(channel) };
  const statements = await statementsOf(['kit'], async () => {
    expect(await createRelay({ ...db, doorbells }, log).drain()).toBe(BURST);
  });
  expect(statements).toEqual(Array<string>(Math.ceil(BURST / 500)).fill('kit.relay'));
  const live = rung.filter((channel) => channel.startsWith('live.'));
  expect(live.length).toBeLessThanOrEqual(statements.length * (CHATS + 1));
  expect(new Set(live).size).toBe(CHATS + 1);
  expect(rung.filter((channel) => channel === 'wake')).toHaveLength(statements.length);
  // Whoever listens in is told of each event.
  expect(rung.filter((channel) => channel === 'events.chat.message.sent')).toHaveLength(BURST);
  const [entries] = await database.sql<{ count: string; last: string }>(
    'SELECT count(*), max(seq) AS last FROM event.topic_entry',
  );
  expect(entries).toEqual({ count: String(BURST), last: String(BURST) });
  const disordered = await database.sql(
    `SELECT 1 FROM (SELECT s.version - lag(s.version) OVER (PARTITION BY s.aggregate_id ORDER BY t.seq) AS step
       FROM event.topic_entry t JOIN event.store s ON s.id = t.event_id) x WHERE step <> 1`,
  );
  expect(disordered).toEqual([]);
  expect(chats).toHaveLength(CHATS);
});

test('H12: a handler works a burst off in batches: one transaction for up to 100 events', async () => {
  const chats = await burst();
  const db = workerDatabase(dataSource);
  await createRelay(db, log).drain();
  const seen = new Map<string, number[]>();
  const handler: Handler = {
    name: HANDLER,
    type: 'chat.message.sent',
    manifest: workflow,
    react: (_, { aggregateId, version }) => {
      seen.set(aggregateId, [...(seen.get(aggregateId) ?? []), version]);
      return Promise.resolve();
    },
  };
  const options: ReactionsOptions = {
    ...{ db, handlers: new Map([[HANDLER, handler]]), log, now: () => new Date() },
    retryBaseMs: 1000,
  };
  const statements = await statementsOf(['kit'], async () => {
    for (const aggregateId of chats) {
      while (await react(options, { handler: HANDLER, aggregateType: 'chat', aggregateId }));
    }
  });
  for (const versions of seen.values())
    expect(versions).toEqual(Array.from({ length: BURST / CHATS }, (_, i) => i + 1));
  expect(seen.size).toBe(CHATS);
  // A transaction ends early when it has lasted 50 ms: on a machine that is busy there are more than the twelve.
  expect(statements.filter((name) => name === 'kit.begin').length).toBeLessThan(BURST / 10);
  expect(await database.sql('SELECT 1 FROM event.wake_up')).toEqual([]);
});
