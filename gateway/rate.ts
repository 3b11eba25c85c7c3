import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Doorbells } from '../subgraphs/kit/doorbells';
import { AppError } from '../subgraphs/kit/errors';
import type { Logger } from '../subgraphs/kit/logger';
import { apiCallsKeyOf, periodOf, quotaExceeded } from '../subgraphs/kit/quota';
import type { KeyLimits } from './api-keys';
import { createLru } from './lru';

type Redis = NonNullable<ReturnType<Doorbells['commands']>>;

/** What is left of a rate after a request was counted. */
export interface Rate {
  limit: number;
  remaining: number;
  /** When it is whole again. */
  resetMs: number;
}

/** Counts requests by API keys in Redis, for all gateways together. */
export interface Meter {
  /**
   * Counts one request; throws RATE_LIMITED or QUOTA_EXCEEDED when it is one too many. Null, with a line in the log,
   * while Redis cannot be had: requests are let through then.
   */
  charge(limits: KeyLimits): Promise<Rate | null>;
}

interface MeterParts {
  doorbells: Doorbells | null;
  log: Logger;
  now(): Date;
}

const DEFAULT_PER_MINUTE = 600;
const WINDOW_S = 60;
const MAX_LIMITERS = 1000;
const REDIS_TIMEOUT_MS = 1000;
/** How long nobody waits for Redis after it did not answer. */
const PAUSE_MS = 1000;
const QUOTA_KEPT_S = 2 * 60 * 60;
const COMPLAIN_MS = 10_000;

/** Makes a meter; keys with the same limit share a limiter, which counts each by itself. */
export function createMeter({ doorbells, log, now }: MeterParts): Meter {
  const limiters = createLru<RateLimiterRedis>(MAX_LIMITERS);
  let complainedAt = -Infinity;
  let pausedUntil = 0;
  const limiterOf = (redis: Redis, points: number): RateLimiterRedis => {
    const known = limiters.get(String(points));
    if (known) return known;
    const limiter = new RateLimiterRedis({
      ...{ storeClient: storeOf(redis), points, duration: WINDOW_S, keyPrefix: 'rate:key' },
    });
    limiters.set(String(points), limiter);
    return limiter;
  };
  return {
    async charge(limits) {
      if (Date.now() < pausedUntil) return null;
      const redis = doorbells?.commands();
      try {
        if (!redis) throw new Error('Redis cannot be reached');
        const perMinute = limits.perMinute ?? DEFAULT_PER_MINUTE;
        const rate = await consume(limiterOf(redis, perMinute), limits.keyId, perMinute);
        if (limits.workspace) await countCall(redis, limits.workspace, now());
        return rate;
      } catch (error) {
        if (error instanceof AppError) throw error;
        pausedUntil = Date.now() + PAUSE_MS;
        if (Date.now() - complainedAt > COMPLAIN_MS) {
          complainedAt = Date.now();
          log.warn({ err: error }, 'requests are let through uncounted');
        }
        return null;
      }
    },
  };
}

/** The one command that the limiter needs, as a transaction: as exact as its script, and to be had of any Redis. */
function storeOf(redis: Redis) {
  return {
    async rlflxIncr([key, points, windowS]: [string, string, string]): Promise<unknown[]> {
      const replies = await redis
        .multi()
        .set(key, 0, 'EX', Number(windowS), 'NX')
        .incrby(key, Number(points))
        .pttl(key)
        .exec();
      const failed = replies?.find(([error]) => error !== null);
      if (!replies || failed) throw failed?.[0] ?? new Error('no answer');
      return replies.slice(1).map(([, reply]) => reply);
    },
  };
}

async function consume(limiter: RateLimiterRedis, keyId: string, limit: number): Promise<Rate> {
  try {
    const { remainingPoints, msBeforeNext } = await inTime(limiter.consume(keyId));
    return { limit, remaining: remainingPoints, resetMs: msBeforeNext };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError('RATE_LIMITED', `This API key may send ${limit} requests a minute.`, {
      rateLimit: limit,
      retryAfterMs: Math.max(refused.msBeforeNext, 1),
    });
  }
}

async function countCall(
  redis: Redis,
  { id, perHour }: { id: string; perHour: number },
  now: Date,
): Promise<void> {
  const key = apiCallsKeyOf(id, now);
  const replies = await inTime(redis.multi().incr(key).expire(key, QUOTA_KEPT_S).exec());
  const [error, count] = replies?.[0] ?? [new Error('no answer'), null];
  if (error) throw error;
  if (Number(count) <= perHour) return;
  const { resetAt } = periodOf('MAX_API_CALLS_PER_HOUR', now);
  const exceeded = quotaExceeded('MAX_API_CALLS_PER_HOUR', { limit: perHour, used: perHour, resetAt });
  throw new AppError(exceeded.code, exceeded.message, {
    ...exceeded.details,
    retryAfterMs: resetAt!.getTime() - now.getTime(),
  });
}

/** A Redis that does not answer must not hold requests up. */
async function inTime<R>(work: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis does not answer')), REDIS_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
