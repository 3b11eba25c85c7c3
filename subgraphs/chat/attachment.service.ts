import type { StoredEvent } from '../../schema/events';
import type { AttachmentSettings, InTransaction } from '../kit/context';
import { AppError, badInput, enforce, forbidden, notFound } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import type { FileStorage } from '../kit/file-storage';
import { newUuid } from '../kit/ids';
import { once } from '../kit/idempotency';
import { useQuota } from '../kit/quota';
import { signGrant } from '../kit/signed-grant';
import { inTransaction } from '../kit/transaction';
import { ATTACHMENT_COLUMNS, type AttachmentEntity } from './attachment.entity';
import { cleanFileName, mediaTypeOf } from './attachment.logic';
import { faultOfFile, GRANT_MS, refuseAttaching, WAITING_MS, type DeclaredFile } from './attachment.policy';
import type { ChatContext } from './chat.loaders';
import { findChat, placeOf, toCaller } from './chat.service';
import { refuseSending } from './message.policy';

interface CreateAttachment extends DeclaredFile {
  chatId: string;
  idempotencyKey?: string | null;
  clientMutationId?: string | null;
}

/** The addresses at which files come and go. */
export const UPLOAD_PATH = '/attachments/upload';
export const DOWNLOAD_PATH = '/attachments/download';

/**
 * Makes room for a file of a message in a chat, and answers where it is to be put. Its size counts for the workspace from
 * now on.
 */
export async function createAttachment(ctx: ChatContext, input: CreateAttachment) {
  const file = { ...input, contentType: mediaTypeOf(input.contentType) };
  const fault = faultOfFile(file, attachmentSettings(ctx).maxBytes);
  if (fault) throw badInput(fault.message, fault.field);
  const { attachment, event } = await inTransaction(ctx, async (ctx) => {
    let event = null as StoredEvent<'chat.attachment.created'> | null;
    const { ids } = await once(ctx, 'createAttachment', input, async () => {
      const chat = await findChat(ctx, input.chatId);
      if (!chat) throw notFound('Chat', 'chatId');
      enforce(refuseSending(toCaller(ctx, chat), chat));
      const ownerId = ctx.principal.userId;
      if (ownerId === null) throw forbidden('A file is uploaded by somebody.');
      await useQuota(ctx, chat.workspaceId, 'MAX_STORAGE_MB', file.byteSize);
      const { contentType, byteSize } = file;
      const declared = { fileName: cleanFileName(file.fileName), contentType, byteSize };
      const payload = { attachmentId: newUuid(), ownerId, ...declared };
      event = emit(ctx, { ...placeOf(chat), type: 'chat.attachment.created', payload });
      return { attachmentId: payload.attachmentId };
    });
    return { attachment: await findAttachment(ctx, ids.attachmentId), event };
  });
  if (!attachment) throw notFound('Attachment');
  const uploadUrl = attachment.uploadedAt === null ? addressOf(ctx, 'upload', attachment.id) : null;
  return { attachment, uploadUrl, cursor: event && cursorOf(event) };
}

/**
 * The files that a new message is to have, locked: the caller's own, of this chat, uploaded and no other message's. Those
 * that are about to be removed are gone already.
 */
export async function takeAttachments(
  ctx: InTransaction<ChatContext>,
  chatId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const files = await ctx.tx.query<Pick<AttachmentEntity, 'messageId' | 'uploadedAt'>>(
    `/* chat.takeAttachments */ SELECT a.message_id, a.uploaded_at FROM chat.attachment a
     WHERE a.id = ANY ($1::uuid[]) AND a.chat_id = $2 AND a.owner_id = $3 AND a.removed_at IS NULL
       AND (a.message_id IS NOT NULL OR a.created_at > $4)
     ORDER BY a.id FOR NO KEY UPDATE`,
    [ids, chatId, ctx.principal.userId, new Date(ctx.now().getTime() - WAITING_MS)],
  );
  if (files.length < ids.length) throw notFound('Attachment', 'attachmentIds');
  for (const file of files) enforce(refuseAttaching(file));
}

/** Where the file of an attachment that the caller may read can be fetched for a while; null until it has come. */
export function downloadUrlOf(ctx: ChatContext, { id, uploadedAt }: AttachmentEntity): string | null {
  return uploadedAt === null ? null : addressOf(ctx, 'download', id);
}

function addressOf(ctx: ChatContext, use: 'upload' | 'download', id: string): string {
  const { secret, publicUrl } = attachmentSettings(ctx);
  const expiresAt = Math.floor((ctx.now().getTime() + GRANT_MS) / 1000);
  const path = use === 'upload' ? UPLOAD_PATH : DOWNLOAD_PATH;
  return `${publicUrl.replace(/\/+$/, '')}${path}?grant=${signGrant(secret, { use, id, expiresAt })}`;
}

/** How addresses of files are made; a process without it serves none. */
export function attachmentSettings(ctx: ChatContext): AttachmentSettings {
  const { attachments } = ctx.db.settings;
  if (!attachments) throw new AppError('SUBGRAPH_UNAVAILABLE', 'Files cannot be had here.');
  return attachments;
}

/** Where files are kept. */
export function storageOf(ctx: ChatContext): FileStorage {
  const { files } = ctx.db.settings;
  if (!files) throw new AppError('SUBGRAPH_UNAVAILABLE', 'Files cannot be had here.');
  return files;
}

async function findAttachment(ctx: InTransaction<ChatContext>, id: string) {
  const [attachment] = await ctx.tx.query<AttachmentEntity>(
    `/* chat.findAttachment */ SELECT ${ATTACHMENT_COLUMNS} FROM chat.attachment a WHERE a.id = $1 AND a.removed_at IS NULL`,
    [id],
  );
  return attachment ?? null;
}
