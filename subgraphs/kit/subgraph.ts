import type { DocumentNode } from 'graphql';
import type { EventType, StoredEvent } from '../../schema/events';
import type { Authenticator } from './auth';
import type { Context, InTransaction, MakeLoaders, Principal, Projections, Settings } from './context';
import type { HttpAnswer, HttpRequest } from './http-routes';
import type { StreamAnswer, StreamRequest } from './http-streams';
import type { Logger } from './logger';

/** What a subgraph does about events; runs in a worker, as the event's actor, in one transaction with the cursor. */
export type Reactions<L> = {
  readonly [T in EventType]?: (ctx: InTransaction<Context<L>>, event: StoredEvent<T>) => Promise<void>;
};

/** An event as the root value of a subscription's selection. */
export type LiveEvent = StoredEvent & {
  /** Resumes behind this event. */
  cursor: string;
};

/** What a subscription field shows whoever was admitted to it. */
export interface Admitted {
  topic: string;
  /** The workspace or chat whose readers may follow the topic; null for one person's own. */
  scopeId: string | null;
}

/** One subscription field. */
export interface Subscription<L> {
  /**
   * Decides whether the caller may subscribe, and to what: refuses with an AppError, or answers the topic
   * (`chat:<uuid>`, `board:<uuid>`). Not asked for an audience, whose members were each admitted.
   */
  admit(ctx: Context<L>, args: Record<string, never>): Promise<Admitted>;
  /** The events that the field shows; others move the cursor silently. */
  types: readonly EventType[];
  /** Whether it passes over what the viewer has done. */
  hidesOwn?: true;
}

/** Work that is due by the clock. */
export interface Job<L> {
  /** How long lies between two runs, or how the settings say it. */
  everyMs: number | ((settings: Settings) => number);
  /**
   * Does what is due. `ctx` acts for nobody: each transaction of it names its reason, `{ as: 'system', reason }`. A
   * run that fails is logged and tried again at the next turn; one that was cut off leaves nothing half done.
   */
  run(ctx: Context<L>): Promise<void>;
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
  /**
   * The reactions that act across tenants, as the subgraph's system role: their effects are other people's, or go
   * beyond what the event's actor may do. That role's policies name what they may touch.
   */
  reactsAsSystem?: readonly EventType[];
  /** What workers do from time to time, one worker at a time, by name. */
  jobs?: Readonly<Record<string, Job<L>>>;
  /** By the name of the field of `Subscription`. */
  subscriptions: Readonly<Record<string, Subscription<L>>>;
  /**
   * What the gateway alone may call, by name, as `POST /internal/<name>`; the caller is the viewer. The body is JSON
   * that nobody has looked at.
   */
  internalRoutes?: Readonly<Record<string, (ctx: Context<L>, body: unknown) => Promise<object>>>;
  /** What answers the subgraph's addresses in `schema/http-routes.ts`, by path; `ctx` acts for nobody. */
  httpRoutes?: Readonly<
    Record<
      string,
      (ctx: Context<L>, request: HttpRequest, authenticator: Authenticator) => Promise<HttpAnswer>
    >
  >;
  /** What answers those of these addresses at which files come and go. */
  streamRoutes?: Readonly<Record<string, (ctx: Context<L>, request: StreamRequest) => Promise<StreamAnswer>>>;
  /** What a worker runs for this subgraph beside its reactions. */
  startEngine?: (options: EngineOptions<L>) => Promise<Engine>;
  /** The rows of shared tables that this subgraph's projections write, for the rebuild. */
  sharedRows?: Readonly<Record<string, string>>;
  /** Columns that do not follow from events, as `schema.table.column`. */
  unprojectedColumns?: readonly string[];
  /** Done once at every start, before the first request, as the service itself. */
  onStart?: (ctx: Context<L>) => Promise<void>;
}

export interface Engine {
  /** Ends after what is under way; what is not done goes on at the next start. */
  stop(): Promise<void>;
}

/** What a worker gives to an engine. */
export interface EngineOptions<L = unknown> {
  /** PostgreSQL as the workers' login role. */
  databaseUrl: string;
  /** Stable over restarts: unfinished work belongs to it. */
  workerId: string;
  /** Where the engine acts on other subgraphs. */
  gatewayUrl: string;
  /** Signs a token by which the engine acts as a user in one scope, for a minute. */
  signServiceToken(claims: ServiceClaims): string;
  botUserId: string;
  /** The first delay before a failed step is tried again; it doubles four times. */
  retryBaseMs: number;
  log: Logger;
  now(): Date;
  /** Runs work of this subgraph in one transaction, as its role and this principal. */
  run<R>(act: EngineAct, fn: (ctx: InTransaction<Context<L>>) => Promise<R>): Promise<R>;
}

/** Whom an engine acts as, and why. */
export interface EngineAct {
  principal: Principal;
  correlationId: string;
  causationId: string | null;
}

export interface ServiceClaims {
  userId: string;
  scopeId: string;
  causationId: string;
  depth: number;
  correlationId: string;
}

/** Checks a manifest's types. */
export function defineSubgraph<L>(manifest: SubgraphManifest<L>): SubgraphManifest<L> {
  return manifest;
}

type ResolverMap = Readonly<Record<string, object>>;

/** The resolvers of a subgraph's aggregates as one map; fields of one type may stand in several. */
export function mergeResolvers(...maps: readonly ResolverMap[]): ResolverMap {
  const merged: Record<string, object> = {};
  for (const map of maps) {
    for (const [type, fields] of Object.entries(map)) merged[type] = { ...merged[type], ...fields };
  }
  return merged;
}
