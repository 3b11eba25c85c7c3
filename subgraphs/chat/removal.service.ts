import { emit } from '../kit/events';
import { giveBackQuota } from '../kit/quota';
import { inTransaction } from '../kit/transaction';
import { keyOf, type AttachmentEntity } from './attachment.entity';
import { WAITING_MS } from './attachment.policy';
import { storageOf } from './attachment.service';
import type { ChatContext } from './chat.loaders';
import { placeIn } from './chat.service';

type DueFile = Pick<AttachmentEntity, 'id' | 'workspaceId' | 'chatId' | 'byteSize'>;

const BATCH = 100;
/** Beyond the time in which a file may be attached, so that no message takes one that is being removed. */
const GRACE_MS = 10 * 60_000;

/**
 * Removes the files of deleted messages, and those that no message got within a day; the workspace may use their room
 * again. One that cannot be removed now is left for the next time.
 */
export async function sweepAttachments(ctx: ChatContext): Promise<void> {
  const due = await inTransaction(
    ctx,
    ({ tx }) =>
      tx.query<DueFile>(
        `/* chat.findDueFiles */ SELECT a.id, a.workspace_id, a.chat_id, a.byte_size FROM chat.attachment a
         WHERE a.removed_at IS NOT NULL OR (a.message_id IS NULL AND a.created_at < $1)
         ORDER BY a.id LIMIT ${BATCH}`,
        [new Date(ctx.now().getTime() - WAITING_MS - GRACE_MS)],
      ),
    { as: 'system', reason: 'sweep files' },
  );
  let removed = 0;
  for (const file of due) {
    try {
      await removeFile(ctx, file);
      removed++;
    } catch (error) {
      ctx.log.warn({ err: error, attachmentId: file.id }, 'a file cannot be removed');
    }
  }
  if (due.length === BATCH && removed > 0) await sweepAttachments(ctx);
}

/** First the file, then what says that it was there: a run that is cut off between them is made good by the next. */
async function removeFile(ctx: ChatContext, file: DueFile): Promise<void> {
  await storageOf(ctx).remove(keyOf(file));
  await inTransaction(
    ctx,
    async (ctx) => {
      const rows = await ctx.tx.query(
        '/* chat.lockDueFile */ SELECT 1 FROM chat.attachment a WHERE a.id = $1 FOR UPDATE',
        [file.id],
      );
      if (rows.length === 0) return;
      emit(ctx, { ...placeIn(file), type: 'chat.attachment.removed', payload: { attachmentId: file.id } });
      await giveBackQuota(ctx, file.workspaceId, 'MAX_STORAGE_MB', file.byteSize);
    },
    { as: 'system', reason: 'remove a file' },
  );
}
