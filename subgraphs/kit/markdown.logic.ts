/** A line of a body, as far as blocks go. */
interface Line {
  text: string;
  kind: 'text' | 'code' | 'fence' | 'blank';
}

const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/;
const LIST_ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/;
const INDENTED = /^(?: {4}|\t)/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;

/** Tells code from text, line by line. A fence that is not closed goes on to the end, as in CommonMark. */
function toLines(body: string): Line[] {
  let fence: string | null = null;
  let isInList = false;
  let before: Line['kind'] = 'blank';
  return body.split(/\r\n|\r|\n/).map((text): Line => {
    if (fence !== null) {
      const isEnd = closes(text, fence);
      if (isEnd) fence = null;
      return { text, kind: isEnd ? 'fence' : 'code' };
    }
    fence = FENCE.exec(text)?.[1] ?? null;
    const kind = fence === null ? kindOf(text, isInList || before === 'text') : 'fence';
    if (kind === 'text')
      isInList = LIST_ITEM.test(text) || (isInList && (before === 'text' || /^\s/.test(text)));
    before = kind;
    return { text, kind };
  });
}

/** Indented lines are code where they do not go on with what stands before them. */
function kindOf(text: string, goesOn: boolean): Line['kind'] {
  if (text.trim() === '') return 'blank';
  return INDENTED.test(text) && !goesOn ? 'code' : 'text';
}

function closes(text: string, fence: string): boolean {
  const mark = text.replace(/^[\s>]*/, '').trimEnd();
  return mark.length >= fence.length && mark === fence[0]!.repeat(mark.length);
}

/** A stretch within a paragraph: what is escaped by a backslash comes without it, code without its backticks. */
interface Stretch {
  text: string;
  kind: 'text' | 'code' | 'escaped';
}

const SPECIAL = /\\[!-/:-@[-`{-~]|`+/g;

/** Tells code from text within a paragraph: a run of backticks opens code where a run as long comes later. */
function toStretches(paragraph: string): Stretch[] {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of paragraph.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known) known.push(index);
    else runs.set(run.length, [index]);
  }
  // Positions are only asked for in ascending order: what lies behind is dropped from the other end.
  for (const positions of runs.values()) positions.reverse();
  const nextRun = (length: number, from: number): number | null => {
    const positions = runs.get(length) ?? [];
    while (positions.length > 0 && positions.at(-1)! < from) positions.pop();
    return positions.at(-1) ?? null;
  };
  const stretches: Stretch[] = [];
  let at = 0;
  const special = new RegExp(SPECIAL);
  for (let match = special.exec(paragraph); match; match = special.exec(paragraph)) {
    const [mark] = match;
    const end = match.index + mark.length;
    const closer = mark.startsWith('`') ? nextRun(mark.length, end) : null;
    if (mark.startsWith('`') && closer === null) continue;
    stretches.push({ text: paragraph.slice(at, match.index), kind: 'text' });
    if (closer === null) stretches.push({ text: mark.slice(1), kind: 'escaped' });
    else stretches.push({ text: paragraph.slice(end, closer), kind: 'code' });
    at = closer === null ? end : closer + mark.length;
    special.lastIndex = at;
  }
  stretches.push({ text: paragraph.slice(at), kind: 'text' });
  return stretches;
}

/** The lines of a body, those of one paragraph or one stretch of code together; each item of a list is one of its own. */
function toBlocks(body: string): { kind: Line['kind']; lines: string[] }[] {
  const blocks: { kind: Line['kind']; lines: string[] }[] = [];
  for (const { kind, text } of toLines(body)) {
    const last = blocks.at(-1);
    const isNew = kind === 'text' && (LIST_ITEM.test(text) || HEADING.test(text));
    if (last?.kind === kind && !isNew) last.lines.push(text);
    else blocks.push({ kind, lines: [text] });
  }
  return blocks;
}

/** A body without its code and emphasis, for whoever looks for marks in what was said; an escaped @ is no mark. */
export function textOutsideCode(body: string): string {
  return toBlocks(body)
    .filter(({ kind }) => kind === 'text')
    .map(({ lines }) =>
      inline(lines.join('\n'), withoutEmphasis, ({ kind, text }) =>
        kind === 'code' || text === '@' ? ' ' : text,
      ),
    )
    .join('\n\n');
}

/**
 * What a body says in plain text: the marks of Markdown are taken away, and what they stand around stays, as does what
 * looks like HTML. Takes time in proportion to the body's length.
 */
export function plainText(body: string): string {
  return toBlocks(body)
    .filter(({ kind }) => kind !== 'fence')
    .map(({ kind, lines }) => {
      if (kind === 'text') return plainParagraph(lines);
      return kind === 'blank' ? '' : lines.map((line) => line.replace(INDENTED, '')).join('\n');
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

const QUOTE = /^(?:[ \t]*>)+ ?/;
const BULLET = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/;
const HEADING_END = /[ \t]#+$/;
/** Rules between paragraphs and below the heads of tables say nothing. */
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const TABLE_RULE = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$/;
const UNDERLINE = /^ {0,3}=+[ \t]*$/;

function plainParagraph(lines: readonly string[]): string {
  const plain = lines
    .map((line) => line.replace(QUOTE, ''))
    .filter((line, i) => !RULE.test(line) && !TABLE_RULE.test(line) && !(i > 0 && UNDERLINE.test(line)))
    .map((line, i, { length }) => {
      const isHeading = HEADING.test(line);
      const text = line.replace(BULLET, '').replace(HEADING, '').trim();
      // A backslash at the end breaks the line.
      if (!isHeading) return i < length - 1 ? text.replace(/\\$/, '') : text;
      return text.replace(HEADING_END, '').trimEnd();
    });
  return inline(
    plain.join('\n'),
    (text) => withoutEmphasis(withoutLinks(text)),
    ({ text }) => text,
  );
}

/** Changes a paragraph's text with code and escapes out of the way, which come back as they are rendered. */
function inline(
  paragraph: string,
  change: (text: string) => string,
  render: (stretch: Stretch) => string,
): string {
  const stretches = toStretches(paragraph);
  // Bodies hold no such control characters.
  const masked = stretches.map(({ kind, text }, i) => (kind === 'text' ? text : `\u0001${i}\u0002`)).join('');
  return change(masked).replace(/\u0001(\d+)\u0002/g, (mark, i: string) => {
    const stretch = stretches[Number(i)];
    return stretch ? render(stretch) : mark;
  });
}

/** Where a link leads, and its title. White space is bounded, so that no text takes long. */
const TARGET = String.raw`\(\s{0,3}(?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s{1,3}(?:"[^"]*"|'[^']*'))?\s{0,3}\)`;
const IMAGE = new RegExp(String.raw`!\[([^[\]]*)\]${TARGET}`, 'g');
const LINK = new RegExp(String.raw`\[([^[\]]*)\]${TARGET}`, 'g');
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>@]{1,255})>/gi;

function withoutLinks(text: string): string {
  return text.replace(IMAGE, '$1').replace(LINK, '$1').replace(AUTOLINK, '$1');
}

/** A run of marks of emphasis that may open or close one. */
interface Delimiter {
  at: number;
  left: number;
}

/** Takes away the marks of emphasis that have a counterpart. */
function withoutEmphasis(text: string): string {
  const open: Record<string, Delimiter[]> = { '*': [], _: [], '~': [] };
  /** How many marks to take, by where they begin. */
  const taken = new Map<number, number>();
  const take = (at: number, count: number) => taken.set(at, (taken.get(at) ?? 0) + count);
  for (const { 0: run, index } of text.matchAll(/\*+|_+|(?<!~)~~(?!~)/g)) {
    const openers = open[run[0]!]!;
    const { canOpen, canClose } = flanks(text, run, index);
    let left = run.length;
    while (canClose && left > 0 && openers.length > 0) {
      const opener = openers.at(-1)!;
      const count = Math.min(left, opener.left);
      take(opener.at, count);
      take(index, count);
      left -= count;
      opener.left -= count;
      if (opener.left === 0) openers.pop();
    }
    if (canOpen && left > 0) openers.push({ at: index, left });
  }
  return text.replace(/\*+|_+|(?<!~)~~(?!~)/g, (run, at: number) => run.slice(taken.get(at) ?? 0));
}

/** Whether a run of marks stands before or behind a text; an underscore does neither within a word. */
function flanks(text: string, run: string, at: number): { canOpen: boolean; canClose: boolean } {
  const before = text[at - 1] ?? ' ';
  const after = text[at + run.length] ?? ' ';
  const isWithin = (neighbour: string) => run.startsWith('_') && /[\p{L}\p{N}]/u.test(neighbour);
  return {
    canOpen: /\S/.test(after) && !isWithin(before),
    canClose: /\S/.test(before) && !isWithin(after),
  };
}
