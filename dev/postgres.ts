import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { LOGIN_ROLES } from '../db/roles';
import type { Logger } from '../subgraphs/kit/logger';
import { freePorts } from './ports';
import { choosePlace, type OwnPlace } from './postgres-place';
import {
  childOptions,
  endServer,
  explain,
  runningServer,
  startServer,
  type ServerProcess,
  type StopMode,
} from './postgres-process';
import { StartError } from './start-error';

export interface PostgresOptions {
  /** Where the data and the passwords are kept. */
  dataDir: string;
  /** 0 or absent picks a free one. */
  port?: number;
  /** False for tests: nothing is flushed to the disk. */
  durable?: boolean;
  /** Whether a server that an earlier, dead start left behind is ended; else it makes the start fail. */
  takeOver?: boolean;
  /** Called with its last words when the server ends unasked. */
  onEnd?: (lastWords: string) => void;
  log: Logger;
}

export interface Postgres {
  /** The superuser's URL. */
  adminUrl: string;
  port: number;
  /** The server's process; null while it is stopped. */
  readonly pid: number | null;
  /** `PostgreSQL 18.4`. */
  version: string;
  /** PostgreSQL's own folder. */
  directory: string;
  /** The URL of a login role, with the password that is its own here. */
  url(role: string, database?: string): string;
  /** Ends the server: `fast` cleanly, `immediate` as if it had crashed. */
  stop(mode?: StopMode): Promise<void>;
  /** Starts it again on the same port and data, ending it first where it runs. */
  restart(mode?: StopMode): Promise<void>;
  /** Ends it and removes its data. */
  destroy(): Promise<void>;
}

/** What the services connect with. */
export interface DatabaseUrls {
  /** As the owner of the database, who may make roles. */
  migratorUrl: string;
  /** By login role; the roles themselves are made by the migrations. */
  roleUrls: Record<string, string>;
}

const ADMIN = 'postgres';
const MIGRATOR = 'tributary_migrator';
const DATABASE = 'tributary';
const PORT_ATTEMPTS = 3;

/** Starts the embedded PostgreSQL on 127.0.0.1, making its data directory on the first start. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const place = choosePlace(options.dataDir);
  if (options.takeOver) await endServer(place.cluster);
  else if (runningServer(place.cluster)) throw explain('lock file "postmaster.pid" already exists', place);
  const isNew = !existsSync(place.cluster);
  if (isNew) await makeCluster(place);
  const first = await startOnPort(place, options);
  if (isNew && options.durable !== false) flushInBackground(place);
  let server: ServerProcess | null = null;
  const watch = (started: ServerProcess) => {
    server = started;
    void started.ended.then((lastWords) => {
      // Whoever stops it forgets it first.
      if (server === started) options.onEnd?.(lastWords);
    });
  };
  watch(first.server);
  const stop = async (mode: StopMode = 'fast') => {
    const stopping = server;
    server = null;
    await stopping?.stop(mode);
  };
  const url = (role: string, database = DATABASE) =>
    `postgres://${role}:${place.passwordOf(role)}@127.0.0.1:${first.port}/${database}`;
  return {
    adminUrl: url(ADMIN, ADMIN),
    port: first.port,
    get pid() {
      return server?.pid ?? null;
    },
    version: `PostgreSQL ${first.server.version}`,
    directory: place.cluster,
    url,
    stop,
    async restart(mode) {
      await stop(mode);
      watch(await startServer(place, serverOptions(options, first.port)));
    },
    async destroy() {
      await stop('immediate');
      rmSync(place.cluster, { recursive: true, force: true });
      removeIfEmpty(dirname(place.cluster));
    },
  };
}

/** Makes the one role and the database that the migrations start from, where they are missing; `isNew` tells. */
export async function ensureRoles(postgres: Postgres): Promise<DatabaseUrls & { isNew: boolean }> {
  const client = new Client({ connectionString: postgres.adminUrl });
  await client.connect();
  let isNew = false;
  try {
    const { password } = new URL(postgres.url(MIGRATOR));
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `/* dev.findDatabase */ SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
         EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database`,
      [MIGRATOR, DATABASE],
    );
    if (!rows[0]?.role) {
      await client.query(
        `/* dev.createMigrator */ CREATE ROLE ${MIGRATOR} LOGIN CREATEROLE CREATEDB BYPASSRLS PASSWORD ${escapeLiteral(password)}`,
      );
    }
    isNew = !rows[0]?.database;
    if (isNew) await client.query(`/* dev.createDatabase */ CREATE DATABASE ${DATABASE} OWNER ${MIGRATOR}`);
  } finally {
    await client.end();
  }
  return {
    migratorUrl: postgres.url(MIGRATOR),
    roleUrls: Object.fromEntries(LOGIN_ROLES.map((role) => [role, postgres.url(role)])),
    isNew,
  };
}

/** Flushes what initdb left to the operating system; what the server writes it flushes itself. */
function flushInBackground(place: OwnPlace): void {
  const args = ['--sync-only', '-D', place.cluster];
  spawn(join(place.binaries, 'bin/initdb'), args, { ...childOptions(place), stdio: 'ignore' })
    .once('error', () => undefined)
    .unref();
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something else.
  }
}

function serverOptions({ durable = true, log }: PostgresOptions, port: number) {
  return { port, durable, log };
}

/** A free port may be taken by somebody else before the server has it. */
async function startOnPort(
  place: OwnPlace,
  options: PostgresOptions,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port || (await freePorts(1))[0]!;
    try {
      return { server: await startServer(place, serverOptions(options, port)), port };
    } catch (error) {
      const isUnlucky = error instanceof StartError && error.message.startsWith(`Port ${port} is taken`);
      if (!isUnlucky || options.port || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/** Runs initdb beside the final folder and renames, so that a start which is cut short leaves no half cluster. */
async function makeCluster(place: OwnPlace): Promise<void> {
  const draft = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, place.passwordOf(ADMIN), { mode: 0o600 });
    const { uid, gid } = place.account;
    for (const path of [draft, passwordFile]) if (uid !== undefined) chownSync(path, uid, gid!);
    await runInitdb({ ...place, cluster: draft }, passwordFile);
    renameSync(draft, place.cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error instanceof StartError ? error : explain(String(error), place);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(place: OwnPlace, passwordFile: string): Promise<void> {
  const args = [
    ...['-D', place.cluster, '-U', ADMIN, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // What it wrote is flushed later, beside the start of everything else.
    '--no-sync',
  ];
  const child = spawn(join(place.binaries, 'bin/initdb'), args, {
    ...childOptions(place),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(explain(words.replace(/^.*error: /ms, ''), place));
    });
  });
}
