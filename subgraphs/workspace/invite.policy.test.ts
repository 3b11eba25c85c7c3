import {
  faultOfBounds,
  isThereFor,
  refuseInviting,
  refuseJoining,
  refuseRevoking,
  rolesBeyond,
  stateOf,
} from './invite.policy';
import type { WorkspaceRole } from './membership.entity';
import type { Caller } from './workspace.policy';

const NOW = new Date('2026-11-21T12:00:00Z');
const later = new Date(NOW.getTime() + 1);
const open = { expiresAt: null, maxUses: null, usedCount: 7, revokedAt: null };
const caller = (role: WorkspaceRole | null, isArchived = false): Caller => ({
  userId: 'u',
  role,
  isPerson: true,
  isReadOnly: false,
  isArchived,
});

test('B3, C5: admins and owners invite, and owners alone make owners', () => {
  const allowed = (role: WorkspaceRole | null, into: WorkspaceRole) =>
    refuseInviting(caller(role), into) === null;
  expect([allowed('OWNER', 'OWNER'), allowed('ADMIN', 'ADMIN'), allowed('ADMIN', 'OWNER')]).toEqual([
    true,
    true,
    false,
  ]);
  for (const role of ['MEMBER', 'GUEST', null] as const) {
    expect(allowed(role, 'GUEST')).toBe(false);
    expect(refuseRevoking(caller(role))?.requiredRole).toBe('ADMIN');
  }
  expect(refuseInviting(caller('OWNER', true), 'MEMBER')).not.toBeNull();
});

test('C4: bounds of an invite', () => {
  expect(faultOfBounds({}, NOW)).toBeNull();
  expect(faultOfBounds({ expiresAt: later, maxUses: 100_000 }, NOW)).toBeNull();
  expect(faultOfBounds({ expiresAt: NOW }, NOW)?.[1]).toBe('expiresAt');
  for (const maxUses of [0, -1, 100_001]) expect(faultOfBounds({ maxUses }, NOW)?.[1]).toBe('maxUses');
  expect(faultOfBounds({ username: 'u', maxUses: 1 }, NOW)).toBeNull();
  expect(faultOfBounds({ username: 'u', maxUses: 2 }, NOW)?.[1]).toBe('maxUses');
});

test('C4: what an invite is worth', () => {
  expect(stateOf(open, NOW)).toBe('ACTIVE');
  expect(stateOf({ ...open, expiresAt: NOW }, NOW)).toBe('EXPIRED');
  expect(stateOf({ ...open, expiresAt: later, maxUses: 8 }, NOW)).toBe('ACTIVE');
  expect(stateOf({ ...open, maxUses: 7 }, NOW)).toBe('EXHAUSTED');
  expect(stateOf({ ...open, maxUses: 7, revokedAt: NOW }, NOW)).toBe('REVOKED');
});

test('C4: for whom an invite is there', () => {
  expect(isThereFor({ inviteeId: null, revokedAt: null }, 'u')).toBe(true);
  expect(isThereFor({ inviteeId: 'u', revokedAt: null }, 'u')).toBe(true);
  expect(isThereFor({ inviteeId: 'v', revokedAt: null }, 'u')).toBe(false);
  expect(isThereFor({ inviteeId: 'u', revokedAt: NOW }, 'u')).toBe(false);
});

test('who may not join with a good invite', () => {
  const joiner = { isActive: true, isSuspended: false, isArchived: false };
  expect(refuseJoining(joiner)).toBeNull();
  expect(refuseJoining({ ...joiner, isActive: false })?.message).toMatch('deactivated');
  expect(refuseJoining({ ...joiner, isSuspended: true })?.message).toMatch('suspended');
  expect(refuseJoining({ ...joiner, isArchived: true })?.message).toMatch('archived');
});

test('an invite ends with the right to make it', () => {
  const all = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'];
  expect([rolesBeyond('OWNER'), rolesBeyond('ADMIN')]).toEqual([[], ['OWNER']]);
  for (const role of ['MEMBER', 'GUEST', null] as const) expect(rolesBeyond(role)).toEqual(all);
});
