import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { storageOf } from './attachment.service';
import { keyOf } from './attachment.entity';
import type { ChatContext } from './chat.loaders';

const STATEMENTS = [
  '/* chat.eraseAttachments */ DELETE FROM chat.attachment WHERE workspace_id = $1',
  '/* chat.eraseMentions */ DELETE FROM chat.mention WHERE workspace_id = $1',
  '/* chat.eraseThreadAuthors */ DELETE FROM chat.thread_author WHERE workspace_id = $1',
  '/* chat.eraseReactions */ DELETE FROM chat.reaction WHERE workspace_id = $1',
  '/* chat.eraseReadings */ DELETE FROM chat.reading WHERE workspace_id = $1',
  '/* chat.eraseActivity */ DELETE FROM chat.activity WHERE workspace_id = $1',
  '/* chat.eraseRevisions */ DELETE FROM chat.message_revision WHERE workspace_id = $1',
  '/* chat.eraseMessages */ DELETE FROM chat.message WHERE workspace_id = $1',
  '/* chat.eraseChats */ DELETE FROM chat.chat WHERE workspace_id = $1',
];

/** Removes the chats of a deleted workspace. Their scopes went with it; their events go when all have done this. */
export async function eraseWorkspace(
  ctx: InTransaction<ChatContext>,
  { aggregateId }: StoredEvent<'workspace.erased'>,
): Promise<void> {
  await eraseFiles(ctx, aggregateId);
  for (const statement of STATEMENTS) await ctx.tx.query(statement, [aggregateId]);
}

/** A file that is gone while its row stays, because the transaction is undone, is no fault: it is removed again. */
async function eraseFiles(ctx: InTransaction<ChatContext>, workspaceId: string): Promise<void> {
  const files = await ctx.tx.query<{ id: string }>(
    '/* chat.findFilesToErase */ SELECT a.id FROM chat.attachment a WHERE a.workspace_id = $1',
    [workspaceId],
  );
  for (const { id } of files) await storageOf(ctx).remove(keyOf({ workspaceId, id }));
}
