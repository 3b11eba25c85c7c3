import { randomUUID } from 'node:crypto';
import { BADGE_PAUSE_MS, dueAt, fromMark, toMark } from './badge.logic';

test('wishes are kept as marks and read again', () => {
  const [chatId, user] = [randomUUID(), randomUUID()];
  for (const userId of [null, user])
    for (const concerns of [true, false]) {
      const wish = { chatId, userId, concerns };
      expect(fromMark(toMark(wish))).toEqual(wish);
    }
});

test('what is no mark is no wish', () => {
  for (const mark of ['', '!', 'c/u', `${randomUUID()}/`, `${randomUUID()}/x`, `${randomUUID()}!!`])
    expect(fromMark(mark)).toBeNull();
});

test('nobody is told of a chat again before the pause is over', () => {
  expect(dueAt({}, null)).toBe(-Infinity);
  expect(dueAt({ '*': '5' }, 'u')).toBe(5 + BADGE_PAUSE_MS);
  expect(dueAt({ '*': '5', u: '9' }, 'u')).toBe(9 + BADGE_PAUSE_MS);
  expect(dueAt({ '*': '5', u: '9' }, null)).toBe(5 + BADGE_PAUSE_MS);
  expect(dueAt({ u: '9' }, 'v')).toBe(-Infinity);
});
