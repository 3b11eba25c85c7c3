import type { Principal } from '../kit/context';
import type { Refusal } from '../kit/permission';

/** Why the caller has no list of chats; null when they have. */
export function refuseSidebar(principal: Principal): Refusal | null {
  return principal.kind === 'user' ? null : { message: 'Only people read.' };
}

/** That somebody who sees a chat has no place in it. */
export const NOT_TAKING_PART: Refusal = {
  message: 'You read this chat as a visitor: join the chat first.',
};

/**
 * Where reading up to a message leaves somebody; null when they are there or further. Reading all of a chat reads the
 * mentions in its threads, too.
 */
export function placeAfterReading(
  {
    readOrdinal,
    messageCount,
    mentionCount,
  }: { readOrdinal: number; messageCount: number; mentionCount: number },
  ordinal: number,
): number | null {
  if (ordinal > readOrdinal) return ordinal;
  return ordinal === messageCount && mentionCount > 0 ? ordinal : null;
}

/** Where somebody is to whom a message and all behind it are unread; null when that is where they are. */
export function placeBeforeUnread(readOrdinal: number, ordinal: number): number | null {
  return ordinal - 1 === readOrdinal ? null : ordinal - 1;
}

/** What a person wants of a chat. */
export interface Preferences {
  isMuted: boolean;
  isFavourite: boolean;
}

/** The preferences after a change: what is absent stays, null is the default; null when nothing changes. */
export function changedPreferences(
  before: Preferences,
  change: { isMuted?: boolean | null; isFavourite?: boolean | null },
): Preferences | null {
  const after = {
    isMuted: change.isMuted === undefined ? before.isMuted : (change.isMuted ?? false),
    isFavourite: change.isFavourite === undefined ? before.isFavourite : (change.isFavourite ?? false),
  };
  return after.isMuted === before.isMuted && after.isFavourite === before.isFavourite ? null : after;
}
