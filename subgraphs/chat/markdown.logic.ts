/** A line of a body, as far as blocks go. */
interface Line {
  text: string;
  kind: 'text' | 'code' | 'fence' | 'blank';
}

const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/;
const LIST_ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/;
const INDENTED = /^(?: {4}|\t)/;

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

/** The lines of a body with what lies between two of other sorts taken together. */
function toBlocks(body: string): { kind: Line['kind']; lines: string[] }[] {
  const blocks: { kind: Line['kind']; lines: string[] }[] = [];
  for (const { kind, text } of toLines(body)) {
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(text);
    else blocks.push({ kind, lines: [text] });
  }
  return blocks;
}

/** A body without its code, for whoever looks for marks in what was said; an escaped @ is no mark. */
export function textOutsideCode(body: string): string {
  return toBlocks(body)
    .filter(({ kind }) => kind === 'text')
    .map(({ lines }) =>
      toStretches(lines.join('\n'))
        .map(({ kind, text }) => (kind === 'code' || text === '@' ? ' ' : text))
        .join(''),
    )
    .join('\n\n');
}
