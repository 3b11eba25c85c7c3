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
}

/** How it is measured. */
export interface Settings {
  seconds: number;
  rounds: number;
  connections: number;
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

async function ask({ url }: Contender, body: string, token: string): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body });
  return response.text();
}

/** Teaches the bare server, and says what differs between the answers, if anything does. */
export async function prepare(bench: Bench, workload: Workload): Promise<void> {
  const by = (name: string) => bench.contenders.find((one) => one.name === name)!;
  const token = workload.tokens[0]!;
  const recordings: Recording[] = [];
  for (const body of bodiesOf(workload)) {
    const answers = new Map<string, string>();
    for (const contender of bench.contenders)
      if (contender.name !== BARE) answers.set(contender.name, await ask(contender, body, token));
    const expected = dataOf(answers.get(STOCK)!, STOCK);
    for (const [name, text] of answers)
      if (!isDeepStrictEqual(dataOf(text, name), expected))
        throw new Error(`${name} does not answer ${body} as stock does:\n${text}\n${answers.get(STOCK)}`);
    await bench.subgraphs.ask('record');
    await ask(by(PLAIN), body, token);
    const stages = await bench.subgraphs.ask<RecordedCall[][]>('recorded');
    recordings.push({ request: body, stages, answer: answers.get(PLAIN)! });
  }
  await teach(by(BARE), recordings);
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
    for (const [i, contender] of bench.contenders.entries()) {
      const result = results[i]!;
      await measure(bench, [contender], workload, round < 0 ? emptyResult('', '') : result);
    }
  return results;
}

export const emptyResult = (contender: string, workload: string): Result => ({
  ...{ contender, workload, perSecond: [], latencies: [], cpuMs: [], clientShare: [], subgraphShare: [] },
  ...{ calls: 0, requests: 0, failed: 0, rssMb: 0 },
});

/** Measures one round of what is served by these together. */
export async function measure(
  { load, subgraphs, settings }: Bench,
  contenders: readonly Contender[],
  workload: Workload,
  result: Result,
): Promise<void> {
  const traffic: Traffic = {
    urls: contenders.map(({ url }) => url),
    bodies: bodiesOf(workload),
    tokens: workload.tokens,
    connections: settings.connections,
    milliseconds: SETTLE_MS,
  };
  await load.ask('run', traffic);
  const servers = contenders.map(({ server }) => server);
  const cpu = async () => {
    const used = (child: Child) => child.ask<number>('cpu');
    const [ofServers, client, behind] = await Promise.all([
      Promise.all(servers.map(used)),
      used(load),
      used(subgraphs),
    ]);
    return { servers: sum(ofServers), client, behind };
  };
  await subgraphs.ask('counts');
  const before = await cpu();
  const milliseconds = settings.seconds * 1000;
  const served = await load.ask<Served>('run', { ...traffic, milliseconds } satisfies Traffic);
  const after = await cpu();
  const counts = await subgraphs.ask<Record<string, number>>('counts');
  const tookMs = (served.count * 1000) / served.perSecond;
  result.perSecond.push(served.perSecond);
  result.cpuMs.push((after.servers - before.servers) / served.count);
  result.clientShare.push((after.client - before.client) / tookMs);
  result.subgraphShare.push((after.behind - before.behind) / tookMs);
  for (const latency of served.latencies) result.latencies.push(latency);
  result.calls += sum(Object.values(counts));
  result.requests += served.count;
  result.failed += served.failed;
  result.rssMb = sum(await Promise.all(servers.map((server) => server.ask<number>('rss')))) / 2 ** 20;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
