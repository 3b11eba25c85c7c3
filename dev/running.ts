import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { toStartError } from './start-error';

const running = z.object({
  pid: z.number(),
  graphql: z.string(),
  explorer: z.string(),
  schema: z.string(),
  issuer: z.string(),
  tokenUrl: z.string(),
});

/** What a running platform tells other commands on this machine. */
export type RunningPlatform = z.infer<typeof running>;

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

export function writeRunning(dataDir: string, platform: RunningPlatform): void {
  try {
    writeFileSync(fileIn(dataDir), `${JSON.stringify(platform, null, 2)}\n`);
  } catch (error) {
    throw toStartError(error, `Cannot write ${fileIn(dataDir)}`);
  }
}

/** The platform that was started last on this data directory and was not stopped; it may have died since. */
export function readRunning(dataDir: string): RunningPlatform | null {
  try {
    return running.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

export function removeRunning(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}
