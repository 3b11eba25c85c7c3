import type { Context } from '../kit/context';
import { makeListLoader, makeLoader } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import {
  BOARD_COLUMNS,
  COLUMN_COLUMNS,
  IS_SHOWN,
  type BoardCardRow,
  type BoardColumnEntity,
  type BoardEntity,
} from './board.entity';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';

/** A whole board is one page. */
const MOST_CARDS = 500;

/** A task with its place on the board that it was read for. */
type TaskOnBoard = TaskEntity & { boardRank: string };
type CardRow = TaskOnBoard & BoardCardRow;

/**
 * The tasks of a board `b` in the order of their ranks: those that stand where somebody put them, and those that stand
 * by their own rank. Each part is read along an index, so that a page costs its own size and not the board's.
 */
function orderedTasks(condition: string, where: string, orderAndLimit: string): string {
  const part = (rank: string) => [where, orderAndLimit].map((sql) => sql.replaceAll('{rank}', rank));
  const [moved, movedOrder] = part('c.rank');
  const [unmoved, unmovedOrder] = part('t.rank');
  const [, order] = part('u.board_rank');
  return `SELECT u.* FROM (
     (SELECT ${TASK_COLUMNS}, c.rank AS board_rank FROM task.card c JOIN task.task t ON t.id = c.task_id
      WHERE c.board_id = b.id AND t.workspace_id = b.workspace_id AND ${condition} AND ${IS_SHOWN}${moved}${movedOrder})
     UNION ALL
     (SELECT ${TASK_COLUMNS}, t.rank AS board_rank FROM task.task t
      WHERE t.workspace_id = b.workspace_id AND ${condition} AND ${IS_SHOWN}
        AND NOT EXISTS (SELECT 1 FROM task.card c WHERE c.board_id = b.id AND c.task_id = t.id)${unmoved}${unmovedOrder})
   ) u${order}`;
}

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
    `/* task.listCards */ SELECT b.id AS parent_key, x.*, b.id AS board_id, k.id AS column_id, x.id AS task_id,
       x.board_rank AS rank FROM task.board b
     CROSS JOIN LATERAL (${orderedTasks('true', where, orderAndLimit)}) x
     JOIN task.board_column k ON k.board_id = b.id AND k.category = x.category
     WHERE b.id = ANY ($1::uuid[]) ORDER BY x.board_rank`,
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

/** The DataLoaders of boards and of what stands on them; what the caller may not see, and what a board does not show, is left out. */
export function makeBoardLoaders(ctx: Context) {
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
       CROSS JOIN LATERAL (
         SELECT ${TASK_COLUMNS} FROM task.task t
         LEFT JOIN task.card c ON c.board_id = b.id AND c.task_id = t.id
         WHERE t.workspace_id = s.workspace_id AND t.category = s.category AND ${IS_SHOWN}
           AND coalesce(c.rank, t.rank) < coalesce(d.rank, s.rank)
         ORDER BY coalesce(c.rank, t.rank) DESC LIMIT 1
       ) x`,
    (row) => row.place,
  );
}
