import { Client } from 'pg';
import type { StoredEvent } from '../../schema/events';
import { toRows } from '../../db/rows';
import { EVENT_COLUMNS } from './events';
import type { SubgraphManifest } from './subgraph';

/** What a rebuild found in one table. */
export interface TableComparison {
  table: string;
  rows: number;
  /** Rows that the events make and the table lacks. */
  missing: number;
  /** Rows that the table has and the events do not make. */
  surplus: number;
}

interface Table {
  name: string;
  shadow: string;
  /** Which of the table's rows are the subgraph's own. */
  where: string;
  /** All columns, those that follow from events, and those that name a row. */
  all: readonly string[];
  columns: readonly string[];
  key: readonly string[];
}

const FETCH = 1000;
/** Which transaction wrote a row does not follow from events. */
const UNPROJECTED = ['access.scope.founded_in', 'access.membership.changed_in'];

/**
 * Replays a subgraph's events into shadow tables and compares them with its tables, row by row. With `write` rows that
 * differ are then made what the events make of them, while the subgraph goes on: what is right, and what no event says,
 * is left alone. All in one transaction, whose shadow tables never stay; where it comes into the way of somebody who
 * changes the same rows, it fails and has changed nothing.
 * `migratorUrl` is a role that row-level security does not bind.
 */
export async function rebuild(
  manifest: SubgraphManifest,
  migratorUrl: string,
  options: { write: boolean },
): Promise<TableComparison[]> {
  const client = new Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const tables = await readTables(client, manifest);
    await createShadows(client, tables);
    await replay(client, manifest, tables);
    const comparisons: TableComparison[] = [];
    for (const table of tables) comparisons.push(await compare(client, table));
    if (options.write) await mend(client, tables);
    await client.query('DROP SCHEMA rebuild CASCADE');
    await client.query('COMMIT');
    return comparisons;
  } finally {
    await client.end();
  }
}

/** The subgraph's tables and its part of the shared ones; parents before the tables that refer to them. */
async function readTables(client: Client, manifest: SubgraphManifest): Promise<Table[]> {
  const shared = manifest.sharedRows ?? {};
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
    `/* kit.rebuildTables */ WITH RECURSIVE owned AS (
       SELECT c.oid, n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND (n.nspname = $1 OR n.nspname || '.' || c.relname = ANY ($2))
     ), depth AS (
       SELECT oid, 0 AS level FROM owned
       UNION SELECT k.conrelid, d.level + 1 FROM pg_constraint k JOIN depth d ON k.confrelid = d.oid
       WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND d.level < 10
     )
     SELECT o.name, array_agg(DISTINCT a.attname::text) AS columns,
       array_agg(DISTINCT a.attname::text) FILTER (WHERE a.attnum = ANY (i.indkey)) AS key FROM owned o
     LEFT JOIN pg_index i ON i.indrelid = o.oid AND i.indisprimary
     JOIN depth d USING (oid) JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = ''
     GROUP BY o.name ORDER BY max(d.level), o.name`,
    [manifest.name, Object.keys(shared)],
  );
  const keyless = rows.find(({ key }) => key === null);
  if (keyless) throw new Error(`${keyless.name} has no primary key`);
  const unprojected = new Set([...UNPROJECTED, ...(manifest.unprojectedColumns ?? [])]);
  return rows
    .map(({ name, columns, key }) => ({
      name,
      shadow: `rebuild.${name.replace('.', '_')}`,
      where: shared[name] ?? 'true',
      all: columns.map(quote),
      columns: columns.filter((column) => !unprojected.has(`${name}.${column}`)).map(quote),
      key: (key ?? []).map(quote),
    }))
    .filter(({ columns }) => columns.length > 0);
}

const quote = (column: string) => `"${column}"`;

async function createShadows(client: Client, tables: readonly Table[]): Promise<void> {
  await client.query('CREATE SCHEMA rebuild');
  for (const { name, shadow } of tables) {
    await client.query(
      `CREATE TABLE ${shadow} (LIKE ${name} INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING INDEXES)`,
    );
  }
  await client.query(LOOSEN);
}

/**
 * One aggregate is replayed after the other: names that were given up and taken by others meet on the way. In the end
 * the tables themselves hold what is unique.
 */
const LOOSEN = `/* kit.loosenShadows */ DO $$
DECLARE r record;
BEGIN
  FOR r IN SELECT k.conrelid::regclass AS shadow, k.conname FROM pg_constraint k
           WHERE k.connamespace = 'rebuild'::regnamespace AND k.contype = 'u' LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.shadow, r.conname);
  END LOOP;
  FOR r IN SELECT i.indexrelid::regclass AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
           WHERE c.relnamespace = 'rebuild'::regnamespace AND i.indisunique AND NOT i.indisprimary LOOP
    EXECUTE format('DROP INDEX %s', r.name);
  END LOOP;
END $$`;

/**
 * Feeds every event to the very projections that wrote the tables; aggregates in the order of their first events. Those
 * of a deleted workspace are passed over, also where they are a person's own: its rows are gone, or about to be.
 */
async function replay(client: Client, manifest: SubgraphManifest, tables: readonly Table[]): Promise<void> {
  const shadowOf = new Map(tables.map(({ name, shadow }) => [name, shadow]));
  const redirect = (text: string) => text.replace(/\b\w+\.\w+\b/g, (name) => shadowOf.get(name) ?? name);
  await client.query(
    `DECLARE replayed CURSOR FOR SELECT ${EVENT_COLUMNS}
     FROM event.store s JOIN event.store b ON b.aggregate_type = s.aggregate_type AND b.aggregate_id = s.aggregate_id
       AND b.version = 1
     WHERE s.type IN (SELECT jsonb_array_elements_text('${JSON.stringify(Object.keys(manifest.projections))}'::jsonb))
       AND NOT EXISTS (SELECT 1 FROM event.store d
                       WHERE d.type = 'workspace.deleted'
                         AND d.workspace_id = coalesce(s.workspace_id, (s.payload ->> 'workspaceId')::uuid))
     ORDER BY b.occurred_at, b.id, s.version`,
  );
  for (;;) {
    const { rows } = await client.query(`FETCH ${FETCH} FROM replayed`);
    for (const event of toRows<StoredEvent>(rows as object[])) {
      const sent: Promise<unknown>[] = [];
      const project = manifest.projections[event.type] as (send: unknown, event: StoredEvent) => void;
      project((text: string, values?: unknown[]) => sent.push(client.query(redirect(text), values)), event);
      for (const statement of sent) await statement;
    }
    if (rows.length < FETCH) return;
  }
}

async function compare(client: Client, { name, shadow, where, columns }: Table): Promise<TableComparison> {
  const own = `SELECT ${columns.join(', ')} FROM ${name} WHERE ${where}`;
  const made = `SELECT ${columns.join(', ')} FROM ${shadow}`;
  const { rows } = await client.query<Record<'rows' | 'missing' | 'surplus', string>>(
    `SELECT (SELECT count(*) FROM (${own}) o) AS rows,
       (SELECT count(*) FROM ((${made}) EXCEPT ALL (${own})) m) AS missing,
       (SELECT count(*) FROM ((${own}) EXCEPT ALL (${made})) s) AS surplus`,
  );
  const [row] = rows;
  return {
    table: name,
    rows: Number(row!.rows),
    missing: Number(row!.missing),
    surplus: Number(row!.surplus),
  };
}

/** First what should not be there, from the tables that refer to others; then what is missing or differs. */
async function mend(client: Client, tables: readonly Table[]): Promise<void> {
  for (const { name, shadow, where, key } of [...tables].reverse()) {
    const same = key.map((column) => `s.${column} = t.${column}`).join(' AND ');
    await client.query(
      `DELETE FROM ${name} t WHERE (${where}) AND NOT EXISTS (SELECT 1 FROM ${shadow} s WHERE ${same})`,
    );
  }
  for (const { name, shadow, all, columns, key } of tables) {
    const listed = (of: string) => columns.map((column) => `${of}.${column}`).join(', ');
    const set = columns.map((column) => `${column} = excluded.${column}`).join(', ');
    await client.query(
      `INSERT INTO ${name} AS t (${all.join(', ')}) SELECT ${all.join(', ')} FROM ${shadow}
       ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set}
       WHERE (${listed('t')}) IS DISTINCT FROM (${listed('excluded')})`,
    );
  }
}
