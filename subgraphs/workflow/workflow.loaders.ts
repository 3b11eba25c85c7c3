import type DataLoader from 'dataloader';
import type { Context } from '../kit/context';
import { makeListLoader, makeLoader } from '../kit/loader';
import type { ExecutionEntity } from './execution.entity';
import type { NodeRunEntity } from './node-run.entity';
import type { WorkflowEntity } from './workflow.entity';
import type { WorkspaceRole } from './workflow.policy';

export interface WorkflowLoaders {
  workflow: DataLoader<string, WorkflowEntity | null>;
  execution: DataLoader<string, ExecutionEntity | null>;
  /** By the execution, in the order of starting. */
  nodeRuns: DataLoader<string, NodeRunEntity[]>;
  /** The caller's own role, by the workspace. */
  membership: DataLoader<string, { workspaceId: string; role: WorkspaceRole } | null>;
}

export type WorkflowContext = Context<WorkflowLoaders>;

/** Loaders for one request, over what the caller may see. */
export function makeWorkflowLoaders(ctx: Context): WorkflowLoaders {
  return {
    workflow: makeLoader<WorkflowEntity>(
      ctx,
      '/* workflow.loadWorkflows */ SELECT * FROM workflow.workflow WHERE id = ANY($1::uuid[])',
      (row) => row.id,
    ),
    execution: makeLoader<ExecutionEntity>(
      ctx,
      '/* workflow.loadExecutions */ SELECT * FROM workflow.execution WHERE id = ANY($1::uuid[])',
      (row) => row.id,
    ),
    nodeRuns: makeListLoader<NodeRunEntity>(
      ctx,
      `/* workflow.loadNodeRuns */ SELECT * FROM workflow.node_run WHERE execution_id = ANY($1::uuid[])
       ORDER BY started_at, node_id`,
      (row) => row.executionId,
    ),
    membership: makeLoader(
      ctx,
      `/* workflow.loadMemberships */ SELECT m.workspace_id, m.workspace_role AS role FROM access.mine m
       WHERE m.scope_id = ANY($1::uuid[]) AND m.kind = 'workspace'`,
      (row) => row.workspaceId,
    ),
  };
}
