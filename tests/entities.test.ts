import { createDataSource } from '../db/data-source';
import { SUBGRAPHS } from '../subgraphs/index';
import { createDatabase, type TestDatabase } from './database';

interface ColumnShape {
  type: string;
  isNullable: boolean;
}
type Columns = Record<string, ColumnShape>;

/** Columns that PostgreSQL alone fills and reads, with the reason why no entity shows them. */
const UNMAPPED: Record<string, readonly string[]> = {
  // The transaction of the last change, which the policies compare with; a suspension is the workspace's alone.
  'access.membership': ['changed_in', 'state'],
  // Made of mentioned_group, for those who count.
  'chat.message': ['mentions_all'],
};

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** Every table that migrations made, by `schema.table`; partitions have their parent's shape. */
async function tables(): Promise<Map<string, Columns>> {
  const rows = await database.sql<{ table: string; name: string; type: string; isNullable: boolean }>(
    `SELECT n.nspname || '.' || c.relname AS "table", a.attname AS name,
            format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS "isNullable"
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname IN ('identity', 'workspace', 'chat', 'task', 'workflow', 'access', 'event')`,
  );
  const found = new Map<string, Columns>();
  for (const { table, name, type, isNullable } of rows) {
    found.set(table, { ...found.get(table), [name]: { type, isNullable } });
  }
  return found;
}

/** The tables that the manifests' entities describe. */
async function entities(): Promise<Map<string, Columns>> {
  const found = new Map<string, Columns>();
  for (const manifest of Object.values(SUBGRAPHS)) {
    const dataSource = await createDataSource({
      url: database.migratorUrl,
      poolSize: 1,
      applicationName: 'tests',
      entities: manifest.entities,
    });
    for (const metadata of dataSource.entityMetadatas) {
      const columns = metadata.columns.map((column): [string, ColumnShape] => {
        const type = dataSource.driver.normalizeType(column) + (column.isArray ? '[]' : '');
        return [column.databaseName, { type, isNullable: column.isNullable }];
      });
      found.set(
        `${manifest.name}: ${metadata.schema ?? 'public'}.${metadata.tableName}`,
        Object.fromEntries(columns),
      );
    }
    await dataSource.destroy();
  }
  return found;
}

test('entities and migrated tables have the same columns, types and nullability', async () => {
  const inDatabase = await tables();
  const mapped = await entities();
  expect(mapped.size).toBeGreaterThan(0);
  for (const [place, columns] of mapped) {
    const table = place.slice(place.indexOf(': ') + 2);
    const hidden = UNMAPPED[table] ?? [];
    const present = Object.entries(inDatabase.get(table) ?? {}).filter(([name]) => !hidden.includes(name));
    expect({ place, columns }).toEqual({ place, columns: Object.fromEntries(present) });
  }
});

test("every table of a subgraph's schema has an entity", async () => {
  const mapped = new Set([...(await entities()).keys()].map((place) => place.slice(place.indexOf(': ') + 2)));
  const own = [...(await tables()).keys()].filter((table) => !/^(access|event)\./.test(table));
  expect(own.filter((table) => !mapped.has(table))).toEqual([]);
});
