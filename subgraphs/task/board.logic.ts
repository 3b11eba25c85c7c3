import { BASE_62_DIGITS, generateKeyBetween } from 'fractional-indexing';

/*
 * The order of a board. A task stands by its own default rank until it is moved, then by the rank of its card. Default
 * ranks are the whole numbers of fractional-indexing (`a1`, `a2` … `b00` …). A card's rank ends in its task's number,
 * so no two tasks ever have one rank: not those that are moved to one place at the same time, nor beside cards that
 * the mover cannot see, nor one after the other.
 */
const BASE = BASE_62_DIGITS.length;
const NUMBER_DIGITS = 6;
/** Keys must not end in zero. */
const END = '1';

function toDigits(number: number, count: number): string {
  let text = '';
  for (let rest = number, i = 0; i < count; i++) {
    text = BASE_62_DIGITS.charAt(rest % BASE) + text;
    rest = Math.floor(rest / BASE);
  }
  return text;
}

/** The rank of the task with this number where nobody has moved it, above those of all lower numbers. */
export function defaultRank(number: number): string {
  let rest = number;
  let digits = 1;
  for (let size = BASE; rest >= size; size *= BASE) {
    rest -= size;
    digits++;
  }
  return String.fromCharCode('a'.charCodeAt(0) + digits - 1) + toDigits(rest, digits);
}

/** The rank of the card of the task with this number between two others; null is the end of the board. */
export function rankBetween(lower: string | null, upper: string | null, number: number): string {
  const end = toDigits(number, NUMBER_DIGITS) + END;
  let key = generateKeyBetween(lower, upper);
  // Where the key begins the upper rank, it might be longer than that with its end.
  while (upper !== null && key + end >= upper) key = generateKeyBetween(lower, key);
  return key + end;
}

/** How long a rank may be: cursors hold none that is longer, nor does an index hold one that is much longer. */
export const MAX_RANK = 1000;

/** How long a rank at the end of a board may become for the sake of tasks that are yet to be made. */
const LONG = 60;

/**
 * The rank of a card behind the last of the board. It stands before all tasks that are yet to be made, the first of
 * which will have the number `next`, unless that would make it long: moves to the end never lengthen ranks for ever.
 */
export function rankAtEnd(lower: string, next: number, number: number): string {
  const upper = defaultRank(next);
  const rank = lower < upper ? rankBetween(lower, upper, number) : null;
  return rank !== null && rank.length <= LONG ? rank : rankBetween(lower, null, number);
}
