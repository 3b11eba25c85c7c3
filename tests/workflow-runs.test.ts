import { fromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { waitFor } from './wait';
import { ANSWER, createWorkflowClient, HANDLER } from './workflow-client';

let platform: Platform;
let acme: SeededWorkspace;
let client: ReturnType<typeof createWorkflowClient>;

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace('acme');
  client = createWorkflowClient(platform, acme);
});
afterAll(() => platform.close());

test('W31, W32: a message of a person gets one answer of the bot, and its run can be queried', async () => {
  const { id } = await client.deploy('single sign-on');
  const chat = await acme.chat({ participants: [acme.member] });
  await chat.send(acme.member, 'Who knows about Single Sign-On?');
  const run = await client.endedRun(id);
  expect(run).toMatchObject({ status: 'COMPLETED', error: null, deploymentVersion: 1 });
  expect(run.nodeRuns).toEqual([
    { nodeId: 'posted', status: 'COMPLETED', attempts: 1 },
    { nodeId: 'answer', status: 'COMPLETED', attempts: 1 },
  ]);
  const document = `query ($id: ID!) { execution(id: $id) { status } node(id: $id) { id } }`;
  const { data } = await platform.query(acme.member.token, document, { id: run.id });
  expect(data).toEqual({ execution: { status: 'COMPLETED' }, node: { id: run.id } });
  expect(await client.answersIn(chat)).toEqual([{ body: ANSWER, author: { isBot: true } }]);
});

test("W31: what a workflow posts starts nothing, although it holds the trigger's text", async () => {
  const { id } = await client.deploy('token lifetimes');
  const chat = await acme.chat();
  await chat.send(acme.owner, 'Let us talk about token lifetimes');
  await client.endedRun(id);
  await client.settled(chat);
  expect(await client.executionsOf(id)).toHaveLength(1);
  expect(await client.answersIn(chat)).toHaveLength(1);
});

test('W43: a message that is delivered again starts nothing more', async () => {
  const { id } = await client.deploy('redelivery');
  const chat = await acme.chat();
  await chat.send(acme.owner, 'redelivery');
  await client.endedRun(id);
  await client.settled(chat);
  const values = [HANDLER, fromGlobalId('Chat', chat.id)];
  await platform.sql('UPDATE event.cursor SET version = 0 WHERE handler = $1 AND aggregate_id = $2', values);
  await platform.sql(
    `INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version)
     SELECT $1, 'chat', $2, h.version FROM event.head h WHERE h.aggregate_type = 'chat' AND h.aggregate_id = $2`,
    values,
  );
  await client.settled(chat);
  expect(await client.executionsOf(id)).toHaveLength(1);
  expect(await client.answersIn(chat)).toHaveLength(1);
});

test('W42: one correlation id runs from the message through the run to the answer', async () => {
  const { id } = await client.deploy('correlation');
  const chat = await acme.chat();
  await chat.send(acme.owner, 'correlation');
  const run = await client.endedRun(id);
  const [row] = await platform.sql<{ ids: number; sent: number }>(
    `SELECT count(DISTINCT e.correlation_id)::int AS ids,
            count(*) FILTER (WHERE e.type = 'chat.message.sent')::int AS sent
     FROM event.store s JOIN event.store e ON e.correlation_id = s.correlation_id WHERE s.id = $1`,
    [run.triggerEventId],
  );
  expect(row).toEqual({ ids: 1, sent: 2 });
});

test('W32: a run goes on elsewhere when its worker is killed, and repeats nothing that was done', async () => {
  const { id } = await client.deploy('kill');
  const chat = await acme.chat();
  await platform.stop('worker');
  await chat.send(acme.owner, 'kill');
  // Without the chat subgraph the answer cannot be posted: the run is in the middle of its node.
  await platform.stop('chat');
  const doomed = await platform.spawn('worker', { WORKER_ID: 'doomed' });
  const attempts = async () => {
    const [run] = await client.executionsOf(id);
    return run?.nodeRuns.find((nodeRun) => nodeRun.nodeId === 'answer')?.attempts ?? 0;
  };
  const before = await waitFor(attempts, { what: 'the node to be tried', timeoutMs: 20_000 });
  await doomed.kill('SIGKILL');
  await platform.start('chat');
  await platform.start('worker');
  const run = await client.endedRun(id);
  expect(run).toMatchObject({ status: 'COMPLETED', error: null });
  const tried = Object.fromEntries(run.nodeRuns.map((nodeRun) => [nodeRun.nodeId, nodeRun.attempts]));
  expect(tried.posted).toBe(1);
  expect(tried.answer).toBeGreaterThan(before);
  expect(await client.answersIn(chat)).toHaveLength(1);
}, 60_000);
