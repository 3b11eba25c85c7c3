import type { Projections } from '../kit/context';

/** How the files of messages follow from the events of their chats, beside those of the messages themselves. */
export const attachmentProjections = {
  'chat.attachment.created': (send, { aggregateId, workspaceId, payload, occurredAt }) =>
    send(
      `/* chat.projectAttachmentCreated */ INSERT INTO chat.attachment
         (id, workspace_id, scope_id, chat_id, owner_id, file_name, content_type, byte_size, created_at)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
      [
        payload.attachmentId,
        workspaceId,
        aggregateId,
        payload.ownerId,
        payload.fileName,
        payload.contentType,
        payload.byteSize,
        occurredAt,
      ],
    ),
  'chat.attachment.uploaded': (send, { payload, occurredAt }) =>
    send(
      `/* chat.projectAttachmentUploaded */ UPDATE chat.attachment SET sha256 = $2, uploaded_at = $3, claimed_until = NULL
       WHERE id = $1`,
      [payload.attachmentId, payload.sha256, occurredAt],
    ),
  'chat.attachment.removed': (send, { payload }) =>
    send('/* chat.projectAttachmentRemoved */ DELETE FROM chat.attachment WHERE id = $1', [
      payload.attachmentId,
    ]),
} satisfies Projections;
