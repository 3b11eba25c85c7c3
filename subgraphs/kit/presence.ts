import type { Redis } from 'ioredis';
import { execute } from './redis';

/**
 * Who is connected, as gateways tell it and identity reads it. Redis holds, each with an end: for every person the
 * connections that count until a time, the same once more for all, sorted by that time, whom to look at anew, and
 * what was last told of whom.
 */
const EXPIRIES = 'presence:expiries';
const TO_CHECK = 'presence:to-check';
/** Whom a sweep has taken up: taken out when they are told of, so that one that dies leaves them to the next. */
const CHECKING = 'presence:checking';
const TOLD = 'presence:told';
const connectionsOf = (userId: string) => `presence:connections:${userId}`;
const awayOf = (userId: string) => `presence:away:${userId}`;

/** How long a connection counts after it was last refreshed: as long as a crash goes unnoticed. */
export const PRESENCE_TTL_MS = 30_000;
/** How long a closed connection still counts, so that a reload is no absence. */
export const PRESENCE_GRACE_MS = 5000;
const DAY_S = 86_400;
const BATCH = 500;

export type PresenceState = 'ONLINE' | 'AWAY' | 'OFFLINE';

/** A connection of a person to a gateway. */
export interface PresentConnection {
  userId: string;
  connectionId: string;
}

export interface PresenceChange {
  userId: string;
  from: PresenceState;
  to: PresenceState;
}

/** Lets connections count until a time; `isNews` has their people looked at anew. */
export async function keepPresent(
  redis: Redis,
  connections: readonly PresentConnection[],
  { until, isNews }: { until: number; isNews: boolean },
): Promise<void> {
  for (let at = 0; at < connections.length; at += BATCH) {
    const part = connections.slice(at, at + BATCH);
    const batch = redis.pipeline();
    const byUser = new Map<string, string[]>();
    for (const { userId, connectionId } of part) {
      const known = byUser.get(userId);
      if (known) known.push(connectionId);
      else byUser.set(userId, [connectionId]);
    }
    for (const [userId, connectionIds] of byUser) {
      batch.zadd(connectionsOf(userId), ...connectionIds.flatMap((id) => [until, id]));
      batch.expire(connectionsOf(userId), DAY_S);
    }
    batch.zadd(EXPIRIES, ...part.flatMap(({ userId, connectionId }) => [until, `${userId}/${connectionId}`]));
    if (isNews) batch.sadd(TO_CHECK, ...byUser.keys());
    await execute(batch);
  }
}

/** What people are now, in the order asked. */
export async function readPresence(
  redis: Redis,
  userIds: readonly string[],
  now: number,
): Promise<PresenceState[]> {
  const counted = userIds.map((userId) => redis.zcount(connectionsOf(userId), `(${now}`, '+inf'));
  const away = userIds.map((userId) => redis.exists(awayOf(userId)));
  const [counts, aways] = await Promise.all([Promise.all(counted), Promise.all(away)]);
  return counts.map((count, i) => (count === 0 ? 'OFFLINE' : aways[i] ? 'AWAY' : 'ONLINE'));
}

/** Marks a person as away, or as back; it counts while they are connected. */
export async function setAway(redis: Redis, userId: string, isAway: boolean): Promise<void> {
  const batch = redis.multi();
  if (isAway) batch.set(awayOf(userId), '1', 'EX', DAY_S);
  else batch.del(awayOf(userId));
  batch.sadd(TO_CHECK, userId);
  await execute(batch);
}

/**
 * Drops what has expired and passes what has changed to `tell`, a part at a time. Where that fails, or the sweep dies,
 * the next one looks at them again.
 */
export async function sweepChanges(
  redis: Redis,
  now: number,
  tell: (changes: readonly PresenceChange[]) => Promise<void>,
): Promise<void> {
  while (await dropExpired(redis, now));
  // What an earlier sweep has left comes first.
  do {
    for (;;) {
      const userIds = await redis.srandmember(CHECKING, BATCH);
      if (userIds.length === 0) break;
      await tellChanges(redis, { userIds, now }, tell);
      await redis.srem(CHECKING, ...userIds);
    }
  } while (await takeUp(redis));
}

/** Takes up everybody who is to be looked at; whoever comes from now on is looked at anew. Answers whether it did. */
async function takeUp(redis: Redis): Promise<boolean> {
  if ((await redis.exists(TO_CHECK)) === 0) return false;
  return (await redis.renamenx(TO_CHECK, CHECKING)) === 1;
}

async function tellChanges(
  redis: Redis,
  { userIds, now }: { userIds: string[]; now: number },
  tell: (changes: readonly PresenceChange[]) => Promise<void>,
): Promise<void> {
  const [told, states] = await Promise.all([
    redis.hmget(TOLD, ...userIds),
    readPresence(redis, userIds, now),
  ]);
  const changes = userIds
    .map((userId, i) => ({ userId, from: (told[i] ?? 'OFFLINE') as PresenceState, to: states[i]! }))
    .filter(({ from, to }) => from !== to);
  if (changes.length === 0) return;
  await tell(changes);
  const batch = redis.multi();
  for (const { userId, to } of changes) {
    if (to === 'OFFLINE') batch.hdel(TOLD, userId).del(awayOf(userId));
    else batch.hset(TOLD, userId, to);
  }
  await execute(batch);
}

/** Drops a part of what has expired; answers whether there may be more. */
async function dropExpired(redis: Redis, now: number): Promise<boolean> {
  const expired = await redis.zrangebyscore(EXPIRIES, '-inf', now, 'LIMIT', 0, BATCH);
  if (expired.length === 0) return false;
  const batch = redis.multi();
  for (const member of expired) {
    const userId = member.slice(0, member.indexOf('/'));
    batch.zrem(EXPIRIES, member);
    batch.zremrangebyscore(connectionsOf(userId), '-inf', now);
    batch.sadd(TO_CHECK, userId);
  }
  await execute(batch);
  return expired.length === BATCH;
}
