import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startIssuer } from '../dev/issuer';
import { startChild, type Child } from './child';
import { startContenders, type Backend } from './gateway-contenders';
import { composePublished, EVERYTHING, ORDINARY, ORDINARY_VARIABLES, PUBLISHED } from './gateway-published';
import { compare, prepare, type Bench, type Result, type Settings, type Workload } from './gateway-rounds';

/** Where things run. */
export interface Stage {
  /** For files that the servers read. */
  folder: string;
  settings: Settings;
  /** The core of the gateways; everything else runs on another. Undefined where there is but one. */
  core: number | undefined;
}

const PEOPLE = 50;
const REALM = join(__dirname, '..', 'dev', 'realm.json');

/** The four published subgraphs, before gateways of which ours verifies tokens and keeps its limits. */
export async function measurePublished(stage: Stage): Promise<Result[]> {
  const subgraphs = startChild(join(__dirname, 'gateway-subgraphs.js'));
  const served = Object.fromEntries(PUBLISHED.map((name) => [name, null]));
  const subgraphUrls = await subgraphs.ask<Record<string, string>>('listen', served);
  const supergraphFile = join(stage.folder, 'published.graphql');
  writeFileSync(supergraphFile, composePublished(subgraphUrls));
  const issuer = await startIssuer({ port: 0, host: '127.0.0.1', realmFile: REALM });
  const environment = {
    OIDC_ISSUER: issuer.url,
    OIDC_JWKS_URL: issuer.jwksUrl,
    INTERNAL_JWKS_URLS: `gateway=${issuer.jwksUrl}`,
    REDIS_URL: 'redis://127.0.0.1:1',
    // Any file will do: no subgraph takes internal calls.
    INTERNAL_KEY_FILE: supergraphFile,
    MAX_COST: '10000000',
  };
  const otherwise = { internalKeyPem: null, redisUrl: null, subgraphUrls: {} };
  const tokens = Array.from({ length: PEOPLE }, () => issuer.issueToken('alice'));
  const workloads: Workload[] = [
    {
      name: 'ordinary query, everybody with a token',
      query: ORDINARY,
      variables: ORDINARY_VARIABLES,
      tokens,
    },
    {
      name: 'ordinary query, one token',
      query: ORDINARY,
      variables: ORDINARY_VARIABLES,
      tokens: [tokens[0]!],
    },
    { name: 'the published query', query: EVERYTHING, variables: [{}], tokens },
  ];
  const backend = { supergraphFile, subgraphUrls, environment, otherwise };
  try {
    return await measureBackend(stage, backend, subgraphs, workloads);
  } finally {
    await Promise.all([subgraphs.stop(), issuer.close()]);
  }
}

async function measureBackend(
  { settings, core }: Stage,
  backend: Backend,
  subgraphs: Child,
  workloads: readonly Workload[],
): Promise<Result[]> {
  const load = startChild(join(__dirname, 'gateway-load.js'));
  const contenders = await startContenders(backend, core);
  const bench: Bench = { contenders, subgraphs, load, settings };
  try {
    const results: Result[] = [];
    for (const workload of workloads) {
      await prepare(bench, workload);
      results.push(...(await compare(bench, workload)));
    }
    return results;
  } finally {
    await Promise.all([load, ...contenders.map(({ server }) => server)].map((child) => child.stop()));
  }
}
