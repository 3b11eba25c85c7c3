import type { Context, InTransaction } from '../kit/context';
import { badInput, notFound } from '../kit/errors';
import type { TaskState } from './task.entity';
import type { TaskChange, TaskPatch } from './task.logic';
import {
  isCalendarDate,
  refuseDescription,
  refuseEstimate,
  refuseSeverity,
  refuseStatus,
  refuseTitle,
} from './task.policy';

type Tx = InTransaction<Context>;

/** How many people an event names who are to be told of it. */
const MAX_TOLD = 500;

/** Refuses what the patch would make of a task, whatever else is true of it; labels are looked at by themselves. */
export async function checkPatch(ctx: Tx, task: TaskState, patch: TaskPatch): Promise<void> {
  const refuse = (message: string | null, field: string) => {
    if (message !== null) throw badInput(message, field);
  };
  if (patch.title !== undefined) refuse(refuseTitle(patch.title), 'title');
  if (patch.description != null) refuse(refuseDescription(patch.description), 'description');
  if (patch.status !== undefined) refuse(refuseStatus(task.type, patch.status), 'status');
  if (patch.severity !== undefined) refuse(refuseSeverity(task.type, patch.severity), 'severity');
  if (patch.estimate != null) refuse(refuseEstimate(patch.estimate), 'estimate');
  if (patch.dueDate != null && !isCalendarDate(patch.dueDate)) {
    throw badInput('Invalid date. Use YYYY-MM-DD', 'dueDate');
  }
  if (patch.assigneeId != null && !(await isMember(ctx, task.workspaceId, patch.assigneeId))) {
    throw notFound('Workspace member', 'assigneeId');
  }
}

async function isMember(ctx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  const rows = await ctx.tx.query(
    `/* task.findMember */ SELECT 1 FROM access.membership m JOIN access.person p ON p.user_id = m.user_id
     WHERE m.scope_id = $1 AND m.user_id = $2 AND m.active AND p.is_active`,
    [workspaceId, userId],
  );
  return rows.length > 0;
}

/**
 * The changes with the people who are to be told of them: a task's assignee and creator come before the others. Somebody
 * to whom it was assigned a moment ago, by what is yet to be written, is one of them.
 */
export async function withSubscribers(
  ctx: Tx,
  task: TaskState,
  changes: readonly TaskChange[],
): Promise<TaskChange[]> {
  if (!changes.some(({ type }) => type === 'task.status.changed')) return [...changes];
  const rows = await ctx.tx.query<{ userId: string }>(
    `/* task.findSubscribers */ SELECT x.user_id FROM (
       SELECT s.user_id, s.subscribed_at FROM task.subscriber s WHERE s.task_id = $1
       UNION ALL
       SELECT $2::uuid, NULL WHERE $2::uuid IS NOT NULL
         AND $2 IS DISTINCT FROM (SELECT t.assignee_id FROM task.task t WHERE t.id = $1)
         AND NOT EXISTS (SELECT 1 FROM task.subscriber s WHERE s.task_id = $1 AND s.user_id = $2)
     ) x ORDER BY x.user_id IS NOT DISTINCT FROM $2 OR x.user_id = $3 DESC, x.subscribed_at, x.user_id LIMIT ${MAX_TOLD}`,
    [task.id, task.assigneeId, task.creatorId],
  );
  const subscriberIds = rows.map(({ userId }) => userId);
  return changes.map((change) =>
    change.type === 'task.status.changed'
      ? { ...change, payload: { ...change.payload, subscriberIds } }
      : change,
  );
}
