const SUBGRAPHS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow';

/** What a workspace may use, and what it has used. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE access.quota (
  workspace_id uuid NOT NULL,
  kind text NOT NULL,
  -- Null: the platform's default.
  quota_limit integer CHECK (quota_limit >= 0),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, kind)
);

-- Counted by the use cases themselves; a period that has passed stays as it ended.
CREATE TABLE access.quota_usage (
  workspace_id uuid NOT NULL,
  kind text NOT NULL,
  period_start timestamptz NOT NULL,
  used bigint NOT NULL CHECK (used >= 0),
  PRIMARY KEY (workspace_id, kind, period_start)
);

ALTER TABLE access.quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.quota FORCE ROW LEVEL SECURITY;
ALTER TABLE access.quota_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.quota_usage FORCE ROW LEVEL SECURITY;

CREATE POLICY service_reads ON access.quota FOR SELECT TO ${SUBGRAPHS}
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = quota.workspace_id)
    OR EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = quota.workspace_id));
CREATE POLICY system_reads ON access.quota FOR SELECT TO tributary_workspace_system, tributary_identity_system
  USING (true);
CREATE POLICY system_adds ON access.quota FOR INSERT TO tributary_workspace_system WITH CHECK (true);
CREATE POLICY system_changes ON access.quota FOR UPDATE TO tributary_workspace_system USING (true);
CREATE POLICY system_deletes ON access.quota FOR DELETE TO tributary_workspace_system USING (true);
GRANT SELECT ON access.quota TO ${SUBGRAPHS}, tributary_identity_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.quota TO tributary_workspace_system;

CREATE POLICY service_reads ON access.quota_usage FOR SELECT TO ${SUBGRAPHS}
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = quota_usage.workspace_id)
    OR EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = quota_usage.workspace_id));
CREATE POLICY service_adds ON access.quota_usage FOR INSERT TO ${SUBGRAPHS}
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = quota_usage.workspace_id));
CREATE POLICY service_counts ON access.quota_usage FOR UPDATE TO ${SUBGRAPHS}
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = quota_usage.workspace_id));
CREATE POLICY system_reads ON access.quota_usage FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY system_deletes ON access.quota_usage FOR DELETE TO tributary_workspace_system USING (true);
GRANT SELECT, INSERT, UPDATE (used) ON access.quota_usage TO ${SUBGRAPHS};
GRANT SELECT, DELETE ON access.quota_usage TO tributary_workspace_system;

RESET ROLE;

INSERT INTO access.quota_usage (workspace_id, kind, period_start, used)
SELECT w.workspace_id, 'MAX_WORKFLOWS', '1970-01-01T00:00:00Z', count(*) FROM workflow.workflow w GROUP BY 1;
`;

export const down = `
DROP TABLE access.quota_usage;
DROP TABLE access.quota;
`;
