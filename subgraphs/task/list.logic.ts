import type { KeyPart } from '../kit/pagination';
import type { TaskEntity } from './task.entity';

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
