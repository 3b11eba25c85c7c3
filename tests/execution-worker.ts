import { compiledOperation } from '../gateway/execute/compiled';
import { stockOperation } from '../gateway/execute/stock';
import { compareExecutors, type Case } from './execution-cases';
import { reportOf } from './execution-report';
import { shrink } from './execution-shrink';
import type { Statistics } from './execution-statistics';

/** What a worker tells whoever started it. */
export type Told =
  | { kind: 'planning'; id: string }
  | { kind: 'planned' }
  | { kind: 'difference'; report: string }
  /** All that was counted since the last. */
  | { kind: 'counted'; counts: [name: string, times: number][] };

/** One report for each supergraph and kind of difference. */
function kindOf({ stage, differences }: Case): string {
  return `${stage.seed} ${differences.join()}`;
}

function tell(told: Told): void {
  if (process.connected) process.send!(told);
}

/** Compares from a seed on until it is told anything, or whoever started it has gone. */
async function main(): Promise<void> {
  const comparison = { expected: stockOperation, actual: compiledOperation };
  const statistics: Statistics = new Map();
  const reported = new Set<string>();
  let isOver = false;
  const end = () => (isOver = true);
  process.once('message', end).once('disconnect', end);
  await compareExecutors({
    ...comparison,
    seed: Number(process.argv[2]),
    statistics,
    goesOn: () => {
      tell({ kind: 'counted', counts: [...statistics] });
      statistics.clear();
      return !isOver;
    },
    onPlanning: (id) => tell({ kind: 'planning', id }),
    onPlanned: () => tell({ kind: 'planned' }),
    async onDifference(found) {
      const kind = kindOf(found);
      if (reported.has(kind)) return;
      reported.add(kind);
      tell({ kind: 'difference', report: reportOf(await shrink(found, comparison)) });
    },
  });
  tell({ kind: 'counted', counts: [...statistics] });
  if (process.connected) process.disconnect();
}

void main();
