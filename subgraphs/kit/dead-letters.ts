import type { StoredEvent } from '../../schema/events';
import { ACTED_COLUMNS, principalOf, toActedEvent, type ActedEvent } from './actor';
import { commitOrRollback, describe, reactTo, type ReactionsOptions } from './reactions';
import { queryAlone } from './statements';
import { NOBODY, isPassing, openTransaction, ringDoorbells, type OpenTransaction } from './transaction';

/** How long it is remembered which events were replayed. */
const PROCESSED_DAYS = 7;

/** Replays the dead letters for which a person has asked; each once, whatever happens to the worker meanwhile. */
export async function replayDeadLetters(options: ReactionsOptions): Promise<void> {
  const letters = await queryAlone<{ id: string }>(
    options.db,
    "/* kit.findReplays */ SELECT id FROM event.dead_letter WHERE state = 'REPLAYING' ORDER BY id LIMIT 100",
  );
  for (const { id } of letters) await replay(options, id);
}

/** Replays one dead letter for which a person has asked, unless another worker does. */
export async function replay(options: ReactionsOptions, id: string): Promise<void> {
  const transaction = await openTransaction(options.db, NOBODY);
  const { tx } = transaction;
  try {
    const letter = await lockLetter(tx, id);
    if (!letter) {
      await transaction.rollback();
      return;
    }
    const handler = options.handlers.get(letter.handler);
    if (!handler) throw new Error(`there is no handler ${letter.handler}`);
    const [done] = await tx.query(
      '/* kit.findProcessed */ SELECT 1 FROM event.processed WHERE event_id = $1 AND handler = $2',
      [letter.acted.event.id, letter.handler],
    );
    if (!done) {
      const principal = principalOf(letter.acted);
      await reactTo({ options, handler, tx, principal }, letter.acted.event);
    }
    tx.append();
    tx.actAs(null, NOBODY);
    tx.send('/* kit.finishReplay */ SELECT event.finish_replay($1, NULL, $2)', [id, options.now()]);
    await transaction.commit();
    ringDoorbells(options.db.doorbells, tx.recorded);
  } catch (error) {
    await transaction.rollback();
    // Says nothing about the handler: the letter stays as it is and is found again.
    if (isPassing(error)) options.log.warn({ err: error, deadLetterId: id }, 'replay is held up');
    else await recordFailedReplay(options, id, error);
  }
}

/** Between the rollback and this the letter was nobody's: what another worker has done with it since counts instead. */
async function recordFailedReplay(options: ReactionsOptions, id: string, error: unknown): Promise<void> {
  const transaction = await openTransaction(options.db, NOBODY);
  const isOurs = await lockLetter(transaction.tx, id).catch(() => null);
  if (!isOurs) return transaction.rollback();
  transaction.tx.send('/* kit.failReplay */ SELECT event.finish_replay($1, $2, $3)', [
    id,
    describe(error),
    options.now(),
  ]);
  await commitOrRollback(transaction);
  options.log.error({ err: error, deadLetterId: id }, 'replay failed');
}

async function lockLetter(
  tx: OpenTransaction,
  id: string,
): Promise<{ handler: string; acted: ActedEvent } | null> {
  const [lock] = await tx.query<{ locked: boolean }>(
    '/* kit.lockLetter */ SELECT pg_try_advisory_xact_lock(hashtextextended($1, 12)) AS locked',
    [id],
  );
  if (!lock!.locked) return null;
  const [row] = await tx.query<StoredEvent & { handler: string; isBot: boolean | null }>(
    `/* kit.readLetter */ SELECT d.handler, ${ACTED_COLUMNS}
     FROM event.dead_letter d JOIN event.store s ON s.id = d.event_id WHERE d.id = $1 AND d.state = 'REPLAYING'`,
    [id],
  );
  if (!row) return null;
  const { handler, ...acted } = row;
  return { handler, acted: toActedEvent(acted) };
}

/** Forgets replays older than a week, and idempotency keys that have expired. */
export async function sweep(options: ReactionsOptions): Promise<void> {
  const { db } = options;
  const now = options.now();
  const before = new Date(now.getTime() - PROCESSED_DAYS * 24 * 60 * 60 * 1000);
  await queryAlone(db, '/* kit.purgeProcessed */ SELECT event.purge_processed($1)', [before]);
  await queryAlone(db, '/* kit.purgeIdempotency */ DELETE FROM access.idempotency WHERE expires_at < $1', [
    now,
  ]);
}
