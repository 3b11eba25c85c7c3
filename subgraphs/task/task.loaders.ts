import type { Context } from '../kit/context';
import { makeListLoader, makeLoader } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import { makeEventsCursorLoader } from '../kit/topics';
import { makeBoardLoaders } from './card.service';
import { LABEL_COLUMNS, type LabelEntity } from './label.entity';
import { makeTaskLists } from './list.service';
import type { TaskSubscriberEntity } from './subscriber.entity';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';

export type TaskContext = Context<TaskLoaders>;
export type TaskLoaders = ReturnType<typeof makeTaskLoaders>;

/** A label with what it is sorted by. */
type SortedLabel = LabelEntity & { sortName: string };

const workspaceLabels: PagedList<SortedLabel> = {
  keyset: ['text', 'uuid'],
  columns: ['lower(l.name)', 'l.id'],
  keysetOf: (row) => [row.sortName, row.id],
  text: (where, orderAndLimit) =>
    `/* task.listWorkspaceLabels */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${LABEL_COLUMNS}, lower(l.name) AS sort_name FROM task.label l WHERE l.workspace_id = k.id${where}${orderAndLimit}
     ) x`,
};

const taskSubscribers: PagedList<TaskSubscriberEntity> = {
  keyset: ['timestamptz', 'uuid'],
  columns: ['s.subscribed_at', 's.user_id'],
  keysetOf: (row) => [row.subscribedAt.toISOString(), row.userId],
  text: (where, orderAndLimit) =>
    `/* task.listSubscribers */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT s.task_id, s.user_id, s.workspace_id, s.scope_id, s.subscribed_at FROM task.subscriber s
       WHERE s.task_id = k.id AND EXISTS (SELECT 1 FROM access.membership m
         WHERE m.scope_id = s.workspace_id AND m.user_id = s.user_id AND m.active)${where}${orderAndLimit}
     ) x`,
};

/** The DataLoaders of one request; whatever the caller may not see is null or left out. */
export function makeTaskLoaders(ctx: Context) {
  return {
    tasks: makeLoader<TaskEntity>(
      ctx,
      `/* task.loadTasks */ SELECT ${TASK_COLUMNS} FROM task.task t WHERE t.id = ANY ($1::uuid[])`,
      (task) => task.id,
    ),
    ...makeFieldLoaders(ctx),
    /** By `<workspace>/<key>`. */
    tasksByKey: makeLoader<TaskEntity>(
      ctx,
      `/* task.loadTasksByKey */ SELECT ${TASK_COLUMNS} FROM unnest($1::text[]) AS p (place)
       JOIN task.task t ON t.workspace_id = split_part(p.place, '/', 1)::uuid AND t.key = split_part(p.place, '/', 2)`,
      (task) => `${task.workspaceId}/${task.key}`,
    ),
    tasksOfChats: makeLoader<TaskEntity>(
      ctx,
      `/* task.loadTasksOfChats */ SELECT ${TASK_COLUMNS} FROM task.task t WHERE t.chat_id = ANY ($1::uuid[])`,
      (task) => task.chatId,
    ),
    tasksOfMessages: makeListLoader<TaskEntity>(
      ctx,
      `/* task.loadTasksOfMessages */ SELECT ${TASK_COLUMNS} FROM task.task t
       WHERE t.source_message_id = ANY ($1::uuid[]) ORDER BY t.number`,
      (task) => task.sourceMessageId!,
    ),
    /** The caller's own role, by workspace. */
    roles: makeLoader<{ scopeId: string; role: string }>(
      ctx,
      '/* task.loadRoles */ SELECT m.scope_id, m.role FROM access.mine m WHERE m.scope_id = ANY ($1::uuid[]) AND m.scope_id = m.workspace_id',
      (row) => row.scopeId,
    ),
    /** By the scope; null where the caller may not write. */
    writableScopes: makeLoader<{ scopeId: string }>(
      ctx,
      '/* task.loadWritableScopes */ SELECT DISTINCT w.scope_id FROM access.writable w WHERE w.scope_id = ANY ($1::uuid[])',
      (row) => row.scopeId,
    ),
    ...makeBoardLoaders(ctx),
    ...makeTaskLists(ctx),
    /** By topic. */
    eventsCursor: makeEventsCursorLoader(ctx),
  };
}
/** What is read of tasks by itself, where it is asked for. */
function makeFieldLoaders(ctx: Context) {
  return {
    descriptions: makeLoader<{ id: string; description: string | null }>(
      ctx,
      '/* task.loadDescriptions */ SELECT t.id, t.description FROM task.task t WHERE t.id = ANY ($1::uuid[])',
      (row) => row.id,
    ),
    labels: makeLoader<LabelEntity>(
      ctx,
      `/* task.loadLabels */ SELECT ${LABEL_COLUMNS} FROM task.label l WHERE l.id = ANY ($1::uuid[])`,
      (label) => label.id,
    ),
    labelsOfTasks: makeListLoader<LabelEntity & { taskId: string }>(
      ctx,
      `/* task.loadLabelsOfTasks */ SELECT x.task_id, ${LABEL_COLUMNS} FROM task.task_label x
       JOIN task.label l ON l.id = x.label_id WHERE x.task_id = ANY ($1::uuid[]) ORDER BY lower(l.name), l.id`,
      (label) => label.taskId,
    ),
    /** By the task; null where the caller is not subscribed. */
    ownSubscriptions: makeLoader<{ taskId: string }>(
      ctx,
      `/* task.loadOwnSubscriptions */ SELECT s.task_id FROM task.subscriber s
       WHERE s.task_id = ANY ($1::uuid[]) AND s.user_id = access.caller()`,
      (row) => row.taskId,
    ),
    taskSubscribers: makePagedLoader(ctx, taskSubscribers),
    workspaceLabels: makePagedLoader(ctx, workspaceLabels),
  };
}
