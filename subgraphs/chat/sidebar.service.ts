import type { EventPayload, StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { badInput, enforce, notFound } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import type { ChatContext } from './chat.loaders';
import { findChat } from './chat.service';
import { VIEWER_STATES, type ChatViewerStateRow } from './sidebar.entity';
import {
  NOT_TAKING_PART,
  changedPreferences,
  placeAfterReading,
  placeBeforeUnread,
  refuseSidebar,
} from './sidebar.policy';

type Tx = InTransaction<ChatContext>;
type SidebarEvent = 'sidebar.chat.read' | 'sidebar.chat.unread' | 'sidebar.preferences.changed';

/** Counts a chat as read up to a message, or all of it. What is read already stays so. */
export function markChatRead(ctx: ChatContext, input: { chatId: string; messageId: string | null }) {
  return change(ctx, input.chatId, async (ctx, state) => {
    const upTo = input.messageId === null ? null : await findPlace(ctx, input.chatId, input.messageId);
    const ordinal = placeAfterReading(state, upTo?.ordinal ?? state.messageCount);
    if (ordinal === null) return null;
    const repliesUntil = upTo && ordinal < state.messageCount ? upTo.createdAt : ctx.now();
    return record(ctx, 'sidebar.chat.read', await placeAt(ctx, state, { ordinal, repliesUntil }));
  });
}

/** Counts a message and what came after it as unread. */
export function markChatUnread(ctx: ChatContext, input: { chatId: string; messageId: string }) {
  return change(ctx, input.chatId, async (ctx, state) => {
    const from = await findPlace(ctx, input.chatId, input.messageId);
    if (from.isDeleted) throw notFound('Message', 'messageId');
    const ordinal = placeBeforeUnread(state.readOrdinal, from.ordinal);
    if (ordinal === null) return null;
    const place = await placeAt(ctx, state, { ordinal, repliesUntil: from.createdAt });
    return record(ctx, 'sidebar.chat.unread', place);
  });
}

/** Mutes a chat or makes it a favourite, or neither any more. */
export function updateChatPreferences(
  ctx: ChatContext,
  input: { chatId: string; isMuted?: boolean | null; isFavourite?: boolean | null },
) {
  return change(ctx, input.chatId, (ctx, state) => {
    const preferences = changedPreferences(state, input);
    const { chatId, workspaceId } = state;
    return Promise.resolve(
      preferences && record(ctx, 'sidebar.preferences.changed', { chatId, workspaceId, ...preferences }),
    );
  });
}

/** Lets `act` record what becomes of the caller's own state of a chat; NOT_FOUND when it cannot be seen. */
async function change(
  ctx: ChatContext,
  chatId: string,
  act: (ctx: Tx, state: ChatViewerStateRow) => Promise<StoredEvent | null>,
) {
  const event = await inTransaction(ctx, async (ctx) => act(ctx, await loadOwnState(ctx, chatId)));
  return { chatId, cursor: event && cursorOf(event) };
}

/**
 * The caller's own state of a chat, locked against what they do elsewhere at the same time. The lock is taken in a
 * statement of its own, so that what is read is not older than the lock.
 */
async function loadOwnState(ctx: Tx, chatId: string): Promise<ChatViewerStateRow> {
  ctx.tx.send(
    `/* chat.lockOwnState */ SELECT 1 FROM access.membership m WHERE m.scope_id = $1 AND m.user_id = $2
     FOR NO KEY UPDATE`,
    [chatId, ctx.principal.userId],
  );
  const [state] = await ctx.tx.query<ChatViewerStateRow>(
    `/* chat.findOwnState */ ${VIEWER_STATES} WHERE c.id = $1`,
    [chatId],
  );
  if (!state && !(await findChat(ctx, chatId))) throw notFound('Chat', 'chatId');
  enforce(refuseSidebar(ctx.principal) ?? (state ? null : NOT_TAKING_PART));
  return state!;
}

/** A message's place among those of the chat itself; a reply has none there. */
async function findPlace(ctx: Tx, chatId: string, messageId: string) {
  const [place] = await ctx.tx.query<{ ordinal: number | null; isDeleted: boolean; createdAt: Date }>(
    `/* chat.findPlace */ SELECT m.ordinal, m.deleted_at IS NOT NULL AS is_deleted, m.created_at FROM chat.message m
     WHERE m.id = $1 AND m.chat_id = $2`,
    [messageId, chatId],
  );
  if (!place) throw notFound('Message', 'messageId');
  const { ordinal, isDeleted, createdAt } = place;
  if (ordinal === null)
    throw badInput('messageId must be a message of the chat itself, no reply', 'messageId');
  return { ordinal, isDeleted, createdAt };
}

async function placeAt(
  ctx: Tx,
  { chatId, workspaceId, messageCount }: ChatViewerStateRow,
  { ordinal, repliesUntil }: { ordinal: number; repliesUntil: Date },
): Promise<EventPayload<'sidebar.chat.read'>> {
  const [own] = await ctx.tx.query<{ count: number }>(
    `/* chat.countOwnAfter */ SELECT count(*)::integer AS count FROM chat.message m
     WHERE m.chat_id = $1 AND m.author_id = access.caller() AND m.ordinal > $2 AND m.ordinal <= $3`,
    [chatId, ordinal, messageCount],
  );
  const place = { ordinal, asOf: messageCount, ownAfter: own!.count };
  return { chatId, workspaceId, ...place, repliesUntil: repliesUntil.toISOString() };
}

/** Where a person's own events belong: to nobody's workspace, and to be read by that person alone. */
function record<T extends SidebarEvent>(ctx: Tx, type: T, payload: EventPayload<T>): StoredEvent<T> {
  const userId = ctx.principal.userId!;
  return emit(ctx, { type, aggregateId: userId, workspaceId: null, scopeId: userId, payload });
}
