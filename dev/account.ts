import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartError } from './start-error';

/** Whom a child process runs as; empty: as ourselves. */
export interface Account {
  uid?: number;
  gid?: number;
}

const PREFERRED = ['postgres', 'nobody', 'daemon'];

/**
 * Whom PostgreSQL runs as: ourselves, or when we are root, which it refuses, an ordinary account that has an entry in
 * /etc/passwd and that we may switch to.
 */
export function findAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const entries = readPasswd();
  const known = PREFERRED.map((name) => entries.find((entry) => entry.name === name));
  const account = [...known, ...entries].find((entry) => entry && canRun(entry, ['-c', 'exit 0']));
  if (account) return { uid: account.uid, gid: account.gid };
  throw new StartError(
    'PostgreSQL does not run as root, and root cannot switch to an account of /etc/passwd here: start as an ordinary user.',
  );
}

/** Whether the account gets into a directory. */
export function canReach(account: Account, directory: string): boolean {
  return canRun(account, ['-c', 'cd "$1"', 'sh', directory]);
}

/** Whether the account may execute a file. */
export function canExecute(account: Account, file: string): boolean {
  return canRun(account, ['-c', 'test -x "$1" && test -r "$1"', 'sh', file]);
}

function canRun({ uid, gid }: Account, args: readonly string[]): boolean {
  // The working directory may be out of the account's reach.
  return spawnSync('/bin/sh', args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function readPasswd(): (Required<Account> & { name: string })[] {
  let text = '';
  try {
    text = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name && uid > 0 && gid > 0);
}
