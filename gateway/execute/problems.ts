import { ERRORS } from '@apollo/federation-internals';
import type { GraphQLError } from 'graphql';

/** Where an answer breaks the schema. Its place grows outwards while the writer returns. */
export interface Problem {
  before: string;
  after: string;
  /** The type of the value, for the element of a list. */
  type: string;
  /** Null until the innermost element of the place is known. */
  message: string | null;
  /** From the inside out. */
  place: (string | number)[];
}

/** What the writer comes upon while it writes one answer. */
export type Problems = Problem[];

/** A value that is missing where the schema promises one. */
export function missing(type: unknown): Problem {
  return problem('Cannot return null for non-nullable ', '.', type);
}

/** A leaf that is no value of its type. */
export function invalidLeaf(type: unknown): Problem {
  return problem('Invalid value found for ', '.', type);
}

/** An object that is said to be of a type that is none. */
export function invalidTypename(type: unknown): Problem {
  return problem('Invalid __typename found for object at ', '.', type);
}

function problem(before: string, after: string, type: unknown): Problem {
  return { before, after, type: String(type), message: null, place: [] };
}

/** Adds the field in which the problems from `first` on lie. */
export function locateInField(problems: Problems, first: number, key: string, parent: string): void {
  for (let i = first; i < problems.length; i++) {
    const each = problems[i]!;
    each.message ??= `${each.before}field ${parent}.${key}${each.after}`;
    each.place.push(key);
  }
}

/** Adds the element of a list in which the problems from `first` on lie. */
export function locateInList(problems: Problems, first: number, index: number): void {
  for (let i = first; i < problems.length; i++) {
    const each = problems[i]!;
    each.message ??= `${each.before}array element of type ${each.type} at index ${index}${each.after}`;
    each.place.push(index);
  }
}

/** A problem as an error of the answer. */
export function toError({ message, place }: Problem): GraphQLError {
  return ERRORS.INVALID_GRAPHQL.err(message ?? '', { path: [...place].reverse() });
}
