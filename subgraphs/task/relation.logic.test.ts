import * as fc from 'fast-check';
import { findWay } from './relation.logic';

describe('ways along relations', () => {
  test('the shortest one is found, and none where none leads', () => {
    const steps = [
      ...[
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'd' },
      ],
      ...[
        { from: 'a', to: 'c' },
        { from: 'd', to: 'a' },
      ],
    ];
    expect(findWay(steps, 'a', 'd')).toEqual(['a', 'c', 'd']);
    expect(findWay(steps, 'a', 'a')).toEqual(['a']);
    expect(findWay(steps, 'a', 'e')).toBeNull();
    expect(findWay([], 'a', 'b')).toBeNull();
  });

  test('a way is made of steps that there are, whatever the steps, and loops end', () => {
    const place = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.record({ from: place, to: place })), place, place, (steps, start, goal) => {
        const way = findWay(steps, start, goal);
        const reached = new Set([start]);
        for (let i = 0; i < 6; i++) for (const { from, to } of steps) if (reached.has(from)) reached.add(to);
        expect(way !== null).toBe(reached.has(goal));
        for (let i = 1; i < (way?.length ?? 0); i++)
          expect(steps).toContainEqual({ from: way![i - 1], to: way![i] });
        expect(new Set(way).size).toBe(way?.length ?? 0);
      }),
    );
  });
});
