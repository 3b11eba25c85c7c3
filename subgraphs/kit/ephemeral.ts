import type { Redis } from 'ioredis';
import { EPHEMERAL_TOPICS, type EventPayload, type EventType } from '../../schema/events';
import type { Context } from './context';
import { newUuid } from './ids';
import { execute } from './redis';
import type { LiveEvent } from './subgraph';

/** Something that passes: told to whoever listens now, kept for a minute in Redis and never in the database. */
export interface PassingEvent<T extends EventType> {
  type: T;
  /** `presence:<workspace>`. */
  topic: string;
  workspaceId: string;
  actorId: string | null;
  payload: EventPayload<T>;
}

/** An entry as Redis keeps it, under its seq. */
interface Kept {
  id: string;
  type: EventType;
  at: number;
  workspaceId: string;
  actorId: string | null;
  payload: object;
}

const KEPT_MS = 60_000;
const PER_MS = 1000;
/** The seq that was given last, by the address of the Redis that keeps the entries: all connections to it share it. */
const lastSeqs = new Map<string, number>();

/** Whether a topic's entries are kept in Redis alone. */
export function isEphemeralTopic(topic: string): boolean {
  return (EPHEMERAL_TOPICS as readonly string[]).includes(topic.slice(0, topic.indexOf(':')));
}

/**
 * Tells listeners of things that pass, at most once each. Rejects when Redis cannot be reached: whoever wants to can
 * tell again.
 */
export async function publish<T extends EventType>(
  ctx: Pick<Context, 'db' | 'now'>,
  redis: Redis,
  events: readonly PassingEvent<T>[],
): Promise<void> {
  const at = ctx.now().getTime();
  const batch = redis.pipeline();
  const heads = new Map<string, number>();
  for (const { topic, ...event } of events) {
    const seq = nextSeq(redis, at);
    const kept: Kept = { id: newUuid(), at, ...event };
    batch.zadd(keyOf(topic), seq, JSON.stringify(kept));
    batch.zremrangebyscore(keyOf(topic), 0, (at - KEPT_MS) * PER_MS);
    batch.pexpire(keyOf(topic), KEPT_MS);
    heads.set(topic, seq);
  }
  await execute(batch);
  for (const [topic, seq] of heads) ctx.db.doorbells.ring(`live.${topic}`, { topic, seq });
}

/** The seqs that ephemeral topics have come to; 0 where nothing is kept, and while Redis is away. */
export async function readPassingHeads(
  ctx: Pick<Context, 'db'>,
  topics: readonly string[],
): Promise<Map<string, number>> {
  const redis = ctx.db.doorbells.commands();
  if (!redis || topics.length === 0) return new Map(topics.map((topic) => [topic, 0]));
  const newest = await Promise.all(
    topics.map((topic) => orNothing(redis.zrange(keyOf(topic), -1, -1, 'WITHSCORES'))),
  );
  return new Map(topics.map((topic, i) => [topic, Number(newest[i]![1] ?? 0)]));
}

/** The entries in (from, to], in order, at most `limit`. */
export async function readPassing(
  ctx: Pick<Context, 'db' | 'correlationId'>,
  topic: string,
  range: { from: number; to: number; limit: number },
): Promise<{ seq: number; event: LiveEvent }[]> {
  const redis = ctx.db.doorbells.commands();
  if (!redis) return [];
  const { from, to, limit } = range;
  const flat = await orNothing(
    redis.zrangebyscore(keyOf(topic), `(${from}`, to, 'WITHSCORES', 'LIMIT', 0, limit),
  );
  const entries: { seq: number; event: LiveEvent }[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    const seq = Number(flat[i + 1]);
    const kept = parseKept(flat[i]!);
    if (kept) entries.push({ seq, event: toLiveEvent(topic, seq, kept, ctx.correlationId) });
  }
  return entries;
}

/** What somebody else has put there is passed over. */
function parseKept(text: string): Kept | null {
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return typeof kept?.payload === 'object' && typeof kept.type === 'string' ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function toLiveEvent(topic: string, seq: number, kept: Kept, correlationId: string): LiveEvent {
  const at = topic.indexOf(':');
  return {
    id: kept.id,
    type: kept.type,
    aggregateType: topic.slice(0, at),
    aggregateId: topic.slice(at + 1),
    version: seq,
    schemaVersion: 1,
    payload: kept.payload as LiveEvent['payload'],
    occurredAt: new Date(kept.at),
    actorId: kept.actorId,
    workspaceId: kept.workspaceId,
    scopeId: kept.workspaceId,
    correlationId,
    causationId: null,
    // There is nothing to resume.
    cursor: '',
  };
}

/** A Redis that is lost while it is asked has nothing to tell, as one that is away. */
function orNothing(asked: Promise<string[]>): Promise<string[]> {
  return asked.catch(() => []);
}

/** Seqs go by the clock, so that they grow also when Redis has lost everything. */
function nextSeq({ options }: Redis, atMs: number): number {
  const address = `${options.path ?? options.host}:${options.port}/${options.db}`;
  const seq = Math.max((lastSeqs.get(address) ?? 0) + 1, atMs * PER_MS);
  lastSeqs.set(address, seq);
  return seq;
}

function keyOf(topic: string): string {
  return `live:${topic}`;
}
