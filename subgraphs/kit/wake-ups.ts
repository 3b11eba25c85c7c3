import type { StoredEvent } from '../../schema/events';
import { ACTED_COLUMNS, toActedEvent, type ActedEvent } from './actor';
import type { Database } from './context';
import { queryAlone } from './statements';
import type { OpenTransaction } from './transaction';

/** Where a handler has work: an aggregate with a wake-up that is due. */
export interface Due {
  handler: string;
  aggregateType: string;
  aggregateId: string;
}

/** Names an aggregate and a handler of it. */
export function keyOf({ handler, aggregateType, aggregateId }: Due): string {
  return `${handler}|${aggregateType}|${aggregateId}`;
}

/** How many wake-ups are looked at to find what is due: no more, however many wait. */
export const LOOKED_AT = 1000;

/**
 * The aggregates whose handlers are due, the longest waiting first, without those whose keys are in `except`. `isCut`
 * says that more wake-ups wait than were looked at: there may be others.
 */
export async function findDue(
  db: Database,
  handlers: readonly string[],
  now: Date,
  { limit, except }: { limit: number; except: readonly string[] },
): Promise<{ found: Due[]; isCut: boolean }> {
  const rows = await queryAlone<Due & { lookedAt: string }>(
    db,
    `/* kit.findDue */ SELECT o.handler, o.aggregate_type, o.aggregate_id, sum(count(*)) OVER () AS looked_at
     FROM (SELECT w.id, w.handler, w.aggregate_type, w.aggregate_id
       FROM event.wake_up w
       LEFT JOIN event.cursor c USING (handler, aggregate_type, aggregate_id)
       WHERE w.handler = ANY ($1) AND (c.due_at IS NULL OR c.due_at <= $2)
         AND w.handler || '|' || w.aggregate_type || '|' || w.aggregate_id <> ALL ($4)
       ORDER BY w.id LIMIT ${LOOKED_AT}) o
     GROUP BY 1, 2, 3 ORDER BY min(o.id) LIMIT $3`,
    [handlers, now, limit, except],
  );
  const found = rows.map(({ lookedAt: _, ...due }) => due);
  return { found, isCut: Number(rows[0]?.lookedAt ?? 0) === LOOKED_AT };
}

/** Locks an aggregate for its handler until the transaction ends; false while another worker has it. */
export async function lock(tx: OpenTransaction, due: Due): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    '/* kit.lockAggregate */ SELECT pg_try_advisory_xact_lock(hashtextextended($1, 11)) AS locked',
    [keyOf(due)],
  );
  return row!.locked;
}

/**
 * The handler's next events of the aggregate: those behind its cursor that it was woken for, in order; none before a
 * failed one is due again. To be read behind the lock in a statement of its own: in the same one, the cursor would be
 * stale.
 */
export async function readPending(
  tx: OpenTransaction,
  due: Due,
  now: Date,
  limit: number,
): Promise<ActedEvent[]> {
  const rows = await tx.query<StoredEvent & { isBot: boolean | null }>(
    `/* kit.readPending */ SELECT ${ACTED_COLUMNS}
     FROM event.store s
     WHERE s.aggregate_type = $2 AND s.aggregate_id = $3 AND s.version IN (
       SELECT w.version FROM event.wake_up w
       WHERE w.handler = $1 AND w.aggregate_type = $2 AND w.aggregate_id = $3 AND w.version > coalesce(
         (SELECT CASE WHEN c.due_at > $4 THEN 9223372036854775807 ELSE c.version END FROM event.cursor c
          WHERE c.handler = $1 AND c.aggregate_type = $2 AND c.aggregate_id = $3), 0))
     ORDER BY s.version LIMIT $5`,
    [due.handler, due.aggregateType, due.aggregateId, now, limit],
  );
  return rows.map(toActedEvent);
}

/** The first events that share actor and scope: one transaction acts for one. */
export function ofOneActor(pending: readonly ActedEvent[]): ActedEvent[] {
  const [first] = pending;
  const end = pending.findIndex(
    ({ event }) => event.actorId !== first?.event.actorId || event.scopeId !== first.event.scopeId,
  );
  return pending.slice(0, end === -1 ? pending.length : end);
}
