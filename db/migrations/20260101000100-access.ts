/** Roles, schemas, and what everybody's permission rests on. */
export const up = `
CREATE SCHEMA access AUTHORIZATION tributary_owner;
CREATE SCHEMA event AUTHORIZATION tributary_owner;
CREATE SCHEMA identity AUTHORIZATION tributary_owner;
CREATE SCHEMA workspace AUTHORIZATION tributary_owner;
CREATE SCHEMA chat AUTHORIZATION tributary_owner;
CREATE SCHEMA task AUTHORIZATION tributary_owner;
CREATE SCHEMA workflow AUTHORIZATION tributary_owner;

GRANT USAGE ON SCHEMA access, event TO tributary_identity, tributary_workspace, tributary_chat, tributary_task,
  tributary_workflow, tributary_identity_system, tributary_workspace_system, tributary_chat_system,
  tributary_task_system, tributary_workflow_system, tributary_worker;
GRANT USAGE ON SCHEMA identity TO tributary_identity, tributary_identity_system;
GRANT USAGE ON SCHEMA workspace TO tributary_workspace, tributary_workspace_system;
GRANT USAGE ON SCHEMA chat TO tributary_chat, tributary_chat_system;
GRANT USAGE ON SCHEMA task TO tributary_task, tributary_task_system;
GRANT USAGE ON SCHEMA workflow TO tributary_workflow, tributary_workflow_system;

SET LOCAL ROLE tributary_owner;

CREATE FUNCTION access.caller() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;
CREATE FUNCTION access.caller_is_service() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.role', true), '') = 'service';

CREATE TABLE access.scope (
  scope_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('workspace', 'chat')),
  workspace_id uuid NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('PUBLIC', 'PRIVATE')),
  creator_id uuid NOT NULL,
  -- Which transaction made it: until its end the creator may give the scope its first members.
  founded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CHECK ((kind = 'workspace') = (scope_id = workspace_id)),
  CONSTRAINT scope_workspace_key UNIQUE (scope_id, workspace_id)
);
CREATE INDEX scope_by_workspace ON access.scope (workspace_id, visibility);

CREATE TABLE access.membership (
  scope_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER', 'GUEST')),
  active boolean NOT NULL,
  joined_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- Which transaction changed it: until its end whoever left may still say so in an event.
  changed_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (scope_id, user_id),
  -- Views take the workspace from here: it must be the scope's own.
  FOREIGN KEY (scope_id, workspace_id) REFERENCES access.scope (scope_id, workspace_id) ON DELETE CASCADE
);
CREATE INDEX membership_by_user ON access.membership (user_id, scope_id) INCLUDE (workspace_id, role, active);
CREATE INDEX membership_by_joining ON access.membership (scope_id, joined_at, user_id) WHERE active;

CREATE FUNCTION access.stamp_membership() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON access.membership
  FOR EACH ROW EXECUTE FUNCTION access.stamp_membership();

CREATE TABLE access.person (
  user_id uuid PRIMARY KEY,
  username_lower text NOT NULL,
  is_active boolean NOT NULL,
  is_bot boolean NOT NULL,
  CONSTRAINT person_username_key UNIQUE (username_lower)
);

CREATE TABLE access.idempotency (
  subject uuid NOT NULL,
  operation text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  input_hash text NOT NULL,
  result jsonb NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (subject, operation, key)
);
CREATE INDEX idempotency_by_expiry ON access.idempotency (expires_at);

ALTER TABLE access.scope ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.scope FORCE ROW LEVEL SECURITY;
ALTER TABLE access.membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.membership FORCE ROW LEVEL SECURITY;
ALTER TABLE access.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.person FORCE ROW LEVEL SECURITY;
ALTER TABLE access.idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.idempotency FORCE ROW LEVEL SECURITY;

-- The views below run as the owner. Its policies must hold no sub-query: policies on these very tables use the views.
CREATE POLICY owner_reads ON access.scope FOR SELECT TO tributary_owner USING (true);
CREATE POLICY owner_reads_own ON access.membership FOR SELECT TO tributary_owner
  USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY owner_reads ON access.person FOR SELECT TO tributary_owner USING (true);

-- The caller's own active scopes; a chat's only while the workspace's is active. A service that acts in a scope has
-- that scope and its workspace, as a member, and nothing else.
CREATE VIEW access.mine WITH (security_barrier = true) AS
SELECT m.scope_id, m.workspace_id, CASE WHEN m.scope_id = m.workspace_id THEN 'workspace' ELSE 'chat' END AS kind,
       m.role, w.role AS workspace_role
FROM access.membership m
JOIN access.membership w ON w.scope_id = m.workspace_id AND w.user_id = m.user_id AND w.active
WHERE m.active AND NOT access.caller_is_service()
UNION ALL
SELECT s.scope_id, s.workspace_id, s.kind, 'MEMBER', 'MEMBER'
FROM access.scope a
JOIN access.scope s ON s.scope_id = a.scope_id OR s.scope_id = a.workspace_id
WHERE access.caller_is_service() AND a.scope_id = nullif(current_setting('app.audience', true), '')::uuid;

-- The scopes whose rows the caller may read.
CREATE VIEW access.visible WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m WHERE m.kind = 'chat' OR m.workspace_role <> 'GUEST'
UNION ALL
SELECT s.scope_id FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service();

-- The scopes in which the caller may write rows.
CREATE VIEW access.writable WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m WHERE m.workspace_role <> 'GUEST'
UNION ALL
SELECT s.scope_id FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service();

-- The scopes that the caller has made in this very transaction.
CREATE VIEW access.founding WITH (security_barrier = true) AS
SELECT s.scope_id, s.workspace_id FROM access.scope s
WHERE s.creator_id = access.caller() AND s.founded_in = pg_current_xact_id_if_assigned();

-- The scopes that the caller has left in this very transaction.
CREATE VIEW access.leaving WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.membership m WHERE NOT m.active AND m.changed_in = pg_current_xact_id_if_assigned();

CREATE POLICY service_reads ON access.scope FOR SELECT
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = scope.scope_id)
      OR EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = scope.scope_id)
      OR EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = scope.scope_id));
CREATE POLICY workspace_founds ON access.scope FOR INSERT TO tributary_workspace
  WITH CHECK (kind = 'workspace' AND creator_id = access.caller() AND NOT access.caller_is_service());
CREATE POLICY chat_founds ON access.scope FOR INSERT TO tributary_chat
  WITH CHECK (kind = 'chat' AND creator_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = scope.workspace_id AND m.workspace_role <> 'GUEST'));

CREATE POLICY service_reads ON access.membership FOR SELECT
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow
  USING (user_id = access.caller()
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id)
      OR EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = membership.scope_id)
      OR EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = membership.scope_id));
CREATE POLICY workspace_adds ON access.membership FOR INSERT TO tributary_workspace
  WITH CHECK (scope_id = workspace_id
    AND (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role IN ('OWNER', 'ADMIN'))
      OR EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = membership.scope_id)));
CREATE POLICY workspace_changes ON access.membership FOR UPDATE TO tributary_workspace
  USING (scope_id = workspace_id
    AND (user_id = access.caller()
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role IN ('OWNER', 'ADMIN'))))
  WITH CHECK (scope_id = workspace_id
    AND ((user_id = access.caller() AND NOT active)
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role IN ('OWNER', 'ADMIN'))));
CREATE POLICY chat_adds ON access.membership FOR INSERT TO tributary_chat
  WITH CHECK (scope_id <> workspace_id AND role IN ('ADMIN', 'MEMBER')
    AND ((user_id = access.caller() AND role = 'MEMBER'
          AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = membership.scope_id))
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role = 'ADMIN' AND m.workspace_role <> 'GUEST')
      OR EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = membership.scope_id)));
CREATE POLICY chat_changes ON access.membership FOR UPDATE TO tributary_chat
  USING (scope_id <> workspace_id
    AND (user_id = access.caller()
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role = 'ADMIN' AND m.workspace_role <> 'GUEST')))
  WITH CHECK (scope_id <> workspace_id AND role IN ('ADMIN', 'MEMBER')
    AND ((user_id = access.caller() AND (NOT active OR (role = 'MEMBER'
          AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = membership.scope_id))))
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role = 'ADMIN' AND m.workspace_role <> 'GUEST')));

CREATE POLICY service_reads ON access.person FOR SELECT
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow USING (true);
CREATE POLICY worker_reads ON access.person FOR SELECT TO tributary_worker USING (true);
CREATE POLICY identity_adds_self ON access.person FOR INSERT TO tributary_identity
  WITH CHECK (user_id = access.caller() AND NOT is_bot);
CREATE POLICY identity_changes_self ON access.person FOR UPDATE TO tributary_identity
  USING (user_id = access.caller()) WITH CHECK (user_id = access.caller() AND NOT is_bot);
CREATE POLICY system_reads ON access.person FOR SELECT TO tributary_identity_system USING (true);
CREATE POLICY system_adds ON access.person FOR INSERT TO tributary_identity_system WITH CHECK (true);
CREATE POLICY system_changes ON access.person FOR UPDATE TO tributary_identity_system USING (true);

CREATE POLICY caller_reads ON access.idempotency FOR SELECT
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow
  USING (subject = access.caller());
CREATE POLICY caller_adds ON access.idempotency FOR INSERT
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow
  WITH CHECK (subject = access.caller());
CREATE POLICY caller_renews ON access.idempotency FOR UPDATE
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow
  USING (subject = access.caller()) WITH CHECK (subject = access.caller());
CREATE POLICY worker_sweeps ON access.idempotency FOR SELECT TO tributary_worker USING (true);
CREATE POLICY worker_deletes ON access.idempotency FOR DELETE TO tributary_worker USING (true);

GRANT SELECT ON access.scope, access.membership, access.person, access.mine, access.visible, access.writable,
  access.founding, access.leaving
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow;
-- Without founded_in: nobody founds a scope for a transaction to come.
GRANT INSERT (scope_id, kind, workspace_id, visibility, creator_id) ON access.scope TO tributary_workspace, tributary_chat;
GRANT INSERT, UPDATE ON access.membership TO tributary_workspace, tributary_chat;
GRANT SELECT ON access.person TO tributary_worker;
GRANT INSERT, UPDATE ON access.person TO tributary_identity;
GRANT SELECT, INSERT, UPDATE ON access.person TO tributary_identity_system;
GRANT SELECT, INSERT, UPDATE ON access.idempotency
  TO tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow;
GRANT SELECT, DELETE ON access.idempotency TO tributary_worker;

RESET ROLE;
`;

export const down = `
DROP SCHEMA workflow CASCADE;
DROP SCHEMA task CASCADE;
DROP SCHEMA chat CASCADE;
DROP SCHEMA workspace CASCADE;
DROP SCHEMA identity CASCADE;
DROP SCHEMA event CASCADE;
DROP SCHEMA access CASCADE;
`;
