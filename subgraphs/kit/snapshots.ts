import type { EventType, StoredEvent } from '../../schema/events';
import type { Context, InTransaction } from './context';

/** How the state of an aggregate follows from its events. Pure; the state is JSON. */
export interface Fold<S extends object> {
  aggregateType: string;
  /** Another number whenever the same events come to another state: snapshots of other versions are not read. */
  version: number;
  /** Before the first event. */
  initial: S;
  on: { readonly [T in EventType]?: (state: S, payload: StoredEvent<T>['payload']) => S };
}

/** An aggregate as it was behind one of its events. */
export interface Loaded<S> {
  state: S;
  version: number;
  /** How many events were read behind the snapshot that it began with. */
  tail: number;
}

/** How many events lie between two snapshots, and how many a load reads behind one. */
export const SNAPSHOT_EVERY = 100;
/** A load keeps no more than this many, its last ones. */
const MOST_TAKEN = 20;
const BATCH = 1000;

interface Base<S> {
  version: string;
  state: S | null;
  upTo: string;
  isTaker: boolean;
}

/**
 * An aggregate's state at its head, or at the version `upTo`: the nearest snapshot and the events behind it. Whoever
 * reads more than a hundred of them keeps a snapshot at each hundredth; of several who load it at once, one does.
 * Null where there are no events, or not all of them are the caller's to see.
 */
export async function loadAggregate<S extends object>(
  ctx: InTransaction<Context>,
  fold: Fold<S>,
  aggregateId: string,
  upTo: number | null = null,
): Promise<Loaded<S> | null> {
  const base = await findBase(ctx, fold, aggregateId, upTo);
  if (!base) return null;
  const loaded: Loaded<S> = { state: base.state ?? fold.initial, version: Number(base.version), tail: 0 };
  const taken: { version: number; state: S }[] = [];
  while (loaded.version < Number(base.upTo)) {
    const events = await readTail(ctx, fold, aggregateId, [loaded.version, Number(base.upTo)]);
    if (events.length === 0) return null;
    for (const { version, type, payload } of events) {
      if (Number(version) !== loaded.version + 1) return null;
      const on = fold.on[type] as ((state: S, payload: unknown) => S) | undefined;
      loaded.state = on ? on(loaded.state, payload) : loaded.state;
      loaded.version++;
      loaded.tail++;
      if (loaded.version % SNAPSHOT_EVERY === 0) taken.push({ version: loaded.version, state: loaded.state });
    }
  }
  if (base.isTaker) takeSnapshots(ctx, fold, aggregateId, taken.slice(-MOST_TAKEN));
  return loaded;
}

/** The version that an aggregate had at a time: 0 before its first event. Times are taken to grow with versions. */
export async function versionAt(
  ctx: InTransaction<Context>,
  aggregateType: string,
  aggregateId: string,
  at: Date,
): Promise<number> {
  // Versions have no gaps: halving finds the one among any number of events by reading a handful.
  const [row] = await ctx.tx.query<{ version: string }>(
    `/* kit.versionAt */ WITH RECURSIVE halved (low, high) AS (
       SELECT 0::bigint, h.version FROM event.head h WHERE h.aggregate_type = $1 AND h.aggregate_id = $2
       UNION ALL
       SELECT CASE WHEN s.occurred_at <= $3 THEN s.version ELSE low END,
              CASE WHEN s.occurred_at <= $3 THEN high ELSE s.version - 1 END
       FROM halved JOIN event.store s ON s.aggregate_type = $1 AND s.aggregate_id = $2 AND s.version = (low + high + 1) / 2
       WHERE low < high
     ) SELECT low AS version FROM halved WHERE low = high`,
    [aggregateType, aggregateId, at],
  );
  return Number(row?.version ?? 0);
}

/** Where a load begins, where it ends, and whether it is the one that keeps snapshots; the events are read behind the locks. */
async function findBase<S extends object>(
  ctx: InTransaction<Context>,
  fold: Fold<S>,
  aggregateId: string,
  upTo: number | null,
): Promise<Base<S> | null> {
  const [base] = await ctx.tx.query<Base<S>>(
    `/* kit.findSnapshot */ SELECT coalesce(s.version, 0) AS version, s.state, e.up_to,
       CASE WHEN e.up_to - coalesce(s.version, 0) > $5
         THEN pg_try_advisory_xact_lock_shared(7403, hashtext($1))
          AND pg_try_advisory_xact_lock(hashtextextended($1 || ':' || $2::text, 13)) ELSE false END AS is_taker
     FROM event.head h
     CROSS JOIN LATERAL (SELECT least(h.version, $4::bigint) AS up_to) e
     LEFT JOIN LATERAL (
       SELECT n.version, n.state FROM event.snapshot n
       WHERE n.aggregate_type = $1 AND n.aggregate_id = $2 AND n.version <= e.up_to AND n.fold_version = $3
       ORDER BY n.version DESC LIMIT 1) s ON true
     WHERE h.aggregate_type = $1 AND h.aggregate_id = $2`,
    [fold.aggregateType, aggregateId, fold.version, upTo, SNAPSHOT_EVERY],
  );
  return base ?? null;
}

/** The next events in (from, to], without the payloads of those that the fold passes over. */
function readTail<S extends object>(
  ctx: InTransaction<Context>,
  fold: Fold<S>,
  aggregateId: string,
  [from, to]: [number, number],
) {
  return ctx.tx.query<{ version: string; type: EventType; payload: unknown }>(
    `/* kit.readTail */ SELECT s.version, s.type, CASE WHEN s.type = ANY ($3) THEN s.payload END AS payload
     FROM event.store s
     WHERE s.aggregate_type = $1 AND s.aggregate_id = $2 AND s.version > $4 AND s.version <= $5
     ORDER BY s.version LIMIT ${BATCH}`,
    [fold.aggregateType, aggregateId, Object.keys(fold.on), from, to],
  );
}

function takeSnapshots<S extends object>(
  ctx: InTransaction<Context>,
  fold: Fold<S>,
  aggregateId: string,
  taken: readonly { version: number; state: S }[],
): void {
  ctx.tx.send('/* kit.takeSnapshots */ SELECT event.take_snapshots($1, $2, $3, $4::jsonb)', [
    fold.aggregateType,
    aggregateId,
    fold.version,
    JSON.stringify(taken),
  ]);
}
