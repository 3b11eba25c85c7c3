import { migrate, migrateDown } from '../db/migrate';
import { LOGIN_ROLES } from '../db/roles';
import { ConfigError, SUBGRAPH_NAMES, readConfig, type SubgraphName } from './kit/config';
import { createLogger, type Logger } from './kit/logger';
import { rebuild } from './kit/rebuild';
import type { RunningServer } from './kit/server';
import { SUBGRAPHS } from './index';
import { runSubgraph, runWorker } from './roles';

const HELP = `Usage: node dist/subgraphs/main.js <role> …

  identity workspace chat task workflow   run these subgraphs
  --worker                                run a worker
  --migrate                               bring the database to the newest migration
  --migrate --down <count>                take back the newest migrations
  --rebuild <subgraph> [--write]          compare a subgraph's tables with its events; mend them with --write
  --help                                  print this

Settings come from the environment; a start with a bad one names all that are missing or wrong.
`;

const now = () => new Date();
const SHUTDOWN_MS = 10_000;

async function main(args: readonly string[]): Promise<number | null> {
  if (args.length === 0 || args.includes('--help')) {
    process.stdout.write(HELP);
    return args.length === 0 ? 1 : 0;
  }
  if (args[0] === '--migrate') return runMigrate(args);
  if (args[0] === '--rebuild') return runRebuild(args);
  const unknown = args.find((arg) => arg !== '--worker' && !isSubgraph(arg));
  if (unknown) throw new ConfigError([`there is no role ${unknown}; see --help`]);
  const servers: RunningServer[] = [];
  stopOnSignal(servers);
  if (args.includes('--worker')) servers.push(await runWorker(now));
  for (const name of args.filter(isSubgraph)) servers.push(await runSubgraph(name, now));
  return null;
}

function isSubgraph(name: string): name is SubgraphName {
  return (SUBGRAPH_NAMES as readonly string[]).includes(name);
}

async function runMigrate(args: readonly string[]): Promise<number> {
  const config = readConfig(['migrator']);
  if (args[1] === '--down') {
    const count = Number(args[2]);
    if (!Number.isInteger(count) || count < 1)
      throw new ConfigError(['--down takes how many migrations to take back']);
    await migrateDown(config.DATABASE_URL_MIGRATOR, count);
    return 0;
  }
  const roleUrls = Object.fromEntries(
    LOGIN_ROLES.map((role) => [
      role,
      config[`DATABASE_URL_${upper(role.slice('tributary_'.length) as SubgraphName)}`],
    ]),
  );
  await migrate({
    migratorUrl: config.DATABASE_URL_MIGRATOR,
    roleUrls,
    log: createLogger('migrate', config.LOG_LEVEL),
  });
  return 0;
}

async function runRebuild(args: readonly string[]): Promise<number> {
  const manifest = SUBGRAPHS[args[1] ?? ''];
  if (!manifest) throw new ConfigError([`--rebuild takes one of ${SUBGRAPH_NAMES.join(', ')}`]);
  const config = readConfig(['rebuild']);
  const write = args.includes('--write');
  const comparisons = await rebuild(manifest, config.DATABASE_URL_MIGRATOR, { write });
  for (const { table, rows, missing, surplus } of comparisons) {
    process.stdout.write(`${table}: ${rows} rows, ${missing} missing, ${surplus} surplus\n`);
  }
  const isEqual = comparisons.every(({ missing, surplus }) => missing + surplus === 0);
  return isEqual || write ? 0 : 1;
}

function upper(name: SubgraphName): Uppercase<SubgraphName> {
  return name.toUpperCase() as Uppercase<SubgraphName>;
}

/** Finishes what is in flight and exits 0; after ten seconds exits 1. */
function stopOnSignal(servers: readonly RunningServer[]): void {
  const stop = (log?: Logger) => {
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    Promise.all(servers.map((server) => server.close())).then(
      () => process.exit(0),
      (error: unknown) => {
        log?.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  const log = createLogger('main', 'info');
  process.once('SIGTERM', () => stop(log));
  process.once('SIGINT', () => stop(log));
}

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== null) process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`,
    );
    process.exit(1);
  },
);
