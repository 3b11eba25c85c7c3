import type { MentionedGroup } from '../../schema/events';
import { textOutsideCode } from '../kit/markdown.logic';
import { splitBody } from './tag.logic';

/** Who is mentioned in a body, as written. */
export interface WrittenMentions {
  /** In lower case, each once. */
  usernames: string[];
  all: MentionedGroup | null;
}

const MENTION = /(?<![\p{L}\p{N}_.@/+-])@([\p{L}\p{N}_][\p{L}\p{N}_.-]*)(?![\p{L}\p{N}_.@-])/gu;
const GROUPS = new Map<string, MentionedGroup>([
  ['channel', 'CHANNEL'],
  ['here', 'HERE'],
]);
/** More people than this are not mentioned one by one. */
const MAX_MENTIONS = 50;

/**
 * Who is mentioned in a body: `@name` outside of code, where no word, address or path goes on around it; a full stop
 * or hyphen at the end is the sentence's. `@channel` means everybody in the chat and `@here` those who are present; of
 * both, the first counts. A tag whose whole value is a name (`#assignee @alex`) does what it says and mentions nobody.
 */
export function mentionsIn(body: string): WrittenMentions {
  if (!body.includes('@')) return { usernames: [], all: null };
  const parts = splitBody(body).map(({ text, tag }) => (tag && /^@\S+$/.test(tag.value) ? ' \n' : text));
  const names = [...textOutsideCode(parts.join('')).matchAll(MENTION)].map(([, name]) =>
    name!.replace(/[.-]+$/, '').toLowerCase(),
  );
  const groups = new Set(names.map((name) => GROUPS.get(name)));
  const usernames = [...new Set(names)].filter((name) => !GROUPS.has(name));
  return {
    usernames: usernames.slice(0, MAX_MENTIONS),
    all: groups.has('CHANNEL') ? 'CHANNEL' : groups.has('HERE') ? 'HERE' : null,
  };
}
