import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import type { DueEntry, Executed } from './execution';
import { createFeed, moveTo, type Feed, type Member } from './group';
import type { Kept } from './ring';

const MOST_KEPT_AT_ONCE = 32;
/** How long some of a group are held back for others. */
const PATIENCE_MS = 1000;
const LOOK_MS = 10;

/** A feed that brings a member to the live feed; who comes at the same position shares it. */
export function catchUpFor(member: Member, group: Feed['group']): Feed {
  const { position, admittedSeq } = member;
  for (const feed of group.catchUps)
    if (feed.position === position && feed.wanted >= admittedSeq && !feed.isHeldUp) return feed;
  return openCatchUp(group, position, admittedSeq);
}

/** For a catch-up, `wanted` is the head at which its members were admitted. */
function openCatchUp(group: Feed['group'], position: number, wanted: number): Feed {
  const feed = { ...createFeed(group, position), wanted };
  group.catchUps.add(feed);
  return feed;
}

const hasNews = ({ group, wanted }: Feed) => group.live.position >= wanted;

/**
 * What is kept may have been retracted before a catch-up's members were admitted, for as long as the live feed has not
 * come to where they were: resolves when it has, or when that is not worth waiting for.
 */
export async function untilNews(feed: Feed): Promise<void> {
  for (let waitedMs = 0; isWorthWaiting(feed) && waitedMs < PATIENCE_MS; waitedMs += LOOK_MS)
    await delay(LOOK_MS, undefined, { ref: false });
}

function isWorthWaiting(feed: Feed): boolean {
  const { live, catchUps, ring } = feed.group;
  if (hasNews(feed) || ring.next(feed.position) === null) return false;
  return live.isPulling || [...catchUps].some((other) => other.isPulling && hasNews(other));
}

/** What a catch-up is sent next of what the group keeps. */
export function keptFor(feed: Feed): Kept<DueEntry>[] {
  const kept: Kept<DueEntry>[] = [];
  if (!hasNews(feed)) return kept;
  let position = feed.position;
  while (kept.length < MOST_KEPT_AT_ONCE && position < feed.group.live.position) {
    const next = feed.group.ring.next(position);
    if (!next) break;
    kept.push(next);
    position = next.seq;
  }
  return kept;
}

/** Up to where a catch-up is to be executed for: what follows is kept, or is the live feed's. */
export function gapBehind(feed: Feed): number {
  const { live, ring } = feed.group;
  return Math.min(ring.startBehind(feed.position) ?? live.position, live.position);
}

/** Joins another catch-up that is under way from the same place; whether there is one. */
export function joinOther(feed: Feed): boolean {
  for (const other of feed.group.catchUps) {
    const isUnderWay = other !== feed && other.isPulling && !other.isHeldUp;
    if (!isUnderWay || other.position !== feed.position) continue;
    for (const member of feed.members) moveTo(other, member);
    feed.group.catchUps.delete(feed);
    return true;
  }
  return false;
}

/**
 * Those who have come since it was looked up who reads private chats, for as long as a feed is not past what lies there:
 * it is not known what they are to be sent of it.
 */
export function lateIn(feed: Feed, { hidden, asked }: Pick<Executed, 'hidden' | 'asked'>): Member[] {
  if (!hidden.some((seq) => seq > feed.position)) return [];
  return [...feed.members].filter(({ viewer, position }) => {
    const from = Math.max(position, feed.position);
    return !asked.has(viewer.principal.userId ?? '') && hidden.some((seq) => seq > from);
  });
}

/** Has some of a feed's members go on by themselves, from where it is, in the feed that is answered. */
export function setApart(feed: Feed, members: readonly Member[]): Feed {
  const wanted = Math.max(...members.map(({ admittedSeq }) => admittedSeq));
  const apart = openCatchUp(feed.group, feed.position, wanted);
  for (const member of members) moveTo(apart, member);
  return apart;
}

/**
 * Resolves when a catch-up's members have taken most of what they were sent: nobody is sent more than is read. Those
 * who read much slower than the others go on by themselves, in the feed that is answered.
 */
export async function drained(feed: Feed): Promise<Feed | null> {
  const slow = new Set(feed.members);
  const each = [...slow].map((member) => member.sink.drained().then(() => slow.delete(member)));
  const all = Promise.all(each);
  await Promise.race([all, turn()]);
  if (slow.size > 0) {
    feed.isHeldUp = true;
    await Promise.race(each);
    if (slow.size > 0) await withPatience(all);
  }
  feed.isHeldUp = false;
  const left = [...slow].filter((member) => member.feed === feed);
  if (left.length === 0 || left.length === feed.members.size) return null;
  const apart = setApart(feed, left);
  apart.isHeldUp = true;
  return apart;
}

async function withPatience(work: Promise<unknown>): Promise<void> {
  const end = new AbortController();
  const patience = delay(PATIENCE_MS, undefined, { signal: end.signal, ref: false }).catch(() => undefined);
  await Promise.race([work, patience]);
  end.abort();
}
