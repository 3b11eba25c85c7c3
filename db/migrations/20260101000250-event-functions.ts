const SUBGRAPHS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow';
const SYSTEMS =
  'tributary_identity_system, tributary_workspace_system, tributary_chat_system, tributary_task_system, tributary_workflow_system';

/*
 * Inside of a definer function current_user is the owner; who calls is the role that was set, else the login role.
 * Heads are locked in one order, so that appends cannot deadlock.
 */
const APPEND = `
CREATE TYPE event.new_event AS (
  id uuid, type text, "aggregateType" text, "aggregateId" uuid, "schemaVersion" integer, payload jsonb,
  "occurredAt" timestamptz, "actorId" uuid, "workspaceId" uuid, "scopeId" uuid, "correlationId" text,
  "causationId" uuid, topics text[], "expectedVersion" bigint
);

CREATE FUNCTION event.require_version(p_version bigint, p_expected bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
BEGIN
  IF p_version <> p_expected + 1 THEN
    RAISE EXCEPTION 'expected version %, found %', p_expected, p_version - 1 USING ERRCODE = 'TR409';
  END IF;
  RETURN p_version;
END $$;

-- Appends events and answers their versions, both in the order given. The caller must be the writer of each aggregate
-- type, the actor must be the one that the transaction acts for, and must be able to write in each scope; a system
-- role is bound by the first alone.
CREATE FUNCTION event.append(p_events jsonb) RETURNS TABLE (version bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
DECLARE
  v_role text := coalesce(nullif(current_setting('role'), 'none'), session_user);
  v_refused text;
BEGIN
  SELECT e.type INTO v_refused FROM jsonb_populate_recordset(NULL::event.new_event, p_events) e
  WHERE NOT starts_with(e.type, e."aggregateType" || '.')
     OR NOT EXISTS (SELECT 1 FROM event.aggregate a
                    WHERE a.aggregate_type = e."aggregateType" AND a.writer = regexp_replace(v_role, '_system$', ''))
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% may not append %', v_role, v_refused USING ERRCODE = 'insufficient_privilege';
  END IF;

  IF right(v_role, 7) <> '_system' THEN
    SELECT e.type INTO v_refused FROM jsonb_populate_recordset(NULL::event.new_event, p_events) e
    WHERE e."actorId" IS DISTINCT FROM access.caller()
       OR NOT ((e."workspaceId" IS NULL AND e."scopeId" = access.caller())
            OR EXISTS (SELECT 1 FROM access.scope s
                       WHERE s.scope_id = e."scopeId" AND s.workspace_id = e."workspaceId"
                         AND (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = s.scope_id)
                           OR EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = s.scope_id)
                           OR EXISTS (SELECT 1 FROM access.leaving l WHERE l.scope_id = s.scope_id))))
    LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'the actor may not append % in this scope', v_refused USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;

  RETURN QUERY
  WITH given AS (
    SELECT e.* FROM jsonb_populate_recordset(NULL::event.new_event, p_events) WITH ORDINALITY AS e
  ), counted AS (
    SELECT "aggregateType" AS t, "aggregateId" AS i, count(*) AS n FROM given GROUP BY 1, 2
  ), heads AS (
    INSERT INTO event.head AS h (aggregate_type, aggregate_id, version)
    SELECT t, i, n FROM counted ORDER BY t, i
    ON CONFLICT (aggregate_type, aggregate_id) DO UPDATE SET version = h.version + excluded.version
    RETURNING h.aggregate_type, h.aggregate_id, h.version
  ), numbered AS (
    SELECT g.*, h.version - c.n + row_number() OVER (PARTITION BY c.t, c.i ORDER BY g.ordinality) AS v
    FROM given g
    JOIN counted c ON c.t = g."aggregateType" AND c.i = g."aggregateId"
    JOIN heads h ON h.aggregate_type = c.t AND h.aggregate_id = c.i
  ), stored AS (
    INSERT INTO event.store (aggregate_type, aggregate_id, version, id, type, schema_version, payload, occurred_at,
                             actor_id, workspace_id, scope_id, correlation_id, causation_id)
    SELECT "aggregateType", "aggregateId", v, id, type, "schemaVersion", payload, "occurredAt", "actorId",
           "workspaceId", "scopeId", "correlationId", "causationId"
    FROM numbered
  ), queued AS (
    INSERT INTO event.outbox (event_id, type, aggregate_type, aggregate_id, version, scope_id, topics)
    SELECT id, type, "aggregateType", "aggregateId", v, "scopeId", coalesce(topics, '{}')
    FROM numbered ORDER BY ordinality
  )
  SELECT CASE WHEN n."expectedVersion" IS NULL THEN n.v ELSE event.require_version(n.v, n."expectedVersion") END
  FROM numbered n ORDER BY n.ordinality;
END $$;
`;

const RELAY = `
-- Hands on a batch of the outbox: numbers the entries of wide topics, wakes handlers, and answers what to ring for.
-- One at a time; whoever does not get the lock is answered nothing.
CREATE FUNCTION event.relay(p_limit integer, p_handlers jsonb)
RETURNS TABLE (event_id uuid, type text, topic text, version bigint, wide jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  IF NOT pg_try_advisory_xact_lock(7401) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH batch AS (
    DELETE FROM event.outbox o WHERE o.id IN (SELECT id FROM event.outbox ORDER BY id LIMIT p_limit) RETURNING o.*
  ), wide AS (
    SELECT t.topic, b.event_id, b.scope_id, row_number() OVER (PARTITION BY t.topic ORDER BY b.id) AS n
    FROM batch b, unnest(b.topics) AS t (topic)
  ), counted AS (
    SELECT topic, count(*) AS n FROM wide GROUP BY topic
  ), heads AS (
    INSERT INTO event.topic_head AS h (topic, seq) SELECT topic, n FROM counted ORDER BY topic
    ON CONFLICT (topic) DO UPDATE SET seq = h.seq + excluded.seq
    RETURNING h.topic, h.seq
  ), entries AS (
    INSERT INTO event.topic_entry (topic, seq, event_id, scope_id)
    SELECT w.topic, h.seq - c.n + w.n, w.event_id, w.scope_id
    FROM wide w JOIN counted c ON c.topic = w.topic JOIN heads h ON h.topic = w.topic
    RETURNING topic, seq, event_id
  ), woken AS (
    INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version)
    SELECT h.handler, b.aggregate_type, b.aggregate_id, b.version
    FROM batch b
    JOIN event.store s ON s.id = b.event_id
    CROSS JOIN jsonb_to_recordset(coalesce(p_handlers -> b.type, '[]')) AS h (handler text, "when" text)
    WHERE h."when" IS NULL OR jsonb_path_exists(s.payload, h."when"::jsonpath)
    ORDER BY b.id
  )
  SELECT b.event_id, b.type, b.aggregate_type || ':' || b.aggregate_id, b.version,
         (SELECT jsonb_agg(jsonb_build_object('topic', e.topic, 'seq', e.seq)) FROM entries e WHERE e.event_id = b.event_id)
  FROM batch b ORDER BY b.id;
END $$;
`;

const REACTIONS = `
-- A handler has done everything up to this version of the aggregate.
CREATE FUNCTION event.advance(p_handler text, p_aggregate_type text, p_aggregate_id uuid, p_version bigint)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO event.cursor AS c (handler, aggregate_type, aggregate_id, version)
  VALUES (p_handler, p_aggregate_type, p_aggregate_id, p_version)
  ON CONFLICT (handler, aggregate_type, aggregate_id)
  DO UPDATE SET version = greatest(c.version, excluded.version), attempts = 0, due_at = NULL, last_error = NULL;
  DELETE FROM event.wake_up w
  WHERE w.handler = p_handler AND w.aggregate_type = p_aggregate_type AND w.aggregate_id = p_aggregate_id
    AND w.version <= p_version;
$$;

-- Wake-ups for what a handler has done already are dropped.
CREATE FUNCTION event.drop_wake_ups(p_handler text, p_aggregate_type text, p_aggregate_id uuid)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM event.wake_up w USING event.cursor c
  WHERE w.handler = p_handler AND w.aggregate_type = p_aggregate_type AND w.aggregate_id = p_aggregate_id
    AND c.handler = w.handler AND c.aggregate_type = w.aggregate_type AND c.aggregate_id = w.aggregate_id
    AND w.version <= c.version;
$$;

-- A handler failed on an event: it is tried again when due, or (no due time) the event becomes a dead letter and the
-- aggregate goes on.
CREATE FUNCTION event.fail(p_handler text, p_event_id uuid, p_error text, p_now timestamptz, p_due_at timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  e event.store;
  v_attempts integer;
BEGIN
  SELECT * INTO STRICT e FROM event.store s WHERE s.id = p_event_id;
  INSERT INTO event.cursor AS c (handler, aggregate_type, aggregate_id, version, attempts, due_at, last_error)
  VALUES (p_handler, e.aggregate_type, e.aggregate_id, e.version - 1, 1, p_due_at, p_error)
  ON CONFLICT (handler, aggregate_type, aggregate_id)
  DO UPDATE SET attempts = c.attempts + 1, due_at = p_due_at, last_error = p_error
  RETURNING c.attempts INTO v_attempts;
  IF p_due_at IS NULL THEN
    INSERT INTO event.dead_letter (handler, event_id, event_type, aggregate_type, aggregate_id, error, attempts, state, failed_at)
    VALUES (p_handler, e.id, e.type, e.aggregate_type, e.aggregate_id, p_error, v_attempts, 'WAITING', p_now);
    PERFORM event.advance(p_handler, e.aggregate_type, e.aggregate_id, e.version);
  END IF;
END $$;

-- The actor had lost the right to what the handler would have done: recorded, and not tried again.
CREATE FUNCTION event.refuse(p_handler text, p_event_id uuid, p_detail text, p_now timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO event.processed (event_id, handler, outcome, detail, processed_at)
  VALUES (p_event_id, p_handler, 'REFUSED', p_detail, p_now) ON CONFLICT DO NOTHING;
$$;

-- A replay has ended: well, or with an error, whereupon the dead letter waits again.
CREATE FUNCTION event.finish_replay(p_id uuid, p_error text, p_now timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE event.dead_letter d
  SET state = CASE WHEN p_error IS NULL THEN 'REPLAYED' ELSE 'WAITING' END, error = coalesce(p_error, d.error),
      attempts = d.attempts + 1, failed_at = CASE WHEN p_error IS NULL THEN d.failed_at ELSE p_now END
  WHERE d.id = p_id;
  INSERT INTO event.processed (event_id, handler, outcome, processed_at)
  SELECT d.event_id, d.handler, 'REPLAYED', p_now FROM event.dead_letter d WHERE d.id = p_id AND p_error IS NULL
  ON CONFLICT DO NOTHING;
$$;

CREATE FUNCTION event.purge_processed(p_before timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM event.processed p WHERE p.processed_at < p_before;
$$;

CREATE FUNCTION event.settle_dead_letter(p_id uuid, p_state text) RETURNS SETOF event.dead_letter
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF current_setting('app.role', true) IS DISTINCT FROM 'system-admin' THEN
    RAISE EXCEPTION 'system administrators only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY UPDATE event.dead_letter d SET state = p_state WHERE d.id = p_id AND d.state = 'WAITING' RETURNING d.*;
END $$;

-- Each answers the dead letter, or nothing when none waits under this id.
CREATE FUNCTION event.request_replay(p_id uuid) RETURNS SETOF event.dead_letter
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT * FROM event.settle_dead_letter(p_id, 'REPLAYING') $$;
CREATE FUNCTION event.discard_dead_letter(p_id uuid) RETURNS SETOF event.dead_letter
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT * FROM event.settle_dead_letter(p_id, 'DISCARDED') $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA event FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event.append(jsonb) TO ${SUBGRAPHS}, ${SYSTEMS};
GRANT EXECUTE ON FUNCTION event.relay(integer, jsonb), event.advance(text, text, uuid, bigint),
  event.drop_wake_ups(text, text, uuid), event.fail(text, uuid, text, timestamptz, timestamptz), event.refuse(text, uuid, text, timestamptz),
  event.finish_replay(uuid, text, timestamptz), event.purge_processed(timestamptz) TO tributary_worker;
GRANT EXECUTE ON FUNCTION event.request_replay(uuid), event.discard_dead_letter(uuid) TO tributary_identity;
`;

/** How events are appended, and what relay and workers do. */
export const up = `SET LOCAL ROLE tributary_owner; ${APPEND} ${RELAY} ${REACTIONS} RESET ROLE;`;

export const down = `
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'event' LOOP
    EXECUTE format('DROP FUNCTION %s CASCADE', f);
  END LOOP;
END $$;
DROP TYPE event.new_event;
`;
