import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const record = z.object({ pid: z.number().int().positive(), mark: z.string().min(1) });
const fileIn = (dataDir: string) => join(dataDir, 'child.json');

/** Remembers a child process that would outlive a killed start; `mark` stands in its command line. */
export function rememberChild(dataDir: string, pid: number, mark: string): void {
  writeFileSync(fileIn(dataDir), JSON.stringify({ pid, mark }));
}

export function forgetChild(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Ends the child that a killed start left behind, where it is that one still. */
export function endOrphan(dataDir: string): void {
  try {
    const { pid, mark } = record.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark)) process.kill(pid, 'SIGTERM');
  } catch {
    // There is none.
  }
  forgetChild(dataDir);
}
