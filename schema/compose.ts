import { ApolloGateway } from '@apollo/gateway';
import { composeServices } from '@apollo/composition';
import { printSchema } from 'graphql';
import type { SubgraphSdl } from './subgraphs';

export interface Composed {
  /** For the gateway. */
  supergraph: string;
  /** For integrators: the API as they see it, without the federation's machinery. */
  api: string;
}

/** Composes the supergraph; throws with every error and every hint, for a hint is a mistake too. */
export function compose(subgraphs: readonly SubgraphSdl[]): Composed {
  const result = composeServices(
    subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document })),
  );
  if (result.errors) {
    throw new Error(`The subgraphs do not compose:\n${result.errors.map(String).join('\n')}`);
  }
  if (result.hints.length > 0) {
    throw new Error(`Composition gives hints:\n${result.hints.map(String).join('\n')}`);
  }
  const api = result.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraph: `${result.supergraphSdl.trim()}\n`, api: `${printSchema(api)}\n` };
}

/**
 * Starts a gateway on the supergraph and stops it: some directives pass composition and are refused at start.
 * No subgraph is called.
 */
export async function loadGateway(supergraph: string): Promise<void> {
  const gateway = new ApolloGateway({ supergraphSdl: supergraph });
  await gateway.load();
  await gateway.stop();
}
