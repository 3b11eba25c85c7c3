import type { Context, InTransaction } from '../kit/context';
import { conflict } from '../kit/errors';
import { IS_SHOWN } from './board.entity';
import { fullColumn } from './board.policy';
import type { TaskState } from './task.entity';
import type { StatusCategory } from './task.policy';

type Tx = InTransaction<Context>;

interface LimitedColumn {
  id: string;
  name: string;
  boardName: string;
  wipLimit: number;
}

/**
 * Refuses a task that would bring a column over its limit, on whichever board shows the task and enforces its limits.
 * The columns stay locked to the end of the transaction, so that of two tasks one gets the last place. Counted are the
 * tasks that the caller may see: no refusal tells of others.
 */
export async function requireRoom(ctx: Tx, task: TaskState, category: StatusCategory): Promise<void> {
  if (category === task.category) return;
  const columns = await ctx.tx.query<LimitedColumn>(
    `/* task.lockLimitedColumns */ SELECT k.id, k.name, b.name AS board_name, k.wip_limit
     FROM task.board_column k JOIN task.board b ON b.id = k.board_id
     CROSS JOIN (SELECT $3::uuid AS id, $4::text AS type, $5::text AS title, $6::uuid AS assignee_id) t
     WHERE k.workspace_id = $1 AND k.category = $2 AND k.wip_limit IS NOT NULL AND b.is_enforcing_wip_limits
       AND ${IS_SHOWN} ORDER BY k.id FOR NO KEY UPDATE OF k`,
    [task.workspaceId, category, task.id, task.type, task.title, task.assigneeId],
  );
  for (const column of columns) await requirePlace(ctx, task, column);
}

/** A statement of its own, so that it sees what those have done whom the lock was waited for. */
async function requirePlace(ctx: Tx, task: TaskState, column: LimitedColumn): Promise<void> {
  const [found] = await ctx.tx.query<{ count: number }>(
    `/* task.countInColumn */ SELECT count(*)::int AS count FROM (SELECT 1 FROM task.board_column k
     JOIN task.board b ON b.id = k.board_id
     JOIN task.task t ON t.workspace_id = k.workspace_id AND t.category = k.category AND t.id <> $2
     WHERE k.id = $1 AND ${IS_SHOWN} LIMIT $3) x`,
    [column.id, task.id, column.wipLimit],
  );
  if (found!.count >= column.wipLimit) throw conflict(fullColumn(column), { path: ['status'] });
}
