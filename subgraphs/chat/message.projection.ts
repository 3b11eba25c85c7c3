import type { StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';
import { toVector } from './search.logic';

/** How messages follow from the events of their chats. */
export const messageProjections = {
  'chat.message.sent': (send, event) => {
    const { aggregateId, workspaceId, payload, occurredAt } = event;
    send(
      // The place is taken by the very statement that counts: messages of a chat wait for each other here.
      `/* chat.projectMessageSent */ WITH a AS (
         UPDATE chat.activity SET message_count = message_count + 1, last_message_id = $1, active_at = $8
         WHERE chat_id = $3 AND $9::uuid IS NULL RETURNING message_count
       )
       INSERT INTO chat.message
         (id, workspace_id, scope_id, chat_id, author_id, body, is_automatic, tag_count, tag_results, created_at,
          thread_root_id, mentioned_group, words, ordinal)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, '[]', $8, $9, $10, chat.place_words($2, $3, $4) || $11::tsvector,
               (SELECT a.message_count FROM a))`,
      [
        payload.messageId,
        workspaceId,
        aggregateId,
        payload.authorId,
        payload.body,
        payload.isAutomatic,
        payload.tags.length,
        occurredAt,
        payload.threadRootId,
        payload.mentionsAll,
        toVector(payload.body),
      ],
    );
    projectAttachments(send, event);
    projectMentions(send, event);
    if (payload.threadRootId !== null) projectReply(send, event, payload.threadRootId);
  },
  'chat.message.tags_resolved': (send, { payload }) =>
    send(
      `/* chat.projectTagsResolved */ UPDATE chat.message AS m
       SET tag_results = (SELECT jsonb_agg(r.result ORDER BY (r.result ->> 'index')::integer)
                          FROM jsonb_array_elements(m.tag_results || $2::jsonb) AS r (result))
       WHERE m.id = $1 AND m.deleted_at IS NULL`,
      [payload.messageId, JSON.stringify(payload.results)],
    ),
  'chat.message.edited': (send, event) => {
    const { payload, occurredAt } = event;
    send(
      `/* chat.projectRevision */ INSERT INTO chat.message_revision
         (message_id, version, workspace_id, scope_id, author_id, body, written_at)
       SELECT m.id, m.version, m.workspace_id, m.scope_id, m.author_id, m.body, coalesce(m.edited_at, m.created_at)
       FROM chat.message m WHERE m.id = $1`,
      [payload.messageId],
    );
    send(
      `/* chat.projectMessageEdited */ UPDATE chat.message
       SET body = $2, version = version + 1, edited_at = $3, mentioned_group = $4,
           words = chat.place_words(workspace_id, chat_id, author_id) || $5::tsvector
       WHERE id = $1`,
      [payload.messageId, payload.body, occurredAt, payload.mentionsAll, toVector(payload.body)],
    );
    send(
      `/* chat.projectMentionsGone */ DELETE FROM chat.mention
       WHERE message_id = $1 AND NOT user_id = ANY ($2::uuid[])`,
      [payload.messageId, payload.mentions],
    );
    projectMentions(send, event);
  },
  'chat.message.deleted': (send, { aggregateId, payload, occurredAt }) => {
    send(
      `/* chat.projectMessageDeleted */ UPDATE chat.message
       SET body = '', words = '', pinned_at = NULL, tag_results = '[]', version = version + 1, deleted_at = $2, mentioned_group = NULL
       WHERE id = $1`,
      [payload.messageId, occurredAt],
    );
    send(
      `/* chat.projectLastMessageGone */ UPDATE chat.activity AS a
       SET last_message_id = (SELECT m.id FROM chat.message m WHERE m.chat_id = $2 AND m.deleted_at IS NULL
                              AND m.ordinal IS NOT NULL ORDER BY m.ordinal DESC LIMIT 1)
       WHERE a.chat_id = $2 AND a.last_message_id = $1`,
      [payload.messageId, aggregateId],
    );
    send('/* chat.projectRevisionsForgotten */ DELETE FROM chat.message_revision WHERE message_id = $1', [
      payload.messageId,
    ]);
    send('/* chat.projectMentionsForgotten */ DELETE FROM chat.mention WHERE message_id = $1', [
      payload.messageId,
    ]);
    projectReplyGone(send, payload.messageId);
    send(
      `/* chat.projectAttachmentsLost */ UPDATE chat.attachment SET removed_at = $2
       WHERE message_id = $1 AND removed_at IS NULL`,
      [payload.messageId, occurredAt],
    );
    send('/* chat.projectReactionsForgotten */ DELETE FROM chat.reaction WHERE message_id = $1', [
      payload.messageId,
    ]);
  },
} satisfies Projections;

/** Gives the message its files, in their order. */
function projectAttachments(send: Send, { payload }: StoredEvent<'chat.message.sent'>): void {
  if (payload.attachmentIds.length === 0) return;
  send(
    `/* chat.projectAttached */ UPDATE chat.attachment AS a
     SET message_id = $1, position = array_position($2::uuid[], a.id) WHERE a.id = ANY ($2::uuid[])`,
    [payload.messageId, payload.attachmentIds],
  );
}

/** Adds those who are mentioned and were not before. */
function projectMentions(
  send: Send,
  { aggregateId, workspaceId, payload }: StoredEvent<'chat.message.sent' | 'chat.message.edited'>,
): void {
  if (payload.mentions.length === 0) return;
  send(
    `/* chat.projectMentions */ INSERT INTO chat.mention (user_id, chat_id, message_id, workspace_id, scope_id)
     SELECT u.id, $2, $3, $4, $2 FROM unnest($1::uuid[]) AS u (id) ON CONFLICT DO NOTHING`,
    [payload.mentions, aggregateId, payload.messageId, workspaceId],
  );
}

/** Counts a reply on the message that began its thread. */
function projectReply(
  send: Send,
  { aggregateId, workspaceId, payload, occurredAt }: StoredEvent<'chat.message.sent'>,
  rootId: string,
): void {
  send(
    `/* chat.projectReply */ UPDATE chat.message
     SET reply_count = reply_count + 1, last_reply_at = greatest(last_reply_at, $2::timestamptz) WHERE id = $1`,
    [rootId, occurredAt],
  );
  send(
    `/* chat.projectThreadAuthor */ INSERT INTO chat.thread_author AS a
       (root_id, user_id, workspace_id, scope_id, reply_count, joined_at)
     VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT (root_id, user_id) DO UPDATE SET reply_count = a.reply_count + 1`,
    [rootId, payload.authorId, workspaceId, aggregateId, occurredAt],
  );
}

/** Takes a deleted reply from the counts of its thread; a message that is no reply has none. */
function projectReplyGone(send: Send, messageId: string): void {
  send(
    `/* chat.projectReplyGone */ UPDATE chat.message AS t
     SET reply_count = t.reply_count - 1,
         last_reply_at = (SELECT max(r.created_at) FROM chat.message r
                          WHERE r.thread_root_id = t.id AND r.deleted_at IS NULL)
     FROM chat.message d WHERE d.id = $1 AND t.id = d.thread_root_id`,
    [messageId],
  );
  send(
    `/* chat.projectThreadAuthorGone */ WITH reply AS (
       SELECT d.thread_root_id, d.author_id FROM chat.message d WHERE d.id = $1
     ), gone AS (
       DELETE FROM chat.thread_author a USING reply d
       WHERE a.root_id = d.thread_root_id AND a.user_id = d.author_id AND a.reply_count = 1
     )
     UPDATE chat.thread_author AS a SET reply_count = a.reply_count - 1 FROM reply d
     WHERE a.root_id = d.thread_root_id AND a.user_id = d.author_id AND a.reply_count > 1`,
    [messageId],
  );
}
