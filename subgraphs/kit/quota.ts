import type { Context, InTransaction } from './context';
import { AppError, type QuotaState } from './errors';

/** What a workspace may use only so much of. */
export const QUOTA_KINDS = [
  'MAX_WORKFLOWS',
  'MAX_EXECUTIONS_PER_DAY',
  'MAX_STORAGE_MB',
  'MAX_API_CALLS_PER_HOUR',
] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];

interface QuotaModel {
  /** What a workspace may use unless a system administrator says otherwise. */
  byDefault: number;
  /** After how long the count begins anew, in milliseconds, at round times in UTC; null: what is given back counts. */
  periodMs: number | null;
  /** How many of what is counted are one of the limit: storage is counted in bytes. */
  unit: number;
  /** How a refusal calls it. */
  words: string;
}

const HOUR_MS = 60 * 60 * 1000;

/** Every quota. */
export const QUOTAS: Readonly<Record<QuotaKind, QuotaModel>> = {
  MAX_WORKFLOWS: { byDefault: 100, periodMs: null, unit: 1, words: 'workflows' },
  MAX_EXECUTIONS_PER_DAY: { byDefault: 10_000, periodMs: 24 * HOUR_MS, unit: 1, words: 'executions a day' },
  MAX_STORAGE_MB: { byDefault: 10_240, periodMs: null, unit: 1_000_000, words: 'MB of storage' },
  MAX_API_CALLS_PER_HOUR: { byDefault: 10_000, periodMs: HOUR_MS, unit: 1, words: 'API calls an hour' },
};

/** When the period began that `now` is in, and when the next one begins. */
export function periodOf(kind: QuotaKind, now: Date): { start: Date; resetAt: Date | null } {
  const { periodMs } = QUOTAS[kind];
  if (periodMs === null) return { start: new Date(0), resetAt: null };
  const start = Math.floor(now.getTime() / periodMs) * periodMs;
  return { start: new Date(start), resetAt: new Date(start + periodMs) };
}

/** The key in Redis under which the API calls of a workspace are counted in the hour of `now`. */
export function apiCallsKeyOf(workspaceId: string, now: Date): string {
  return `quota:calls:${workspaceId}:${periodOf('MAX_API_CALLS_PER_HOUR', now).start.getTime()}`;
}

/** How much of a limit is used, by what was counted. */
export function usedOf(kind: QuotaKind, counted: number): number {
  return Math.ceil(counted / QUOTAS[kind].unit);
}

/** The refusal of a use that goes beyond a quota. */
export function quotaExceeded(kind: QuotaKind, quota: QuotaState): AppError {
  const message = `The workspace may use ${quota.limit} ${QUOTAS[kind].words} and has used ${quota.used}.`;
  return new AppError('QUOTA_EXCEEDED', message, { quota });
}

/**
 * Uses so much of a workspace's quota, in the transaction of the use itself: what is undone was never used, and uses
 * at the same time never add up to more than the limit. A negative amount gives back. The caller must be able to
 * write in the workspace.
 */
export async function useQuota(
  ctx: InTransaction<Context>,
  workspaceId: string,
  kind: QuotaKind,
  amount = 1,
): Promise<void> {
  const { start } = periodOf(kind, ctx.now());
  const [counted] = await ctx.tx.query(
    `/* kit.useQuota */ INSERT INTO access.quota_usage AS u (workspace_id, kind, period_start, used)
     SELECT $1, $2, $3, greatest($4::bigint, 0) WHERE $4::bigint <= ${LIMIT} * $6::bigint
     ON CONFLICT (workspace_id, kind, period_start) DO UPDATE SET used = greatest(u.used + $4::bigint, 0)
     WHERE $4::bigint <= 0 OR u.used + $4::bigint <= ${LIMIT} * $6::bigint RETURNING u.used`,
    [workspaceId, kind, start, amount, QUOTAS[kind].byDefault, QUOTAS[kind].unit],
  );
  if (!counted) throw quotaExceeded(kind, await readQuota(ctx, workspaceId, kind));
}

/** Gives back what was used, as the subgraph's system role: for what goes by itself rather than by somebody's act. */
export async function giveBackQuota(
  ctx: InTransaction<Context>,
  workspaceId: string,
  kind: QuotaKind,
  amount: number,
): Promise<void> {
  await ctx.tx.query(
    `/* kit.giveBackQuota */ UPDATE access.quota_usage AS u SET used = greatest(u.used - $4::bigint, 0)
     WHERE u.workspace_id = $1 AND u.kind = $2 AND u.period_start = $3`,
    [workspaceId, kind, periodOf(kind, ctx.now()).start, amount],
  );
}

/** Throws QUOTA_EXCEEDED unless so much more may be used. Another use may still come first: `useQuota` decides. */
export async function requireQuota(
  ctx: InTransaction<Context>,
  workspaceId: string,
  kind: QuotaKind,
  amount = 1,
): Promise<void> {
  const quota = await readQuota(ctx, workspaceId, kind);
  if (quota.used + Math.ceil(amount / QUOTAS[kind].unit) > quota.limit) throw quotaExceeded(kind, quota);
}

/** The limit of the workspace $1 and the kind $2; $5 is the default. */
const LIMIT =
  'coalesce((SELECT q.quota_limit FROM access.quota q WHERE q.workspace_id = $1 AND q.kind = $2), $5::integer)';

async function readQuota(
  ctx: InTransaction<Context>,
  workspaceId: string,
  kind: QuotaKind,
): Promise<QuotaState> {
  const { start, resetAt } = periodOf(kind, ctx.now());
  const [row] = await ctx.tx.query<{ quotaLimit: number; used: number }>(
    `/* kit.readQuota */ SELECT ${LIMIT} AS quota_limit,
       coalesce((SELECT u.used FROM access.quota_usage u
                 WHERE u.workspace_id = $1 AND u.kind = $2 AND u.period_start = $3), $4::bigint)::float8 AS used`,
    [workspaceId, kind, start, 0, QUOTAS[kind].byDefault],
  );
  return { limit: row!.quotaLimit, used: usedOf(kind, row!.used), resetAt };
}
