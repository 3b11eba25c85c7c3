import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../db/data-source';
import { createLogger } from '../subgraphs/kit/logger';
import { createDispatcher } from '../subgraphs/kit/dispatcher';
import { AppError } from '../subgraphs/kit/errors';
import { replay } from '../subgraphs/kit/dead-letters';
import { startWorkerLoop } from '../subgraphs/kit/worker-loop';
import { react, type Handler, type ReactionsOptions } from '../subgraphs/kit/reactions';
import { defineSubgraph } from '../subgraphs/kit/subgraph';
import { LOOKED_AT, findDue, keyOf, type Due } from '../subgraphs/kit/wake-ups';
import { createDatabase, type TestDatabase } from './database';
import { waitFor } from './wait';
import { workerDatabase } from './worker-database';

const HANDLER = 'task.chat.message.sent';
const task = defineSubgraph<unknown>({
  ...{ name: 'task', sdl: { kind: 'Document' as never, definitions: [] }, resolvers: {}, entities: [] },
  ...{ loaders: () => ({}), projections: {}, reactions: {}, subscriptions: {} },
});

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  const url = database.roleUrls.tributary_worker!;
  dataSource = await createDataSource({ url, poolSize: 4, applicationName: 'races' });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

function optionsOf(handle: Handler['react'], source = dataSource): ReactionsOptions {
  const handler: Handler = { name: HANDLER, type: 'chat.message.sent', manifest: task, react: handle };
  return {
    db: workerDatabase(source),
    handlers: new Map([[HANDLER, handler]]),
    log: createLogger('test', 'silent'),
    now: () => new Date(),
    retryBaseMs: 60_000,
  };
}

/** Events of one chat, by as many actors; the handler is woken for those that `isWoken` says. */
async function makeEvents(count: number, isWoken: (version: number) => boolean): Promise<Due> {
  const aggregateId = randomUUID();
  const versions = Array.from({ length: count }, (_, i) => i + 1);
  await database.sql(
    `INSERT INTO event.store (aggregate_type, aggregate_id, version, id, type, schema_version, payload, occurred_at,
       actor_id, workspace_id, scope_id, correlation_id)
     SELECT 'chat', $1, v, gen_random_uuid(), 'chat.message.sent', 1, '{}', now(), gen_random_uuid(), $1, $1, 'races'
     FROM unnest($2::bigint[]) v`,
    [aggregateId, versions],
  );
  await database.sql(
    `INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version)
     SELECT $1, 'chat', $2, v FROM unnest($3::bigint[]) v`,
    [HANDLER, aggregateId, versions.filter(isWoken)],
  );
  return { handler: HANDLER, aggregateType: 'chat', aggregateId };
}

const cursorOf = async ({ aggregateId }: Due) =>
  (
    await database.sql('SELECT version, attempts FROM event.cursor WHERE aggregate_id = $1', [aggregateId])
  )[0];

const fail = () => Promise.reject(new Error('this worker fails'));

/** A worker that fails, and to which `happen` happens before it can say so. */
function failingWorker(happen: () => Promise<unknown>): ReactionsOptions {
  let opened = 0;
  const source = Object.create(dataSource) as DataSource;
  source.createQueryRunner = () => {
    const runner = dataSource.createQueryRunner();
    const connect = runner.connect.bind(runner) as () => Promise<unknown>;
    const isRecording = ++opened === 2;
    runner.connect = async () => {
      if (isRecording) await happen();
      return connect();
    };
    return runner;
  };
  return optionsOf(fail, source);
}

test('H7: a failure is not held against an event that another worker has handled meanwhile', async () => {
  const due = await makeEvents(1, () => true);
  const other = optionsOf(() => Promise.resolve());
  await react(
    failingWorker(() => react(other, due)),
    due,
  );
  expect(await cursorOf(due)).toEqual({ version: '1', attempts: 0 });
});

test('H7: what a handler has done is not given to it again, however often it is woken', async () => {
  const due = await makeEvents(2, () => true);
  const given: number[] = [];
  const options = optionsOf((_, { version }) => {
    given.push(version);
    return Promise.resolve();
  });
  while ((await cursorOf(due))?.version !== '2') await react(options, due);
  for (const version of [1, 2, 2])
    await database.sql(
      "INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version) VALUES ($1, 'chat', $2, $3)",
      [HANDLER, due.aggregateId, version],
    );
  expect(await react(options, due)).toBe(false);
  expect(given).toEqual([1, 2]);
  expect(await database.sql('SELECT 1 FROM event.wake_up')).toEqual([]);
});

test('H10: of workers that are woken for one aggregate, one at a time has it', async () => {
  const due = await makeEvents(1, () => true);
  let given = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const options = optionsOf(() => {
    given++;
    return finished;
  });
  const first = react(options, due);
  await waitFor(() => given === 1);
  const others = Promise.all([react(options, due), react(options, due)]);
  // A second one that had it would wait for the end of the first.
  expect(await Promise.race([others, first])).toEqual([false, false]);
  finish();
  expect(await first).toBe(true);
  expect({ given, cursor: await cursorOf(due) }).toEqual({ given: 1, cursor: { version: '1', attempts: 0 } });
});

test('H10: an event that fails keeps back those behind it alone', async () => {
  const due = await makeEvents(4, () => true);
  await database.sql('UPDATE event.store SET actor_id = $1 WHERE aggregate_id = $1', [due.aggregateId]);
  const byTransaction = new Map<unknown, number[]>();
  const options = optionsOf(({ tx }, { version }) => {
    byTransaction.set(tx, [...(byTransaction.get(tx) ?? []), version]);
    return version === 3 ? fail() : Promise.resolve();
  });
  for (let turn = 0; turn < 5; turn++) await react(options, due);
  // What was done in one transaction with it was undone with it.
  const done = [...byTransaction.values()].filter((versions) => !versions.includes(3));
  expect(done.flat()).toEqual([1, 2]);
  expect([...byTransaction.values()].flat()).not.toContain(4);
  expect(await cursorOf(due)).toEqual({ version: '2', attempts: 1 });
  await database.sql('DELETE FROM event.wake_up');
});

test('H8: an event that fails at two workers at once has failed once', async () => {
  const due = await makeEvents(1, () => true);
  await react(
    failingWorker(() => react(optionsOf(fail), due)),
    due,
  );
  expect(await cursorOf(due)).toEqual({ version: '0', attempts: 1 });
});

test('H10: a handler is given what it was woken for, and does not walk through the rest', async () => {
  const due = await makeEvents(40, (version) => version === 1 || version === 40);
  const given: number[] = [];
  const options = optionsOf((_, event) => {
    given.push(event.version);
    return Promise.resolve();
  });
  await react(options, due);
  await react(options, due);
  expect(given).toEqual([1, 40]);
  expect(await cursorOf(due)).toEqual({ version: '40', attempts: 0 });
});

test('H10: aggregates that are held up do not keep the others waiting', async () => {
  for (let i = 0; i < 40; i++) await makeEvents(1, () => true);
  const last = await makeEvents(1, () => true);
  const handled = new Set<string>();
  const options = optionsOf((_, { aggregateId }) => {
    if (aggregateId !== last.aggregateId) return Promise.reject(new AppError('SERVICE_BUSY', 'held up'));
    handled.add(aggregateId);
    return Promise.resolve();
  });
  const loop = startWorkerLoop({ ...options, poolSize: 4 });
  try {
    await waitFor(() => handled.has(last.aggregateId));
  } finally {
    await loop.stop();
  }
  // They are neither done nor failed: they stay due.
  const waiting = await database.sql(
    'SELECT 1 FROM event.wake_up w LEFT JOIN event.cursor c USING (aggregate_id) WHERE c.attempts IS NULL',
  );
  expect(waiting.length).toBeGreaterThanOrEqual(40);
  await database.sql('DELETE FROM event.wake_up');
});

test('H10: what waits longer than can be looked at hides nothing, and what is looked at is bounded', async () => {
  const hot = await makeEvents(LOOKED_AT + 200, () => true);
  const other = await makeEvents(1, () => true);
  const handled: string[] = [];
  const options = optionsOf(async (_, { aggregateId }) => {
    if (aggregateId === hot.aggregateId) await waitFor(() => handled.includes(other.aggregateId));
    handled.push(aggregateId);
  });
  const find = (except: string[]) => findDue(options.db, [HANDLER], new Date(), { limit: 8, except });
  expect(await find([])).toEqual({ found: [hot], isCut: true });
  expect(await find([keyOf(hot)])).toEqual({ found: [other], isCut: false });
  const dispatcher = createDispatcher(options, 2, () => undefined);
  await dispatcher.dispatch();
  await waitFor(() => handled.includes(hot.aggregateId));
  await dispatcher.stop();
  expect(handled[0]).toBe(other.aggregateId);
  await database.sql('DELETE FROM event.wake_up');
});

test('H9: a replay that failed is not held against one that has succeeded meanwhile', async () => {
  const { aggregateId } = await makeEvents(1, () => false);
  const [letter] = await database.sql<{ id: string }>(
    `INSERT INTO event.dead_letter (handler, event_id, event_type, aggregate_type, aggregate_id, error, attempts, state, failed_at)
     SELECT $1, s.id, s.type, s.aggregate_type, s.aggregate_id, 'it failed', 6, 'REPLAYING', now()
     FROM event.store s WHERE s.aggregate_id = $2 RETURNING id`,
    [HANDLER, aggregateId],
  );
  const { id } = letter!;
  await replay(
    failingWorker(() =>
      replay(
        optionsOf(() => Promise.resolve()),
        id,
      ),
    ),
    id,
  );
  const after = await database.sql('SELECT state, error, attempts FROM event.dead_letter WHERE id = $1', [
    id,
  ]);
  expect(after).toEqual([{ state: 'REPLAYED', error: 'it failed', attempts: 7 }]);
});
