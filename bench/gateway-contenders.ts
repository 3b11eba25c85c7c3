import { join } from 'node:path';
import type { GatewayConfig } from '../gateway/config';
import { VARIABLES, type Environment } from '../subgraphs/kit/config';
import { startChild, type Child } from './child';
import type { Recording } from './gateway-bare';
import type { OursOptions } from './gateway-ours';
import type { StockOptions } from './gateway-stock';

/** A server that is measured, in a process of its own. */
export interface Contender {
  name: string;
  server: Child;
  url: string;
}

/** What stands behind the gateways, and how ours is set up before it. */
export interface Backend {
  supergraphFile: string;
  subgraphUrls: Readonly<Record<string, string>>;
  environment: Environment;
  otherwise: Partial<GatewayConfig>;
}

export const STOCK = 'stock Apollo';
export const BARE = 'bare HTTP';
/** Makes the calls that the bare server repeats: every one that its plan has. */
export const PLAIN = 'ours, nothing shared';

const OURS: readonly { name: string; settings: Environment }[] = [
  { name: 'ours by `EXECUTOR=stock`', settings: { EXECUTOR: 'stock', SHARE_FETCHES: 'off' } },
  { name: PLAIN, settings: { EXECUTOR: 'compiled', SHARE_FETCHES: 'off' } },
  { name: 'ours, shared in a request', settings: { EXECUTOR: 'compiled', SHARE_FETCHES: 'request' } },
  { name: 'ours, shared by all', settings: { EXECUTOR: 'compiled', SHARE_FETCHES: 'all' } },
];

const fileOf = (name: string) => join(__dirname, `gateway-${name}.js`);

/** Those that differ in this version of the gateway: a switch that it does not know changes nothing. */
function differing(): readonly (typeof OURS)[number][] {
  const seen = new Set<string>();
  // The one that the bare server learns from is there in any case.
  const plainFirst = [...OURS].sort(
    (one, other) => Number(other.name === PLAIN) - Number(one.name === PLAIN),
  );
  const different = plainFirst.filter(({ settings }) => {
    const known = Object.entries(settings).filter(([name]) => Object.hasOwn(VARIABLES, name));
    const before = seen.size;
    return seen.add(JSON.stringify(known)).size > before;
  });
  return OURS.filter((one) => different.includes(one));
}

/** Starts ours with these settings beside the backend's own. */
export async function startOurs(
  { supergraphFile, environment, otherwise }: Backend,
  name: string,
  settings: Environment,
  core?: number,
): Promise<Contender> {
  const env = { ...environment, ...settings, SUPERGRAPH_FILE: supergraphFile, PORT: '0', LOG_LEVEL: 'warn' };
  const server = startChild(fileOf('ours'), { core, env: inProduction(env) });
  const url = await server.ask<string>('listen', { environment: env, otherwise } satisfies OursOptions);
  return { name, server, url };
}

/** Starts the plain Apollo server. */
export async function startStock(
  { supergraphFile, subgraphUrls }: Backend,
  core?: number,
): Promise<Contender> {
  const server = startChild(fileOf('stock'), { core, env: inProduction({}) });
  const url = await server.ask<string>('listen', { supergraphFile, subgraphUrls } satisfies StockOptions);
  return { name: STOCK, server, url };
}

/** Starts the server without GraphQL; it answers what it is taught. */
export async function startBare({ subgraphUrls }: Backend, core?: number): Promise<Contender> {
  const server = startChild(fileOf('bare'), { core, env: inProduction({}) });
  return { name: BARE, server, url: await server.ask<string>('listen', subgraphUrls) };
}

/** Teaches the bare server what requests come to. */
export function teach({ server }: Contender, recordings: readonly Recording[]): Promise<void> {
  return server.ask('learn', recordings);
}

function inProduction(env: Environment): Record<string, string | undefined> {
  return { ...env, PATH: process.env.PATH, NODE_ENV: 'production' };
}

/** Starts them all, on a core of their own where there is one. */
export async function startContenders(backend: Backend, core?: number): Promise<Contender[]> {
  const contenders = [await startStock(backend, core)];
  for (const { name, settings } of differing())
    contenders.push(await startOurs(backend, name, settings, core));
  return [...contenders, await startBare(backend, core)];
}
