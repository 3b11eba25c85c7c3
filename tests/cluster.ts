import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../db/migrate';
import { ensureRoles, startPostgres, type DatabaseUrls, type Postgres } from '../dev/postgres';
import { createLogger } from '../subgraphs/kit/logger';

/** A PostgreSQL in a folder of its own, with the migrated database `tributary`. */
export interface OwnCluster extends DatabaseUrls {
  postgres: Postgres;
  folder: string;
  destroy(): Promise<void>;
}

/**
 * Starts PostgreSQL in a temporary folder and migrates; a start that fails leaves nothing behind. One that is not durable
 * forgets its last commits when it crashes.
 */
export async function startCluster({ durable }: { durable: boolean }): Promise<OwnCluster> {
  const log = createLogger('tests', 'warn');
  const folder = mkdtempSync(join(tmpdir(), 'tributary-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  let postgres: Postgres | null = null;
  try {
    postgres = await startPostgres({ dataDir: folder, durable, log });
    const urls = await ensureRoles(postgres);
    await migrate({ ...urls, log });
    await letTestsInterfere(postgres);
    const { destroy } = postgres;
    return { ...urls, postgres, folder, destroy: () => destroy().finally(remove) };
  } catch (error) {
    await postgres?.destroy();
    remove();
    throw error;
  }
}

/** Tests watch and end connections of the services, and drop databases that killed processes were connected to. */
async function letTestsInterfere({ adminUrl }: Postgres): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('GRANT pg_signal_backend, pg_read_all_stats TO tributary_migrator');
  } finally {
    await client.end();
  }
}
