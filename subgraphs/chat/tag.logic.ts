import type { ParsedTag, TagResult } from '../../schema/events';
import { invalidFormat, NOT_A_USERNAME, parseUsername, refused, unknownUser } from '../kit/tag-results';

/** The tags that a chat applies to itself. */
const CHAT_TAGS = ['invite', 'remove', 'close', 'reopen'] as const;
export type ChatTagName = (typeof CHAT_TAGS)[number];

/** The tags that the task subgraph applies. */
const TASK_TAGS = [
  'task',
  'bug',
  'epic',
  'status',
  'assignee',
  'priority',
  'due',
  'title',
  'severity',
] as const;

const TAG = new RegExp(`(?<=^|\\s)#(${[...CHAT_TAGS, ...TASK_TAGS].join('|')})(?=\\s|$)`, 'g');
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

/** A stretch of a body: text, or a tag with its value and the white space behind it. */
export interface Part {
  text: string;
  tag: { name: string; value: string } | null;
}

/**
 * Cuts a body into text and tags; the parts' texts joined are the body. A tag line is one whose first characters are
 * a known tag: tags are looked for on such lines alone, and a line that starts with an unknown `#word` is text. A tag
 * stands at the start of its line or behind white space; its value runs to the next known tag or the end of the line.
 */
export function splitBody(body: string): Part[] {
  const parts: Part[] = [];
  for (const [line] of body.matchAll(LINE)) {
    const tags = line.startsWith('#') ? [...line.matchAll(TAG)] : [];
    if (tags[0]?.index !== 0) {
      if (line !== '') parts.push({ text: line, tag: null });
      continue;
    }
    tags.forEach((match, i) => {
      const text = line.slice(match.index, tags[i + 1]?.index);
      parts.push({ text, tag: { name: match[1]!, value: text.slice(match[0].length).trim() } });
    });
  }
  return parts;
}

/** The tags of a body, in the order written. Never throws. */
export function parseTags(body: string): ParsedTag[] {
  return splitBody(body)
    .filter((part) => part.tag !== null)
    .map(({ text, tag }, index) => ({ index, name: tag!.name, value: tag!.value, raw: text.trim() }));
}

/** Whether the chat itself applies the tag. */
export function isChatTag(name: string): name is ChatTagName {
  return (CHAT_TAGS as readonly string[]).includes(name);
}

const MAX_LINE = 300;
const MAX_QUOTE = 100;

/** A tag whose value is not written as the tag asks; null when it is. */
export function faultOfFormat(tag: ParsedTag): TagResult | null {
  const takesUser = tag.name === 'invite' || tag.name === 'remove';
  if (takesUser ? parseUsername(tag.value) !== null : tag.value === '') return null;
  return refused(
    tag,
    takesUser ? NOT_A_USERNAME : invalidFormat(`Invalid format. #${tag.name} takes no value`),
  );
}

/** A tag that names a user whom nobody in the workspace bears the name of. */
export function refusedUser(tag: ParsedTag): TagResult {
  return refused(tag, unknownUser(clip(parseUsername(tag.value) ?? tag.value, MAX_QUOTE)));
}

/** What a bot says of a message's tags: a line for each, first those applied, then those refused, each as written. */
export function botAnswer(results: readonly TagResult[]): string {
  const inOrder = [...results].sort((a, b) => a.index - b.index);
  const lines = [...inOrder.filter((r) => r.applied), ...inOrder.filter((r) => !r.applied)];
  return lines.map((result) => clip(result.text, MAX_LINE)).join('\n');
}

/** The text, cut to so many characters; an ellipsis shows the cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
