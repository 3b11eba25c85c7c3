import type { StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';

/** How what people said of their chats follows from the events of their sidebars; the aggregate is the person. */
export const sidebarProjections = {
  'sidebar.chat.read': projectPlace,
  'sidebar.chat.unread': projectPlace,
  'sidebar.preferences.changed': (send, { aggregateId, payload }) =>
    send(
      `/* chat.projectPreferences */ INSERT INTO chat.reading
         (user_id, chat_id, workspace_id, scope_id, is_muted, is_favourite)
       VALUES ($1, $2, $3, $2, $4, $5)
       ON CONFLICT (user_id, chat_id) DO UPDATE
       SET is_muted = excluded.is_muted, is_favourite = excluded.is_favourite`,
      [aggregateId, payload.chatId, payload.workspaceId, payload.isMuted, payload.isFavourite],
    ),
} satisfies Projections;

function projectPlace(
  send: Send,
  { aggregateId, payload }: StoredEvent<'sidebar.chat.read' | 'sidebar.chat.unread'>,
): void {
  send(
    `/* chat.projectReading */ INSERT INTO chat.reading
       (user_id, chat_id, workspace_id, scope_id, read_ordinal, as_of, own_after, replies_until)
     VALUES ($1, $2, $3, $2, $4, $5, $6, $7)
     ON CONFLICT (user_id, chat_id) DO UPDATE
     SET read_ordinal = excluded.read_ordinal, as_of = excluded.as_of, own_after = excluded.own_after,
         replies_until = excluded.replies_until`,
    [
      aggregateId,
      payload.chatId,
      payload.workspaceId,
      payload.ordinal,
      payload.asOf,
      payload.ownAfter,
      payload.repliesUntil,
    ],
  );
}
