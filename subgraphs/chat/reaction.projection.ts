import type { Projections } from '../kit/context';

/** How reactions follow from the events of their chats. */
export const reactionProjections = {
  'chat.reaction.added': (send, { aggregateId, workspaceId, payload, occurredAt }) =>
    send(
      `/* chat.projectReactionAdded */ INSERT INTO chat.reaction
         (message_id, emoji, user_id, chat_id, workspace_id, scope_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $4, $6)`,
      [payload.messageId, payload.emoji, payload.userId, aggregateId, workspaceId, occurredAt],
    ),
  'chat.reaction.removed': (send, { payload }) =>
    send(
      `/* chat.projectReactionRemoved */ DELETE FROM chat.reaction
       WHERE message_id = $1 AND emoji = $2 AND user_id = $3`,
      [payload.messageId, payload.emoji, payload.userId],
    ),
} satisfies Projections;
