import type { Context } from '../kit/context';
import { makeListLoader, makeLoader } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import { makeEventsCursorLoader } from '../kit/topics';
import { BOARD_COLUMNS, type BoardColumnEntity, type BoardEntity } from './board.entity';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';

export type TaskContext = Context<TaskLoaders>;
export type TaskLoaders = ReturnType<typeof makeTaskLoaders>;

/** A task with its place on the board that it was read for. */
type TaskOnBoard = TaskEntity & { boardRank: string };

const columnTasks: PagedList<TaskOnBoard> = {
  keyset: ['text'],
  columns: ['coalesce(c.rank, t.rank)'],
  keysetOf: (row) => [row.boardRank],
  text: (where, orderAndLimit) =>
    `/* task.listColumnTasks */ SELECT k.id AS parent_key, x.* FROM task.board_column k CROSS JOIN LATERAL (
       SELECT ${TASK_COLUMNS}, coalesce(c.rank, t.rank) AS board_rank
       FROM task.task t LEFT JOIN task.card c ON c.board_id = k.board_id AND c.task_id = t.id
       WHERE t.workspace_id = k.workspace_id AND t.category = k.category${where}${orderAndLimit}
     ) x WHERE k.id = ANY ($1::uuid[])`,
};

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

const workspaceBoards: PagedList<BoardEntity> = {
  keyset: ['timestamptz', 'uuid'],
  columns: ['b.created_at', 'b.id'],
  keysetOf: (row) => [row.createdAt.toISOString(), row.id],
  text: (where, orderAndLimit) =>
    `/* task.listWorkspaceBoards */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${BOARD_COLUMNS} FROM task.board b WHERE b.workspace_id = k.id${where}${orderAndLimit}
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
    boards: makeLoader<BoardEntity>(
      ctx,
      `/* task.loadBoards */ SELECT ${BOARD_COLUMNS} FROM task.board b WHERE b.id = ANY ($1::uuid[])`,
      (board) => board.id,
    ),
    columnsOfBoards: makeListLoader<BoardColumnEntity>(
      ctx,
      `/* task.loadColumnsOfBoards */ SELECT k.id, k.board_id, k.workspace_id, k.scope_id, k.creator_id, k.name, k.category, k.position
       FROM task.board_column k WHERE k.board_id = ANY ($1::uuid[]) ORDER BY k.position`,
      (column) => column.boardId,
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
    previousTasks: makePreviousTasks(ctx),
    columnTasks: makePagedLoader(ctx, columnTasks),
    workspaceTasks: makePagedLoader(ctx, workspaceTasks),
    workspaceBoards: makePagedLoader(ctx, workspaceBoards),
    /** By topic. */
    eventsCursor: makeEventsCursorLoader(ctx),
  };
}

/** The task right before another in its column, by `<board>/<task>`. */
function makePreviousTasks(ctx: Context) {
  return makeLoader<TaskEntity & { place: string }>(
    ctx,
    `/* task.loadPreviousTasks */ SELECT p.place, x.* FROM unnest($1::text[]) AS p (place)
       JOIN task.task s ON s.id = split_part(p.place, '/', 2)::uuid
       LEFT JOIN task.card d ON d.board_id = split_part(p.place, '/', 1)::uuid AND d.task_id = s.id
       CROSS JOIN LATERAL (
         SELECT ${TASK_COLUMNS} FROM task.task t
         LEFT JOIN task.card c ON c.board_id = split_part(p.place, '/', 1)::uuid AND c.task_id = t.id
         WHERE t.workspace_id = s.workspace_id AND t.category = s.category
           AND coalesce(c.rank, t.rank) < coalesce(d.rank, s.rank)
         ORDER BY coalesce(c.rank, t.rank) DESC LIMIT 1
       ) x`,
    (row) => row.place,
  );
}
