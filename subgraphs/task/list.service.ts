import type { Context } from '../kit/context';
import { badInput } from '../kit/errors';
import { makeLoaderOfEach } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import type { Connection, PageArgs } from '../kit/pagination';
import { faultOfFilter, toCondition, type FilterOfTasks } from './filter.logic';
import { NEWEST_FIRST, OLDEST_FIRST, ORDERINGS, type OrderOfTasks } from './list.logic';
import { TASK_COLUMNS, type TaskEntity } from './task.entity';

/** Which tasks of a list are asked for, in which order, and which page of them. */
export interface TaskListArgs extends PageArgs {
  filter?: FilterOfTasks | null;
  orderBy?: OrderOfTasks | null;
}

/** What a list of tasks `t` belongs to: the name of its statement, and the column that leads to the owner. */
interface Owner {
  name: string;
  column: string;
  /** The order when none is asked for. */
  orderBy?: OrderOfTasks;
}

interface Asked {
  filter: FilterOfTasks;
  orderBy: OrderOfTasks;
}

/** The lists of tasks; whatever the caller may not see is left out. Equal ones of many owners come in one statement. */
export function makeTaskLists(ctx: Context) {
  return {
    workspaceTasks: makeList(ctx, { name: 'WorkspaceTasks', column: 't.workspace_id' }),
    assignedTasks: makeList(ctx, { name: 'AssignedTasks', column: 't.assignee_id' }),
    subtasks: makeList(ctx, { name: 'Subtasks', column: 't.parent_id', orderBy: OLDEST_FIRST }),
  };
}

function makeList(ctx: Context, owner: Owner) {
  const loaderOf = makeLoaderOfEach((asked: Asked) => makePagedLoader(ctx, listOf(owner, asked)));
  return async (id: string, { filter, orderBy, ...page }: TaskListArgs): Promise<Connection<TaskEntity>> => {
    const fault = filter ? faultOfFilter(filter) : null;
    if (fault !== null) throw badInput(fault, 'filter');
    return loaderOf({ filter: filter ?? {}, orderBy: orderBy ?? owner.orderBy ?? NEWEST_FIRST })(id, page);
  };
}

function listOf({ name, column }: Owner, { filter, orderBy }: Asked): PagedList<TaskEntity> {
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
