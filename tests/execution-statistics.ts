import type { QueryPlan } from '@apollo/query-planner';
import type { Outcome } from './execution-outcome';

/** How often what was reached. */
export type Statistics = Map<string, number>;

/** Counts one more. */
export function count(statistics: Statistics, name: string, by = 1): void {
  statistics.set(name, (statistics.get(name) ?? 0) + by);
}

const IN_SUBGRAPHS = [
  '@requires(',
  '@provides',
  '@override',
  '@inaccessible',
  '@interfaceObject {',
  'resolvable: false',
];
const IN_SUBGRAPHS_KEYS = ['"id org { id }"', '"org { id name }"', '"code region"', 'shared', ') @shareable'];
const IN_OPERATIONS: Readonly<Record<string, RegExp>> = {
  mutation: /^mutation/,
  include: /@include/,
  skip: /@skip/,
  introspection: /__schema|__type\(/,
  'named fragment': /\.\.\.F\d/,
  'type condition': /\.\.\. on/,
  __typename: /__typename/,
  'alias of __typename': /\w: __typename/,
  'nasty alias': /(__proto__|constructor|toString|_entities|hasOwnProperty|then|toJSON): /,
  'list of arguments': /: \[/,
  'input object': /: \{/,
  variable: /\$v\d/,
  'default of a variable': / = /,
};
const IN_PLANS = [
  'Parallel',
  'Sequence',
  'Flatten',
  'Condition',
  'inputRewrites',
  'outputRewrites',
  'KeyRenamer',
];

/** Counts what a supergraph has. */
export function countSubgraphs(statistics: Statistics, subgraphs: Readonly<Record<string, string>>): void {
  const text = Object.values(subgraphs).join('\n');
  for (const mark of [...IN_SUBGRAPHS, ...IN_SUBGRAPHS_KEYS])
    if (text.includes(mark)) count(statistics, `supergraphs with ${mark}`);
}

/** Counts what an operation and its plan have. */
export function countOperation(statistics: Statistics, text: string, plan: QueryPlan): void {
  for (const [name, pattern] of Object.entries(IN_OPERATIONS))
    if (pattern.test(text)) count(statistics, `operations with ${name}`);
  const nodes = JSON.stringify(plan);
  for (const name of IN_PLANS) if (nodes.includes(`"${name}"`)) count(statistics, `plans with ${name}`);
  if (nodes.includes('"@","@"')) count(statistics, 'plans with lists in lists');
}

/** Counts what came of an execution. */
export function countOutcome(statistics: Statistics, outcome: Outcome): void {
  const { calls, data, errors, valueCompletion, rejection } = outcome;
  const when = (name: string, condition: boolean) => {
    if (condition) count(statistics, `executions with ${name}`);
  };
  when('a rejection', rejection !== null);
  when('errors', errors.length > 0);
  when('value completion', valueCompletion.length > 0);
  when('no data', data === undefined && rejection === null);
  when('null data', data === 'null');
  when('a null', data?.includes(':null') ?? false);
  when('several calls', calls.length > 1);
  when(
    'entities',
    calls.some(({ reply }) => reply.entities > 0),
  );
  when(
    'an entity twice',
    calls.some(({ body }) => namesTwice(body)),
  );
  when(
    'a rejected call',
    calls.some(({ reply }) => reply.rejection !== null),
  );
  when(
    'an error of an entity',
    errors.some((error) => /"path":\["\w+",.*\d/.test(error)),
  );
  count(statistics, 'calls', calls.length);
}

function namesTwice(body: string): boolean {
  const { variables } = JSON.parse(body) as { variables?: { representations?: unknown[] } };
  const texts = variables?.representations?.map((representation) => JSON.stringify(representation)) ?? [];
  return new Set(texts).size < texts.length;
}

/** The counts as lines of text. */
export function printStatistics(statistics: Statistics): string {
  return [...statistics]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, times]) => `${String(times).padStart(9)} ${name}`)
    .join('\n');
}
