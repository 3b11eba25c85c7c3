import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from './database';

/** A workspace with an owner, a member, a guest and a private chat of owner and guest; one row per table. */
interface Tenant {
  workspace: string;
  chat: string;
  owner: string;
  member: string;
  guest: string;
}

const TABLES = ['workflow', 'deployment', 'execution', 'node_run'];
const BOT = randomUUID();

let database: TestDatabase;
let tenants: Tenant[];

beforeAll(async () => {
  database = await createDatabase();
  tenants = await Promise.all([1, 2, 3].map(makeTenant));
});
afterAll(() => database.drop());

async function makeTenant(): Promise<Tenant> {
  const [workspace, chat, owner, member, guest, workflow, execution] = Array.from({ length: 7 }, () =>
    randomUUID(),
  );
  const run = (text: string, values: unknown[]) => database.sql(text, values);
  await run(
    `INSERT INTO access.scope (scope_id, kind, workspace_id, visibility, creator_id)
     VALUES ($1, 'workspace', $1, 'PRIVATE', $3), ($2, 'chat', $1, 'PRIVATE', $3)`,
    [workspace, chat, owner],
  );
  await run(
    `INSERT INTO access.membership (scope_id, workspace_id, user_id, role, active, joined_at, changed_at)
     SELECT s, $1, u, r, true, now(), now() FROM (VALUES
       ($1::uuid, $3::uuid, 'OWNER'), ($1, $4, 'MEMBER'), ($1, $5, 'GUEST'), ($2, $3, 'ADMIN'), ($2, $5, 'MEMBER')
     ) AS m (s, u, r)`,
    [workspace, chat, owner, member, guest],
  );
  await run(
    `INSERT INTO workflow.workflow (id, workspace_id, scope_id, creator_id, name, nodes, edges, version, created_at)
     VALUES ($1, $2, $2, $3, 'one', '[]', '[]', 1, now())`,
    [workflow, workspace, owner],
  );
  await run(
    `INSERT INTO workflow.deployment (workflow_id, version, workspace_id, scope_id, creator_id, nodes, edges, deployed_at)
     VALUES ($1, 1, $2, $2, $3, '[]', '[]', now())`,
    [workflow, workspace, owner],
  );
  await run(
    `INSERT INTO workflow.execution (id, workspace_id, scope_id, creator_id, workflow_id, deployment_version, status,
       idempotency_key, queued_event_id, depth, correlation_id, created_at)
     VALUES ($1, $2, $3, $4, $5, 1, 'RUNNING', 'k', gen_random_uuid(), 1, 'c', now())`,
    [execution, workspace, chat, owner, workflow],
  );
  await run(
    `INSERT INTO workflow.node_run (execution_id, node_id, workspace_id, scope_id, creator_id, type, status, attempts, started_at)
     VALUES ($1, 'n', $2, $3, $4, 'action.sendMessage', 'RUNNING', 1, now())`,
    [execution, workspace, chat, owner],
  );
  return { workspace: workspace!, chat: chat!, owner: owner!, member: member!, guest: guest! };
}

/** Runs statements of the subgraph's role as a caller, in one transaction that is taken back. */
async function asCaller<R>(
  caller: { userId: string; scopeId?: string },
  work: (client: Client) => Promise<R>,
): Promise<R> {
  const client = new Client({ connectionString: database.roleUrls.tributary_workflow });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      "SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true), set_config('app.audience', $3, true)",
      [caller.userId, caller.scopeId ? 'service' : 'user', caller.scopeId ?? ''],
    );
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How many rows a caller sees and can change, over the tables in their order. */
async function rowsOf(caller: {
  userId: string;
  scopeId?: string;
}): Promise<{ seen: number[]; changed: number[] }> {
  const seen = await asCaller(caller, async (client) => {
    const counts: number[] = [];
    for (const table of TABLES)
      counts.push((await client.query(`SELECT 1 FROM workflow.${table}`)).rowCount ?? -1);
    return counts;
  });
  const changed = await asCaller(caller, async (client) => {
    const counts: number[] = [];
    for (const table of TABLES.filter((name) => name !== 'deployment')) {
      counts.push(
        (await client.query(`UPDATE workflow.${table} SET creator_id = creator_id`)).rowCount ?? -1,
      );
    }
    return counts;
  });
  return { seen, changed };
}

test("W12: with three tenants' rows in place each caller has those of their own", async () => {
  const [acme] = tenants as [Tenant];
  expect(await rowsOf({ userId: acme.owner })).toEqual({ seen: [1, 1, 1, 1], changed: [1, 1, 1] });
  // The member is not in the private chat, and the guest is in the chat but has no part in automation.
  expect(await rowsOf({ userId: acme.member })).toEqual({ seen: [1, 1, 0, 0], changed: [1, 0, 0] });
  expect(await rowsOf({ userId: acme.guest })).toEqual({ seen: [0, 0, 0, 0], changed: [0, 0, 0] });
  expect(await rowsOf({ userId: randomUUID() })).toEqual({ seen: [0, 0, 0, 0], changed: [0, 0, 0] });
});

test('W12: the bot has the rows of the scope that it acts in', async () => {
  const [acme] = tenants as [Tenant];
  expect(await rowsOf({ userId: BOT, scopeId: acme.chat })).toEqual({
    seen: [1, 1, 1, 1],
    changed: [1, 1, 1],
  });
  expect(await rowsOf({ userId: BOT, scopeId: randomUUID() })).toEqual({
    seen: [0, 0, 0, 0],
    changed: [0, 0, 0],
  });
});

test("W12: nobody adds rows to another's workspace", async () => {
  const [acme, globex] = tenants as [Tenant, Tenant];
  const add = (userId: string, workspace: string) =>
    asCaller({ userId }, (client) =>
      client.query(
        `INSERT INTO workflow.workflow (id, workspace_id, scope_id, creator_id, name, nodes, edges, version, created_at)
         VALUES (gen_random_uuid(), $1, $1, $2, 'two', '[]', '[]', 1, now())`,
        [workspace, userId],
      ),
    );
  await expect(add(globex.owner, acme.workspace)).rejects.toThrow('row-level security');
  await expect(add(acme.guest, acme.workspace)).rejects.toThrow('row-level security');
  expect((await add(acme.member, acme.workspace)).rowCount).toBe(1);
});

test('the subgraph enqueues nothing but its own queued runs, and reaches nothing else of the engine', async () => {
  const [acme] = tenants as [Tenant];
  const attempt = (text: string, values: unknown[] = []) =>
    asCaller({ userId: acme.owner }, (client) => client.query(text, values));
  await expect(attempt('SELECT workflow.enqueue_execution($1)', [randomUUID()])).rejects.toThrow('is queued');
  await expect(attempt('SELECT 1 FROM dbos.workflow_status')).rejects.toThrow(
    'permission denied for schema dbos',
  );
  await expect(attempt("SELECT dbos.enqueue_workflow('x', 'executions')")).rejects.toThrow(
    'permission denied',
  );
});
