import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { forbidden } from '../kit/errors';
import { emit } from '../kit/events';
import { newUuid } from '../kit/ids';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { queryRows } from '../kit/transaction';
import type { ExecutionEntity } from './execution.entity';
import { decideTrigger, MAX_DEPTH } from './execution.policy';
import { isTrigger, type GraphNode } from './graph.logic';
import { matchesMessage, type EventTriggerConfig } from './nodes/trigger.event';
import type { WorkflowContext } from './workflow.loaders';

const PAGE_KEYSET = ['timestamptz', 'uuid'] as const;

/** The runs of a workflow that the caller may see, newest first. */
export async function listExecutions(
  ctx: WorkflowContext,
  workflowId: string,
  args: PageArgs,
): Promise<Connection<ExecutionEntity>> {
  const page = parsePage(args, PAGE_KEYSET);
  const keyset = keysetSql(page, ['created_at', 'id'], { descending: true, firstParameter: 2 });
  const rows = await queryRows<ExecutionEntity>(
    ctx,
    `/* workflow.listExecutions */ SELECT * FROM workflow.execution WHERE workflow_id = $1${keyset.where}${keyset.orderAndLimit}`,
    [workflowId, ...keyset.values],
  );
  return toConnection(rows, page, (row) => [row.createdAt.toISOString(), row.id]);
}

interface Candidate {
  workflowId: string;
  version: number;
  nodes: GraphNode[];
  mayWrite: boolean;
}

/**
 * Queues a run of each deployed workflow of the workspace that a message starts: once per message and workflow,
 * however often the message is delivered. The run and its place in the engine's queue are committed together.
 */
export async function startTriggeredWorkflows(
  ctx: InTransaction<WorkflowContext>,
  event: StoredEvent<'chat.message.sent'>,
): Promise<void> {
  const decision = decideTrigger(event.payload);
  if (decision === 'IGNORE') return;
  for (const candidate of await findCandidates(ctx, event)) {
    const trigger = candidate.nodes.find(isTrigger)!;
    if (!matchesMessage(trigger.config as EventTriggerConfig, event.payload.body)) continue;
    if (!candidate.mayWrite) throw forbidden('The author may no longer write in the chat.');
    const executionId = queue(ctx, event, candidate, trigger.id);
    if (decision === 'START') {
      ctx.tx.send('/* workflow.enqueueExecution */ SELECT workflow.enqueue_execution($1)', [executionId]);
    } else {
      const error = `LOOP_LIMIT: ${MAX_DEPTH} runs lie between a person's act and this one.`;
      emit(ctx, {
        type: 'execution.failed',
        ...placeOf(event),
        aggregateId: executionId,
        payload: { error },
      });
    }
  }
}

function findCandidates(
  ctx: InTransaction<WorkflowContext>,
  event: StoredEvent<'chat.message.sent'>,
): Promise<Candidate[]> {
  return ctx.tx.query<Candidate>(
    `/* workflow.findTriggered */ SELECT w.id AS workflow_id, d.version, d.nodes,
       EXISTS (SELECT 1 FROM access.writable a WHERE a.scope_id = $3) AS may_write
     FROM workflow.workflow w
     JOIN workflow.deployment d ON d.workflow_id = w.id AND d.version = w.deployed_version
     WHERE w.workspace_id = $1 AND w.deployed_version IS NOT NULL AND d.workspace_id = $1 AND d.trigger_event = $2
       AND NOT EXISTS (SELECT 1 FROM workflow.execution x WHERE x.workflow_id = w.id AND x.trigger_event_id = $4)
     ORDER BY w.id`,
    [event.workspaceId, event.type, event.scopeId, event.id],
  );
}

const placeOf = (event: StoredEvent) => ({
  workspaceId: event.workspaceId,
  scopeId: event.scopeId,
  causationId: event.id,
});

function queue(
  ctx: InTransaction<WorkflowContext>,
  event: StoredEvent<'chat.message.sent'>,
  candidate: Candidate,
  triggerId: string,
): string {
  const { aggregateId } = emit(ctx, {
    type: 'execution.queued',
    aggregateId: newUuid(),
    ...placeOf(event),
    payload: {
      workflowId: candidate.workflowId,
      deploymentVersion: candidate.version,
      triggerEventId: event.id,
      idempotencyKey: `evt:${event.id}:${triggerId}`,
      depth: event.payload.depth + 1,
    },
  });
  return aggregateId;
}
