import type { EventPayload, EventType, StoredEvent } from './events';

type Mentions = Pick<EventPayload<'chat.message.sent'>, 'mentions' | 'mentionsAll'>;

/**
 * Whose badges of a chat an event changes: of everybody in it (`<chat>`) or of one (`<chat>/<user>`); with `!` also
 * theirs who have muted it.
 */
export const BADGE_MARKS: { readonly [T in EventType]?: (event: StoredEvent<T>) => readonly string[] } = {
  'chat.message.sent': ({ aggregateId, payload }) => [
    ...(payload.threadRootId ? [] : [aggregateId]),
    ...ofMentioned(aggregateId, payload),
  ],
  'chat.message.edited': ({ aggregateId, payload }) => ofMentioned(aggregateId, payload.added),
  'chat.message.deleted': ({ aggregateId }) => [aggregateId],
  'chat.participant.added': ({ aggregateId, payload }) => [ofOne(aggregateId, payload.userId)],
  // Named, whoever has left is told that the chat has gone from the list.
  'chat.participant.removed': ({ aggregateId, payload }) => [ofOne(aggregateId, payload.userId)],
  'chat.updated': ({ aggregateId, payload }) =>
    payload.changedFields.includes('name') ? [`${aggregateId}!`] : [],
  'chat.kind.changed': ({ aggregateId }) => [`${aggregateId}!`],
  'chat.closed': ({ aggregateId }) => [`${aggregateId}!`],
  'chat.reopened': ({ aggregateId }) => [`${aggregateId}!`],
  'chat.deleted': ({ aggregateId }) => [`${aggregateId}!`],
  'sidebar.chat.read': (event) => [ofOne(event.payload.chatId, event.aggregateId)],
  'sidebar.chat.unread': (event) => [ofOne(event.payload.chatId, event.aggregateId)],
  'sidebar.preferences.changed': (event) => [ofOne(event.payload.chatId, event.aggregateId)],
};

function ofOne(chatId: string, userId: string): string {
  return `${chatId}/${userId}!`;
}

function ofMentioned(chatId: string, { mentions, mentionsAll }: Mentions): string[] {
  return mentionsAll === null ? mentions.map((userId) => ofOne(chatId, userId)) : [`${chatId}!`];
}
