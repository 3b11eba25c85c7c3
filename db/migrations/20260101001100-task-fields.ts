const COLUMNS = `
ALTER TABLE task.task
  ADD COLUMN description text CHECK (length(description) BETWEEN 1 AND 40000),
  ADD COLUMN estimate double precision CHECK (estimate BETWEEN 0 AND 10000);
`;

const TABLES = `
CREATE TABLE task.label (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  color text NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  CHECK (scope_id = workspace_id)
);
CREATE UNIQUE INDEX label_name_key ON task.label (workspace_id, lower(name));

-- Which labels a task was given, in the scope of the task. Those of a label that is deleted stay and count for nothing:
-- whoever deletes it may not see all of its tasks, and their events know nothing of it.
CREATE TABLE task.task_label (
  task_id uuid NOT NULL REFERENCES task.task,
  label_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  PRIMARY KEY (task_id, label_id)
);
CREATE INDEX task_label_by_label ON task.task_label (label_id, task_id);

-- Who is told of what becomes of a task.
CREATE TABLE task.subscriber (
  task_id uuid NOT NULL REFERENCES task.task,
  user_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  subscribed_at timestamptz NOT NULL,
  PRIMARY KEY (task_id, user_id)
);
CREATE INDEX subscriber_by_time ON task.subscriber (task_id, subscribed_at, user_id);
`;

/** Rows are read where their scope is visible and written where it is writable. */
const POLICIES = ['label', 'task_label', 'subscriber']
  .map(
    (table) => `
ALTER TABLE task.${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE task.${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON task.${table} FOR SELECT TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = ${table}.scope_id));
CREATE POLICY adds ON task.${table} FOR INSERT TO tributary_task
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id));
CREATE POLICY removes ON task.${table} FOR DELETE TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id));
GRANT SELECT, INSERT, DELETE ON task.${table} TO tributary_task;
CREATE POLICY system_finds ON task.${table} FOR SELECT TO tributary_task_system USING (true);
CREATE POLICY system_erases ON task.${table} FOR DELETE TO tributary_task_system USING (true);
GRANT SELECT, DELETE ON task.${table} TO tributary_task_system;
`,
  )
  .join('');

const LABELS = `
-- Guests read the labels of the tasks that they see.
CREATE POLICY members_read ON task.label FOR SELECT TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = label.workspace_id));
CREATE POLICY changes ON task.label FOR UPDATE TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = label.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = label.scope_id));
GRANT UPDATE (name, color, version) ON task.label TO tributary_task;
`;

/** What the projections would have written, for tasks that are older. */
const BACKFILL = `
INSERT INTO task.subscriber (task_id, user_id, workspace_id, scope_id, subscribed_at)
SELECT t.id, p.user_id, t.workspace_id, t.scope_id, min(p.occurred_at)
FROM (
  SELECT s.aggregate_id, s.occurred_at, u.user_id::uuid AS user_id FROM event.store s
  CROSS JOIN LATERAL (VALUES (s.payload ->> 'creatorId'), (s.payload ->> 'assigneeId')) AS u (user_id)
  WHERE s.type = 'task.created'
  UNION ALL
  SELECT s.aggregate_id, s.occurred_at, (s.payload ->> 'to')::uuid FROM event.store s
  WHERE s.type = 'task.assignee.changed'
) p JOIN task.task t ON t.id = p.aggregate_id
WHERE p.user_id IS NOT NULL GROUP BY t.id, p.user_id;
`;

/** Description and estimate of tasks, the labels of a workspace, and who is told of a task. */
export const up = `
INSERT INTO event.aggregate VALUES ('label', 'tributary_task');
SET LOCAL ROLE tributary_owner;
${COLUMNS}${TABLES}${POLICIES}${LABELS}
RESET ROLE;
${BACKFILL}
`;

export const down = `
DROP TABLE task.subscriber, task.task_label, task.label;
ALTER TABLE task.task DROP COLUMN estimate, DROP COLUMN description;
DELETE FROM event.aggregate WHERE aggregate_type = 'label';
`;
