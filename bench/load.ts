import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { choosePlace } from '../dev/postgres-place';

/** What callers got done, each one call after the other. */
export interface Load {
  perSecond: number;
  /** How long each call took, in milliseconds. */
  latencies: number[];
}

/** Lets `clients` callers call for a while. */
export async function load(
  clients: number,
  roundMs: number,
  call: (client: number) => Promise<unknown>,
): Promise<Load> {
  const began = performance.now();
  const latencies: number[] = [];
  const caller = async (client: number) => {
    while (performance.now() < began + roundMs) {
      const called = performance.now();
      await call(client);
      latencies.push(performance.now() - called);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => caller(i)));
  return { perSecond: (latencies.length * 1000) / (performance.now() - began), latencies };
}

/** A pool on the database of a platform that runs on `dataDir`, past row-level security. */
export function openPool(dataDir: string, role: 'tributary_migrator' | 'postgres', max = 10): Pool {
  const place = choosePlace(dataDir);
  const port = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[3];
  return new Pool({
    connectionString: `postgres://${role}:${place.passwordOf(role)}@127.0.0.1:${port}/tributary`,
    max,
  });
}
