import type { Principal } from '../kit/context';
import { refuseSwitching } from './account.policy';

const caller = (...roles: string[]) => ({ kind: 'user', userId: 'admin', roles }) as unknown as Principal;

test('A18: system administrators switch accounts of others off and on, and nobody else does', () => {
  expect(refuseSwitching(caller('system-admin'), 'other')).toBeNull();
  expect(refuseSwitching(caller('system-admin'), 'admin')).toMatch('their own');
  expect(refuseSwitching(caller('admin'), 'other')).toMatch('system administrators');
});
