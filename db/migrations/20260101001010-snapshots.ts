const SUBGRAPHS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow';
const SYSTEMS =
  'tributary_identity_system, tributary_workspace_system, tributary_chat_system, tributary_task_system, tributary_workflow_system';

/*
 * A snapshot is what an aggregate's events up to a version come to. It is no more than a shortcut: it goes with its
 * event, and with any change of what it was made of.
 */
const TABLE = `
CREATE TABLE event.snapshot (
  aggregate_type text NOT NULL,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL,
  -- Of the rule that made it: what another rule made is not read.
  fold_version integer NOT NULL,
  state jsonb NOT NULL,
  workspace_id uuid,
  scope_id uuid NOT NULL,
  PRIMARY KEY (aggregate_type, aggregate_id, version),
  FOREIGN KEY (aggregate_type, aggregate_id, version) REFERENCES event.store ON DELETE CASCADE
);
ALTER TABLE event.snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE event.snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reads ON event.snapshot FOR SELECT TO tributary_owner USING (true);
CREATE POLICY owner_adds ON event.snapshot FOR INSERT TO tributary_owner WITH CHECK (true);
CREATE POLICY owner_changes ON event.snapshot FOR UPDATE TO tributary_owner USING (true);
CREATE POLICY owner_deletes ON event.snapshot FOR DELETE TO tributary_owner USING (true);
CREATE POLICY service_reads ON event.snapshot FOR SELECT TO ${SUBGRAPHS}
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = snapshot.scope_id) OR scope_id = access.caller());
GRANT SELECT ON event.snapshot TO ${SUBGRAPHS};
`;

/*
 * Whoever takes snapshots holds the type’s lock, shared, from before reading the events; whoever redacts events
 * takes it alone, so that nothing is kept of what was read before.
 */
const FUNCTIONS = `
-- Keeps what the caller has folded. The caller must be the writer of the aggregate's type, and the actor must see its
-- scope, which all of the aggregate's events share; a system role is bound by the first alone.
CREATE FUNCTION event.take_snapshots(p_aggregate_type text, p_aggregate_id uuid, p_fold_version integer, p_snapshots jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  v_role text := coalesce(nullif(current_setting('role'), 'none'), session_user);
  v_scope uuid;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM event.aggregate a
                 WHERE a.aggregate_type = p_aggregate_type AND a.writer = regexp_replace(v_role, '_system$', '')) THEN
    RAISE EXCEPTION '% may not keep snapshots of %', v_role, p_aggregate_type USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT s.scope_id INTO v_scope FROM event.store s
  WHERE s.aggregate_type = p_aggregate_type AND s.aggregate_id = p_aggregate_id AND s.version = 1;
  IF right(v_role, 7) <> '_system'
     AND v_scope IS DISTINCT FROM access.caller()
     AND NOT EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = v_scope) THEN
    RAISE EXCEPTION 'the actor may not keep snapshots in this scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT 1 FROM event.store s
             WHERE s.aggregate_type = p_aggregate_type AND s.aggregate_id = p_aggregate_id AND s.scope_id <> v_scope
               -- Those before a snapshot were looked at when it was taken.
               AND s.version > coalesce((SELECT max(n.version) FROM event.snapshot n
                                         WHERE n.aggregate_type = p_aggregate_type AND n.aggregate_id = p_aggregate_id), 0)) THEN
    RAISE EXCEPTION 'the events of this aggregate have no common scope' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  DELETE FROM event.snapshot s
  WHERE s.aggregate_type = p_aggregate_type AND s.aggregate_id = p_aggregate_id AND s.fold_version < p_fold_version;
  INSERT INTO event.snapshot (aggregate_type, aggregate_id, version, fold_version, state, workspace_id, scope_id)
  SELECT s.aggregate_type, s.aggregate_id, s.version, p_fold_version, g.state, s.workspace_id, s.scope_id
  FROM jsonb_to_recordset(p_snapshots) AS g (version bigint, state jsonb)
  JOIN event.store s ON s.aggregate_type = p_aggregate_type AND s.aggregate_id = p_aggregate_id AND s.version = g.version
  ON CONFLICT (aggregate_type, aggregate_id, version) DO NOTHING;
EXCEPTION WHEN foreign_key_violation THEN
  -- The events were purged meanwhile.
  RETURN;
END $$;
REVOKE ALL ON FUNCTION event.take_snapshots(text, uuid, integer, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event.take_snapshots(text, uuid, integer, jsonb) TO ${SUBGRAPHS}, ${SYSTEMS};

CREATE FUNCTION event.drop_snapshots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7403, hashtext(t.aggregate_type))
  FROM (SELECT DISTINCT r.aggregate_type FROM redacted r ORDER BY 1) t;
  DELETE FROM event.snapshot s USING redacted r
  WHERE s.aggregate_type = r.aggregate_type AND s.aggregate_id = r.aggregate_id AND s.version >= r.version;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION event.drop_snapshots() FROM PUBLIC;
CREATE TRIGGER drop_snapshots AFTER UPDATE ON event.store
  REFERENCING NEW TABLE AS redacted FOR EACH STATEMENT EXECUTE FUNCTION event.drop_snapshots();
`;

/** What aggregates came to at some of their versions, so that loading one does not read all of its events. */
export const up = `SET LOCAL ROLE tributary_owner; ${TABLE} ${FUNCTIONS} RESET ROLE;`;

export const down = `
DROP TRIGGER drop_snapshots ON event.store;
DROP FUNCTION event.drop_snapshots();
DROP FUNCTION event.take_snapshots(text, uuid, integer, jsonb);
DROP TABLE event.snapshot;
`;
