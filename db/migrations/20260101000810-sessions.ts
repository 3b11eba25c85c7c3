const SUBGRAPHS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow';

/** Sessions of people, those that count no more, and the feed by which gateways learn of lost access. */
export const up = `
INSERT INTO event.aggregate VALUES ('session', 'tributary_identity');

SET LOCAL ROLE tributary_owner;

CREATE TABLE identity.session (
  -- Made of the issuer and the token's sid, which itself is kept as a hash alone.
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  sid_hash text NOT NULL,
  ip_address text,
  user_agent text,
  device text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  -- When the newest token of it that was seen expires.
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX session_by_user ON identity.session (user_id, created_at DESC, id DESC);

ALTER TABLE identity.session ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.session FORCE ROW LEVEL SECURITY;
CREATE POLICY reads_own ON identity.session FOR SELECT TO tributary_identity USING (user_id = access.caller());
CREATE POLICY starts_own ON identity.session FOR INSERT TO tributary_identity
  WITH CHECK (user_id = access.caller() AND NOT access.caller_is_service());
CREATE POLICY changes_own ON identity.session FOR UPDATE TO tributary_identity
  USING (user_id = access.caller() AND NOT access.caller_is_service()) WITH CHECK (user_id = access.caller());
-- The identity provider ends sessions, and so does whoever deactivates an account.
CREATE POLICY system_reads ON identity.session FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY system_revokes ON identity.session FOR UPDATE TO tributary_identity_system USING (true);
GRANT SELECT, INSERT, UPDATE (last_seen_at, expires_at, revoked_at) ON identity.session TO tributary_identity;
GRANT SELECT, UPDATE (revoked_at) ON identity.session TO tributary_identity_system;

CREATE TABLE access.revoked_session (
  -- A session, or a user: whose tokens issued until then count no more.
  subject_id uuid PRIMARY KEY,
  user_id uuid,
  revoked_at timestamptz NOT NULL,
  -- No token that this concerns outlives it.
  expires_at timestamptz NOT NULL,
  -- Which transaction wrote it: readers ask for what may have been committed since they last looked.
  changed_in xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX revoked_session_by_change ON access.revoked_session (changed_in);

CREATE FUNCTION access.stamp_revocation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON access.revoked_session
  FOR EACH ROW EXECUTE FUNCTION access.stamp_revocation();

ALTER TABLE access.revoked_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.revoked_session FORCE ROW LEVEL SECURITY;
CREATE POLICY service_reads ON access.revoked_session FOR SELECT TO ${SUBGRAPHS} USING (true);
CREATE POLICY system_reads ON access.revoked_session FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY revokes_own ON access.revoked_session FOR INSERT TO tributary_identity
  WITH CHECK (user_id = access.caller() AND NOT access.caller_is_service());
CREATE POLICY renews_own ON access.revoked_session FOR UPDATE TO tributary_identity
  USING (user_id = access.caller() AND NOT access.caller_is_service()) WITH CHECK (user_id = access.caller());
CREATE POLICY system_revokes ON access.revoked_session FOR INSERT TO tributary_identity_system WITH CHECK (true);
CREATE POLICY system_renews ON access.revoked_session FOR UPDATE TO tributary_identity_system USING (true);
GRANT SELECT ON access.revoked_session TO ${SUBGRAPHS}, tributary_identity_system;
GRANT INSERT (subject_id, user_id, revoked_at, expires_at), UPDATE (revoked_at, expires_at) ON access.revoked_session
  TO tributary_identity, tributary_identity_system;

-- Who may read less since, from the platform's control topic. It names users and workspaces and shows nothing of them.
CREATE FUNCTION event.control_entries(p_topic text, p_after bigint, p_limit integer)
RETURNS TABLE (seq bigint, type text, user_id text, workspace_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.seq, s.type, s.payload ->> 'userId', s.workspace_id
  FROM event.topic_entry t JOIN event.store s ON s.id = t.event_id
  WHERE starts_with(p_topic, 'control:') AND t.topic = p_topic AND t.seq > p_after ORDER BY t.seq LIMIT p_limit;
$$;
REVOKE ALL ON FUNCTION event.control_entries(text, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event.control_entries(text, bigint, integer) TO ${SUBGRAPHS};

RESET ROLE;
`;

export const down = `
DROP FUNCTION event.control_entries(text, bigint, integer);
DROP TABLE access.revoked_session;
DROP FUNCTION access.stamp_revocation();
DROP TABLE identity.session;
DELETE FROM event.aggregate WHERE aggregate_type = 'session';
`;
