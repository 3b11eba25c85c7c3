import type { Context, InTransaction } from '../kit/context';
import { badInput, notFound } from '../kit/errors';
import { refuseLabelCount } from './label.policy';
import { labelChange, type LabelChange, type LabelPatch } from './task.logic';
import type { TaskState } from './task.entity';

type Tx = InTransaction<Context>;

/** Decides which labels a task gets and loses; null when it has just these. Throws the refusal. */
export async function planLabels(ctx: Tx, task: TaskState, patch: LabelPatch): Promise<LabelChange | null> {
  // Asked for once the task is locked, so that of two changes the second knows of the first.
  const present = await ctx.tx.query<{ id: string }>(
    `/* task.findLabelsOfTask */ SELECT l.id FROM task.task_label x JOIN task.label l ON l.id = x.label_id
     WHERE x.task_id = $1`,
    [task.id],
  );
  const change = labelChange(
    present.map(({ id }) => id),
    patch,
  );
  if (!change) return null;
  const { added, removed } = change.payload;
  refuseCount(present.length + added.length - removed.length);
  await requireLabels(ctx, task.workspaceId, added);
  return change;
}

/** The labels of a new task, each once. Throws the refusal. */
export async function checkLabels(ctx: Tx, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const distinct = [...new Set(ids)];
  refuseCount(distinct.length);
  await requireLabels(ctx, workspaceId, distinct);
  return distinct;
}

function refuseCount(count: number): void {
  const fault = refuseLabelCount(count);
  if (fault !== null) throw badInput(fault, 'labelIds');
}

/** Refuses labels that are not the workspace's; `path` is where they were named. */
export async function requireLabels(
  ctx: Tx,
  workspaceId: string,
  ids: readonly string[],
  path: readonly string[] = ['labelIds'],
): Promise<void> {
  if (ids.length === 0) return;
  const found = await ctx.tx.query(
    '/* task.findLabels */ SELECT 1 FROM task.label l WHERE l.id = ANY ($1::uuid[]) AND l.workspace_id = $2',
    [ids, workspaceId],
  );
  if (found.length < ids.length) throw notFound('Label', ...path);
}
