import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlannerConfig } from '@apollo/query-planner';
import { assertValidSchema } from 'graphql';
import type { Executable } from './operation';

let latest: { sdl: string; executable: Executable } | null = null;

/**
 * What operations are planned and executed with; the gateways of a process share it while they serve the same. Throws
 * what keeps a supergraph from being served.
 */
export function loadExecutable(sdl: string): Executable {
  if (latest?.sdl !== sdl) latest = { sdl, executable: buildExecutable(sdl) };
  return latest.executable;
}

/** As `loadExecutable`, shared with nobody. */
export function buildExecutable(sdl: string, planning?: QueryPlannerConfig): Executable {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: true });
  const api = supergraph.apiSchema();
  const apiSchema = api.toGraphQLJSSchema();
  assertValidSchema(apiSchema);
  const planner = new QueryPlanner(supergraph, planning);
  return {
    apiSchema,
    api,
    schema: supergraph.schema.toGraphQLJSSchema(),
    plan: (document, operationName) =>
      planner.buildQueryPlan(operationFromDocument(api, document, { operationName })),
  };
}
