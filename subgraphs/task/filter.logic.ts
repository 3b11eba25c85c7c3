import type { IdType } from '../../schema/ids';
import { tryFromGlobalId } from '../kit/ids';
import { isCalendarDate } from './task.policy';

/** Comparisons of one field: all that are given must hold. */
interface Comparison {
  eq?: unknown;
  in?: readonly unknown[] | null;
  contains?: string | null;
  startsWith?: string | null;
  gt?: unknown;
  lt?: unknown;
  isNull?: boolean | null;
}

/** Which tasks are meant, as the schema's TaskFilter says it: all that is given must hold. */
export type FilterOfTasks = { [F in FieldName]?: Comparison | null } & {
  and?: readonly FilterOfTasks[] | null;
  or?: readonly FilterOfTasks[] | null;
  not?: FilterOfTasks | null;
};

/** A condition on the task `t`, with the values of its parameters. */
export interface Condition {
  sql: string;
  values: unknown[];
}

interface Field {
  column: string;
  type: 'text' | 'uuid' | 'date' | 'timestamptz';
  /** Of what its values are ids. */
  idOf?: IdType;
  /** Where the column is one of other rows: those that belong to the task and that the caller may see. */
  rows?: string;
  /** Whether it is compared whatever the case; the database folds both sides. */
  isFolded?: true;
}

const FIELDS = {
  type: { column: 't.type', type: 'text' },
  status: { column: 't.status', type: 'text' },
  statusCategory: { column: 't.category', type: 'text' },
  priority: { column: 't.priority', type: 'text' },
  severity: { column: 't.severity', type: 'text' },
  assignee: { column: 't.assignee_id', type: 'uuid', idOf: 'User' },
  creator: { column: 't.creator_id', type: 'uuid', idOf: 'User' },
  parent: { column: 'p.id', type: 'uuid', idOf: 'Task', rows: 'task.task p WHERE p.id = t.parent_id' },
  label: {
    column: 'l.id',
    type: 'uuid',
    idOf: 'Label',
    rows: 'task.task_label j JOIN task.label l ON l.id = j.label_id WHERE j.task_id = t.id',
  },
  dueDate: { column: 't.due_date', type: 'date' },
  createdAt: { column: 't.created_at', type: 'timestamptz' },
  updatedAt: { column: 't.updated_at', type: 'timestamptz' },
  title: { column: 't.title', type: 'text', isFolded: true },
} as const satisfies Record<string, Field>;

type FieldName = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as FieldName[];

/** How deep filters may stand in each other, and how much a filter may say. */
const MAX_DEPTH = 5;
const MAX_PARTS = 50;
const MAX_VALUES = 100;
const MAX_TEXT = 500;

/** What is wrong with a filter, naming what is at fault; null when nothing is. */
export function faultOfFilter(filter: FilterOfTasks): string | null {
  return faultOfDepth(filter, 0) ?? faultOfSize(filter) ?? faultOfValues(filter, 'filter');
}

function nestedIn(filter: FilterOfTasks): [string, FilterOfTasks][] {
  return [
    ...(filter.and ?? []).map((one, i): [string, FilterOfTasks] => [`and.${i}`, one]),
    ...(filter.or ?? []).map((one, i): [string, FilterOfTasks] => [`or.${i}`, one]),
    ...(filter.not ? [['not', filter.not] as [string, FilterOfTasks]] : []),
  ];
}

function faultOfDepth(filter: FilterOfTasks, depth: number): string | null {
  if (depth > MAX_DEPTH) return `filter may hold filters in each other ${MAX_DEPTH} deep`;
  return firstOf(nestedIn(filter), ([, nested]) => faultOfDepth(nested, depth + 1));
}

function faultOfSize(filter: FilterOfTasks): string | null {
  return sizeOf(filter) > MAX_PARTS ? `filter must have at most ${MAX_PARTS} parts` : null;
}

/** How many comparisons and nested filters there are in all. */
function sizeOf(filter: FilterOfTasks): number {
  const own = comparisonsOf(filter).reduce((sum, [, comparison]) => sum + Object.keys(comparison).length, 0);
  return nestedIn(filter).reduce((sum, [, nested]) => sum + 1 + sizeOf(nested), own);
}

function comparisonsOf(filter: FilterOfTasks): [FieldName, Comparison][] {
  return NAMES.flatMap((name) => (filter[name] ? [[name, filter[name]] as [FieldName, Comparison]] : []));
}

function faultOfValues(filter: FilterOfTasks, place: string): string | null {
  return (
    firstOf(comparisonsOf(filter), ([name, one]) =>
      faultOfComparison(FIELDS[name], one, `${place}.${name}`),
    ) ?? firstOf(nestedIn(filter), ([name, nested]) => faultOfValues(nested, `${place}.${name}`))
  );
}

function faultOfComparison(field: Field, comparison: Comparison, place: string): string | null {
  if ((comparison.in?.length ?? 0) > MAX_VALUES) return `${place}.in must have at most ${MAX_VALUES} values`;
  const { eq, in: among, contains, startsWith, gt, lt } = comparison;
  const values = [eq, contains, startsWith, gt, lt, ...(among ?? [])].filter((value) => value != null);
  return firstOf(values, (value) => faultOfValue(field, value, place));
}

function faultOfValue({ type, idOf }: Field, value: unknown, place: string): string | null {
  if (typeof value !== 'string') return null;
  if (idOf) return tryFromGlobalId(idOf, value) ? null : `${place}: that is not the id of a ${idOf}`;
  if (type === 'date') return isCalendarDate(value) ? null : `${place}: Invalid date. Use YYYY-MM-DD`;
  if (value.length > MAX_TEXT) return `${place}: a text must have at most ${MAX_TEXT} characters`;
  // The database can keep neither, so no title holds them.
  return /[\0\p{Surrogate}]/u.test(value) ? `${place}: a text must be well-formed` : null;
}

function firstOf<V>(values: readonly V[], faultOf: (value: V) => string | null): string | null {
  for (const value of values) {
    const fault = faultOf(value);
    if (fault !== null) return fault;
  }
  return null;
}

/**
 * A filter that has no fault as a condition on the task `t`, whose parameters are numbered from `first`. Filters of one
 * shape have one text, whatever their values.
 */
export function toCondition(filter: FilterOfTasks, first: number): Condition {
  const values: unknown[] = [];
  const take = (value: unknown): string => {
    values.push(value);
    return `$${first + values.length - 1}`;
  };
  return { sql: filterSql(filter, take), values };
}

type Take = (value: unknown) => string;

function filterSql(filter: FilterOfTasks, take: Take): string {
  const { and, or, not } = filter;
  return join('AND', [
    ...comparisonsOf(filter).flatMap(([name, comparison]) => comparisonSql(FIELDS[name], comparison, take)),
    ...(and ?? []).map((one) => filterSql(one, take)),
    ...(or
      ? [
          join(
            'OR',
            or.map((one) => filterSql(one, take)),
          ),
        ]
      : []),
    // What is not known does not hold: neither has a task without a priority a high one.
    ...(not ? [`(${filterSql(not, take)}) IS NOT TRUE`] : []),
  ]);
}

function join(word: 'AND' | 'OR', parts: readonly string[]): string {
  if (parts.length === 0) return word === 'AND' ? 'true' : 'false';
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${word} `)})`;
}

function comparisonSql(field: Field, comparison: Comparison, take: Take): string[] {
  const { eq, in: among, contains, startsWith, gt, lt, isNull } = comparison;
  const column = fold(field, field.column);
  const given = (value: unknown) => fold(field, `${take(valueOf(field, value))}::${field.type}`);
  const tests = [
    ...(eq == null ? [] : [`${column} = ${given(eq)}`]),
    ...(among ? [`${column} = ANY (${amongSql(field, among, take)})`] : []),
    ...(contains == null ? [] : [`strpos(${column}, ${given(contains)}) > 0`]),
    ...(startsWith == null ? [] : [`starts_with(${column}, ${given(startsWith)})`]),
    ...(gt == null ? [] : [`${column} > ${given(gt)}`]),
    ...(lt == null ? [] : [`${column} < ${given(lt)}`]),
  ].map((test) => (field.rows ? `EXISTS (SELECT 1 FROM ${field.rows} AND ${test})` : test));
  return isNull == null ? tests : [...tests, nullSql(field, isNull)];
}

function amongSql(field: Field, among: readonly unknown[], take: Take): string {
  const list = `${take(among.map((value) => valueOf(field, value)))}::${field.type}[]`;
  return field.isFolded ? `ARRAY(SELECT lower(v) FROM unnest(${list}) AS v)` : list;
}

function fold({ isFolded }: Field, sql: string): string {
  return isFolded ? `lower(${sql})` : sql;
}

function nullSql({ column, rows }: Field, isNull: boolean): string {
  if (rows) return `${isNull ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${rows})`;
  return `${column} IS ${isNull ? '' : 'NOT '}NULL`;
}

function valueOf({ idOf }: Field, value: unknown): unknown {
  return idOf ? tryFromGlobalId(idOf, String(value)) : value;
}
