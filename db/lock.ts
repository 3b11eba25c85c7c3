import type { Client } from 'pg';

const RETRY_MS = 100;

/**
 * Takes an advisory lock for the client's session. Asks again rather than waits: a waiting statement holds a snapshot,
 * for whose end concurrent index builds would wait.
 */
export async function takeLock(client: Client, key: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      '/* db.lock */ SELECT pg_try_advisory_lock($1) AS taken',
      [key],
    );
    if (rows[0]?.taken) return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
