import type { WorkflowContext } from './workflow.loaders';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long the engine's own records of a run outlast it; what people see of runs stays. */
const KEPT_DAYS = 7;
const BATCH = 500;
/** What a run of the job leaves is done by the next one. */
const MOST_BATCHES = 100;

/**
 * Forgets what the engine kept to take runs up again, of those that ended a week ago. Runs themselves, and what their
 * steps did, are in the subgraph's own tables.
 */
export async function forgetEndedRuns(ctx: WorkflowContext): Promise<void> {
  const before = ctx.now().getTime() - KEPT_DAYS * DAY_MS;
  let batches = 0;
  while ((await forgetSome(ctx, before)) === BATCH && ++batches < MOST_BATCHES);
}

/** The engine's tables are the workers', whose connection this is. */
async function forgetSome(ctx: WorkflowContext, before: number): Promise<number> {
  const [{ count }]: [{ count: string }] = await ctx.db.dataSource.query(
    `/* workflow.forgetEndedRuns */ WITH ended AS (
       SELECT w.workflow_uuid AS id FROM dbos.workflow_status w
       WHERE w.status NOT IN ('ENQUEUED', 'PENDING', 'DELAYED') AND w.updated_at < $1
       ORDER BY w.updated_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
     ), steps AS (DELETE FROM dbos.operation_outputs o USING ended e WHERE o.workflow_uuid = e.id
     ), outputs AS (DELETE FROM dbos.workflow_output o USING ended e WHERE o.workflow_uuid = e.id
     ), inputs AS (DELETE FROM dbos.workflow_input i USING ended e WHERE i.workflow_uuid = e.id
     ), runs AS (DELETE FROM dbos.workflow_status w USING ended e WHERE w.workflow_uuid = e.id RETURNING 1
     ) SELECT count(*) FROM runs`,
    [before],
  );
  return Number(count);
}
