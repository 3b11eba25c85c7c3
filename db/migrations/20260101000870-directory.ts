/**
 * How far the identity provider's groups and the memberships here are known to agree. Neither table follows from
 * events: both say what was last seen on the other side.
 */
export const up = `
SET LOCAL ROLE tributary_owner;

-- The role that a member was last known to have on both sides; none where no row is.
CREATE TABLE workspace.directory_member (
  workspace_id uuid NOT NULL REFERENCES workspace.workspace (id) ON DELETE CASCADE,
  scope_id uuid NOT NULL CHECK (scope_id = workspace_id),
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER', 'GUEST')),
  PRIMARY KEY (workspace_id, user_id)
);
-- When a workspace was last compared.
CREATE TABLE workspace.directory_check (
  workspace_id uuid PRIMARY KEY REFERENCES workspace.workspace (id) ON DELETE CASCADE,
  scope_id uuid NOT NULL CHECK (scope_id = workspace_id),
  checked_at timestamptz NOT NULL
);
CREATE INDEX directory_check_by_time ON workspace.directory_check (checked_at);

ALTER TABLE workspace.directory_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace.directory_member FORCE ROW LEVEL SECURITY;
ALTER TABLE workspace.directory_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace.directory_check FORCE ROW LEVEL SECURITY;

-- Whoever founds a workspace is in its group before the workspace is there.
CREATE POLICY founds ON workspace.directory_member FOR INSERT TO tributary_workspace
  WITH CHECK (user_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = directory_member.scope_id));
CREATE POLICY system_reads ON workspace.directory_member FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY system_adds ON workspace.directory_member FOR INSERT TO tributary_workspace_system WITH CHECK (true);
CREATE POLICY system_changes ON workspace.directory_member FOR UPDATE TO tributary_workspace_system USING (true);
CREATE POLICY system_removes ON workspace.directory_member FOR DELETE TO tributary_workspace_system USING (true);
CREATE POLICY system_reads ON workspace.directory_check FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY system_adds ON workspace.directory_check FOR INSERT TO tributary_workspace_system WITH CHECK (true);
CREATE POLICY system_changes ON workspace.directory_check FOR UPDATE TO tributary_workspace_system USING (true);
GRANT INSERT ON workspace.directory_member TO tributary_workspace;
GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.directory_member TO tributary_workspace_system;
GRANT SELECT, INSERT, UPDATE ON workspace.directory_check TO tributary_workspace_system;

RESET ROLE;
`;

export const down = `
DROP TABLE workspace.directory_check;
DROP TABLE workspace.directory_member;
`;
