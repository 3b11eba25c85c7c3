import type { Context } from '../kit/context';
import { badInput } from '../kit/errors';
import { makeListLoader, makeLoader, makeLoaderOfEach } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import type { Connection } from '../kit/pagination';
import { makeEventsCursorLoader } from '../kit/topics';
import {
  BOARD_COLUMNS,
  COLUMN_COLUMNS,
  IS_SHOWN,
  type BoardColumnEntity,
  type BoardEntity,
} from './board.entity';
import { orderedTasks, type BoardCardRow, type CardRow, type TaskOnBoard } from './card.entity';
import { faultOfFilter } from './filter.logic';
import { LABEL_COLUMNS, type LabelEntity } from './label.entity';
import {
  NEWEST_FIRST,
  OLDEST_FIRST,
  listOf,
  type AskedList,
  type ListOwner,
  type TaskListArgs,
} from './list.logic';
import type { TaskSubscriberEntity } from './subscriber.entity';
import { activityOfTasks, relationsOfTasks } from './structure.logic';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';
import type { StatusCategory } from './task.policy';

export type TaskContext = Context<TaskLoaders>;
export type TaskLoaders = ReturnType<typeof makeTaskLoaders>;

/** A whole board is one page. */
const MOST_CARDS = 500;

const columnTasks: PagedList<TaskOnBoard> = {
  keyset: ['text'],
  columns: ['{rank}'],
  most: MOST_CARDS,
  keysetOf: (row) => [row.boardRank],
  text: (where, orderAndLimit) =>
    `/* task.listColumnTasks */ SELECT k.id AS parent_key, x.* FROM task.board_column k
     JOIN task.board b ON b.id = k.board_id
     CROSS JOIN LATERAL (${orderedTasks('t.category = k.category', where, orderAndLimit)}) x
     WHERE k.id = ANY ($1::uuid[])`,
};

const boardCards: PagedList<CardRow> = {
  keyset: ['text'],
  columns: ['{rank}'],
  most: MOST_CARDS,
  keysetOf: (row) => [row.boardRank],
  text: (where, orderAndLimit) =>
    `/* task.listCards */ SELECT b.id AS parent_key, x.*, b.id AS board_id, x.id AS task_id, x.board_rank AS rank,
       (SELECT k.id FROM task.board_column k WHERE k.board_id = b.id AND k.category = x.category) AS column_id
     FROM task.board b CROSS JOIN LATERAL (${orderedTasks('true', where, orderAndLimit)}) x
     WHERE b.id = ANY ($1::uuid[])`,
};

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
    ...makeStructureLoaders(ctx),
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

/** The DataLoaders of boards and of what stands on them; what the caller may not see, and what a board does not show, is left out. */
function makeBoardLoaders(ctx: Context) {
  return {
    /** The columns of boards themselves. */
    columns: makeLoader<BoardColumnEntity>(
      ctx,
      `/* task.loadColumns */ SELECT ${COLUMN_COLUMNS} FROM task.board_column k WHERE k.id = ANY ($1::uuid[])`,
      (column) => column.id,
    ),
    boards: makeLoader<BoardEntity>(
      ctx,
      `/* task.loadBoards */ SELECT ${BOARD_COLUMNS} FROM task.board b WHERE b.id = ANY ($1::uuid[])`,
      (board) => board.id,
    ),
    columnsOfBoards: makeListLoader<BoardColumnEntity>(
      ctx,
      `/* task.loadColumnsOfBoards */ SELECT ${COLUMN_COLUMNS}
       FROM task.board_column k WHERE k.board_id = ANY ($1::uuid[]) ORDER BY k.position`,
      (column) => column.boardId,
    ),
    workspaceBoards: makePagedLoader(ctx, workspaceBoards),
    columnTasks: makePagedLoader(ctx, columnTasks),
    boardCards: makePagedLoader(ctx, boardCards),
    /** Where a task stands on a board, by `<board>/<task>`. */
    cards: makeLoader<BoardCardRow>(
      ctx,
      `/* task.loadCards */ SELECT b.id AS board_id, k.id AS column_id, t.id AS task_id, coalesce(c.rank, t.rank) AS rank
       FROM unnest($1::text[]) AS p (place)
       JOIN task.board b ON b.id = split_part(p.place, '/', 1)::uuid
       JOIN task.task t ON t.id = split_part(p.place, '/', 2)::uuid AND t.workspace_id = b.workspace_id
       JOIN task.board_column k ON k.board_id = b.id AND k.category = t.category
       LEFT JOIN task.card c ON c.board_id = b.id AND c.task_id = t.id
       WHERE ${IS_SHOWN}`,
      ({ boardId, taskId }) => `${boardId}/${taskId}`,
    ),
    previousTasks: makePreviousTasks(ctx),
    /** The earliest category that is a commitment point on a board that shows the task, by task. */
    commitments: makeLoader<{ taskId: string; category: StatusCategory }>(
      ctx,
      `/* task.loadCommitments */ SELECT DISTINCT ON (t.id) t.id AS task_id, k.category FROM task.task t
       JOIN task.board_column k ON k.workspace_id = t.workspace_id AND k.is_commitment_point
       JOIN task.board b ON b.id = k.board_id
       WHERE t.id = ANY ($1::uuid[]) AND ${IS_SHOWN}
       ORDER BY t.id, array_position('{TO_DO,IN_PROGRESS,IN_REVIEW,DONE}'::text[], k.category)`,
      ({ taskId }) => taskId,
    ),
    /** How many tasks a column shows the caller, by column. */
    taskCounts: makeLoader<{ columnId: string; count: number }>(
      ctx,
      `/* task.countColumnTasks */ SELECT k.id AS column_id, count(*)::int AS count FROM task.board_column k
       JOIN task.board b ON b.id = k.board_id
       JOIN task.task t ON t.workspace_id = k.workspace_id AND t.category = k.category
       WHERE k.id = ANY ($1::uuid[]) AND ${IS_SHOWN} GROUP BY k.id`,
      ({ columnId }) => columnId,
    ),
  };
}

/** The task right before another in its column, by `<board>/<task>`. */
function makePreviousTasks(ctx: Context) {
  return makeLoader<TaskEntity & { place: string }>(
    ctx,
    `/* task.loadPreviousTasks */ SELECT p.place, x.* FROM unnest($1::text[]) AS p (place)
       JOIN task.board b ON b.id = split_part(p.place, '/', 1)::uuid
       JOIN task.task s ON s.id = split_part(p.place, '/', 2)::uuid
       LEFT JOIN task.card d ON d.board_id = b.id AND d.task_id = s.id
       CROSS JOIN LATERAL (${orderedTasks(
         't.category = s.category',
         ' AND {rank} < coalesce(d.rank, s.rank)',
         ' ORDER BY {rank} DESC LIMIT 1',
       )}) x`,
    (row) => row.place,
  );
}

/** The lists of tasks; whatever the caller may not see is left out. Equal ones of many owners come in one statement. */
function makeTaskLists(ctx: Context) {
  return {
    workspaceTasks: makeList(ctx, { name: 'WorkspaceTasks', column: 't.workspace_id' }),
    assignedTasks: makeList(ctx, { name: 'AssignedTasks', column: 't.assignee_id' }),
    subtasks: makeList(ctx, { name: 'Subtasks', column: 't.parent_id', orderBy: OLDEST_FIRST }),
  };
}

function makeList(ctx: Context, owner: ListOwner) {
  const loaderOf = makeLoaderOfEach((asked: AskedList) => makePagedLoader(ctx, listOf(owner, asked)));
  return async (id: string, { filter, orderBy, ...page }: TaskListArgs): Promise<Connection<TaskEntity>> => {
    const fault = filter ? faultOfFilter(filter) : null;
    if (fault !== null) throw badInput(fault, 'filter');
    return loaderOf({ filter: filter ?? {}, orderBy: orderBy ?? owner.orderBy ?? NEWEST_FIRST })(id, page);
  };
}

/** The DataLoaders of how tasks hang together, and of what happened to them. */
function makeStructureLoaders(ctx: Context) {
  return {
    relations: makePagedLoader(ctx, relationsOfTasks),
    activity: makePagedLoader(ctx, activityOfTasks),
    /** How many parts of a task the caller sees, and how many of them are done; null where there are none. */
    progress: makeLoader<{ taskId: string; total: number; done: number }>(
      ctx,
      `/* task.countSubtasks */ SELECT t.parent_id AS task_id, count(*)::int AS total,
         (count(*) FILTER (WHERE t.category = 'DONE'))::int AS done
       FROM task.task t WHERE t.parent_id = ANY ($1::uuid[]) GROUP BY t.parent_id`,
      ({ taskId }) => taskId,
    ),
  };
}
