import DataLoader from 'dataloader';
import { EVENTS, type StoredEvent } from '../../schema/events';
import { userIdOrNull } from './audience';
import { AppError, badInput } from './errors';
import { encodeCursor } from './cursor';
import { isEphemeralTopic, readPassing, readPassingHeads } from './ephemeral';
import { EVENT_COLUMNS, isWideTopic } from './events';
import { queryRows } from './transaction';
import type { Context } from './context';
import type { LiveEvent, Subscription } from './subgraph';

/** How many events one pull reads at most. */
export const PULL_LIMIT = 100;

/** An event at its place in a topic. */
export interface TopicEntry {
  seq: number;
  event: LiveEvent;
}

/** How far a topic has come (0 without events), and the oldest place that is kept. */
export interface TopicHead {
  head: number;
  first: number;
}

/** How far topics have come. */
export async function readHeads(ctx: Context, topics: readonly string[]): Promise<Map<string, TopicHead>> {
  const passing = topics.filter(isEphemeralTopic);
  const stored = topics.filter((topic) => !isEphemeralTopic(topic));
  const [heads, passingHeads] = await Promise.all([
    stored.length > 0 ? readStoredHeads(ctx, stored) : new Map<string, TopicHead>(),
    readPassingHeads(ctx, passing),
  ]);
  for (const [topic, head] of passingHeads) heads.set(topic, { head, first: 1 });
  return heads;
}

async function readStoredHeads(ctx: Context, topics: readonly string[]): Promise<Map<string, TopicHead>> {
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

/** What one pull has read. */
export interface Pull {
  entries: TopicEntry[];
  /** How far it reaches: everything up to here that the caller may see has been read. */
  upTo: number;
  /** The entries of a wide topic that lie in private chats of the workspace, where an audience that is in none reads. */
  hidden?: HiddenEntry[];
}

/** The place of an entry that an audience does not see, and the chat whose readers do. */
export interface HiddenEntry {
  seq: number;
  scopeId: string;
}

/**
 * Reads the entries in (from, to] that the caller may see, in order, at most PULL_LIMIT. Never reaches beyond the
 * topic's head, whatever `to` says: a doorbell is a hint, and may be forged.
 */
export async function readEntries(ctx: Context, topic: string, from: number, to: number): Promise<Pull> {
  if (isEphemeralTopic(topic)) return readPassingEntries(ctx, topic, from, to);
  const [type, id] = splitTopic(topic);
  if (isWideTopic(topic) && ctx.principal.kind === 'audience') return readForAudience(ctx, topic, from, to);
  const rows = await queryRows<EntryRow>(
    ctx,
    isWideTopic(topic) ? READ_WIDE : READ_OWN,
    isWideTopic(topic) ? [from, to, topic] : [from, to, type, id],
  );
  return toPull(rows, topic, to);
}

type EntryRow = StoredEvent & { seq: string | null; head: string };

function toPull(rows: readonly EntryRow[], topic: string, to: number): Pull {
  const entries = rows.flatMap(({ seq, head: _, ...event }) =>
    seq === null ? [] : [{ seq: Number(seq), event: toLiveEvent(event as StoredEvent, topic, Number(seq)) }],
  );
  const upTo = entries.length === PULL_LIMIT ? entries.at(-1)!.seq : Math.min(to, Number(rows[0]!.head));
  return { entries, upTo };
}

/** What an audience sees, and which entries it does not: of one moment, so that none is in neither list. */
async function readForAudience(ctx: Context, topic: string, from: number, to: number): Promise<Pull> {
  const rows = await queryRows<EntryRow & { unseen: HiddenEntry[] }>(ctx, READ_WIDE_AND_HIDDEN, [
    from,
    to,
    topic,
  ]);
  const { unseen } = rows[0]!;
  const events = rows.map(({ unseen: _, ...row }) => row as EntryRow);
  const pull = toPull(events, topic, to);
  const upTo = unseen.length === PULL_LIMIT ? Math.min(pull.upTo, unseen.at(-1)!.seq) : pull.upTo;
  const isReached = ({ seq }: { seq: number }) => seq <= upTo;
  return { entries: pull.entries.filter(isReached), hidden: unseen.filter(isReached), upTo };
}

async function readPassingEntries(ctx: Context, topic: string, from: number, to: number): Promise<Pull> {
  const entries = await readPassing(ctx, topic, { from, to, limit: PULL_LIMIT });
  return { entries, upTo: entries.at(-1)?.seq ?? from };
}

function toLiveEvent(event: StoredEvent, topic: string, seq: number): LiveEvent {
  return { ...event, cursor: encodeCursor(topic, seq) };
}

// The head comes with the entries, in one statement and so of one moment.
const READ_OWN = `/* kit.readEntries */ SELECT h.head, s.version AS seq, ${EVENT_COLUMNS}
  FROM (SELECT coalesce((SELECT version FROM event.head WHERE aggregate_type = $3 AND aggregate_id = $4), 0) AS head) h
  LEFT JOIN event.store s ON s.aggregate_type = $3 AND s.aggregate_id = $4 AND s.version > $1 AND s.version <= $2
  ORDER BY s.version LIMIT ${PULL_LIMIT}`;
const readWide = (name: string, columns: string) => `/* ${name} */ SELECT h.head, t.seq, ${columns}
  FROM (SELECT coalesce((SELECT seq FROM event.topic_head WHERE topic = $3), 0) AS head) h
  LEFT JOIN (event.topic_entry t JOIN event.store s ON s.id = t.event_id)
    ON t.topic = $3 AND t.seq > $1 AND t.seq <= $2
  ORDER BY t.seq LIMIT ${PULL_LIMIT}`;
const READ_WIDE = readWide('kit.readWideEntries', EVENT_COLUMNS);
const READ_WIDE_AND_HIDDEN = readWide(
  'kit.readWideEntriesOfAudience',
  `${EVENT_COLUMNS}, (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', x.seq, 'scopeId', x.scope_id) ORDER BY x.seq), '[]')
     FROM event.hidden_entries($3, $1, $2, ${PULL_LIMIT}) x) AS unseen`,
);

/** Refuses a place that the topic has not reached (BAD_USER_INPUT) or no longer keeps (CURSOR_EXPIRED). */
export function requireReadable(topic: string, after: number, { head, first }: TopicHead): void {
  if (after > head) throw badInput('after lies beyond the head of this subscription', 'after');
  if (after + 1 >= first) return;
  const cursor = encodeCursor(topic, head);
  const message = `Events that old are no longer kept: read anew and resume at ${cursor}.`;
  throw new AppError('CURSOR_EXPIRED', message, { head: cursor });
}

/** The user who may no longer read the topic after this event, if any. */
export function revokedBy(event: StoredEvent): string[] {
  const field = (EVENTS[event.type] as { revokes?: string } | undefined)?.revokes;
  return field ? [(event.payload as Record<string, string>)[field]!] : [];
}

/** Whether something that was shown before must not be shown any more. */
export function isRetraction({ type }: Pick<StoredEvent, 'type'>): boolean {
  return (EVENTS[type] as { retracts?: true } | undefined)?.retracts ?? false;
}

/** Whether a field shows the caller the event; of an audience, whoever did it is passed over by the gateway. */
export function isShown(
  ctx: Pick<Context, 'principal'>,
  { types, hidesOwn }: Pick<Subscription<never>, 'types' | 'hidesOwn'>,
  { type, actorId }: StoredEvent,
): boolean {
  const isOwn = actorId !== null && actorId === userIdOrNull(ctx.principal);
  return types.includes(type) && !(hidesOwn && isOwn);
}

function splitTopic(topic: string): [string, string] {
  const at = topic.indexOf(':');
  return [topic.slice(0, at), topic.slice(at + 1)];
}
