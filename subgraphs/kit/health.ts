import type { Express } from 'express';
import type { Database } from './context';

/** `/health/live`: the process answers. `/health/ready`: what it needs answers too; 503 names the part that is missing. */
export function addHealthRoutes(
  app: Express,
  db: Pick<Database, 'dataSource' | 'doorbells'>,
  isClosing: () => boolean,
): void {
  app.get('/health/live', (_, res) => {
    res.json({ status: 'live' });
  });
  app.get('/health/ready', async (_, res) => {
    const postgres = await db.dataSource.query('/* kit.health */ SELECT 1').then(
      () => 'ready',
      () => 'missing',
    );
    // Redis carries hints alone: without it the service works, later.
    const parts = { postgres, redis: db.doorbells.isConnected() ? 'ready' : 'degraded' };
    const isReady = postgres === 'ready' && !isClosing();
    res
      .status(isReady ? 200 : 503)
      .json({ status: isReady ? 'ready' : isClosing() ? 'closing' : 'not ready', parts });
  });
}
