import { mayInChat, refuseWriting, type Caller, type Refusal } from './chat.policy';

const MAX_BODY = 40_000;
const MAX_TAGS = 100;
const FORBIDDEN_CHARACTERS = /\p{Surrogate}|[^\P{Cc}\t\n\r]/u;

/** Whether the caller may send a message into a chat that they can see. */
export function refuseSending(caller: Caller, chat: { isClosed: boolean }): Refusal | null {
  const refusal = refuseWriting(caller);
  if (refusal) return refusal;
  if (!mayInChat(caller.role, 'send'))
    return { message: 'You read this chat as a visitor: join the chat first.' };
  if (chat.isClosed) return { message: 'The chat is closed.' };
  return null;
}

/** What is wrong with a message's body; null when nothing is. */
export function faultOfBody(body: string): string | null {
  // Characters are counted only where the code units leave a doubt.
  const length = body.length > MAX_BODY ? [...body].length : body.length;
  if (length < 1 || length > MAX_BODY) return `body must have 1 to ${MAX_BODY} characters`;
  if (FORBIDDEN_CHARACTERS.test(body)) return 'body must not hold control characters but tab and line break';
  if (body.trim() === '') return 'body must not be blank';
  return null;
}

/** What is wrong with the number of tags in a body; null when nothing is. */
export function faultOfTagCount(count: number): string | null {
  return count > MAX_TAGS ? `body must have at most ${MAX_TAGS} tags; this one has ${count}` : null;
}
