const SUBGRAPHS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow';
const SYSTEMS =
  'tributary_identity_system, tributary_workspace_system, tributary_chat_system, tributary_task_system, tributary_workflow_system';

const TABLES = `
CREATE TABLE event.aggregate (
  aggregate_type text PRIMARY KEY,
  writer text NOT NULL
);
INSERT INTO event.aggregate VALUES
  ('user', 'tributary_identity'), ('deadletter', 'tributary_identity'), ('inbox', 'tributary_identity'),
  ('workspace', 'tributary_workspace'),
  ('chat', 'tributary_chat'),
  ('task', 'tributary_task'), ('tags', 'tributary_task'), ('board', 'tributary_task'),
  ('workflow', 'tributary_workflow'), ('execution', 'tributary_workflow');

CREATE TABLE event.store (
  aggregate_type text NOT NULL REFERENCES event.aggregate,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  id uuid NOT NULL,
  type text NOT NULL,
  schema_version integer NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  actor_id uuid,
  workspace_id uuid,
  scope_id uuid NOT NULL,
  correlation_id text NOT NULL,
  causation_id uuid,
  PRIMARY KEY (aggregate_type, aggregate_id, version),
  CONSTRAINT store_id_key UNIQUE (id)
);
CREATE INDEX store_by_type ON event.store (type, occurred_at);
CREATE INDEX store_by_time ON event.store (occurred_at);
CREATE INDEX store_by_correlation ON event.store (correlation_id);

CREATE TABLE event.head (
  aggregate_type text NOT NULL,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL,
  -- The oldest version that is kept.
  first bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (aggregate_type, aggregate_id)
);

CREATE TABLE event.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL,
  type text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL,
  scope_id uuid NOT NULL,
  topics text[] NOT NULL
);

CREATE TABLE event.topic_head (topic text PRIMARY KEY, seq bigint NOT NULL, first bigint NOT NULL DEFAULT 1);
CREATE TABLE event.topic_entry (
  topic text NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL REFERENCES event.store (id),
  scope_id uuid NOT NULL,
  PRIMARY KEY (topic, seq)
);

CREATE TABLE event.wake_up (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  handler text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX wake_up_by_aggregate ON event.wake_up (handler, aggregate_type, aggregate_id, version);

CREATE TABLE event.cursor (
  handler text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz,
  last_error text,
  PRIMARY KEY (handler, aggregate_type, aggregate_id)
);

CREATE TABLE event.dead_letter (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  handler text NOT NULL,
  event_id uuid NOT NULL REFERENCES event.store (id),
  event_type text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate_id uuid NOT NULL,
  error text NOT NULL,
  attempts integer NOT NULL,
  state text NOT NULL CHECK (state IN ('WAITING', 'REPLAYING', 'REPLAYED', 'DISCARDED')),
  failed_at timestamptz NOT NULL
);
CREATE INDEX dead_letter_by_time ON event.dead_letter (failed_at DESC, id DESC);
CREATE INDEX dead_letter_replaying ON event.dead_letter (id) WHERE state = 'REPLAYING';

CREATE TABLE event.processed (
  event_id uuid NOT NULL,
  handler text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('REPLAYED', 'REFUSED')),
  detail text,
  processed_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, handler)
);
CREATE INDEX processed_by_time ON event.processed (processed_at);
`;

const POLICIES = `
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['aggregate', 'store', 'head', 'outbox', 'topic_head', 'topic_entry', 'wake_up', 'cursor', 'dead_letter', 'processed'] LOOP
    EXECUTE format('ALTER TABLE event.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE event.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_reads ON event.%I FOR SELECT TO tributary_owner USING (true)', t);
    EXECUTE format('CREATE POLICY worker_reads ON event.%I FOR SELECT TO tributary_worker USING (true)', t);
    EXECUTE format('GRANT SELECT ON event.%I TO tributary_worker', t);
  END LOOP;
  -- The store is only ever added to.
  FOREACH t IN ARRAY ARRAY['store', 'head', 'outbox', 'topic_head', 'topic_entry', 'wake_up', 'cursor', 'dead_letter', 'processed'] LOOP
    EXECUTE format('CREATE POLICY owner_adds ON event.%I FOR INSERT TO tributary_owner WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['head', 'topic_head', 'cursor', 'dead_letter', 'processed'] LOOP
    EXECUTE format('CREATE POLICY owner_changes ON event.%I FOR UPDATE TO tributary_owner USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['outbox', 'wake_up', 'processed'] LOOP
    EXECUTE format('CREATE POLICY owner_deletes ON event.%I FOR DELETE TO tributary_owner USING (true)', t);
  END LOOP;
END $$;

CREATE POLICY service_reads ON event.store FOR SELECT TO ${SUBGRAPHS}
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = store.scope_id) OR scope_id = access.caller());
CREATE POLICY service_reads ON event.topic_entry FOR SELECT TO ${SUBGRAPHS}
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = topic_entry.scope_id) OR scope_id = access.caller());
CREATE POLICY service_reads ON event.head FOR SELECT TO ${SUBGRAPHS} USING (true);
CREATE POLICY service_reads ON event.topic_head FOR SELECT TO ${SUBGRAPHS} USING (true);
-- Payloads of dead letters are the events' own; the list is the system administrators'.
CREATE POLICY admin_reads ON event.dead_letter FOR SELECT TO tributary_identity
  USING (current_setting('app.role', true) = 'system-admin');
GRANT SELECT ON event.dead_letter TO tributary_identity;
GRANT SELECT ON event.store, event.topic_entry, event.head, event.topic_head TO ${SUBGRAPHS};
`;

/** The event store, its outbox and wide topics, and where handlers stand; written through functions alone. */
export const up = `SET LOCAL ROLE tributary_owner; ${TABLES} ${POLICIES} RESET ROLE;`;

export const down = `
DROP SCHEMA event CASCADE;
CREATE SCHEMA event AUTHORIZATION tributary_owner;
GRANT USAGE ON SCHEMA event TO ${SUBGRAPHS}, ${SYSTEMS}, tributary_worker;
`;
