import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import type { Logger } from './logger';

/**
 * Hints over Redis that something is new; whoever hears one pulls from the database. A doorbell may be lost, so each
 * listener also polls. While Redis is away doorbells are skipped, neither queued nor awaited.
 */
export interface Doorbells {
  /** Rings on a channel. Returns at once and never fails. */
  ring(channel: string, payload: object): void;
  /**
   * Listens to one exact channel from when Redis can be had, which `onListening` tells; answers what ends it. What
   * rang before is lost.
   */
  listen(channel: string, onRing: (payload: unknown) => void, onListening?: () => void): () => void;
  /** How many channels are listened to. */
  channels(): number;
  /** Whether Redis can be reached now. */
  isConnected(): boolean;
  /** For keys of ephemeral things, which have a time to live; null while Redis is away. */
  commands(): Redis | null;
  close(): Promise<void>;
}

const RECONNECT_MS = 250;

/** Connects to Redis in the background: starts without it and heals by itself. */
export function createDoorbells(redisUrl: string, log: Logger): Doorbells {
  const publisher = connect(redisUrl, log, { enableOfflineQueue: false });
  const subscriber = connect(redisUrl, log, { enableOfflineQueue: true });
  const listeners = new Map<string, number>();
  const count = (channel: string, more: 1 | -1) => {
    const now = (listeners.get(channel) ?? 0) + more;
    if (now === 0) listeners.delete(channel);
    else listeners.set(channel, now);
  };
  const pubsub = new RedisPubSub({ publisher, subscriber: withoutRejections(subscriber) });
  return {
    ring(channel, payload) {
      if (publisher.status !== 'ready') return;
      pubsub
        .publish(channel, payload)
        .catch((error: unknown) => log.debug({ err: error, channel }, 'doorbell lost'));
    },
    listen(channel, onRing, onListening) {
      let isStopped = false;
      let id: number | undefined;
      count(channel, 1);
      const onMessage = (payload: unknown) => {
        if (!isStopped) onRing(payload);
      };
      pubsub.subscribe(channel, onMessage).then(
        (given) => {
          id = given;
          if (isStopped) pubsub.unsubscribe(given);
          else onListening?.();
        },
        (error: unknown) => {
          if (!isStopped) log.warn({ err: error, channel }, 'cannot listen to doorbells');
        },
      );
      return () => {
        if (isStopped) return;
        isStopped = true;
        count(channel, -1);
        if (id !== undefined) pubsub.unsubscribe(id);
      };
    },
    channels: () => listeners.size,
    isConnected: () => publisher.status === 'ready',
    commands: () => (publisher.status === 'ready' ? publisher : null),
    async close() {
      // Behind what is in flight; while Redis is away there is nothing to wait for.
      const ready = [publisher, subscriber].filter((redis) => redis.status === 'ready');
      await Promise.allSettled(ready.map((redis) => redis.quit()));
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/**
 * The subscriber as RedisPubSub is given it. It leaves promises to nobody, and a rejection that nobody hears ends the
 * process: here what ends listening never fails, and what begins it is tried again until the connection is given up.
 */
function withoutRejections(redis: Redis): Redis {
  const ignore = () => undefined;
  const subscribe = (channel: string, done: (error: null) => void): void => {
    redis.subscribe(channel).then(
      () => done(null),
      () => {
        if (redis.status !== 'end') setTimeout(() => subscribe(channel, done), RECONNECT_MS).unref();
      },
    );
  };
  const used = {
    on: redis.on.bind(redis),
    subscribe,
    unsubscribe: (channel: string) => redis.unsubscribe(channel).catch(ignore),
    punsubscribe: (channel: string) => redis.punsubscribe(channel).catch(ignore),
  };
  return used as unknown as Redis;
}

function connect(redisUrl: string, log: Logger, options: { enableOfflineQueue: boolean }): Redis {
  const redis = new Redis(redisUrl, {
    ...options,
    enableAutoPipelining: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => RECONNECT_MS,
  });
  let failing = false;
  redis.on('error', (error: Error) => {
    if (!failing) log.warn({ err: error.message }, 'redis is away');
    failing = true;
  });
  redis.on('ready', () => {
    failing = false;
  });
  return redis;
}
