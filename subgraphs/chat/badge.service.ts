import type { Redis } from 'ioredis';
import { v5 } from 'uuid';
import type { StoredEvent } from '../../schema/events';
import { forbidden, notFound } from '../kit/errors';
import { publish } from '../kit/ephemeral';
import { putMarks, takeMarks, type DueMark } from '../kit/marks';
import { execute } from '../kit/redis';
import type { Admitted } from '../kit/subgraph';
import { inTransaction, queryRows } from '../kit/transaction';
import { BADGE_PAUSE_MS, dueAt, fromMark, toMark, type BadgeWish, type LastTold } from './badge.logic';
import type { ChatContext } from './chat.loaders';

/** That what somebody's badges show of a chat has changed, as they are told of it. */
export type BadgeEventRow = Pick<StoredEvent<'badge.changed'>, 'payload'>;

const BATCH = 500;
const toldOf = (chatId: string) => `badges:told:${chatId}`;
/** Each person has a topic in each workspace. */
const topicOf = (workspaceId: string, userId: string) => `badge:${v5(userId, workspaceId)}`;

/** Admits members of a workspace to their own badges. */
export async function admitToBadges(ctx: ChatContext, workspaceId: string): Promise<Admitted> {
  if (ctx.principal.kind !== 'user') throw forbidden('Only people have badges.');
  const rows = await queryRows(
    ctx,
    "/* chat.admitToBadges */ SELECT 1 FROM access.mine m WHERE m.scope_id = $1 AND m.kind = 'workspace'",
    [workspaceId],
  );
  if (rows.length === 0) throw notFound('Workspace', 'workspaceId');
  return { topic: topicOf(workspaceId, ctx.principal.userId), scopeId: null };
}

/**
 * Tells people of chats whose badges have changed since the last time: at most once in two seconds of each chat, and of
 * the last change for certain, since whoever waits stays marked. The steps are as many however many are told.
 */
export async function tellBadges(ctx: ChatContext): Promise<void> {
  const redis = ctx.db.doorbells.commands();
  if (!redis) return;
  for (;;) {
    const marks = await takeMarks(redis, ctx.now().getTime(), BATCH);
    if (marks.length === 0) return;
    try {
      const wishes = marks.map(fromMark).filter((wish) => wish !== null);
      await tellMarked(ctx, redis, wishes);
    } catch (error) {
      await putMarks(
        redis,
        marks.map((mark) => ({ mark, dueAt: 0 })),
      );
      throw error;
    }
  }
}

async function tellMarked(ctx: ChatContext, redis: Redis, wishes: readonly BadgeWish[]): Promise<void> {
  const now = ctx.now().getTime();
  const chatIds = [...new Set(wishes.map(({ chatId }) => chatId))];
  const found = await Promise.all(chatIds.map((chatId) => redis.hgetall(toldOf(chatId))));
  const told = new Map(chatIds.map((chatId, i) => [chatId, found[i]! as LastTold]));
  const dueOf = ({ chatId, userId }: Pick<BadgeWish, 'chatId' | 'userId'>) =>
    dueAt(told.get(chatId)!, userId);

  const isReady = (one: Pick<BadgeWish, 'chatId' | 'userId'>) => dueOf(one) <= now;

  const ready = wishes.filter(isReady);
  const recipients = ready.length > 0 ? await findRecipients(ctx, ready) : [];
  const toTell = recipients.filter(isReady);
  const late = [...wishes, ...recipients].filter((one) => !isReady(one));
  const waiting: DueMark[] = late.map((wish) => ({ mark: toMark(wish), dueAt: dueOf(wish) }));
  await Promise.all([putMarks(redis, waiting), rememberTold(redis, { ready, told: toTell, now })]);
  await publish(
    ctx,
    redis,
    toTell.map(({ chatId, userId, workspaceId }) => ({
      type: 'badge.changed',
      topic: topicOf(workspaceId, userId),
      workspaceId,
      actorId: null,
      payload: { chatId, workspaceId },
    })),
  );
}

interface Recipient {
  chatId: string;
  workspaceId: string;
  userId: string;
  concerns: boolean;
}

/**
 * Whom the wishes are about: those who take part in the chats, of what they have muted only what concerns them, and who
 * is named also where they have just left.
 */
function findRecipients(ctx: ChatContext, wishes: readonly BadgeWish[]): Promise<Recipient[]> {
  return inTransaction(
    ctx,
    ({ tx }) =>
      tx.query<Recipient>(
        `/* chat.findBadgeRecipients */ SELECT m.scope_id AS chat_id, m.workspace_id, m.user_id, bool_or(k.concerns) AS concerns
         FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) AS k (chat_id, user_id, concerns)
         JOIN access.membership m ON m.scope_id = k.chat_id AND m.scope_id <> m.workspace_id
           AND (m.user_id = k.user_id OR k.user_id IS NULL AND m.active)
         JOIN access.membership w ON w.scope_id = m.workspace_id AND w.user_id = m.user_id AND w.active
         LEFT JOIN chat.reading r ON r.chat_id = m.scope_id AND r.user_id = m.user_id AND r.is_muted
         WHERE k.concerns OR r.user_id IS NULL
         GROUP BY m.scope_id, m.workspace_id, m.user_id`,
        [
          wishes.map(({ chatId }) => chatId),
          wishes.map(({ userId }) => userId),
          wishes.map(({ concerns }) => concerns),
        ],
      ),
    { as: 'system', reason: 'tell of badges', readOnly: true },
  );
}

/** Whoever was told with everybody is not named; what is kept is forgotten when it says nothing any more. */
async function rememberTold(
  redis: Redis,
  { ready, told, now }: { ready: readonly BadgeWish[]; told: readonly Recipient[]; now: number },
): Promise<void> {
  if (told.length === 0) return;
  const wholes = new Set(ready.filter(({ userId }) => userId === null).map(({ chatId }) => chatId));
  const batch = redis.pipeline();
  for (const chatId of wholes) batch.hset(toldOf(chatId), '*', now);
  for (const { chatId, userId } of told) if (!wholes.has(chatId)) batch.hset(toldOf(chatId), userId, now);
  for (const chatId of new Set([...wholes, ...told.map((one) => one.chatId)]))
    batch.pexpire(toldOf(chatId), 2 * BADGE_PAUSE_MS);
  await execute(batch);
}
