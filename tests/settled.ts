import type { Platform } from './platform';
import { waitFor } from './wait';

const PENDING = 'SELECT 1 FROM event.outbox UNION ALL SELECT 1 FROM event.wake_up';

/** Waits until all events have been handed on and nothing is left to react to. */
export async function untilSettled({ sql }: Pick<Platform, 'sql'>): Promise<void> {
  await waitFor(async () => (await sql(PENDING)).length === 0, { what: 'all reactions' });
}
