import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Doorbells } from '../subgraphs/kit/doorbells';
import type { Logger } from '../subgraphs/kit/logger';
import {
  PRESENCE_GRACE_MS,
  PRESENCE_TTL_MS,
  keepPresent,
  type PresentConnection,
} from '../subgraphs/kit/presence';

/** Tells Redis who is connected to this gateway; what a crash leaves behind runs out by itself. */
export interface Presence {
  /** A person's socket has been admitted; `key` stands for the socket. */
  opened(key: object, userId: string): void;
  /** A socket has closed, also one that was never admitted. */
  closed(key: object): void;
  /** Ends the telling; sockets that are still open count for a few seconds more. */
  close(): void;
}

interface PresenceOptions {
  doorbells: Pick<Doorbells, 'commands'>;
  log: Logger;
  now(): Date;
}

const REFRESH_MS = 10_000;
/** Every so many refreshes all people are looked at anew, which mends what a crash or a Redis without memory lost. */
const NEWS_EVERY = 6;

/** Starts telling. While Redis is away nothing is told, and everything again once it is back. */
export function createPresence(options: PresenceOptions): Presence {
  const { doorbells, log, now } = options;
  const open = new Map<object, PresentConnection>();
  let round = 0;
  const tell = (connections: readonly PresentConnection[], lastsMs: number, isNews: boolean) => {
    const redis: Redis | null = doorbells.commands();
    if (!redis || connections.length === 0) return;
    const until = now().getTime() + lastsMs;
    keepPresent(redis, connections, { until, isNews }).catch((error: unknown) => {
      log.debug({ err: error }, 'presence cannot be told');
    });
  };
  const refresh = () => {
    round++;
    tell([...open.values()], PRESENCE_TTL_MS, round % NEWS_EVERY === 0);
  };
  const timer = setInterval(refresh, REFRESH_MS);
  timer.unref();
  return {
    opened(key, userId) {
      if (open.has(key)) return;
      const connection = { userId, connectionId: randomUUID() };
      open.set(key, connection);
      tell([connection], PRESENCE_TTL_MS, true);
    },
    closed(key) {
      const connection = open.get(key);
      if (!connection) return;
      open.delete(key);
      tell([connection], PRESENCE_GRACE_MS, false);
    },
    close() {
      clearInterval(timer);
      tell([...open.values()], PRESENCE_GRACE_MS, false);
      open.clear();
    },
  };
}
