import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startIssuer } from '../dev/issuer';
import { openPlace } from './bench';
import { startChild, type Child } from './child';
import type { Backend } from './gateway-contenders';
import { fillOwn } from './gateway-own';
import { composePublished, EVERYTHING, ORDINARY, ORDINARY_VARIABLES, PUBLISHED } from './gateway-published';
import type { Workload } from './gateway-rounds';
import { startWiredPlatform } from './wired-platform';

/** Subgraphs, and what is asked of the gateways before them. */
export interface Opened {
  backend: Backend;
  subgraphs: Child;
  workloads: readonly Workload[];
  /** What stands behind the subgraphs has used, in milliseconds of CPU. */
  behindMs?: () => number;
  close(): Promise<void>;
}

/** Where they are opened. */
export interface Ground {
  /** For files that the servers read. */
  folder: string;
  /** Those that the subgraphs run on; the parent's where they are not given. */
  cores?: string;
}

const PEOPLE = 50;
const FILLERS = 5;
const REALM = join(__dirname, '..', 'dev', 'realm.json');

const startSubgraphs = (cores?: string) => startChild(join(__dirname, 'gateway-subgraphs.js'), { cores });

/** Opens the four published subgraphs, before which our gateway verifies tokens and keeps its limits. */
export async function openPublished({ folder, cores }: Ground): Promise<Opened> {
  const subgraphs = startSubgraphs(cores);
  const served = Object.fromEntries(PUBLISHED.map((name) => [name, null]));
  const subgraphUrls = await subgraphs.ask<Record<string, string>>('listen', served);
  const supergraphFile = join(folder, 'published.graphql');
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
  return {
    backend: { supergraphFile, subgraphUrls, environment, otherwise },
    subgraphs,
    workloads: publishedWorkloads(tokens),
    async close() {
      await Promise.all([subgraphs.stop(), issuer.close()]);
    },
  };
}

function publishedWorkloads(tokens: readonly string[]): Workload[] {
  const ordinary = { query: ORDINARY, variables: ORDINARY_VARIABLES };
  return [
    { name: 'An ordinary query, everybody with a token', ...ordinary, tokens },
    { name: 'An ordinary query, all with one token', ...ordinary, tokens: tokens.slice(0, 1) },
    { name: 'The published query', query: EVERYTHING, variables: [{}], tokens },
  ];
}

/**
 * Opens a platform with its subgraphs, or with what they answered once, from which gateways are answered without
 * delay.
 */
export async function openOwn({ folder, cores }: Ground, isKept: boolean): Promise<Opened> {
  const wired = await startWiredPlatform(folder, { NODE_ENV: 'production', LOG_LEVEL: 'warn' });
  const place = await openPlace(wired.platform, FILLERS);
  const workloads = await fillOwn(place);
  await Promise.all([place.client.close(), place.pool.end()]);
  const subgraphs = startSubgraphs(cores);
  const subgraphUrls = await subgraphs.ask<Record<string, string>>('listen', wired.subgraphUrls);
  await subgraphs.ask('keep', isKept);
  const ofSubgraphs = Object.entries(subgraphUrls).map(([name, url]) => [
    `SUBGRAPH_${name.toUpperCase()}_URL`,
    url,
  ]);
  const environment = { ...wired.gatewayEnvironment, ...Object.fromEntries(ofSubgraphs) };
  const supergraphFile = resolve('schema/supergraph.graphql');
  return {
    backend: { supergraphFile, subgraphUrls, environment, otherwise: {} },
    ...{ subgraphs, workloads },
    behindMs: () => wired.platform.cpuMs(),
    async close() {
      await subgraphs.stop();
      await wired.stop();
    },
  };
}
