import { fromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { createWorkflowClient, GRAPH } from './workflow-client';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let client: ReturnType<typeof createWorkflowClient>;

beforeAll(async () => {
  platform = await startPlatform();
  [acme, globex] = await Promise.all([platform.seed.workspace('acme'), platform.seed.workspace('globex')]);
  client = createWorkflowClient(platform, acme);
});
afterAll(() => platform.close());

test('W1: a workflow comes back as it was given, whatever its name', async () => {
  const name = "'; drop table workflows;--";
  const { workflow, cursor, userErrors } = await client.create(acme.member, { name });
  expect(userErrors).toEqual([]);
  expect(workflow).toMatchObject({ name, ...GRAPH, deployedVersion: null, version: 1 });
  expect(cursor).not.toBeNull();
});

test('W43: the same idempotency key gives the same workflow, with another input it is refused', async () => {
  const input = { name: 'once', idempotencyKey: 'the key' };
  const [first, second] = [await client.create(acme.member, input), await client.create(acme.member, input)];
  expect(second.workflow!.id).toBe(first.workflow!.id);
  const { userErrors } = await client.create(acme.member, { ...input, name: 'twice' });
  expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
});

test('W6: a name that is taken is a conflict that names it', async () => {
  await client.create(acme.member, { name: 'Nightly' });
  const { userErrors } = await client.create(acme.owner, { name: 'NIGHTLY' });
  expect(userErrors).toMatchObject([
    {
      __typename: 'ConflictError',
      code: 'CONFLICT',
      message: expect.stringContaining('NIGHTLY') as string,
      path: ['name'],
    },
  ]);
});

test.each([
  ['W2: an unknown type', { nodes: [GRAPH.nodes[0], { ...GRAPH.nodes[1], type: 'foo' }] }, 'node answer'],
  ['W2: a wrong config', { nodes: [GRAPH.nodes[0], { ...GRAPH.nodes[1], config: {} }] }, 'body'],
  ['W3: a long name', { name: 'x'.repeat(256) }, '255'],
  ['W3: a workspace that is none', { workspaceId: 'acme' }, 'workspaceId'],
  ['W4: a circle', { edges: [...GRAPH.edges, { from: 'answer', to: 'answer' }] }, 'answer → answer'],
])('%s is refused', async (_, input, word) => {
  const { workflow, userErrors } = await client.create(acme.member, input);
  expect(workflow).toBeNull();
  expect(userErrors).toMatchObject([
    { code: 'BAD_USER_INPUT', message: expect.stringContaining(word) as string },
  ]);
});

test('W14: creators and admins deploy, other members do not', async () => {
  const { workflow } = await client.create(acme.owner);
  const input = { workflowId: workflow!.id };
  expect((await client.mutate(acme.member, 'deployWorkflow', input)).userErrors).toMatchObject([
    { code: 'FORBIDDEN' },
  ]);
  expect((await client.mutate(acme.owner, 'deployWorkflow', input)).workflow).toMatchObject({
    deployedVersion: 1,
  });
});

test('W22: deployments at the same time get two versions, and the last one runs', async () => {
  const { workflow } = await client.create(acme.owner);
  const input = { workflowId: workflow!.id };
  await Promise.all([1, 2].map(() => client.mutate(acme.owner, 'deployWorkflow', input)));
  const stale = await client.mutate(acme.owner, 'deployWorkflow', { ...input, expectedVersion: 1 });
  expect(stale.userErrors).toMatchObject([{ __typename: 'ConflictError', currentVersion: 3 }]);
  expect(stale.workflow).toMatchObject({ deployedVersion: 2, version: 3 });
});

test('W21: a deployment is never changed, by SQL neither', async () => {
  const { id } = await client.deploy('immutable');
  const change = platform.sql('UPDATE workflow.deployment SET nodes = nodes WHERE workflow_id = $1', [
    fromGlobalId('Workflow', id),
  ]);
  await expect(change).rejects.toThrow('never changed');
});

test('W11: guests and other workspaces see neither workflows nor runs', async () => {
  const { id } = await client.deploy('isolation');
  const chat = await acme.chat({ participants: [acme.guest] });
  await chat.send(acme.owner, 'isolation');
  const run = await client.endedRun(id);
  const document = `query ($id: ID!, $run: ID!, $workspace: ID!) {
    workflow(id: $id) { id } execution(id: $run) { id } nodes: node(id: $id) { id } runs: node(id: $run) { id }
    workspace(id: $workspace) { workflows { nodes { id } } } }`;
  for (const stranger of [acme.guest, globex.owner]) {
    const variables = { id, run: run.id, workspace: acme.id };
    const { data } = await platform.query<{ workspace: { workflows: unknown } | null }>(
      stranger.token,
      document,
      variables,
    );
    expect(data).toMatchObject({ workflow: null, execution: null, nodes: null, runs: null });
    expect(data.workspace?.workflows ?? null).toBeNull();
    const refused = await client.mutate(stranger, 'deployWorkflow', { workflowId: id });
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'Workflow not found' }]);
  }
  expect((await client.create(acme.guest)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect((await client.create(globex.owner)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});
