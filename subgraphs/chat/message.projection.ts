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
       WHERE m.id = $1 AND m.deleted_at IS NULL`,
      [payload.messageId, JSON.stringify(payload.results)],
    ),
  'chat.message.edited': (send, { payload, occurredAt }) => {
    send(
      `/* chat.projectRevision */ INSERT INTO chat.message_revision
         (message_id, version, workspace_id, scope_id, author_id, body, written_at)
       SELECT m.id, m.version, m.workspace_id, m.scope_id, m.author_id, m.body, coalesce(m.edited_at, m.created_at)
       FROM chat.message m WHERE m.id = $1`,
      [payload.messageId],
    );
    send(
      `/* chat.projectMessageEdited */ UPDATE chat.message SET body = $2, version = version + 1, edited_at = $3
       WHERE id = $1`,
      [payload.messageId, payload.body, occurredAt],
    );
  },
  'chat.message.deleted': (send, { payload, occurredAt }) => {
    send(
      `/* chat.projectMessageDeleted */ UPDATE chat.message
       SET body = '', tag_results = '[]', version = version + 1, deleted_at = $2 WHERE id = $1`,
      [payload.messageId, occurredAt],
    );
    send('/* chat.projectRevisionsForgotten */ DELETE FROM chat.message_revision WHERE message_id = $1', [
      payload.messageId,
    ]);
  },
} satisfies Projections;
