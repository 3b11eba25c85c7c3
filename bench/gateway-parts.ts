import { join } from 'node:path';
import { startChild } from './child';
import { openOwn, openPublished, type Opened } from './gateway-backends';
import { startContenders, startPairs, stop, type Contender } from './gateway-contenders';
import {
  compare,
  prepare,
  profile,
  type Bench,
  type Result,
  type Settings,
  type Workload,
} from './gateway-rounds';

/** Where things run. */
export interface Stage {
  /** For files that the servers read. */
  folder: string;
  settings: Settings;
  /** That of the gateways, and that of everything else; undefined where there is nothing to choose from. */
  cores: { gateways: string; others: string } | undefined;
}

/** Measures something on a stage, which it leaves as it found it. */
export type Part = (stage: Stage) => Promise<Result[]>;

/** What can be measured by itself, by its name on the command line. */
export const PARTS: Readonly<Record<string, { does: string; measure: Part }>> = {
  published: {
    does: 'the four subgraphs by which gateways are usually compared',
    measure: async (stage) => {
      const opened = await openPublished({ folder: stage.folder, cores: stage.cores?.others });
      return measureAll(stage, opened, await startContenders(opened.backend, stage.cores?.gateways));
    },
  },
  own: { does: 'the platform itself', measure: (stage) => measureOwn(stage, false) },
  kept: {
    does: 'the platform, whose subgraphs answer at once what they have answered before',
    measure: (stage) => measureOwn(stage, true),
  },
  two: { does: 'one process and two; nothing is pinned, all share all cores', measure: measureTwo },
};

async function measureOwn(stage: Stage, isKept: boolean): Promise<Result[]> {
  const opened = await openOwn({ folder: stage.folder, cores: stage.cores?.others }, isKept);
  return measureAll(stage, opened, await startContenders(opened.backend, stage.cores?.gateways));
}

/** Nothing is pinned: what two processes gain is what the rest leaves them. */
async function measureTwo({ cores, ...stage }: Stage): Promise<Result[]> {
  const all = cores && `${cores.gateways},${cores.others}`;
  const opened = await openPublished({ folder: stage.folder, cores: all });
  return measureAll({ ...stage, cores: undefined }, opened, await startPairs(opened.backend, all), all);
}

async function measureAll(
  { settings, cores }: Stage,
  { subgraphs, workloads, behindMs, close }: Opened,
  contenders: readonly Contender[],
  coresOfClients = cores?.others,
): Promise<Result[]> {
  const load = startChild(join(__dirname, 'gateway-load.js'), { cores: coresOfClients });
  const bench: Bench = { contenders, subgraphs, load, settings, behindMs };
  try {
    const results: Result[] = [];
    for (const workload of workloads) results.push(...(await measureOne(bench, workload)));
    return results;
  } finally {
    await Promise.all([load.stop(), ...contenders.map(stop)]);
    await close();
  }
}

async function measureOne(bench: Bench, workload: Workload): Promise<Result[]> {
  await prepare(bench, workload);
  const results = await compare(bench, workload);
  await profile(bench, workload);
  return results;
}
