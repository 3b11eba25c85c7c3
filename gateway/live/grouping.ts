import type { GraphQLFormattedError } from 'graphql';
import { placeOf } from './audience';
import { catchUpFor } from './catch-up';
import { onHead, wake, type FeedParts } from './feed';
import { createFeed, moveTo, sizeOf, type Group, type Member } from './group';
import type { Topics } from './topics';

/** What subscriptions are grouped by, apart from their viewers. */
export type Subject = Pick<Group, 'plan' | 'topic' | 'variables'>;

/** Who is sent what together. */
export interface Grouping {
  /** Puts a member at its position into the group of its audience, out of any other: it misses and repeats nothing. */
  join(member: Member, subject: Subject): Group;
  /** Takes a member out for a while, to `join` again or to end; answers what it followed. */
  hold(member: Member): Subject;
  /** Takes a member out without a word. */
  leave(member: Member): void;
  /** Takes a member out with errors. */
  end(member: Member, errors: readonly GraphQLFormattedError[]): void;
  /** The groups, those that are opened meanwhile too. */
  groups(): Iterable<Group>;
  members(): Member[];
  size(): number;
  close(): void;
}

interface State {
  groups: Map<string, { group: Group; unwatch(): void }>;
  topics: Pick<Topics, 'watch'>;
  feeds: FeedParts;
}

/** Makes a grouping without members; a group's topic is watched for as long as it has members. */
export function createGrouping(topics: Pick<Topics, 'watch'>, feeds: FeedParts): Grouping {
  const state: State = { groups: new Map(), topics, feeds };
  const { groups } = state;
  return {
    join: (member, subject) => join(state, member, subject),
    hold: (member) => hold(state, member),
    leave: (member) => leave(state, member),
    end(member, errors) {
      leave(state, member);
      member.sink.fail(errors);
    },
    *groups() {
      for (const { group } of groups.values()) yield group;
    },
    members: () => [...groups.values()].flatMap(({ group }) => membersOf(group)),
    size: () => groups.size,
    close: () => groups.clear(),
  };
}

/** Everybody in a group, those who catch up too. */
export function membersOf(group: Group): Member[] {
  return [group.live, ...group.catchUps].flatMap((feed) => [...feed.members]);
}

function join(state: State, member: Member, { plan, topic, variables }: Subject): Group {
  const { key: place, audience } = placeOf(member.viewer.principal, member.audience, plan.dimensions);
  const key = JSON.stringify([topic, place, plan.key, variables]);
  if (member.feed?.group.key === key) return member.feed.group;
  const previous = member.feed?.group;
  const group =
    state.groups.get(key)?.group ??
    openGroup(state, { key, plan, topic, variables, audience }, headOf(member));
  const isBehind = member.position < group.live.position;
  const feed = isBehind ? catchUpFor(member, group) : group.live;
  moveTo(feed, member);
  wake(state.feeds, feed);
  if (previous) closeIfEmpty(state, previous);
  return group;
}

function openGroup(state: State, parts: Subject & Pick<Group, 'key' | 'audience'>, position: number): Group {
  const ring = state.feeds.rings.open();
  const group: Group = { ...parts, grants: new Map(), live: undefined as never, catchUps: new Set(), ring };
  group.live = createFeed(group, position);
  const unwatch = state.topics.watch({
    topic: group.topic,
    subgraph: () => group.plan.subgraph,
    onHead: (seq) => onHead(state.feeds, group.live, seq),
  });
  state.groups.set(group.key, { group, unwatch });
  return group;
}

/** How far the member's topic has come, as far as is known: whoever resumes far behind it does not hold up the others. */
function headOf({ position, admittedSeq }: Member): number {
  return Math.max(position, admittedSeq);
}

function hold(state: State, member: Member): Subject {
  const { group } = member.feed!;
  moveTo(null, member);
  closeIfEmpty(state, group);
  return group;
}

function leave(state: State, member: Member): void {
  if (member.feed) hold(state, member);
  member.release();
}

function closeIfEmpty(state: State, group: Group): void {
  const entry = state.groups.get(group.key);
  if (entry?.group !== group || sizeOf(group) > 0) return;
  state.groups.delete(group.key);
  group.ring.close();
  entry.unwatch();
}
