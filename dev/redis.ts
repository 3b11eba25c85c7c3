import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePorts } from './ports';
import { startStandIn } from './redis-stand-in';
import { StartError, toStartError } from './start-error';

export interface RedisOptions {
  /** 0 or absent picks a free one. */
  port?: number;
  /** A Redis that runs already: it is used and left running. */
  url?: string;
  /**
   * Absent: the first of `redis-server`, `valkey-server` and the stand-in that there is. `embedded`: the stand-in.
   * `server`: fails where neither program is installed.
   */
  prefer?: 'embedded' | 'server';
  /** Called with its last words when the server ends unasked. */
  onEnd?: (lastWords: string) => void;
}

export interface RedisServer {
  url: string;
  /** What runs, with its version. The stand-in is never called Redis. */
  engine: string;
  /** The server's process; null when there is none of its own. */
  readonly pid: number | null;
  stop(): Promise<void>;
  /** Starts it again, empty, on the same port, ending it first where it runs. */
  restart(): Promise<void>;
}

interface Started {
  port: number;
  pid: number | null;
  ended: Promise<string>;
  stop(): Promise<void>;
}

interface Engine {
  name: string;
  start(port: number): Promise<Started>;
}

const PROGRAMS = ['redis-server', 'valkey-server'];
const STAND_IN = 'js-redis-server 0.3.0 (stand-in)';
const POLL_MS = 20;
const READY_MS = 5_000;
const STOP_MS = 500;
const run = promisify(execFile);

/** Finds or starts what serves Redis's protocol, on 127.0.0.1 and without writing to the disk. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  if (options.url) return useRunning(options.url);
  const engine = await findEngine(options.prefer);
  let current: Started | null = null;
  const start = async (port: number) => {
    const started = await engine.start(port);
    current = started;
    void started.ended.then((lastWords) => {
      // Whoever stops it forgets it first.
      if (current === started) options.onEnd?.(lastWords);
    });
    return started;
  };
  const stop = async () => {
    const stopping = current;
    current = null;
    await stopping?.stop();
  };
  const first = await start(options.port || (await freePorts(1))[0]!);
  return {
    url: `redis://127.0.0.1:${first.port}`,
    engine: engine.name,
    get pid() {
      return current?.pid ?? null;
    },
    stop,
    async restart() {
      await stop();
      await start(first.port);
    },
  };
}

async function useRunning(url: string): Promise<RedisServer> {
  const { hostname, port, protocol, host } = new URL(url);
  // TLS is the client's matter; here only whether anybody listens.
  const answer = await ask(hostname, Number(port || 6379), protocol === 'rediss:' ? '' : 'PING\r\n');
  if (answer === null)
    throw new StartError(`Nothing answers at REDIS_URL (${host}): start it, or unset the variable.`);
  const refuse = async () => {
    throw new StartError('A Redis from REDIS_URL is not ours to restart.');
  };
  return {
    url,
    engine: `Redis at ${host} (REDIS_URL)`,
    pid: null,
    stop: async () => undefined,
    restart: refuse,
  };
}

async function findEngine(prefer: RedisOptions['prefer']): Promise<Engine> {
  for (const program of prefer === 'embedded' ? [] : PROGRAMS) {
    const version = await versionOf(program);
    if (!version) continue;
    const name = `${/valkey/i.test(version.product) ? 'Valkey' : 'Redis'} ${version.number}`;
    return { name, start: (port) => startProgram(program, port) };
  }
  if (prefer === 'server') throw new StartError(`Neither ${PROGRAMS.join(' nor ')} is installed.`);
  return { name: STAND_IN, start: startEmbedded };
}

async function startEmbedded(port: number): Promise<Started> {
  try {
    const { port: own, stop } = await startStandIn(port);
    return { port: own, pid: null, stop, ended: new Promise(() => undefined) };
  } catch (error) {
    throw toStartError(error, `${STAND_IN} did not start`);
  }
}

/** "Redis server v=7.0.15 sha=…" or "Valkey server v=8.1.1 …"; null where the program is missing or does not run. */
async function versionOf(program: string): Promise<{ product: string; number: string } | null> {
  try {
    const { stdout } = await run(program, ['--version']);
    const [, product, number] = /^(\w+).*?v=([\d.]+)/.exec(stdout) ?? [];
    return { product: product ?? program, number: number ?? 'of an unknown version' };
  } catch {
    return null;
  }
}

async function startProgram(program: string, port: number): Promise<Started> {
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', daemonize: 'no', dir: tmpdir() };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  // In a process group of its own: Ctrl-C in a terminal reaches us alone, and we end it when nobody needs it any more.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-4_000);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(faultIn(words)));
  });
  const stop = async () => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  };
  const failed = ended.then((last) => {
    throw new StartError(`${program} did not start: ${last}.`);
  });
  try {
    await Promise.race([failed, untilReady(port, child.pid)]);
  } catch (error) {
    await stop();
    throw error;
  }
  failed.catch(() => undefined);
  return { port, pid: child.pid ?? null, ended, stop };
}

function faultIn(words: string): string {
  const lines = words.trim().split('\n');
  const line = lines.findLast((text) => /fatal|failed|error|could not/i.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*? [#*] /, '') || 'it gave no reason';
}

/** Another server may have been faster on this port: it is ours when it tells our process id. */
async function untilReady(port: number, pid: number | undefined): Promise<void> {
  const end = Date.now() + READY_MS;
  while (Date.now() < end) {
    const answer = await ask('127.0.0.1', port, 'INFO server\r\n');
    if (answer?.split('\r\n').includes(`process_id:${pid}`)) return;
    await delay(POLL_MS);
  }
  throw new StartError(`No answer from our Redis on port ${port} within ${READY_MS / 1000} s.`);
}

/** What the server first answers to a command, empty when none was sent; null when nobody listens. */
async function ask(host: string, port: number, command: string): Promise<string | null> {
  const socket = connect({ host, port, timeout: READY_MS });
  socket.on('timeout', () => socket.destroy(new Error('timeout')));
  try {
    await once(socket, 'connect');
    if (!command) return '';
    socket.write(command);
    const [data] = (await once(socket, 'data')) as [Buffer];
    return data.toString('utf8');
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}
