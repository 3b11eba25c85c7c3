import type { Principal } from '../kit/context';
import { mayOperate, refuseSettling } from './dead-letter.policy';

const user = (...roles: string[]) => ({ kind: 'user', roles }) as unknown as Principal;

test('H9: system administrators operate, and nobody else', () => {
  expect(mayOperate(user('system-admin'))).toBe(true);
  expect(mayOperate(user())).toBe(false);
  expect(mayOperate(user('System-Admin', 'admin', 'viewer'))).toBe(false);
  expect(mayOperate({ kind: 'service', service: 'gateway' } as unknown as Principal)).toBe(false);
});

test.each([
  ['WAITING', null],
  ['REPLAYING', 'The dead letter no longer waits: it is REPLAYING.'],
  ['REPLAYED', 'The dead letter no longer waits: it is REPLAYED.'],
  ['DISCARDED', 'The dead letter no longer waits: it is DISCARDED.'],
] as const)('H9: one that is %s can be settled or not', (state, refusal) => {
  expect(refuseSettling(state)).toBe(refusal);
});
