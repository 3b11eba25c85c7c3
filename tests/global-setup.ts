import { ensureKeys } from '../dev/keys';
import { startCluster } from './cluster';
import { handOver } from './database';
import { keep } from './global-teardown';

/** Starts one PostgreSQL for all tests of the run and migrates the database that they clone. */
export default async function globalSetup(): Promise<void> {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const cluster = await startCluster({ durable: false });
  keep(cluster);
  const { migratorUrl, roleUrls } = cluster;
  handOver({ migratorUrl, roleUrls, keys: await ensureKeys(cluster.folder) });
}
