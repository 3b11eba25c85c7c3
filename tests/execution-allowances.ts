import { visit, type DocumentNode } from 'graphql';
import type { Case } from './execution-cases';
import { differencesOf } from './execution-differences';
import type { Outcome } from './execution-outcome';
import { isWellPlaced, withoutPlace } from './execution-places';

type Pair = Pick<Case, 'expected' | 'actual' | 'variables' | 'operation'>;

/** A difference that is known and wanted. */
interface Allowance {
  name: string;
  /** The same pair without the difference; null where it is not there. */
  relax(pair: Pair): Pair | null;
}

/** Every difference that may be, with its reason. */
const ALLOWANCES: readonly Allowance[] = [
  {
    // A variable with a default may be null and a condition may not: ours refuses it before anything is asked for, Apollo
    // where something depends on it.
    name: 'a condition that is null',
    relax: (pair) => {
      const { actual, variables } = pair;
      const isNull = Object.entries(variables).some(
        ([name, value]) => name.startsWith('if') && value === null,
      );
      if (!isNull || !cameToNothing(actual) || !/must not be null/.test(actual.errors[0]!)) return null;
      return actual.calls.length === 0 ? { ...pair, expected: actual } : null;
    },
  },
  {
    // Neither says where, and ours has words of its own.
    name: 'the message of data that cannot be gone through',
    relax: (pair) => {
      const { expected, actual } = pair;
      if (!cameToNothing(expected) || !cameToNothing(actual)) return null;
      return { ...pair, actual: { ...actual, errors: expected.errors } };
    },
  },
  {
    // Where a client's alias is the name of what the plan fetches for itself, objects are merged into leaves.
    name: 'the message of what cannot be merged',
    relax: mapErrors(
      /"message":"Cannot (use 'in' operator|create property)[^}]*"|"message":"Object.defineProperty called on non-object"/,
    ),
  },
  {
    // Apollo counts all entities at a path and subgraphs those that they were asked for: where some lack a key, the error
    // of one stands at another. Ours stands at the entity that it is of; at which, nobody can say where a client's alias
    // is the name of what the plan fetches for itself, and what was gone through is something else by then.
    name: 'the place of an error among entities of which some were not asked for',
    relax: (pair) => {
      const { expected, actual } = pair;
      const [wrong, right] = [
        without(expected.errors, actual.errors),
        without(actual.errors, expected.errors),
      ];
      const isSame = wrong.map(withoutPlace).sort().join() === right.map(withoutPlace).sort().join();
      const isRight = right.every((error) => isWellPlaced(actual, error)) || aliasesWhatIsRequired(pair);
      return right.length > 0 && isSame && isRight
        ? { ...pair, expected: { ...expected, errors: actual.errors } }
        : null;
    },
  },
  {
    // Apollo goes through an object once for each place where it is selected, and no more once it is null; ours goes
    // through it once for all. What either comes upon on its way to the same null may be more or less.
    name: 'value completion within what is null',
    relax: (pair) => {
      const { expected, actual, operation } = pair;
      if (expected.data !== actual.data || expected.data === undefined || !selectsTwice(operation.document))
        return null;
      const data: unknown = JSON.parse(expected.data);
      const more = without(actual.valueCompletion, expected.valueCompletion);
      const less = without(expected.valueCompletion, actual.valueCompletion);
      if (![...more, ...less].every((error) => isBelowNull(data, error))) return null;
      return { ...pair, actual: { ...actual, valueCompletion: expected.valueCompletion } };
    },
  },
  {
    // For the same reason one may come upon what cannot be gone through where the other has come upon a null before. What
    // the root says that it is, is asked before its fields are gone through, by ours, and by Apollo at its fragments.
    name: 'data that cannot be gone through within what is null',
    relax: (pair) => {
      const { expected, actual, operation } = pair;
      const answered = [expected, actual].filter((outcome) => !cameToNothing(outcome));
      const mayComeUponLess = selectsTwice(operation.document) || misnamesTheRoot(pair);
      if (answered.length !== 1 || !mayComeUponLess || !/null/.test(answered[0]!.data ?? '')) return null;
      return { ...pair, actual: { ...expected, calls: actual.calls } };
    },
  },
];

/** The names of the allowances that a difference falls under as a whole; null where something is left of it. */
export function allowanceOf(found: Pair): string | null {
  let pair = found;
  const names: string[] = [];
  for (const { name, relax } of ALLOWANCES) {
    const relaxed = relax(pair);
    if (!relaxed) continue;
    pair = relaxed;
    names.push(name);
    if (differencesOf(pair.expected, pair.actual).length === 0) return names.join(' + ');
  }
  return null;
}

function cameToNothing({ data, rejection, errors }: Outcome): boolean {
  return rejection === null && data === undefined && errors.length === 1 && !errors[0]!.includes('"path":[');
}

function mapErrors(message: RegExp): Allowance['relax'] {
  const change = (outcome: Outcome): Outcome => ({
    ...outcome,
    errors: outcome.errors.map((error) => error.replace(message, '"message":"-"')).sort(),
  });
  return (pair) => {
    if (!pair.expected.errors.some((error) => message.test(error))) return null;
    return { ...pair, expected: change(pair.expected), actual: change(pair.actual) };
  };
}

/** Those of the one that the other does not have as often. */
function without(errors: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return errors.filter((error) => {
    const i = left.indexOf(error);
    if (i >= 0) left.splice(i, 1);
    return i < 0;
  });
}

/** Whether an error lies deeper than a null. */
function isBelowNull(data: unknown, error: string): boolean {
  const { path = [] } = JSON.parse(error) as { path?: (string | number)[] };
  let value = data;
  let depth = 0;
  for (; depth < path.length && typeof value === 'object' && value !== null; depth++)
    value = (value as Record<string, unknown>)[path[depth]!];
  return value === null && depth < path.length;
}

/** Whether some object is selected at several places under one name, as far as names tell. */
function selectsTwice(document: DocumentNode): boolean {
  const names: string[] = [];
  visit(document, {
    Field: ({ alias, name, selectionSet }) => {
      if (selectionSet) names.push((alias ?? name).value);
    },
  });
  return new Set(names).size < names.length;
}

/** Whether a client's alias is the name of something in a representation. */
function aliasesWhatIsRequired({ actual, operation }: Pair): boolean {
  const aliases = new Set<string>();
  visit(operation.document, {
    Field: ({ alias }) => {
      if (alias) aliases.add(alias.value);
    },
  });
  const isAliased = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([name, part]) => aliases.has(name) || isAliased(part));
  return actual.calls.some(({ body }) => {
    const { variables } = JSON.parse(body) as { variables?: { representations?: unknown } };
    return isAliased(variables?.representations);
  });
}

/** Whether a subgraph answered something else than a string for the `__typename` of the root. */
function misnamesTheRoot({ actual }: Pair): boolean {
  return actual.calls.some(({ reply }) => {
    const { data } = JSON.parse(reply.text) as { data?: Record<string, unknown> | null };
    return reply.entities === 0 && data?.__typename !== undefined && typeof data.__typename !== 'string';
  });
}
