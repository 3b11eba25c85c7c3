import { z } from 'zod';
import { event, uuid } from './event-model';

/** Where somebody is in a chat from then on, when the chat has come to `asOf`. */
const place = z.object({
  chatId: uuid,
  workspaceId: uuid,
  /** The last message that counts as read, by its place in the chat. */
  ordinal: z.number().int(),
  asOf: z.number().int(),
  /** How many of the messages behind it are their own. */
  ownAfter: z.number().int(),
  /** Replies in threads count as read up to this time: they have no place in the chat. */
  repliesUntil: z.iso.datetime(),
});

/** What people say of the chats in their lists; the aggregate is the person. */
export const SIDEBAR_EVENTS = {
  'sidebar.chat.read': event(place),
  'sidebar.chat.unread': event(place),
  'sidebar.preferences.changed': event(
    z.object({ chatId: uuid, workspaceId: uuid, isMuted: z.boolean(), isFavourite: z.boolean() }),
  ),
  /** What somebody's badges show of a chat is another; never stored. */
  'badge.changed': event(z.object({ chatId: uuid, workspaceId: uuid })),
} as const;
