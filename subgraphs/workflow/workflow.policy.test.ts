import { faultOfName, refuseCreating, refuseDeploying, type WorkspaceRole } from './workflow.policy';

const caller = (workspaceRole: WorkspaceRole | null, isReadOnly = false) => ({
  workspaceRole,
  isReadOnly,
  isArchived: false,
});

test.each<[WorkspaceRole | null, boolean, boolean, boolean]>([
  // role, may create, may deploy one's own, may deploy another's
  ['OWNER', true, true, true],
  ['ADMIN', true, true, true],
  ['MEMBER', true, true, false],
  ['GUEST', false, false, false],
  [null, false, false, false],
])('W14: %s', (role, create, deployOwn, deployOther) => {
  expect(refuseCreating(caller(role)) === null).toBe(create);
  expect(refuseDeploying(caller(role), true) === null).toBe(deployOwn);
  expect(refuseDeploying(caller(role), false) === null).toBe(deployOther);
});

test.each<WorkspaceRole>(['OWNER', 'ADMIN', 'MEMBER'])('W14: a read-only %s changes nothing', (role) => {
  expect(refuseCreating(caller(role, true))).not.toBeNull();
  expect(refuseDeploying(caller(role, true), true)).not.toBeNull();
});

test('W14: the refusal names the role that would do', () => {
  expect(refuseDeploying(caller('MEMBER'), false)).toMatchObject({ requiredRole: 'ADMIN' });
  expect(refuseCreating(caller('GUEST'))).toMatchObject({ requiredRole: 'MEMBER' });
});

test('W3: a name has 1 to 255 characters', () => {
  expect(faultOfName('x')).toBeNull();
  expect(faultOfName('🙂'.repeat(255))).toBeNull();
  for (const name of ['', '   ', 'x'.repeat(256)]) expect(faultOfName(name)).toMatch(/1 to 255/);
  for (const name of ['a\0b', 'a\nb', '\ud800']) expect(faultOfName(name)).toMatch(/control/);
});

test("W8: a name may be any text, `'; drop table workflows;--` too", () => {
  expect(faultOfName("'; drop table workflows;--")).toBeNull();
});
