import type { DataSource } from 'typeorm';
import { createDataSource } from '../db/data-source';
import type { Context } from '../subgraphs/kit/context';
import { startJobs, type Jobs } from '../subgraphs/kit/jobs';
import { createLogger } from '../subgraphs/kit/logger';
import type { SubgraphManifest } from '../subgraphs/kit/subgraph';
import { createDatabase, type TestDatabase } from './database';
import { waitFor } from './wait';
import { workerDatabase } from './worker-database';

let database: TestDatabase;
let dataSource: DataSource;
const started: Jobs[] = [];

beforeAll(async () => {
  database = await createDatabase();
  dataSource = await createDataSource({
    url: database.roleUrls.tributary_worker!,
    poolSize: 4,
    applicationName: 'jobs',
  });
});

afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

function start(workerId: string, name: string, run: (ctx: Context) => Promise<void>): Jobs {
  const manifest = {
    name: 'identity',
    loaders: () => ({}),
    projections: {},
    jobs: { [name]: { everyMs: 20, run } },
  };
  const jobs = startJobs([manifest as unknown as SubgraphManifest], {
    db: workerDatabase(dataSource),
    workerId,
    log: createLogger('test', 'silent'),
    now: () => new Date(),
  });
  started.push(jobs);
  return jobs;
}

test('a job runs on one worker at a time, and another takes it over', async () => {
  const runs: string[] = [];
  const first = start('first', 'shared', () => Promise.resolve(void runs.push('first')));
  await waitFor(() => runs.length > 2, { what: 'the first worker to run' });
  start('second', 'shared', () => Promise.resolve(void runs.push('second')));
  const seen = runs.length;
  await waitFor(() => runs.length > seen + 2, { what: 'more runs' });
  expect(new Set(runs)).toEqual(new Set(['first']));
  await first.stop();
  await waitFor(() => runs.includes('second'), { what: 'the second worker to run' });
});

test('a worker that died keeps a job until its lease ends', async () => {
  await database.sql(
    "INSERT INTO access.lease (name, holder, until) VALUES ('identity.orphan', 'dead', now() + interval '1 hour')",
  );
  const runs: string[] = [];
  start('heir', 'orphan', () => Promise.resolve(void runs.push('heir')));
  const others: string[] = [];
  start('heir', 'other', () => Promise.resolve(void others.push('heir')));
  await waitFor(() => others.length > 3, { what: 'turns to pass' });
  expect(runs).toEqual([]);
  await database.sql(
    "UPDATE access.lease SET until = now() - interval '1 second' WHERE name = 'identity.orphan'",
  );
  await waitFor(() => runs.length > 0, { what: 'the heir to run' });
});

test('a run that outlasts its lease keeps it, and no other worker begins meanwhile', async () => {
  const begun: string[] = [];
  let finish: () => void = () => undefined;
  const last = new Promise<void>((resolve) => (finish = resolve));
  start('slow', 'long', () => {
    begun.push('slow');
    return last;
  });
  await waitFor(() => begun.length > 0, { what: 'the long run to begin' });
  const runOut = "UPDATE access.lease SET until = now() + interval '100 ms' WHERE name = 'identity.long'";
  await database.sql(runOut);
  const isRenewed = async () =>
    (
      await database.sql(
        "SELECT 1 FROM access.lease WHERE name = 'identity.long' AND until > now() + interval '10 s'",
      )
    ).length > 0;
  await waitFor(isRenewed, { what: 'the lease to be renewed', timeoutMs: 3000 });
  start('other', 'long', () => Promise.resolve(void begun.push('other')));
  const turns: string[] = [];
  start('other', 'beside', () => Promise.resolve(void turns.push('other')));
  await waitFor(() => turns.length > 3, { what: 'turns to pass' });
  expect(begun).toEqual(['slow']);
  finish();
});

test('a run that fails is tried again, and stopping waits for a run that is under way', async () => {
  let turns = 0;
  let isDone = false;
  const jobs = start('one', 'failing', async () => {
    turns++;
    if (turns < 3) throw new Error('not yet');
    await new Promise((resolve) => setImmediate(resolve));
    isDone = true;
  });
  await waitFor(() => turns >= 3, { what: 'a third turn' });
  await jobs.stop();
  expect(isDone).toBe(true);
  expect(await database.sql("SELECT 1 FROM access.lease WHERE name = 'identity.failing'")).toEqual([]);
});

test('acts for nobody, as the subgraph', async () => {
  const seen: Context[] = [];
  start('one', 'context', (ctx) => Promise.resolve(void seen.push(ctx)));
  await waitFor(() => seen.length > 0, { what: 'a run' });
  expect(seen[0]).toMatchObject({
    principal: { kind: 'service', userId: null },
    db: { name: 'tributary_identity' },
    tx: null,
  });
});
