import type { StoredEvent } from '../../schema/events';
import type { CreateBoardInput, MoveTaskInput } from '../../schema/generated/task';
import { actorIdOf, type Context, type InTransaction } from '../kit/context';
import { badInput, conflict, enforce, notFound, onUniqueViolation, requireVersion } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { once } from '../kit/idempotency';
import { fromGlobalId, newUuid } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { COLUMN_COLUMNS, IS_SHOWN, type BoardColumnEntity } from './board.entity';
import { MAX_RANK, rankAtEnd, rankBetween } from './board.logic';
import { refuseBoardCount, refuseBoardName } from './board.policy';
import { orderedTasks } from './card.entity';
import { withSubscribers } from './patch.service';
import { requireIntegration } from './commitment.service';
import type { TaskState } from './task.entity';
import { changesOf } from './task.logic';
import {
  BOARD_COLUMN_CATEGORIES,
  STATUSES,
  labelOf,
  labelsOf,
  statusIn,
  type StatusCategory,
} from './task.policy';
import {
  answeringWith,
  emitChanges,
  placeOf,
  requireTask,
  requireWorkplace,
  type Workplace,
} from './task.service';
import { requireRoom } from './wip.service';

type Tx = InTransaction<Context>;

/** Creates a board with one column per status category. */
export async function createBoard(ctx: Context, input: CreateBoardInput): Promise<{ boardId: string }> {
  const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
  const name = input.name.trim();
  const integrationId =
    input.integrationId == null ? null : fromGlobalId('Integration', input.integrationId, 'integrationId');
  const create = async (tx: Tx) => {
    await requireWorkplace(tx, workspaceId);
    return once(tx, 'createBoard', input, async () => ({
      boardId: await planBoard(tx, workspaceId, { name, integrationId }),
    }));
  };
  const { ids } = await inTransaction(ctx, create).catch(
    onUniqueViolation('board_name_key', () =>
      conflict(`The workspace has a board named "${name}" already.`, { path: ['name'] }),
    ),
  );
  return ids;
}

async function planBoard(
  ctx: Tx,
  workspaceId: string,
  { name, integrationId }: { name: string; integrationId: string | null },
): Promise<string> {
  const refusal = refuseBoardName(name);
  if (refusal !== null) throw badInput(refusal, 'name');
  enforce(refuseBoardCount(await countBoards(ctx, workspaceId)));
  await requireIntegration(ctx, { workspaceId, integrationId });
  const boardId = newUuid();
  const columns = BOARD_COLUMN_CATEGORIES.map((category) => ({
    id: newUuid(),
    name: labelOf(category),
    category,
  }));
  const payload = { name, creatorId: actorIdOf(ctx)!, columns, integrationId };
  emit(ctx, { type: 'board.created', aggregateId: boardId, workspaceId, scopeId: workspaceId, payload });
  return boardId;
}

async function countBoards(ctx: Tx, workspaceId: string): Promise<number> {
  const [counted] = await ctx.tx.query<{ count: number }>(
    '/* task.countBoards */ SELECT count(*)::int AS count FROM task.board b WHERE b.workspace_id = $1',
    [workspaceId],
  );
  return counted!.count;
}

/**
 * Puts a task into a column between two others. No two tasks of a board ever have one rank, however many are moved to
 * one place at once. A task that stands there already makes no event; the cursor is null then.
 */
export async function moveTask(
  ctx: Context,
  input: MoveTaskInput,
): Promise<{ taskId: string; cursor: string | null }> {
  const taskId = fromGlobalId('Task', input.id, 'id');
  const events = await inTransaction(ctx, async (tx) => {
    const found = await requireTask(tx, taskId);
    return answeringWith(found.task, () => decideMove(tx, found, input));
  });
  const last = events.at(-1);
  return { taskId, cursor: last ? cursorOf(last) : null };
}

/** A move while it is being decided. */
interface Move {
  task: TaskState;
  column: TargetColumn;
}

type TargetColumn = BoardColumnEntity & { boardName: string; isShown: boolean };

async function decideMove(
  ctx: Tx,
  { task, place }: { task: TaskState; place: Workplace },
  input: MoveTaskInput,
): Promise<StoredEvent[]> {
  requireVersion(task, input.expectedVersion, { what: task.key });
  const column = await requireColumn(ctx, fromGlobalId('BoardColumn', input.columnId, 'columnId'), task);
  if (!column.isShown) {
    throw conflict(`${task.key} is not on the board "${column.boardName}".`, { path: ['id'] });
  }
  const status = statusIn(task.type, column.category);
  if (!status) throw badInput(refuseColumn(task, column), 'columnId');
  if (column.category !== task.category) {
    await requireRoom(ctx, { ...task, category: column.category }, { path: ['columnId'] });
  }
  const [lower, upper] = await findGap(ctx, { task, column }, input);
  const changes = await withSubscribers(ctx, task, changesOf(task, { status }));
  const current = await findRank(ctx, task, column.boardId);
  const isThere = (lower === null || lower < current) && (upper === null || current < upper);
  if (isThere && changes.length === 0) return [];
  const isLast = lower !== null && upper === null;
  const rank = isLast
    ? rankAtEnd(lower, await findNextNumber(ctx, task), task.number)
    : rankBetween(lower, upper, task.number);
  if (rank.length > MAX_RANK) {
    throw conflict('So many were put there that there is no place left: move a neighbour away and back.');
  }
  const payload = { boardId: column.boardId, columnId: column.id, rank };
  const topics = [`board:${column.boardId}`];
  const moved = emit(ctx, { type: 'task.moved', ...placeOf(task), payload, topics });
  return [moved, ...emitChanges(ctx, task, changes, { topics: place.topics })];
}

function refuseColumn(task: TaskState, column: BoardColumnEntity): string {
  const type = task.type.toLowerCase();
  return `No status of type ${type} belongs to the column "${column.name}". Available: ${labelsOf(STATUSES[task.type])}`;
}

async function requireColumn(ctx: Tx, columnId: string, task: TaskState): Promise<TargetColumn> {
  const [column] = await ctx.tx.query<TargetColumn>(
    `/* task.findColumn */ SELECT ${COLUMN_COLUMNS}, b.name AS board_name, (${IS_SHOWN}) AS is_shown
     FROM task.board_column k JOIN task.board b ON b.id = k.board_id JOIN task.task t ON t.id = $3
     WHERE k.id = $1 AND k.workspace_id = $2`,
    [columnId, task.workspaceId, task.id],
  );
  if (!column) throw notFound('Column', 'columnId');
  return column;
}

async function findRank(ctx: Tx, task: TaskState, boardId: string): Promise<string> {
  const [card] = await ctx.tx.query<{ rank: string }>(
    '/* task.findRank */ SELECT c.rank FROM task.card c WHERE c.board_id = $1 AND c.task_id = $2',
    [boardId, task.id],
  );
  return card?.rank ?? task.rank;
}

/** The number that the next task of the workspace will have. */
async function findNextNumber(ctx: Tx, task: TaskState): Promise<number> {
  const [counter] = await ctx.tx.query<{ next: number }>(
    '/* task.findNextNumber */ SELECT c.next FROM task.counter c WHERE c.workspace_id = $1',
    [task.workspaceId],
  );
  return counter?.next ?? task.number + 1;
}

/** The ranks between which the task is to stand; null is the end of the board. */
async function findGap(ctx: Tx, move: Move, input: MoveTaskInput): Promise<[string | null, string | null]> {
  const after = await findNeighbour(ctx, move, input.afterId, 'afterId');
  const before = await findNeighbour(ctx, move, input.beforeId, 'beforeId');
  if (after !== null && before !== null && after >= before) {
    throw conflict('The two neighbours have changed places.', { path: ['afterId'] });
  }
  if (after !== null) return [after, await findNext(ctx, move, after)];
  if (before !== null) return [await findPrevious(ctx, move, before), before];
  // At the top of a column it may stand above all else: what is in other columns is of no concern there.
  return [null, await findTop(ctx, move)];
}

interface Neighbour {
  key: string;
  category: StatusCategory;
  rank: string;
  isShown: boolean;
}

async function findNeighbour(
  ctx: Tx,
  { task, column }: Move,
  id: string | null | undefined,
  field: 'afterId' | 'beforeId',
): Promise<string | null> {
  if (id == null) return null;
  const neighbourId = fromGlobalId('Task', id, field);
  if (neighbourId === task.id) throw badInput('A task cannot stand next to itself', field);
  const [neighbour] = await ctx.tx.query<Neighbour>(
    `/* task.findNeighbour */ SELECT t.key, t.category, coalesce(c.rank, t.rank) AS rank, (${IS_SHOWN}) AS is_shown
     FROM task.task t JOIN task.board b ON b.id = $1 LEFT JOIN task.card c ON c.board_id = b.id AND c.task_id = t.id
     WHERE t.id = $2 AND t.workspace_id = $3`,
    [column.boardId, neighbourId, column.workspaceId],
  );
  if (!neighbour) throw notFound('Task', field);
  if (neighbour.category === column.category && neighbour.isShown) return neighbour.rank;
  throw conflict(`${neighbour.key} is not in the column "${column.name}" any more.`, { path: [field] });
}

async function findTop(ctx: Tx, { task, column }: Move): Promise<string | null> {
  const [top] = await ctx.tx.query<{ rank: string }>(
    `/* task.findTopRank */ SELECT x.board_rank AS rank FROM task.board b
     CROSS JOIN LATERAL (${orderedTasks('t.category = $2 AND t.id <> $3', '', ' ORDER BY {rank} LIMIT 1')}) x
     WHERE b.id = $1`,
    [column.boardId, column.category, task.id],
  );
  return top?.rank ?? null;
}

/*
 * The bounds may be default ranks of tasks that have been moved away: that only narrows the gap, and both parts are
 * one step in an index however large the board.
 */

async function findNext(ctx: Tx, { task, column }: Move, rank: string): Promise<string | null> {
  const [next] = await ctx.tx.query<{ rank: string | null }>(
    `/* task.findNextRank */ SELECT min(x.rank) AS rank FROM (
       (SELECT c.rank FROM task.card c WHERE c.board_id = $1 AND c.rank > $3 AND c.task_id <> $4 ORDER BY c.rank LIMIT 1)
       UNION ALL
       (SELECT t.rank FROM task.task t WHERE t.workspace_id = $2 AND t.rank > $3 AND t.id <> $4 ORDER BY t.rank LIMIT 1)
     ) x`,
    [column.boardId, column.workspaceId, rank, task.id],
  );
  return next!.rank;
}

async function findPrevious(ctx: Tx, { task, column }: Move, rank: string): Promise<string | null> {
  const [previous] = await ctx.tx.query<{ rank: string | null }>(
    `/* task.findPreviousRank */ SELECT max(x.rank) AS rank FROM (
       (SELECT c.rank FROM task.card c WHERE c.board_id = $1 AND c.rank < $3 AND c.task_id <> $4
        ORDER BY c.rank DESC LIMIT 1)
       UNION ALL
       (SELECT t.rank FROM task.task t WHERE t.workspace_id = $2 AND t.rank < $3 AND t.id <> $4
        ORDER BY t.rank DESC LIMIT 1)
     ) x`,
    [column.boardId, column.workspaceId, rank, task.id],
  );
  return previous!.rank;
}
