/** Whom a change of presence is told to: the system of identity knows who belongs to which workspace. */
export const up = `
SET LOCAL ROLE tributary_owner;
CREATE POLICY identity_tells_presence ON access.membership FOR SELECT TO tributary_identity_system
  USING (scope_id = workspace_id AND active);
GRANT SELECT ON access.membership TO tributary_identity_system;
RESET ROLE;
`;

export const down = `
DROP POLICY identity_tells_presence ON access.membership;
REVOKE SELECT ON access.membership FROM tributary_identity_system;
`;
