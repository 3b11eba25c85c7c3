import { BASE_62_DIGITS, generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * The order of a board. A task stands by its own default rank until it is moved; then by the rank of its card. Default
 * ranks are the whole numbers of fractional-indexing (`a1`, `a2` … `b00` …), and cards never take one of those, so all
 * ranks of a board differ, whatever is hidden from whoever moves.
 */
const FIRST_DEFAULT = 'a0';
const SPREAD = 64;

/** The rank of the task with this number, above those of all lower numbers. */
export function defaultRank(number: number): string {
  let rest = number;
  let digits = 1;
  for (let size = BASE_62_DIGITS.length; rest >= size; size *= BASE_62_DIGITS.length) {
    rest -= size;
    digits++;
  }
  let text = '';
  for (let i = 0; i < digits; i++) {
    text = BASE_62_DIGITS.charAt(rest % BASE_62_DIGITS.length) + text;
    rest = Math.floor(rest / BASE_62_DIGITS.length);
  }
  return String.fromCharCode('a'.charCodeAt(0) + digits - 1) + text;
}

function isDefaultRank(rank: string): boolean {
  const digits = rank.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return digits >= 1 && rank.length === digits + 1;
}

/** A rank for a card between two others; null is the end of the board. */
export function rankBetween(lower: string | null, upper: string | null): string {
  const ceiling = lower === null && (upper === null || upper > FIRST_DEFAULT) ? FIRST_DEFAULT : upper;
  let rank = generateKeyBetween(lower, ceiling);
  while (isDefaultRank(rank)) rank = generateKeyBetween(lower, rank);
  return rank;
}

/** As `rankBetween`, at a random place, for when the rank was taken by a card that is hidden or has just come. */
export function rankSomewhereBetween(lower: string | null, upper: string | null, random: number): string {
  const ranks = generateNKeysBetween(lower, rankBetween(lower, upper), SPREAD);
  return ranks[Math.floor(random * SPREAD)]!;
}
