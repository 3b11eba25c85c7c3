import { DBOS, type DLogger } from '@dbos-inc/dbos-sdk';
import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import type { Logger } from '../kit/logger';
import type { Engine, EngineOptions } from '../kit/subgraph';
import { interpret, type ExecutionInput } from './engine.interpreter';
import { takeLease, type Lease } from './engine.lease';
import type { WorkflowLoaders } from './workflow.loaders';

type WorkflowEngineOptions = EngineOptions<WorkflowLoaders>;

/** What workflow.enqueue_execution names. */
const WORKFLOW = 'runExecution';
const QUEUE = 'executions';
const APPLICATION = 'tributary';
/** Names the order of steps that the interpreter takes. A run goes on only where this has not changed since it began. */
const VERSION = 'interpreter-1';
/** Each poll is planned anew by PostgreSQL: more often costs an idle platform more than a run gains. */
const POLL_MS = 100;
const SWEEP_MS = 1_000;
const DRAIN_MS = 3_000;
const POOL_SIZE = 8;
const IDLE_IN_TRANSACTION_MS = 60_000;
const RUNS_PER_WORKER = 20;
const RUNS_PER_WORKSPACE = 10;

/**
 * Starts the durable engine in this process, which may hold one at a time: it takes queued runs, and those of workers
 * that died. `stop` gives running ones a moment to end; what is left goes on elsewhere.
 */
export async function startEngine(options: WorkflowEngineOptions): Promise<Engine> {
  if (DBOS.isInitialized()) throw new Error('this process has an engine already');
  const log = options.log.child({ part: 'engine' });
  const lease = await takeLease({ databaseUrl: options.databaseUrl, executorId: options.workerId, log });
  let hasStopped = false;
  DBOS.registerWorkflow(
    (input: ExecutionInput) => interpret({ ...options, log, hasStopped: () => hasStopped }, input),
    {
      name: WORKFLOW,
    },
  );
  const shutdown = async () => {
    await DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: DRAIN_MS });
    hasStopped = true;
    // Given up last: nobody else may take up a run while it can still go on here.
    await lease.release();
  };
  try {
    await launch(options, log);
  } catch (error) {
    await shutdown().catch(() => undefined);
    throw error;
  }
  const sweeper = sweepEvery(SWEEP_MS, lease);
  return {
    async stop() {
      await sweeper.stop();
      await shutdown();
    },
  };
}

async function launch(options: WorkflowEngineOptions, log: Logger): Promise<void> {
  DBOS.setConfig({
    name: APPLICATION,
    systemDatabaseUrl: withIdleTimeout(options.databaseUrl),
    systemDatabasePoolSize: POOL_SIZE,
    systemDatabaseSchemaName: 'dbos',
    runMigrations: false,
    applicationVersion: VERSION,
    executorID: options.workerId,
    logger: loggerFor(log),
  });
  await DBOS.launch();
  await DBOS.registerQueue(QUEUE, {
    workerConcurrency: RUNS_PER_WORKER,
    partitionConcurrency: RUNS_PER_WORKSPACE,
    minPollingIntervalMs: POLL_MS,
  });
}

/** Set with the connection: the engine itself would send it beside its first query. */
function withIdleTimeout(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options') ?? '';
  url.searchParams.set(
    'options',
    `${given} -c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`.trim(),
  );
  return url.href;
}

/** Takes over the runs of workers that died, again and again. */
function sweepEvery(intervalMs: number, lease: Lease): { stop(): Promise<void> } {
  const recover = async (executorId: string) => {
    await DBOSExecutor.globalInstance?.recoverPendingWorkflows([executorId]);
  };
  let sweep = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    sweep = lease.sweep(VERSION, recover).finally(() => (isBusy = false));
  }, intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      await sweep;
    },
  };
}

/** The engine tells much that is of interest only when it is looked into. */
function loggerFor(log: Logger): DLogger {
  return {
    debug: (entry) => log.trace(String(entry)),
    info: (entry) => log.debug(String(entry)),
    // What follows the first line is a stack of the engine's own.
    warn: (entry) => log.warn(String(entry).split('\n', 1)[0]),
    error: (entry, metadata) => log.error({ err: metadata?.error }, String(entry)),
  };
}
