import type { ChainableCommander } from 'ioredis';

/** Sends a batch; fails with the first of its commands that failed, which the client itself would not. */
export async function execute(batch: ChainableCommander): Promise<void> {
  const failed = (await batch.exec())?.find(([error]) => error)?.[0];
  if (failed) throw failed;
}
