const COLUMNS = `
-- Where the work of a board comes from; the integration is the workspace's.
ALTER TABLE task.board ADD COLUMN integration_id uuid;
ALTER TABLE task.board_column
  ADD COLUMN integration_id uuid,
  ADD COLUMN is_commitment_point boolean NOT NULL DEFAULT false;
-- One commitment point per workspace and integration; boards without an integration share one.
CREATE UNIQUE INDEX board_column_commitment_key ON task.board_column (workspace_id, integration_id) NULLS NOT DISTINCT
  WHERE is_commitment_point;
-- Since when, without a break, the status is at least in progress, in review, done.
ALTER TABLE task.task
  ADD COLUMN started_at timestamptz,
  ADD COLUMN reviewed_at timestamptz,
  ADD COLUMN completed_at timestamptz;
`;

/** The times of the tasks that there are, from their events: the first since the last that fell short. */
const TIMES = `
WITH change AS (
  SELECT s.aggregate_id, s.version, s.occurred_at, CASE
      WHEN s.payload ->> 'to' IN ('TO_DO', 'NEW', 'PLANNED') THEN 0
      WHEN s.payload ->> 'to' IN ('IN_PROGRESS', 'INVESTIGATING') THEN 1
      WHEN s.payload ->> 'to' = 'FIXED' THEN 2 ELSE 3 END AS stage
  FROM event.store s WHERE s.aggregate_type = 'task' AND s.type = 'task.status.changed'
), reached AS (
  SELECT g.stage, c.aggregate_id, min(c.occurred_at) AS at FROM generate_series(1, 3) AS g (stage)
  JOIN change c ON c.stage >= g.stage
  WHERE NOT EXISTS (SELECT 1 FROM change l
                    WHERE l.aggregate_id = c.aggregate_id AND l.version > c.version AND l.stage < g.stage)
  GROUP BY g.stage, c.aggregate_id
)
UPDATE task.task t SET
  started_at = (SELECT r.at FROM reached r WHERE r.aggregate_id = t.id AND r.stage = 1),
  reviewed_at = (SELECT r.at FROM reached r WHERE r.aggregate_id = t.id AND r.stage = 2),
  completed_at = (SELECT r.at FROM reached r WHERE r.aggregate_id = t.id AND r.stage = 3);
`;

/** The commitment points of boards, and since when tasks are in work and done. */
export const up = `SET LOCAL ROLE tributary_owner; ${COLUMNS} RESET ROLE; ${TIMES}`;

export const down = `
DROP INDEX task.board_column_commitment_key;
ALTER TABLE task.task DROP COLUMN started_at, DROP COLUMN reviewed_at, DROP COLUMN completed_at;
ALTER TABLE task.board_column DROP COLUMN is_commitment_point, DROP COLUMN integration_id;
ALTER TABLE task.board DROP COLUMN integration_id;
`;
