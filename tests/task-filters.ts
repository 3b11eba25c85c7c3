import * as fc from 'fast-check';
import type { Task } from './task-client';

const CATEGORY: Record<string, string> = { DONE: 'DONE', COMPLETED: 'DONE', INVESTIGATING: 'IN_PROGRESS' };
const categoryOf = ({ status }: Task) => CATEGORY[status] ?? 'TO_DO';

/** A filter with fields that `passes` knows. */
export interface Random {
  [field: string]: unknown;
  and?: Random[];
  or?: Random[];
  not?: Random;
}

/** Whether a task passes a filter, said a second time. */
export function passes(task: Task, filter: Random): boolean {
  const fields: Record<string, string | null> = {
    type: task.type,
    statusCategory: categoryOf(task),
    priority: task.priority,
    dueDate: task.dueDate,
    title: task.title.toLowerCase(),
  };
  const compare = (value: string | null, one: Record<string, never>) =>
    Object.entries<unknown>(one).every(([name, given]) => {
      if (name === 'isNull') return (value === null) === given;
      if (value === null) return false;
      if (name === 'in') return (given as string[]).includes(value);
      const text = String(given);
      if (name === 'contains') return value.includes(text.toLowerCase());
      return name === 'eq' ? value === text : name === 'gt' ? value > text : value < text;
    });
  const own = Object.entries(filter).filter(([name]) => name in fields);
  return (
    own.every(([name, one]) => compare(fields[name]!, one as Record<string, never>)) &&
    (filter.and ?? []).every((one) => passes(task, one)) &&
    (!filter.or || filter.or.some((one) => passes(task, one))) &&
    !(filter.not && passes(task, filter.not))
  );
}

const optional = { requiredKeys: [] as never[] };
const of = (...values: string[]) =>
  fc.record({ eq: fc.constantFrom(...values), in: fc.subarray(values) }, optional);
const orNone = (...values: string[]) =>
  fc.record({ eq: fc.constantFrom(...values), in: fc.subarray(values), isNull: fc.boolean() }, optional);
const days = fc.constantFrom('2026-12-24', '2026-12-31', '2027-01-01');
const fields = {
  type: of('TASK', 'BUG', 'EPIC'),
  statusCategory: of('TO_DO', 'IN_PROGRESS', 'DONE'),
  priority: orNone('HIGH', 'MEDIUM', 'LOW'),
  dueDate: fc.record({ eq: days, gt: days, lt: days, isNull: fc.boolean() }, optional),
  title: fc.record({ contains: fc.constantFrom('LOGIN', 'sign', '1', '%') }, optional),
};
const leaf: fc.Arbitrary<Random> = fc.oneof(
  ...Object.entries<fc.Arbitrary<object>>(fields).map(([name, comparison]) =>
    fc.record({ [name]: comparison }),
  ),
);
const around = (inner: fc.Arbitrary<Random>): fc.Arbitrary<Random> =>
  fc.record(
    {
      type: fields.type,
      and: fc.array(inner, { maxLength: 2 }),
      or: fc.array(inner, { minLength: 1, maxLength: 3 }),
      not: inner,
    },
    optional,
  );
const isSmall = (filter: Random) => JSON.stringify(filter).split(':').length < 40;
/** Filters of any shape, four deep at most, that the tasks of a test know an answer to. */
export const randomFilter = around(fc.oneof(leaf, around(leaf))).filter(isSmall);
