import { createHash } from 'node:crypto';
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { printSchema, type GraphQLSchema } from 'graphql';
import { disableApolloTelemetry } from '../subgraphs/kit/config';
import type { Logger } from '../subgraphs/kit/logger';
import { loadExecutable } from './execute/executable';
import type { Executable } from './execute/operation';
import type { Forward } from './forward';

/** A supergraph as it was loaded. */
export interface LoadedSupergraph {
  apiSchema: GraphQLSchema;
  coreSupergraphSdl: string;
  executable: Executable;
  /** The API schema as text for integrators, and its ETag. */
  apiSdl: string;
  etag: string;
}

/** The supergraph that is served: loaded from its file, and again whenever that changes. */
export interface Supergraph {
  /** What Apollo Server executes with; it loads the file when the server starts. */
  readonly gateway: ApolloGateway;
  /** The last good one; undefined before the first. */
  current(): LoadedSupergraph | undefined;
  /** Why the file as it is now is not served; null when it is. */
  problem(): string | null;
  /** Called with each good one, the first included. */
  onChange(listener: (supergraph: LoadedSupergraph) => void): void;
}

const POLL_MS = 1000;
const SETTLE_MS = 50;
/** ApolloGateway executes nothing here. */
const UNASKED: GraphQLDataSource = { process: () => Promise.reject(new Error('asked by no executor')) };

/** Makes the one ApolloGateway of the process. A changed file is picked up; a broken one is logged and left aside. */
export function createSupergraph(file: string, forward: Forward, log: Logger): Supergraph {
  disableApolloTelemetry();
  const path = resolveFile(file);
  const listeners: ((supergraph: LoadedSupergraph) => void)[] = [];
  let current: LoadedSupergraph | undefined;
  let executable: Executable;
  let broken: string | null = null;
  let unreadable: string | null = null;

  const gateway = new ApolloGateway({
    supergraphSdl: async ({ update }) => {
      const supergraphSdl = await readFile(path, 'utf8');
      executable = loadExecutable(supergraphSdl);
      const reload = (sdl: string) => {
        try {
          executable = loadExecutable(sdl);
          update(sdl);
          broken = null;
          log.info({ file: path }, 'supergraph reloaded');
        } catch (error) {
          broken = (error as Error).message;
          log.error({ file: path, reason: broken }, 'the supergraph is broken; the last good one stays');
        }
      };
      const stop = watchFile(path, supergraphSdl, reload, (reason) => {
        unreadable = reason;
      });
      return { supergraphSdl, cleanup: async () => stop() };
    },
    buildService({ name, url }) {
      if (url !== undefined) forward.suggest(name, url);
      return UNASKED;
    },
    logger: quiet(log),
    // The file was checked before it came here.
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
  });
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    const { apiSchema } = executable;
    const apiSdl = `${printSchema(apiSchema)}\n`;
    current = { apiSchema, coreSupergraphSdl, executable, apiSdl, etag: `"${hashOf(apiSdl)}"` };
    for (const listener of listeners) listener(current);
  });
  return {
    gateway,
    current: () => current,
    problem: () => unreadable ?? broken,
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

function resolveFile(file: string): string {
  // The sources lie one level, the compiled files two levels below the root of the package.
  const places = [resolve(file), join(__dirname, '..', file), join(__dirname, '..', '..', file)];
  return places.find((place) => existsSync(place)) ?? resolve(file);
}

/** Hands each new content on. Files are often replaced rather than written to, so the directory is watched, and polled. */
function watchFile(
  path: string,
  content: string,
  onContent: (content: string) => void,
  onReadable: (problem: string | null) => void,
): () => void {
  let seen = content;
  let settling: NodeJS.Timeout | undefined;
  const look = async () => {
    let now: string;
    try {
      now = await readFile(path, 'utf8');
    } catch (error) {
      onReadable((error as Error).message);
      return;
    }
    onReadable(null);
    if (now === seen) return;
    seen = now;
    onContent(now);
  };
  const lookSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(() => void look(), SETTLE_MS);
  };
  const poll = setInterval(() => void look(), POLL_MS).unref();
  const watcher = watchDirectory(path, lookSoon);
  return () => {
    clearInterval(poll);
    clearTimeout(settling);
    watcher?.close();
  };
}

function watchDirectory(path: string, onEvent: () => void): FSWatcher | undefined {
  try {
    const name = basename(path);
    const watcher = watch(dirname(path), { persistent: false }, (_, changed) => {
      if (changed === null || changed === name) onEvent();
    });
    return watcher.on('error', () => watcher.close());
  } catch {
    // Some file systems cannot be watched: the poll remains.
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** Apollo's own chatter, one level down. */
function quiet(log: Logger) {
  const say = (level: 'debug' | 'warn' | 'error') => (message?: unknown) =>
    log[level]({ from: 'apollo' }, String(message));
  return { debug: say('debug'), info: say('debug'), warn: say('warn'), error: say('error') };
}
