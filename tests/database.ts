import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** What global-setup hands over to the workers. */
export interface Cluster {
  /** PostgreSQL as the role that owns the template and may create databases. */
  migratorUrl: string;
  /** The login roles' URLs, by role name. */
  roleUrls: Record<string, string>;
  /** The migrated database that tests clone. */
  template: string;
}

const VARIABLE = 'TEST_CLUSTER';

/** Called by global-setup: workers inherit the environment. */
export function handOver(cluster: Cluster): void {
  process.env[VARIABLE] = JSON.stringify(cluster);
}

function cluster(): Cluster {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('no test cluster: run the tests through jest');
  return JSON.parse(text) as Cluster;
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
  const { migratorUrl: anyUrl, roleUrls, template } = cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const source = options.isEmpty ? 'template0' : template;
  await once(anyUrl, `CREATE DATABASE ${name} TEMPLATE ${source}`);
  const migratorUrl = withDatabase(anyUrl, name);
  const urls = Object.fromEntries(
    Object.entries(roleUrls).map(([role, url]): [string, string] => [role, withDatabase(url, name)]),
  );
  return {
    name,
    migratorUrl,
    roleUrls: urls,
    sql: (text, values) => once(migratorUrl, text, values),
    sqlAs: (role, text, values) => once(urls[role] ?? '', text, values),
    async drop() {
      await once(anyUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
