const COLUMNS = `
ALTER TABLE workspace.workspace
  ADD COLUMN logo_url text CHECK (logo_url ~ '^https://' AND length(logo_url) <= 2000),
  ADD COLUMN primary_color text CHECK (primary_color ~ '^#[0-9a-f]{6}$'),
  ADD COLUMN accent_color text CHECK (accent_color ~ '^#[0-9a-f]{6}$'),
  ADD COLUMN theme text NOT NULL DEFAULT 'SYSTEM' CHECK (theme IN ('SYSTEM', 'LIGHT', 'DARK')),
  ADD COLUMN locale text NOT NULL DEFAULT 'en' CHECK (length(locale) BETWEEN 2 AND 35),
  -- For how many days messages are kept; null for ever.
  ADD COLUMN message_days integer CHECK (message_days BETWEEN 1 AND 3650),
  ADD COLUMN archived_at timestamptz;
GRANT UPDATE (name, slug, logo_url, primary_color, accent_color, theme, locale, message_days)
  ON workspace.workspace TO tributary_workspace;

-- An archived workspace is read and not written in; its chats have no mark of their own.
ALTER TABLE access.scope ADD COLUMN archived boolean NOT NULL DEFAULT false CHECK (kind = 'workspace' OR NOT archived);
-- Why a membership is not active: a suspended member comes back by being reinstated alone.
ALTER TABLE access.membership
  ADD COLUMN state text NOT NULL DEFAULT 'REGULAR' CHECK (state IN ('REGULAR', 'SUSPENDED')),
  ADD CONSTRAINT membership_suspended CHECK (state = 'REGULAR' OR NOT active);

-- Whoever leaves locks the row too, so that no workspace is left without an owner; it is changed by managers alone.
DROP POLICY managers_lock ON workspace.workspace;
CREATE POLICY members_lock ON workspace.workspace FOR UPDATE TO tributary_workspace
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = workspace.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.mine m
                      WHERE m.scope_id = workspace.scope_id AND m.role IN ('OWNER', 'ADMIN')));

CREATE OR REPLACE VIEW access.writable WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m
WHERE m.workspace_role <> 'GUEST'
  AND NOT EXISTS (SELECT 1 FROM access.scope a WHERE a.scope_id = m.workspace_id AND a.archived)
UNION ALL
SELECT s.scope_id FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service()
  AND NOT EXISTS (SELECT 1 FROM access.scope a WHERE a.scope_id = s.workspace_id AND a.archived);
`;

/*
 * What the system role of workspaces may do: archive and delete them (whoever has done so can no longer write there,
 * not even the event that says so), and add members who came by another way than an admin's act.
 */
const SYSTEM = `
GRANT SELECT ON access.mine, access.person TO tributary_workspace_system;
CREATE POLICY workspace_system_reads ON access.person FOR SELECT TO tributary_workspace_system USING (true);
GRANT SELECT, UPDATE (archived), DELETE ON access.scope TO tributary_workspace_system;
CREATE POLICY workspace_system_reads ON access.scope FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY workspace_system_archives ON access.scope FOR UPDATE TO tributary_workspace_system
  USING (kind = 'workspace');
CREATE POLICY workspace_system_deletes ON access.scope FOR DELETE TO tributary_workspace_system USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.membership TO tributary_workspace_system;
CREATE POLICY workspace_system_reads ON access.membership FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY workspace_system_adds ON access.membership FOR INSERT TO tributary_workspace_system
  WITH CHECK (scope_id = workspace_id);
CREATE POLICY workspace_system_changes ON access.membership FOR UPDATE TO tributary_workspace_system
  USING (scope_id = workspace_id) WITH CHECK (scope_id = workspace_id);
CREATE POLICY workspace_system_deletes ON access.membership FOR DELETE TO tributary_workspace_system USING (true);
GRANT SELECT, UPDATE (version, archived_at), DELETE ON workspace.workspace TO tributary_workspace_system;
CREATE POLICY system_reads ON workspace.workspace FOR SELECT TO tributary_workspace_system USING (true);
CREATE POLICY system_changes ON workspace.workspace FOR UPDATE TO tributary_workspace_system USING (true);
CREATE POLICY system_deletes ON workspace.workspace FOR DELETE TO tributary_workspace_system USING (true);
`;

/** Whose rows of a deleted workspace are erased by reactions, as the subgraph's system role. */
const ERASED = [
  'chat.message',
  'chat.chat',
  'task.tag_decision',
  'task.card',
  'task.board_column',
  'task.board',
  'task.task',
  'task.counter',
  'workflow.workflow',
]
  .map((table) => {
    const role = `tributary_${table.slice(0, table.indexOf('.'))}_system`;
    return `
GRANT SELECT, DELETE ON ${table} TO ${role};
CREATE POLICY system_finds ON ${table} FOR SELECT TO ${role} USING (true);
CREATE POLICY system_erases ON ${table} FOR DELETE TO ${role} USING (true);
`;
  })
  .join('');

const RUNS = `
-- The engine keeps runs by themselves. Those of a deleted workspace are stopped, then removed.
CREATE FUNCTION workflow.cancel_executions(p_workspace uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE dbos.workflow_status w SET status = 'CANCELLED'
  WHERE w.queue_partition_key = p_workspace::text AND w.status IN ('ENQUEUED', 'PENDING', 'DELAYED');
END $$;
CREATE FUNCTION workflow.erase_executions(p_workspace uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  v_runs text[] := ARRAY(SELECT w.workflow_uuid FROM dbos.workflow_status w
                         WHERE w.queue_partition_key = p_workspace::text);
BEGIN
  DELETE FROM dbos.operation_outputs o WHERE o.workflow_uuid = ANY (v_runs);
  DELETE FROM dbos.workflow_output o WHERE o.workflow_uuid = ANY (v_runs);
  DELETE FROM dbos.workflow_input i WHERE i.workflow_uuid = ANY (v_runs);
  DELETE FROM dbos.workflow_status w WHERE w.workflow_uuid = ANY (v_runs);
END $$;
REVOKE ALL ON FUNCTION workflow.cancel_executions(uuid), workflow.erase_executions(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workflow.cancel_executions(uuid), workflow.erase_executions(uuid)
  TO tributary_workflow_system;
`;

const PURGE = `
-- The store is only ever added to, but for a workspace that is gone.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['store', 'head', 'topic_head', 'topic_entry', 'cursor', 'dead_letter'] LOOP
    EXECUTE format('CREATE POLICY owner_deletes ON event.%I FOR DELETE TO tributary_owner USING (true)', t);
  END LOOP;
END $$;
CREATE POLICY owner_reads ON access.idempotency FOR SELECT TO tributary_owner USING (true);
CREATE POLICY owner_deletes ON access.idempotency FOR DELETE TO tributary_owner USING (true);
CREATE INDEX topic_entry_by_event ON event.topic_entry (event_id);
CREATE INDEX dead_letter_by_event ON event.dead_letter (event_id);

-- Removes the events of a workspace whose rows have been erased, and all that points at them. Personal events that name
-- the workspace go with it.
CREATE FUNCTION event.purge(p_workspace uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  v_events uuid[];
  v_aggregates uuid[];
  v_names text[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM event.store s WHERE s.aggregate_type = 'workspace' AND s.aggregate_id = p_workspace
                   AND s.type = 'workspace.erased') THEN
    RAISE EXCEPTION 'workspace % is not erased', p_workspace USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  v_events := ARRAY(SELECT s.id FROM event.store s
    WHERE s.workspace_id = p_workspace OR (s.workspace_id IS NULL AND s.payload ->> 'workspaceId' = p_workspace::text));
  v_aggregates := ARRAY(SELECT DISTINCT s.aggregate_id FROM event.store s WHERE s.workspace_id = p_workspace);
  v_names := v_aggregates::text[];
  DELETE FROM event.topic_entry t WHERE t.event_id = ANY (v_events);
  DELETE FROM event.topic_head t WHERE split_part(t.topic, ':', 2) = ANY (v_names);
  DELETE FROM event.dead_letter d WHERE d.event_id = ANY (v_events);
  DELETE FROM event.processed p WHERE p.event_id = ANY (v_events);
  DELETE FROM event.outbox o WHERE o.event_id = ANY (v_events);
  DELETE FROM event.wake_up w WHERE w.aggregate_id = ANY (v_aggregates);
  DELETE FROM event.cursor c WHERE c.aggregate_id = ANY (v_aggregates);
  DELETE FROM event.head h WHERE h.aggregate_id = ANY (v_aggregates);
  DELETE FROM event.store s WHERE s.id = ANY (v_events);
  -- The engine's keys begin with the run.
  DELETE FROM access.idempotency i
    WHERE split_part(i.key, ':', 1) = ANY (v_names) OR EXISTS (SELECT 1 FROM jsonb_each_text(i.result) r WHERE r.value = ANY (v_names));
END $$;
REVOKE ALL ON FUNCTION event.purge(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event.purge(uuid) TO tributary_workspace_system;
`;

/** Settings, archiving and deletion of workspaces, and members who are suspended. */
export const up = `SET LOCAL ROLE tributary_owner; ${COLUMNS} ${SYSTEM} ${ERASED} ${RUNS} ${PURGE} RESET ROLE;`;

export const down = `
DROP FUNCTION event.purge(uuid);
DROP FUNCTION workflow.cancel_executions(uuid);
DROP FUNCTION workflow.erase_executions(uuid);
DROP INDEX event.topic_entry_by_event;
DROP INDEX event.dead_letter_by_event;
DO $$
DECLARE
  p record;
BEGIN
  FOR p IN SELECT schemaname, tablename, policyname FROM pg_policies
    WHERE policyname IN ('system_finds', 'system_erases') OR policyname LIKE 'workspace_system_%'
       OR (schemaname = 'workspace' AND tablename = 'workspace' AND policyname LIKE 'system_%')
       OR (schemaname = 'event' AND policyname = 'owner_deletes'
           AND tablename IN ('store', 'head', 'topic_head', 'topic_entry', 'cursor', 'dead_letter'))
       OR (schemaname = 'access' AND tablename = 'idempotency' AND policyname LIKE 'owner_%') LOOP
    EXECUTE format('DROP POLICY %I ON %I.%I', p.policyname, p.schemaname, p.tablename);
  END LOOP;
END $$;
CREATE OR REPLACE VIEW access.writable WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m WHERE m.workspace_role <> 'GUEST'
UNION ALL
SELECT s.scope_id FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service();
DROP POLICY members_lock ON workspace.workspace;
CREATE POLICY managers_lock ON workspace.workspace FOR UPDATE TO tributary_workspace
  USING (EXISTS (SELECT 1 FROM access.mine m
                 WHERE m.scope_id = workspace.scope_id AND m.role IN ('OWNER', 'ADMIN')))
  WITH CHECK (EXISTS (SELECT 1 FROM access.mine m
                      WHERE m.scope_id = workspace.scope_id AND m.role IN ('OWNER', 'ADMIN')));
ALTER TABLE access.membership DROP COLUMN state;
ALTER TABLE access.scope DROP COLUMN archived;
ALTER TABLE workspace.workspace DROP COLUMN logo_url, DROP COLUMN primary_color, DROP COLUMN accent_color,
  DROP COLUMN theme, DROP COLUMN locale, DROP COLUMN message_days, DROP COLUMN archived_at;
REVOKE ALL ON access.mine, access.person, access.scope, access.membership FROM tributary_workspace_system;
REVOKE ALL ON workspace.workspace FROM tributary_workspace_system;
`;
