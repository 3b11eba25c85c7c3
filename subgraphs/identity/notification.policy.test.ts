import type { Principal } from '../kit/context';
import {
  faultOfSnooze,
  isSnoozed,
  mayUseInbox,
  refuseChangingInbox,
  refuseWholeInbox,
} from './notification.policy';

const person = (roles: string[] = []) =>
  ({ kind: 'user', userId: 'me', roles, apiKey: null }) as unknown as Principal;
const service = { kind: 'service', userId: 'me', service: 'worker' } as unknown as Principal;
const NOW = new Date('2026-03-01T12:00:00Z');
const inMs = (ms: number) => new Date(NOW.getTime() + ms);

test('G1: an inbox is used by its owner alone', () => {
  expect(mayUseInbox(person(), 'me')).toBe(true);
  expect(mayUseInbox(person(), 'somebody else')).toBe(false);
  expect(mayUseInbox(person(['system-admin']), 'somebody else')).toBe(false);
  expect(mayUseInbox(service, 'me')).toBe(false);
});

test('a key that is bound to a workspace neither follows an inbox nor chooses what comes to it', () => {
  const byKey = (workspaceId: string | null) => ({ ...person(), apiKey: { workspaceId } }) as Principal;
  expect([person(), byKey(null)].map(refuseWholeInbox)).toEqual([null, null]);
  expect(refuseWholeInbox(byKey('one'))).toMatch('bound');
  expect(refuseWholeInbox(service)).toMatch('people');
});

test('B6: an inbox is changed by a person who may write', () => {
  expect(refuseChangingInbox(person())).toBeNull();
  expect(refuseChangingInbox(person(['viewer']))).toMatch('read and not write');
  expect(refuseChangingInbox(service)).toMatch('people');
});

test.each([
  [1, null],
  [0, 'until must lie in the future'],
  [-1, 'until must lie in the future'],
  [366 * 86_400_000, null],
  [366 * 86_400_000 + 1, 'until must lie within a year'],
])('snoozing for %s ms is refused or not', (ms, fault) => {
  expect(faultOfSnooze(inMs(ms), NOW)).toBe(fault);
});

test('what is snoozed is back when its time has come', () => {
  expect(isSnoozed({ snoozedUntil: inMs(1) }, NOW)).toBe(true);
  expect(isSnoozed({ snoozedUntil: inMs(0) }, NOW)).toBe(false);
  expect(isSnoozed({ snoozedUntil: null }, NOW)).toBe(false);
});
