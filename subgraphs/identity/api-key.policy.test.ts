import type { Principal } from '../kit/context';
import { hashKey, idOfKey, isKeyOf, newKey, prefixOf } from './api-key.logic';
import {
  MOST_KEYS,
  faultOfExpiry,
  faultOfKeyName,
  faultOfRateLimit,
  refuseKeys,
  refuseMore,
  refuseUse,
  rolesOfKey,
} from './api-key.policy';

const ID = '0192f0c0-0000-7000-8000-000000000001';
const now = new Date('2026-05-01T12:00:00Z');
const user = (apiKey: object | null) => ({ kind: 'user', apiKey }) as unknown as Principal;

test('keys are made and changed by people in person', () => {
  expect(refuseKeys(user(null))).toBeNull();
  expect(refuseKeys(user({ id: ID }))).toMatch('no API key');
  expect(refuseKeys({ kind: 'service' } as Principal)).toMatch('Only people');
  expect(refuseMore(MOST_KEYS - 1)).toBeNull();
  expect(refuseMore(MOST_KEYS)).toMatch(String(MOST_KEYS));
});

test('a key counts while it is enabled, has not expired, and its owner is active', () => {
  const key = { isEnabled: true, expiresAt: null, isOwnerActive: true };
  expect(refuseUse(key, now)).toBeNull();
  expect(refuseUse({ ...key, isEnabled: false }, now)).toBe('disabled');
  expect(refuseUse({ ...key, expiresAt: now }, now)).toBe('expired');
  expect(refuseUse({ ...key, expiresAt: new Date(now.getTime() + 1) }, now)).toBeNull();
  expect(refuseUse({ ...key, isOwnerActive: false }, now)).toBe('owner_inactive');
});

test('inputs', () => {
  expect(faultOfKeyName('CI')).toBeNull();
  for (const bad of ['', ' ', 'x'.repeat(101), 'a\u0000']) expect(faultOfKeyName(bad)).not.toBeNull();
  expect(faultOfRateLimit(1)).toBeNull();
  for (const bad of [0, -1, 100_001]) expect(faultOfRateLimit(bad)).not.toBeNull();
  expect(faultOfExpiry(now, now)).not.toBeNull();
  expect(rolesOfKey(['viewer', 'system-admin'])).toEqual(['viewer']);
});

test('S82: a key is recognised as a whole and by the platform that made it alone', () => {
  const key = newKey(ID);
  const hash = hashKey(key, 'pepper');
  expect(idOfKey(key)).toBe(ID);
  expect(isKeyOf(key, hash, 'pepper')).toBe(true);
  expect(isKeyOf(key, hash, 'another')).toBe(false);
  expect(isKeyOf(newKey(ID), hash, 'pepper')).toBe(false);
  expect(isKeyOf(key, null, 'pepper')).toBe(false);
  for (const bad of ['', prefixOf(ID), key.slice(0, -1), `${key}x`, key.toUpperCase(), ` ${key}`])
    expect(idOfKey(bad)).toBeNull();
});
