import type { Redis } from 'ioredis';
import type { StoredEvent } from '../../schema/events';
import { enforce, notFound } from '../kit/errors';
import { publish } from '../kit/ephemeral';
import type { Admitted } from '../kit/subgraph';
import type { ChatEntity } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import { refuseSeeingTyping } from './chat.policy';
import { toCaller } from './chat.service';
import { refuseSending } from './message.policy';

/** That somebody is writing, as listeners are told of it. */
export type TypingEventRow = Pick<StoredEvent<'typing.changed'>, 'payload'>;

/** For how long it counts, in milliseconds. */
const COUNTS_MS = 6000;
/** How often it is told again. */
const TOLD_EVERY_MS = 3000;

const keyOf = (what: 'told' | 'counts', chatId: string, userId: string) =>
  `typing:${what}:${chatId}:${userId}`;

/**
 * Tells the other participants of a chat that the caller is writing, or has stopped. Nothing is stored, and while Redis
 * is away nobody is told: answers until when the others see it, or null.
 */
export async function setTyping(
  ctx: ChatContext,
  { chatId, isTyping }: { chatId: string; isTyping: boolean },
): Promise<{ expiresAt: Date | null }> {
  const chat = await requireWriter(ctx, chatId);
  const redis = ctx.db.doorbells.commands();
  if (!redis) return { expiresAt: null };
  try {
    return { expiresAt: await (isTyping ? tellTyping : tellStopped)(ctx, redis, chat) };
  } catch (error) {
    ctx.log.debug({ err: error }, 'nobody is told who is writing');
    return { expiresAt: null };
  }
}

/** Whoever takes part in a chat may see who is writing there; visitors read what was written. */
export async function admitToTyping(ctx: ChatContext, chatId: string): Promise<Admitted> {
  const { chat, role } = await loadWithRole(ctx, chatId);
  enforce(refuseSeeingTyping({ role }));
  return { topic: `typing:${chat.id}`, scopeId: chat.id };
}

async function loadWithRole(ctx: ChatContext, chatId: string) {
  const [chat, own] = await Promise.all([
    ctx.loaders.chatById.load(chatId),
    ctx.loaders.ownRoleByChat.load(chatId),
  ]);
  if (!chat) throw notFound('Chat', 'chatId');
  // Whoever sees a chat without taking part in it is a member of its workspace.
  return { chat, ...(own ?? { role: null, workspaceRole: 'MEMBER' as const, isArchived: false }) };
}

async function requireWriter(ctx: ChatContext, chatId: string): Promise<ChatEntity> {
  const { chat, ...own } = await loadWithRole(ctx, chatId);
  enforce(refuseSending(toCaller(ctx, own), chat));
  return chat;
}

async function tellTyping(ctx: ChatContext, redis: Redis, chat: ChatEntity): Promise<Date | null> {
  const userId = ctx.principal.userId!;
  const counts = keyOf('counts', chat.id, userId);
  const isDue = await redis.set(keyOf('told', chat.id, userId), '1', 'PX', TOLD_EVERY_MS, 'NX');
  if (!isDue) {
    const until = await redis.get(counts);
    return until === null ? null : new Date(until);
  }
  const expiresAt = new Date(ctx.now().getTime() + COUNTS_MS);
  await redis.set(counts, expiresAt.toISOString(), 'PX', COUNTS_MS);
  await tell(ctx, redis, chat, { isTyping: true, expiresAt });
  return expiresAt;
}

async function tellStopped(ctx: ChatContext, redis: Redis, chat: ChatEntity): Promise<null> {
  const wasTold = await redis.del(keyOf('counts', chat.id, ctx.principal.userId!));
  if (wasTold > 0) await tell(ctx, redis, chat, { isTyping: false, expiresAt: ctx.now() });
  return null;
}

async function tell(
  ctx: ChatContext,
  redis: Redis,
  { id, workspaceId }: ChatEntity,
  { isTyping, expiresAt }: { isTyping: boolean; expiresAt: Date },
): Promise<void> {
  const userId = ctx.principal.userId!;
  const payload = { userId, isTyping, expiresAt: expiresAt.toISOString() };
  await publish(ctx, redis, [
    { type: 'typing.changed', topic: `typing:${id}`, workspaceId, actorId: userId, payload },
  ]);
}
