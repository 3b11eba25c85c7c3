import { join } from 'node:path';
import { startChild, type Child } from './child';
import { machine, ms, table } from './figures';
import { baseline, ours, raw, setStage, type Stage } from './fanout-contenders';
import { startFanoutPlatform } from './fanout-platform';
import { measure, openAudience, type Contender, type Figures, type Load } from './fanout-rounds';
import { makeDataDir } from './platform';
import type { Usage } from './probe';

const SIZES = [100, 1000, 5000, 10_000];
const SINGLE: Load = { burst: 1, bursts: 20 };
const BURST: Load = { burst: 5, bursts: 6 };
/** An execution per client takes seconds: it is measured at the smaller sizes, and less often. */
const PER_CLIENT: Load = { burst: 1, bursts: 1 };
const MOST_PER_CLIENT = 1000;
/** Where others are shown beside a client that does not read. */
const STALLED_AT = 1000;
const SETTLED_MS = 2000;
const HEAD = [
  '',
  'sockets',
  'events',
  'CPU per event',
  'CPU per delivery',
  'of raw',
  'p50 / p99',
  'held per idle socket',
];

/** A row of the table. */
interface Result extends Figures {
  contender: string;
  heldKb: number;
}

type Measured = { results: Result[]; sample: string };

interface Run {
  contender: Contender;
  name: string;
  size: number;
  loads: readonly Load[];
}

/** Opens the sockets, measures while they wait and while events come, and closes them. */
async function run(clients: Child[], { contender, name, size, loads }: Run): Promise<Measured> {
  const { server } = contender;
  const before = await server.ask<Usage>('usage');
  const audience = await openAudience(clients, contender, size);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const idle = await server.ask<Usage>('usage');
  const heldKb = (idle.heldBytes - before.heldBytes) / 1024 / size;
  const results: Result[] = [];
  for (const load of loads)
    results.push({ contender: name, heldKb, ...(await measure(contender, audience, load)) });
  if (size === STALLED_AT && name === OURS) {
    await audience.stall();
    results.push({
      contender: `${OURS}, one not reading`,
      heldKb,
      ...(await measure(contender, audience, SINGLE)),
    });
  }
  const sample = await audience.sample();
  await audience.close();
  return { results, sample };
}

const OURS = 'Tributary';
const RAW = 'raw `ws` broadcast';
const BASELINE = 'an execution per client';

async function measureSize(stage: Stage, clients: Child[], size: number): Promise<Result[]> {
  const both = [SINGLE, BURST];
  const { results, sample } = await run(clients, { contender: ours(stage), name: OURS, size, loads: both });
  const floor = await raw(sample);
  results.push(...(await run(clients, { contender: floor, name: RAW, size, loads: both })).results);
  await floor.server.stop();
  if (size > MOST_PER_CLIENT) return results;
  const plain = await baseline(stage);
  results.push(
    ...(await run(clients, { contender: plain, name: BASELINE, size, loads: [PER_CLIENT] })).results,
  );
  await plain.server.stop();
  return results;
}

function toRow(result: Result, all: readonly Result[]): string[] {
  const { contender, sockets, burst, cpuPerEventMs, cpuPerDeliveryUs, p50, p99, heldKb } = result;
  const floor = all.find(
    (other) => other.contender === RAW && other.sockets === sockets && other.burst === burst,
  );
  return [
    contender,
    sockets.toLocaleString('en'),
    burst === 1 ? 'single' : `bursts of ${burst}`,
    ms(cpuPerEventMs),
    `${cpuPerDeliveryUs.toFixed(1)} µs`,
    floor ? (cpuPerDeliveryUs / floor.cpuPerDeliveryUs).toFixed(2) : '',
    `${ms(p50)} / ${ms(p99)}`,
    `${heldKb.toFixed(1)} kB`,
  ];
}

/** Measures at the sizes that the command line names, else at all; what begins with `--` is for the gateway's Node. */
async function main(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith('--')).map(Number);
  const sizes = named.length > 0 ? named : SIZES;
  const { dataDir, remove } = makeDataDir();
  const fanout = await startFanoutPlatform(
    dataDir,
    args.filter((arg) => arg.startsWith('--')),
  );
  const file = join(__dirname, 'fanout-clients.js');
  const clients = [startChild(file), startChild(file)];
  try {
    const results: Result[] = [];
    // Twice the first, so that nothing is measured before it has run for a while.
    await measureSize(await setStage(fanout), clients, sizes[0]!);
    for (const size of sizes) results.push(...(await measureSize(await setStage(fanout), clients, size)));
    process.stdout.write(
      `${machine()}\n\n${table(
        HEAD,
        results.map((result) => toRow(result, results)),
      )}\n`,
    );
  } finally {
    await Promise.all(clients.map((child) => child.stop()));
    await fanout.stop();
    remove();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
