import type { EventPayload } from '../../schema/events';
import type { Context, InTransaction } from '../kit/context';
import { conflict } from '../kit/errors';
import { IS_SHOWN, isShown } from './board.entity';
import { fullColumn } from './board.policy';
import type { TaskState } from './task.entity';
import type { TaskPatch } from './task.logic';
import { categoryOf } from './task.policy';

type Tx = InTransaction<Context>;

/** A task as it is about to be, in what decides where boards show it. */
export type Place = Pick<TaskState, 'id' | 'workspaceId' | 'type' | 'title' | 'assigneeId' | 'category'>;

interface Arrival {
  /** The labels that it gets and loses by it. */
  labels?: EventPayload<'task.labels.changed'> | null;
  /** Tasks that are about to be written in the same transaction, as they will be. */
  pending?: readonly Place[];
  /** The field at fault where there is no room. */
  path?: string[];
}

interface LimitedColumn {
  id: string;
  name: string;
  boardName: string;
  wipLimit: number;
}

/** Where a task will be by a patch; null when boards show it where they did. */
export function placeAfter(task: TaskState, patch: TaskPatch): Place | null {
  const { title = task.title, assigneeId = task.assigneeId, status = task.status } = patch;
  const isPlaced = [patch.title, patch.assigneeId, patch.status, patch.labels].some((v) => v !== undefined);
  return isPlaced ? { ...task, title, assigneeId, category: categoryOf(status) } : null;
}

/**
 * Refuses a task that would come into a full column, on whichever board is to show it there and enforces its limits;
 * one that is there already stays. The columns are locked to the end of the transaction, so that of two tasks one gets
 * the last place. Counted are the tasks that the caller may see: no refusal tells of others.
 */
export async function requireRoom(ctx: Tx, task: Place, arrival: Arrival): Promise<void> {
  const { added, removed } = arrival.labels ?? { added: [], removed: [] };
  const columns = await ctx.tx.query<LimitedColumn>(
    `/* task.lockLimitedColumns */ SELECT k.id, k.name, b.name AS board_name, k.wip_limit
     FROM task.board_column k JOIN task.board b ON b.id = k.board_id
     CROSS JOIN (SELECT $2::text AS category, $3::uuid AS id, $4::text AS type, $5::text AS title, $6::uuid AS assignee_id) t
     WHERE k.workspace_id = $1 AND k.category = t.category AND k.wip_limit IS NOT NULL AND b.is_enforcing_wip_limits
       AND ${isShown(WILL_BE_LABELLED)}
       AND NOT EXISTS (SELECT 1 FROM task.task t WHERE t.id = $3 AND t.category = $2 AND ${IS_SHOWN})
     ORDER BY k.id FOR NO KEY UPDATE OF k`,
    [task.workspaceId, task.category, task.id, task.type, task.title, task.assigneeId, added, removed],
  );
  for (const column of columns) await requirePlace(ctx, column, { task, ...arrival });
}

const WILL_BE_LABELLED = `b.filter_label_ids && $7::uuid[] OR EXISTS (
    SELECT 1 FROM task.task_label g JOIN task.label h ON h.id = g.label_id
    WHERE g.task_id = t.id AND g.label_id = ANY (b.filter_label_ids) AND g.label_id <> ALL ($8::uuid[]))`;

/** A statement of its own, so that it sees what those have done whom the lock was waited for. */
async function requirePlace(
  ctx: Tx,
  column: LimitedColumn,
  { task, pending = [], path }: Arrival & { task: Place },
): Promise<void> {
  const others = pending
    .filter(({ id }) => id !== task.id)
    .map(({ id, type, title, assigneeId, category }) => ({
      id,
      type,
      title,
      assignee_id: assigneeId,
      category,
    }));
  const [found] = await ctx.tx.query<{ count: number }>(
    `/* task.countInColumn */ SELECT ((SELECT count(*) FROM (SELECT 1 FROM task.board_column k
       JOIN task.board b ON b.id = k.board_id
       JOIN task.task t ON t.workspace_id = k.workspace_id AND t.category = k.category AND t.id <> ALL ($2::uuid[])
       WHERE k.id = $1 AND ${IS_SHOWN} LIMIT $3) x)
     + (SELECT count(*) FROM jsonb_to_recordset($4::jsonb) AS t (id uuid, type text, title text, assignee_id uuid, category text)
       JOIN task.board_column k ON k.id = $1 AND k.category = t.category
       JOIN task.board b ON b.id = k.board_id WHERE ${IS_SHOWN}))::int AS count`,
    [column.id, [task, ...others].map(({ id }) => id), column.wipLimit, JSON.stringify(others)],
  );
  if (found!.count >= column.wipLimit) throw conflict(fullColumn(column), { path });
}
