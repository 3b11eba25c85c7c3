import type { EventType, StoredEvent } from '../../schema/events';
import { type Context, createContext, type Database, type InTransaction, type Principal } from './context';
import { AppError } from './errors';
import { principalOf } from './actor';
import type { Logger } from './logger';
import type { SubgraphManifest } from './subgraph';
import {
  NOBODY,
  isPassing,
  openTransaction,
  ringDoorbells,
  settingsOf,
  type OpenTransaction,
} from './transaction';
import { lock, ofOneActor, readPending, type Due } from './wake-ups';

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

const BATCH = 100;
const BATCH_MS = 50;
const RETRIES = 5;

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

/**
 * Lets one handler work off one aggregate's events in order, as their actors; effects and cursor are committed
 * together. Resolves to whether anything was done: not while another worker has the aggregate, nor before a failed
 * event is due again. An event whose handler fails is tried again with growing delays, then becomes a dead letter.
 */
export async function react(options: ReactionsOptions, due: Due, limit = BATCH): Promise<boolean> {
  const handler = options.handlers.get(due.handler)!;
  const transaction = await openTransaction(options.db, NOBODY);
  const { tx } = transaction;
  const progress = { index: 0, event: null as StoredEvent | null };
  try {
    // Sent together and answered in order: the events are read behind the lock, in a statement of their own.
    const [isLocked, pending] = await Promise.all([
      lock(tx, due),
      readPending(tx, due, options.now(), limit),
    ]);
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
    tx.actAs(null, NOBODY);
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

interface Reaction {
  options: ReactionsOptions;
  handler: Handler;
  tx: OpenTransaction;
  principal: Principal;
}

/** Runs the handler as the subgraph, or as its system role where the manifest says so, for the event's actor. */
export async function reactTo(
  { options, handler, tx, principal }: Reaction,
  event: StoredEvent,
): Promise<void> {
  const { manifest } = handler;
  const role = `tributary_${manifest.name}`;
  const isSystem = manifest.reactsAsSystem?.includes(event.type) ?? false;
  tx.actAs(isSystem ? `${role}_system` : role, settingsOf(principal, event.correlationId));
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
  if (!progress.event || isPassing(error)) throw error;
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
  const isRecorded = await recordOutcome(options, due, event, (tx) => {
    tx.send('/* kit.refuse */ SELECT event.refuse($1, $2, $3, $4)', [
      due.handler,
      event.id,
      `${error.code}: ${error.message}`,
      options.now(),
    ]);
    tx.send('/* kit.advance */ SELECT event.advance($1, $2, $3, $4)', [
      due.handler,
      due.aggregateType,
      due.aggregateId,
      event.version,
    ]);
  });
  if (!isRecorded) return;
  options.log.warn({ handler: due.handler, eventId: event.id, code: error.code }, 'reaction refused');
}

/** Counts the failure and says when the event is due again; after the last retry it becomes a dead letter. */
async function recordFailure(
  options: ReactionsOptions,
  due: Due,
  event: StoredEvent,
  error: unknown,
): Promise<void> {
  let attempts = 0;
  const isRecorded = await recordOutcome(options, due, event, async (tx) => {
    const [cursor] = await tx.query<{ attempts: number }>(
      '/* kit.readAttempts */ SELECT attempts FROM event.cursor WHERE handler = $1 AND aggregate_type = $2 AND aggregate_id = $3',
      [due.handler, due.aggregateType, due.aggregateId],
    );
    attempts = cursor?.attempts ?? 0;
    const delay = options.retryBaseMs * 2 ** attempts;
    const dueAt = attempts < RETRIES ? new Date(options.now().getTime() + delay) : null;
    tx.send('/* kit.fail */ SELECT event.fail($1, $2, $3, $4, $5)', [
      due.handler,
      event.id,
      describe(error),
      options.now(),
      dueAt,
    ]);
  });
  if (!isRecorded) return;
  const details = { err: error, handler: due.handler, eventId: event.id, attempts: attempts + 1 };
  options.log.error(details, 'reaction failed');
}

/**
 * Records what became of an event, in a transaction of its own; answers whether it did. Between the rollback and this
 * the aggregate was nobody's: what another worker has done with the event since, counts instead.
 */
async function recordOutcome(
  options: ReactionsOptions,
  due: Due,
  event: StoredEvent,
  record: (tx: OpenTransaction) => void | Promise<void>,
): Promise<boolean> {
  const transaction = await openTransaction(options.db, NOBODY);
  const { tx } = transaction;
  try {
    const [isLocked, [next]] = await Promise.all([lock(tx, due), readPending(tx, due, options.now(), 1)]);
    const isOurs = isLocked && next?.event.id === event.id;
    if (isOurs) await record(tx);
    await transaction.commit();
    return isOurs;
  } catch (failure) {
    await transaction.rollback();
    throw failure;
  }
}

/** An error as a dead letter shows it: its message, without the row that a database error comes with. */
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
