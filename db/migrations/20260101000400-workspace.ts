/** Workspaces, the tenants. Who belongs to one stands in `access.membership`. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE workspace.workspace (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL CHECK (workspace_id = id),
  scope_id uuid NOT NULL CHECK (scope_id = id),
  creator_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'),
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT workspace_slug_key UNIQUE (slug)
);

ALTER TABLE workspace.workspace ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace.workspace FORCE ROW LEVEL SECURITY;

CREATE POLICY reads ON workspace.workspace FOR SELECT TO tributary_workspace
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = workspace.scope_id));
-- Whoever creates a workspace is no member yet: the scope that this very transaction has made for the caller stands in
-- for the membership, here and for the first owner's row, and is worth nothing after the commit.
CREATE POLICY founds ON workspace.workspace FOR INSERT TO tributary_workspace
  WITH CHECK (creator_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = workspace.scope_id));
-- Changes of members lock the row, one after the other.
CREATE POLICY managers_lock ON workspace.workspace FOR UPDATE TO tributary_workspace
  USING (EXISTS (SELECT 1 FROM access.mine m
                 WHERE m.scope_id = workspace.scope_id AND m.role IN ('OWNER', 'ADMIN')))
  WITH CHECK (EXISTS (SELECT 1 FROM access.mine m
                      WHERE m.scope_id = workspace.scope_id AND m.role IN ('OWNER', 'ADMIN')));

GRANT SELECT, INSERT, UPDATE (version) ON workspace.workspace TO tributary_workspace;

RESET ROLE;
`;

export const down = `
DROP TABLE workspace.workspace;
`;
