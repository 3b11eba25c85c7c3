import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processEnvironment, type Environment } from '../subgraphs/kit/config';
import { copyKeycloak, findKeycloak } from './keycloak-home';
import { freePorts } from './ports';
import { StartError } from './start-error';

const HELP = `Usage: npm run test:keycloak [-- <options of jest>]

Runs the tests of identity, workspaces and tokens against a real Keycloak. It is

  a running one             KEYCLOAK_URL=http://localhost:8080 with TRIBUTARY_ADMIN_SECRET and KEYCLOAK_ADMIN_PASSWORD:
                            the realm tributary is imported there (dev/realm.json), and it reaches this machine
  an unpacked distribution  KEYCLOAK_HOME=/opt/keycloak
  fetched with Maven        otherwise, where mvn and a JDK of version 17 or later are

What it starts itself runs on a free port with an empty database and is stopped in the end.
`;

const REALM_FILE = join(__dirname, 'realm.json');
const ROOT = resolve(__dirname, '..', '..');
const READY_MS = 240_000;
const STOP_MS = 20_000;

/** A Keycloak to test against. */
interface Keycloak {
  url: string;
  adminPassword: string;
  clientSecret: string;
  /** Aborted when it ends unasked. */
  ended: AbortSignal;
  stop(): Promise<void>;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    tell(HELP);
    return 0;
  }
  const environment = processEnvironment();
  const keycloak = environment.KEYCLOAK_URL ? useRunning(environment) : await start(environment);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new StartError('Stopped.'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  const end = AbortSignal.any([interrupted.signal, keycloak.ended]);
  try {
    await waitUntilReady(keycloak.url, end);
    tell(`Testing against ${keycloak.url}\n`);
    const jest = runJest(args, environment, keycloak);
    end.addEventListener('abort', () => jest.kill('SIGTERM'));
    const [code] = (await once(jest, 'exit')) as [number | null];
    end.throwIfAborted();
    return code ?? 1;
  } finally {
    await keycloak.stop();
  }
}

function useRunning({
  KEYCLOAK_URL,
  TRIBUTARY_ADMIN_SECRET,
  KEYCLOAK_ADMIN_PASSWORD,
}: Environment): Keycloak {
  if (!TRIBUTARY_ADMIN_SECRET || !KEYCLOAK_ADMIN_PASSWORD) {
    throw new StartError(
      'KEYCLOAK_URL needs TRIBUTARY_ADMIN_SECRET and KEYCLOAK_ADMIN_PASSWORD too; see --help.',
    );
  }
  return {
    url: KEYCLOAK_URL!.replace(/\/$/, ''),
    adminPassword: KEYCLOAK_ADMIN_PASSWORD,
    clientSecret: TRIBUTARY_ADMIN_SECRET,
    ended: new AbortController().signal,
    stop: async () => undefined,
  };
}

async function start(environment: Environment): Promise<Keycloak> {
  const home = copyKeycloak(await findKeycloak(environment, tell), REALM_FILE);
  const [port] = await freePorts(1);
  const [adminPassword, clientSecret] = [randomBytes(24), randomBytes(24)].map((bytes) =>
    bytes.toString('hex'),
  );
  const options = ['--http-host=127.0.0.1', `--http-port=${port}`, '--db=dev-mem', '--cache=local'];
  tell('Starting Keycloak …\n');
  const child = spawn('bash', [join(home, 'bin', 'kc.sh'), 'start-dev', '--import-realm', ...options], {
    // A group of its own, since the script starts Java as a child.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment,
      KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
      KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword,
      TRIBUTARY_ADMIN_SECRET: clientSecret,
      JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx768m',
    },
  });
  const output = watch(child);
  const kill = () => signalGroup(child, 'SIGKILL');
  process.on('exit', kill);
  const unasked = new AbortController();
  const onExit = () => unasked.abort(new StartError(`Keycloak ended:\n${output()}`));
  child.once('exit', onExit);
  const stop = async () => {
    child.off('exit', onExit);
    await stopGroup(child);
    process.off('exit', kill);
    rmSync(home, { recursive: true, force: true });
  };
  return {
    url: `http://127.0.0.1:${port}`,
    adminPassword: adminPassword!,
    clientSecret: clientSecret!,
    ended: unasked.signal,
    stop,
  };
}

/** Keeps the end of what a process prints. */
function watch(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-8_000);
    });
  }
  return () => text;
}

async function waitUntilReady(url: string, end: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    end.throwIfAborted();
    const response = await fetch(`${url}/realms/tributary/.well-known/openid-configuration`).catch(
      () => null,
    );
    if (response?.ok) return;
    if (Date.now() > deadline)
      throw new StartError(`${url} has no realm tributary after ${READY_MS / 1000} s.`);
    await delay(500);
  }
}

function runJest(args: readonly string[], environment: Environment, keycloak: Keycloak): ChildProcess {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  return spawn(process.execPath, [jest, '--selectProjects', 'keycloak', '--maxWorkers=1', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...environment,
      TEST_KEYCLOAK_URL: keycloak.url,
      TEST_KEYCLOAK_ADMIN_PASSWORD: keycloak.adminPassword,
      TEST_KEYCLOAK_CLIENT_SECRET: keycloak.clientSecret,
    },
  });
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}

function tell(text: string): void {
  process.stdout.write(text);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof StartError ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = 1;
  },
);
