import { median, ms, quantile, table } from './figures';
import { BARE, STOCK } from './gateway-contenders';
import type { Result } from './gateway-rounds';

const HEAD = [
  ...[
    '',
    'requests/s',
    'of stock',
    'of bare',
    'p50 / p99',
    'CPU per request',
    'of stock',
    'calls per request',
  ],
  ...['memory', 'core used by clients / subgraphs'],
];

const ratio = (value: number, base: number | undefined) =>
  base === undefined ? '' : `${(value / base).toFixed(value / base < 10 ? 2 : 1)} ×`;
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** A table for each workload. */
export function report(results: readonly Result[]): string {
  const workloads = [...new Set(results.map(({ workload }) => workload))];
  return workloads
    .map((name) => `${name}\n\n${tableOf(results.filter((one) => one.workload === name))}`)
    .join('\n\n');
}

function tableOf(results: readonly Result[]): string {
  const by = (name: string) => results.find(({ contender }) => contender === name);
  const rate = (result: Result | undefined) => result && median(result.perSecond);
  const cpu = (result: Result | undefined) => result && median(result.cpuMs);
  const rows = results.map((result) => [
    result.contender,
    `${Math.round(rate(result)!).toLocaleString('en')}${result.failed > 0 ? ` (${result.failed} failed)` : ''}`,
    ratio(rate(result)!, rate(by(STOCK))),
    ratio(rate(result)!, rate(by(BARE))),
    `${ms(median(result.latencies))} / ${ms(quantile(result.latencies, 0.99))}`,
    `${cpu(result)!.toFixed(3)} ms`,
    `1 / ${(cpu(by(STOCK) ?? result)! / cpu(result)!).toFixed(1)}`,
    (result.calls / result.requests).toFixed(1),
    `${Math.round(result.rssMb)} MB`,
    `${percent(median(result.clientShare))} / ${percent(median(result.subgraphShare))}`,
  ]);
  return table(HEAD, rows);
}
