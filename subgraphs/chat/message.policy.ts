import type { Refusal } from '../kit/permission';
import { isBlank, mayInChat, refuseWriting, type Caller } from './chat.policy';

const MAX_BODY = 40_000;
const MAX_TAGS = 100;
const FORBIDDEN_CHARACTERS = /\p{Surrogate}|[^\P{Cc}\t\n\r]/u;

/** Whether the caller may send a message into a chat that they can see. */
export function refuseSending(caller: Caller, chat: { isClosed: boolean }): Refusal | null {
  const refusal = refuseWriting(caller);
  if (refusal) return refusal;
  if (!mayInChat(caller.role, 'send'))
    return caller.role === 'READER'
      ? { message: 'You may read this chat and not write in it.', requiredRole: 'MEMBER' }
      : { message: 'You read this chat as a visitor: join the chat first.' };
  if (chat.isClosed) return { message: 'The chat is closed.' };
  return null;
}

/** For how long authors may edit and delete what they have sent, in milliseconds. */
export const EDIT_WINDOW_MS = 5 * 60_000;

/** How somebody who may write in a chat stands to a message in it. */
export const MESSAGE_STANDINGS = ['AUTHOR', 'AUTHOR_AND_ADMIN', 'ADMIN', 'MEMBER'] as const;
export type MessageStanding = (typeof MESSAGE_STANDINGS)[number];

/** Who may do what to a message (B5): `window` is while the edit window is open. */
export const MESSAGE_MATRIX = {
  edit: { AUTHOR: 'window', AUTHOR_AND_ADMIN: 'always', ADMIN: 'never', MEMBER: 'never' },
  delete: { AUTHOR: 'window', AUTHOR_AND_ADMIN: 'always', ADMIN: 'always', MEMBER: 'never' },
} as const satisfies Record<string, Record<MessageStanding, 'window' | 'always' | 'never'>>;
export type MessageAction = keyof typeof MESSAGE_MATRIX;

/** What decides over a message beyond who asks. */
export interface JudgedMessage {
  authorId: string;
  isAutomatic: boolean;
  createdAt: Date;
  /** Whether its chat is closed. */
  isClosed: boolean;
}

/** Whether the caller may edit or delete a message that they can see. What a bot or workflow posted has no author here. */
export function refuseChanging(
  caller: Caller,
  message: JudgedMessage,
  action: MessageAction,
  now: Date,
): Refusal | null {
  const isAdmin = caller.role === 'ADMIN';
  // A closed chat is still tidied up by its admins.
  const isClosed = message.isClosed && !(action === 'delete' && isAdmin);
  const refusal = refuseSending(caller, { isClosed });
  if (refusal) return refusal;
  const isAuthor = message.authorId === caller.userId && !message.isAutomatic;
  const standing = isAuthor ? (isAdmin ? 'AUTHOR_AND_ADMIN' : 'AUTHOR') : isAdmin ? 'ADMIN' : 'MEMBER';
  const rule = MESSAGE_MATRIX[action][standing];
  if (rule === 'always') return null;
  if (rule === 'never') return { message: NOT_YOURS[action] };
  if (now.getTime() - message.createdAt.getTime() < EDIT_WINDOW_MS) return null;
  return {
    message: 'A message can be changed by its author for five minutes; after that it stays as it is.',
    code: 'EDIT_WINDOW_CLOSED',
  };
}

const NOT_YOURS: Record<MessageAction, string> = {
  edit: 'Only its author may edit a message.',
  delete: 'Only its author and admins of the chat may delete a message.',
};

/** What is wrong with a message's body; null when nothing is. */
export function faultOfBody(body: string): string | null {
  // Characters are counted only where the code units leave a doubt.
  const length = body.length > MAX_BODY ? [...body].length : body.length;
  if (length < 1 || length > MAX_BODY) return `body must have 1 to ${MAX_BODY} characters`;
  if (FORBIDDEN_CHARACTERS.test(body)) return 'body must not hold control characters but tab and line break';
  if (isBlank(body)) return 'body must not be blank';
  return null;
}

/** What is wrong with the number of tags in a body; null when nothing is. */
export function faultOfTagCount(count: number): string | null {
  return count > MAX_TAGS ? `body must have at most ${MAX_TAGS} tags; this one has ${count}` : null;
}
