import type { StoredEvent } from '../../schema/events';
import type { Context, InTransaction } from './context';
import { newUuid } from './ids';

/** What an entry of the audit log is about: an aggregate's or entity's type in lower case, and its uuid. */
export interface AuditTarget {
  type: string;
  id: string;
}

/** An entry of the audit log; who, when and from where follow from the context. */
export interface AuditEntry {
  /** The event's type, the mutation's name, or `admin.read`. */
  action: string;
  outcome: 'SUCCESS' | 'FAILURE';
  /** Why it was refused. */
  reason?: string;
  /** The first is the target; the workspace, where it is not given, is that of the first that the caller may see. */
  targets: readonly AuditTarget[];
  workspaceId?: string | null;
  /** Whom the act is about, where that is another than the target. */
  subjectId?: string | null;
}

const COLUMNS = `id, action, outcome, reason, occurred_at, actor_id, api_key_id, ip, user_agent, target_type, target_id,
  subject_id, correlation_id, workspace_id`;
const ADD = `/* kit.audit */ INSERT INTO access.audit_entry (${COLUMNS})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** Finds the workspace of things by what the caller may see: a claim about a foreign one finds none. */
const ADD_AND_FIND = `/* kit.auditAndFind */ INSERT INTO access.audit_entry (${COLUMNS})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, (
    SELECT found.workspace_id FROM (
      SELECT s.workspace_id FROM access.scope s WHERE s.scope_id = ANY ($15::uuid[])
      UNION ALL
      SELECT e.workspace_id FROM unnest($14::text[], $15::uuid[]) AS g (type, id)
      JOIN event.store e ON e.aggregate_type = g.type AND e.aggregate_id = g.id AND e.version = 1
    ) found LIMIT 1))`;

/** Writes the entry of an event that is marked `audited`, in the transaction that records it. */
export function auditEvent(ctx: InTransaction<Context>, event: StoredEvent): void {
  const { userId } = event.payload as { userId?: string };
  const target = { type: event.aggregateType, id: event.aggregateId };
  const { type: action, workspaceId } = event;
  const subjectId = userId === target.id ? null : userId;
  addEntry(ctx, { action, outcome: 'SUCCESS', targets: [target], workspaceId, subjectId });
}

/** Writes an entry in the transaction that `ctx` carries. */
export function addEntry(ctx: InTransaction<Context>, entry: AuditEntry): void {
  const { targets, workspaceId } = entry;
  if (workspaceId !== undefined) return ctx.tx.send(ADD, [...valuesOf(ctx, entry), workspaceId]);
  const types = targets.map(({ type }) => type);
  const ids = targets.map(({ id }) => id);
  ctx.tx.send(ADD_AND_FIND, [...valuesOf(ctx, entry), types, ids]);
}

function valuesOf(ctx: Context, entry: AuditEntry): unknown[] {
  const { principal, origin } = ctx;
  const [target] = entry.targets;
  return [
    ...[newUuid(), entry.action, entry.outcome, entry.reason ?? null, ctx.now()],
    ...[principal.userId, (principal.kind === 'user' && principal.apiKey?.id) || null],
    ...[origin.ip, origin.userAgent, target?.type ?? null, target?.id ?? null],
    ...[entry.subjectId ?? null, ctx.correlationId],
  ];
}
