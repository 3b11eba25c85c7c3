import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { canReach, findAccount, type Account } from './account';
import { prepareBinaries } from './postgres-binaries';
import { runningServer, type Place } from './postgres-process';
import { StartError, toStartError } from './start-error';

export interface OwnPlace extends Place {
  /** The password of a login role. */
  passwordOf(role: string): string;
}

const secrets = z.object({ id: z.string(), secret: z.string() });
const SECRETS_FILE = 'postgres.json';
const NEEDED_MB = { new: 120, existing: 40 };
const LASTING = ['/var/lib/tributary', '/var/tmp/tributary'];

/**
 * Chooses the place for the data of `dataDir`: inside it, or, where PostgreSQL's account cannot get into it (root's
 * private home), a lasting folder outside that belongs to it. The passwords are kept in `dataDir` either way.
 */
export function choosePlace(dataDir: string): OwnPlace {
  const account = findAccount();
  makeFolder(dataDir);
  const root = realpathSync(dataDir);
  const isReachable = openUp(account, root);
  const outside = isReachable ? null : lastingFolder(account);
  const binaries = prepareBinaries(account, outside ? [outside] : account.uid ? [root, ...LASTING] : [root]);
  const { id, secret } = readSecrets(root, isReachable);
  const own = outside && join(outside, createHash('sha256').update(root).digest('hex').slice(0, 12));
  if (own) removeOrphans(own, id);
  const cluster = own ? join(own, id) : join(root, 'postgres');
  checkSpace(own ?? root, existsSync(cluster));
  return {
    cluster,
    account,
    binaries,
    passwordOf: (role) => createHmac('sha256', secret).update(role).digest('hex').slice(0, 40),
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw toStartError(error, `Cannot make the data directory ${folder}`);
  }
}

/** Lets the account pass through the data directory, where that is all that hinders it. */
function openUp(account: Account, folder: string): boolean {
  if (canReach(account, folder)) return true;
  if (!canReach(account, dirname(folder))) return false;
  try {
    chmodSync(folder, statSync(folder).mode | 0o011);
  } catch {
    return false;
  }
  return canReach(account, folder);
}

function lastingFolder(account: Account): string {
  for (const folder of LASTING) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      if (statSync(folder).uid === process.getuid?.() && canReach(account, folder)) return folder;
    } catch {
      continue;
    }
  }
  throw new StartError(
    `PostgreSQL's account can reach neither the data directory nor ${LASTING.join(' or ')}: set DATA_DIR to a folder outside of root's home.`,
  );
}

function readSecrets(root: string, isInside: boolean): z.infer<typeof secrets> {
  const file = join(root, SECRETS_FILE);
  if (existsSync(file)) {
    try {
      return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      throw toStartError(error, `Cannot read the database's passwords from ${file}`);
    }
  }
  if (isInside && existsSync(join(root, 'postgres'))) {
    throw new StartError(
      `${file} is gone, so the data beside it cannot be opened: put it back, or remove ${root}.`,
    );
  }
  const made = { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('hex') };
  try {
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw toStartError(error, `Cannot write ${file}`);
  }
  return made;
}

/** Whoever removed the data directory to begin anew left these behind; nobody has their passwords. */
function removeOrphans(own: string, id: string): void {
  mkdirSync(own, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(own)) {
    const path = join(own, name);
    if (!name.startsWith(id) && runningServer(path) === null) rmSync(path, { recursive: true, force: true });
  }
}

function checkSpace(folder: string, exists: boolean): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  const neededMb = exists ? NEEDED_MB.existing : NEEDED_MB.new;
  if (freeMb < neededMb) {
    throw new StartError(`The disk is full: ${folder} has ${freeMb} MB left, and ${neededMb} MB are needed.`);
  }
}
