import { migrate, migrateDown, migrationCount } from '../db/migrate';
import { createDatabase, type TestDatabase } from './database';

/** Tables without rows of tenants, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'public.migration': 'which migrations ran; services have no grant',
};
/** Policies that let every service read every row, each with its reason. */
const OPEN: Readonly<Record<string, string>> = {
  'access.person': 'usernames resolve @mentions; a profile is read through identity alone',
  'access.revoked_session': 'ids and times alone: every service refuses the tokens of ended sessions',
  'event.head': 'counters alone: the gateway polls them without a viewer',
  'event.topic_head': 'counters alone: the gateway polls them without a viewer',
};
const SCHEMAS = "('access', 'event', 'identity', 'workspace', 'chat', 'task', 'workflow', 'public')";
/** The owner is no service, and the worker reads events and sweeps by its own narrow policies. */
const SERVICES = ['identity', 'workspace', 'chat', 'task', 'workflow'].map((name) => `tributary_${name}`);

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

test('B9: row-level security is enabled and forced on every table and partition', async () => {
  const open = await database.sql<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ${SCHEMAS} AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  );
  expect(open.map(({ name }) => name).filter((name) => !(name in ALLOWED))).toEqual([]);
});

test('B9: every view keeps its barrier and is owned by nobody who can log in', async () => {
  const views = await database.sql<{ name: string; options: string[] | null; can_login: boolean }>(
    `SELECT n.nspname || '.' || c.relname AS name, c.reloptions AS options, r.rolcanlogin AS can_login
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner
     WHERE c.relkind IN ('v', 'm') AND n.nspname IN ${SCHEMAS}`,
  );
  expect(views.length).toBeGreaterThan(0);
  for (const { name, options, can_login } of views) {
    expect({ name, barrier: options?.includes('security_barrier=true'), can_login }).toEqual({
      name,
      barrier: true,
      can_login: false,
    });
  }
});

test('B9: no service may read all rows of a table, but for those that say why', async () => {
  const policies = await database.sql<{ name: string; roles: string[] }>(
    `SELECT schemaname || '.' || tablename AS name, roles::text[] AS roles FROM pg_policies
     WHERE cmd IN ('SELECT', 'ALL') AND qual = 'true'`,
  );
  const open = policies.filter(({ roles }) =>
    roles.some((role) => SERVICES.includes(role) || role === 'public'),
  );
  expect([...new Set(open.map(({ name }) => name))].sort()).toEqual(Object.keys(OPEN).sort());
});

test('S73: no service is a superuser, bypasses row-level security or owns a table', async () => {
  const roles = await database.sql<{ rolname: string }>(
    `SELECT rolname FROM pg_roles r WHERE rolname LIKE 'tributary\\_%' AND rolname <> 'tributary_migrator'
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
         OR (rolcanlogin AND EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)))`,
  );
  expect(roles).toEqual([]);
});

test('S76: every definer function pins its search path', async () => {
  const loose = await database.sql<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname IN ${SCHEMAS} AND p.prosecdef
       AND NOT coalesce(p.proconfig::text LIKE '%search_path=%', false)`,
  );
  expect(loose).toEqual([]);
});

test('B11: every table with rows of tenants names workspace and creator, and neither may be missing', async () => {
  const lacking = await database.sql<{ name: string; column: string }>(
    `SELECT n.nspname || '.' || c.relname AS name, w.column FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     CROSS JOIN (VALUES ('workspace_id'), ('scope_id')) AS w ("column")
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = w.column AND a.attnotnull
     WHERE c.relkind = 'r' AND n.nspname IN ('workspace', 'chat', 'task', 'workflow') AND a.attname IS NULL`,
  );
  expect(lacking).toEqual([]);
});

test('J9: migrations go down and up again on an empty database', async () => {
  const empty = await createDatabase({ isEmpty: true });
  const options = {
    migratorUrl: empty.migratorUrl,
    roleUrls: empty.roleUrls,
    log: { info: () => undefined },
  };
  await migrate(options);
  await migrateDown(empty.migratorUrl, migrationCount());
  const left = await empty.sql(
    `SELECT 1 FROM pg_namespace WHERE nspname IN ('access', 'event', 'chat', 'task')`,
  );
  expect(left).toEqual([]);
  await migrate(options);
  await empty.drop();
});
