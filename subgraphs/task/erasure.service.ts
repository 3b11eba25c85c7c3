import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import type { TaskContext } from './task.loaders';

const STATEMENTS = [
  '/* task.eraseRelations */ DELETE FROM task.relation WHERE workspace_id = $1',
  '/* task.eraseDecisions */ DELETE FROM task.tag_decision WHERE workspace_id = $1',
  '/* task.eraseLabellings */ DELETE FROM task.task_label WHERE workspace_id = $1',
  '/* task.eraseLabels */ DELETE FROM task.label WHERE workspace_id = $1',
  '/* task.eraseSubscribers */ DELETE FROM task.subscriber WHERE workspace_id = $1',
  '/* task.eraseCards */ DELETE FROM task.card WHERE workspace_id = $1',
  '/* task.eraseColumns */ DELETE FROM task.board_column WHERE workspace_id = $1',
  '/* task.eraseBoards */ DELETE FROM task.board WHERE workspace_id = $1',
  '/* task.eraseTasks */ DELETE FROM task.task WHERE workspace_id = $1',
  '/* task.eraseCounter */ DELETE FROM task.counter WHERE workspace_id = $1',
];

/** Removes the tasks and boards of a deleted workspace; their events go when all have done this. */
export async function eraseWorkspace(
  ctx: InTransaction<TaskContext>,
  { aggregateId }: StoredEvent<'workspace.erased'>,
): Promise<void> {
  for (const statement of STATEMENTS) await ctx.tx.query(statement, [aggregateId]);
}
