import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { auditFields } from './audit-fields';
import { guardFields, guardSubscriptions } from './guard';
import { addSubscribers } from './live-source';
import { scalars } from './scalars';
import type { SubgraphManifest } from './subgraph';

type ResolverMap = Record<string, object>;
type Typed = { __typename: string };

/** How the interfaces of the common part are told apart: by the `__typename` that the resolvers answer. */
const interfaces: ResolverMap = {
  Node: { __resolveType: (value: Typed) => value.__typename },
  UserError: { __resolveType: (value: Typed) => value.__typename },
  Payload: { __resolveType: (value: Typed) => value.__typename },
};

/** The executable schema of a subgraph: its SDL and resolvers with the common scalars, interfaces and subscribers. */
export function buildSchema<L>(manifest: SubgraphManifest<L>): GraphQLSchema {
  const defined = new Set(
    manifest.sdl.definitions.flatMap((definition) =>
      'name' in definition && definition.name ? [definition.name.value] : [],
    ),
  );
  const common = Object.fromEntries(
    Object.entries({ ...scalars, ...interfaces }).filter(([name]) => defined.has(name)),
  );
  const resolvers = { ...common, ...(manifest.resolvers as ResolverMap) };
  const schema = buildSubgraphSchema([{ typeDefs: manifest.sdl, resolvers: resolvers as never }]);
  addSubscribers(schema, guardSubscriptions(schema, manifest.subscriptions), manifest.loaders);
  guardFields(schema, manifest.loaders);
  // Around the guard, whose refusals it tells of.
  auditFields(schema);
  return schema;
}
