import type { Refusal } from '../kit/permission';
import type { Caller } from './chat.policy';
import { refuseSending } from './message.policy';

/** How many messages a chat may have pinned. */
export const MAX_PINS = 100;

/** Whether the caller may pin the messages of a chat, and take pins off: whoever may send there may. */
export function refusePinning(caller: Caller, chat: { isClosed: boolean }): Refusal | null {
  return refuseSending(caller, chat);
}

/** Whether a chat with so many pins may have one more. */
export function refuseAnotherPin(pins: number): Refusal | null {
  if (pins < MAX_PINS) return null;
  return { message: `A chat has at most ${MAX_PINS} pinned messages: take one off first.`, code: 'CONFLICT' };
}
