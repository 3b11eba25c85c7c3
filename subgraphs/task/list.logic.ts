import type { PagedList } from '../kit/paged-loader';
import type { KeyPart, PageArgs } from '../kit/pagination';
import { toCondition, type FilterOfTasks } from './filter.logic';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';

/** By what tasks can be ordered. */
export type TaskOrderField = 'CREATED_AT' | 'UPDATED_AT' | 'DUE_DATE' | 'PRIORITY' | 'KEY';

/** The order of a list of tasks. */
export interface OrderOfTasks {
  field: TaskOrderField;
  direction: 'ASC' | 'DESC';
}

/** By what a list is ordered before the id: each column is one of an index. */
interface Ordering {
  column: string;
  part: KeyPart;
  valueOf(task: TaskEntity): string;
}

const PRIORITY_VALUES = { HIGH: 3, MEDIUM: 2, LOW: 1 } as const;

/** How lists of tasks `t` are ordered. The columns are written as in the indexes. */
export const ORDERINGS: Record<TaskOrderField, Ordering> = {
  CREATED_AT: {
    column: 't.created_at',
    part: 'timestamptz',
    valueOf: ({ createdAt }) => createdAt.toISOString(),
  },
  UPDATED_AT: {
    column: 't.updated_at',
    part: 'timestamptz',
    valueOf: ({ updatedAt }) => updatedAt.toISOString(),
  },
  DUE_DATE: {
    column: "coalesce(t.due_date, 'infinity'::date)",
    part: 'date',
    valueOf: ({ dueDate }) => dueDate ?? 'infinity',
  },
  PRIORITY: {
    column: "(CASE t.priority WHEN 'HIGH' THEN 3 WHEN 'MEDIUM' THEN 2 WHEN 'LOW' THEN 1 ELSE 0 END)",
    part: 'integer',
    valueOf: ({ priority }) => String(priority === null ? 0 : PRIORITY_VALUES[priority]),
  },
  KEY: { column: 't.number', part: 'integer', valueOf: ({ number }) => String(number) },
};

/** The orders of lists for which none is asked. */
export const NEWEST_FIRST: OrderOfTasks = { field: 'CREATED_AT', direction: 'DESC' };
export const OLDEST_FIRST: OrderOfTasks = { field: 'CREATED_AT', direction: 'ASC' };

/** Which tasks of a list are asked for, in which order, and which page of them. */
export interface TaskListArgs extends PageArgs {
  filter?: FilterOfTasks | null;
  orderBy?: OrderOfTasks | null;
}

/** What a list of tasks `t` belongs to: the name of its statement, and the column that leads to the owner. */
export interface ListOwner {
  name: string;
  column: string;
  /** The order when none is asked for. */
  orderBy?: OrderOfTasks;
}

/** Which tasks are asked for, and in which order. */
export interface AskedList {
  filter: FilterOfTasks;
  orderBy: OrderOfTasks;
}

/** The list of an owner's tasks as it is asked for. */
export function listOf({ name, column }: ListOwner, { filter, orderBy }: AskedList): PagedList<TaskEntity> {
  const ordering = ORDERINGS[orderBy.field];
  const condition = toCondition(filter, 2);
  const isWhole = condition.sql === 'true';
  const comment = isWhole ? `task.list${name}` : `task.filter${name}, of many shapes`;
  return {
    keyset: [ordering.part, 'uuid'],
    columns: [ordering.column, 't.id'],
    descending: orderBy.direction === 'DESC',
    mark: `${orderBy.field} ${orderBy.direction}`,
    parameters: condition.values,
    keysetOf: (task) => [ordering.valueOf(task), task.id],
    text: (where, orderAndLimit) =>
      `/* ${comment} */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${TASK_COLUMNS} FROM task.task t
       WHERE ${column} = k.id${isWhole ? '' : ` AND ${condition.sql}`}${where}${orderAndLimit}
     ) x`,
  };
}
