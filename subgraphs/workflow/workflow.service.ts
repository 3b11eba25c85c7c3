import type { StoredEvent } from '../../schema/events';
import type { CreateWorkflowInput, DeployWorkflowInput } from '../../schema/generated/workflow';
import type { InTransaction } from '../kit/context';
import { badInput, conflict, enforce, notFound, onUniqueViolation, requireVersion } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { fromGlobalId, newUuid } from '../kit/ids';
import { once } from '../kit/idempotency';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { isReadOnly, isSystemAdmin } from '../kit/permission';
import { useQuota } from '../kit/quota';
import { inTransaction, queryRows } from '../kit/transaction';
import { problemOfGraph, type GraphEdge, type GraphNode } from './graph.logic';
import { problemOfNode } from './node.logic';
import type { WorkflowEntity } from './workflow.entity';
import type { WorkflowContext } from './workflow.loaders';
import {
  faultOfName,
  refuseCreating,
  refuseDeploying,
  type Caller,
  type WorkspaceRole,
} from './workflow.policy';

/** A workflow that was changed, and the place of the change in its stream (null when nothing changed). */
export interface ChangedWorkflow {
  workflow: WorkflowEntity;
  cursor: string | null;
}

const PAGE_KEYSET = ['timestamptz', 'uuid'] as const;

/** Creates a workflow; the same idempotency key gives the first answer again. */
export async function createWorkflow(
  ctx: WorkflowContext,
  input: CreateWorkflowInput,
): Promise<ChangedWorkflow> {
  const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
  const graph = parseGraph(input);
  const fault = faultOfName(input.name);
  if (fault) throw badInput(fault, 'name');
  let created: StoredEvent<'workflow.created'> | null = null;
  const { ids, isRepeat } = await inTransaction(ctx, (tx) =>
    once(tx, 'createWorkflow', input, async () => {
      const caller = await callerIn(tx, workspaceId);
      if (caller.workspaceRole === null) throw notFound('Workspace', 'workspaceId');
      enforce(refuseCreating(caller));
      await useQuota(tx, workspaceId, 'MAX_WORKFLOWS');
      created = emit(tx, {
        type: 'workflow.created',
        aggregateId: newUuid(),
        workspaceId,
        scopeId: workspaceId,
        payload: { name: input.name, creatorId: tx.principal.userId!, ...graph },
      });
      return { workflowId: created.aggregateId };
    }),
  ).catch(
    onUniqueViolation('workflow_name_key', () =>
      conflict(`The workspace has a workflow called ${JSON.stringify(input.name)} already.`, {
        path: ['name'],
      }),
    ),
  );
  return readBack(ctx, ids.workflowId, isRepeat ? null : created);
}

/** Freezes the draft as the next version and makes that the one that runs. */
export async function deployWorkflow(
  ctx: WorkflowContext,
  input: DeployWorkflowInput,
): Promise<ChangedWorkflow> {
  const workflowId = fromGlobalId('Workflow', input.workflowId, 'workflowId');
  const deployed = await inTransaction(ctx, async (tx) => {
    const workflow = await lockWorkflow(tx, workflowId);
    const caller = await callerIn(tx, workflow.workspaceId);
    enforce(refuseDeploying(caller, workflow.creatorId === tx.principal.userId));
    requireVersion(workflow, input.expectedVersion, { what: 'The workflow', payload: { workflow } });
    return emit(tx, {
      type: 'workflow.deployed',
      aggregateId: workflowId,
      workspaceId: workflow.workspaceId,
      scopeId: workflow.workspaceId,
      payload: {
        deploymentVersion: await nextDeploymentVersion(tx, workflowId),
        nodes: workflow.nodes,
        edges: workflow.edges,
      },
    });
  });
  return readBack(ctx, workflowId, deployed);
}

/** The workflows of a workspace, newest first; null for whoever has no part in its automation. */
export async function listWorkflows(
  ctx: WorkflowContext,
  workspaceId: string,
  args: PageArgs,
): Promise<Connection<WorkflowEntity> | null> {
  const page = parsePage(args, PAGE_KEYSET);
  const membership = await ctx.loaders.membership.load(workspaceId);
  const isPart = membership !== null && membership.role !== 'GUEST';
  if (!isPart && !isSystemAdmin(ctx.principal)) return null;
  const keyset = keysetSql(page, ['created_at', 'id'], { descending: true, firstParameter: 2 });
  const rows = await queryRows<WorkflowEntity>(
    ctx,
    `/* workflow.listWorkflows */ SELECT * FROM workflow.workflow WHERE workspace_id = $1${keyset.where}${keyset.orderAndLimit}`,
    [workspaceId, ...keyset.values],
  );
  return toConnection(rows, page, (row) => [row.createdAt.toISOString(), row.id]);
}

/** Checks a graph before it reaches the database; BAD_USER_INPUT names the node or edge at fault. */
function parseGraph(input: Pick<CreateWorkflowInput, 'nodes' | 'edges'>): {
  nodes: GraphNode[];
  edges: GraphEdge[];
} {
  const nodes = input.nodes.map(({ id, type, config }) => ({
    id,
    type,
    config: config as GraphNode['config'],
  }));
  const edges = input.edges.map(({ from, to }) => ({ from, to }));
  const graphProblem = problemOfGraph({ nodes, edges });
  if (graphProblem) throw badInput(graphProblem.message, graphProblem.field);
  for (const node of nodes) {
    const problem = problemOfNode(node);
    if (problem) throw badInput(problem, 'nodes');
  }
  return { nodes, edges };
}

async function callerIn(tx: InTransaction<WorkflowContext>, workspaceId: string): Promise<Caller> {
  const [row] = await tx.tx.query<{ role: WorkspaceRole; isArchived: boolean }>(
    `/* workflow.callerIn */ SELECT m.workspace_role AS role, a.archived AS is_archived
     FROM access.mine m JOIN access.scope a ON a.scope_id = m.workspace_id WHERE m.scope_id = $1`,
    [workspaceId],
  );
  return {
    workspaceRole: row?.role ?? null,
    isReadOnly: isReadOnly(tx.principal),
    isArchived: row?.isArchived ?? false,
  };
}

async function lockWorkflow(tx: InTransaction<WorkflowContext>, workflowId: string): Promise<WorkflowEntity> {
  const [workflow] = await tx.tx.query<WorkflowEntity>(
    '/* workflow.lockWorkflow */ SELECT * FROM workflow.workflow WHERE id = $1 FOR NO KEY UPDATE',
    [workflowId],
  );
  if (!workflow) throw notFound('Workflow', 'workflowId');
  return workflow;
}

/** Under the workflow's lock, so that two deployments get two versions. */
async function nextDeploymentVersion(
  tx: InTransaction<WorkflowContext>,
  workflowId: string,
): Promise<number> {
  const [row] = await tx.tx.query<{ version: number }>(
    '/* workflow.nextDeploymentVersion */ SELECT coalesce(max(version), 0) + 1 AS version FROM workflow.deployment WHERE workflow_id = $1',
    [workflowId],
  );
  return row!.version;
}

async function readBack(
  ctx: WorkflowContext,
  id: string,
  event: StoredEvent | null,
): Promise<ChangedWorkflow> {
  const workflow = await ctx.loaders.workflow.load(id);
  if (!workflow) throw notFound('Workflow');
  return { workflow, cursor: event && cursorOf(event) };
}
