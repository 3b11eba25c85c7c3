import { directKeyOf, faultOfPeople } from './direct.policy';

test('a set of people has one key, in whatever order it is named', () => {
  expect(directKeyOf(['b', 'a', 'c'])).toBe(directKeyOf(['c', 'b', 'a']));
  expect(directKeyOf(['a', 'b'])).not.toBe(directKeyOf(['a', 'b', 'c']));
});

test('two to nine people', () => {
  const people = (count: number) => Array.from({ length: count }, (_, i) => String(i));
  expect([1, 10].map((count) => faultOfPeople(people(count)))).not.toContain(null);
  expect([2, 9].map((count) => faultOfPeople(people(count)))).toEqual([null, null]);
});
