import DataLoader from 'dataloader';
import { EVENTS, type EventType, type StoredEvent } from '../../schema/events';
import { AppError, badInput } from './errors';
import { encodeCursor } from './cursor';
import { isWideTopic } from './events';
import { queryRows } from './transaction';
import type { Context } from './context';
import type { LiveEvent } from './subgraph';

/** How many events one pull reads at most. */
export const PULL_LIMIT = 100;

/** An event at its place in a topic. */
export interface TopicEntry {
  seq: number;
  event: LiveEvent;
}

const COLUMNS =
  's.id, s.type, s.aggregate_type, s.aggregate_id, s.version, s.schema_version, s.payload, s.occurred_at, s.actor_id, s.workspace_id, s.scope_id, s.correlation_id, s.causation_id';

/** How far a topic has come (0 without events), and the oldest place that is kept. */
export interface TopicHead {
  head: number;
  first: number;
}

export async function readHeads(ctx: Context, topics: readonly string[]): Promise<Map<string, TopicHead>> {
  const rows = await queryRows<{ topic: string; head: string; first: string }>(
    ctx,
    `/* kit.readHeads */ SELECT t.topic, coalesce(w.seq, h.version, 0) AS head, coalesce(w.first, h.first, 1) AS first
     FROM unnest($1::text[], $2::text[], $3::text[]) AS t (topic, aggregate_type, aggregate_id)
     LEFT JOIN event.topic_head w ON t.aggregate_type IS NULL AND w.topic = t.topic
     LEFT JOIN event.head h ON h.aggregate_type = t.aggregate_type AND h.aggregate_id = t.aggregate_id::uuid`,
    [
      topics,
      topics.map((topic) => (isWideTopic(topic) ? null : splitTopic(topic)[0])),
      topics.map((topic) => (isWideTopic(topic) ? null : splitTopic(topic)[1])),
    ],
  );
  return new Map(rows.map(({ topic, head, first }) => [topic, { head: Number(head), first: Number(first) }]));
}

/** Loads the cursors of the places that topics have come to. */
export function makeEventsCursorLoader(ctx: Context): DataLoader<string, string> {
  return new DataLoader(async (topics) => {
    const places = await readHeads(ctx, topics);
    return topics.map((topic) => encodeCursor(topic, places.get(topic)!.head));
  });
}

/** The entries in (from, to] that the caller may see, in order, at most PULL_LIMIT. */
export async function readEntries(
  ctx: Context,
  topic: string,
  from: number,
  to: number,
): Promise<TopicEntry[]> {
  const [type, id] = splitTopic(topic);
  const rows = isWideTopic(topic)
    ? await queryRows<StoredEvent & { seq: string }>(
        ctx,
        `/* kit.readWideEntries */ SELECT t.seq, ${COLUMNS} FROM event.topic_entry t JOIN event.store s ON s.id = t.event_id
         WHERE t.topic = $1 AND t.seq > $2 AND t.seq <= $3 ORDER BY t.seq LIMIT ${PULL_LIMIT}`,
        [topic, from, to],
      )
    : await queryRows<StoredEvent & { seq: string }>(
        ctx,
        `/* kit.readEntries */ SELECT s.version AS seq, ${COLUMNS} FROM event.store s
         WHERE s.aggregate_type = $1 AND s.aggregate_id = $2 AND s.version > $3 AND s.version <= $4
         ORDER BY s.version LIMIT ${PULL_LIMIT}`,
        [type, id, from, to],
      );
  return rows.map(({ seq, ...event }) => ({
    seq: Number(seq),
    event: {
      ...event,
      version: Number(event.version),
      cursor: encodeCursor(topic, Number(seq)),
    } as LiveEvent,
  }));
}

/** Refuses a place that the topic has not reached (BAD_USER_INPUT) or no longer keeps (CURSOR_EXPIRED). */
export function requireReadable(topic: string, after: number, { head, first }: TopicHead): void {
  if (after > head) throw badInput('after lies beyond the head of this subscription', 'after');
  if (after + 1 >= first) return;
  throw new AppError(
    'CURSOR_EXPIRED',
    `Events that old are no longer kept: read anew and resume at ${encodeCursor(topic, head)}.`,
  );
}

/** The user who may no longer read the topic after this event, if any. */
export function revokedBy(event: StoredEvent): string[] {
  const field = (EVENTS[event.type] as { revokes?: string } | undefined)?.revokes;
  return field ? [(event.payload as Record<string, string>)[field]!] : [];
}

/** Whether a field with these types shows the event. */
export function isShown(types: readonly EventType[], event: StoredEvent): boolean {
  return types.includes(event.type);
}

function splitTopic(topic: string): [string, string] {
  const at = topic.indexOf(':');
  return [topic.slice(0, at), topic.slice(at + 1)];
}
