import type { BoardFilter } from '../../schema/board-events';
import type { Refusal } from '../kit/permission';
import { refuseLine } from './task.policy';

const MAX_BOARDS = 100;
const MAX_BOARD_NAME = 200;
const MAX_COLUMN_NAME = 100;
const MAX_WIP_LIMIT = 1000;
const MAX_FILTER_VALUES = 50;
const MAX_FILTER_TEXT = 200;

/** Why a workspace that has so many boards gets no other, or null: each change of a task is told to all of them. */
export function refuseBoardCount(count: number): Refusal | null {
  if (count < MAX_BOARDS) return null;
  return { message: `A workspace has at most ${MAX_BOARDS} boards.`, code: 'CONFLICT' };
}

/** Why a board's name is not acceptable, or null. */
export function refuseBoardName(name: string): string | null {
  return refuseLine('Name', name, MAX_BOARD_NAME);
}

/** Why a column's name is not acceptable, or null. */
export function refuseColumnName(name: string): string | null {
  return refuseLine('Name', name, MAX_COLUMN_NAME);
}

/** Why a limit of tasks in a column is not acceptable, or null. */
export function refuseWipLimit(limit: number | null): string | null {
  const isFitting = limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= MAX_WIP_LIMIT);
  return isFitting ? null : `The limit must be between 1 and ${MAX_WIP_LIMIT}`;
}

/** Why a board cannot be filtered so, with the field at fault; null when it can. */
export function refuseFilter(filter: BoardFilter): { field: string; message: string } | null {
  for (const field of ['assigneeIds', 'labelIds'] as const) {
    if ((filter[field]?.length ?? 0) > MAX_FILTER_VALUES) {
      return { field, message: `At most ${MAX_FILTER_VALUES} may be named` };
    }
  }
  const message = filter.text === null ? null : refuseLine('Text', filter.text, MAX_FILTER_TEXT);
  return message === null ? null : { field: 'text', message };
}

/** Why columns cannot stand in this order, or null: each of the board's must be named once. */
export function refuseOrder(columnIds: readonly string[], order: readonly string[]): string | null {
  const isWhole = order.length === columnIds.length && columnIds.every((id) => order.includes(id));
  return isWhole ? null : 'Name each column of the board once';
}

/** Why a board may not be deleted by somebody with this role who may change it; null when it may. */
export function refuseDeleting(userId: string, role: string, board: { creatorId: string }): Refusal | null {
  if (board.creatorId === userId || role === 'ADMIN' || role === 'OWNER') return null;
  return {
    message: 'Only whoever made the board and admins of the workspace may delete it.',
    requiredRole: 'ADMIN',
  };
}

/** What a full column says to a task that would come into it. */
export function fullColumn(column: { name: string; boardName: string; wipLimit: number }): string {
  return `The column "${column.name}" of the board "${column.boardName}" is full: its limit is ${column.wipLimit}.`;
}

/** What is said where the workspace has a commitment point for the integration, or for none, already. */
export function refuseSecondCommitment({ name, boardName }: { name: string; boardName: string }): string {
  return `The commitment point is the column "${name}" of the board "${boardName}" already.`;
}
