import { labelChange, titleFrom } from './task.logic';

test.each([
  ['Crash on start\nSteps: …', 'Crash on start'],
  ['\n \n  Tabs\tand   spaces \n', 'Tabs and spaces'],
  ['', ''],
  [' \n\t', ''],
  ['1234567890123456', '123456789012345'],
  ['12345678901234 6', '12345678901234'],
  ['😀'.repeat(16), '😀'.repeat(15)],
])('the title from %j is %j', (text, title) => {
  expect(titleFrom(text, 15)).toBe(title);
});

describe('labels of a task', () => {
  test.each([
    [['a'], { set: ['b', 'b'] }, ['b'], ['a']],
    [['a', 'b'], { set: [] }, [], ['a', 'b']],
    [['a'], { add: ['b', 'a'], remove: [] }, ['b'], []],
    [['a'], { add: ['b'], remove: ['a', 'c'] }, ['b'], ['a']],
    [['a'], { add: ['b'], remove: ['b', 'a'] }, [], ['a']],
  ])('from %j by %j', (present, patch, added, removed) => {
    expect(labelChange(present, patch)).toEqual({
      type: 'task.labels.changed',
      payload: { added, removed },
    });
  });

  test.each([
    [['a', 'b'], { set: ['b', 'a'] }],
    [['a'], { add: ['a'], remove: ['b'] }],
    [[], { add: ['a'], remove: ['a'] }],
    [[], { set: [] }],
  ])('that are so already make no change: %j by %j', (present, patch) => {
    expect(labelChange(present, patch)).toBeNull();
  });
});
