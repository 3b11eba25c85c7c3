import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeKey } from './key-client';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { createTenants, idsOf } from './tenants';
import { untilSettled } from './settled';
import { waitFor } from './wait';
import { codesOf, createMutator } from './workspace-client';

let platform: Platform;
let mutate: ReturnType<typeof createMutator>;
let acme: SeededWorkspace;
let globex: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  mutate = createMutator(platform);
  [acme, globex] = (await createTenants(platform)) as [SeededWorkspace, SeededWorkspace];
});
afterAll(() => platform.close());

const remove = (place: SeededWorkspace, by = place.owner) =>
  mutate<{ workspaceId: string | null }>(
    by.token,
    'deleteWorkspace',
    { workspaceId: place.id, confirmSlug: place.slug },
    'workspaceId',
  );

interface Column {
  place: string;
  column: string;
}

/** Every column of every table in which an id can stand. */
const columns = () =>
  platform.sql<Column>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS place, quote_ident(a.attname) AS "column"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
       AND (coalesce(e.typname, t.typname) IN ('uuid', 'text', 'varchar', 'json', 'jsonb', 'bpchar', 'name'))`,
  );

/** Where an id stands, in whatever table; the entry of the audit log that says that it was deleted aside. */
async function placesOf(ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { place, column } of await columns()) {
    const but = place === 'access.audit_entry' ? "AND t.action <> 'workspace.deleted'" : '';
    const text = `SELECT t.${column}::text AS value FROM ${place} t WHERE t.${column}::text ~ '${ids.join('|')}' ${but} LIMIT 3`;
    // The engine's tables are the workers' alone.
    const rows = await (place.startsWith('dbos.')
      ? platform.database.sqlAs<{ value: string }>('tributary_worker', text)
      : platform.sql<{ value: string }>(text));
    found.push(...rows.map(({ value }) => `${place}.${column}: ${value}`));
  }
  return found;
}

/** How many rows of a workspace each table has. */
async function census(workspaceId: string): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { place, column } of await columns()) {
    if (column !== 'workspace_id') continue;
    const [row] = await platform.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${place} WHERE workspace_id::text = $1`,
      [workspaceId],
    );
    counted[place] = row!.n;
  }
  return counted;
}

const isErased = (workspaceId: string) => async () => {
  platform.clock.advance(1_000);
  const rows = await platform.sql('SELECT 1 FROM event.store WHERE workspace_id = $1', [workspaceId]);
  return rows.length === 0;
};

/** What belongs to a workspace beside what every tenant has. */
async function fillUp(place: SeededWorkspace): Promise<void> {
  const { owner, member, id: workspaceId } = place;
  await makeKey(platform, owner.token, {
    name: 'bound',
    scopes: ['READ'],
    workspaceId,
    idempotencyKey: 'key',
  });
  const invite = { workspaceId, role: 'MEMBER', idempotencyKey: 'invite' };
  expect(codesOf(await mutate(owner.token, 'createInvite', invite))).toEqual([]);
  const task = { workspaceId, title: 'Yours', assigneeId: member.id, idempotencyKey: 'task' };
  expect(codesOf(await mutate(owner.token, 'createTask', task))).toEqual([]);
  const root = platform.token('root');
  const quota = { workspaceId, kind: 'MAX_WORKFLOWS', limit: 7 };
  expect(codesOf(await mutate(root, 'setWorkspaceQuota', quota))).toEqual([]);
  await waitFor(async () => {
    const answer = await platform.query<{ viewer: { notifications: { nodes: { kind: string }[] } } }>(
      member.token,
      '{ viewer { notifications { nodes { kind } } } }',
    );
    return answer.data.viewer.notifications.nodes.some(({ kind }) => kind === 'TASK_ASSIGNED');
  });
}

test("of a deleted workspace nobody sees anything at once, and soon no row is left but the audit log's", async () => {
  await fillUp(acme);
  const ids = await idsOf(platform, acme);
  const workspaceId = fromGlobalId('Workspace', acme.id);
  const others = await census(fromGlobalId('Workspace', globex.id));
  expect(Object.values(others).filter((n) => n > 0).length).toBeGreaterThan(8);
  const uuids = (['Workspace', 'Chat', 'Message', 'Task', 'Board', 'Workflow', 'Execution'] as const).map(
    (type) => fromGlobalId(type, ids[type]),
  );
  const before = new Set((await placesOf(uuids)).map((place) => place.split('.')[0]));
  expect([...before].sort()).toEqual(
    expect.arrayContaining(['access', 'chat', 'dbos', 'event', 'identity', 'task', 'workflow', 'workspace']),
  );

  const stream = platform.subscribe(
    acme.member.token,
    'subscription ($id: ID!) { workspaceEvents(workspaceId: $id) { cursor } }',
    { id: acme.id },
  );
  const chatStream = platform.subscribe(
    acme.member.token,
    'subscription ($id: ID!) { chatEvents(chatId: $id) { cursor } }',
    { id: ids.Chat },
  );
  await untilSettled(platform);

  expect(await remove(acme)).toMatchObject({ userErrors: [], workspaceId: acme.id });

  for (const { token } of [acme.owner, acme.member, acme.guest]) {
    const seen = await platform.query<Record<string, unknown>>(
      token,
      `{ workspace(id: "${acme.id}") { name } chat(id: "${ids.Chat}") { name } task(id: "${ids.Task}") { title }
         board(id: "${ids.Board}") { name } workflow(id: "${ids.Workflow}") { name } node(id: "${ids.Execution}") { id } }`,
    );
    expect(Object.values(seen.data).filter((value) => value !== null)).toEqual([]);
  }
  const sent = await mutate(acme.owner.token, 'sendMessage', { chatId: ids.Chat, body: 'Anybody?' });
  expect(codesOf(sent)).toEqual(['NOT_FOUND']);
  expect(codesOf(await remove(acme))).toEqual(['NOT_FOUND']);
  await Promise.all([stream.ended(), chatStream.ended()]);

  await waitFor(isErased(workspaceId), { timeoutMs: 30_000, what: 'the workspace to be erased' });
  expect(await placesOf(uuids)).toEqual([]);
  const entries = await platform.sql(
    'SELECT action, outcome FROM access.audit_entry WHERE workspace_id = $1 OR target_id = $1',
    [workspaceId],
  );
  expect(entries).toEqual([{ action: 'workspace.deleted', outcome: 'SUCCESS' }]);
  expect(await platform.sql('SELECT 1 FROM event.dead_letter')).toEqual([]);
  const kept = await census(fromGlobalId('Workspace', globex.id));
  expect(Object.keys(others).filter((table) => kept[table]! < others[table]!)).toEqual([]);
});

test.each(Object.keys(SUBGRAPHS))(
  'H3: what is left of %s is what the events that are left make',
  async (name) => {
    for (const { table, missing, surplus } of await rebuild(SUBGRAPHS[name]!, platform.database.migratorUrl, {
      write: false,
    })) {
      expect({ table, missing, surplus }).toEqual({ table, missing: 0, surplus: 0 });
    }
  },
);

test('a run that is under way is stopped, and its workspace erased all the same', async () => {
  const workspace = await platform.seed.workspace('running');
  const workspaceId = fromGlobalId('Workspace', workspace.id);
  const created = await mutate<{ workflow: { id: string } }>(
    workspace.owner.token,
    'createWorkflow',
    {
      workspaceId: workspace.id,
      name: 'watcher',
      nodes: [
        { id: 'when', type: 'trigger.event', config: { type: 'chat.message.sent', contains: 'go' } },
        { id: 'say', type: 'action.sendMessage', config: { body: 'Noted.' } },
      ],
      edges: [{ from: 'when', to: 'say' }],
    },
    'workflow { id }',
  );
  await mutate(workspace.owner.token, 'deployWorkflow', { workflowId: created.workflow.id });
  const chat = await workspace.chat();
  await chat.send(workspace.owner, 'go');
  await waitFor(async () => {
    const rows = await platform.sql('SELECT 1 FROM dbos.workflow_status WHERE queue_partition_key = $1', [
      workspaceId,
    ]);
    return rows.length > 0;
  });
  expect(codesOf(await remove(workspace))).toEqual([]);
  await waitFor(isErased(workspaceId), { timeoutMs: 60_000, what: 'the workspace to be erased' });
  await waitFor(async () => (await placesOf([workspaceId])).length === 0, {
    timeoutMs: 20_000,
    what: 'no row',
  });
});

test('the short name of a deleted workspace is free, and deletion asks for it', async () => {
  const place = await platform.seed.workspace('again');
  const wrong = { workspaceId: place.id, confirmSlug: globex.slug };
  expect((await mutate(place.owner.token, 'deleteWorkspace', wrong)).userErrors).toMatchObject([
    { code: 'BAD_USER_INPUT', path: ['confirmSlug'] },
  ]);
  expect(codesOf(await remove(place, place.member))).toEqual(['FORBIDDEN']);
  expect(codesOf(await remove(place, globex.owner))).toEqual(['NOT_FOUND']);
  expect(codesOf(await remove(place))).toEqual([]);
  const again = { name: 'Again', slug: place.slug };
  expect(codesOf(await mutate(globex.owner.token, 'createWorkspace', again))).toEqual([]);
});

test('an archived workspace can be deleted', async () => {
  const place = await platform.seed.workspace('both');
  expect(codesOf(await mutate(place.owner.token, 'archiveWorkspace', { workspaceId: place.id }))).toEqual([]);
  expect(codesOf(await remove(place))).toEqual([]);
});

test('a workspace that cannot be erased yet keeps no other from it', async () => {
  const [stuck, next] = [await platform.seed.workspace('stuck'), await platform.seed.workspace('next')];
  const [stuckId, nextId] = [fromGlobalId('Workspace', stuck.id), fromGlobalId('Workspace', next.id)];
  await platform.sql(`CREATE FUNCTION public.keep_events() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'not yet'; END $$`);
  await platform.sql(`CREATE TRIGGER keep_events BEFORE DELETE ON event.store FOR EACH ROW
    WHEN (OLD.workspace_id = '${stuckId}') EXECUTE FUNCTION public.keep_events()`);
  for (const place of [stuck, next]) expect(codesOf(await remove(place))).toEqual([]);
  await waitFor(isErased(nextId), { timeoutMs: 30_000, what: 'the one behind to be erased' });
  expect(await isErased(stuckId)()).toBe(false);
  await platform.sql('DROP TRIGGER keep_events ON event.store');
  await waitFor(isErased(stuckId), { timeoutMs: 30_000, what: 'the other to be erased too' });
});

test('event.purge refuses a workspace that is there', async () => {
  const purge = `SET ROLE tributary_workspace_system; SELECT event.purge('${fromGlobalId('Workspace', globex.id)}')`;
  await expect(platform.database.sqlAs('tributary_workspace', purge)).rejects.toThrow('is not erased');
});
