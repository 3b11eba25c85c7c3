/** What work comes to a workspace from, that boards and their commitment points are told apart by it. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE workspace.integration (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace.workspace (id) ON DELETE CASCADE,
  scope_id uuid NOT NULL CHECK (scope_id = workspace_id),
  creator_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('GITHUB', 'GITLAB', 'JIRA', 'LINEAR', 'EMAIL', 'WEBHOOK', 'OTHER')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  external_reference text CHECK (length(external_reference) BETWEEN 1 AND 500),
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX integration_name_key ON workspace.integration (workspace_id, lower(name));
CREATE INDEX integration_by_workspace ON workspace.integration (workspace_id, created_at, id);

ALTER TABLE workspace.integration ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspace.integration FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON workspace.integration FOR SELECT TO tributary_workspace
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = integration.scope_id));
CREATE POLICY managers_create ON workspace.integration FOR INSERT TO tributary_workspace
  WITH CHECK (creator_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = integration.scope_id AND m.role IN ('OWNER', 'ADMIN')));
GRANT SELECT, INSERT ON workspace.integration TO tributary_workspace;

CREATE POLICY system_reads ON workspace.integration FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY system_deletes ON workspace.integration FOR DELETE TO tributary_workspace_system USING (true);
GRANT SELECT, DELETE ON workspace.integration TO tributary_workspace_system;

RESET ROLE;
`;

export const down = `
DROP TABLE workspace.integration;
`;
