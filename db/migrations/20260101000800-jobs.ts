/** Which worker runs which job. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE access.lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  until timestamptz NOT NULL
);
ALTER TABLE access.lease ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.lease FORCE ROW LEVEL SECURITY;
CREATE POLICY worker_leases ON access.lease FOR SELECT TO tributary_worker USING (true);
CREATE POLICY worker_takes ON access.lease FOR INSERT TO tributary_worker WITH CHECK (true);
CREATE POLICY worker_renews ON access.lease FOR UPDATE TO tributary_worker USING (true);
CREATE POLICY worker_releases ON access.lease FOR DELETE TO tributary_worker USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.lease TO tributary_worker;

RESET ROLE;
`;

export const down = `
DROP TABLE access.lease;
`;
