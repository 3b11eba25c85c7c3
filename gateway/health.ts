import type { Doorbells } from '../subgraphs/kit/doorbells';
import type { Forward } from './forward';
import type { Supergraph } from './supergraph';

export interface Readiness {
  status: 'ready' | 'degraded' | 'not ready' | 'closing';
  /** Each part that the gateway needs, and how it is. */
  parts: Record<string, string>;
}

export interface HealthParts {
  supergraph: Supergraph;
  forward: Forward;
  /** The subgraphs that must answer. */
  subgraphs: readonly string[];
  doorbells: Doorbells | null;
  isClosing(): boolean;
}

/** How long an answer counts, so that nobody can make the gateway probe at will. */
const REMEMBER_MS = 500;

/** Answers how ready the gateway is. Redis carries hints alone: without it the gateway is degraded and serves. */
export function createReadiness(parts: HealthParts): () => Promise<Readiness> {
  let known: { at: number; readiness: Promise<Readiness> } | undefined;
  return () => {
    if (parts.isClosing()) return Promise.resolve({ status: 'closing', parts: {} });
    if (!known || Date.now() - known.at > REMEMBER_MS) known = { at: Date.now(), readiness: look(parts) };
    return known.readiness;
  };
}

async function look({ supergraph, forward, subgraphs, doorbells }: HealthParts): Promise<Readiness> {
  const isReachable = await Promise.all(subgraphs.map((name) => forward.isReachable(name)));
  const missing = subgraphs.filter((_, i) => !isReachable[i]);
  const hasSupergraph = supergraph.current() !== undefined;
  const isDegraded = supergraph.problem() !== null || doorbells?.isConnected() === false;
  const parts: Record<string, string> = {
    supergraph: !hasSupergraph ? 'missing' : supergraph.problem() === null ? 'ready' : 'degraded',
    ...Object.fromEntries(subgraphs.map((name) => [name, missing.includes(name) ? 'missing' : 'ready'])),
    ...(doorbells && { redis: doorbells.isConnected() ? 'ready' : 'degraded' }),
  };
  if (!hasSupergraph || missing.length > 0) return { status: 'not ready', parts };
  return { status: isDegraded ? 'degraded' : 'ready', parts };
}
