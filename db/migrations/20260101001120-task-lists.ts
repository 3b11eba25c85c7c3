/**
 * Orders of the lists of tasks, each along an index, however many tasks a workspace has. A task that has not been
 * changed was last changed when it was created; what changed others is found in their events.
 */
export const up = `
SET LOCAL ROLE tributary_owner;
ALTER TABLE task.task ADD COLUMN updated_at timestamptz;
RESET ROLE;
UPDATE task.task t SET updated_at = coalesce(
  (SELECT s.occurred_at FROM event.store s
   WHERE s.aggregate_type = 'task' AND s.aggregate_id = t.id AND s.type NOT IN ('task.tags.applied', 'task.subscriber.added', 'task.subscriber.removed')
   ORDER BY s.version DESC LIMIT 1),
  t.created_at);
SET LOCAL ROLE tributary_owner;
ALTER TABLE task.task ALTER COLUMN updated_at SET NOT NULL;
CREATE INDEX task_by_change ON task.task (workspace_id, updated_at, id);
CREATE INDEX task_by_due_date ON task.task (workspace_id, coalesce(due_date, 'infinity'::date), id);
CREATE INDEX task_by_priority ON task.task
  (workspace_id, (CASE priority WHEN 'HIGH' THEN 3 WHEN 'MEDIUM' THEN 2 WHEN 'LOW' THEN 1 ELSE 0 END), id);
CREATE INDEX task_by_assignee ON task.task (assignee_id, created_at, id) WHERE assignee_id IS NOT NULL;
RESET ROLE;
`;

export const down = `
DROP INDEX task.task_by_assignee, task.task_by_priority, task.task_by_due_date, task.task_by_change;
ALTER TABLE task.task DROP COLUMN updated_at;
`;
