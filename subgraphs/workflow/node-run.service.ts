import type { InTransaction } from '../kit/context';
import { emit } from '../kit/events';
import type { ExecutionEntity } from './execution.entity';
import { hasEnded } from './execution.policy';
import { isTrigger, wavesOf, type GraphEdge, type GraphNode } from './graph.logic';
import type { NodeRunEntity } from './node-run.entity';
import type { WorkflowContext } from './workflow.loaders';

type RunContext = InTransaction<WorkflowContext>;

/** Where a run happens; what its events are filed under. */
export interface Run {
  executionId: string;
  workspaceId: string;
  scopeId: string;
}

/** What a run has to do: the frozen graph, in waves. */
export interface RunPlan {
  run: Run;
  nodes: GraphNode[];
  waves: string[][];
}

/** How a node stands when somebody is about to run it. */
export type NodeStart =
  | { state: 'RUN'; attempt: number; eventId: string }
  | { state: 'COMPLETED' }
  | { state: 'FAILED'; error: string };

/*
 * Each of these may be called again after its effect was committed, by whoever recovers a run. They look at the row
 * under its lock first, so that the events of a run are written once.
 */

/** Begins a run and answers its plan, from the deployment that it was queued with; null when the run is gone. */
export async function beginExecution(ctx: RunContext, executionId: string): Promise<RunPlan | null> {
  const [row] = await ctx.tx.query<ExecutionEntity & { nodes: GraphNode[]; edges: GraphEdge[] }>(
    `/* workflow.lockExecution */ SELECT x.*, d.nodes, d.edges FROM workflow.execution x
     JOIN workflow.deployment d ON d.workflow_id = x.workflow_id AND d.version = x.deployment_version
     WHERE x.id = $1 FOR NO KEY UPDATE OF x`,
    [executionId],
  );
  if (!row) return null;
  const run = { executionId, workspaceId: row.workspaceId, scopeId: row.scopeId };
  if (row.status === 'QUEUED') {
    emit(ctx, { type: 'execution.started', ...filedUnder(run), payload: {} });
    // A trigger has done its part when the run is there.
    for (const { id, type } of row.nodes.filter(isTrigger)) {
      emit(ctx, {
        type: 'execution.node.started',
        ...filedUnder(run),
        payload: { nodeId: id, type, attempt: 1 },
      });
      emit(ctx, { type: 'execution.node.completed', ...filedUnder(run), payload: { nodeId: id } });
    }
  }
  const triggers = new Set(row.nodes.filter(isTrigger).map((node) => node.id));
  const waves = wavesOf(row).map((wave) => wave.filter((id) => !triggers.has(id)));
  return { run, nodes: row.nodes, waves: waves.filter((wave) => wave.length > 0) };
}

/** Notes that a node is tried, unless it has ended already. */
export async function startNode(ctx: RunContext, run: Run, node: GraphNode): Promise<NodeStart> {
  const row = await lockNodeRun(ctx, run, node.id);
  if (row?.status === 'COMPLETED') return { state: 'COMPLETED' };
  if (row?.status === 'FAILED') return { state: 'FAILED', error: row.error ?? '' };
  const attempt = (row?.attempts ?? 0) + 1;
  const payload = { nodeId: node.id, type: node.type, attempt };
  const { id } = emit(ctx, { type: 'execution.node.started', ...filedUnder(run), payload });
  return { state: 'RUN', attempt, eventId: id };
}

/** Notes that a node is done, once. */
export async function completeNode(ctx: RunContext, run: Run, nodeId: string): Promise<void> {
  const row = await lockNodeRun(ctx, run, nodeId);
  if (!row || hasEnded(row.status)) return;
  emit(ctx, { type: 'execution.node.completed', ...filedUnder(run), payload: { nodeId } });
}

/** Notes that a node has failed for good, once. */
export async function failNode(ctx: RunContext, run: Run, nodeId: string, error: string): Promise<void> {
  const row = await lockNodeRun(ctx, run, nodeId);
  if (!row || hasEnded(row.status)) return;
  emit(ctx, { type: 'execution.node.failed', ...filedUnder(run), payload: { nodeId, error } });
}

/** Ends a run, once: well, or with an error. */
export async function endExecution(ctx: RunContext, run: Run, error: string | null): Promise<void> {
  const [row] = await ctx.tx.query<Pick<ExecutionEntity, 'status'>>(
    '/* workflow.lockStatus */ SELECT status FROM workflow.execution WHERE id = $1 FOR NO KEY UPDATE',
    [run.executionId],
  );
  if (!row || hasEnded(row.status)) return;
  if (error === null) emit(ctx, { type: 'execution.completed', ...filedUnder(run), payload: {} });
  else emit(ctx, { type: 'execution.failed', ...filedUnder(run), payload: { error } });
}

const filedUnder = (run: Run) => ({
  aggregateId: run.executionId,
  workspaceId: run.workspaceId,
  scopeId: run.scopeId,
});

async function lockNodeRun(ctx: RunContext, run: Run, nodeId: string): Promise<NodeRunEntity | undefined> {
  const [row] = await ctx.tx.query<NodeRunEntity>(
    '/* workflow.lockNodeRun */ SELECT * FROM workflow.node_run WHERE execution_id = $1 AND node_id = $2 FOR NO KEY UPDATE',
    [run.executionId, nodeId],
  );
  return row;
}
