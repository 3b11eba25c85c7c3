import type { Redis } from 'ioredis';
import { BADGE_MARKS } from '../../schema/badge-marks';
import type { StoredEvent } from '../../schema/events';
import type { Doorbells } from './doorbells';

/** Marks wait in Redis, each from when it is due; lost with it, they are only missed. */
const WAITING = 'marks:waiting';
const KEPT_S = 3600;

/** A mark, and from when it is to be told of. */
export interface DueMark {
  mark: string;
  dueAt: number;
}

/** Keeps the marks of what was committed, for workers to tell of. Never waits and never fails. */
export function markCommitted(doorbells: Doorbells, events: readonly StoredEvent[]): void {
  const marks = events.flatMap((event) => marksOf(event));
  const redis = marks.length > 0 ? doorbells.commands() : null;
  // Due at once, unless the mark waits for its time already.
  if (redis)
    putMarks(
      redis,
      marks.map((mark) => ({ mark, dueAt: 0 })),
    ).catch(() => undefined);
}

function marksOf(event: StoredEvent): readonly string[] {
  return BADGE_MARKS[event.type]?.(event as never) ?? [];
}

/** Keeps marks until they are due; one that waits already stays as it is. */
export async function putMarks(redis: Redis, marks: readonly DueMark[]): Promise<void> {
  if (marks.length === 0) return;
  await Promise.all([
    redis.zadd(WAITING, 'NX', ...marks.flatMap(({ mark, dueAt }) => [dueAt, mark])),
    redis.expire(WAITING, KEPT_S),
  ]);
}

/** Takes marks that are due, at most `limit`; what is marked from then on is marked anew. */
export async function takeMarks(redis: Redis, now: number, limit: number): Promise<string[]> {
  const marks = await redis.zrangebyscore(WAITING, '-inf', now, 'LIMIT', 0, limit);
  if (marks.length > 0) await redis.zrem(WAITING, ...marks);
  return marks;
}
