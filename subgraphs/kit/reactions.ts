import type { EventType, StoredEvent } from '../../schema/events';
import { type Context, createContext, type Database, type InTransaction, type Principal } from './context';
import { AppError } from './errors';
import { ACTED_COLUMNS, principalOf, toActedEvent, type ActedEvent } from './actor';
import type { Logger } from './logger';
import type { SubgraphManifest } from './subgraph';
import { openTransaction, ringDoorbells, settingsOf, type OpenTransaction } from './transaction';

/** A handler of a subgraph: `<subgraph>.<event type>`. */
export interface Handler {
  name: string;
  type: EventType;
  manifest: SubgraphManifest;
  react: (ctx: InTransaction<Context>, event: StoredEvent) => Promise<void>;
}

export interface ReactionsOptions {
  db: Database;
  handlers: ReadonlyMap<string, Handler>;
  log: Logger;
  now(): Date;
  /** The delay before the first retry; it doubles four times. */
  retryBaseMs: number;
}

/** Where a handler has work: an aggregate with a wake-up that is due. */
interface Due {
  handler: string;
  aggregateType: string;
  aggregateId: string;
}

const BATCH = 100;
const BATCH_MS = 50;
const RETRIES = 5;
/** Serialization failures, deadlocks and lost connections say nothing about the handler. */
const PASSING = /^(40001|40P01|08...|57P0.)$/;
const WORKER_SETTINGS = ['', '', '', ''];

/** All handlers of these subgraphs, by name. */
export function handlersOf(manifests: readonly SubgraphManifest[]): ReadonlyMap<string, Handler> {
  const handlers = manifests.flatMap((manifest) =>
    Object.entries(manifest.reactions).map(([type, react]): [string, Handler] => {
      const name = `${manifest.name}.${type}`;
      return [name, { name, type: type as EventType, manifest, react: react as Handler['react'] }];
    }),
  );
  return new Map(handlers);
}

/** The aggregates whose handlers are due, the longest waiting first. */
export async function findDue(options: ReactionsOptions, limit: number): Promise<Due[]> {
  const rows: { handler: string; aggregate_type: string; aggregate_id: string }[] =
    await options.db.dataSource.query(
      `/* kit.findDue */ SELECT w.handler, w.aggregate_type, w.aggregate_id
     FROM event.wake_up w
     LEFT JOIN event.cursor c USING (handler, aggregate_type, aggregate_id)
     WHERE w.handler = ANY ($1) AND (c.due_at IS NULL OR c.due_at <= $2)
     GROUP BY 1, 2, 3 ORDER BY min(w.id) LIMIT $3`,
      [[...options.handlers.keys()], options.now(), limit],
    );
  return rows.map((row) => ({
    handler: row.handler,
    aggregateType: row.aggregate_type,
    aggregateId: row.aggregate_id,
  }));
}

/**
 * Lets one handler work off one aggregate's events in order, as their actors; effects and cursor are committed
 * together. Resolves to whether anything was done: not while another worker has the aggregate, nor before a failed
 * event is due again. An event whose handler fails is tried again with growing delays, then becomes a dead letter.
 */
export async function react(options: ReactionsOptions, due: Due, limit = BATCH): Promise<boolean> {
  const handler = options.handlers.get(due.handler)!;
  const transaction = await openTransaction(options.db, WORKER_SETTINGS);
  const { tx } = transaction;
  const progress = { index: 0, event: null as StoredEvent | null };
  try {
    // Sent together and answered in order: the events are read behind the lock, in a statement of their own.
    const [isLocked, pending] = await Promise.all([lock(tx, due), readPending(options, tx, due, limit)]);
    if (!isLocked) {
      await transaction.rollback();
      return false;
    }
    const batch = ofOneActor(pending);
    if (batch.length === 0) {
      tx.send('/* kit.dropWakeUps */ SELECT event.drop_wake_ups($1, $2, $3)', [
        due.handler,
        due.aggregateType,
        due.aggregateId,
      ]);
      await transaction.commit();
      return false;
    }
    const principal = principalOf(batch[0]!);
    const began = performance.now();
    for (const [index, { event }] of batch.entries()) {
      // A batch that takes long would keep others from the rows that it has changed.
      if (index > 0 && performance.now() - began > BATCH_MS) break;
      Object.assign(progress, { index, event });
      await reactTo({ options, handler, tx, principal }, event);
    }
    tx.append();
    tx.actAs(null, WORKER_SETTINGS);
    tx.send('/* kit.advance */ SELECT event.advance($1, $2, $3, $4)', [
      due.handler,
      due.aggregateType,
      due.aggregateId,
      progress.event!.version,
    ]);
    await transaction.commit();
    ringDoorbells(options.db.doorbells, tx.recorded);
    return true;
  } catch (error) {
    await transaction.rollback();
    return afterFailure(options, due, progress, error);
  }
}

/** The first events that share actor and scope: one transaction acts for one. */
function ofOneActor(pending: readonly ActedEvent[]): ActedEvent[] {
  const [first] = pending;
  const end = pending.findIndex(
    ({ event }) => event.actorId !== first?.event.actorId || event.scopeId !== first.event.scopeId,
  );
  return pending.slice(0, end === -1 ? pending.length : end);
}

/** In a statement of its own: read in the same one, the cursor would be stale. */
async function lock(tx: OpenTransaction, due: Due): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    '/* kit.lockAggregate */ SELECT pg_try_advisory_xact_lock(hashtextextended($1, 11)) AS locked',
    [`${due.handler}|${due.aggregateType}|${due.aggregateId}`],
  );
  return row!.locked;
}

/** The handler's next events of the aggregate: those behind its cursor, or from its first wake-up on. */
async function readPending(
  options: ReactionsOptions,
  tx: OpenTransaction,
  due: Due,
  limit: number,
): Promise<ActedEvent[]> {
  const rows = await tx.query<StoredEvent & { isBot: boolean | null }>(
    `/* kit.readPending */ SELECT ${ACTED_COLUMNS}
     FROM event.store s
     WHERE s.aggregate_type = $2 AND s.aggregate_id = $3 AND s.type = $4
       AND s.version > coalesce(
         (SELECT CASE WHEN c.due_at > $5 THEN 9223372036854775807 ELSE c.version END FROM event.cursor c
          WHERE c.handler = $1 AND c.aggregate_type = $2 AND c.aggregate_id = $3),
         (SELECT min(w.version) - 1 FROM event.wake_up w
          WHERE w.handler = $1 AND w.aggregate_type = $2 AND w.aggregate_id = $3),
         9223372036854775807)
     ORDER BY s.version LIMIT $6`,
    [
      due.handler,
      due.aggregateType,
      due.aggregateId,
      options.handlers.get(due.handler)!.type,
      options.now(),
      limit,
    ],
  );
  return rows.map(toActedEvent);
}

interface Reaction {
  options: ReactionsOptions;
  handler: Handler;
  tx: OpenTransaction;
  principal: Principal;
}

/** Runs the handler as the subgraph and as the event's actor. */
export async function reactTo(
  { options, handler, tx, principal }: Reaction,
  event: StoredEvent,
): Promise<void> {
  const { manifest } = handler;
  const role = `tributary_${manifest.name}`;
  tx.actAs(role, settingsOf(principal, event.correlationId));
  const ctx = createContext(
    {
      principal,
      correlationId: event.correlationId,
      causationId: event.id,
      db: { ...options.db, name: role, projections: manifest.projections },
      tx,
      log: options.log.child({ handler: handler.name, eventId: event.id }),
      now: options.now,
    },
    manifest.loaders,
  );
  await handler.react(ctx as InTransaction<Context>, event);
  await tx.settle();
}

async function afterFailure(
  options: ReactionsOptions,
  due: Due,
  progress: { index: number; event: StoredEvent | null },
  error: unknown,
): Promise<boolean> {
  const isPassing =
    error instanceof AppError
      ? error.code === 'SERVICE_BUSY'
      : PASSING.test((error as { code?: string }).code ?? '');
  if (!progress.event || isPassing) throw error;
  // What came before the event that failed is done again without it, so that each event is tried on its own.
  if (progress.index > 0) return react(options, due, progress.index);
  const { event } = progress;
  if (error instanceof AppError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND')) {
    await recordRefusal(options, due, event, error);
    return true;
  }
  await recordFailure(options, due, event, error);
  return true;
}

/** The actor has lost the right meanwhile: recorded and passed over. */
async function recordRefusal(
  options: ReactionsOptions,
  due: Due,
  event: StoredEvent,
  error: AppError,
): Promise<void> {
  const transaction = await openTransaction(options.db, WORKER_SETTINGS);
  transaction.tx.send('/* kit.refuse */ SELECT event.refuse($1, $2, $3, $4)', [
    due.handler,
    event.id,
    `${error.code}: ${error.message}`,
    options.now(),
  ]);
  transaction.tx.send('/* kit.advance */ SELECT event.advance($1, $2, $3, $4)', [
    due.handler,
    due.aggregateType,
    due.aggregateId,
    event.version,
  ]);
  await commitOrRollback(transaction);
  options.log.warn({ handler: due.handler, eventId: event.id, code: error.code }, 'reaction refused');
}

/** Counts the failure and says when the event is due again; after the last retry it becomes a dead letter. */
async function recordFailure(
  options: ReactionsOptions,
  due: Due,
  event: StoredEvent,
  error: unknown,
): Promise<void> {
  const transaction = await openTransaction(options.db, WORKER_SETTINGS);
  const { tx } = transaction;
  const [cursor] = await tx.query<{ attempts: number }>(
    '/* kit.readAttempts */ SELECT attempts FROM event.cursor WHERE handler = $1 AND aggregate_type = $2 AND aggregate_id = $3',
    [due.handler, due.aggregateType, due.aggregateId],
  );
  const attempts = cursor?.attempts ?? 0;
  const dueAt =
    attempts < RETRIES ? new Date(options.now().getTime() + options.retryBaseMs * 2 ** attempts) : null;
  tx.send('/* kit.fail */ SELECT event.fail($1, $2, $3, $4, $5)', [
    due.handler,
    event.id,
    describe(error),
    options.now(),
    dueAt,
  ]);
  await commitOrRollback(transaction);
  options.log.error(
    { err: error, handler: due.handler, eventId: event.id, attempts: attempts + 1 },
    'reaction failed',
  );
}

/** An error as a dead letter shows it: its message, without the values that a database error quotes. */
export function describe(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return `${code ? `${code}: ` : ''}${message ?? String(error)}`.slice(0, 1000);
}

export async function commitOrRollback(
  transaction: Awaited<ReturnType<typeof openTransaction>>,
): Promise<void> {
  try {
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
