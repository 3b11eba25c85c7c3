import type { DocumentNode } from 'graphql';
import type { EventType, StoredEvent } from '../../schema/events';
import type { Context, InTransaction, MakeLoaders } from './context';
import type { Projections } from './events';

/** What a subgraph does about events; runs in a worker, as the event's actor, in one transaction with the cursor. */
export type Reactions<L> = {
  readonly [T in EventType]?: (ctx: InTransaction<Context<L>>, event: StoredEvent<T>) => Promise<void>;
};

/** An event as the root value of a subscription's selection. */
export type LiveEvent = StoredEvent & {
  /** Resumes behind this event. */
  cursor: string;
};

/** One subscription field. */
export interface Subscription<L> {
  /**
   * Decides whether the caller may subscribe, and to what: refuses with an AppError, or answers the topic
   * (`chat:<uuid>`, `board:<uuid>`).
   */
  admit(ctx: Context<L>, args: Record<string, never>): Promise<{ topic: string }>;
  /** The events that the field shows; others move the cursor silently. */
  types: readonly EventType[];
}

export interface SubgraphManifest<L = unknown> {
  name: string;
  /** The SDL with the common part, from `schema/generated/<name>.ts`. */
  sdl: DocumentNode;
  // Resolver maps are typed where they are written, by the generated types.
  resolvers: object;
  /** TypeORM entities. */
  entities: readonly (new () => object)[];
  loaders: MakeLoaders<L>;
  projections: Projections;
  reactions: Reactions<L>;
  /** By the name of the field of `Subscription`. */
  subscriptions: Readonly<Record<string, Subscription<L>>>;
}

/** Checks a manifest's types. */
export function defineSubgraph<L>(manifest: SubgraphManifest<L>): SubgraphManifest<L> {
  return manifest;
}
