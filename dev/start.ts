import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError, processEnvironment, readConfig, type Config } from '../subgraphs/kit/config';
import { banner } from './banner';
import { launch } from './launch';
import { createScope, Stopped, type Scope } from './scope';
import { StartError, firstLine, isDiskFull } from './start-error';

const HELP = `Usage: npm start

Runs the whole platform on this machine: PostgreSQL, Redis, an issuer of tokens, five subgraphs, a worker and the gateway,
with demo data. Ctrl-C stops it. Settings come from the environment:

  PORT                    the gateway's port, 4000; 0 picks free ones for everything
  SUBGRAPH_<NAME>_PORT    4001 to 4005
  ISSUER_PORT             4010
  WORKER_PORT             4020
  DATA_DIR                where data is kept, .data
  REDIS_URL               a Redis to use; else redis-server or valkey-server, else a stand-in
  LOG_LEVEL               what is logged, warn
`;

const USUAL_DATA_DIR = '.data';
/** How long a start that is under way may take to notice that it was stopped. */
const HALT_MS = 1_500;

async function main(args: readonly string[]): Promise<void> {
  if (args.length > 0) {
    if (!args.includes('--help')) throw new StartError(`npm start takes no ${args.join(' ')}; see --help.`);
    process.stdout.write(HELP);
    return;
  }
  const config = readSettings();
  const scope = createScope();
  const dataDir = resolve(config.DATA_DIR);
  const launched = launch({ config, dataDir, scope, onFailure: (message) => void end(1, message) });
  const end = once((code: number, message?: string) => finish(scope, launched, { code, message }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  process.on('uncaughtException', (error) => void end(1, `Something broke: ${error.stack}`));
  // A terminal that was closed takes no output, and is no reason to leave anything running.
  process.stdout.on('error', () => undefined);
  try {
    const platform = await launched;
    const isUsualDataDir = dataDir === resolve(USUAL_DATA_DIR);
    process.stdout.write(banner({ platform, dataDir, isUsualDataDir, seconds: process.uptime() }));
  } catch (error) {
    if (!(error instanceof Stopped)) await end(1, explain(error, dataDir, config));
  }
}

function readSettings(): Config {
  const config = readConfig(['dev'], processEnvironment({ NODE_ENV: 'development', LOG_LEVEL: 'warn' }));
  if (config.NODE_ENV === 'production') {
    throw new StartError(
      'npm start is for development and refuses NODE_ENV=production: run dist/gateway/main.js and dist/subgraphs/main.js.',
    );
  }
  return config;
}

interface Ending {
  code: number;
  /** What went wrong, for stderr. */
  message?: string;
}

/** Stops what was started, says why, and ends the process. */
async function finish(scope: Scope, launched: Promise<unknown>, { code, message }: Ending): Promise<void> {
  if (message) process.stderr.write(`${message}\n`);
  scope.halt();
  await Promise.race([launched.catch(() => undefined), delay(HALT_MS)]);
  const problems = await scope.close();
  for (const problem of problems) process.stderr.write(`Stopping: ${problem}\n`);
  process.exit(code);
}

function once<A extends unknown[]>(work: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  let running: Promise<void> | null = null;
  return (...args) => (running ??= work(...args));
}

/** One line for a person. */
function explain(error: unknown, dataDir: string, config?: Config): string {
  if (error instanceof StartError) return error.message;
  if (error instanceof ConfigError) return `The settings are wrong: ${error.problems.join('; ')}`;
  if (isDiskFull(error)) return `The disk is full: nothing can be written to ${dataDir}.`;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const isVerbose = config?.LOG_LEVEL === 'debug' || config?.LOG_LEVEL === 'trace';
  return `Tributary did not start: ${isVerbose ? stack : `${firstLine(message)} (LOG_LEVEL=debug tells more)`}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error, '')}\n`);
  process.exitCode = 1;
});
