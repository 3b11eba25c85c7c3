import { beginKeeping, createRings, type Passed } from './ring';

interface Event extends Passed {
  result: unknown;
}

const START = 1_000_000;
let now = START;
const bodyOf = (text: string, hasErrors = false) => ({ text, wire: text, cursor: null, hasErrors });
const open = (bounds = {}) => {
  now = START;
  const rings = createRings<Event>(() => new Date(now), bounds);
  return { rings, ring: rings.open() };
};
/** Keeps events 1 to `last`, each of the body of its seq. */
function fill(ring: ReturnType<typeof open>['ring'], last: number, text = 'x') {
  for (let seq = 1; seq <= last; seq++)
    ring.keep({ after: seq - 1, seq, event: { seq, result: null }, body: bodyOf(`${text}${seq}`) });
}

test('whoever stands anywhere in a span is sent what ends it, and nothing is known beyond what is kept', () => {
  const { ring } = open();
  ring.keep({ after: 3, seq: 7, event: { seq: 7, result: null }, body: bodyOf('seven') });
  ring.keep({ after: 10, seq: 12, event: null, body: null });
  expect([2, 3, 6, 7, 10, 11, 12].map((position) => ring.next(position)?.seq)).toEqual([
    ...[undefined, 7, 7, undefined, 12, 12, undefined],
  ]);
  expect([0, 3, 9, 10].map((position) => ring.startBehind(position))).toEqual([3, 10, 10, null]);
});

test('what overlaps with what is kept is not kept twice', () => {
  const { ring } = open();
  ring.keep({ after: 3, seq: 7, event: null, body: bodyOf('first') });
  ring.keep({ after: 3, seq: 7, event: null, body: bodyOf('second') });
  ring.keep({ after: 5, seq: 9, event: null, body: bodyOf('third') });
  expect(ring.next(3)?.body?.text).toBe('first');
  expect(ring.next(7)).toBeNull();
});

test('the oldest places go first, and what was rendered a minute ago goes wherever it stands', () => {
  const { rings, ring } = open({ spans: 3 });
  fill(ring, 5);
  expect([0, 1, 2, 3, 4].map((position) => ring.next(position)?.seq)).toEqual([
    undefined,
    undefined,
    3,
    4,
    5,
  ]);
  now += 50_000;
  ring.keep({ after: 5, seq: 6, event: null, body: bodyOf('young') });
  now += 10_001;
  expect([3, 4, 5].map((position) => ring.next(position)?.seq)).toEqual([undefined, undefined, 6]);
  now += 60_000;
  rings.trim();
  expect(rings.bytes()).toBe(0);
});

test('one ring and all of them are bounded in bytes, and what is closed holds nothing', () => {
  const { rings, ring } = open({ bytesOfOne: 4000, bytesOfAll: 6000 });
  fill(ring, 10, 'x'.repeat(500));
  expect(ring.next(9)?.seq).toBe(10);
  expect(ring.next(0)).toBeNull();
  expect(rings.bytes()).toBeLessThanOrEqual(4000);
  const other = rings.open();
  fill(other, 10, 'x'.repeat(500));
  expect(rings.bytes()).toBeLessThanOrEqual(6000);
  ring.close();
  other.close();
  fill(ring, 1);
  expect(rings.bytes()).toBe(0);
});

test('an execution keeps nothing when what it rendered may have been retracted meanwhile', () => {
  const { rings, ring } = open();
  const [early, late] = [beginKeeping(ring), beginKeeping(ring)];
  const entry = { seq: 1, result: { data: 'event' } };
  late.forget();
  early.keep({ after: 0, entry, body: bodyOf('stale'), hidden: [] });
  expect(ring.next(0)).toBeNull();
  late.keep({ after: 0, entry, body: bodyOf('fresh'), hidden: [] });
  expect(ring.next(0)).toMatchObject({ body: { text: 'fresh' }, event: { seq: 1, result: null } });
  rings.clear();
  late.keepNothing({ after: 1, upTo: 5, hidden: [] });
  expect(ring.next(1)).toBeNull();
});

test('what some people alone see, and what could not be had, is kept for nobody', () => {
  const { ring } = open();
  const keeping = beginKeeping(ring);
  const hidden = [2, 4];
  keeping.keep({ after: 0, entry: { seq: 1, result: null }, body: bodyOf('one'), hidden });
  keeping.keep({ after: 1, entry: { seq: 2, result: null }, body: bodyOf('for some'), hidden });
  keeping.keep({ after: 2, entry: { seq: 3, result: null }, body: bodyOf('in part', true), hidden });
  // Nobody here saw the fourth.
  keeping.keep({ after: 3, entry: { seq: 6, result: null }, body: bodyOf('six'), hidden });
  expect([0, 1, 2, 3, 4, 5].map((position) => ring.next(position)?.seq)).toEqual([
    ...[1, undefined, undefined, undefined, 6, 6],
  ]);
});
