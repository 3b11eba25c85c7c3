import type { Refusal } from '../kit/permission';

/** How many tasks a message may give, beside those of its tags. */
const MAX_TASKS = 100;

/** Whether somebody with this role in a chat, or none, may make tasks of its messages: whoever may write there may. */
export function refuseTaking(role: string | null): Refusal | null {
  if (role === null) return { message: 'You read this chat as a visitor: join the chat first.' };
  if (role !== 'READER') return null;
  return { message: 'You may read this chat and not write in it.', requiredRole: 'MEMBER' };
}

/** Whether a message that has given so many tasks, the newest included, may have given that one. */
export function refuseTaskCount(count: number): Refusal | null {
  if (count <= MAX_TASKS) return null;
  return { message: `A message gives at most ${MAX_TASKS} tasks.`, code: 'CONFLICT' };
}
