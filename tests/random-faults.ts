import { fraction, hash } from './random-source';

/** How badly subgraphs answer. Each rate is a probability for one place. */
export interface FaultProfile {
  name: string;
  /** A value is null, with or without an error. */
  nulls: number;
  /** A key is not there at all. */
  missing: number;
  /** A value has another type. */
  types: number;
  /** `__typename` is another, none, or no name. */
  typenames: number;
  /** A value has an error beside it. */
  errors: number;
  /** A whole call goes wrong. */
  calls: number;
}

const NONE = { nulls: 0, missing: 0, types: 0, typenames: 0, errors: 0, calls: 0 };

/** From all well to all bad; the same number chooses the same. */
export const PROFILES: readonly FaultProfile[] = [
  { ...NONE, name: 'well' },
  { ...NONE, name: 'nulls', nulls: 0.08 },
  { ...NONE, name: 'errors', nulls: 0.03, errors: 0.08 },
  { ...NONE, name: 'missing', missing: 0.06 },
  { ...NONE, name: 'types', types: 0.03 },
  { ...NONE, name: 'typenames', typenames: 0.15 },
  { ...NONE, name: 'calls', calls: 0.25, errors: 0.03 },
  { name: 'mixed', nulls: 0.03, missing: 0.01, types: 0.006, typenames: 0.02, errors: 0.03, calls: 0.04 },
  { name: 'wild', nulls: 0.08, missing: 0.05, types: 0.05, typenames: 0.1, errors: 0.1, calls: 0.15 },
];

/** What an answer is made of: the same everywhere that the same is asked. */
export interface World {
  seed: number;
  profile: FaultProfile;
}

/** The faults that a call of its own may have. */
export type CallFault =
  | 'reject'
  | 'no data'
  | 'null data'
  | 'failed'
  | 'no entities'
  | 'null entities'
  | 'object entities'
  | 'short'
  | 'long'
  | 'error without path'
  | 'error with senseless path'
  | 'error without message';

const CALL_FAULTS: readonly CallFault[] = [
  'reject',
  'no data',
  'null data',
  'failed',
  'no entities',
  'null entities',
  'object entities',
  'short',
  'long',
  'error without path',
  'error with senseless path',
  'error without message',
];

/** Whether something happens at a place; `place` and `what` make it the same each time. */
export function happens(place: number, what: string, probability: number): boolean {
  return probability > 0 && fraction(hash(place, what)) < probability;
}

/** One of some, by the place. */
export function chosen<T>(place: number, what: string, items: readonly T[]): T {
  return items[hash(place, what) % items.length]!;
}

/** What goes wrong with a call, if anything does. */
export function callFault(place: number, { profile }: World): CallFault | null {
  return happens(place, 'call', profile.calls) ? chosen(place, 'fault', CALL_FAULTS) : null;
}

/** What stands in the place of a value. */
export function wrongValue(place: number, value: unknown): unknown {
  const others: unknown[] = [
    7,
    -0.5,
    2 ** 40,
    'text',
    '',
    true,
    false,
    {},
    { id: 'x' },
    { __typename: 'E0' },
    [],
    [null],
    [value],
    [[value, value]],
    { nested: value },
    JSON.stringify(value),
  ];
  if (Array.isArray(value))
    others.push(...(value as unknown[]), value.slice(1), [...(value as unknown[]), null]);
  return chosen(place, 'wrong', others);
}

/** What stands in the place of `__typename`. */
export function wrongTypename(place: number): unknown {
  return chosen(place, 'typename', [
    'Nobody',
    '',
    null,
    undefined,
    7,
    {},
    'E0',
    'E1',
    'V0',
    'V1',
    'M1',
    'M0',
    'I0',
    'U0',
    'Colour',
    'Query',
    'constructor',
  ]);
}

const CODES: readonly (Record<string, unknown> | null | undefined)[] = [
  undefined,
  undefined,
  { code: 'NOT_FOUND' },
  { code: 'INTERNAL_SERVER_ERROR', detail: { deep: [1] } },
  { code: 'INVALID_GRAPHQL' },
  { code: 'DOWNSTREAM_SERVICE_ERROR' },
  { code: 'KEY_FIELDS_HAS_ARGS', serviceName: 'liar' },
  { code: '' },
  { code: 42 },
  { reason: 'without a code' },
  {},
];

/** An error as a subgraph tells it. */
export function errorAt(place: number, path: unknown): Record<string, unknown> {
  const extensions = chosen(place, 'code', CODES);
  const message = `refused ${place % 1000}`;
  return {
    message,
    ...(path === undefined ? {} : { path }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}
