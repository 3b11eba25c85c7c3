import { refuseSending } from './message.policy';
import type { Refusal } from '../kit/permission';
import type { Caller } from './chat.policy';

/** How many different emojis the reactions to one message may have. */
export const MAX_EMOJIS = 50;

// The flag is younger than the language that the compiler is told to make, so the pattern is made as the program runs.
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

/** What is wrong with the emoji of a reaction; null when nothing is. */
export function faultOfEmoji(emoji: string): string | null {
  return ONE_EMOJI.test(emoji) ? null : 'emoji must be one emoji, as the Unicode standard lists them';
}

/** Whether the caller may react to the messages of a chat, and take reactions back: whoever may send there may. */
export function refuseReacting(caller: Caller, chat: { isClosed: boolean }): Refusal | null {
  return refuseSending(caller, chat);
}

/** Whether a message that has reactions with so many other emojis may be given one more. */
export function refuseAnotherEmoji(others: number): Refusal | null {
  if (others < MAX_EMOJIS) return null;
  return { message: `A message takes reactions with ${MAX_EMOJIS} different emojis.`, code: 'CONFLICT' };
}
