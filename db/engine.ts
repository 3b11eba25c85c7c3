import { allMigrations } from '@dbos-inc/dbos-sdk/internal/sysdb_migrations/internal/migrations';
import {
  getCurrentSysDBVersion,
  runSysMigrationsPg,
} from '@dbos-inc/dbos-sdk/internal/sysdb_migrations/migration_runner';
import { Client } from 'pg';
import { takeLock } from './lock';

const SCHEMA = 'dbos';
const ROLE = 'tributary_dbos';
const LOCK = 7402;

/**
 * Brings the schema of the durable-execution engine to the version that this release needs, and lets workers use it.
 * Does nothing but check when it is there. Run it behind the other migrations (it grants to their roles), and not while
 * a transaction is open in this database: indexes are built concurrently and would wait for its end.
 */
export async function migrateEngine(migratorUrl: string): Promise<void> {
  const client = new Client({ connectionString: migratorUrl, application_name: 'tributary-migrate-engine' });
  // A broken connection fails the query that is under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await takeLock(client, LOCK);
    const migrations = allMigrations(SCHEMA);
    if ((await getCurrentSysDBVersion(client, SCHEMA)) < migrations.length) await migrate(client, migrations);
    for (const statement of GRANTS) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function migrate(client: Client, migrations: ReturnType<typeof allMigrations>): Promise<void> {
  for (const statement of PREPARATION) await client.query(statement);
  await client.query(`/* engine.becomeOwner */ SET ROLE ${ROLE}`);
  await runSysMigrationsPg(client, migrations, SCHEMA, { onWarn: () => undefined });
  await client.query('/* engine.becomeMigrator */ RESET ROLE');
  // The owner needs no more than its schema from here on.
  await client.query(`/* engine.confine */ ${onDatabase('REVOKE CREATE ON DATABASE %I FROM')}`);
}

const onDatabase = (statement: string) =>
  `DO $$ BEGIN EXECUTE format('${statement} ${ROLE}', current_database()); END $$`;

/** The engine's tables belong to a role of their own, which nobody logs in as and which is no superuser. */
const PREPARATION = [
  `/* engine.createRole */ DO $$ BEGIN
     IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${ROLE}') THEN CREATE ROLE ${ROLE} NOLOGIN; END IF;
     IF NOT pg_has_role(current_user, '${ROLE}', 'SET') THEN
       GRANT ${ROLE} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
     END IF;
   END $$`,
  `/* engine.allowSchema */ ${onDatabase('GRANT CREATE ON DATABASE %I TO')}`,
];

/**
 * Workers do everything with rows. The owner of our tables, as whom `workflow.enqueue_execution` runs, may enqueue runs,
 * stop and remove them, and no more; subgraphs have nothing here.
 */
const GRANTS = [
  `/* engine.becomeOwner */ SET ROLE ${ROLE}`,
  `/* engine.grantSchema */ GRANT USAGE ON SCHEMA ${SCHEMA} TO tributary_worker, tributary_owner`,
  `/* engine.grantRows */ GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO tributary_worker`,
  `/* engine.revokePublic */ REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} FROM PUBLIC`,
  `/* engine.grantEnqueue */ GRANT EXECUTE ON FUNCTION ${SCHEMA}.enqueue_workflow TO tributary_owner`,
  `/* engine.grantStatus */ GRANT INSERT, DELETE, SELECT (workflow_uuid, updated_at, queue_partition_key, status), UPDATE (updated_at, status) ON ${SCHEMA}.workflow_status TO tributary_owner`,
  `/* engine.grantInput */ GRANT INSERT, DELETE, SELECT (workflow_uuid) ON ${SCHEMA}.workflow_input TO tributary_owner`,
  `/* engine.grantOutput */ GRANT DELETE, SELECT (workflow_uuid) ON ${SCHEMA}.workflow_output, ${SCHEMA}.operation_outputs TO tributary_owner`,
  '/* engine.becomeMigrator */ RESET ROLE',
];
