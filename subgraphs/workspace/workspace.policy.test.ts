import type { WorkspaceRole } from './membership.entity';
import {
  canManageMembers,
  faultOfName,
  faultOfSlug,
  LOWEST_ROLE,
  isLastOwner,
  refuse,
  refuseCreating,
  refuseLeaving,
  refuseManaging,
  type Caller,
} from './workspace.policy';

const caller = (role: WorkspaceRole | null, rest: Partial<Caller> = {}): Caller => ({
  userId: 'u',
  role,
  isPerson: true,
  isReadOnly: false,
  isArchived: false,
  ...rest,
});

/** By the caller's role: whether it may manage a guest, member, admin, owner. */
const MANAGING: [WorkspaceRole | null, Record<WorkspaceRole, boolean>][] = [
  ['OWNER', { GUEST: true, MEMBER: true, ADMIN: true, OWNER: true }],
  ['ADMIN', { GUEST: true, MEMBER: true, ADMIN: true, OWNER: false }],
  ['MEMBER', { GUEST: false, MEMBER: false, ADMIN: false, OWNER: false }],
  ['GUEST', { GUEST: false, MEMBER: false, ADMIN: false, OWNER: false }],
  [null, { GUEST: false, MEMBER: false, ADMIN: false, OWNER: false }],
];

test.each(MANAGING)('B3: what %s may do to members', (role, expected) => {
  for (const [affected, isAllowed] of Object.entries(expected)) {
    const refusal = refuseManaging(caller(role), affected as WorkspaceRole);
    expect([affected, refusal === null]).toEqual([affected, isAllowed]);
  }
  expect(canManageMembers(caller(role))).toBe(expected.GUEST);
});

test('a refusal names the role that would do', () => {
  expect(refuseManaging(caller('MEMBER'), 'GUEST')?.requiredRole).toBe('ADMIN');
  expect(refuseManaging(caller('ADMIN'), 'OWNER')?.requiredRole).toBe('OWNER');
});

test('B6: read-only accounts and services manage and create nothing', () => {
  for (const rest of [{ isReadOnly: true }, { isPerson: false }]) {
    expect(refuseManaging(caller('OWNER', rest), 'GUEST')).not.toBeNull();
    expect(canManageMembers(caller('OWNER', rest))).toBe(false);
    expect(refuseCreating(caller(null, rest))).not.toBeNull();
  }
  expect(refuseCreating(caller(null))).toBeNull();
});

test('S67: only the last owner must stay', () => {
  expect(isLastOwner('OWNER', 1)).toBe(true);
  expect(isLastOwner('OWNER', 2)).toBe(false);
  expect(isLastOwner('ADMIN', 1)).toBe(false);
});

test('short names', () => {
  for (const good of ['ab', 'a1', '0-0', 'acme', 'x'.repeat(40)]) expect(faultOfSlug(good)).toBeNull();
  for (const bad of ['', 'a', '-a', 'a-', 'A1', 'a_b', 'ä1', 'ab\n', 'x'.repeat(41)]) {
    expect(faultOfSlug(bad)).not.toBeNull();
  }
});

test('names', () => {
  for (const good of ['A', ' x ', 'x'.repeat(100), 'Ünï 👩‍🚀']) expect(faultOfName(good)).toBeNull();
  for (const bad of ['', '  ', 'x'.repeat(101), 'a\tb', '\udc00']) expect(faultOfName(bad)).not.toBeNull();
});

test('an archived workspace is only archived, unarchived and deleted', () => {
  const owner = caller('OWNER', { isArchived: true });
  for (const action of Object.keys(LOWEST_ROLE) as (keyof typeof LOWEST_ROLE)[]) {
    const mayStill = action === 'archive' || action === 'delete';
    expect([action, refuse(owner, action) === null]).toEqual([action, mayStill]);
    expect(refuse(caller('OWNER'), action)).toBeNull();
  }
  expect(refuseManaging(owner, 'GUEST')?.message).toMatch(/archived/);
  expect(refuseLeaving(owner)?.message).toMatch(/archived/);
  expect(refuseLeaving(caller('GUEST'))).toBeNull();
});
