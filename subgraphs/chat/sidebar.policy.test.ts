import type { Principal } from '../kit/context';
import { changedPreferences, placeAfterReading, placeBeforeUnread, refuseSidebar } from './sidebar.policy';

test('people have a list of chats, parts of the platform have none', () => {
  expect(refuseSidebar({ kind: 'user' } as Principal)).toBeNull();
  expect(refuseSidebar({ kind: 'service' } as Principal)?.message).toMatch('people');
});

test('what is read goes forward, what is unread wherever it is said', () => {
  const at = (readOrdinal: number, mentionCount = 0) => ({ readOrdinal, messageCount: 5, mentionCount });
  expect(placeAfterReading(at(3), 5)).toBe(5);
  expect(placeAfterReading(at(5), 5)).toBeNull();
  expect(placeAfterReading(at(5, 1), 5)).toBe(5);
  expect(placeAfterReading(at(4, 1), 4)).toBeNull();
  expect(placeAfterReading(at(5), 3)).toBeNull();
  expect(placeBeforeUnread(5, 3)).toBe(2);
  expect(placeBeforeUnread(2, 3)).toBeNull();
  expect(placeBeforeUnread(0, 3)).toBe(2);
  expect(placeBeforeUnread(5, 1)).toBe(0);
});

test('absent preferences stay, null clears, and the same again is no change', () => {
  const before = { isMuted: true, isFavourite: false };
  expect(changedPreferences(before, {})).toBeNull();
  expect(changedPreferences(before, { isMuted: true })).toBeNull();
  expect(changedPreferences(before, { isFavourite: true })).toEqual({ isMuted: true, isFavourite: true });
  expect(changedPreferences(before, { isMuted: null })).toEqual({ isMuted: false, isFavourite: false });
});
