import { type Context, createContext, type Database } from './context';
import { newUuid } from './ids';
import type { Logger } from './logger';
import { ownPrincipal } from './requests';
import { queryAlone } from './statements';
import type { Job, SubgraphManifest } from './subgraph';

export interface JobsOptions {
  db: Database;
  /** Who holds a lease. */
  workerId: string;
  log: Logger;
  now(): Date;
}

export interface Jobs {
  /** Ends after the runs that are under way. */
  stop(): Promise<void>;
}

/** A worker that dies in a run keeps others from the job for this long, beyond the job's own interval. */
const GRACE_MS = 30_000;

/**
 * Runs the jobs of all subgraphs, each by one worker at a time however many there are: whoever has a job's lease runs
 * it and renews it while the run lasts, and another takes it over when it is not renewed. Leases go by the database's clock, which all share.
 */
export function startJobs(manifests: readonly SubgraphManifest[], options: JobsOptions): Jobs {
  const loops = manifests.flatMap((manifest) =>
    Object.entries(manifest.jobs ?? {}).map(([name, job]) => startLoop(manifest, name, job, options)),
  );
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

function startLoop(manifest: SubgraphManifest, jobName: string, job: Job<never>, options: JobsOptions): Jobs {
  const { log } = options;
  const everyMs = typeof job.everyMs === 'number' ? job.everyMs : job.everyMs(options.db.settings);
  const name = `${manifest.name}.${jobName}`;
  let running: Promise<void> | null = null;
  let renewing: Promise<unknown> | null = null;
  const turn = async () => {
    try {
      if (await takeLease(options, name, everyMs)) await job.run(contextOf(manifest, options) as never);
    } catch (error) {
      log.warn({ err: error, job: name }, 'a job failed');
    }
  };
  // A run may last longer than a lease.
  const renew = () => {
    renewing ??= takeLease(options, name, everyMs)
      .catch((error: unknown) => log.debug({ err: error, job: name }, 'a lease is not renewed'))
      .finally(() => {
        renewing = null;
      });
  };
  const start = () => {
    if (running) {
      renew();
      return;
    }
    running = turn().finally(() => {
      running = null;
    });
  };
  start();
  const timer = setInterval(start, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await renewing;
      await releaseLease(options, name);
    },
  };
}

async function takeLease({ db, workerId }: JobsOptions, name: string, everyMs: number): Promise<boolean> {
  const rows = await queryAlone(
    db,
    `/* kit.takeLease */ INSERT INTO access.lease AS l (name, holder, until)
     VALUES ($1, $2, clock_timestamp() + $3 * interval '1 ms')
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
     WHERE l.holder = excluded.holder OR l.until < clock_timestamp()
     RETURNING l.name`,
    [name, workerId, everyMs + GRACE_MS],
  );
  return rows.length > 0;
}

/** What a worker gives back another takes at once. */
async function releaseLease({ db, workerId, log }: JobsOptions, name: string): Promise<void> {
  const release = '/* kit.releaseLease */ DELETE FROM access.lease l WHERE l.name = $1 AND l.holder = $2';
  await queryAlone(db, release, [name, workerId]).catch((error: unknown) =>
    log.debug({ err: error, job: name }, 'a lease runs out by itself'),
  );
}

function contextOf(manifest: SubgraphManifest, { db, log, now }: JobsOptions): Context {
  return createContext(
    {
      principal: ownPrincipal('worker'),
      correlationId: newUuid(),
      db: { ...db, name: `tributary_${manifest.name}`, projections: manifest.projections },
      log,
      now,
    },
    manifest.loaders,
  );
}
