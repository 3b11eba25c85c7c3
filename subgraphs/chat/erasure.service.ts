import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import type { ChatContext } from './chat.loaders';

const STATEMENTS = [
  '/* chat.eraseMentions */ DELETE FROM chat.mention WHERE workspace_id = $1',
  '/* chat.eraseThreadAuthors */ DELETE FROM chat.thread_author WHERE workspace_id = $1',
  '/* chat.eraseReactions */ DELETE FROM chat.reaction WHERE workspace_id = $1',
  '/* chat.eraseRevisions */ DELETE FROM chat.message_revision WHERE workspace_id = $1',
  '/* chat.eraseMessages */ DELETE FROM chat.message WHERE workspace_id = $1',
  '/* chat.eraseChats */ DELETE FROM chat.chat WHERE workspace_id = $1',
];

/** Removes the chats of a deleted workspace. Their scopes went with it; their events go when all have done this. */
export async function eraseWorkspace(
  ctx: InTransaction<ChatContext>,
  { aggregateId }: StoredEvent<'workspace.erased'>,
): Promise<void> {
  for (const statement of STATEMENTS) await ctx.tx.query(statement, [aggregateId]);
}
