import type { Projections } from '../kit/context';

/** How the pins of messages follow from the events of their chats. */
export const pinProjections = {
  'chat.message.pinned': (send, { payload, occurredAt }) =>
    send('/* chat.projectPinned */ UPDATE chat.message SET pinned_at = $2 WHERE id = $1', [
      payload.messageId,
      occurredAt,
    ]),
  'chat.message.unpinned': (send, { payload }) =>
    send('/* chat.projectUnpinned */ UPDATE chat.message SET pinned_at = NULL WHERE id = $1', [
      payload.messageId,
    ]),
} satisfies Projections;
