/**
 * Whoever deactivates somebody locks all workspaces where that person is a member, not only those that they own: they
 * may be becoming an owner at the same time.
 */
export const up = `
ALTER POLICY identity_reads_owners ON access.membership USING (scope_id = workspace_id);
ALTER POLICY identity_reads_owners ON access.membership RENAME TO identity_reads_members;
`;

export const down = `
ALTER POLICY identity_reads_members ON access.membership RENAME TO identity_reads_owners;
ALTER POLICY identity_reads_owners ON access.membership USING (role = 'OWNER' AND scope_id = workspace_id);
`;
