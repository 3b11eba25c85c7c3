import type { InTransaction } from '../kit/context';
import { badInput, enforce, notFound, requireVersion } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import type { ChatContext } from './chat.loaders';
import type { Caller } from './chat.policy';
import { CALLER_COLUMNS, CALLER_JOIN, placeIn, toCaller } from './chat.service';
import { resolveMentions, type Mentions } from './mention.service';
import { MESSAGE_COLUMNS, MessageEntity } from './message.entity';
import { faultOfBody, refuseChanging, type MessageAction } from './message.policy';
import { lockThreadOf } from './thread.service';

interface EditMessage {
  messageId: string;
  body: string;
  expectedVersion?: number | null;
}

export type LockedMessage = MessageEntity &
  Pick<Caller, 'role' | 'workspaceRole' | 'isArchived'> & { isClosed: boolean; mentions: string[] };

/** Says a message anew; the same body again changes nothing. Tags act when a message is sent, and not again. */
export async function editMessage(ctx: ChatContext, { messageId, body, expectedVersion }: EditMessage) {
  const fault = faultOfBody(body);
  if (fault && body !== '') throw badInput(fault, 'body');
  const { message, event } = await inTransaction(ctx, async (ctx) => {
    const message = await loadToChange(ctx, messageId, 'edit');
    if (fault && !(await hasAttachments(ctx, messageId))) throw badInput(fault, 'body');
    requireVersion(message, expectedVersion, { what: 'The message', payload: { message } });
    if (message.body === body) return { message, event: null };
    const mentioned = await resolveMentions(ctx, message.chatId, body);
    const event = emit(ctx, {
      ...placeIn(message),
      type: 'chat.message.edited',
      payload: { messageId, body, ...mentioned, added: addedMentions(message, mentioned) },
    });
    const edited = {
      body,
      mentionedGroup: mentioned.mentionsAll,
      version: message.version + 1,
      editedAt: event.occurredAt,
    };
    return { message: Object.assign(new MessageEntity(), message, edited), event };
  });
  return { message, cursor: event && cursorOf(event) };
}

/** Takes back what a message says, in all its versions; its place stays. */
export async function deleteMessage(ctx: ChatContext, { messageId }: { messageId: string }) {
  const { message, event } = await inTransaction(ctx, async (ctx) => {
    lockThreadOf(ctx, messageId);
    const message = await loadToChange(ctx, messageId, 'delete');
    const event = emit(ctx, {
      ...placeIn(message),
      type: 'chat.message.deleted',
      payload: { messageId },
    });
    const deleted = {
      body: '',
      tagResults: [],
      mentionedGroup: null,
      pinnedAt: null,
      version: message.version + 1,
      deletedAt: event.occurredAt,
    };
    return { message: Object.assign(new MessageEntity(), message, deleted), event };
  });
  return { message, cursor: cursorOf(event) };
}

/** A message with files may say nothing. */
async function hasAttachments(ctx: InTransaction<ChatContext>, messageId: string): Promise<boolean> {
  const rows = await ctx.tx.query(
    `/* chat.hasAttachments */ SELECT 1 FROM chat.attachment a
     WHERE a.message_id = $1 AND a.removed_at IS NULL LIMIT 1`,
    [messageId],
  );
  return rows.length > 0;
}

/** A message that the caller may change, locked. */
async function loadToChange(
  ctx: InTransaction<ChatContext>,
  messageId: string,
  action: MessageAction,
): Promise<LockedMessage> {
  const message = await lockMessage(ctx, messageId);
  enforce(refuseChanging(toCaller(ctx, message), message, action, ctx.now()));
  return message;
}

/**
 * Locks a message against every other change of it and loads it with what the caller is in its chat, which stays as
 * open as it is; NOT_FOUND when it cannot be seen or is deleted. The locks have a statement of their own, so that what
 * is read is not older than they.
 */
export async function lockMessage(
  ctx: InTransaction<ChatContext>,
  messageId: string,
): Promise<LockedMessage> {
  ctx.tx.send(
    `/* chat.lockMessage */ SELECT 1 FROM chat.message m JOIN chat.chat c ON c.id = m.chat_id
     WHERE m.id = $1 FOR SHARE OF c FOR NO KEY UPDATE OF m`,
    [messageId],
  );
  const [message] = await ctx.tx.query<LockedMessage>(
    `/* chat.loadMessage */ SELECT ${MESSAGE_COLUMNS}, c.is_closed, ${CALLER_COLUMNS},
       ARRAY(SELECT u.user_id FROM chat.mention u WHERE u.message_id = m.id) AS mentions
     FROM chat.message m JOIN chat.chat c ON c.id = m.chat_id ${CALLER_JOIN}
     WHERE m.id = $1`,
    [messageId],
  );
  if (!message || message.deletedAt !== null) throw notFound('Message', 'messageId');
  return message;
}

/** Whom an edit mentions beyond those whom the message mentioned already. */
function addedMentions(before: LockedMessage, { mentions, mentionsAll }: Mentions): Mentions {
  const known = new Set(before.mentions);
  const wasAll = before.mentionedGroup === 'CHANNEL' || before.mentionedGroup === mentionsAll;
  return { mentions: mentions.filter((id) => !known.has(id)), mentionsAll: wasAll ? null : mentionsAll };
}
