import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../subgraphs/kit/logger';
import type { Account } from './account';
import { StartError, firstLine } from './start-error';

/** Where a database cluster lives, and as whom and by what it is run. */
export interface Place {
  /** PostgreSQL's data directory. */
  cluster: string;
  account: Account;
  /** The folder with `bin/initdb` and `bin/postgres`. */
  binaries: string;
}

/** How a server ends: `fast` finishes cleanly, `immediate` as if it had crashed. */
export type StopMode = 'fast' | 'immediate';

/** A running `postgres` process. */
export interface ServerProcess {
  pid: number;
  version: string;
  /** Resolves with its last words once it has ended. */
  ended: Promise<string>;
  stop(mode: StopMode): Promise<void>;
}

export interface ServerOptions {
  port: number;
  /** Whether what was committed survives a power cut. */
  durable: boolean;
  log: Logger;
}

const MAX_CONNECTIONS = 200;
const POLL_MS = 50;
const PATIENCE_MS = 1_500;
const READY = 'database system is ready to accept connections';
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;
/** Nothing of the caller's environment reaches PostgreSQL, which reads settings from it. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** The options of every child process of a place. */
export function childOptions({ account }: Place) {
  // In a process group of its own: Ctrl-C in a terminal reaches us alone, and we end it when nobody needs it any more.
  return { ...account, cwd: '/', detached: true, env: ENVIRONMENT };
}

/** Starts `postgres` on its cluster; resolves once it accepts connections. */
export function startServer(place: Place, options: ServerOptions): Promise<ServerProcess> {
  const child = spawn(join(place.binaries, 'bin/postgres'), argsOf(place, options), {
    ...childOptions(place),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const words: string[] = [];
    const ended = new Promise<string>((end) => {
      child.once('error', (error) => end(error.message));
      child.once('close', () => end(lastWords(words)));
    });
    ended.then((last) => reject(explain(last, place, options.port)), reject);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words.push(text);
      if (words.length > 50) words.shift();
      log(options.log, text);
      if (!text.includes(READY)) return;
      const version = /starting PostgreSQL (\S+)/.exec(words.join(''))?.[1] ?? 'of an unknown version';
      resolve({ pid: child.pid!, version, ended, stop: (mode) => stopChild(child, ended, mode) });
    });
  });
}

function argsOf({ cluster }: Place, { port, durable }: ServerOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    log_min_messages: 'log',
    io_method: 'sync',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '256MB',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function log(to: Logger, text: string): void {
  for (const line of text.split('\n').filter(Boolean))
    to[/ (FATAL|PANIC): /.test(line) ? 'info' : 'debug'](line);
}

function lastWords(words: readonly string[]): string {
  const lines = words.join('').split('\n').filter(Boolean);
  const faults = lines.filter((line) => / (FATAL|PANIC|ERROR): /.test(line) || /could not bind/.test(line));
  return (faults.length > 0 ? faults : lines.slice(-1))
    .map((line) => line.replace(/^.*?\] /, '').replace(/^LOG: +/, ''))
    .join('; ');
}

/** A clean end that takes too long becomes an immediate one: the log of changes keeps what was committed. */
async function stopChild(child: ChildProcess, ended: Promise<string>, mode: StopMode): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(SIGNALS[mode]);
  const timer = setTimeout(() => child.kill(SIGNALS.immediate), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}

/** The line for a person, from what the server or initdb said at its end. */
export function explain(lastWords: string, { cluster }: Pick<Place, 'cluster'>, port?: number): StartError {
  if (/no space left on device|disk quota exceeded/i.test(lastWords)) {
    return new StartError(`The disk is full: PostgreSQL cannot write to ${cluster}.`);
  }
  if (/Address already in use|could not bind/.test(lastWords)) {
    return new StartError(`Port ${port} is taken: PostgreSQL cannot listen on it.`);
  }
  if (/lock file "postmaster.pid" already exists|in use by/.test(lastWords)) {
    return new StartError(`A PostgreSQL already runs on ${cluster}: stop it first.`);
  }
  if (/incompatible with server/.test(lastWords)) {
    return new StartError(
      `${cluster} was made by another version of PostgreSQL: remove it, or use that version.`,
    );
  }
  return new StartError(`PostgreSQL did not start: ${firstLine(lastWords) || 'it gave no reason'}.`);
}

/** The process id of the server that runs on a cluster, else null; forgets the mark of one that has died. */
export function runningServer(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(firstLine(readFileSync(file, 'utf8')));
  if (pid > 0 && isAlive(pid) && isServerOf(pid, cluster)) return pid;
  rmSync(file, { force: true });
  return null;
}

/** Ends the server that an earlier start left behind. */
export async function endServer(cluster: string): Promise<void> {
  const pid = runningServer(cluster);
  if (pid === null) return;
  process.kill(pid, SIGNALS.fast);
  while (isAlive(pid) && isServerOf(pid, cluster)) await delay(POLL_MS);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process ids are used again, above all in containers: only a server that names this cluster counts. */
function isServerOf(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return !existsSync('/proc/self');
  }
}
