import { tryFromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';

let platform: Platform;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform({ without: ['chat', 'task', 'workflow'] });
  acme = await platform.seed.workspace('acme');
});

afterAll(() => platform.close());

const ROLES = ['identity', 'workspace', 'chat', 'task', 'workflow'].flatMap((name) => [
  `tributary_${name}`,
  `tributary_${name}_system`,
]);

test.each(ROLES)('the log is changed and emptied by nobody: %s may add alone', async (role) => {
  const rights = await platform.sql<{ right: string }>(
    `SELECT r AS right FROM unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS r
     WHERE has_table_privilege($1, 'access.audit_entry', r) OR (r IN ('INSERT', 'UPDATE')
       AND has_any_column_privilege($1, 'access.audit_entry', r))`,
    [role],
  );
  expect(rights).toEqual([{ right: 'INSERT' }]);
});

test('the log is written in nobody else’s name', async () => {
  const user = tryFromGlobalId('User', acme.member.id);
  const other = tryFromGlobalId('User', acme.owner.id);
  const add = (actor: string | null) =>
    platform.database.sqlAs(
      'tributary_chat',
      `INSERT INTO access.audit_entry (id, action, outcome, occurred_at, actor_id, correlation_id)
       SELECT gen_random_uuid(), 'forged', 'SUCCESS', now(), '${actor}', 'forged-by-sql'
       FROM (SELECT set_config('app.user_id', '${user}', false)) s`,
    );
  await expect(add(other)).rejects.toThrow('row-level security');
  await expect(add(user)).resolves.toEqual([]);
});

test('the log loses the entries of a workspace once that is gone and said so, and none before', async () => {
  const id = tryFromGlobalId('Workspace', acme.id)!;
  const purge = (of = id) => platform.sql('SELECT access.purge_audit($1)', [of]);
  await expect(purge()).rejects.toThrow('exists');
  await platform.sql('DELETE FROM access.scope WHERE workspace_id = $1', [id]);
  await expect(purge()).rejects.toThrow('was no workspace');
  await platform.sql(
    `INSERT INTO access.audit_entry (id, action, outcome, occurred_at, target_id, workspace_id, correlation_id)
     VALUES (gen_random_uuid(), 'workspace.deleted', 'SUCCESS', now(), $1, $1, 'gone')`,
    [id],
  );
  await purge();
  expect(await platform.sql('SELECT action FROM access.audit_entry WHERE workspace_id = $1', [id])).toEqual([
    { action: 'workspace.deleted' },
  ]);
});

test('nobody takes entries about anything else away by what empties a deleted workspace’s log', async () => {
  const [entry] = await platform.sql<{ target_id: string }>(
    `SELECT target_id FROM access.audit_entry WHERE action = 'session.started' LIMIT 1`,
  );
  const purge = `SELECT access.purge_audit('${entry!.target_id}')`;
  await expect(platform.sql(purge)).rejects.toThrow('was no workspace');
  await expect(platform.database.sqlAs('tributary_workspace', purge)).rejects.toThrow('permission denied');
});
