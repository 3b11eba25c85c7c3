import type { OwnCluster } from './cluster';

const place = globalThis as { tributaryTests?: OwnCluster };

/** Setup and teardown are loaded apart, in one process: what one started, the other finds here. */
export function keep(cluster: OwnCluster): void {
  place.tributaryTests = cluster;
}

/** Ends what global-setup started and removes its data. */
export default async function globalTeardown(): Promise<void> {
  await place.tributaryTests?.destroy();
}
