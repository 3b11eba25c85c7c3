/** What people say of themselves, and accounts that are switched off. */
export const up = `
SET LOCAL ROLE tributary_owner;

ALTER TABLE identity.user_profile
  ADD COLUMN avatar_url text CHECK (avatar_url ~ '^https://' AND length(avatar_url) <= 2000),
  ADD COLUMN locale text CHECK (length(locale) BETWEEN 2 AND 35),
  ADD COLUMN time_zone text CHECK (length(time_zone) BETWEEN 1 AND 64),
  ADD COLUMN status_emoji text CHECK (length(status_emoji) BETWEEN 1 AND 32),
  ADD COLUMN status_text text CHECK (length(status_text) BETWEEN 1 AND 100),
  ADD COLUMN status_expires_at timestamptz,
  ADD CHECK (status_expires_at IS NULL OR status_emoji IS NOT NULL OR status_text IS NOT NULL);

GRANT UPDATE (avatar_url, locale, time_zone, status_emoji, status_text, status_expires_at) ON identity.user_profile
  TO tributary_identity, tributary_identity_system;
-- Whether somebody is active is for the system to write: nobody switches themselves on again.
GRANT UPDATE (is_active) ON identity.user_profile TO tributary_identity_system;
REVOKE UPDATE ON access.person FROM tributary_identity;
GRANT UPDATE (username_lower) ON access.person TO tributary_identity;

-- Before somebody is switched off: which workspaces would be left without an owner?
CREATE POLICY identity_reads_owners ON access.membership FOR SELECT TO tributary_identity_system
  USING (role = 'OWNER' AND scope_id = workspace_id);
GRANT SELECT ON access.membership TO tributary_identity_system;

-- Every change of a workspace's members waits for its row; so does whoever switches an owner off.
CREATE POLICY owner_reads ON workspace.workspace FOR SELECT TO tributary_owner USING (true);
CREATE POLICY owner_locks ON workspace.workspace FOR UPDATE TO tributary_owner USING (true);
CREATE FUNCTION access.lock_workspaces(p_ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM w.id FROM workspace.workspace w WHERE w.id = ANY (p_ids) ORDER BY w.id FOR NO KEY UPDATE;
END $$;
REVOKE ALL ON FUNCTION access.lock_workspaces(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.lock_workspaces(uuid[]) TO tributary_identity_system;

RESET ROLE;
`;

export const down = `
DROP FUNCTION access.lock_workspaces(uuid[]);
DROP POLICY owner_reads ON workspace.workspace;
DROP POLICY owner_locks ON workspace.workspace;
DROP POLICY identity_reads_owners ON access.membership;
REVOKE SELECT ON access.membership FROM tributary_identity_system;
REVOKE UPDATE (username_lower) ON access.person FROM tributary_identity;
GRANT UPDATE ON access.person TO tributary_identity;
REVOKE UPDATE (is_active) ON identity.user_profile FROM tributary_identity_system;
ALTER TABLE identity.user_profile
  DROP COLUMN avatar_url, DROP COLUMN locale, DROP COLUMN time_zone,
  DROP COLUMN status_emoji, DROP COLUMN status_text, DROP COLUMN status_expires_at;
`;
