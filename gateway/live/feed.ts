import { setTimeout as delay } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import type { Body } from './body';
import { drained, gapBehind, joinOther, keptFor, lateIn, setApart, untilNews } from './catch-up';
import { executeFor, render, type DueEntry, type Executed } from './execution';
import { backOff, isNotUnderstood, settle } from './failures';
import { moveTo, type Feed, type Group, type Member } from './group';
import type { Limiter } from './limiter';
import type { Counters } from './metrics';
import type { LiveOptions } from './options';
import { beginKeeping, type Rings } from './ring';

/** What feeds work with. */
export interface FeedParts {
  options: Pick<LiveOptions, 'internal' | 'senderOf' | 'signAudience' | 'log' | 'cleaning' | 'now'>;
  counters: Counters;
  rings: Rings<DueEntry>;
  /** Bounds the executions that one subgraph's events cause at a time: a slow one holds up no other. */
  limitOf(subgraph: string): Limiter;
  isClosed(): boolean;
  /** Ends a subscription with errors. */
  end(member: Member, errors: readonly GraphQLFormattedError[]): void;
  /** Has permission asked for anew behind an event that removes the member, who is sent nothing until then. */
  doubt(member: Member, seq: number): void;
  /** Has an operation executed for each viewer by itself from now on, because it depends on who that is. */
  separate(group: Group): void;
}

const MOST_AT_ONCE = 8;
/** How long what was executed may wait for slow readers. */
const STALE_MS = 5000;

/** Sees to it that a feed sends everything up to what it knows of. Returns at once. */
export function wake(parts: FeedParts, feed: Feed): void {
  if (feed.isPulling || targetOf(feed) <= feed.position) return;
  feed.isPulling = true;
  pull(parts, feed).catch((error: unknown) => {
    feed.isPulling = false;
    parts.options.log.error({ err: error, topic: feed.group.topic }, 'a live feed stopped');
  });
}

/** Tells a group's live feed that its topic has come this far. */
export function onHead(parts: FeedParts, feed: Feed, seq: number): void {
  if (seq <= feed.wanted) return;
  feed.wanted = seq;
  feed.rungAt ??= Date.now();
  wake(parts, feed);
}

const isLive = (feed: Feed) => feed.group.live === feed;
const targetOf = (feed: Feed) => (isLive(feed) ? feed.wanted : feed.group.live.position);

/**
 * Sends in order and without a gap until there is no more to send or nobody to send to. What fails is tried again,
 * for as long as it takes: a restart of a subgraph costs time, not events.
 */
async function pull(parts: FeedParts, feed: Feed): Promise<void> {
  let failures = 0;
  let lostSince: number | null = null;
  while (feed.members.size > 0 && feed.position < targetOf(feed) && !parts.isClosed()) {
    try {
      await advance(parts, feed);
      failures = 0;
      lostSince = null;
    } catch (error) {
      failures++;
      const now = parts.options.now().getTime();
      lostSince = isNotUnderstood(error) ? (lostSince ?? now) : null;
      const lostForMs = now - (lostSince ?? now);
      if (settle(parts, feed, error, { failures, lostForMs })) failures = 0;
      else await delay(backOff(failures, error), undefined, { ref: false });
    }
  }
  // No await lies between the loop's condition and here: a doorbell that rings later starts anew.
  feed.isPulling = false;
  if (isLive(feed)) feed.rungAt = null;
  else if (!parts.isClosed()) mergeIntoLive(parts, feed);
}

function mergeIntoLive(parts: FeedParts, feed: Feed): void {
  const { live, catchUps } = feed.group;
  for (const member of feed.members) moveTo(live, member);
  catchUps.delete(feed);
  // A live feed without members lets its topic run ahead of it.
  wake(parts, live);
}

/** Brings a feed one step on: by what its group keeps, with another feed, or by an execution. */
async function advance(parts: FeedParts, feed: Feed): Promise<void> {
  if (isLive(feed)) return pullOnce(parts, feed, targetOf(feed));
  await separateSlow(parts, feed);
  await untilNews(feed);
  const kept = keptFor(feed);
  const { frames } = parts.counters;
  for (const { event, seq, body } of kept) {
    if (event) deliver(parts, feed, event, body);
    feed.position = seq;
  }
  parts.counters.ringHits += parts.counters.frames - frames;
  const isServed = kept.length > 0 || feed.members.size === 0 || joinOther(feed);
  if (!isServed) await pullOnce(parts, feed, gapBehind(feed));
}

/** Somebody who catches up is sent more only as fast as it is read; whether that took long. */
async function separateSlow(parts: FeedParts, feed: Feed): Promise<boolean> {
  if (isLive(feed)) return false;
  const since = performance.now();
  const slow = await drained(feed);
  if (slow) wake(parts, slow);
  return performance.now() - since > STALE_MS;
}

/** Has those go on by themselves of whom it is not known what they are to be sent; false when these are all. */
function separateLate(parts: FeedParts, feed: Feed, executed: Executed): boolean {
  const late = lateIn(feed, executed);
  if (late.length === feed.members.size) return false;
  if (late.length === 0) return true;
  const apart = setApart(feed, late);
  // Behind this turn the feed is past what they are sent by themselves.
  setImmediate(() => wake(parts, apart));
  return true;
}

async function pullOnce(parts: FeedParts, feed: Feed, to: number): Promise<void> {
  const { group, position: from } = feed;
  // One plan for the call and for what completes its answer, though a new one may be set meanwhile.
  const { plan } = group;
  const limit = parts.limitOf(plan.subgraph);
  const keeping = beginKeeping(group.ring);
  const executed = await limit(() => executeFor(parts, feed, { group, plan, from, to }));
  const { entries, hidden, upTo } = executed;
  for (let at = 0; at < entries.length; at += MOST_AT_ONCE) {
    // Who may read it, and by which token, was decided too long ago: what is left is asked for anew.
    if (await separateSlow(parts, feed)) return;
    if (feed.members.size === 0) return;
    const part = entries.slice(at, at + MOST_AT_ONCE);
    const bodies = await Promise.all(part.map((entry) => limit(() => render(parts, group, { plan, entry }))));
    for (const [i, entry] of part.entries()) {
      const { position: after } = feed;
      const body = bodies[i]!;
      if (!separateLate(parts, feed, executed)) return;
      if (isLive(feed) && entry.retracts) keeping.forget();
      deliver(parts, feed, entry, body);
      keeping.keep({ after, entry, body, hidden });
    }
  }
  if (feed.members.size === 0 || !separateLate(parts, feed, executed)) return;
  // Entries that nobody here may see leave no trace but the place behind them.
  keeping.keepNothing({ after: feed.position, upTo, hidden });
  feed.position = Math.max(feed.position, upTo);
  if (feed.position > from) return;
  // There is nothing where something was announced: the poll announces it again when it is there.
  // What was announced meanwhile is asked for at once.
  if (!isLive(feed)) feed.position = to;
  else if (feed.wanted <= to) feed.wanted = from;
}

function deliver(parts: FeedParts, feed: Feed, entry: DueEntry, body: Body | null): void {
  feed.position = entry.seq;
  const isForAll = concernsNobody(entry);
  let frames = 0;
  for (const member of feed.members) {
    const userId = isForAll ? null : member.viewer.principal.userId;
    if (isOthers(entry, userId) || entry.seq <= member.position) continue;
    member.position = entry.seq;
    if (body !== null && (userId === null || entry.hideFrom !== userId)) {
      frames++;
      member.sink.next(body);
    }
    const isRevoked = userId !== null && entry.revoke?.includes(userId) && entry.seq > member.admittedSeq;
    if (isRevoked && member.feed) parts.doubt(member, entry.seq);
  }
  parts.counters.frames += frames;
  if (body !== null && feed.rungAt !== null) {
    parts.counters.doorbellToFrameMs += Date.now() - feed.rungAt;
    parts.counters.doorbellsServed++;
    feed.rungAt = null;
  }
}

/** Whether it is for other people alone: readers of other roles have an entry of their own at the same seq. */
function isOthers({ readers }: DueEntry, userId: string | null): boolean {
  return readers !== null && !readers.has(userId ?? '');
}

/** Whether it is the same for all, so that nobody need be asked who they are; most events are. */
function concernsNobody({ readers, hideFrom, revoke }: DueEntry): boolean {
  return readers === null && !hideFrom && !revoke?.length;
}
