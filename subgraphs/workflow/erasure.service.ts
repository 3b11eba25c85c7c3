import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import type { WorkflowContext } from './workflow.loaders';

/** Stops the runs of a workspace that was deleted: those under way end before their next step. */
export async function cancelRuns(
  ctx: InTransaction<WorkflowContext>,
  { aggregateId }: StoredEvent<'workspace.deleted'>,
): Promise<void> {
  await ctx.tx.query('/* workflow.cancelExecutions */ SELECT workflow.cancel_executions($1)', [aggregateId]);
}

/**
 * Removes the workflows of a deleted workspace, and with them deployments and runs, also what the engine keeps of those;
 * their events go when all have done this.
 */
export async function eraseWorkspace(
  ctx: InTransaction<WorkflowContext>,
  { aggregateId }: StoredEvent<'workspace.erased'>,
): Promise<void> {
  await ctx.tx.query('/* workflow.eraseWorkflows */ DELETE FROM workflow.workflow WHERE workspace_id = $1', [
    aggregateId,
  ]);
  await ctx.tx.query('/* workflow.eraseExecutions */ SELECT workflow.erase_executions($1)', [aggregateId]);
}
