import type { InTransaction } from '../kit/context';
import { badInput, conflict, notFound } from '../kit/errors';
import type { ChatContext } from './chat.loaders';

/** The thread that a reply goes to. */
export interface Thread {
  /** The message that began it. */
  rootId: string;
  /** Who is told of the reply: who began the thread and who has replied in it, but for the caller. */
  followers: string[];
}

interface ThreadRow {
  rootId: string;
  chatId: string;
  isDeleted: boolean;
  followers: string[];
}

/** How many of those who replied are told of the next reply: who came last. */
const MAX_FOLLOWERS = 500;

/**
 * The thread of a message, whichever of its messages is named, locked against its root's deletion; refused where it
 * is not a thread of this chat, or has been deleted.
 */
export async function findThread(
  ctx: InTransaction<ChatContext>,
  chatId: string,
  messageId: string,
): Promise<Thread> {
  // The lock has a statement of its own, so that what is read is not older than it.
  lockThreadOf(ctx, messageId);
  const [row] = await ctx.tx.query<ThreadRow>(
    `/* chat.findThread */ SELECT r.id AS root_id, r.chat_id,
       r.deleted_at IS NOT NULL OR t.deleted_at IS NOT NULL AS is_deleted,
       ARRAY(SELECT f.id FROM (
         SELECT r.author_id AS id WHERE NOT r.is_automatic
         UNION (SELECT a.user_id FROM chat.thread_author a WHERE a.root_id = r.id
                ORDER BY a.joined_at DESC LIMIT ${MAX_FOLLOWERS})) AS f
         JOIN access.person p ON p.user_id = f.id AND p.is_active AND NOT p.is_bot
         WHERE f.id IS DISTINCT FROM $2::uuid ORDER BY f.id) AS followers
     FROM chat.message t JOIN chat.message r ON r.id = coalesce(t.thread_root_id, t.id)
     WHERE t.id = $1`,
    [messageId, ctx.principal.userId],
  );
  if (!row) throw notFound('Message', 'threadRootId');
  if (row.chatId !== chatId) throw badInput('threadRootId must be a message of the chat', 'threadRootId');
  if (row.isDeleted)
    throw conflict('The message has been deleted: nobody replies to it.', { path: ['threadRootId'] });
  return { rootId: row.rootId, followers: row.followers };
}

/**
 * Locks the message that began a message's thread, itself where it is no reply: its replies are then counted alone. The
 * chat comes first, as it does for senders, so that nobody waits for another who waits.
 */
export function lockThreadOf(ctx: InTransaction<ChatContext>, messageId: string): void {
  ctx.tx.send(
    `/* chat.lockThread */ SELECT 1 FROM chat.message r JOIN chat.chat c ON c.id = r.chat_id
     WHERE r.id = (SELECT coalesce(t.thread_root_id, t.id) FROM chat.message t WHERE t.id = $1)
     FOR SHARE OF c FOR NO KEY UPDATE OF r`,
    [messageId],
  );
}
