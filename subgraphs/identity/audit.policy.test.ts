import { READS_WORKSPACE_LOG, refuseLog, seesLog } from './audit.policy';

const reader = (workspaceRole: string | null, isSystemAdmin = false) => ({ workspaceRole, isSystemAdmin });

test.each(Object.entries(READS_WORKSPACE_LOG))('%s reads the log of the workspace: %s', (role, may) => {
  expect(seesLog(reader(role), 'w')).toBe(true);
  expect(refuseLog(reader(role), 'w')).toEqual(
    may ? null : { message: "Only the workspace's admins read its audit log.", requiredRole: 'ADMIN' },
  );
});

test('a foreigner is told of no log', () => {
  expect(seesLog(reader(null), 'w')).toBe(false);
});

test('the log of the platform is for system administrators', () => {
  expect(refuseLog(reader(null), null)).toMatchObject({ requiredRole: 'system-admin' });
  expect(refuseLog(reader(null, true), null)).toBeNull();
  expect(seesLog(reader(null, true), 'w')).toBe(true);
  expect(refuseLog(reader(null, true), 'w')).toBeNull();
});
