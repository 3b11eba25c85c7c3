/** What is drawn from one seed: the same seed draws the same. */
export interface Random {
  /** 0 to bound - 1. */
  int(bound: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Each item with a probability, in their order. */
  some<T>(items: readonly T[], probability: number): T[];
  /** As `some`, at least one. */
  atLeastOne<T>(items: readonly T[], probability: number): T[];
}

/** 32 bits that follow from the parts. */
export function hash(...parts: readonly (string | number)[]): number {
  let state = 0x811c9dc5;
  for (const part of parts) {
    if (typeof part === 'number') state = Math.imul(state ^ part, 0x01000193) ^ (part >>> 15);
    else for (let i = 0; i < part.length; i++) state = Math.imul(state ^ part.charCodeAt(i), 0x01000193);
    state = mix(state);
  }
  return state >>> 0;
}

/** 0 to 1, from 32 bits. */
export function fraction(bits: number): number {
  return bits / 0x100000000;
}

/** Draws from a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return fraction(mix(state) >>> 0);
  };
  const int = (bound: number) => Math.floor(next() * bound);
  const chance = (probability: number) => next() < probability;
  const pick = <T>(items: readonly T[]): T => items[int(items.length)]!;
  const some = <T>(items: readonly T[], probability: number) => items.filter(() => chance(probability));
  const atLeastOne = <T>(items: readonly T[], probability: number) => {
    const chosen = some(items, probability);
    return chosen.length > 0 ? chosen : [pick(items)];
  };
  return { int, chance, pick, some, atLeastOne };
}

/** JSON in which the order of keys tells nothing. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const known = Object.entries(value).filter(([, member]) => member !== undefined);
  const entries = known.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

function mix(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
