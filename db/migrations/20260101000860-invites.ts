/** Invites into workspaces. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE workspace.invite (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace.workspace (id) ON DELETE CASCADE,
  scope_id uuid NOT NULL CHECK (scope_id = workspace_id),
  creator_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER', 'GUEST')),
  token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz,
  max_uses integer CHECK (max_uses BETWEEN 1 AND 100000),
  used_count integer NOT NULL CHECK (used_count >= 0 AND (max_uses IS NULL OR used_count <= max_uses)),
  invitee_id uuid,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT invite_token_key UNIQUE (token_hash)
);
CREATE INDEX invite_by_workspace ON workspace.invite (workspace_id, created_at DESC, id DESC);

ALTER TABLE workspace.invite ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace.invite FORCE ROW LEVEL SECURITY;

-- Managers see and revoke their workspace's invites; whom one is for sees it too.
CREATE POLICY managers_read ON workspace.invite FOR SELECT TO tributary_workspace
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = invite.scope_id AND m.role IN ('OWNER', 'ADMIN')));
CREATE POLICY invitee_reads ON workspace.invite FOR SELECT TO tributary_workspace
  USING (invitee_id = access.caller() AND revoked_at IS NULL AND NOT access.caller_is_service());
CREATE POLICY admin_reads ON workspace.invite FOR SELECT TO tributary_workspace
  USING (current_setting('app.role', true) = 'system-admin');
CREATE POLICY managers_create ON workspace.invite FOR INSERT TO tributary_workspace
  WITH CHECK (creator_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = invite.scope_id AND m.role IN ('OWNER', 'ADMIN')));
CREATE POLICY managers_revoke ON workspace.invite FOR UPDATE TO tributary_workspace
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = invite.scope_id AND m.role IN ('OWNER', 'ADMIN')))
  WITH CHECK (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = invite.scope_id AND m.role IN ('OWNER', 'ADMIN')));
GRANT SELECT, INSERT, UPDATE (revoked_at) ON workspace.invite TO tributary_workspace;

-- Whoever joins is no member yet: the system finds the invite by its token and counts its use.
CREATE POLICY system_reads ON workspace.invite FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY system_counts ON workspace.invite FOR UPDATE TO tributary_workspace_system
  USING (true) WITH CHECK (true);
CREATE POLICY system_deletes ON workspace.invite FOR DELETE TO tributary_workspace_system USING (true);
GRANT SELECT, UPDATE (used_count), DELETE ON workspace.invite TO tributary_workspace_system;

RESET ROLE;
`;

export const down = `
DROP TABLE workspace.invite;
`;
