import type { SetWorkspaceQuotaInput } from '../../schema/generated/workspace';
import { badInput, forbidden, notFound } from '../kit/errors';
import { emit } from '../kit/events';
import { fromGlobalId } from '../kit/ids';
import { apiCallsKeyOf, periodOf, QUOTA_KINDS, QUOTAS, usedOf, type QuotaKind } from '../kit/quota';
import { inTransaction, queryRows } from '../kit/transaction';
import { faultOfLimit, maySetQuotas, QUOTA_ROLE } from './quota.policy';
import type { WorkspaceContext } from './workspace.loaders';

/** What a workspace may use of something, and what it has used. */
export interface WorkspaceQuotaRow {
  kind: QuotaKind;
  limit: number;
  /** Null while it cannot be told. */
  used: number | null;
  resetAt: Date | null;
}

interface CountedRow {
  kind: QuotaKind;
  quotaLimit: number | null;
  used: number | null;
}

/** Every quota of a workspace that the caller may see. */
export async function listQuotas(ctx: WorkspaceContext, workspaceId: string): Promise<WorkspaceQuotaRow[]> {
  const starts = QUOTA_KINDS.map((kind) => periodOf(kind, ctx.now()).start);
  const [rows, calls] = await Promise.all([
    queryRows<CountedRow>(
      ctx,
      `/* workspace.readQuotas */ SELECT k.kind, q.quota_limit, u.used::float8 AS used
       FROM unnest($2::text[], $3::timestamptz[]) AS k (kind, period_start)
       LEFT JOIN access.quota q ON q.workspace_id = $1 AND q.kind = k.kind
       LEFT JOIN access.quota_usage u ON u.workspace_id = $1 AND u.kind = k.kind AND u.period_start = k.period_start`,
      [workspaceId, QUOTA_KINDS, starts],
    ),
    countCalls(ctx, workspaceId),
  ]);
  return rows.map(({ kind, quotaLimit, used }) => {
    const limit = quotaLimit ?? QUOTAS[kind].byDefault;
    const { resetAt } = periodOf(kind, ctx.now());
    if (kind !== 'MAX_API_CALLS_PER_HOUR') return { kind, limit, used: usedOf(kind, used ?? 0), resetAt };
    // Calls that were refused are counted too.
    return { kind, limit, used: calls && Math.min(calls, limit), resetAt };
  });
}

/** Gateways count calls in Redis. */
async function countCalls(ctx: WorkspaceContext, workspaceId: string): Promise<number | null> {
  try {
    const redis = ctx.db.doorbells.commands();
    return redis && Number((await redis.get(apiCallsKeyOf(workspaceId, ctx.now()))) ?? 0);
  } catch (error) {
    ctx.log.warn({ err: error }, 'API calls cannot be counted');
    return null;
  }
}

/** Sets what a workspace may use of something; null gives it the platform's default. */
export async function setWorkspaceQuota(
  ctx: WorkspaceContext,
  input: SetWorkspaceQuotaInput,
): Promise<{ quota: WorkspaceQuotaRow }> {
  const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
  if (!maySetQuotas(ctx.principal))
    throw forbidden('Only system administrators set what workspaces may use.', QUOTA_ROLE);
  const { kind } = input;
  const limit = input.limit ?? null;
  const fault = limit === null ? null : faultOfLimit(limit);
  if (fault) throw badInput(fault, 'limit');
  const quotas = await inTransaction(
    ctx,
    async (tx) => {
      const found = await tx.tx.query(
        '/* workspace.findForQuota */ SELECT 1 FROM workspace.workspace w WHERE w.id = $1 FOR NO KEY UPDATE',
        [workspaceId],
      );
      if (found.length === 0) throw notFound('Workspace', 'workspaceId');
      const place = { aggregateId: workspaceId, workspaceId, scopeId: workspaceId };
      emit(tx, { ...place, type: 'workspace.quota.changed', payload: { kind, limit } });
      return listQuotas(tx, workspaceId);
    },
    { as: 'system', reason: 'set the quota of a workspace' },
  );
  return { quota: quotas.find((quota) => quota.kind === kind)! };
}
