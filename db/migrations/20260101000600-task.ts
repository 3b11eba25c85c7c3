const TABLES = `
-- The next number of a workspace's task keys: max(number) + 1 of its tasks, those hidden from the caller included.
CREATE TABLE task.counter (
  workspace_id uuid PRIMARY KEY,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  prefix text NOT NULL CHECK (prefix ~ '^[A-Z0-9]{1,4}$'),
  next integer NOT NULL CHECK (next > 0),
  CHECK (scope_id = workspace_id)
);

CREATE TABLE task.task (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  key text NOT NULL,
  type text NOT NULL CHECK (type IN ('TASK', 'BUG', 'EPIC')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  status text NOT NULL,
  category text NOT NULL CHECK (category IN ('TO_DO', 'IN_PROGRESS', 'IN_REVIEW', 'DONE')),
  assignee_id uuid,
  priority text CHECK (priority IN ('HIGH', 'MEDIUM', 'LOW')),
  severity text CHECK (severity IN ('CRITICAL', 'MAJOR', 'MINOR', 'TRIVIAL')),
  due_date date,
  chat_id uuid NOT NULL,
  source_chat_id uuid,
  source_message_id uuid,
  parent_id uuid REFERENCES task.task,
  -- Where the task stands on a board on which nobody has moved it: follows from the number alone.
  rank text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  CONSTRAINT task_number_key UNIQUE (workspace_id, number),
  CONSTRAINT task_key_key UNIQUE (workspace_id, key),
  CONSTRAINT task_chat_key UNIQUE (chat_id),
  CONSTRAINT task_rank_key UNIQUE (workspace_id, rank),
  CHECK (severity IS NULL OR type = 'BUG'),
  CHECK (CASE type
    WHEN 'TASK' THEN status IN ('TO_DO', 'IN_PROGRESS', 'DONE')
    WHEN 'BUG' THEN status IN ('NEW', 'INVESTIGATING', 'FIXED', 'VERIFIED')
    ELSE status IN ('PLANNED', 'IN_PROGRESS', 'COMPLETED')
  END)
);
CREATE INDEX task_by_time ON task.task (workspace_id, created_at DESC, id DESC);
CREATE INDEX task_by_category ON task.task (workspace_id, category);
CREATE INDEX task_by_source_message ON task.task (source_message_id) WHERE source_message_id IS NOT NULL;
CREATE INDEX task_by_parent ON task.task (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE task.board (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  CHECK (scope_id = workspace_id)
);
CREATE UNIQUE INDEX board_name_key ON task.board (workspace_id, lower(name));
CREATE INDEX board_by_time ON task.board (workspace_id, created_at, id);

CREATE TABLE task.board_column (
  id uuid PRIMARY KEY,
  board_id uuid NOT NULL REFERENCES task.board,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  name text NOT NULL,
  category text NOT NULL CHECK (category IN ('TO_DO', 'IN_PROGRESS', 'IN_REVIEW', 'DONE')),
  position integer NOT NULL,
  CONSTRAINT board_column_position_key UNIQUE (board_id, position),
  CHECK (scope_id = workspace_id)
);

-- Where a task that somebody has moved stands on a board.
CREATE TABLE task.card (
  board_id uuid NOT NULL REFERENCES task.board,
  task_id uuid NOT NULL REFERENCES task.task,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  rank text COLLATE "C" NOT NULL,
  PRIMARY KEY (board_id, task_id),
  CONSTRAINT card_rank_key UNIQUE (board_id, rank)
);
CREATE INDEX card_by_task ON task.card (task_id);

-- The messages whose tags have been decided: each at most once.
CREATE TABLE task.tag_decision (
  message_id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  decided_at timestamptz NOT NULL
);
`;

/** Rows are read where their scope is visible and written where it is writable; nothing is deleted. */
const POLICIES = ['counter', 'task', 'board', 'board_column', 'card', 'tag_decision']
  .map(
    (table) => `
ALTER TABLE task.${table} OWNER TO tributary_owner;
ALTER TABLE task.${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE task.${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON task.${table} FOR SELECT TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = ${table}.scope_id));
CREATE POLICY adds ON task.${table} FOR INSERT TO tributary_task
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id));
GRANT SELECT, INSERT ON task.${table} TO tributary_task;
`,
  )
  .join('');

const CHANGES = ['counter', 'task', 'card']
  .map(
    (table) => `
CREATE POLICY changes ON task.${table} FOR UPDATE TO tributary_task
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${table}.scope_id));
GRANT UPDATE ON task.${table} TO tributary_task;
`,
  )
  .join('');

/** Tasks, boards, and what became of tags. */
export const up = TABLES + POLICIES + CHANGES;

export const down = `
DROP TABLE task.tag_decision, task.card, task.board_column, task.board, task.task, task.counter;
`;
