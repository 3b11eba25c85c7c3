import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Child } from './child';
import type { Recording } from './gateway-bare';
import { BARE, PLAIN, STOCK, teach, type Contender } from './gateway-contenders';
import type { Served, Traffic } from './gateway-load';
import type { RecordedCall } from './gateway-subgraphs';

/** What clients ask, by name. */
export interface Workload {
  name: string;
  query: string;
  /** The sets of variables, which clients go through. */
  variables: readonly object[];
  tokens: readonly string[];
}

/** What measures. */
export interface Bench {
  contenders: readonly Contender[];
  subgraphs: Child;
  load: Child;
  settings: Settings;
  /** What stands behind the subgraphs has used, in milliseconds of CPU. */
  behindMs?: () => number;
}

/** How it is measured. */
export interface Settings {
  seconds: number;
  rounds: number;
  connections: number;
  /** The folder where profiles are put; none are taken without. */
  profiles?: string;
}

/** What one contender did with one workload, round by round. */
export interface Result {
  contender: string;
  workload: string;
  perSecond: number[];
  latencies: number[];
  /** Per request, by the server's process. */
  cpuMs: number[];
  /** Of one core, by the clients and by the subgraphs. */
  clientShare: number[];
  subgraphShare: number[];
  calls: number;
  requests: number;
  failed: number;
  rssMb: number;
}

const WARM_UP_ROUNDS = 1;
const SETTLE_MS = 500;

const bodiesOf = ({ query, variables }: Workload) =>
  variables.map((set) => JSON.stringify({ query, variables: set }));

async function ask({ urls }: Contender, body: string, token: string): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(urls[0]!, { method: 'POST', headers, body });
  return response.text();
}

/** Checks that all answer the same, and teaches the bare servers. */
export async function prepare(bench: Bench, workload: Workload): Promise<void> {
  const isBare = ({ name }: Contender) => name.startsWith(BARE);
  const gateways = bench.contenders.filter((one) => !isBare(one));
  const plain = gateways.find(({ name }) => name === PLAIN)!;
  const token = workload.tokens[0]!;
  const recordings: Recording[] = [];
  for (const body of bodiesOf(workload)) {
    const answers = new Map<string, string>();
    for (const contender of gateways) answers.set(contender.name, await ask(contender, body, token));
    const expected = dataOf(answers.get(STOCK)!, STOCK);
    for (const [name, text] of answers)
      if (!isDeepStrictEqual(dataOf(text, name), expected))
        throw new Error(`${name} does not answer ${body} as stock does:\n${text}\n${answers.get(STOCK)}`);
    await bench.subgraphs.ask('record');
    await ask(plain, body, token);
    const stages = await bench.subgraphs.ask<RecordedCall[][]>('recorded');
    recordings.push({ request: body, stages, answer: answers.get(PLAIN)! });
  }
  for (const bare of bench.contenders.filter(isBare)) await teach(bare, recordings);
}

function dataOf(text: string, name: string): unknown {
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || !data) throw new Error(`${name} answers ${text.slice(0, 2000)}`);
  return data;
}

/** Lets the contenders take turns, so that what else the machine does falls on all of them. */
export async function compare(bench: Bench, workload: Workload): Promise<Result[]> {
  const results = bench.contenders.map((contender) => emptyResult(contender.name, workload.name));
  for (let round = -WARM_UP_ROUNDS; round < bench.settings.rounds; round++)
    for (const [i, contender] of bench.contenders.entries())
      await measure(bench, contender, workload, round < 0 ? emptyResult('', '') : results[i]!);
  return results;
}

const emptyResult = (contender: string, workload: string): Result => ({
  ...{ contender, workload, perSecond: [], latencies: [], cpuMs: [], clientShare: [], subgraphShare: [] },
  ...{ calls: 0, requests: 0, failed: 0, rssMb: 0 },
});

const trafficOf = ({ settings }: Bench, { urls }: Contender, workload: Workload): Traffic => ({
  urls,
  bodies: bodiesOf(workload),
  tokens: workload.tokens,
  connections: settings.connections,
  milliseconds: settings.seconds * 1000,
});

/** What has been used so far, in milliseconds of CPU. */
async function usedBy({ load, subgraphs, behindMs }: Bench, { servers }: Contender) {
  const asked = [...servers, load, subgraphs].map((child) => child.ask<number>('cpu'));
  const used = await Promise.all(asked);
  return {
    servers: sum(used.slice(0, servers.length)),
    clients: used.at(-2)!,
    behind: used.at(-1)! + (behindMs?.() ?? 0),
  };
}

/** Measures one round. */
async function measure(
  bench: Bench,
  contender: Contender,
  workload: Workload,
  result: Result,
): Promise<void> {
  const { load, subgraphs } = bench;
  const traffic = trafficOf(bench, contender, workload);
  await load.ask('run', { ...traffic, milliseconds: SETTLE_MS } satisfies Traffic);
  await subgraphs.ask('counts');
  const before = await usedBy(bench, contender);
  const served = await load.ask<Served>('run', traffic);
  const after = await usedBy(bench, contender);
  const counts = await subgraphs.ask<Record<string, number>>('counts');
  const tookMs = (served.count * 1000) / served.perSecond;
  result.perSecond.push(served.perSecond);
  result.cpuMs.push((after.servers - before.servers) / served.count);
  result.clientShare.push((after.clients - before.clients) / tookMs);
  result.subgraphShare.push((after.behind - before.behind) / tookMs);
  for (const latency of served.latencies) result.latencies.push(latency);
  result.calls += sum(Object.values(counts));
  result.requests += served.count;
  result.failed += served.failed;
  const rss = await Promise.all(contender.servers.map((server) => server.ask<number>('rss')));
  result.rssMb = sum(rss) / 2 ** 20;
}

/** Notes where the time of each contender goes, in rounds that are not counted. */
export async function profile(bench: Bench, workload: Workload): Promise<void> {
  const { load, settings, contenders } = bench;
  if (settings.profiles === undefined) return;
  mkdirSync(settings.profiles, { recursive: true });
  for (const contender of contenders) {
    const [server] = contender.servers;
    const traffic = trafficOf(bench, contender, workload);
    await load.ask('run', { ...traffic, milliseconds: SETTLE_MS } satisfies Traffic);
    await server!.ask('profile');
    await load.ask('run', traffic);
    const noted = await server!.ask<object>('profiled');
    const name = `${workload.name}, ${contender.name}`.replaceAll(/[^\w]+/g, '-');
    writeFileSync(join(settings.profiles, `${name}.cpuprofile`), JSON.stringify(noted));
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
