import { generateKeyBetween } from 'fractional-indexing';
import { defaultRank, rankBetween, rankSomewhereBetween } from './board.logic';

describe('the order of a board', () => {
  test('default ranks are the whole numbers of fractional-indexing, in the order of the numbers', () => {
    let rank = 'a0';
    for (let number = 0; number < 5000; number++) {
      expect(defaultRank(number)).toBe(rank);
      rank = generateKeyBetween(rank, null);
    }
    expect(defaultRank(10_000_000) < defaultRank(10_000_001)).toBe(true);
  });

  const defaults = new Set(Array.from({ length: 5000 }, (_, number) => defaultRank(number)));

  test.each([
    [null, null],
    [null, 'a1'],
    [null, defaultRank(4000)],
    [null, 'Zz'],
    ['a1', null],
    ['a1', 'a2'],
    ['a1', defaultRank(4000)],
    ['a1V', 'a2'],
    ['Zz', null],
    ['Zz', 'a0'],
  ])('a card between %s and %s stands there and takes the rank of no task by itself', (lower, upper) => {
    const places = [
      rankBetween(lower, upper),
      ...[0, 0.5, 0.999].map((r) => rankSomewhereBetween(lower, upper, r)),
    ];
    for (const rank of places) {
      expect(lower === null || lower < rank).toBe(true);
      expect(upper === null || rank < upper).toBe(true);
      expect(defaults.has(rank)).toBe(false);
    }
    expect(new Set(places).size).toBe(places.length);
  });

  test('a thousand moves to one place stay in order', () => {
    const lower = 'a1';
    let upper = 'a2';
    for (let i = 0; i < 1000; i++) {
      const rank = rankBetween(lower, upper);
      expect(lower < rank && rank < upper).toBe(true);
      upper = rank;
    }
    expect(upper.length).toBeLessThan(250);
  });
});
