const READERS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow, tributary_owner';

/** API keys of people, and what a key that is bound to one workspace sees: that workspace alone. */
export const up = `
INSERT INTO event.aggregate VALUES ('apikey', 'tributary_identity');

SET LOCAL ROLE tributary_owner;

CREATE TABLE identity.api_key (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ '{read,write,deploy,manage}'),
  -- The one workspace in which it acts; null for all of its owner's.
  workspace_id uuid,
  is_enabled boolean NOT NULL,
  rate_limit_per_minute integer CHECK (rate_limit_per_minute > 0),
  expires_at timestamptz,
  version integer NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX api_key_by_owner ON identity.api_key (owner_id, created_at, id);
CREATE INDEX api_key_by_workspace ON identity.api_key (workspace_id) WHERE workspace_id IS NOT NULL;

-- What no event says of a key: the hash by which it is recognised, and its use.
CREATE TABLE identity.api_key_secret (
  key_id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  last_used_at timestamptz,
  -- The owner's realm roles, as the newest of the owner's tokens named them.
  owner_roles text[] NOT NULL,
  owner_seen_at timestamptz NOT NULL
);
CREATE INDEX api_key_secret_by_owner ON identity.api_key_secret (owner_id);

ALTER TABLE identity.api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.api_key FORCE ROW LEVEL SECURITY;
ALTER TABLE identity.api_key_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.api_key_secret FORCE ROW LEVEL SECURITY;

CREATE POLICY reads_own ON identity.api_key FOR SELECT TO tributary_identity
  USING (owner_id = access.caller()
    AND coalesce(workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid,
                 nullif(current_setting('app.workspace_id', true), '') IS NULL));
CREATE POLICY makes_own ON identity.api_key FOR INSERT TO tributary_identity
  WITH CHECK (owner_id = access.caller() AND NOT access.caller_is_service());
CREATE POLICY changes_own ON identity.api_key FOR UPDATE TO tributary_identity
  USING (owner_id = access.caller() AND NOT access.caller_is_service()) WITH CHECK (owner_id = access.caller());
CREATE POLICY drops_own ON identity.api_key FOR DELETE TO tributary_identity
  USING (owner_id = access.caller() AND NOT access.caller_is_service());
CREATE POLICY system_reads ON identity.api_key FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY system_drops ON identity.api_key FOR DELETE TO tributary_identity_system USING (true);
GRANT SELECT, INSERT, DELETE, UPDATE (name, is_enabled, rate_limit_per_minute, expires_at, version)
  ON identity.api_key TO tributary_identity;
GRANT SELECT, DELETE ON identity.api_key TO tributary_identity_system;

CREATE POLICY reads_own ON identity.api_key_secret FOR SELECT TO tributary_identity
  USING (owner_id = access.caller());
CREATE POLICY makes_own ON identity.api_key_secret FOR INSERT TO tributary_identity
  WITH CHECK (owner_id = access.caller() AND NOT access.caller_is_service());
CREATE POLICY changes_own ON identity.api_key_secret FOR UPDATE TO tributary_identity
  USING (owner_id = access.caller() AND NOT access.caller_is_service()) WITH CHECK (owner_id = access.caller());
CREATE POLICY drops_own ON identity.api_key_secret FOR DELETE TO tributary_identity
  USING (owner_id = access.caller() AND NOT access.caller_is_service());
-- Whoever shows a key is nobody yet.
CREATE POLICY system_reads ON identity.api_key_secret FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY system_notes_use ON identity.api_key_secret FOR UPDATE TO tributary_identity_system USING (true);
CREATE POLICY system_drops ON identity.api_key_secret FOR DELETE TO tributary_identity_system USING (true);
-- Not the hash: its owner's requests have no use for it.
GRANT SELECT (key_id, owner_id, last_used_at, owner_roles, owner_seen_at), INSERT, DELETE,
  UPDATE (owner_roles, owner_seen_at) ON identity.api_key_secret TO tributary_identity;
GRANT SELECT, DELETE, UPDATE (last_used_at) ON identity.api_key_secret TO tributary_identity_system;

-- By a key that is bound to a workspace its owner is a member of that one alone. Every view of the caller's scopes
-- rests on these rows.
CREATE POLICY bound ON access.membership AS RESTRICTIVE FOR SELECT TO ${READERS}
  USING (coalesce(workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid, true));

RESET ROLE;
`;

export const down = `
DROP POLICY bound ON access.membership;
DROP TABLE identity.api_key_secret;
DROP TABLE identity.api_key;
DELETE FROM event.aggregate WHERE aggregate_type = 'apikey';
`;
