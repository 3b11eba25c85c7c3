import { join } from 'node:path';
import type { GatewayConfig } from '../gateway/config';
import { VARIABLES, type Environment } from '../subgraphs/kit/config';
import { startChild, type Child } from './child';
import type { Recording } from './gateway-bare';
import type { OursOptions } from './gateway-ours';
import type { StockOptions } from './gateway-stock';

/** A server that is measured: a process of its own, or several that share the clients. */
export interface Contender {
  name: string;
  servers: readonly Child[];
  urls: readonly string[];
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

/** As the image starts the gateway; all have it. */
const FLAGS = ['--max-semi-space-size=64'];

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
  cores?: string,
): Promise<Contender> {
  const env = { ...environment, ...settings, SUPERGRAPH_FILE: supergraphFile, PORT: '0', LOG_LEVEL: 'warn' };
  const server = startChild(fileOf('ours'), { cores, execArgv: FLAGS, env: inProduction(env) });
  const url = await server.ask<string>('listen', { environment: env, otherwise } satisfies OursOptions);
  return { name, servers: [server], urls: [url] };
}

/** Starts the plain Apollo server. */
export async function startStock(
  { supergraphFile, subgraphUrls }: Backend,
  cores?: string,
): Promise<Contender> {
  const server = startChild(fileOf('stock'), { cores, execArgv: FLAGS, env: inProduction({}) });
  const url = await server.ask<string>('listen', { supergraphFile, subgraphUrls } satisfies StockOptions);
  return { name: STOCK, servers: [server], urls: [url] };
}

/** Starts the server without GraphQL; it answers what it is taught. */
export async function startBare({ subgraphUrls }: Backend, cores?: string): Promise<Contender> {
  const server = startChild(fileOf('bare'), { cores, execArgv: FLAGS, env: inProduction({}) });
  return { name: BARE, servers: [server], urls: [await server.ask<string>('listen', subgraphUrls)] };
}

/** Teaches the bare server what requests come to. */
export async function teach({ servers }: Contender, recordings: readonly Recording[]): Promise<void> {
  for (const server of servers) await server.ask('learn', recordings);
}

function inProduction(env: Environment): Record<string, string | undefined> {
  return { ...env, PATH: process.env.PATH, NODE_ENV: 'production' };
}

/** Several that share the clients, as one. */
function together(name: string, contenders: readonly Contender[]): Contender {
  return {
    name,
    servers: contenders.flatMap(({ servers }) => servers),
    urls: contenders.flatMap(({ urls }) => urls),
  };
}

/** Stops it. */
export async function stop({ servers }: Contender): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}

/** Starts them all, on cores of their own where there are any. */
export async function startContenders(backend: Backend, cores?: string): Promise<Contender[]> {
  const contenders = [await startStock(backend, cores)];
  for (const { name, settings } of differing())
    contenders.push(await startOurs(backend, name, settings, cores));
  return [...contenders, await startBare(backend, cores)];
}

/** Starts one of each and two of each. */
export async function startPairs(backend: Backend, cores?: string): Promise<Contender[]> {
  const started: Contender[] = [];
  const { settings } = OURS.find(({ name }) => name === PLAIN)!;
  const starts = [
    startStock,
    (...on: [Backend, string?]) => startOurs(on[0], PLAIN, settings, on[1]),
    startBare,
  ];
  for (const start of starts) {
    const one = await start(backend, cores);
    started.push(one, together(`${one.name}, two processes`, [one, await start(backend, cores)]));
  }
  return started;
}
