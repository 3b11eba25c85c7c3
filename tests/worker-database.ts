import type { DataSource } from 'typeorm';
import type { Database } from '../subgraphs/kit/context';

/** What a worker holds on to, as far as a test of its parts needs it: nobody rings and nobody listens. */
export function workerDatabase(dataSource: DataSource): Database {
  const doorbells = {
    ring: () => undefined,
    listen: () => () => undefined,
    isConnected: () => false,
    channels: () => 0,
    commands: () => null,
    close: () => Promise.resolve(),
  };
  const settings = { issuer: 'http://issuer' };
  return { name: 'tributary_worker', dataSource, doorbells, projections: {}, settings };
}
