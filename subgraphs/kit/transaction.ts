import type { Socket } from 'node:net';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { PoolClient, QueryResult } from 'pg';
import type { StoredEvent } from '../../schema/events';
import { toRows } from '../../db/rows';
import { audienceSettings, boundBy } from './audience';
import type { Context, Database, InTransaction, Principal, Transaction } from './context';
import type { Doorbells } from './doorbells';
import { ownTopicOf } from './events';
import { markCommitted } from './marks';
import { AppError } from './errors';
import { isSystemAdmin, SYSTEM_ADMIN } from './permission';
import { countedBy, statementName } from './statements';

export interface TransactionOptions {
  /** Act across tenants, as `<subgraph>_system`; its policies name what it may touch. The use is logged. */
  as?: 'system';
  /** Why; required with `as`. */
  reason?: string;
  readOnly?: boolean;
  /** Refuses statements before they are sent, by throwing. */
  inspect?: (statement: string) => void;
}

const RETRIES = 5;
const RETRYABLE = new Set(['40001', '40P01']);
/** A policy of the database refuses a row that the use case allowed. */
const REFUSED_ROW = '42501';
const ABORTED = '25P02';
/** 08P01 is no lost connection but a fault of ours, such as a parameter too many. */
const UNREACHABLE = /^(08(?!P01)|57P0|53300)|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT/;

/**
 * Runs a use case in one transaction. State, events and outbox are committed together or not at all; doorbells ring
 * after the commit. Inside a transaction that `ctx` already carries, it joins, with that one's rights. Serialization failures and deadlocks
 * are retried, so `fn` may run more than once and must not act outside of the transaction. So is, once, what row-level
 * security refused: permission was taken away while `fn` ran, and the next time it says so itself.
 */
export async function inTransaction<C extends Context, R>(
  ctx: C,
  fn: (ctx: InTransaction<C>) => Promise<R>,
  options: TransactionOptions = {},
): Promise<R> {
  if (ctx.tx) return fn(ctx as InTransaction<C>);
  const bound = countedBy(ctx.statements, boundBy(ctx.principal, options));
  if (options.as) ctx.log.info({ reason: options.reason, actor: ctx.principal.userId }, 'acting as system');
  for (let attempt = 1; ; attempt++) {
    const transaction = await openTransaction(ctx.db, settingsOf(ctx.principal, ctx.correlationId), bound);
    try {
      const result = await fn({ ...ctx, tx: transaction.tx });
      await transaction.commit();
      ringDoorbells(ctx.db.doorbells, transaction.tx.recorded);
      return result;
    } catch (error) {
      await transaction.rollback();
      if (attempt > retriesOf(error)) throw toBusy(error);
    }
  }
}

/** Runs one reading statement as the caller; in its own transaction (one round trip) unless `ctx` carries one. */
export async function queryRows<R extends object>(
  ctx: Context,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  if (ctx.tx) return ctx.tx.query<R>(text, values);
  return inTransaction(ctx, ({ tx }) => readAndCommit<R>(tx as OpenTransaction, text, values), {
    readOnly: true,
  });
}

/** The settings that row-level security reads, as values of app.user_id, role, audience, correlation_id, workspace_id. */
export function settingsOf(principal: Principal, correlationId: string): string[] {
  if (principal.kind === 'audience') return audienceSettings(principal, correlationId);
  if (principal.kind === 'service') {
    const role = principal.service === 'gateway' && principal.userId === null ? 'gateway' : 'service';
    return [principal.userId ?? '', role, principal.scopeId ?? '', correlationId, ''];
  }
  const role = isSystemAdmin(principal) ? SYSTEM_ADMIN : 'user';
  return [principal.userId, role, '', correlationId, principal.apiKey?.workspaceId ?? ''];
}

/** The settings of a worker that acts for nobody yet. */
export const NOBODY: string[] = ['', '', '', '', ''];

/** Tells whoever listens that topics have moved. Never waits and never fails. */
export function ringDoorbells(doorbells: Doorbells, events: readonly StoredEvent[]): void {
  if (events.length === 0) return;
  const heads = new Map(events.map((event) => [ownTopicOf(event), event.version]));
  for (const [topic, seq] of heads) if (topic !== null) doorbells.ring(`live.${topic}`, { topic, seq });
  doorbells.ring('outbox', {});
  markCommitted(doorbells, events);
}

const SET =
  "/* kit.settings */ SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true), set_config('app.audience', $3, true), set_config('app.correlation_id', $4, true), set_config('app.workspace_id', $5, true)";

/** What only the kit sees of a transaction. */
export interface OpenTransaction extends Transaction {
  /** Sends COMMIT with what is queued before it, once. */
  end(): Promise<void>;
  /** Acts as a subgraph's role for whoever caused an event; null returns to the login role. */
  actAs(role: string | null, settings: string[]): void;
  /** Appends what was recorded since the last time. */
  append(): void;
  /** Waits for what was sent; fails with the first statement that failed. */
  settle(): Promise<void>;
}

interface TransactionHandle {
  tx: OpenTransaction;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Opens a transaction on a connection of its own. The caller must end it by commit or rollback. */
export async function openTransaction(
  db: Pick<Database, 'name' | 'dataSource'>,
  settings: string[],
  options: TransactionOptions = {},
): Promise<TransactionHandle> {
  const runner = db.dataSource.createQueryRunner();
  let client: PoolClient;
  try {
    client = (await runner.connect()) as PoolClient;
  } catch (error) {
    await runner.release();
    throw toBusy(error);
  }
  const tx = new PipelinedTransaction(runner, client, options.inspect);
  tx.send(options.readOnly ? '/* kit.beginRead */ BEGIN READ ONLY' : '/* kit.begin */ BEGIN');
  if (options.as === 'system') tx.send(`/* kit.system */ SET LOCAL ROLE ${db.name}_system`);
  tx.send(SET, settings);
  return { tx, commit: () => tx.commit(), rollback: () => tx.rollback() };
}

function readAndCommit<R extends object>(tx: OpenTransaction, text: string, values: readonly unknown[]) {
  const rows = tx.query<R>(text, values);
  // Queued behind the statement, so that the whole read is one round trip.
  void tx.end().catch(() => undefined);
  return rows;
}

class PipelinedTransaction implements OpenTransaction {
  readonly recorded: StoredEvent[] = [];
  private appended = 0;
  private readonly pending: Promise<unknown>[] = [];
  private ending: Promise<void> | null = null;
  private released = false;
  private isGathering = false;
  private failure: unknown;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly inspect?: (statement: string) => void,
  ) {
    // TypeORM must not begin or commit on its own inside of the queued BEGIN.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async query<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return toRows<R>((await this.run(text, values)).rows as object[]);
  }

  send(text: string, values: readonly unknown[] = []): void {
    const sent = this.run(text, values);
    sent.catch(() => undefined);
    this.pending.push(sent);
  }

  actAs(role: string | null, settings: string[]): void {
    this.send(role === null ? '/* kit.resetRole */ RESET ROLE' : `/* kit.actAs */ SET LOCAL ROLE ${role}`);
    this.send(SET, settings);
  }

  append(): void {
    const events = this.recorded.slice(this.appended);
    if (events.length === 0) return;
    this.appended = this.recorded.length;
    const appended = this.run('/* kit.append */ SELECT * FROM event.append($1::jsonb)', [
      JSON.stringify(events),
    ]);
    this.pending.push(
      appended.then(({ rows }) => {
        rows.forEach((row: { version: string }, i) => (events[i]!.version = Number(row.version)));
      }),
    );
    this.pending.at(-1)!.catch(() => undefined);
  }

  async commit(): Promise<void> {
    if (!this.ending) {
      this.append();
      await this.end();
    } else {
      await this.ending;
    }
    await this.release();
  }

  async settle(): Promise<void> {
    await Promise.all(this.pending);
  }

  end(): Promise<void> {
    this.ending ??= this.sendCommit();
    return this.ending;
  }

  async rollback(): Promise<void> {
    if (this.released) return;
    await this.run('/* kit.rollback */ ROLLBACK', []).catch(() => undefined);
    await Promise.allSettled(this.pending);
    await this.release();
  }

  private async sendCommit(): Promise<void> {
    const committed = this.run('/* kit.commit */ COMMIT', []);
    committed.catch(() => undefined);
    await Promise.all(this.pending);
    // A failed transaction answers COMMIT with the tag ROLLBACK and no error.
    const { command } = await committed;
    if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`);
  }

  /** Statements behind one that failed fail for its reason: it may be that nobody waits for that one. */
  private async run(text: string, values: readonly unknown[]): Promise<QueryResult> {
    this.inspect?.(text);
    this.gather();
    try {
      return await this.client.query({ name: statementName(text), text, values: values as unknown[] });
    } catch (error) {
      if ((error as { code?: string }).code !== ABORTED) this.failure = error;
      throw this.failure ?? error;
    }
  }

  /** What is sent in one tick leaves in one write. */
  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = (this.client as PoolClient & { connection: { stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  private async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    Object.assign(this.runner, { isTransactionActive: false, transactionDepth: 0 });
    await this.runner.release();
  }
}

/** Whether an error says nothing about the work: a conflict between transactions, or a database that is away. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'SERVICE_BUSY';
  return isConflict(error) || isUnreachable(error);
}

function retriesOf(error: unknown): number {
  if (isConflict(error)) return RETRIES;
  return (error as { code?: string }).code === REFUSED_ROW ? 1 : 0;
}

function isConflict(error: unknown): boolean {
  return RETRYABLE.has((error as { code?: string }).code ?? '');
}

function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    UNREACHABLE.test(code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(message ?? '')
  );
}

/** A database that cannot be reached is SERVICE_BUSY; every other error stays what it is. */
function toBusy(error: unknown): unknown {
  if (!isUnreachable(error)) return error;
  return new AppError('SERVICE_BUSY', 'The database is busy or restarting; try again.', {
    retryAfterMs: 1000,
  });
}
