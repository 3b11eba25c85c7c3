/** Inboxes: what people are told of, what they want to be told of, and how the system finds whom to tell. */
export const up = `
INSERT INTO event.aggregate VALUES ('fanout', 'tributary_identity');

SET LOCAL ROLE tributary_owner;

CREATE TABLE identity.notification (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  -- The event that it tells of.
  source_id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  actor_id uuid,
  workspace_id uuid,
  -- Whose readers may see it; the recipient's own id where it depends on nothing.
  scope_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  snoozed_until timestamptz,
  CONSTRAINT notification_once_key UNIQUE (user_id, source_id)
);
CREATE INDEX notification_by_user ON identity.notification (user_id, created_at DESC, id DESC);
CREATE INDEX notification_unread ON identity.notification (user_id) WHERE read_at IS NULL;
CREATE INDEX notification_snoozed ON identity.notification (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX notification_by_workspace ON identity.notification (workspace_id, user_id);

-- Only what differs from the default, which is to be told.
CREATE TABLE identity.notification_preference (
  user_id uuid NOT NULL,
  kind text NOT NULL,
  is_in_app boolean NOT NULL,
  PRIMARY KEY (user_id, kind)
);

ALTER TABLE identity.notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.notification FORCE ROW LEVEL SECURITY;
ALTER TABLE identity.notification_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.notification_preference FORCE ROW LEVEL SECURITY;

-- The recipient alone, and only while they may see what it is about; a place itself is seen by all who belong to it.
CREATE POLICY reads ON identity.notification FOR SELECT TO tributary_identity
  USING (user_id = access.caller()
    AND (scope_id = user_id
      OR EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = notification.scope_id)
      OR (subject_id = scope_id AND EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = notification.scope_id))));
CREATE POLICY changes ON identity.notification FOR UPDATE TO tributary_identity
  USING (user_id = access.caller()) WITH CHECK (user_id = access.caller());
CREATE POLICY deletes ON identity.notification FOR DELETE TO tributary_identity USING (user_id = access.caller());
-- The system tells people of what others did, and takes back what they may no longer see.
CREATE POLICY system_reads ON identity.notification FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY system_tells ON identity.notification FOR INSERT TO tributary_identity_system WITH CHECK (true);
CREATE POLICY system_changes ON identity.notification FOR UPDATE TO tributary_identity_system USING (true);
CREATE POLICY system_deletes ON identity.notification FOR DELETE TO tributary_identity_system USING (true);

CREATE POLICY reads ON identity.notification_preference FOR SELECT TO tributary_identity USING (user_id = access.caller());
CREATE POLICY chooses ON identity.notification_preference FOR INSERT TO tributary_identity
  WITH CHECK (user_id = access.caller() AND NOT access.caller_is_service());
CREATE POLICY changes ON identity.notification_preference FOR UPDATE TO tributary_identity
  USING (user_id = access.caller()) WITH CHECK (user_id = access.caller());
CREATE POLICY system_reads ON identity.notification_preference FOR SELECT TO tributary_identity_system USING (true);

GRANT SELECT, DELETE ON identity.notification TO tributary_identity;
GRANT SELECT, INSERT, DELETE ON identity.notification TO tributary_identity_system;
GRANT UPDATE (read_at, snoozed_until) ON identity.notification TO tributary_identity, tributary_identity_system;
GRANT SELECT, INSERT ON identity.notification_preference TO tributary_identity;
GRANT UPDATE (is_in_app) ON identity.notification_preference TO tributary_identity;
GRANT SELECT ON identity.notification_preference TO tributary_identity_system;

-- Whether somebody may read a scope decides whether they are told: for the system that means everybody's memberships.
CREATE POLICY identity_finds_readers ON access.scope FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY identity_finds_readers ON access.membership FOR SELECT TO tributary_identity_system USING (true);
GRANT SELECT ON access.scope, access.membership TO tributary_identity_system;

-- Which of these events have been stored already.
CREATE FUNCTION event.stored_among(p_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.id FROM event.store s WHERE s.id = ANY (p_ids);
$$;

-- The events of inboxes are their owners' and outlive a workspace: what they say of it does not.
CREATE POLICY owner_redacts_inboxes ON event.store FOR UPDATE TO tributary_owner
  USING (type = 'inbox.notification.created') WITH CHECK (type = 'inbox.notification.created');
CREATE FUNCTION event.redact_inboxes(p_workspace_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE event.store s SET payload = jsonb_build_object('notificationId', s.payload -> 'notificationId')
  WHERE s.type = 'inbox.notification.created' AND s.payload ->> 'workspaceId' = p_workspace_id::text;
$$;
REVOKE ALL ON FUNCTION event.stored_among(uuid[]), event.redact_inboxes(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event.stored_among(uuid[]), event.redact_inboxes(uuid) TO tributary_identity_system;

RESET ROLE;
`;

export const down = `
DROP FUNCTION event.redact_inboxes(uuid);
DROP FUNCTION event.stored_among(uuid[]);
DROP POLICY owner_redacts_inboxes ON event.store;
DROP POLICY identity_finds_readers ON access.membership;
DROP POLICY identity_finds_readers ON access.scope;
REVOKE SELECT ON access.scope, access.membership FROM tributary_identity_system;
DROP TABLE identity.notification_preference;
DROP TABLE identity.notification;
DELETE FROM event.aggregate WHERE aggregate_type = 'fanout';
`;
