import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { environmentOf, type ServiceName, type Wiring } from '../dev/platform';
import { waitFor } from './wait';

/** A service in a process of its own, run from `dist/`, which tests kill. */
export interface ServiceProcess {
  pid: number;
  /** What it printed so far. */
  output(): string;
  /** Sends a signal and waits for the end; answers the exit code, or null after a signal. */
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

const MAIN = join(__dirname, '..', 'dist', 'subgraphs', 'main.js');
const GATEWAY_MAIN = join(__dirname, '..', 'dist', 'gateway', 'main.js');
const READY_MS = 20_000;

/** Starts a service as a child process and waits until it is ready. `npm test` builds `dist/` first. */
export async function spawnService(
  service: ServiceName,
  wiring: Wiring,
  variables: Readonly<Record<string, string>> = {},
): Promise<ServiceProcess> {
  const args = service === 'gateway' ? [GATEWAY_MAIN] : [MAIN, service === 'worker' ? '--worker' : service];
  const env = { PATH: process.env.PATH, ...environmentOf(service, wiring), LOG_LEVEL: 'warn', ...variables };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const port = portOf(service, env) ?? wiring.ports[service];
  try {
    await waitFor(() => isReady(child, port, () => printed), {
      timeoutMs: READY_MS,
      what: `${service} to be ready`,
    });
  } catch (error) {
    await kill(child, 'SIGKILL');
    throw error;
  }
  return { pid: child.pid!, output: () => printed, kill: (signal = 'SIGKILL') => kill(child, signal) };
}

function portOf(service: ServiceName, env: Readonly<Record<string, string | undefined>>): number | null {
  const name =
    service === 'gateway'
      ? 'PORT'
      : service === 'worker'
        ? 'WORKER_PORT'
        : `SUBGRAPH_${service.toUpperCase()}_PORT`;
  return env[name] === undefined ? null : Number(env[name]);
}

async function isReady(child: ChildProcess, port: number, printed: () => string): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${printed()}`);
  const response = await fetch(`http://127.0.0.1:${port}/health/live`, { headers: { connection: 'close' } });
  return response.ok;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.kill(signal);
  return ended;
}
