import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchToken } from '../dev/token-client';
import { readRunning, type RunningPlatform } from '../dev/running';

/** The platform in processes of its own, started as `npm start` starts it, on free ports and fresh data. */
export interface BenchPlatform extends RunningPlatform {
  /** From the start of the process to its ready line. */
  readyMs: number;
  dataDir: string;
  token(username: string): Promise<string>;
  /** The proportional memory of the process tree, in megabytes. */
  memoryMb(): number;
  /** What the process tree has used, in milliseconds of CPU. */
  cpuMs(): number;
  stop(): Promise<void>;
}

const READY = /is ready/;
const START_MS = 120_000;
/** The unit in which Linux counts CPU. */
const TICK_MS = 10;

export function makeDataDir(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'tributary-bench-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Starts it, with what variables differ, and waits for its ready line. */
export async function startBenchPlatform(
  dataDir: string,
  variables: Readonly<Record<string, string | undefined>> = {},
): Promise<BenchPlatform> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(__dirname, '..', 'dev', 'start.js')], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await untilReady(child);
  const readyMs = performance.now() - began;
  const running = readRunning(dataDir);
  if (!running) throw new Error(`nothing runs on ${dataDir}`);
  return {
    ...running,
    readyMs,
    dataDir,
    async token(username) {
      const token = await fetchToken(running.tokenUrl, username, username);
      if (token === null) throw new Error(`no token for ${username}`);
      return token;
    },
    memoryMb: () => sumOfTree(child.pid!, proportionalKb) / 1024,
    cpuMs: () => sumOfTree(child.pid!, usedTicks) * TICK_MS,
    stop: () => stop(child),
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready after ${START_MS} ms`)), START_MS);
    child.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (!READY.test(printed)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.removeAllListeners('exit').once('exit', () => undefined);
  child.kill('SIGINT');
  return Promise.race([ended, new Promise<void>((resolve) => child.once('close', () => resolve()))]);
}

/** Of a process and all that it started. */
function sumOfTree(root: number, valueOf: (pid: number) => number): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(fieldsOf(Number(entry))[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const sum = (pid: number): number =>
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), valueOf(pid));
  return sum(root);
}

const proportionalKb = (pid: number) =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** In user and system mode, of itself and of children that have ended. */
const usedTicks = (pid: number) =>
  fieldsOf(pid)
    .slice(11, 15)
    .reduce((total, ticks) => total + Number(ticks), 0);

/** Of `/proc/<pid>/stat`, from the process's state on. */
function fieldsOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
