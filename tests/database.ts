import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { KeyFiles } from '../dev/keys';
import type { DatabaseUrls } from '../dev/postgres';

/** What global-setup hands over: the URLs lead to the database that tests clone. */
export interface HandedOver extends DatabaseUrls {
  /** The keys that gateway, identity and worker sign with. */
  keys: KeyFiles;
}

const VARIABLE = 'TEST_CLUSTER';

/** Called by global-setup: jest's workers inherit the environment. */
export function handOver(content: HandedOver): void {
  process.env[VARIABLE] = JSON.stringify(content);
}

/** What the run's tests share. */
export function handedOver(): HandedOver {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('no test cluster: run the tests through jest');
  return JSON.parse(text) as HandedOver;
}

export interface TestDatabase {
  name: string;
  migratorUrl: string;
  roleUrls: Record<string, string>;
  /** Runs SQL as the migrator, who sees every row. */
  sql<R extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Runs SQL as another role of the cluster, on a connection of its own. */
  sqlAs<R extends object = Record<string, unknown>>(
    role: string,
    text: string,
    values?: readonly unknown[],
  ): Promise<R[]>;
  drop(): Promise<void>;
}

/** The URL of the same server with another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function once<R extends object>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = new Client({ connectionString: url, application_name: 'tests' });
  await client.connect();
  try {
    return (await client.query<R>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A database of the test's own: a copy of the migrated template, or an empty one. */
export async function createDatabase(options: { isEmpty?: boolean } = {}): Promise<TestDatabase> {
  const template = handedOver();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const source = options.isEmpty ? 'template0' : new URL(template.migratorUrl).pathname.slice(1);
  // Nobody may be connected to a database that is copied.
  const elsewhere = withDatabase(template.migratorUrl, 'postgres');
  await once(elsewhere, `CREATE DATABASE ${name} TEMPLATE ${source}`);
  const urls = Object.entries(template.roleUrls).map(([role, url]) => [role, withDatabase(url, name)]);
  return databaseAt({
    migratorUrl: withDatabase(template.migratorUrl, name),
    roleUrls: Object.fromEntries(urls) as Record<string, string>,
    drop: async () => {
      await once(elsewhere, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  });
}

/** A database that is there already. */
export function databaseAt(place: DatabaseUrls & Pick<TestDatabase, 'drop'>): TestDatabase {
  const { migratorUrl, roleUrls } = place;
  return {
    ...place,
    name: new URL(migratorUrl).pathname.slice(1),
    sql: (text, values) => once(migratorUrl, text, values),
    sqlAs: (role, text, values) => once(roleUrls[role] ?? '', text, values),
  };
}
