import type { Outcome } from './execution-outcome';

/** In what two outcomes differ. */
export type Difference = 'rejection' | 'data' | 'errors' | 'valueCompletion' | 'calls' | 'more calls';

/** Compares what is expected with what came. */
export function differencesOf(expected: Outcome, actual: Outcome): Difference[] {
  if (expected.rejection !== null || actual.rejection !== null)
    return (expected.rejection === null) === (actual.rejection === null) ? [] : ['rejection'];
  const differences: Difference[] = [];
  if (expected.data !== actual.data) differences.push('data');
  if (!isSame(expected.errors, actual.errors)) differences.push('errors');
  if (!isSame(expected.valueCompletion, actual.valueCompletion)) differences.push('valueCompletion');
  if (!isSame(askedOf(expected), askedOf(actual))) differences.push('calls');
  // What is the same may be asked once, and never more often.
  else if (actual.calls.length > expected.calls.length) differences.push('more calls');
  return differences;
}

function askedOf({ calls }: Outcome): string[] {
  return [...new Set(calls.map(({ asked }) => asked))].sort();
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}
