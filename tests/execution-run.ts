import { parseArgs } from 'node:util';
import { compiledOperation } from '../gateway/execute/compiled';
import { stockOperation } from '../gateway/execute/stock';
import { compareExecutors, type Case } from './execution-cases';
import { reportOf } from './execution-report';
import { shrink } from './execution-shrink';
import { printStatistics, type Statistics } from './execution-statistics';

const MAX_REPORTS = 20;
const PROGRESS_MS = 60_000;

/** Compares our executor with Apollo's for minutes on end; ends with 1 when they differ. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
  const minutes = Number(values.minutes ?? 1);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  const comparison = { expected: stockOperation, actual: compiledOperation };
  const statistics: Statistics = new Map();
  const reported = new Set<string>();
  const began = Date.now();
  let told = began;
  process.stdout.write(`from seed ${seed} for ${minutes} minutes\n`);
  await compareExecutors({
    ...comparison,
    seed,
    statistics,
    goesOn() {
      if (Date.now() - told > PROGRESS_MS) {
        told = Date.now();
        process.stdout.write(`${progressOf(statistics, reported.size)}\n`);
      }
      return Date.now() - began < minutes * 60_000 && reported.size < MAX_REPORTS;
    },
    async onDifference(found) {
      const kind = kindOf(found);
      if (reported.has(kind) || reported.size >= MAX_REPORTS) return;
      reported.add(kind);
      process.stdout.write(`${reportOf(await shrink(found, comparison))}\n\n`);
    },
  });
  process.stdout.write(`${printStatistics(statistics)}\n`);
  process.stdout.write(`from seed ${seed}: ${progressOf(statistics, reported.size)}\n`);
  process.exitCode = reported.size > 0 ? 1 : 0;
}

/** One report for each supergraph and kind of difference. */
function kindOf({ stage, differences }: Case): string {
  return `${stage.seed} ${differences.join()}`;
}

function progressOf(statistics: Statistics, differences: number): string {
  const of = (name: string) => statistics.get(name) ?? 0;
  return `${of('supergraphs')} supergraphs, ${of('operations')} operations, ${of('executions')} executions, ${differences} differences`;
}

void main();
