import type { Projections } from '../kit/context';

/** How messages follow from the events of their chats. */
export const messageProjections = {
  'chat.message.sent': (send, { aggregateId, workspaceId, payload, occurredAt }) =>
    send(
      `/* chat.projectMessageSent */ INSERT INTO chat.message
         (id, workspace_id, scope_id, chat_id, author_id, body, is_automatic, tag_count, tag_results, created_at)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, '[]', $8)`,
      [
        payload.messageId,
        workspaceId,
        aggregateId,
        payload.authorId,
        payload.body,
        payload.isAutomatic,
        payload.tags.length,
        occurredAt,
      ],
    ),
  'chat.message.tags_resolved': (send, { payload }) =>
    send(
      `/* chat.projectTagsResolved */ UPDATE chat.message AS m
       SET tag_results = (SELECT jsonb_agg(r.result ORDER BY (r.result ->> 'index')::integer)
                          FROM jsonb_array_elements(m.tag_results || $2::jsonb) AS r (result))
       WHERE m.id = $1`,
      [payload.messageId, JSON.stringify(payload.results)],
    ),
} satisfies Projections;
