import fc from 'fast-check';
import {
  GROUP_ROLES,
  decideStep,
  groupAttributes,
  isAddedByClaim,
  isOldGroup,
  mergeSides,
  readClaims,
  readGroupPath,
  roleOfGroups,
  type Held,
  type Sides,
  type Step,
} from './directory.logic';

const W = '019a0000-0000-7000-8000-000000000001';
const V = '019a0000-0000-7000-8000-000000000002';
const free = { isLastOwner: false, isSuspended: false, isGroupBroken: false };
const held = fc.constantFrom<Held>(...GROUP_ROLES, null);

/** Here, there, last known, and what follows. */
const MERGES: [Held, Held, Held, Step][] = [
  [null, null, null, 'none'],
  ['MEMBER', 'MEMBER', 'MEMBER', 'none'],
  ['MEMBER', 'MEMBER', null, 'note'],
  [null, null, 'MEMBER', 'note'],
  ['MEMBER', null, null, 'push'],
  ['ADMIN', 'MEMBER', 'MEMBER', 'push'],
  [null, 'MEMBER', 'MEMBER', 'push'],
  [null, 'MEMBER', null, 'apply'],
  ['MEMBER', 'ADMIN', 'MEMBER', 'apply'],
  ['MEMBER', null, 'MEMBER', 'apply'],
  ['ADMIN', 'GUEST', 'MEMBER', 'push'],
  ['ADMIN', null, 'MEMBER', 'push'],
  ['MEMBER', 'ADMIN', null, 'push'],
];

test.each(MERGES)('C3: here %s, there %s, known %s: %s', (here, there, known, step) => {
  expect(mergeSides({ here, there, known })).toBe(step);
});

test('C3: whatever was changed where, one step makes both sides agree, and here wins a conflict', () => {
  fc.assert(
    fc.property(held, held, held, (here, there, known) => {
      const sides: Sides = { here, there, known };
      const step = mergeSides(sides);
      const after = {
        none: sides,
        note: sides,
        push: { ...sides, there: here },
        apply: { ...sides, here: there },
      };
      expect(after[step].here).toBe(after[step].there);
      if (here !== known) expect(after[step].here).toBe(here);
    }),
  );
});

test('C3: what is barred here is taken back in the directory', () => {
  const demoted = { here: 'OWNER', there: 'MEMBER', known: 'OWNER' } as const;
  expect(decideStep(demoted, free)).toBe('apply');
  expect(decideStep(demoted, { ...free, isLastOwner: true })).toBe('push');
  const added = { here: null, there: 'MEMBER', known: null } as const;
  expect(decideStep(added, { ...free, isSuspended: true })).toBe('push');
  const lost = { here: 'MEMBER', there: null, known: 'MEMBER' } as const;
  expect(decideStep(lost, { ...free, isGroupBroken: true })).toBe('push');
  expect(decideStep({ ...lost, here: 'OWNER', known: 'OWNER' }, free)).toBe('apply');
});

test('C3: who is in several subgroups has the one that was added', () => {
  expect(roleOfGroups([], null)).toBeNull();
  expect(roleOfGroups(['MEMBER'], 'MEMBER')).toBe('MEMBER');
  expect(roleOfGroups(['MEMBER', 'ADMIN'], 'MEMBER')).toBe('ADMIN');
  expect(roleOfGroups(['MEMBER', 'ADMIN'], 'ADMIN')).toBe('MEMBER');
  expect(roleOfGroups(['GUEST', 'OWNER'], null)).toBe('OWNER');
});

test('C3: groups are read by their full paths, and only ours are', () => {
  expect(readGroupPath(`/${W}/ADMIN`)).toEqual({ workspaceId: W, role: 'ADMIN' });
  for (const path of [
    '/people',
    `/${W}`,
    `/${W}/admin`,
    `/${W}/ADMIN/x`,
    `/x/${W}/ADMIN`,
    `${W}/ADMIN`,
    '',
  ]) {
    expect(readGroupPath(path)).toBeNull();
  }
  const claims = readClaims(['/people', `/${W}/GUEST`, `/${V}/MEMBER`, `/${W}/ADMIN`]);
  expect([...claims].sort()).toEqual([
    [W, 'ADMIN'],
    [V, 'MEMBER'],
  ]);
});

test('B15: claims add, and never bring back who was removed before the token was issued', () => {
  const changedAt = new Date('2026-01-01T12:00:00.500Z');
  const seconds = Date.parse('2026-01-01T12:00:00Z') / 1000;
  const removed = { isActive: false, isSuspended: false, changedAt };
  expect(isAddedByClaim(null, { issuedAt: 0, known: null })).toBe(true);
  expect(isAddedByClaim({ ...removed, isActive: true }, { issuedAt: seconds + 9, known: null })).toBe(false);
  expect(isAddedByClaim(removed, { issuedAt: seconds, known: null })).toBe(false);
  expect(isAddedByClaim(removed, { issuedAt: seconds + 1, known: null })).toBe(true);
  expect(isAddedByClaim(removed, { issuedAt: seconds + 9, known: 'MEMBER' })).toBe(false);
  expect(isAddedByClaim({ ...removed, isSuspended: true }, { issuedAt: seconds + 9, known: null })).toBe(
    false,
  );
});

test('C2: only a group that the platform made is removed, and only after a while', () => {
  const now = new Date('2026-01-01T12:00:00Z');
  const later = new Date(now.getTime() + 11 * 60 * 1000);
  const group = { name: W, attributes: groupAttributes(W, 'Acme', now) };
  expect(isOldGroup(group, later)).toBe(true);
  expect(isOldGroup(group, new Date(now.getTime() + 60_000))).toBe(false);
  expect(isOldGroup({ ...group, name: V }, later)).toBe(false);
  expect(isOldGroup({ name: W, attributes: {} }, later)).toBe(false);
  expect(isOldGroup({ name: W, attributes: { workspace_id: [W] } }, later)).toBe(false);
});
