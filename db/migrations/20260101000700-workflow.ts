const TABLES = `
CREATE TABLE workflow.workflow (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  nodes jsonb NOT NULL,
  edges jsonb NOT NULL,
  deployed_version integer,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK (scope_id = workspace_id)
);
CREATE UNIQUE INDEX workflow_name_key ON workflow.workflow (workspace_id, lower(name));
CREATE INDEX workflow_by_time ON workflow.workflow (workspace_id, created_at DESC, id DESC);
CREATE INDEX workflow_deployed ON workflow.workflow (workspace_id) WHERE deployed_version IS NOT NULL;

CREATE TABLE workflow.deployment (
  workflow_id uuid NOT NULL REFERENCES workflow.workflow ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  nodes jsonb NOT NULL,
  edges jsonb NOT NULL,
  -- Which type of event starts it, for the look-up by whoever reacts to events.
  trigger_event text,
  deployed_at timestamptz NOT NULL,
  PRIMARY KEY (workflow_id, version),
  CHECK (scope_id = workspace_id)
);
CREATE INDEX deployment_by_trigger ON workflow.deployment (workspace_id, trigger_event, workflow_id, version);

CREATE FUNCTION workflow.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'a deployment is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER immutable BEFORE UPDATE ON workflow.deployment
  FOR EACH ROW EXECUTE FUNCTION workflow.refuse_change();

CREATE TABLE workflow.execution (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  -- The chat of the event that started it: its readers see the run.
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  deployment_version integer NOT NULL,
  status text NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
  error text,
  idempotency_key text NOT NULL,
  trigger_event_id uuid,
  queued_event_id uuid NOT NULL,
  depth integer NOT NULL,
  correlation_id text NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT execution_idempotency_key UNIQUE (workflow_id, idempotency_key),
  FOREIGN KEY (workflow_id, deployment_version) REFERENCES workflow.deployment ON DELETE CASCADE
);
CREATE INDEX execution_by_time ON workflow.execution (workflow_id, created_at DESC, id DESC);

CREATE TABLE workflow.node_run (
  execution_id uuid NOT NULL REFERENCES workflow.execution ON DELETE CASCADE,
  node_id text NOT NULL,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  type text NOT NULL,
  status text NOT NULL CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED')),
  attempts integer NOT NULL,
  error text,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (execution_id, node_id)
);
`;

/*
 * Automation is the members': guests read the chats that they are in, and none of it. A run belongs to its chat, so
 * that whoever may write in the chat sees it.
 */
const POLICIES = `
DO $$
DECLARE
  t text;
  member text;
  writer text;
BEGIN
  FOREACH t IN ARRAY ARRAY['workflow', 'deployment', 'execution', 'node_run'] LOOP
    EXECUTE format('ALTER TABLE workflow.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE workflow.%I FORCE ROW LEVEL SECURITY', t);
    member := format('EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = %I.workspace_id AND m.workspace_role <> ''GUEST'')', t);
    writer := CASE WHEN t IN ('execution', 'node_run')
      THEN format('EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = %I.scope_id)', t) ELSE member END;
    EXECUTE format('CREATE POLICY member_reads ON workflow.%I FOR SELECT TO tributary_workflow USING (%s)', t, writer);
    EXECUTE format('CREATE POLICY member_adds ON workflow.%I FOR INSERT TO tributary_workflow WITH CHECK (%s)', t, writer);
    EXECUTE format('GRANT SELECT, INSERT ON workflow.%I TO tributary_workflow', t);
    IF t <> 'deployment' THEN
      -- What is found by a condition must be readable too, before and after: this need not say it again.
      EXECUTE format('CREATE POLICY member_changes ON workflow.%I FOR UPDATE TO tributary_workflow USING (%s)', t, member);
      EXECUTE format('GRANT UPDATE ON workflow.%I TO tributary_workflow', t);
    END IF;
  END LOOP;
END $$;
CREATE POLICY owner_reads ON workflow.execution FOR SELECT TO tributary_owner USING (true);
`;

/*
 * The one way by which the subgraph reaches the engine: it can enqueue the interpreter for a run of its own that is
 * queued, and nothing else. Both are committed together or not at all.
 */
const ENQUEUE = `
CREATE FUNCTION workflow.enqueue_execution(p_execution_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  e workflow.execution;
BEGIN
  SELECT * INTO e FROM workflow.execution x WHERE x.id = p_execution_id AND x.status = 'QUEUED';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no execution % is queued', p_execution_id USING ERRCODE = 'no_data_found';
  END IF;
  PERFORM dbos.enqueue_workflow(
    workflow_name => 'runExecution',
    queue_name => 'executions',
    positional_args => ARRAY[json_build_object(
      'executionId', e.id, 'scopeId', e.scope_id, 'depth', e.depth,
      'correlationId', e.correlation_id, 'causationId', e.queued_event_id)],
    workflow_id => e.id::text,
    queue_partition_key => e.workspace_id::text,
    application_name => 'tributary');
END $$;
REVOKE ALL ON FUNCTION workflow.enqueue_execution(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workflow.enqueue_execution(uuid) TO tributary_workflow;
`;

/** Workflows, their deployments, their runs and what each node did in them. */
export const up = `SET LOCAL ROLE tributary_owner; ${TABLES} ${POLICIES} ${ENQUEUE} RESET ROLE;`;

export const down = `
DROP FUNCTION workflow.enqueue_execution(uuid);
DROP TABLE workflow.node_run, workflow.execution, workflow.deployment, workflow.workflow;
DROP FUNCTION workflow.refuse_change();
`;
