import type { Principal } from '../kit/context';
import { faultOfLimit, maySetQuotas } from './quota.policy';

const user = (roles: string[], apiKey: object | null = null) =>
  ({ kind: 'user', roles, apiKey }) as unknown as Principal;

test('system administrators set quotas in person', () => {
  expect(maySetQuotas(user(['system-admin']))).toBe(true);
  expect(maySetQuotas(user(['viewer']))).toBe(false);
  expect(maySetQuotas(user(['system-admin'], { id: 'k' }))).toBe(false);
  expect(maySetQuotas({ kind: 'service' } as Principal)).toBe(false);
});

test('a limit is a count', () => {
  for (const good of [0, 1, 2_147_483_647]) expect(faultOfLimit(good)).toBeNull();
  for (const bad of [-1, 2_147_483_648]) expect(faultOfLimit(bad)).not.toBeNull();
});
