import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { badInput, enforce, forbidden, notFound } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { newUuid } from '../kit/ids';
import { once } from '../kit/idempotency';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import { faultOfAttachments } from './attachment.policy';
import { takeAttachments } from './attachment.service';
import type { ChatEntity } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import type { Caller } from './chat.policy';
import { CALLER_COLUMNS, CALLER_JOIN, placeOf, toCaller } from './chat.service';
import { resolveMentions, type Mentions } from './mention.service';
import { MESSAGE_COLUMNS, MessageEntity } from './message.entity';
import { faultOfBody, faultOfTagCount, refuseSending } from './message.policy';
import { isChatTag, parseTags } from './tag.logic';
import { applyChatTags } from './tag.service';
import { findThread, type Thread } from './thread.service';

interface SendMessage {
  chatId: string;
  body: string;
  /** A message of the thread that it goes to. */
  threadRootId?: string | null;
  /** The files that it is to have: a message with files may say nothing. */
  attachmentIds?: readonly string[] | null;
  idempotencyKey?: string | null;
  clientMutationId?: string | null;
}

type SenderChat = Pick<ChatEntity, 'id' | 'workspaceId' | 'kind' | 'isClosed'> &
  Pick<Caller, 'role' | 'workspaceRole' | 'isArchived'>;

/**
 * Sends a message. The chat's own tags in it are applied in the same transaction; the event carries all of them, for
 * whoever applies the others. What a service posts has no tags.
 */
export async function sendMessage(ctx: ChatContext, input: SendMessage) {
  const attachmentIds = input.attachmentIds ?? [];
  const fault = attachmentIds.length > 0 && input.body === '' ? null : faultOfBody(input.body);
  if (fault) throw badInput(fault, 'body');
  const attachmentFault = faultOfAttachments(attachmentIds);
  if (attachmentFault) throw badInput(attachmentFault, 'attachmentIds');
  const tags = ctx.principal.kind === 'service' ? [] : parseTags(input.body);
  const tagFault = faultOfTagCount(tags.length);
  if (tagFault) throw badInput(tagFault, 'body');
  const changesChat = tags.some((tag) => isChatTag(tag.name));

  const { message, event } = await inTransaction(ctx, async (ctx) => {
    const { chatId, body, threadRootId } = input;
    const loading = loadForSender(ctx, chatId, changesChat);
    const threading = threadRootId == null ? null : findThread(ctx, chatId, threadRootId);
    const resolving = resolveMentions(ctx, chatId, body);
    // Sent first so that they share a round trip with the look-up of the idempotency key; failures are met below.
    for (const early of [loading, threading, resolving]) early?.catch(() => undefined);
    let event = null as StoredEvent<'chat.message.sent'> | null;
    const { ids } = await once(ctx, 'sendMessage', input, async () => {
      const chat = await loading;
      if (!chat) throw notFound('Chat', 'chatId');
      enforce(refuseSending(toCaller(ctx, chat), chat));
      const thread = await threading;
      await takeAttachments(ctx, chatId, attachmentIds);
      event = recordMessage(ctx, chat, { body, tags, thread, attachmentIds, ...(await resolving) });
      return { messageId: event.payload.messageId };
    });
    if (!event) return { message: await findMessage(ctx, ids.messageId), event };
    const tagResults = changesChat ? await applyChatTags(ctx, event) : [];
    return { message: Object.assign(toMessage(event), { tagResults }), event };
  });
  if (!message) throw notFound('Message');
  return { message, cursor: event && cursorOf(event) };
}

/** The messages of a chat, oldest first, without the replies in threads. */
export async function listMessages(
  ctx: ChatContext,
  chatId: string,
  args: PageArgs,
): Promise<Connection<MessageEntity>> {
  const page = parsePage(args, ['uuid']);
  const { where, orderAndLimit, values } = keysetSql(page, ['m.id'], { firstParameter: 2 });
  const rows = await queryRows<MessageEntity>(
    ctx,
    `/* chat.listMessages */ SELECT ${MESSAGE_COLUMNS} FROM chat.message m
     WHERE m.chat_id = $1 AND m.thread_root_id IS NULL${where}${orderAndLimit}`,
    [chatId, ...values],
  );
  return toConnection(rows, page, (message) => [message.id]);
}

/**
 * The chat with the sender's roles; null when the sender cannot see it. Senders share the lock that keeps the chat
 * from being closed meanwhile; one whose message is about to change the chat takes it alone, or two would deadlock.
 */
async function loadForSender(
  ctx: InTransaction<ChatContext>,
  chatId: string,
  changesChat: boolean,
): Promise<SenderChat | null> {
  const select = `SELECT c.id, c.workspace_id, c.kind, c.is_closed, ${CALLER_COLUMNS}
     FROM chat.chat c ${CALLER_JOIN} WHERE c.id = $1`;
  const [chat] = await ctx.tx.query<SenderChat>(
    changesChat
      ? `/* chat.loadForChangingSender */ ${select} FOR NO KEY UPDATE OF c`
      : `/* chat.loadForSender */ ${select} FOR SHARE OF c`,
    [chatId],
  );
  return chat ?? null;
}

interface Draft extends Mentions {
  body: string;
  tags: ReturnType<typeof parseTags>;
  thread: Thread | null;
  attachmentIds: readonly string[];
}

function recordMessage(
  ctx: InTransaction<ChatContext>,
  chat: SenderChat,
  { body, tags, thread, attachmentIds, mentions, mentionsAll }: Draft,
): StoredEvent<'chat.message.sent'> {
  const { principal } = ctx;
  if (principal.userId === null) throw forbidden('A message is sent by somebody.');
  const isAutomatic = principal.kind === 'service';
  return emit(ctx, {
    ...placeOf(chat),
    type: 'chat.message.sent',
    payload: {
      messageId: newUuid(),
      authorId: principal.userId,
      body,
      isAutomatic,
      depth: isAutomatic ? principal.depth : 0,
      chatKind: chat.kind,
      tags,
      attachmentIds: [...attachmentIds],
      threadRootId: thread?.rootId ?? null,
      mentions,
      mentionsAll,
      threadFollowers: thread?.followers ?? [],
    },
  });
}

async function findMessage(ctx: InTransaction<ChatContext>, id: string): Promise<MessageEntity | null> {
  const [message] = await ctx.tx.query<MessageEntity>(
    `/* chat.findMessage */ SELECT ${MESSAGE_COLUMNS} FROM chat.message m WHERE m.id = $1`,
    [id],
  );
  return message ?? null;
}

function toMessage(event: StoredEvent<'chat.message.sent'>): MessageEntity {
  const { aggregateId: chatId, workspaceId, occurredAt: createdAt } = event;
  const { messageId: id, authorId, body, isAutomatic, tags, threadRootId, mentionsAll } = event.payload;
  const place = { workspaceId: workspaceId!, scopeId: chatId, chatId, createdAt };
  const given = { id, authorId, body, isAutomatic, tagCount: tags.length, tagResults: [] };
  const state = {
    ...{ threadRootId, replyCount: 0, lastReplyAt: null, mentionedGroup: mentionsAll },
    ...{ version: 1, editedAt: null, deletedAt: null, pinnedAt: null },
  };
  return Object.assign(new MessageEntity(), place, given, state);
}
