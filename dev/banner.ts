import { relative } from 'node:path';
import type { Launched } from './launch';

export interface BannerOptions {
  platform: Launched;
  /** The data directory, absolute. */
  dataDir: string;
  /** Whether it is the one that commands find by themselves. */
  isUsualDataDir: boolean;
  seconds: number;
}

const QUERY = '{ viewer { displayName memberships { nodes { role workspace { name } } } } }';

/** What a person needs to begin. */
export function banner({ platform, dataDir, isUsualDataDir, seconds }: BannerOptions): string {
  const shown = (path: string) => (relative('', path).startsWith('..') ? path : relative('', path) || '.');
  const folders = [
    dataDir,
    ...(platform.databaseDirectory.startsWith(dataDir) ? [] : [platform.databaseDirectory]),
  ];
  const prefix = isUsualDataDir ? '' : `DATA_DIR=${quote(dataDir)} `;
  return `
Tributary is ready after ${seconds.toFixed(1)} s.

  GraphQL    ${platform.graphql}  (subscriptions: ${platform.graphql.replace('http', 'ws')})
  Explorer   ${platform.explorer}
  Schema     ${platform.schema}
  Issuer     ${platform.issuer}
  Engines    ${platform.engines.join(', ')}
  Data       ${folders.map(shown).join(' and ')}
  Users      alice (owner), bob (member), carol (guest) of acme; mallory (owner) of globex; the password is the username

Try it in another terminal:

  curl -s ${platform.graphql} -H 'content-type: application/json' -H "authorization: Bearer $(${prefix}npm run -s token -- alice)" -d '{"query":"${QUERY}"}'

Ctrl-C stops everything.
`;
}

function quote(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
