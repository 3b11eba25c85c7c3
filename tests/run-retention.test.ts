import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { waitFor } from './wait';
import { createWorkflowClient } from './workflow-client';

const DAY_MS = 86_400_000;

let platform: Platform;
let acme: SeededWorkspace;
let client: ReturnType<typeof createWorkflowClient>;

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace('acme');
  client = createWorkflowClient(platform, acme);
});
afterAll(() => platform.close());

test('W32: what the engine keeps of a run is forgotten a week after its end, and the run stays', async () => {
  const { id } = await client.deploy('retention');
  const chat = await acme.chat();
  await chat.send(acme.owner, 'retention');
  const run = await client.endedRun(id);
  await client.settled(chat);
  const kept = async () => {
    const [row] = await platform.sql<{ runs: number; rest: number }>(
      `SELECT (SELECT count(*) FROM dbos.workflow_status)::int AS runs,
         ((SELECT count(*) FROM dbos.operation_outputs) + (SELECT count(*) FROM dbos.workflow_input)
          + (SELECT count(*) FROM dbos.workflow_output))::int AS rest`,
    );
    return row!;
  };
  const restartWorker = () => platform.stop('worker').then(() => platform.start('worker'));
  const all = await kept();
  expect(all.rest).toBeGreaterThan(0);
  await platform.sql(
    "INSERT INTO dbos.workflow_status (workflow_uuid, status) VALUES ('unfinished', 'CANCELLED')",
  );
  await platform.sql("UPDATE dbos.workflow_status SET status = 'DELAYED' WHERE workflow_uuid = 'unfinished'");
  platform.clock.advance(6 * DAY_MS);
  await restartWorker();
  expect((await kept()).runs).toBe(all.runs + 1);
  platform.clock.advance(2 * DAY_MS);
  await restartWorker();
  await waitFor(async () => (await kept()).rest === 0);
  expect(await platform.sql('SELECT workflow_uuid FROM dbos.workflow_status')).toEqual([
    { workflow_uuid: 'unfinished' },
  ]);
  await platform.sql("DELETE FROM dbos.workflow_status WHERE workflow_uuid = 'unfinished'");
  const { data } = await platform.query(
    platform.token(acme.owner.username),
    'query ($id: ID!) { execution(id: $id) { status nodeRuns { status } } }',
    {
      id: run.id,
    },
  );
  expect(data).toMatchObject({ execution: { status: 'COMPLETED' } });
});
