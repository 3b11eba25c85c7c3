/** What a board is set to: whose cards it shows, how many may be in work, and whether that limit binds. */
const COLUMNS = `
ALTER TABLE task.board
  ADD COLUMN is_enforcing_wip_limits boolean NOT NULL DEFAULT false,
  -- Null: of all types, whoever has them, whatever they are called.
  ADD COLUMN filter_types text[] CHECK (cardinality(filter_types) BETWEEN 1 AND 3),
  ADD COLUMN filter_assignee_ids uuid[] CHECK (cardinality(filter_assignee_ids) BETWEEN 1 AND 50),
  ADD COLUMN filter_label_ids uuid[] CHECK (cardinality(filter_label_ids) BETWEEN 1 AND 50),
  ADD COLUMN filter_text text CHECK (length(filter_text) BETWEEN 1 AND 200);
ALTER TABLE task.board_column
  ADD COLUMN wip_limit integer CHECK (wip_limit BETWEEN 1 AND 1000),
  DROP CONSTRAINT board_column_position_key,
  -- Columns change places in one statement, at whose end each has one of its own.
  ADD CONSTRAINT board_column_position_key UNIQUE (board_id, position) DEFERRABLE INITIALLY IMMEDIATE;
-- A move that passes the deletion of its board leaves a card that nobody is shown.
ALTER TABLE task.card DROP CONSTRAINT card_board_id_fkey;
-- A page of a column is read in the order of its ranks.
DROP INDEX task.task_by_category;
CREATE INDEX task_by_category ON task.task (workspace_id, category, rank);
`;

const POLICIES = ['board', 'board_column']
  .map(
    (table) => `
CREATE POLICY changes ON task.${table} FOR UPDATE TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id));
CREATE POLICY deletes ON task.${table} FOR DELETE TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id));
GRANT UPDATE, DELETE ON task.${table} TO tributary_task;
`,
  )
  .join('');

export const up = `SET LOCAL ROLE tributary_owner; ${COLUMNS} ${POLICIES} RESET ROLE;`;

export const down = `
DROP POLICY changes ON task.board;
DROP POLICY deletes ON task.board;
DROP POLICY changes ON task.board_column;
DROP POLICY deletes ON task.board_column;
REVOKE UPDATE, DELETE ON task.board, task.board_column FROM tributary_task;
DROP INDEX task.task_by_category;
CREATE INDEX task_by_category ON task.task (workspace_id, category);
DELETE FROM task.card c WHERE NOT EXISTS (SELECT 1 FROM task.board b WHERE b.id = c.board_id);
ALTER TABLE task.card ADD CONSTRAINT card_board_id_fkey FOREIGN KEY (board_id) REFERENCES task.board;
ALTER TABLE task.board_column DROP COLUMN wip_limit,
  DROP CONSTRAINT board_column_position_key,
  ADD CONSTRAINT board_column_position_key UNIQUE (board_id, position);
ALTER TABLE task.board DROP COLUMN is_enforcing_wip_limits, DROP COLUMN filter_types,
  DROP COLUMN filter_assignee_ids, DROP COLUMN filter_label_ids, DROP COLUMN filter_text;
`;
