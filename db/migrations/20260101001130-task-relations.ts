/** How tasks are related: each relation as either of its two tasks tells it. */
const TABLE = `
CREATE TABLE task.relation (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES task.task,
  other_id uuid NOT NULL REFERENCES task.task,
  type text NOT NULL CHECK (type IN ('BLOCKS', 'RELATES', 'DUPLICATES')),
  -- OUTWARD: the task blocks or duplicates the other, or is related to it; INWARD: the other does.
  direction text NOT NULL CHECK (direction IN ('OUTWARD', 'INWARD')),
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  other_scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  CONSTRAINT relation_key UNIQUE (task_id, type, direction, other_id),
  CHECK (task_id <> other_id)
);
CREATE INDEX relation_by_task ON task.relation (task_id, id);
CREATE INDEX relation_by_other ON task.relation (other_id);
`;

const both = (view: string) => `
  EXISTS (SELECT 1 FROM access.${view} v WHERE v.scope_id = relation.scope_id)
  AND EXISTS (SELECT 1 FROM access.${view} v WHERE v.scope_id = relation.other_scope_id)`;

/** A relation is known to whoever sees both tasks, and made and taken away by whoever writes in the scopes of both. */
const POLICIES = `
ALTER TABLE task.relation ENABLE ROW LEVEL SECURITY;
ALTER TABLE task.relation FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON task.relation FOR SELECT TO tributary_task USING (${both('visible')});
CREATE POLICY adds ON task.relation FOR INSERT TO tributary_task WITH CHECK (${both('writable')});
CREATE POLICY removes ON task.relation FOR DELETE TO tributary_task USING (${both('writable')});
GRANT SELECT, INSERT, DELETE ON task.relation TO tributary_task;
CREATE POLICY system_finds ON task.relation FOR SELECT TO tributary_task_system USING (true);
CREATE POLICY system_erases ON task.relation FOR DELETE TO tributary_task_system USING (true);
GRANT SELECT, DELETE ON task.relation TO tributary_task_system;
`;

export const up = `
SET LOCAL ROLE tributary_owner;
${TABLE}${POLICIES}
-- The parts of a task, in the order in which they were made.
DROP INDEX task.task_by_parent;
CREATE INDEX task_by_parent ON task.task (parent_id, created_at, id) WHERE parent_id IS NOT NULL;
RESET ROLE;
`;

export const down = `
DROP INDEX task.task_by_parent;
CREATE INDEX task_by_parent ON task.task (parent_id) WHERE parent_id IS NOT NULL;
DROP TABLE task.relation;
`;
