import type { Projections } from '../kit/context';

/**
 * What goes with a deleted chat, first what refers to other rows. Its scope and who took part in it stay: the tasks that
 * were made there are seen by them; so does what people said of it, which is written by events of their own.
 */
const DELETIONS = [
  ...[
    ['chat.mention', 'message_id'],
    ['chat.thread_author', 'root_id'],
    ['chat.message_revision', 'message_id'],
    ['chat.reaction', 'message_id'],
  ].map(
    ([table, message]) =>
      `/* chat.deleteOfMessages */ DELETE FROM ${table} x USING chat.message m WHERE m.id = x.${message} AND m.chat_id = $1`,
  ),
  '/* chat.deleteMessages */ DELETE FROM chat.message WHERE chat_id = $1',
  '/* chat.deleteActivity */ DELETE FROM chat.activity WHERE chat_id = $1',
  '/* chat.deleteChat */ DELETE FROM chat.chat WHERE id = $1',
];

/** How chats, their scopes and their participants follow from their events. */
export const chatProjections = {
  'chat.created': (send, { aggregateId, workspaceId, payload, occurredAt }) => {
    // The scope comes first: policies on the chat and on its first members look it up.
    send(
      `/* chat.projectScope */ INSERT INTO access.scope (scope_id, kind, workspace_id, visibility, creator_id)
       VALUES ($1, 'chat', $2, $3, $4)`,
      [aggregateId, workspaceId, payload.visibility, payload.creatorId],
    );
    send(
      `/* chat.projectCreated */ INSERT INTO chat.chat
         (id, scope_id, workspace_id, creator_id, name, kind, is_closed, task_id, direct_key, version, created_at)
       VALUES ($1, $1, $2, $3, $4, $5, false, $6, $7, 1, $8)`,
      [
        aggregateId,
        workspaceId,
        payload.creatorId,
        payload.name,
        payload.kind,
        payload.taskId,
        payload.directKey ?? null,
        occurredAt,
      ],
    );
    send(
      `/* chat.projectActivity */ INSERT INTO chat.activity (chat_id, workspace_id, scope_id, message_count, active_at)
       VALUES ($1, $2, $1, 0, $3)`,
      [aggregateId, workspaceId, occurredAt],
    );
  },
  'chat.updated': (send, { aggregateId, payload }) => {
    const { name, topic, description, visibility, changedFields } = payload;
    send(
      `/* chat.projectUpdated */ UPDATE chat.chat
       SET name = $2, topic = $3, description = $4, version = version + 1 WHERE id = $1`,
      [aggregateId, name, topic, description],
    );
    if (!changedFields.includes('visibility')) return;
    send('/* chat.projectVisibility */ UPDATE access.scope SET visibility = $2 WHERE scope_id = $1', [
      aggregateId,
      visibility,
    ]);
  },
  'chat.deleted': (send, { aggregateId, occurredAt }) => {
    send(
      `/* chat.deleteAttachments */ UPDATE chat.attachment SET removed_at = $2
       WHERE chat_id = $1 AND removed_at IS NULL`,
      [aggregateId, occurredAt],
    );
    for (const statement of DELETIONS) send(statement, [aggregateId]);
  },
  'chat.participant.added': (send, { aggregateId, workspaceId, payload, occurredAt, actorId }) =>
    send(
      `/* chat.projectParticipantAdded */ INSERT INTO access.membership AS m
         (scope_id, workspace_id, user_id, role, active, joined_at, changed_at, added_by, joined_ordinal)
       VALUES ($1, $2, $3, $4, true, $5, $5, $6,
         -- Founders do not see yet that nothing was said.
         coalesce((SELECT a.message_count FROM chat.activity a WHERE a.chat_id = $1), 0))
       ON CONFLICT (scope_id, user_id) DO UPDATE
       SET role = excluded.role, active = true, changed_at = excluded.changed_at, added_by = excluded.added_by,
           joined_at = CASE WHEN m.active THEN m.joined_at ELSE excluded.joined_at END,
           joined_ordinal = CASE WHEN m.active THEN m.joined_ordinal ELSE excluded.joined_ordinal END`,
      [aggregateId, workspaceId, payload.userId, payload.role, occurredAt, actorId],
    ),
  'chat.participant.role_changed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* chat.projectParticipantRoleChanged */ UPDATE access.membership SET role = $3, changed_at = $4
       WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, payload.to, occurredAt],
    ),
  'chat.participant.removed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* chat.projectParticipantRemoved */ UPDATE access.membership SET active = false, changed_at = $3
       WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    ),
  'chat.kind.changed': (send, { aggregateId, payload }) =>
    send(
      `/* chat.projectKindChanged */ UPDATE chat.chat SET kind = $2, task_id = $3, version = version + 1 WHERE id = $1`,
      [aggregateId, payload.to, payload.taskId],
    ),
  'chat.closed': (send, { aggregateId }) =>
    send(
      '/* chat.projectClosed */ UPDATE chat.chat SET is_closed = true, version = version + 1 WHERE id = $1',
      [aggregateId],
    ),
  'chat.reopened': (send, { aggregateId }) =>
    send(
      '/* chat.projectReopened */ UPDATE chat.chat SET is_closed = false, version = version + 1 WHERE id = $1',
      [aggregateId],
    ),
} satisfies Projections;
