import type { Projections } from '../kit/context';

/** How runs, and what each node did in them, follow from their events. */
export const executionProjections = {
  'execution.queued': (send, event) =>
    send(
      `/* workflow.projectQueued */ INSERT INTO workflow.execution
         (id, workspace_id, scope_id, creator_id, workflow_id, deployment_version, status, idempotency_key,
          trigger_event_id, queued_event_id, depth, correlation_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'QUEUED', $7, $8, $9, $10, $11, $12)`,
      [
        event.aggregateId,
        event.workspaceId,
        event.scopeId,
        event.actorId,
        event.payload.workflowId,
        event.payload.deploymentVersion,
        event.payload.idempotencyKey,
        event.payload.triggerEventId,
        event.id,
        event.payload.depth,
        event.correlationId,
        event.occurredAt,
      ],
    ),
  'execution.started': (send, { aggregateId, occurredAt }) =>
    send(
      `/* workflow.projectStarted */ UPDATE workflow.execution SET status = 'RUNNING', started_at = $2 WHERE id = $1`,
      [aggregateId, occurredAt],
    ),
  'execution.node.started': (send, { aggregateId, workspaceId, scopeId, actorId, payload, occurredAt }) =>
    send(
      `/* workflow.projectNodeStarted */ INSERT INTO workflow.node_run
         (execution_id, node_id, workspace_id, scope_id, creator_id, type, status, attempts, started_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'RUNNING', $7, $8)
       ON CONFLICT (execution_id, node_id) DO UPDATE SET attempts = excluded.attempts`,
      [aggregateId, payload.nodeId, workspaceId, scopeId, actorId, payload.type, payload.attempt, occurredAt],
    ),
  'execution.node.completed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workflow.projectNodeCompleted */ UPDATE workflow.node_run SET status = 'COMPLETED', ended_at = $3
       WHERE execution_id = $1 AND node_id = $2`,
      [aggregateId, payload.nodeId, occurredAt],
    ),
  'execution.node.failed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workflow.projectNodeFailed */ UPDATE workflow.node_run SET status = 'FAILED', error = $3, ended_at = $4
       WHERE execution_id = $1 AND node_id = $2`,
      [aggregateId, payload.nodeId, payload.error, occurredAt],
    ),
  'execution.completed': (send, { aggregateId, occurredAt }) =>
    send(
      `/* workflow.projectCompleted */ UPDATE workflow.execution SET status = 'COMPLETED', ended_at = $2 WHERE id = $1`,
      [aggregateId, occurredAt],
    ),
  'execution.failed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workflow.projectFailed */ UPDATE workflow.execution SET status = 'FAILED', error = $2, ended_at = $3
       WHERE id = $1`,
      [aggregateId, payload.error, occurredAt],
    ),
} satisfies Projections;
