import { faultOfFilter, toJsonPath } from './people.logic';

test('a filter that asks for nothing is none', () => {
  expect(toJsonPath({})).toBeNull();
  expect(toJsonPath({ username: {}, displayName: null, and: [] })).toBeNull();
});

test('comparisons are in lower case, quoted, and joined', () => {
  expect(toJsonPath({ username: { eq: 'A"l', startsWith: 'A' }, displayName: { contains: 'x.*' } })).toBe(
    '(($.username == "a\\"l" && $.username starts with "a" && $.displayName like_regex "x.*" flag "q"))',
  );
  expect(toJsonPath({ username: { in: ['A', 'b'] } })).toBe('((($.username == "a" || $.username == "b")))');
  expect(toJsonPath({ username: { in: [] } })).toBe('(((1 == 2)))');
});

test('and, or and not', () => {
  const name = (eq: string) => ({ username: { eq } });
  expect(toJsonPath({ and: [name('a'), name('b')] })).toBe('(($.username == "a") && ($.username == "b"))');
  expect(toJsonPath({ or: [name('a'), {}] })).toBe('((($.username == "a") || (1 == 1)))');
  expect(toJsonPath({ or: [] })).toBe('((1 == 2))');
  expect(toJsonPath({ not: name('a') })).toBe('(!(($.username == "a")))');
});

test('filters are bounded and well-formed', () => {
  expect(faultOfFilter({ username: { eq: 'x'.repeat(300) } })).toBeNull();
  expect(faultOfFilter({ username: { eq: 'x'.repeat(301) } })).not.toBeNull();
  expect(faultOfFilter({ username: { in: Array.from({ length: 101 }, () => 'x') } })).not.toBeNull();
  expect(faultOfFilter({ or: Array.from({ length: 11 }, () => ({})) })?.slice(1)).toEqual(['filter', 'or']);
  for (const text of ['\0', '\ud800']) {
    expect(faultOfFilter({ not: { displayName: { contains: text } } })?.slice(1)).toEqual([
      'filter',
      'displayName',
    ]);
  }
});
