import type { AuditEventFilter } from '../../schema/generated/identity';
import { badInput, forbidden, notFound } from '../kit/errors';
import { fromGlobalId, tryFromGlobalId } from '../kit/ids';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { isSystemAdmin } from '../kit/permission';
import { queryRows } from '../kit/transaction';
import { AUDIT_COLUMNS, type AuditEventRow } from './audit.entity';
import { refuseLog, seesLog } from './audit.policy';
import type { IdentityContext } from './identity.loaders';

interface AuditArgs extends PageArgs {
  workspaceId?: string | null;
  filter?: AuditEventFilter | null;
}

const MAX_TEXTS = 100;

/** $1 the workspace or null, then the filter's values, null where it asks for nothing. */
const MATCHING = `FROM access.audit_entry a
  WHERE ($1::uuid IS NULL OR a.workspace_id = $1)
    AND ($2::text IS NULL OR lower(a.action) = lower($2))
    AND ($3::text[] IS NULL OR lower(a.action) = ANY ($3))
    AND ($4::text IS NULL OR strpos(lower(a.action), lower($4)) > 0)
    AND ($5::text IS NULL OR starts_with(lower(a.action), lower($5)))
    AND ($6::uuid IS NULL OR a.actor_id = $6)
    AND ($7::text IS NULL OR a.outcome = $7)
    AND ($8::timestamptz IS NULL OR a.occurred_at >= $8)
    AND ($9::timestamptz IS NULL OR a.occurred_at < $9)`;
const MATCHING_PARAMETERS = 9;

/** The audit log of a workspace or, for system administrators, of the platform, newest first. */
export async function listAuditEvents(
  ctx: IdentityContext,
  args: AuditArgs,
): Promise<Connection<AuditEventRow>> {
  const page = parsePage(args, ['timestamptz', 'uuid']);
  const workspaceId = await requireLog(ctx, args.workspaceId ?? null);
  const sql = keysetSql(page, ['a.occurred_at', 'a.id'], {
    descending: true,
    firstParameter: MATCHING_PARAMETERS + 1,
  });
  const rows = await queryRows<AuditEventRow>(
    ctx,
    `/* identity.listAuditEvents */ SELECT ${AUDIT_COLUMNS} ${MATCHING}${sql.where}${sql.orderAndLimit}`,
    [workspaceId, ...filterValues(args.filter ?? {}), ...sql.values],
  );
  return toConnection(rows, page, ({ occurredAt, id }) => [occurredAt.toISOString(), id]);
}

/** The workspace's uuid, where its log is the caller's to read; null for the platform's. */
async function requireLog(ctx: IdentityContext, globalId: string | null): Promise<string | null> {
  const workspaceId = globalId === null ? null : tryFromGlobalId('Workspace', globalId);
  if (globalId !== null && workspaceId === null) throw notFound('Workspace', 'workspaceId');
  const [own] = await queryRows<{ role: string }>(
    ctx,
    `/* identity.findOwnRole */ SELECT m.role FROM access.mine m WHERE m.scope_id = $1 AND m.kind = 'workspace'`,
    [workspaceId],
  );
  const reader = { isSystemAdmin: isSystemAdmin(ctx.principal), workspaceRole: own?.role ?? null };
  if (!seesLog(reader, workspaceId)) throw notFound('Workspace', 'workspaceId');
  const refusal = refuseLog(reader, workspaceId);
  if (refusal) throw forbidden(refusal.message, refusal.requiredRole);
  return workspaceId;
}

function filterValues({ action, actorId, outcome, since, until }: AuditEventFilter): unknown[] {
  const actor = actorId == null ? null : fromGlobalId('User', actorId, 'filter', 'actorId');
  return [...textValues(action), actor, outcome ?? null, since ?? null, until ?? null];
}

function textValues(action: AuditEventFilter['action']): unknown[] {
  const { eq = null, contains = null, startsWith = null, in: among = null } = action ?? {};
  if (among && among.length > MAX_TEXTS)
    throw badInput(`in must have at most ${MAX_TEXTS} entries`, 'filter');
  const texts = [eq, contains, startsWith, ...(among ?? [])];
  // The database can keep neither, so no action holds them.
  if (texts.some((text) => text != null && /[\0\p{Surrogate}]/u.test(text))) {
    throw badInput('texts must be well-formed', 'filter', 'action');
  }
  const lower = among && among.map((text) => text.toLowerCase());
  return [eq, lower, contains, startsWith];
}
