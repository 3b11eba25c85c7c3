// Made by `npm run codegen` from schema/*.graphql. Do not edit.
import { parse, type DocumentNode } from 'graphql';
import type { LiveEvent } from '../../subgraphs/kit/subgraph';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserEntity } from '../../subgraphs/identity/user.entity';
import type { DeadLetterRow } from '../../subgraphs/identity/dead-letter.entity';
import type { IdentityContext } from '../../subgraphs/identity/identity.loaders';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** A point in time, RFC 3339 in UTC, with milliseconds: `2026-12-24T18:00:00.000Z`. */
  DateTime: { input: Date; output: Date | string };
  /** A calendar date without a time zone, `YYYY-MM-DD`. */
  LocalDate: { input: string; output: string };
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown };
};

/** Anything with a global id. */
export type Node = {
  /** The global id: a type prefix and 128 bits, opaque by contract. */
  id: Scalars['ID']['output'];
};

/** Where a page of a list begins and ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether a page follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether a page precedes. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last edge; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** What every mutation answers. */
export type Payload = {
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Why a change was refused. */
export type UserError = {
  /** What kind of refusal it is. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A refusal that needs no more than its code and message. */
export type PlainError = UserError & {
  __typename?: 'PlainError';
  /** What kind of refusal it is. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Somebody else changed the entity first, or the name is taken. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always CONFLICT. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The version that the entity has now; null when the conflict is not about a version. */
  currentVersion?: Maybe<Scalars['Int']['output']>;
};

/** The refusals that a mutation may answer. */
export type UserErrorCode =
  /** The input is well-formed but not acceptable. */
  | 'BAD_USER_INPUT'
  /** The thing does not exist, or the caller cannot see it. */
  | 'NOT_FOUND'
  /** The thing is visible, and the caller may not do this to it. */
  | 'FORBIDDEN'
  /** The entity has changed since, or the name is taken. */
  | 'CONFLICT'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED';

export type Query = {
  __typename?: 'Query';
  /** The signed-in user. Requires: any signed-in caller. */
  viewer?: Maybe<User>;
  /**
   * One user, by exactly one of the three keys (none or several: BAD_USER_INPUT); null when there is no such
   * user or none whom the caller shares a workspace with. Requires: any signed-in caller.
   */
  user?: Maybe<User>;
  /** Any entity by its global id; null when it does not exist or is not visible. Requires: what the entity's own query requires. */
  node?: Maybe<Node>;
  /** Entities by their global ids, in the same order, with null for what does not exist or is not visible; at most 100. Requires: what the entities' own queries require. */
  nodes: Array<Maybe<Node>>;
  /** What this platform is. Requires: any signed-in caller. */
  serverInfo: ServerInfo;
  /** Reactions that failed after all retries, newest first. Requires: realm role system-admin. */
  deadLetters: DeadLetterConnection;
};

export type QueryUserArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  username?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
};

export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};

export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};

export type QueryDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Changes the caller's own profile. Requires: any signed-in caller. */
  updateProfile: UpdateProfilePayload;
  /** Hands a dead letter's event to its handler once more. Audited. Requires: realm role system-admin. */
  replayDeadLetter: ReplayDeadLetterPayload;
  /** Gives a dead letter up. Audited. Requires: realm role system-admin. */
  discardDeadLetter: DiscardDeadLetterPayload;
};

export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

export type MutationReplayDeadLetterArgs = {
  input: ReplayDeadLetterInput;
};

export type MutationDiscardDeadLetterArgs = {
  input: DiscardDeadLetterInput;
};

/** A person, or the platform's bot. The account itself is Keycloak's. */
export type User = Node & {
  __typename?: 'User';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The login name, unique without regard to case. */
  username: Scalars['String']['output'];
  /** The name shown to others. */
  displayName: Scalars['String']['output'];
  /** The e-mail address; null for anybody but oneself. Requires: oneself. */
  email?: Maybe<Scalars['String']['output']>;
  /** Whether this is the platform's bot. */
  isBot: Scalars['Boolean']['output'];
  /** Whether the account may sign in. */
  isActive: Scalars['Boolean']['output'];
  /** The realm roles; null for anybody but oneself. Requires: oneself. */
  systemRoles?: Maybe<Array<Scalars['String']['output']>>;
  /** When the user was first seen. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the profile. */
  version: Scalars['Int']['output'];
};

/** What runs here. */
export type ServerInfo = {
  __typename?: 'ServerInfo';
  /** The version of the platform. */
  version: Scalars['String']['output'];
};

/** An event whose handler failed after all retries. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The handler that failed, `<subgraph>.<event type>`. */
  handler: Scalars['String']['output'];
  /** The event's type. */
  eventType: Scalars['String']['output'];
  /** The event's id. */
  eventId: Scalars['String']['output'];
  /** The aggregate that the event belongs to, `<type>:<uuid>`. */
  aggregate: Scalars['String']['output'];
  /** The last error, without secrets. */
  error: Scalars['String']['output'];
  /** How often the handler was tried. */
  attempts: Scalars['Int']['output'];
  /** Whether it waits, was replayed or was discarded. */
  state: DeadLetterState;
  /** When the last attempt failed. */
  failedAt: Scalars['DateTime']['output'];
};

/** What has become of a dead letter. */
export type DeadLetterState =
  /** It waits for a person. */
  | 'WAITING'
  /** A replay was asked for and has not ended. */
  | 'REPLAYING'
  /** The replay succeeded. */
  | 'REPLAYED'
  /** It was given up. */
  | 'DISCARDED';

/** A page of dead letters. */
export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  /** The edges of this page. */
  edges: Array<DeadLetterEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<DeadLetter>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A dead letter and its place in the list. */
export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  /** The dead letter. */
  node: DeadLetter;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** What to change in one's own profile; an absent field stays. */
export type UpdateProfileInput = {
  /** The name shown to others, 1 to 100 characters. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The changed profile. */
export type UpdateProfilePayload = Payload & {
  __typename?: 'UpdateProfilePayload';
  /** The user; null when refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which dead letter to replay. */
export type ReplayDeadLetterInput = {
  /** The dead letter's id. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The dead letter that will be replayed. */
export type ReplayDeadLetterPayload = Payload & {
  __typename?: 'ReplayDeadLetterPayload';
  /** The dead letter; null when refused. */
  deadLetter?: Maybe<DeadLetter>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which dead letter to discard. */
export type DiscardDeadLetterInput = {
  /** The dead letter's id. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The dead letter that was discarded. */
export type DiscardDeadLetterPayload = Payload & {
  __typename?: 'DiscardDeadLetterPayload';
  /** The dead letter; null when refused. */
  deadLetter?: Maybe<DeadLetter>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type Workspace = Node & {
  __typename?: 'Workspace';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Chat = Node & {
  __typename?: 'Chat';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Message = Node & {
  __typename?: 'Message';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Task = Node & {
  __typename?: 'Task';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Board = Node & {
  __typename?: 'Board';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Workflow = Node & {
  __typename?: 'Workflow';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Execution = Node & {
  __typename?: 'Execution';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
  reference: TReference,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

/** A subscription's field is resolved with the event as its source; what admits a caller stands in the manifest. */
export type SubscriptionResolver<
  TResult,
  _TKey extends string,
  _TParent = unknown,
  TContext = unknown,
  TArgs = unknown,
> = {
  resolve: (
    event: LiveEvent,
    args: TArgs,
    context: TContext,
    info: GraphQLResolveInfo,
  ) => Promise<TResult> | TResult;
};

export type TypeResolveFn<
  TTypes,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
> = (parent: TParent, context: TContext, info: GraphQLResolveInfo) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
  Workspace: Workspace;
  Chat: Chat;
  Message: Message;
  Task: Task;
  Board: Board;
  Workflow: Workflow;
  Execution: Execution;
};

/** References by which the gateway asks for entities; with several keys, any one of them. */
export type FederationReferenceTypes = {
  User: { __typename: 'User'; id?: string; nodeRef?: string };
  Workspace: { __typename: 'Workspace'; nodeRef: string };
  Chat: { __typename: 'Chat'; nodeRef: string };
  Message: { __typename: 'Message'; nodeRef: string };
  Task: { __typename: 'Task'; nodeRef: string };
  Board: { __typename: 'Board'; nodeRef: string };
  Workflow: { __typename: 'Workflow'; nodeRef: string };
  Execution: { __typename: 'Execution'; nodeRef: string };
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | UserEntity
    | { __typename: 'Workspace'; nodeRef: string }
    | { __typename: 'Chat'; nodeRef: string }
    | { __typename: 'Message'; nodeRef: string }
    | { __typename: 'Task'; nodeRef: string }
    | { __typename: 'Board'; nodeRef: string }
    | { __typename: 'Workflow'; nodeRef: string }
    | { __typename: 'Execution'; nodeRef: string };
  Payload:
    | (Omit<UpdateProfilePayload, 'user' | 'userErrors'> & {
        user?: Maybe<_RefType['User']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<ReplayDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
        deadLetter?: Maybe<_RefType['DeadLetter']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DiscardDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
        deadLetter?: Maybe<_RefType['DeadLetter']>;
        userErrors: Array<_RefType['UserError']>;
      });
  UserError: PlainError | ConflictError;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Payload']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PlainError: ResolverTypeWrapper<PlainError>;
  ConflictError: ResolverTypeWrapper<ConflictError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserEntity>;
  ServerInfo: ResolverTypeWrapper<ServerInfo>;
  DeadLetter: ResolverTypeWrapper<DeadLetterRow>;
  DeadLetterState: DeadLetterState;
  DeadLetterConnection: ResolverTypeWrapper<
    Omit<DeadLetterConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['DeadLetterEdge']>;
      nodes: Array<ResolversTypes['DeadLetter']>;
    }
  >;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<
    Omit<UpdateProfilePayload, 'user' | 'userErrors'> & {
      user?: Maybe<ResolversTypes['User']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  ReplayDeadLetterPayload: ResolverTypeWrapper<
    Omit<ReplayDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
      deadLetter?: Maybe<ResolversTypes['DeadLetter']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: ResolverTypeWrapper<
    Omit<DiscardDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
      deadLetter?: Maybe<ResolversTypes['DeadLetter']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  Workspace: ResolverTypeWrapper<{ __typename: 'Workspace'; nodeRef: string }>;
  Chat: ResolverTypeWrapper<{ __typename: 'Chat'; nodeRef: string }>;
  Message: ResolverTypeWrapper<{ __typename: 'Message'; nodeRef: string }>;
  Task: ResolverTypeWrapper<{ __typename: 'Task'; nodeRef: string }>;
  Board: ResolverTypeWrapper<{ __typename: 'Board'; nodeRef: string }>;
  Workflow: ResolverTypeWrapper<{ __typename: 'Workflow'; nodeRef: string }>;
  Execution: ResolverTypeWrapper<{ __typename: 'Execution'; nodeRef: string }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  JSON: Scalars['JSON']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Payload: ResolversInterfaceTypes<ResolversParentTypes>['Payload'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PlainError: PlainError;
  ConflictError: ConflictError;
  Int: Scalars['Int']['output'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  User: UserEntity;
  ServerInfo: ServerInfo;
  DeadLetter: DeadLetterRow;
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['DeadLetterEdge']>;
    nodes: Array<ResolversParentTypes['DeadLetter']>;
  };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user' | 'userErrors'> & {
    user?: Maybe<ResolversParentTypes['User']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  ReplayDeadLetterPayload: Omit<ReplayDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
    deadLetter?: Maybe<ResolversParentTypes['DeadLetter']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: Omit<DiscardDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
    deadLetter?: Maybe<ResolversParentTypes['DeadLetter']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  Workspace: { __typename: 'Workspace'; nodeRef: string };
  Chat: { __typename: 'Chat'; nodeRef: string };
  Message: { __typename: 'Message'; nodeRef: string };
  Task: { __typename: 'Task'; nodeRef: string };
  Board: { __typename: 'Board'; nodeRef: string };
  Workflow: { __typename: 'Workflow'; nodeRef: string };
  Execution: { __typename: 'Execution'; nodeRef: string };
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type NodeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<
    'User' | 'Workspace' | 'Chat' | 'Message' | 'Task' | 'Board' | 'Workflow' | 'Execution',
    ParentType,
    ContextType
  >;
};

export type PageInfoResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload'],
> = {
  __resolveType: TypeResolveFn<
    'UpdateProfilePayload' | 'ReplayDeadLetterPayload' | 'DiscardDeadLetterPayload',
    ParentType,
    ContextType
  >;
};

export type UserErrorResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError'],
> = {
  __resolveType: TypeResolveFn<'PlainError' | 'ConflictError', ParentType, ContextType>;
};

export type PlainErrorResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['PlainError'] = ResolversParentTypes['PlainError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  viewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, Partial<QueryUserArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<
    Array<Maybe<ResolversTypes['Node']>>,
    ParentType,
    ContextType,
    RequireFields<QueryNodesArgs, 'ids'>
  >;
  serverInfo?: Resolver<ResolversTypes['ServerInfo'], ParentType, ContextType>;
  deadLetters?: Resolver<
    ResolversTypes['DeadLetterConnection'],
    ParentType,
    ContextType,
    Partial<QueryDeadLettersArgs>
  >;
};

export type MutationResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  updateProfile?: Resolver<
    ResolversTypes['UpdateProfilePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateProfileArgs, 'input'>
  >;
  replayDeadLetter?: Resolver<
    ResolversTypes['ReplayDeadLetterPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationReplayDeadLetterArgs, 'input'>
  >;
  discardDeadLetter?: Resolver<
    ResolversTypes['DiscardDeadLetterPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDiscardDeadLetterArgs, 'input'>
  >;
};

export type UserResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'],
  FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['User']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isBot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  systemRoles?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServerInfoResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo'],
> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  handler?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aggregate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeadLetterState'], ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeadLetterConnection'] =
    ResolversParentTypes['DeadLetterConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge'],
> = {
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UpdateProfilePayload'] =
    ResolversParentTypes['UpdateProfilePayload'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReplayDeadLetterPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ReplayDeadLetterPayload'] =
    ResolversParentTypes['ReplayDeadLetterPayload'],
> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DiscardDeadLetterPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DiscardDeadLetterPayload'] =
    ResolversParentTypes['DiscardDeadLetterPayload'],
> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace'],
  FederationReferenceType extends FederationReferenceTypes['Workspace'] =
    FederationReferenceTypes['Workspace'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workspace']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Chat'] = ResolversParentTypes['Chat'],
  FederationReferenceType extends FederationReferenceTypes['Chat'] = FederationReferenceTypes['Chat'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Chat']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'],
  FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Message']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task'],
  FederationReferenceType extends FederationReferenceTypes['Task'] = FederationReferenceTypes['Task'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Task']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoardResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Board'] = ResolversParentTypes['Board'],
  FederationReferenceType extends FederationReferenceTypes['Board'] = FederationReferenceTypes['Board'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Board']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkflowResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Workflow'] = ResolversParentTypes['Workflow'],
  FederationReferenceType extends FederationReferenceTypes['Workflow'] = FederationReferenceTypes['Workflow'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workflow']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExecutionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Execution'] = ResolversParentTypes['Execution'],
  FederationReferenceType extends FederationReferenceTypes['Execution'] =
    FederationReferenceTypes['Execution'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Execution']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = IdentityContext> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PlainError?: PlainErrorResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  ReplayDeadLetterPayload?: ReplayDeadLetterPayloadResolvers<ContextType>;
  DiscardDeadLetterPayload?: DiscardDeadLetterPayloadResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  Chat?: ChatResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  Board?: BoardResolvers<ContextType>;
  Workflow?: WorkflowResolvers<ContextType>;
  Execution?: ExecutionResolvers<ContextType>;
};
/** The SDL of the subgraph, with the common part. */
export const sdl: DocumentNode = parse(`extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: [
      "@key"
      "@shareable"
      "@external"
      "@requires"
      "@provides"
      "@inaccessible"
      "@tag"
      "@composeDirective"
    ]
  )
  @link(url: "https://tributary.example/spec/v1.0", import: ["@auth", "@audience"])
  @composeDirective(name: "@auth")
  @composeDirective(name: "@audience")

"""
States which permission a field asks for. The owner's policy enforces it; the description repeats it.
"""
directive @auth(
  "Scopes that an API key must carry."
  scopes: [String!]
  "The lowest role in the workspace that may use the field."
  workspaceRole: String
) on FIELD_DEFINITION

"""
States on what a value depends, so that live updates may be executed once for all who share it:
\`[]\` the same for all, \`workspace\`, \`chat\`, \`role\`, \`viewer\`. Unmarked means viewer.
"""
directive @audience(
  "The dimensions on which the value depends."
  by: [String!]!
) on FIELD_DEFINITION | OBJECT | INTERFACE

"A point in time, RFC 3339 in UTC, with milliseconds: \`2026-12-24T18:00:00.000Z\`."
scalar DateTime

"A calendar date without a time zone, \`YYYY-MM-DD\`."
scalar LocalDate

"Any JSON value."
scalar JSON

"Anything with a global id."
interface Node @audience(by: []) {
  "The global id: a type prefix and 128 bits, opaque by contract."
  id: ID!
}

"Where a page of a list begins and ends."
type PageInfo @shareable @audience(by: []) {
  "Whether a page follows."
  hasNextPage: Boolean!
  "Whether a page precedes."
  hasPreviousPage: Boolean!
  "The cursor of the first edge; null on an empty page."
  startCursor: String
  "The cursor of the last edge; null on an empty page."
  endCursor: String
}

"What every mutation answers."
interface Payload {
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Why a change was refused."
interface UserError {
  "What kind of refusal it is."
  code: UserErrorCode!
  "A sentence for a person; it names the thing and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
}

"A refusal that needs no more than its code and message."
type PlainError implements UserError @shareable @audience(by: []) {
  "What kind of refusal it is."
  code: UserErrorCode!
  "A sentence for a person; it names the thing and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
}

"Somebody else changed the entity first, or the name is taken."
type ConflictError implements UserError @shareable @audience(by: []) {
  "Always CONFLICT."
  code: UserErrorCode!
  "A sentence for a person; it names the thing."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
  "The version that the entity has now; null when the conflict is not about a version."
  currentVersion: Int
}

"The refusals that a mutation may answer."
enum UserErrorCode {
  "The input is well-formed but not acceptable."
  BAD_USER_INPUT
  "The thing does not exist, or the caller cannot see it."
  NOT_FOUND
  "The thing is visible, and the caller may not do this to it."
  FORBIDDEN
  "The entity has changed since, or the name is taken."
  CONFLICT
  "The idempotency key was used with another input."
  IDEMPOTENCY_KEY_REUSED
}

type Query {
  "The signed-in user. Requires: any signed-in caller."
  viewer: User @auth @audience(by: ["viewer"])
  """
  One user, by exactly one of the three keys (none or several: BAD_USER_INPUT); null when there is no such
  user or none whom the caller shares a workspace with. Requires: any signed-in caller.
  """
  user(
    "The global id."
    id: ID
    "The username, compared without regard to case."
    username: String
    "The e-mail address, compared without regard to case."
    email: String
  ): User @auth
  "Any entity by its global id; null when it does not exist or is not visible. Requires: what the entity's own query requires."
  node("The global id." id: ID!): Node @auth
  "Entities by their global ids, in the same order, with null for what does not exist or is not visible; at most 100. Requires: what the entities' own queries require."
  nodes("The global ids." ids: [ID!]!): [Node]! @auth
  "What this platform is. Requires: any signed-in caller."
  serverInfo: ServerInfo! @auth @audience(by: [])
  "Reactions that failed after all retries, newest first. Requires: realm role system-admin."
  deadLetters(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): DeadLetterConnection! @auth
}

type Mutation {
  "Changes the caller's own profile. Requires: any signed-in caller."
  updateProfile("What to change." input: UpdateProfileInput!): UpdateProfilePayload! @auth
  "Hands a dead letter's event to its handler once more. Audited. Requires: realm role system-admin."
  replayDeadLetter("Which one." input: ReplayDeadLetterInput!): ReplayDeadLetterPayload! @auth
  "Gives a dead letter up. Audited. Requires: realm role system-admin."
  discardDeadLetter("Which one." input: DiscardDeadLetterInput!): DiscardDeadLetterPayload! @auth
}

"A person, or the platform's bot. The account itself is Keycloak's."
type User implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The login name, unique without regard to case."
  username: String!
  "The name shown to others."
  displayName: String!
  "The e-mail address; null for anybody but oneself. Requires: oneself."
  email: String @audience(by: ["viewer"])
  "Whether this is the platform's bot."
  isBot: Boolean!
  "Whether the account may sign in."
  isActive: Boolean!
  "The realm roles; null for anybody but oneself. Requires: oneself."
  systemRoles: [String!] @audience(by: ["viewer"])
  "When the user was first seen."
  createdAt: DateTime!
  "Counts the changes of the profile."
  version: Int!
}

"What runs here."
type ServerInfo @audience(by: []) {
  "The version of the platform."
  version: String!
}

"An event whose handler failed after all retries."
type DeadLetter {
  "The global id."
  id: ID!
  "The handler that failed, \`<subgraph>.<event type>\`."
  handler: String!
  "The event's type."
  eventType: String!
  "The event's id."
  eventId: String!
  "The aggregate that the event belongs to, \`<type>:<uuid>\`."
  aggregate: String!
  "The last error, without secrets."
  error: String!
  "How often the handler was tried."
  attempts: Int!
  "Whether it waits, was replayed or was discarded."
  state: DeadLetterState!
  "When the last attempt failed."
  failedAt: DateTime!
}

"What has become of a dead letter."
enum DeadLetterState {
  "It waits for a person."
  WAITING
  "A replay was asked for and has not ended."
  REPLAYING
  "The replay succeeded."
  REPLAYED
  "It was given up."
  DISCARDED
}

"A page of dead letters."
type DeadLetterConnection {
  "The edges of this page."
  edges: [DeadLetterEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [DeadLetter!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"A dead letter and its place in the list."
type DeadLetterEdge {
  "The dead letter."
  node: DeadLetter!
  "Its place."
  cursor: String!
}

"What to change in one's own profile; an absent field stays."
input UpdateProfileInput {
  "The name shown to others, 1 to 100 characters."
  displayName: String
  "The version that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The changed profile."
type UpdateProfilePayload implements Payload {
  "The user; null when refused."
  user: User
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which dead letter to replay."
input ReplayDeadLetterInput {
  "The dead letter's id."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The dead letter that will be replayed."
type ReplayDeadLetterPayload implements Payload {
  "The dead letter; null when refused."
  deadLetter: DeadLetter
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which dead letter to discard."
input DiscardDeadLetterInput {
  "The dead letter's id."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The dead letter that was discarded."
type DiscardDeadLetterPayload implements Payload {
  "The dead letter; null when refused."
  deadLetter: DeadLetter
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

type Workspace implements Node @key(fields: "nodeRef") {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Chat implements Node @key(fields: "nodeRef") {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Message implements Node @key(fields: "nodeRef") {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Task implements Node @key(fields: "nodeRef") {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Board implements Node @key(fields: "nodeRef") {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Workflow implements Node @key(fields: "nodeRef") {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Execution implements Node @key(fields: "nodeRef") {
  id: ID! @external
  nodeRef: ID! @inaccessible
}
`);
