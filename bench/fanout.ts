import { machine, median, ms, quantile, table } from './figures';
import { baseline, ours, raw, setStage, type Stage } from './fanout-contenders';
import { startFanoutPlatform } from './fanout-platform';
import {
  measure,
  openAudience,
  type Audience,
  type Contender,
  type Load,
  type Samples,
} from './fanout-rounds';
import { makeDataDir } from './platform';
import type { Usage } from './probe';

const SIZES = [100, 1000, 5000, 10_000];
const ROUNDS = 3;
const SINGLE: Load = { burst: 1, bursts: 10 };
const BURST: Load = { burst: 5, bursts: 4 };
/** An execution per client takes seconds: it is measured at the smaller sizes, and once. */
const PER_CLIENT: Load = { burst: 1, bursts: 1 };
const MOST_PER_CLIENT = 1000;
/** Where others are shown beside a client that does not read. */
const STALLED_AT = 1000;
const SETTLED_MS = 2000;
const OURS = 'Tributary';
const RAW = 'raw `ws` broadcast';
const BASELINE = 'an execution per client';
const STALLED = `${OURS}, one more does not read`;
const HEAD = [
  ...['', 'sockets', 'events', 'CPU per event', 'CPU per delivery', 'of raw', 'p50 / p99'],
  'held per idle socket',
];

/** A contender with the clients that it serves. */
interface Side {
  name: string;
  contender: Contender;
  audience: Audience;
  heldKb: number;
}

/** A row of the table. */
interface Result extends Samples, Omit<Side, 'contender' | 'audience'> {
  sockets: number;
  load: Load;
}

/** Opens the sockets, and looks at what they hold while they wait. */
async function open(name: string, contender: Contender, size: number): Promise<Side> {
  const { server } = contender;
  const before = await server.ask<Usage>('usage');
  const audience = await openAudience(contender, size);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const idle = await server.ask<Usage>('usage');
  return { name, contender, audience, heldKb: (idle.heldBytes - before.heldBytes) / 1024 / size };
}

const emptySamples = (): Samples => ({ cpuMs: [], latencies: [] });

/** Takes turns, so that what else the machine does falls on all sides. */
async function compare(sides: readonly Side[], loads: readonly Load[], rounds: number): Promise<Result[]> {
  const results = loads.flatMap((load) => sides.map((side) => ({ side, load, samples: emptySamples() })));
  for (let round = 0; round < rounds; round++)
    for (const { side, load, samples } of results) await measure(side, load, samples);
  return results.map(({ side: { name, heldKb, audience }, load, samples }) => ({
    ...{ name, heldKb, sockets: audience.size, load },
    ...samples,
  }));
}

async function measureSize(stage: Stage, size: number): Promise<Result[]> {
  const mine = await open(OURS, ours(stage), size);
  const floor = await open(RAW, await raw(await mine.audience.sample()), size);
  const results = await compare([mine, floor], [SINGLE, BURST], ROUNDS);
  if (size === STALLED_AT) {
    await mine.audience.stall();
    results.push(...(await compare([{ ...mine, name: STALLED }], [SINGLE], ROUNDS)));
  }
  await Promise.all([mine.audience.close(), floor.audience.close()]);
  await floor.contender.server.stop();
  return size > MOST_PER_CLIENT ? results : [...results, ...(await measurePerClient(stage, size))];
}

async function measurePerClient(stage: Stage, size: number): Promise<Result[]> {
  const plain = await open(BASELINE, await baseline(stage), size);
  const results = await compare([plain], [PER_CLIENT], 1);
  await plain.audience.close();
  await plain.contender.server.stop();
  return results;
}

function toRow({ name, sockets, load, cpuMs, latencies, heldKb }: Result, all: readonly Result[]): string[] {
  const floor = all.find(
    (other) => other.name === RAW && other.sockets === sockets && other.load.burst === load.burst,
  );
  const cpu = median(cpuMs);
  return [
    name,
    sockets.toLocaleString('en'),
    load.burst === 1 ? 'single' : `bursts of ${load.burst}`,
    ms(cpu),
    `${((cpu * 1000) / sockets).toFixed(1)} µs`,
    floor ? (cpu / median(floor.cpuMs)).toFixed(2) : '',
    `${ms(median(latencies))} / ${ms(quantile(latencies, 0.99))}`,
    `${heldKb.toFixed(1)} kB`,
  ];
}

/** Measures at the sizes that the command line names, else at all; what begins with `--` is for the gateway's Node. */
async function main(args: readonly string[]): Promise<void> {
  const options = args.filter((arg) => arg.startsWith('--'));
  const named = args.filter((arg) => !options.includes(arg)).map(Number);
  const { dataDir, remove } = makeDataDir();
  const fanout = await startFanoutPlatform(dataDir, options);
  try {
    const results: Result[] = [];
    const sizes = named.length > 0 ? named : SIZES;
    // Twice the first, so that nothing is measured before it has run for a while.
    await measureSize(await setStage(fanout), sizes[0]!);
    for (const size of sizes) results.push(...(await measureSize(await setStage(fanout), size)));
    const rows = results.map((result) => toRow(result, results));
    process.stdout.write(`${machine()}\n\n${table(HEAD, rows)}\n`);
  } finally {
    await fanout.stop();
    remove();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
