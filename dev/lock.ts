import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { StartError, codeOf, toStartError } from './start-error';

export interface Lock {
  /** What a second start is told about us. */
  describe(text: string): void;
  release(): Promise<void>;
}

/**
 * Makes this process the only one that runs on a data directory. The lock is a socket, which the kernel drops with its
 * process, so that a dead start never stands in the way.
 */
export async function takeLock(dataDir: string): Promise<Lock> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw toStartError(error, `Cannot make the data directory ${dataDir}`);
  }
  const path = socketPath(realpathSync(dataDir));
  let description = `process ${process.pid}, which is starting`;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(description);
  });
  await listen(server, path, dataDir);
  server.unref();
  return {
    describe(text) {
      description = text;
    },
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** Linux has socket names without a file; elsewhere it is a file in the folder. */
function socketPath(folder: string): string {
  if (process.platform !== 'linux') return join(folder, 'lock.sock');
  return `\0tributary-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
}

async function listen(server: Server, path: string, dataDir: string): Promise<void> {
  for (const isLastAttempt of [false, true]) {
    try {
      server.listen(path);
      await once(server, 'listening');
      return;
    } catch (error) {
      const holder = codeOf(error) === 'EADDRINUSE' ? await askHolder(path) : null;
      if (holder !== null) throw new StartError(`Tributary already runs on ${dataDir}: ${holder}.`);
      if (isLastAttempt || codeOf(error) !== 'EADDRINUSE')
        throw toStartError(error, `Cannot lock ${dataDir}`);
      if (!path.startsWith('\0')) rmSync(path, { force: true });
    }
  }
}

/** What the holder of the lock says of itself; null when it is dead and has only left its file. */
async function askHolder(path: string): Promise<string | null> {
  const socket = connect(path);
  try {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    await once(socket, 'close');
    return text || 'another process';
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}
