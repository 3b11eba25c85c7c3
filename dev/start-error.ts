/** A failure to start that a person can mend: its message is one line that says what is wrong and what to do. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

const CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in the way',
};

/** The error code of a failed system call, else null. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** One line about any error; `what` says what was tried, as in "cannot write to /data". */
export function toStartError(error: unknown, what: string): StartError {
  if (error instanceof StartError) return error;
  const known = CODES[codeOf(error) ?? ''];
  if (known) return new StartError(`${what}: ${known}.`);
  const message = error instanceof Error ? error.message : String(error);
  return new StartError(`${what}: ${firstLine(message)}`);
}

/** What PostgreSQL answers when it cannot write any more. */
const DISK_FULL = '53100';

/** Whether this is the disk's fault, found in Node, in PostgreSQL or in what either prints. */
export function isDiskFull(error: unknown): boolean {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === DISK_FULL) return true;
  return error instanceof Error && /no space left on device|disk quota exceeded/i.test(error.message);
}

export function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
