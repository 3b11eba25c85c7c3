import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { machine } from './figures';
import { measurePublished, type Stage } from './gateway-parts';
import { report } from './gateway-report';
import type { Result } from './gateway-rounds';
import { makeDataDir } from './platform';

const PARTS: Readonly<Record<string, (stage: Stage) => Promise<Result[]>>> = { published: measurePublished };
const HELP = `npm run bench:gateway -- [part …] [--seconds n] [--rounds n] [--connections n]

Parts: ${Object.keys(PARTS).join(', ')}; all of them where none is named.
  --seconds      how long each contender is measured in each round (5)
  --rounds       how often they take turns (3)
  --connections  how many clients ask at once (50)
`;
const GATEWAY_CORE = 0;
const OTHER_CORE = 1;

/** Takes everything that is started from here on off the gateways' core; answers that core where there are two. */
function pin(): number | undefined {
  if (cpus().length < 2) return undefined;
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', String(OTHER_CORE), String(process.pid)]);
  return status === 0 ? GATEWAY_CORE : undefined;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '50' },
    },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
  if (values.help || unknown.length > 0) {
    process.stdout.write(HELP);
    process.exitCode = unknown.length > 0 ? 1 : 0;
    return;
  }
  const { seconds, rounds, connections } = values;
  const settings = { seconds: Number(seconds), rounds: Number(rounds), connections: Number(connections) };
  const { dataDir: folder, remove } = makeDataDir();
  const core = pin();
  try {
    for (const [name, measurePart] of Object.entries(PARTS)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      const results = await measurePart({ folder, settings, core });
      process.stdout.write(`${machine()}, ${where(core)}\n\n${report(results)}\n\n`);
    }
  } finally {
    remove();
  }
}

const where = (core: number | undefined) =>
  core === undefined
    ? 'nothing pinned'
    : `gateways on core ${core}, clients and subgraphs on core ${OTHER_CORE}`;

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
