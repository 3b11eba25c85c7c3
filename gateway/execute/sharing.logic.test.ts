import fc from 'fast-check';
import type { Outcome, Settle } from '../calls';
import { shareFetches, type Ask, type Fetch } from './sharing';

/** What went out, each with the means to answer it. */
interface Sent {
  fetch: Fetch;
  settle: Settle;
  isCancelled: boolean;
}

const NOW = 1_000_000;
const fetch: Fetch = {
  ...{ service: 'chat', authorization: 'Bearer a', origin: 'Bearer o', body: '{"query":"{chat}"}' },
  ...{ isMutation: false, deadline: NOW + 5000 },
};
const mutation = { ...fetch, body: '{"query":"mutation{post}"}', isMutation: true };
const reply = (text: string): Outcome => ({ status: 200, contentType: undefined, text });

function setUp() {
  const sent: Sent[] = [];
  const counters = { fetches: 0, shared: 0 };
  const carryOut: Ask = (asked, settle) => {
    const one: Sent = { fetch: asked, settle, isCancelled: false };
    sent.push(one);
    return { cancel: () => void (one.isCancelled = true) };
  };
  let now = NOW;
  const share = shareFetches(carryOut, counters, () => now);
  const ask = (overrides: Partial<Fetch> = {}) => {
    const outcomes: Outcome[] = [];
    const running = share({ ...fetch, ...overrides }, (outcome) => void outcomes.push(outcome));
    return { outcomes, cancel: () => running.cancel() };
  };
  const at = (time: number) => void (now = time);
  return { sent, counters, ask, at };
}

test('who asks the same while it is under way is told the same; later it is asked anew', () => {
  const { sent, counters, ask } = setUp();
  const askers = [ask(), ask({ deadline: NOW + 9000 }), ask()];
  expect([sent.length, counters.shared]).toEqual([1, 2]);
  sent[0]!.settle(reply('1'));
  for (const { outcomes } of askers) expect(outcomes).toEqual([reply('1')]);
  const next = ask();
  sent[1]!.settle(reply('2'));
  expect(next.outcomes).toEqual([reply('2')]);
  expect(askers[0]!.outcomes).toHaveLength(1);
});

test('what differs in service, caller, place or body is never shared, and nothing else keeps from it', () => {
  const text = fc.constantFrom('', 'a', 'b', 'a\tb', 'Bearer a');
  const maybe = fc.option(text, { nil: undefined });
  const one = fc.record({ service: text, authorization: maybe, origin: maybe, body: fc.string() });
  const pair = fc.oneof(
    fc.tuple(one, one),
    one.map((same) => [same, same] as const),
    fc.tuple(one, one).chain(([a, b]) =>
      fc.subarray(Object.keys(a) as (keyof typeof a)[]).map((keys) => {
        const other = { ...a };
        for (const key of keys) Object.assign(other, { [key]: b[key] });
        return [a, other] as const;
      }),
    ),
  );
  const texts = ({ authorization = '', origin = '', ...rest }: Partial<Fetch>) =>
    JSON.stringify([rest.service, authorization, origin, rest.body]);
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const { sent, ask } = setUp();
      ask(a);
      ask(b);
      expect(sent).toHaveLength(texts(a) === texts(b) ? 1 : 2);
    }),
    { numRuns: 500 },
  );
});

test('mutations are never shared', () => {
  const { sent, ask } = setUp();
  const askers = [ask(mutation), ask(mutation)];
  expect(sent).toHaveLength(2);
  sent[1]!.settle(reply('1'));
  expect(askers.map(({ outcomes }) => outcomes.length)).toEqual([0, 1]);
});

test('what was asked before a mutation of the caller was sent, or answered, is not joined after that', () => {
  const { sent, ask } = setUp();
  ask();
  const other = ask({ authorization: 'Bearer b' });
  ask(mutation);
  ask();
  expect(sent.map((one) => one.fetch.isMutation)).toEqual([false, false, true, false]);
  ask();
  expect(sent).toHaveLength(4);
  sent[2]!.settle(reply('done'));
  const reader = ask();
  expect(sent).toHaveLength(5);
  // What is late lands without a trace: the newest is the one that is joined.
  sent[0]!.settle(reply('old'));
  sent[3]!.settle(reply('old'));
  const joiner = ask();
  ask({ authorization: 'Bearer b' });
  expect(sent).toHaveLength(5);
  sent[4]!.settle(reply('new'));
  sent[1]!.settle(reply('theirs'));
  expect([reader, joiner, other].map(({ outcomes }) => outcomes)).toEqual([
    [reply('new')],
    [reply('new')],
    [reply('theirs')],
  ]);
});

test('who gives up costs nobody the answer; the last one ends the call, and is joined by nobody', () => {
  const { sent, ask } = setUp();
  const [first, second] = [ask(), ask()];
  first.cancel();
  first.cancel();
  expect(sent[0]!.isCancelled).toBe(false);
  const third = ask();
  second.cancel();
  expect(sent[0]!.isCancelled).toBe(false);
  third.cancel();
  expect(sent[0]!.isCancelled).toBe(true);
  ask();
  expect(sent).toHaveLength(2);
});

test('whose time is longer than that of the call they joined asks again when it was up', () => {
  const { sent, counters, ask, at } = setUp();
  const short = ask({ deadline: NOW + 100 });
  const [long, longer] = [ask(), ask()];
  at(NOW + 150);
  sent[0]!.settle(reply('{"errors":[{"extensions":{"code":"DEADLINE_EXCEEDED"}}]}'));
  expect([short.outcomes.length, long.outcomes.length, sent.length]).toEqual([1, 0, 2]);
  longer.cancel();
  expect(sent[1]!.isCancelled).toBe(false);
  sent[1]!.settle(reply('1'));
  expect([long.outcomes, longer.outcomes]).toEqual([[reply('1')], []]);
  expect(counters.shared).toBe(3);
});

test('a good answer that comes after the time of the first is good for the others', () => {
  const { sent, ask, at } = setUp();
  ask({ deadline: NOW + 100 }).cancel();
  const [gone, long] = [ask({ deadline: NOW + 100 }), ask()];
  at(NOW + 150);
  gone.cancel();
  sent[1]!.settle(reply('1'));
  expect(long.outcomes).toEqual([reply('1')]);
  expect(sent).toHaveLength(2);
});

test('one that hangs is joined for a second and no longer', () => {
  const { sent, ask, at } = setUp();
  ask();
  at(NOW + 1000);
  ask();
  expect(sent).toHaveLength(1);
  at(NOW + 1001);
  ask();
  ask();
  expect(sent).toHaveLength(2);
  sent[0]!.settle(new Error('reset'));
  ask();
  expect(sent).toHaveLength(2);
});
