import type { ParsedTag, StoredEvent, TagResult } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { AppError, forbidden, notFound } from '../kit/errors';
import { emit } from '../kit/events';
import { newUuid } from '../kit/ids';
import { applied, parseUsername, refused } from '../kit/tag-results';
import type { ChatKind } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import { closeChat, placeIn, reopenChat } from './chat.service';
import { NO_MENTIONS } from './mention.service';
import {
  addChatParticipant,
  findMemberByUsername,
  prepareRemoval,
  removeChatParticipant,
} from './participant.service';
import { botAnswer, faultOfFormat, isChatTag, refusedUser, type ChatTagName } from './tag.logic';

/** A message whose tags are being decided. */
interface TaggedMessage {
  id: string;
  chatId: string;
  workspaceId: string;
  chatKind: ChatKind;
  tagCount: number;
  tagResults: TagResult[];
  threadRootId: string | null;
}

type MessageSent = StoredEvent<'chat.message.sent'>;

/**
 * Applies the chat's own tags of a message in the sender's transaction, by the commands that the mutations use and
 * with the sender's permission. Whoever takes themselves out leaves last, so that all else is still theirs to do.
 */
export async function applyChatTags(
  ctx: InTransaction<ChatContext>,
  sent: MessageSent,
): Promise<TagResult[]> {
  const caused = { ...ctx, causationId: sent.id };
  const results: TagResult[] = [];
  const leaving: ParsedTag[] = [];
  for (const tag of sent.payload.tags) {
    if (!isChatTag(tag.name)) continue;
    const fault = faultOfFormat(tag);
    const userId = fault ? null : await findUser(ctx, sent, tag);
    if (fault) results.push(fault);
    else if (userId === undefined) results.push(refusedUser(tag));
    else if (tag.name === 'remove' && userId === ctx.principal.userId) leaving.push(tag);
    else results.push(await applyOne(caused, sent.aggregateId, tag, userId));
  }
  const self = { chatId: sent.aggregateId, userId: ctx.principal.userId! };
  let leave: () => unknown = () => undefined;
  for (const tag of leaving)
    results.push(await resultOf(tag, async () => (leave = await prepareRemoval(caused, self))));
  results.sort((a, b) => a.index - b.index);
  await recordTagResults(ctx, toTaggedMessage(sent), results, sent.id);
  leave();
  return results;
}

/** Records what others decided of a message's tags; what is recorded already stays, a deleted message says nothing. */
export async function recordDecidedTags(
  ctx: InTransaction<ChatContext>,
  event: StoredEvent<'task.tags.applied' | 'tags.refused'>,
): Promise<void> {
  const message = await loadTaggedMessage(ctx, event.payload.messageId);
  if (message === null) return;
  const known = new Set(message.tagResults.map((result) => result.index));
  const results = event.payload.results.filter((result) => !known.has(result.index));
  if (results.length > 0) await recordTagResults(ctx, message, results, event.id);
}

/** Records results on the message and, once each of its tags has one, posts the bot's answer. */
async function recordTagResults(
  ctx: InTransaction<ChatContext>,
  message: TaggedMessage,
  results: TagResult[],
  causationId: string,
): Promise<void> {
  const place = placeIn(message);
  const resolved = emit(ctx, {
    ...place,
    type: 'chat.message.tags_resolved',
    payload: { messageId: message.id, results },
    causationId,
  });
  const all = [...message.tagResults, ...results];
  if (all.length < message.tagCount) return;
  const bot = await findBot(ctx);
  if (bot === null) {
    ctx.log.error({ messageId: message.id }, 'the bot does not exist and cannot answer');
    return;
  }
  emit(ctx, {
    ...place,
    type: 'chat.message.sent',
    payload: {
      messageId: newUuid(),
      authorId: bot,
      body: botAnswer(all),
      isAutomatic: true,
      depth: 0,
      chatKind: message.chatKind,
      tags: [],
      attachmentIds: [],
      // The answer stands where the tags do, and tells nobody: those who are told are told by what the tags did.
      threadRootId: message.threadRootId,
      ...NO_MENTIONS,
      threadFollowers: [],
    },
    causationId: resolved.id,
  });
}

/** Null for a tag that names no user, undefined for a name that nobody in the workspace bears. */
async function findUser(ctx: InTransaction<ChatContext>, sent: MessageSent, tag: ParsedTag) {
  const username = parseUsername(tag.value);
  if (username === null) return null;
  return (await findMemberByUsername(ctx, sent.workspaceId!, username)) ?? undefined;
}

type Command = (ctx: ChatContext, chatId: string, userId: string) => Promise<unknown>;

const COMMANDS: Record<ChatTagName, { run: Command; done: (value: string) => string }> = {
  invite: {
    run: (ctx, chatId, userId) => addChatParticipant(ctx, { chatId, userId, role: 'MEMBER' }),
    done: (value) => `Invited ${value}`,
  },
  remove: {
    run: (ctx, chatId, userId) => removeChatParticipant(ctx, { chatId, userId }),
    done: (value) => `Removed ${value}`,
  },
  close: { run: (ctx, chatId) => closeChat(ctx, { chatId }), done: () => 'Chat closed' },
  reopen: { run: (ctx, chatId) => reopenChat(ctx, { chatId }), done: () => 'Chat reopened' },
};

function applyOne(
  ctx: InTransaction<ChatContext>,
  chatId: string,
  tag: ParsedTag,
  userId: string | null,
): Promise<TagResult> {
  const { run } = COMMANDS[tag.name as ChatTagName];
  return resultOf(tag, () => run(ctx, chatId, userId ?? ''));
}

/** A command refuses before it records anything, so a refusal leaves the transaction as it was. */
async function resultOf(tag: ParsedTag, command: () => Promise<unknown>): Promise<TagResult> {
  try {
    await command();
    return applied(tag, COMMANDS[tag.name as ChatTagName].done(tag.value));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const kind = error.code === 'NOT_FOUND' ? 'SEMANTIC' : 'BUSINESS';
    return refused(tag, { kind, code: error.code, message: error.message });
  }
}

function toTaggedMessage({ aggregateId, workspaceId, payload }: MessageSent): TaggedMessage {
  const { messageId: id, chatKind, tags, threadRootId } = payload;
  const place = { chatId: aggregateId, workspaceId: workspaceId! };
  return { id, ...place, chatKind, tagCount: tags.length, tagResults: [], threadRootId };
}

/** Locks the message's results and loads them, null once deleted; refused where the actor may write there no more. */
async function loadTaggedMessage(ctx: InTransaction<ChatContext>, id: string): Promise<TaggedMessage | null> {
  const [message] = await ctx.tx.query<TaggedMessage & { isWritable: boolean; isDeleted: boolean }>(
    `/* chat.loadTaggedMessage */ SELECT m.id, m.chat_id, m.workspace_id, m.tag_count, m.tag_results, m.thread_root_id,
       c.kind AS chat_kind, m.deleted_at IS NOT NULL AS is_deleted,
       EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = m.scope_id) AS is_writable
     FROM chat.message m JOIN chat.chat c ON c.id = m.chat_id WHERE m.id = $1 FOR NO KEY UPDATE OF m`,
    [id],
  );
  if (!message) throw notFound('Message');
  if (message.isDeleted) return null;
  if (!message.isWritable) throw forbidden('The sender may not write in the chat any more.');
  return message;
}

const bots = new WeakMap<object, string>();

/** The platform's bot, which stays the same for as long as the process is connected. */
async function findBot(ctx: InTransaction<ChatContext>): Promise<string | null> {
  const known = bots.get(ctx.db.dataSource);
  if (known) return known;
  const [row] = await ctx.tx.query<{ userId: string }>(
    '/* chat.findBot */ SELECT p.user_id FROM access.person p WHERE p.is_bot AND p.is_active',
  );
  if (row) bots.set(ctx.db.dataSource, row.userId);
  return row?.userId ?? null;
}
