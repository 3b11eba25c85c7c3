/** Profiles of people and bots. Accounts, credentials and roles are the identity provider's. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE identity.user_profile (
  id uuid PRIMARY KEY,
  username text NOT NULL CHECK (length(username) BETWEEN 1 AND 300),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 255),
  -- What the identity provider said last: the display name follows it when it changes.
  claimed_name text NOT NULL,
  email text,
  is_bot boolean NOT NULL,
  is_active boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX user_profile_username_key ON identity.user_profile (lower(username));
CREATE INDEX user_profile_by_email ON identity.user_profile (lower(email));

ALTER TABLE identity.user_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.user_profile FORCE ROW LEVEL SECURITY;

-- People see themselves, bots, and whoever is or was in a workspace of theirs: what somebody wrote keeps its author.
CREATE POLICY reads ON identity.user_profile FOR SELECT TO tributary_identity
  USING (id = access.caller() OR (is_bot AND access.caller() IS NOT NULL)
    OR EXISTS (SELECT 1 FROM access.membership m JOIN access.mine w ON w.scope_id = m.scope_id
               WHERE m.user_id = user_profile.id AND m.scope_id = m.workspace_id));
CREATE POLICY registers_self ON identity.user_profile FOR INSERT TO tributary_identity
  WITH CHECK (id = access.caller() AND NOT is_bot AND NOT access.caller_is_service());
CREATE POLICY changes_self ON identity.user_profile FOR UPDATE TO tributary_identity
  USING (id = access.caller() AND NOT is_bot AND NOT access.caller_is_service())
  WITH CHECK (id = access.caller() AND NOT is_bot);
-- The system registers bots, and takes a username from a profile whose account has lost it.
CREATE POLICY system_reads ON identity.user_profile FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY system_registers_bots ON identity.user_profile FOR INSERT TO tributary_identity_system WITH CHECK (is_bot);
CREATE POLICY system_renames ON identity.user_profile FOR UPDATE TO tributary_identity_system
  USING (NOT is_bot) WITH CHECK (NOT is_bot);

GRANT SELECT, INSERT ON identity.user_profile TO tributary_identity, tributary_identity_system;
GRANT UPDATE (username, display_name, claimed_name, email, version) ON identity.user_profile
  TO tributary_identity, tributary_identity_system;

RESET ROLE;
`;

export const down = `
DROP TABLE identity.user_profile;
`;
