import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Environment } from '../subgraphs/kit/config';
import { StartError } from './start-error';

/** The version that is fetched: it runs on Java 17 and later. */
export const KEYCLOAK_VERSION = '26.5.7';

const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
const UNPACK = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack';
const run = promisify(execFile);

/** An unpacked Keycloak: the one that KEYCLOAK_HOME names, or one that Maven fetches once and that is kept in the cache. */
export async function findKeycloak(environment: Environment, tell: (text: string) => void): Promise<string> {
  const { KEYCLOAK_HOME: named, XDG_CACHE_HOME } = environment;
  if (named) {
    if (existsSync(join(named, 'bin', 'kc.sh'))) return named;
    throw new StartError(`KEYCLOAK_HOME is no unpacked Keycloak: ${named}`);
  }
  const cache = join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tributary');
  const home = join(cache, `keycloak-${KEYCLOAK_VERSION}`);
  if (!existsSync(join(home, 'bin', 'kc.sh'))) {
    await refuseWithoutTools();
    tell(`Fetching Keycloak ${KEYCLOAK_VERSION} with Maven into ${cache} …\n`);
    await fetchInto(cache, home);
  }
  return home;
}

/** Copies it to a folder of this run's, since a start writes into it; remove the folder afterwards. */
export function copyKeycloak(home: string, realmFile: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'tributary-keycloak-'));
  for (const part of ['bin', 'conf', 'lib', 'providers', 'themes', 'version.txt']) {
    cpSync(join(home, part), join(copy, part), { recursive: true });
  }
  mkdirSync(join(copy, 'data', 'import'), { recursive: true });
  cpSync(realmFile, join(copy, 'data', 'import', 'realm.json'));
  return copy;
}

async function refuseWithoutTools(): Promise<void> {
  const tools = [
    ['mvn', '--version'],
    ['java', '-version'],
  ] as const;
  for (const [tool, option] of tools) {
    const isThere = await run(tool, [option]).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      throw new StartError(
        `There is no Keycloak to test against: set KEYCLOAK_URL to a running one or KEYCLOAK_HOME to an unpacked one, or install Maven and a JDK of version 17 or later, with which it is fetched (${tool} is not found).`,
      );
    }
  }
}

async function fetchInto(cache: string, home: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  // Unpacked beside its place and then moved there, so that one that is there is whole.
  const folder = mkdtempSync(join(cache, 'unpacking-'));
  try {
    await run('mvn', ['-B', '-q', UNPACK, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`], {
      cwd: folder,
    });
    renameSync(join(folder, `keycloak-${KEYCLOAK_VERSION}`), home);
  } catch (error) {
    const { stdout = '', message } = error as Error & { stdout?: string };
    throw new StartError(`Maven could not fetch ${ARTIFACT}: ${stdout || message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
