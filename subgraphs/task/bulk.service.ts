import type { BulkUpdateTasksInput } from '../../schema/generated/task';
import type { Context } from '../kit/context';
import { answer, badInput } from '../kit/errors';
import { tryFromGlobalId } from '../kit/ids';
import { updateTask } from './task.service';

/** How many tasks one request changes. */
const MAX_TASKS = 100;

interface Refused {
  path: string[] | null;
}

/** What became of one task of several. */
export interface BulkUpdateTaskResultRow {
  id: string;
  /** Null when the id is none of a task. */
  taskId: string | null;
  userErrors: readonly Refused[];
}

/**
 * Does the same for each of the tasks by itself, in the order given: one that is refused keeps no other from it. One
 * after the other, so that a request has one connection of the database however many tasks it is about.
 */
export async function bulkUpdateTasks(
  ctx: Context,
  input: BulkUpdateTasksInput,
): Promise<{ results: BulkUpdateTaskResultRow[]; refusals: Refused[] }> {
  const { ids, clientMutationId: _, ...changes } = input;
  if (ids.length < 1 || ids.length > MAX_TASKS)
    throw badInput(`ids must have 1 to ${MAX_TASKS} entries`, 'ids');
  const results: BulkUpdateTaskResultRow[] = [];
  for (const id of ids) {
    const { userErrors } = await answer({}, () => updateTask(ctx, { ...changes, id }));
    results.push({ id, taskId: tryFromGlobalId('Task', id), userErrors });
  }
  const refusals = results.flatMap(({ userErrors }, i) =>
    userErrors.map((error) => ({ ...error, path: ['ids', String(i), ...(error.path ?? [])] })),
  );
  return { results, refusals };
}
