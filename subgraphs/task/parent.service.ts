import type { Context, InTransaction } from '../kit/context';
import { badInput, notFound } from '../kit/errors';
import { describeLoop } from './relation.logic';
import type { TaskState } from './task.entity';

type Tx = InTransaction<Context>;

/** How many tasks may stand one in another, the outermost and the innermost counted. */
const MAX_LEVELS = 10;

/** Whoever changes how the tasks of a workspace hang together waits for whoever does so, to the end of the transaction. */
export async function lockStructure(ctx: Tx, workspaceId: string): Promise<void> {
  await ctx.tx.query('/* task.lockStructure */ SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [
    `task.structure:${workspaceId}`,
  ]);
}

/**
 * Refuses a parent that is none, or that is a part of the task itself, naming the way; and tasks in each other that are
 * too deep. Looked at is what the caller sees: no refusal tells of other tasks.
 */
export async function requireParent(
  ctx: Tx,
  task: Pick<TaskState, 'id' | 'key' | 'workspaceId'>,
  parentId: string,
): Promise<void> {
  await lockStructure(ctx, task.workspaceId);
  const above = await ctx.tx.query<{ id: string; key: string }>(
    `/* task.findAncestors */ WITH RECURSIVE above (id, parent_id, key, level) AS (
       SELECT t.id, t.parent_id, t.key, 1 FROM task.task t WHERE t.id = $1 AND t.workspace_id = $2
       UNION ALL
       SELECT t.id, t.parent_id, t.key, a.level + 1 FROM above a JOIN task.task t ON t.id = a.parent_id
       WHERE a.id <> $3 AND a.level <= $4
     ) SELECT a.id, a.key FROM above a ORDER BY a.level`,
    [parentId, task.workspaceId, task.id, MAX_LEVELS],
  );
  if (above.length === 0) throw notFound('Task', 'parentId');
  if (above.some(({ id }) => id === task.id)) {
    const loop = describeLoop([task.key, ...above.map(({ key }) => key)]);
    throw badInput(`A task cannot be a part of itself: ${loop}`, 'parentId');
  }
  const levels = above.length + (await heightOf(ctx, task.id));
  if (levels > MAX_LEVELS) throw badInput(`Tasks may stand in each other ${MAX_LEVELS} deep`, 'parentId');
}

/** How many levels a task has with its parts and their parts; one for a task without any. */
async function heightOf(ctx: Tx, taskId: string): Promise<number> {
  const [found] = await ctx.tx.query<{ height: number }>(
    `/* task.findHeight */ WITH RECURSIVE below (id, level) AS (
       SELECT $1::uuid, 1
       UNION
       SELECT t.id, b.level + 1 FROM below b JOIN task.task t ON t.parent_id = b.id WHERE b.level < $2
     ) SELECT max(b.level)::int AS height FROM below b`,
    [taskId, MAX_LEVELS],
  );
  return found!.height;
}
