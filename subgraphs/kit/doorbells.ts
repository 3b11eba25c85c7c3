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
  /** Listens to one exact channel; resolves to the function that stops listening. */
  listen(channel: string, onRing: (payload: unknown) => void): Promise<() => void>;
  /** Whether Redis can be reached now. */
  isConnected(): boolean;
  close(): Promise<void>;
}

const RECONNECT_MS = 250;

/** Connects to Redis in the background: starts without it and heals by itself. */
export function createDoorbells(redisUrl: string, log: Logger): Doorbells {
  const publisher = connect(redisUrl, log, { enableOfflineQueue: false });
  const subscriber = connect(redisUrl, log, { enableOfflineQueue: true });
  const pubsub = new RedisPubSub({ publisher, subscriber });
  return {
    ring(channel, payload) {
      if (publisher.status !== 'ready') return;
      pubsub
        .publish(channel, payload)
        .catch((error: unknown) => log.debug({ err: error, channel }, 'doorbell lost'));
    },
    async listen(channel, onRing) {
      const id = await pubsub.subscribe(channel, onRing);
      return () => pubsub.unsubscribe(id);
    },
    isConnected: () => publisher.status === 'ready',
    async close() {
      await pubsub.close().catch(() => undefined);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
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
