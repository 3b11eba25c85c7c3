import { catchUpFor, drained, joinOther, lateIn } from './catch-up';
import { createFeed, moveTo, type Feed, type Group, type Member } from './group';
import { createRings } from './ring';

const newGroup = (position: number): Group => {
  const ring = createRings<never>(() => new Date()).open();
  const group = { live: undefined as never, catchUps: new Set<Feed>(), ring } as unknown as Group;
  group.live = createFeed(group, position);
  return group;
};

const newMember = (userId: string, position: number, taken: Promise<void> = Promise.resolve()) =>
  ({
    viewer: { principal: { userId } },
    sink: { drained: () => taken },
    ...{ feed: null, position, admittedSeq: 10 },
  }) as unknown as Member;

/** Puts members into one catch-up of a group, from the position of the first. */
const catchUpOf = (group: Group, ...members: [Member, ...Member[]]): Feed => {
  const feed = catchUpFor(members[0], group);
  for (const member of members) moveTo(feed, member);
  return feed;
};

const never = new Promise<void>(() => undefined);

test('a catch-up whose members have all gone meanwhile does not wait for anybody', async () => {
  const group = newGroup(10);
  const [gone] = [newMember('gone', 3)];
  const feed = catchUpOf(group, gone);
  moveTo(null, gone);
  await expect(drained(feed)).resolves.toBeNull();
});

test('nobody joins those who wait until they have read: neither who comes nor those whom they left', async () => {
  const group = newGroup(10);
  const [fast, slow] = [newMember('fast', 3), newMember('slow', 3, never)];
  const feed = catchUpOf(group, fast, slow);
  feed.isPulling = true;
  const apart = (await drained(feed))!;
  apart.isPulling = true;
  expect([feed.members, apart.members]).toEqual([new Set([fast]), new Set([slow])]);
  expect(joinOther(feed)).toBe(false);
  void drained(apart);
  expect(catchUpFor(newMember('late', 3), group)).toBe(feed);
  moveTo(null, fast);
  group.catchUps.delete(feed);
  expect(catchUpFor(newMember('later', 3), group)).not.toBe(apart);
});

test('what lies in private chats is not passed over for who came while it was looked up who reads them', () => {
  const group = newGroup(3);
  const [asked, late, beyond] = [newMember('asked', 3), newMember('late', 3), newMember('beyond', 7)];
  for (const member of [asked, late, beyond]) moveTo(group.live, member);
  const executed = { hidden: [5, 6], asked: new Set(['asked']) };
  expect(lateIn(group.live, executed)).toEqual([late]);
  group.live.position = 6;
  expect(lateIn(group.live, executed)).toEqual([]);
});
