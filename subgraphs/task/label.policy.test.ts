import { MAX_LABELS, refuseColor, refuseLabelCount, refuseLabelName } from './label.policy';

test('names of labels have 1 to 50 characters and no control characters', () => {
  expect(refuseLabelName('x')).toBeNull();
  expect(refuseLabelName('😀'.repeat(50))).toBeNull();
  expect(refuseLabelName('')).toBe('Name must have 1 to 50 characters');
  expect(refuseLabelName('x'.repeat(51))).toBe('Name must have 1 to 50 characters');
  for (const name of ['a\nb', 'a\u0000b', 'a\ud800b'])
    expect(refuseLabelName(name)).toBe('Name must not contain control characters');
});

test.each([
  ['#2f81f7', true],
  ['#FFFFFF', true],
  ['#fff', false],
  ['2f81f7', false],
  ['#2f81f7ff', false],
  ['#gggggg', false],
  ['red', false],
  ['', false],
  ['#2f81f7\n', false],
])('%j is a colour: %s', (color, isColor) => {
  expect(refuseColor(color) === null).toBe(isColor);
});

test('a task has at most 20 labels', () => {
  expect(refuseLabelCount(MAX_LABELS)).toBeNull();
  expect(refuseLabelCount(MAX_LABELS + 1)).toBe('A task has at most 20 labels');
});
