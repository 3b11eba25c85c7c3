import { actorIdOf, type Context, type InTransaction } from '../kit/context';
import { cursorOf, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import { placeOf, requireTask } from './task.service';

/** Has the caller told of what becomes of a task; whoever is told already stays so. */
export function subscribeToTask(ctx: Context, taskId: string) {
  return setSubscribed(ctx, taskId, true);
}

/** Has the caller told no more of a task, until it is assigned to them anew. */
export function unsubscribeFromTask(ctx: Context, taskId: string) {
  return setSubscribed(ctx, taskId, false);
}

/** The task is locked, so that the same wish twice at once makes one event. */
async function setSubscribed(
  ctx: Context,
  taskId: string,
  isWanted: boolean,
): Promise<{ taskId: string; cursor: string | null }> {
  const event = await inTransaction(ctx, async (tx) => {
    const { task, place } = await requireTask(tx, taskId, 'taskId');
    const userId = actorIdOf(tx)!;
    if ((await isSubscribed(tx, taskId, userId)) === isWanted) return null;
    return emit(tx, {
      type: isWanted ? 'task.subscriber.added' : 'task.subscriber.removed',
      ...placeOf(task),
      payload: { userId },
      topics: place.topics,
    });
  });
  return { taskId, cursor: event && cursorOf(event) };
}

async function isSubscribed(ctx: InTransaction<Context>, taskId: string, userId: string): Promise<boolean> {
  const rows = await ctx.tx.query(
    '/* task.isSubscribed */ SELECT 1 FROM task.subscriber s WHERE s.task_id = $1 AND s.user_id = $2',
    [taskId, userId],
  );
  return rows.length > 0;
}
