import type { BoardFilter } from '../../schema/board-events';
import type { EventPayload } from '../../schema/events';
import type {
  DeleteBoardInput,
  SetCommitmentPointInput,
  UpdateBoardColumnInput,
  UpdateBoardInput,
} from '../../schema/generated/task';
import type { Context, InTransaction } from '../kit/context';
import { badInput, conflict, enforce, notFound, onUniqueViolation, requireVersion } from '../kit/errors';
import { controlTopics, emit } from '../kit/events';
import { fromGlobalId } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { BOARD_COLUMNS, COLUMN_COLUMNS, type BoardColumnEntity, type BoardEntity } from './board.entity';
import {
  refuseBoardName,
  refuseColumnName,
  refuseDeleting,
  refuseFilter,
  refuseOrder,
  refuseWipLimit,
} from './board.policy';
import { onceMore, requireIntegration, requireSoleCommitment } from './commitment.service';
import { requireLabels } from './labelling.service';
import { refuseWriting, requireWorkplace, type Workplace } from './task.service';

type Tx = InTransaction<Context>;
/** What a board is set to, as its events tell it. */
export type Settings = Pick<
  EventPayload<'board.updated'>,
  'name' | 'isEnforcingWipLimits' | 'filter' | 'columnIds' | 'integrationId' | 'commitmentColumnId'
>;
type Field = EventPayload<'board.updated'>['changedFields'][number];

/** By which name clients are told that a setting has changed. */
const FIELD_OF: Record<keyof Settings, Field> = {
  name: 'name',
  isEnforcingWipLimits: 'isEnforcingWipLimits',
  filter: 'filter',
  columnIds: 'columns',
  integrationId: 'integration',
  commitmentColumnId: 'commitmentPoint',
};

/** Changes what a board is called, shows and enforces, and the order of its columns: all or nothing. */
export async function updateBoard(ctx: Context, input: UpdateBoardInput): Promise<{ boardId: string }> {
  const boardId = fromGlobalId('Board', input.id, 'id');
  const nameTaken = () =>
    conflict(`The workspace has a board named "${input.name?.trim()}" already.`, { path: ['name'] });
  const place = { boardId, field: 'id', expectedVersion: input.expectedVersion };
  await onceMore('board_column_commitment_key', () =>
    inTransaction(ctx, (tx) => changeSettings(tx, place, (before) => patchOf(input, before))),
  ).catch(onUniqueViolation('board_name_key', nameTaken));
  return { boardId };
}

/** Makes a column the commitment point of its board, in place of another; null takes it away. */
export async function setCommitmentPoint(
  ctx: Context,
  input: SetCommitmentPointInput,
): Promise<{ boardId: string }> {
  const boardId = fromGlobalId('Board', input.boardId, 'boardId');
  const columnId = input.columnId == null ? null : fromGlobalId('BoardColumn', input.columnId, 'columnId');
  const place = { boardId, field: 'boardId', expectedVersion: input.expectedVersion };
  await onceMore('board_column_commitment_key', () =>
    inTransaction(ctx, (tx) =>
      changeSettings(tx, place, ({ columnIds }) => {
        if (columnId !== null && !columnIds.includes(columnId)) throw notFound('Column', 'columnId');
        return { commitmentColumnId: columnId };
      }),
    ),
  );
  return { boardId };
}

/** Changes settings of a board; what is so already makes no event. */
async function changeSettings(
  ctx: Tx,
  place: { boardId: string; field: string; expectedVersion?: number | null },
  patch: (before: Settings) => Partial<Settings>,
): Promise<void> {
  const { board } = await requireBoard(ctx, place.boardId, place.field);
  expectVersion(board, place.expectedVersion);
  const before = await findSettings(ctx, board);
  const after = { ...before, ...patch(before) };
  const changed = (Object.keys(FIELD_OF) as (keyof Settings)[]).filter(
    (setting) => JSON.stringify(after[setting]) !== JSON.stringify(before[setting]),
  );
  if (changed.length === 0) return;
  const { workspaceId } = board;
  if (changed.includes('integrationId')) await requireIntegration(ctx, { ...after, workspaceId });
  const atFault = changed.includes('integrationId') ? 'integrationId' : 'columnId';
  await requireSoleCommitment(ctx, board, after, atFault);
  const known = before.filter.labelIds ?? [];
  const labelIds = (after.filter.labelIds ?? []).filter((id) => !known.includes(id));
  await requireLabels(ctx, workspaceId, labelIds, ['filter', 'labelIds']);
  const changedFields = changed.map((setting) => FIELD_OF[setting]);
  emit(ctx, { ...placeOf(board), type: 'board.updated', payload: { ...after, changedFields } });
}

async function findSettings(ctx: Tx, board: BoardEntity): Promise<Settings> {
  const columns = await ctx.tx.query<{ id: string; isCommitmentPoint: boolean }>(
    `/* task.findColumnIds */ SELECT k.id, k.is_commitment_point FROM task.board_column k
     WHERE k.board_id = $1 ORDER BY k.position`,
    [board.id],
  );
  const { name, isEnforcingWipLimits, integrationId } = board;
  return {
    ...{ name, isEnforcingWipLimits, integrationId, filter: filterOf(board) },
    columnIds: columns.map(({ id }) => id),
    commitmentColumnId: columns.find(({ isCommitmentPoint }) => isCommitmentPoint)?.id ?? null,
  };
}

function filterOf(board: BoardEntity): BoardFilter {
  return {
    types: board.filterTypes,
    assigneeIds: board.filterAssigneeIds,
    labelIds: board.filterLabelIds,
    text: board.filterText,
  };
}

function patchOf(input: UpdateBoardInput, { columnIds }: Settings): Partial<Settings> {
  const patch: Partial<Settings> = {};
  if (input.name === null) throw badInput('Name cannot be cleared', 'name');
  if (input.isEnforcingWipLimits === null) {
    throw badInput('Say true or false', 'isEnforcingWipLimits');
  }
  if (input.name !== undefined) {
    patch.name = input.name.trim();
    refuse(refuseBoardName(patch.name), 'name');
  }
  if (input.isEnforcingWipLimits !== undefined) patch.isEnforcingWipLimits = input.isEnforcingWipLimits;
  const { integrationId: from } = input;
  if (from !== undefined) {
    patch.integrationId = from === null ? null : fromGlobalId('Integration', from, 'integrationId');
  }
  if (input.filter !== undefined) patch.filter = readFilter(input.filter);
  if (input.columnIds != null) {
    patch.columnIds = input.columnIds.map((id) => fromGlobalId('BoardColumn', id, 'columnIds'));
    refuse(refuseOrder(columnIds, patch.columnIds), 'columnIds');
  }
  return patch;
}

function refuse(message: string | null, field: string): void {
  if (message !== null) throw badInput(message, field);
}

function readFilter(input: UpdateBoardInput['filter']): BoardFilter {
  const ids = (type: 'User' | 'Label', field: 'assigneeIds' | 'labelIds') =>
    orNull([...new Set(input?.[field] ?? [])].map((id) => fromGlobalId(type, id, 'filter', field)).sort());
  const filter: BoardFilter = {
    types: orNull([...new Set(input?.types ?? [])].sort()),
    assigneeIds: ids('User', 'assigneeIds'),
    labelIds: ids('Label', 'labelIds'),
    text: input?.text?.trim() || null,
  };
  const refusal = refuseFilter(filter);
  if (refusal) throw badInput(refusal.message, 'filter', refusal.field);
  return filter;
}

const orNull = <V>(values: V[]): V[] | null => (values.length > 0 ? values : null);

/** Changes the name or the limit of a column. */
export async function updateBoardColumn(
  ctx: Context,
  input: UpdateBoardColumnInput,
): Promise<{ boardId: string; columnId: string }> {
  const columnId = fromGlobalId('BoardColumn', input.id, 'id');
  return inTransaction(ctx, async (tx) => {
    const { board, column } = await requireColumn(tx, columnId);
    expectVersion(board, input.expectedVersion);
    if (input.name === null) throw badInput('Name cannot be cleared', 'name');
    const name = input.name?.trim() ?? column.name;
    const wipLimit = input.wipLimit === undefined ? column.wipLimit : input.wipLimit;
    refuse(refuseColumnName(name), 'name');
    refuse(refuseWipLimit(wipLimit), 'wipLimit');
    const changedFields = [
      ...(name === column.name ? [] : ['name' as const]),
      ...(wipLimit === column.wipLimit ? [] : ['wipLimit' as const]),
    ];
    const payload = { columnId, name, wipLimit, changedFields };
    if (changedFields.length > 0) emit(tx, { ...placeOf(board), type: 'board.column.updated', payload });
    return { boardId: board.id, columnId };
  });
}

/** Deletes a board with its columns and the order of its cards; its tasks stay. */
export async function deleteBoard(ctx: Context, input: DeleteBoardInput): Promise<void> {
  const boardId = fromGlobalId('Board', input.id, 'id');
  await inTransaction(ctx, async (tx) => {
    const { board, place } = await requireBoard(tx, boardId, 'id');
    enforce(refuseDeleting(tx.principal.userId!, place.role, board));
    const { topics, ...rest } = placeOf(board);
    // Gateways ask at once who may still follow it: nobody.
    const all = [...topics, ...controlTopics(board.workspaceId)];
    emit(tx, { ...rest, type: 'board.deleted', topics: all, payload: {} });
  });
}

/** Where the events of a board belong; they are entries of its own topic. */
export function placeOf({ id, workspaceId, scopeId }: BoardEntity) {
  return { aggregateId: id, workspaceId, scopeId, topics: [`board:${id}`] };
}

/** Refuses a change of a board that is another one by now than the caller expects, and answers it as it is. */
export function expectVersion(board: BoardEntity, expected: number | null | undefined): void {
  requireVersion(board, expected, { what: `The board "${board.name}"`, payload: { board } });
}

/** A board that the caller may change, locked; NOT_FOUND when it cannot be seen, FORBIDDEN when only read. */
export async function requireBoard(
  ctx: Tx,
  boardId: string,
  field: string,
): Promise<{ board: BoardEntity; place: Workplace }> {
  const [board] = await ctx.tx.query<BoardEntity>(
    `/* task.lockBoard */ SELECT ${BOARD_COLUMNS} FROM task.board b WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
    [boardId],
  );
  if (board) return { board, place: await requireWorkplace(ctx, board.workspaceId) };
  // A lock passes over rows that may be read and not changed.
  const [readable] = await ctx.tx.query<BoardEntity>(
    `/* task.findBoard */ SELECT ${BOARD_COLUMNS} FROM task.board b WHERE b.id = $1`,
    [boardId],
  );
  if (!readable) throw notFound('Board', field);
  await requireWorkplace(ctx, readable.workspaceId);
  throw refuseWriting();
}

/** A column of a board that the caller may change; the board is locked. */
export async function requireColumn(
  ctx: Tx,
  columnId: string,
): Promise<{ board: BoardEntity; column: BoardColumnEntity }> {
  const find = () =>
    ctx.tx.query<BoardColumnEntity>(
      `/* task.findOwnColumn */ SELECT ${COLUMN_COLUMNS} FROM task.board_column k WHERE k.id = $1`,
      [columnId],
    );
  const [found] = await find();
  if (!found) throw notFound('Column', 'id');
  const { board } = await requireBoard(ctx, found.boardId, 'id');
  // Read again: what the lock was waited for may have changed it.
  const [column] = await find();
  if (!column) throw notFound('Column', 'id');
  return { board, column };
}
