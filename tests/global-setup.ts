import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from './cluster';
import { handOver } from './database';
import { keep } from './global-teardown';

/** Starts one PostgreSQL for all tests of the run and migrates the database that they clone. */
export default async function globalSetup(): Promise<void> {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const cluster = await startCluster({ durable: false });
  keep(cluster);
  makeKeys(cluster.folder);
  handOver(cluster);
}

/** The keys that gateway, identity and worker sign internal tokens with. */
function makeKeys(dataDir: string): void {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { mode: 0o700 });
  for (const signer of ['gateway', 'identity', 'worker']) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(folder, `${signer}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  }
  process.env.TEST_KEYS = folder;
}
