import type { Context } from '../kit/context';
import { makeListLoader, makeLoader } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import { makeEventsCursorLoader } from '../kit/topics';
import { makeBoardLoaders } from './card.service';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';

export type TaskContext = Context<TaskLoaders>;
export type TaskLoaders = ReturnType<typeof makeTaskLoaders>;

const workspaceTasks: PagedList<TaskEntity> = {
  keyset: ['timestamptz', 'uuid'],
  columns: ['t.created_at', 't.id'],
  descending: true,
  keysetOf: (row) => [row.createdAt.toISOString(), row.id],
  text: (where, orderAndLimit) =>
    `/* task.listWorkspaceTasks */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${TASK_COLUMNS} FROM task.task t WHERE t.workspace_id = k.id${where}${orderAndLimit}
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
    workspaceTasks: makePagedLoader(ctx, workspaceTasks),
    /** By topic. */
    eventsCursor: makeEventsCursorLoader(ctx),
  };
}
