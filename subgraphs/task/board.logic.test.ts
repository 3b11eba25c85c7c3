import * as fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import { defaultRank, rankAtEnd, rankBetween } from './board.logic';

describe('the order of a board', () => {
  test('default ranks are the whole numbers of fractional-indexing, in the order of the numbers', () => {
    let rank = 'a0';
    for (let number = 0; number < 5000; number++) {
      expect(defaultRank(number)).toBe(rank);
      rank = generateKeyBetween(rank, null);
    }
    expect(defaultRank(10_000_000) < defaultRank(10_000_001)).toBe(true);
  });

  test.each([
    [null, null],
    [null, 'a1'],
    [null, defaultRank(4000)],
    ['a1', null],
    ['a1', 'a2'],
    ['a1', defaultRank(4000)],
    ['a1', rankBetween('a1', 'a2', 7)],
    [rankBetween('a1', 'a2', 7), rankBetween('a1', 'a2', 8)],
    [rankBetween(null, 'a1', 7), 'a1'],
  ])('a card stands between %s and %s', (lower, upper) => {
    for (const number of [1, 62, 1_000_000]) {
      const rank = rankBetween(lower, upper, number);
      expect(lower === null || lower < rank).toBe(true);
      expect(upper === null || rank < upper).toBe(true);
    }
  });

  test('any moves keep the order that they ask for, and no rank is ever that of two tasks', () => {
    const move = fc.record({ task: fc.nat(), place: fc.nat() });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.array(move, { maxLength: 150 }), (count, moves) => {
        const order = Array.from({ length: count }, (_, i) => i + 1);
        const ranks = new Map(order.map((number) => [number, defaultRank(number)]));
        const owners = new Map(order.map((number) => [defaultRank(number), number]));
        for (const { task, place } of moves) {
          const [number] = order.splice(task % count, 1);
          const at = place % count;
          const rankAt = (i: number) => ranks.get(order[i] ?? 0) ?? null;
          const rank = rankBetween(rankAt(at - 1), rankAt(at), number!);
          expect(owners.get(rank) ?? number).toBe(number);
          owners.set(rank, number!);
          ranks.set(number!, rank);
          order.splice(at, 0, number!);
        }
        const byRank = [...ranks].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([number]) => number);
        expect(byRank).toEqual(order);
      }),
    );
  });

  test('a thousand moves to one place leave ranks of a bearable length', () => {
    let upper = 'a2';
    for (let i = 0; i < 1000; i++) upper = rankBetween('a1', upper, 1 + (i % 7));
    expect(upper.length).toBeLessThan(250);
    let lower = 'a1';
    for (let i = 0; i < 1000; i++) lower = rankBetween(lower, 'a2', 1 + (i % 7));
    expect(lower.length).toBeLessThan(250);
  });

  test('a card at the end stands before tasks that are yet to be made, and ranks there do not grow for ever', () => {
    let last = defaultRank(7);
    for (let i = 0; i < 5000; i++) {
      const rank = rankAtEnd(last, 8, 1 + (i % 7));
      expect(rank > last).toBe(true);
      if (i < 100) expect(rank < defaultRank(8)).toBe(true);
      expect(rank.length).toBeLessThanOrEqual(60);
      last = rank;
    }
  });

  test('moves to the top never lengthen ranks', () => {
    let top = defaultRank(7);
    for (let i = 0; i < 5000; i++) {
      const rank = rankBetween(null, top, 1 + (i % 7));
      expect(rank < top).toBe(true);
      expect(rank.length).toBeLessThan(15);
      top = rank;
    }
  });
});
