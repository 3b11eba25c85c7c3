import { Client } from 'pg';
import type { Logger } from '../kit/logger';

/** The proof that an executor lives: a lock that PostgreSQL frees when the executor's session ends. */
export interface Lease {
  /** Calls `recover` for each executor of this version that has unfinished runs and no lease. */
  sweep(applicationVersion: string, recover: (executorId: string) => Promise<void>): Promise<void>;
  release(): Promise<void>;
}

export interface LeaseOptions {
  databaseUrl: string;
  executorId: string;
  log: Logger;
}

const CLASS = 7403;
const PATIENCE_MS = 10_000;
const RETRY_MS = 250;

const TRY = '/* engine.tryLease */ SELECT pg_try_advisory_lock(hashtextextended($1, $2)) AS taken';
const FREE = '/* engine.freeLease */ SELECT pg_advisory_unlock(hashtextextended($1, $2))';
const UNFINISHED = `/* engine.findUnfinished */ SELECT DISTINCT executor_id AS "executorId" FROM dbos.workflow_status
 WHERE status = 'PENDING' AND executor_id <> $1 AND application_version = $2`;

/**
 * Takes the lease of an executor id, on a session of its own. Waits up to 10 s for one that is just being given up;
 * an error names the id when another worker keeps it. A lease whose session breaks is taken again.
 */
export async function takeLease(options: LeaseOptions): Promise<Lease> {
  let session = await connect(options, PATIENCE_MS);
  const renew = async (): Promise<void> => {
    options.log.warn({ executorId: options.executorId }, 'the lease was lost; taking it again');
    await session.end().catch(() => undefined);
    session = await connect(options, 0);
  };
  return {
    async sweep(applicationVersion, recover) {
      try {
        await sweepWith(session, options.executorId, applicationVersion, recover);
      } catch (error) {
        options.log.warn({ err: error }, 'looking for abandoned runs failed');
        if (!(await isAlive(session))) await renew().catch(() => undefined);
      }
    },
    release: () => session.end().catch(() => undefined),
  };
}

async function sweepWith(
  session: Client,
  executorId: string,
  applicationVersion: string,
  recover: (executorId: string) => Promise<void>,
): Promise<void> {
  const { rows } = await session.query<{ executorId: string }>(UNFINISHED, [executorId, applicationVersion]);
  for (const other of rows) {
    if (!(await tryLock(session, other.executorId))) continue;
    try {
      await recover(other.executorId);
    } finally {
      await session.query(FREE, [other.executorId, CLASS]);
    }
  }
}

async function connect({ databaseUrl, executorId, log }: LeaseOptions, patienceMs: number): Promise<Client> {
  const session = new Client({
    connectionString: databaseUrl,
    application_name: `tributary-lease-${executorId}`,
    keepAlive: true,
    // A machine that vanishes says no goodbye: the server gives its session up after some 20 s.
    options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  });
  session.on('error', (error) => log.warn({ err: error.message }, "the lease's connection broke"));
  try {
    await session.connect();
    const deadline = Date.now() + patienceMs;
    while (!(await tryLock(session, executorId))) {
      if (Date.now() >= deadline) {
        throw new Error(`Another worker runs as ${executorId}: give each worker a WORKER_ID of its own.`);
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    return session;
  } catch (error) {
    await session.end().catch(() => undefined);
    throw error;
  }
}

async function tryLock(session: Client, executorId: string): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>(TRY, [executorId, CLASS]);
  return rows[0]!.taken;
}

async function isAlive(session: Client): Promise<boolean> {
  return session.query('/* engine.ping */ SELECT 1').then(
    () => true,
    () => false,
  );
}
