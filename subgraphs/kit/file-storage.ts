import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Where files are kept by key, as a folder or an S3-compatible store does. Whoever writes sees to it that one writes a
 * key at a time.
 */
export interface FileStorage {
  /** Keeps what comes, in the place of what was there; when it breaks off, all stays as it was. */
  put(key: string, body: Readable): Promise<void>;
  /** The file, which the caller reads to its end or destroys; null when there is none. */
  get(key: string): Promise<{ byteSize: number; body: Readable } | null>;
  /** Removes the file; one that is not there is no fault. */
  remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9-]{1,100}(\/[a-z0-9-]{1,100}){0,5}$/;

/** Keeps files in a folder of this machine, which all processes that read or write them must share. */
export function createDirectoryStorage(root: string): FileStorage {
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error(`${JSON.stringify(key)} is no key of a file`);
    return join(root, key);
  };
  return {
    async put(key, body) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const part = partOf(path);
      try {
        // A file that has its name has all of its bytes, also after the machine has lost its power.
        await pipeline(body, createWriteStream(part, { mode: 0o600, flush: true }));
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    async get(key) {
      const file = await open(pathOf(key)).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      });
      if (!file) return null;
      const { size } = await file.stat();
      return { byteSize: size, body: file.createReadStream() };
    },
    async remove(key) {
      const path = pathOf(key);
      await Promise.all([rm(path, { force: true }), rm(partOf(path), { force: true })]);
    },
  };
}

/** What is being written lies beside its place. No key has a dot. */
function partOf(path: string): string {
  return `${path}.part`;
}
