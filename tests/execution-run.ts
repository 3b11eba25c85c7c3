import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count, printStatistics, type Statistics } from './execution-statistics';
import type { Told } from './execution-worker';

const USAGE = `Compares the compiled executor with Apollo's on random supergraphs, operations and answers.

  npm run test:execution -- [--minutes N] [--seed N]

  --minutes  for how long; 1 unless told
  --seed     that of the first supergraph, each following one's is one more; drawn unless told

Ends with 1 when the two differ, and tells what is needed to see it again.
`;
const MAX_REPORTS = 20;
const PROGRESS_MS = 60_000;
const DIED = 'operations that ended their process while Apollo planned them';

interface Comparing {
  until: number;
  statistics: Statistics;
  differences: number;
}

/** How a worker ended. */
interface End {
  /** Where it was in planning; null when it was not. */
  planning: string | null;
  code: number | null;
  signal: NodeJS.Signals | null;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const minutes = numberOf('minutes', values.minutes ?? '1');
  const seed = numberOf('seed', values.seed ?? String(Date.now() % 1_000_000_000));
  const comparing: Comparing = {
    until: Date.now() + minutes * 60_000,
    statistics: new Map(),
    differences: 0,
  };
  process.stdout.write(`from seed ${seed} for ${minutes} minutes\n`);
  const progress = setInterval(() => print(progressOf(comparing)), PROGRESS_MS);
  try {
    await compare(comparing, seed);
  } finally {
    clearInterval(progress);
  }
  print(printStatistics(comparing.statistics));
  print(`from seed ${seed}: ${progressOf(comparing)}`);
  process.exitCode = comparing.differences > 0 ? 1 : 0;
}

/** Apollo's planner can exhaust what V8 bears and take the process with it: another goes on behind that supergraph. */
async function compare(comparing: Comparing, first: number): Promise<void> {
  let seed = first;
  while (Date.now() < comparing.until && comparing.differences < MAX_REPORTS) {
    const { planning, code, signal } = await runWorker(comparing, seed);
    if (planning === null && code === 0) return;
    if (planning === null) throw new Error(`the comparison ended with ${code ?? signal} from seed ${seed}`);
    count(comparing.statistics, DIED);
    print(`${planning} ended its process while Apollo planned it`);
    seed = Number(planning.split('/')[0]) + 1;
  }
}

/** Compares from a seed on, until the time is up or the process ends. */
function runWorker(comparing: Comparing, seed: number): Promise<End> {
  const worker = fork(join(__dirname, 'execution-worker.js'), [String(seed)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let planning: string | null = null;
  const stop = () => worker.connected && worker.send('stop');
  const timer = setTimeout(stop, comparing.until - Date.now());
  worker.on('message', (told: Told) => {
    if (told.kind === 'planning') planning = told.id;
    else if (told.kind === 'planned') planning = null;
    else if (told.kind === 'difference') {
      print(`${told.report}\n`);
      if (++comparing.differences >= MAX_REPORTS) stop();
    } else for (const [name, times] of told.counts) count(comparing.statistics, name, times);
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve({ planning, code, signal });
    });
  });
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} takes a number, not ${text}`);
  return value;
}

function progressOf({ statistics, differences }: Comparing): string {
  const of = (name: string) => statistics.get(name) ?? 0;
  return `${of('supergraphs')} supergraphs, ${of('operations')} operations, ${of('executions')} executions, ${differences} differences`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
