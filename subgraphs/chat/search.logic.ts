import type { Page } from '../kit/pagination';

/** A part of a text that search takes for one word: `folded` is how it is compared. */
interface Word {
  folded: string;
  start: number;
  end: number;
}

/** A stretch of text; `isMatch` where it is what was looked for. */
export interface Segment {
  text: string;
  isMatch: boolean;
}

/** Scripts that put no spaces between words: each of their letters is found by itself, and a run of them as a phrase. */
const SPACELESS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const WORD = new RegExp(
  `[${SPACELESS}]\\p{M}*|(?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}])+|\\p{Extended_Pictographic}`,
  'gu',
);
const ACCENTS = /[\u0300-\u036f]/g;
/** What is longer is found by its beginning. */
const LONGEST = 100;

const MAX_QUERY = 500;
const MAX_WORDS = 30;
const SHORTEST_PREFIX = 3;
const PART = /(?<minus>-?)(?:"(?<phrase>[^"]*)"?|(?<plain>[^\s"]+))/gu;

const MAX_FRAGMENTS = 3;
const AROUND = 80;

/** How a word is compared: without regard to case, accents and forms of the same letter. */
function fold(word: string): string {
  const plain = /^[a-z0-9]+$/.test(word) ? word : foldLetters(word);
  return plain.length > LONGEST ? [...plain].slice(0, LONGEST).join('') : plain;
}

function foldLetters(word: string): string {
  // Upper case first: it unites ß with ss, and the lower case of Σ depends on where it stands.
  const lower = word.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return lower.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
}

function* wordsOf(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    yield { folded: fold(word), start: index, end: index + word.length };
  }
}

const quote = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;

/** The words of a body with their places, as a tsvector is written. */
export function toVector(body: string): string {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const { folded } of wordsOf(body)) {
    place++;
    const known = places.get(folded);
    if (known) known.push(place);
    else places.set(folded, [place]);
  }
  return [...places].map(([folded, at]) => `${quote(folded)}:${at.join(',')}`).join(' ');
}

/** Words that are looked for as they stand behind each other; a single word is a phrase of one. */
interface Phrase {
  words: readonly string[];
  isExcluded: boolean;
  /** Whether words that begin like the last one are meant too. */
  isPrefix: boolean;
}

/** What is looked for: one of `alternatives`, of which all phrases must hold. */
export interface SearchQuery {
  alternatives: readonly (readonly Phrase[])[];
}

/**
 * Reads a query as search engines do: words that must all occur, "a phrase", -without, and `or` between alternatives.
 * The last word, where it may not be finished, finds what begins so. Answers a sentence where there is nothing to find.
 */
export function parseQuery(query: string): SearchQuery | string {
  if (query.length > MAX_QUERY) return `query must have at most ${MAX_QUERY} characters`;
  const alternatives: Phrase[][] = [[]];
  let count = 0;
  for (const { groups, index } of query.matchAll(PART)) {
    const { minus, phrase, plain } = groups!;
    if (minus === '' && plain?.toLowerCase() === 'or') {
      alternatives.push([]);
      continue;
    }
    const said = [...wordsOf(phrase ?? plain ?? '')];
    const last = said.at(-1);
    if (!last) continue;
    count += said.length;
    const isExcluded = minus === '-';
    const isUnfinished = index + minus!.length + last.end === query.length && phrase === undefined;
    const isPrefix = isUnfinished && !isExcluded && last.folded.length >= SHORTEST_PREFIX;
    alternatives.at(-1)!.push({ words: said.map(({ folded }) => folded), isExcluded, isPrefix });
  }
  if (count > MAX_WORDS) return `query must have at most ${MAX_WORDS} words`;
  const meant = alternatives.filter((phrases) => phrases.length > 0);
  const isUnbound = meant.some((phrases) => phrases.every(({ isExcluded }) => isExcluded));
  if (meant.length === 0 || isUnbound) return 'query must have a word to look for';
  return { alternatives: meant };
}

/** A query as a tsquery is written. */
export function toTsquery({ alternatives }: SearchQuery): string {
  const phraseOf = ({ words, isExcluded, isPrefix }: Phrase) => {
    const parts = words.map(quote);
    if (isPrefix) parts.push(`${parts.pop()!}:*`);
    return `${isExcluded ? '!' : ''}(${parts.join('<->')})`;
  };
  return alternatives.map((phrases) => `(${phrases.map(phraseOf).join('&')})`).join('|');
}

/** Where a page of hits begins or ends, as the search is told. By rank the cursor holds rank, id and ceiling, else an id. */
export function boundsOf({ after, before, backward }: Page, byRank: boolean): Record<string, unknown> {
  if (!byRank) {
    return {
      ...(after && { belowId: after[0] }),
      ...(before && { aboveId: before[0] }),
      oldestFirst: backward,
    };
  }
  const ceiling = (after ?? before)?.[2];
  return { ...(after && { after }), ...(before && { before }), ...(ceiling && { ceiling }) };
}

/**
 * Up to three stretches of a body around what was looked for, in order; the beginning of the body where nothing of it
 * is found. The segments of a fragment joined are that stretch of the body.
 */
export function highlight(body: string, query: SearchQuery): Segment[][] {
  const found = findMatches(body, query);
  if (found.length === 0) return body === '' ? [] : [cut(body, { start: 0, end: AROUND }, [])];
  const fragments: Segment[][] = [];
  let before = 0;
  for (let i = 0; i < found.length && fragments.length < MAX_FRAGMENTS;) {
    const first = i++;
    while (found[i] && found[i]!.end - found[first]!.start <= 2 * AROUND) i++;
    // Neither into the fragment before nor into the next match.
    const start = Math.max(before, found[first]!.start - AROUND);
    before = Math.min(found[i]?.start ?? body.length, found[i - 1]!.end + AROUND);
    fragments.push(cut(body, { start, end: before }, found.slice(first, i)));
  }
  return fragments;
}

interface Range {
  start: number;
  end: number;
}

/** Where the phrases of a query occur in a body, in order and without overlaps. */
function findMatches(body: string, { alternatives }: SearchQuery): Range[] {
  const words = [...wordsOf(body)];
  const phrases = alternatives.flat().filter(({ isExcluded }) => !isExcluded);
  const found: Range[] = [];
  for (let i = 0; i < words.length;) {
    const length = Math.max(
      0,
      ...phrases.map((phrase) => (standsAt(phrase, words, i) ? phrase.words.length : 0)),
    );
    if (length > 0) found.push({ start: words[i]!.start, end: words[i + length - 1]!.end });
    i += Math.max(1, length);
  }
  return found;
}

function standsAt({ words, isPrefix }: Phrase, text: readonly Word[], at: number): boolean {
  return words.every((word, i) => {
    const there = text[at + i]?.folded;
    return isPrefix && i === words.length - 1 ? there?.startsWith(word) : there === word;
  });
}

/** A stretch of the body in segments; it begins and ends between characters. */
function cut(body: string, { start, end }: Range, matches: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = wholeCharacters(body, start);
  const add = (until: number, isMatch: boolean) => {
    if (until > at) segments.push({ text: body.slice(at, until), isMatch });
    at = Math.max(at, until);
  };
  for (const match of matches) {
    add(match.start, false);
    add(match.end, true);
  }
  add(wholeCharacters(body, end), false);
  return segments;
}

/** Never between the halves of a character. */
function wholeCharacters(body: string, index: number): number {
  const code = body.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
