import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IS_SHOWN } from './board.entity';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';

/** The place on a board of a task that somebody has moved there. */
@Entity({ schema: 'task', name: 'card' })
export class CardEntity {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId!: string;

  @PrimaryColumn('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  @Column({ type: 'text', collation: 'C' })
  rank!: string;
}

/** A task's place on a board that shows it. */
export interface BoardCardRow {
  boardId: string;
  columnId: string;
  taskId: string;
  rank: string;
}

/** A task with its place on the board that it was read for. */
export type TaskOnBoard = TaskEntity & { boardRank: string };
export type CardRow = TaskOnBoard & BoardCardRow;

/**
 * The tasks of a board `b` in the order of their ranks: those that stand where somebody put them, and those that stand
 * by their own rank. Each part is read along an index, so that a page costs its own size and not the board's.
 */
export function orderedTasks(condition: string, where: string, orderAndLimit: string): string {
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
