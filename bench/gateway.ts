import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { machine } from './figures';
import { PARTS, type Stage } from './gateway-parts';
import { report } from './gateway-report';
import { makeDataDir } from './platform';

const HELP = `npm run bench:gateway -- [part …] [--seconds n] [--rounds n] [--connections n] [--profiles folder]

Measures the gateway beside Apollo's own and beside a server that makes the same calls without GraphQL; all answer the
same. Parts, all of them where none is named:
${Object.entries(PARTS)
  .map(([name, { does }]) => `  ${name.padEnd(14)} ${does}`)
  .join('\n')}
Options:
  --seconds      how long each contender is measured in each round (5)
  --rounds       how often they take turns (3)
  --connections  how many clients ask at once (50)
  --profiles     a folder for a CPU profile of each contender with each query
`;
const CORES = { gateways: '0', others: '1' };

/** Takes everything that is started from here on off the gateways' core, where there are two. */
function pin(): Stage['cores'] {
  if (cpus().length < 2) return undefined;
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', CORES.others, String(process.pid)]);
  return status === 0 ? CORES : undefined;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '50' },
      profiles: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
  if (values.help || unknown.length > 0) {
    process.stdout.write(HELP);
    process.exitCode = unknown.length > 0 ? 1 : 0;
    return;
  }
  const { profiles } = values;
  const [seconds, rounds, connections] = [values.seconds, values.rounds, values.connections].map(Number);
  const settings = { seconds: seconds!, rounds: rounds!, connections: connections!, profiles };
  const cores = pin();
  process.stdout.write(`${machine()}, ${where(cores)}\n`);
  for (const [name, { does, measure }] of Object.entries(PARTS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const { dataDir: folder, remove } = makeDataDir();
    try {
      process.stdout.write(
        `\n## ${name}: ${does}\n\n${report(await measure({ folder, settings, cores }))}\n`,
      );
    } finally {
      remove();
    }
  }
}

const where = (cores: Stage['cores']) =>
  cores
    ? `gateways on core ${cores.gateways}, clients and subgraphs on core ${cores.others}`
    : 'nothing pinned';

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
