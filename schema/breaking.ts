import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** The API schema of the last commit, or null when it holds none. */
function committedApi(root: string): string | null {
  try {
    return execFileSync('git', ['show', 'HEAD:schema/api.graphql'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

/** The changes of the API schema since the last commit that break clients, as sentences. */
export async function breakingChanges(before: string, after: string): Promise<string[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map((change) => change.message);
}

async function main(root: string): Promise<void> {
  const before = committedApi(root);
  if (before === null)
    return void process.stdout.write('schema:breaking: no committed schema to compare with\n');
  const breaking = await breakingChanges(before, readFileSync(join(root, 'schema', 'api.graphql'), 'utf8'));
  for (const message of breaking) process.stderr.write(`breaking: ${message}\n`);
  process.stdout.write(`schema:breaking: ${breaking.length} breaking changes\n`);
  if (breaking.length > 0) process.exitCode = 1;
}

if (require.main === module) void main(process.cwd());
