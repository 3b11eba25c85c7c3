/** An entry of the audit log, which the kit writes for every subgraph. */
export interface AuditEventRow {
  id: string;
  action: string;
  outcome: 'SUCCESS' | 'FAILURE';
  reason: string | null;
  occurredAt: Date;
  actorId: string | null;
  apiKeyId: string | null;
  ip: string | null;
  userAgent: string | null;
  targetType: string | null;
  targetId: string | null;
  subjectId: string | null;
  workspaceId: string | null;
  correlationId: string;
}

/** What is read of an entry `a`. */
export const AUDIT_COLUMNS =
  'a.id, a.action, a.outcome, a.reason, a.occurred_at, a.actor_id, a.api_key_id, a.ip, a.user_agent, a.target_type, a.target_id, a.subject_id, a.workspace_id, a.correlation_id';
