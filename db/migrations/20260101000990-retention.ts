/** What is forgotten in time: sessions that ended long ago, and what nobody asks for any more of those that were ended. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE POLICY system_forgets ON identity.session FOR DELETE TO tributary_identity_system USING (true);
GRANT DELETE ON identity.session TO tributary_identity_system;
CREATE POLICY system_forgets ON access.revoked_session FOR DELETE TO tributary_identity_system USING (true);
GRANT DELETE ON access.revoked_session TO tributary_identity_system;

-- Not of whatever is no workspace: of what was one, and says in the log that it was deleted.
CREATE OR REPLACE FUNCTION access.purge_audit(p_workspace_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM access.scope s WHERE s.scope_id = p_workspace_id) THEN
    RAISE EXCEPTION 'the workspace % exists', p_workspace_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM access.audit_entry a
                 WHERE a.workspace_id = p_workspace_id AND a.target_id = p_workspace_id
                   AND a.action = 'workspace.deleted' AND a.outcome = 'SUCCESS') THEN
    RAISE EXCEPTION '% was no workspace', p_workspace_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM access.audit_entry a
  WHERE (a.workspace_id = p_workspace_id OR a.target_id = p_workspace_id) AND a.action <> 'workspace.deleted';
END $$;
REVOKE EXECUTE ON FUNCTION access.purge_audit(uuid) FROM tributary_workspace;

RESET ROLE;
`;

export const down = `
GRANT EXECUTE ON FUNCTION access.purge_audit(uuid) TO tributary_workspace;
CREATE OR REPLACE FUNCTION access.purge_audit(p_workspace_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM access.scope s WHERE s.scope_id = p_workspace_id) THEN
    RAISE EXCEPTION 'the workspace % exists', p_workspace_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM access.audit_entry a
  WHERE (a.workspace_id = p_workspace_id OR a.target_id = p_workspace_id) AND a.action <> 'workspace.deleted';
END $$;
REVOKE DELETE ON access.revoked_session, identity.session FROM tributary_identity_system;
DROP POLICY system_forgets ON access.revoked_session;
DROP POLICY system_forgets ON identity.session;
`;
