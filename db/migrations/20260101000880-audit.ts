const SUBGRAPHS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow';
const SYSTEMS =
  'tributary_identity_system, tributary_workspace_system, tributary_chat_system, tributary_task_system, tributary_workflow_system';

const LOG = `
CREATE TABLE access.audit_entry (
  id uuid PRIMARY KEY,
  action text NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
  outcome text NOT NULL CHECK (outcome IN ('SUCCESS', 'FAILURE')),
  -- The code and sentence of a refusal.
  reason text,
  occurred_at timestamptz NOT NULL,
  actor_id uuid,
  api_key_id text,
  ip text,
  user_agent text,
  target_type text,
  target_id uuid,
  -- Whom the act is about, where that is another than the target.
  subject_id uuid,
  workspace_id uuid,
  correlation_id text NOT NULL
);
CREATE INDEX audit_entry_by_workspace ON access.audit_entry (workspace_id, occurred_at DESC, id DESC);
CREATE INDEX audit_entry_by_time ON access.audit_entry (occurred_at DESC, id DESC);

ALTER TABLE access.audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.audit_entry FORCE ROW LEVEL SECURITY;

-- Everybody writes in their own name, and nobody changes or takes away.
CREATE POLICY actor_adds ON access.audit_entry FOR INSERT TO ${SUBGRAPHS}
  WITH CHECK (actor_id IS NOT DISTINCT FROM access.caller());
CREATE POLICY system_adds ON access.audit_entry FOR INSERT TO ${SYSTEMS} WITH CHECK (true);
CREATE POLICY managers_read ON access.audit_entry FOR SELECT TO tributary_identity
  USING (EXISTS (SELECT 1 FROM access.mine m
                 WHERE m.scope_id = audit_entry.workspace_id AND m.kind = 'workspace' AND m.role IN ('OWNER', 'ADMIN')));
CREATE POLICY admin_reads ON access.audit_entry FOR SELECT TO tributary_identity USING (access.caller_is_admin());
GRANT INSERT ON access.audit_entry TO ${SUBGRAPHS}, ${SYSTEMS};
GRANT SELECT ON access.audit_entry TO tributary_identity;

-- What is left of a deleted workspace is that it was deleted.
CREATE POLICY owner_finds ON access.audit_entry FOR SELECT TO tributary_owner USING (true);
CREATE POLICY owner_purges ON access.audit_entry FOR DELETE TO tributary_owner USING (action <> 'workspace.deleted');
CREATE FUNCTION access.purge_audit(p_workspace_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM access.scope s WHERE s.scope_id = p_workspace_id) THEN
    RAISE EXCEPTION 'the workspace % exists', p_workspace_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM access.audit_entry a
  WHERE (a.workspace_id = p_workspace_id OR a.target_id = p_workspace_id) AND a.action <> 'workspace.deleted';
END $$;
REVOKE ALL ON FUNCTION access.purge_audit(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.purge_audit(uuid) TO tributary_workspace, tributary_workspace_system;
`;

/*
 * System administrators read what every tenant has; what they write is bound as everybody's. Their reads are audited
 * by the kit.
 */
const ADMINS = `
CREATE FUNCTION access.caller_is_admin() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.role', true), '') = 'system-admin';

CREATE OR REPLACE VIEW access.visible WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m WHERE m.kind = 'chat' OR m.workspace_role <> 'GUEST'
UNION ALL
SELECT s.scope_id FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service()
UNION ALL
SELECT s.scope_id FROM access.scope s WHERE access.caller_is_admin();

CREATE POLICY admin_reads ON workspace.workspace FOR SELECT TO tributary_workspace USING (access.caller_is_admin());
CREATE POLICY admin_reads ON identity.user_profile FOR SELECT TO tributary_identity USING (access.caller_is_admin());
CREATE POLICY admin_reads ON workflow.workflow FOR SELECT TO tributary_workflow USING (access.caller_is_admin());
CREATE POLICY admin_reads ON workflow.deployment FOR SELECT TO tributary_workflow USING (access.caller_is_admin());
CREATE POLICY admin_reads ON workflow.execution FOR SELECT TO tributary_workflow USING (access.caller_is_admin());
CREATE POLICY admin_reads ON workflow.node_run FOR SELECT TO tributary_workflow USING (access.caller_is_admin());
`;

/** The audit log, and what system administrators may read. */
export const up = `SET LOCAL ROLE tributary_owner; ${ADMINS} ${LOG} RESET ROLE;`;

export const down = `
DROP FUNCTION access.purge_audit(uuid);
DROP TABLE access.audit_entry;
DROP POLICY admin_reads ON workflow.node_run;
DROP POLICY admin_reads ON workflow.execution;
DROP POLICY admin_reads ON workflow.deployment;
DROP POLICY admin_reads ON workflow.workflow;
DROP POLICY admin_reads ON identity.user_profile;
DROP POLICY admin_reads ON workspace.workspace;
CREATE OR REPLACE VIEW access.visible WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m WHERE m.kind = 'chat' OR m.workspace_role <> 'GUEST'
UNION ALL
SELECT s.scope_id FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service();
DROP FUNCTION access.caller_is_admin();
`;
