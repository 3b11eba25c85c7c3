import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import { migrateEngine } from './engine';
import { takeLock } from './lock';
import { toMigrationClass, type SqlMigration } from './migration';
import { rolesSql } from './roles';

export interface MigrateOptions {
  /** PostgreSQL as a role with CREATEROLE and BYPASSRLS that owns the database. */
  migratorUrl: string;
  /** The URLs of the login roles, by role name: the roles are given the passwords that stand in them. */
  roleUrls: Readonly<Record<string, string>>;
  log: { info(details: object, message: string): void };
}

const LOCK = 7400;

/** Brings the database to the newest migration, roles and the durable engine's schema included. Safe to run twice and at the same time. */
export async function migrate(options: MigrateOptions): Promise<void> {
  await withLock(options.migratorUrl, async (client) => {
    const passwords = Object.entries(options.roleUrls).map(([role, url]) => [role, passwordOf(url)]);
    await client.query(rolesSql(Object.fromEntries(passwords) as Record<string, string>, escapeLiteral));
    const ran = await withDataSource(options.migratorUrl, (dataSource) =>
      dataSource.runMigrations({ transaction: 'each' }),
    );
    for (const { name } of ran) options.log.info({ migration: name }, 'migrated');
    await migrateEngine(options.migratorUrl);
  });
}

/** Takes back the newest `count` migrations. */
export async function migrateDown(migratorUrl: string, count: number): Promise<void> {
  await withLock(migratorUrl, () =>
    withDataSource(migratorUrl, async (dataSource) => {
      for (let i = 0; i < count; i++) await dataSource.undoLastMigration({ transaction: 'each' });
    }),
  );
}

/** How many migrations there are. */
export function migrationCount(): number {
  return loadMigrations().length;
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}

/** The files of db/migrations, `<timestamp>-<what>`, as classes named `<what><timestamp>` as TypeORM asks. */
function loadMigrations(): ReturnType<typeof toMigrationClass>[] {
  const folder = join(__dirname, 'migrations');
  const files = readdirSync(folder).filter(
    (file) => /^\d{14}-[\w-]+\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'),
  );
  return files.sort().map((file) => {
    const [, timestamp, what] = /^(\d{14})-([\w-]+)\./.exec(file)!;
    // TypeORM orders by a 13-digit number at the end of the name.
    const name = `${what!.replace(/\W/g, '_')}${timestamp!.slice(0, 13)}`;
    // eslint's import rules see no literal here; the folder is ours and holds nothing else.
    return toMigrationClass(name, require(join(folder, file)) as SqlMigration);
  });
}

async function withDataSource<R>(url: string, work: (dataSource: DataSource) => Promise<R>): Promise<R> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: loadMigrations(),
    migrationsTableName: 'migration',
    installExtensions: false,
  });
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function withLock<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url });
  // A broken connection fails the query that is under way, or the next.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await takeLock(client, LOCK);
    return await work(client);
  } finally {
    await client.end();
  }
}
