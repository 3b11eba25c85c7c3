// Made by `npm run codegen` from schema/*.graphql. Do not edit.
import { parse, type DocumentNode } from 'graphql';
import type { LiveEvent } from '../../subgraphs/kit/subgraph';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WorkspaceEntity } from '../../subgraphs/workspace/workspace.entity';
import type {
  WorkspaceMembershipRow,
  WorkspaceMembershipConnectionRow,
} from '../../subgraphs/workspace/membership.entity';
import type { WorkspaceContext } from '../../subgraphs/workspace/workspace.loaders';
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
  /**
   * One workspace, by exactly one of the two keys (none or both: BAD_USER_INPUT); null when there is none or the
   * caller is not a member. Requires: membership.
   */
  workspace?: Maybe<Workspace>;
};

export type QueryWorkspaceArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Creates a workspace whose owner is the caller. Requires: any signed-in user. */
  createWorkspace: CreateWorkspacePayload;
  /** Adds a user to a workspace. Adding a member again changes nothing. Requires: workspace role ADMIN; to add an OWNER: OWNER. */
  addWorkspaceMember: AddWorkspaceMemberPayload;
  /** Removes a user from a workspace and so from all its chats. The last owner cannot be removed. Requires: workspace role ADMIN; to remove an OWNER: OWNER. */
  removeWorkspaceMember: RemoveWorkspaceMemberPayload;
};

export type MutationCreateWorkspaceArgs = {
  input: CreateWorkspaceInput;
};

export type MutationAddWorkspaceMemberArgs = {
  input: AddWorkspaceMemberInput;
};

export type MutationRemoveWorkspaceMemberArgs = {
  input: RemoveWorkspaceMemberInput;
};

/** A tenant: the people of one organisation and all that they share. */
export type Workspace = Node & {
  __typename?: 'Workspace';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The name shown to people. */
  name: Scalars['String']['output'];
  /** The short name used in links; unique without regard to case. */
  slug: Scalars['String']['output'];
  /** Who belongs to it, by date of joining. Requires: membership. */
  members: WorkspaceMembershipConnection;
  /** The caller's own role; null for a system administrator who is no member. */
  viewerRole?: Maybe<WorkspaceRole>;
  /** Whether the caller may add and remove members. */
  viewerCanManageMembers: Scalars['Boolean']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the workspace's own fields. */
  version: Scalars['Int']['output'];
};

/** A tenant: the people of one organisation and all that they share. */
export type WorkspaceMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What a member may do in a workspace. */
export type WorkspaceRole =
  /** Everything, ownership included. */
  | 'OWNER'
  /** Manages members and settings. */
  | 'ADMIN'
  /** Reads and writes. */
  | 'MEMBER'
  /** Reads only, and only the chats that the guest is in. */
  | 'GUEST';

/** That a user belongs to a workspace. */
export type WorkspaceMembership = {
  __typename?: 'WorkspaceMembership';
  /** The workspace. */
  workspace: Workspace;
  /** The user; null while the user's profile cannot be had. */
  user?: Maybe<User>;
  /** What the member may do. */
  role: WorkspaceRole;
  /** When the role last changed. */
  changedAt: Scalars['DateTime']['output'];
};

/** A page of members. */
export type WorkspaceMembershipConnection = {
  __typename?: 'WorkspaceMembershipConnection';
  /** The edges of this page. */
  edges: Array<WorkspaceMembershipEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<WorkspaceMembership>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A member and the member's place in the list. */
export type WorkspaceMembershipEdge = {
  __typename?: 'WorkspaceMembershipEdge';
  /** The membership. */
  node: WorkspaceMembership;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /** The workspaces that the user belongs to, by date of joining; empty for anybody but oneself. Requires: oneself. */
  memberships?: Maybe<WorkspaceMembershipConnection>;
};

export type UserMembershipsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** The new workspace. */
export type CreateWorkspaceInput = {
  /** The name shown to people, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The short name used in links: 2 to 40 of a-z, 0-9 and hyphen, beginning and ending with a letter or digit. */
  slug: Scalars['String']['input'];
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new workspace. */
export type CreateWorkspacePayload = Payload & {
  __typename?: 'CreateWorkspacePayload';
  /** The workspace; null when refused. */
  workspace?: Maybe<Workspace>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to add to which workspace. */
export type AddWorkspaceMemberInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The login name of a user who has signed in at least once, compared without regard to case. */
  username: Scalars['String']['input'];
  /** What the member may do. */
  role: WorkspaceRole;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new membership. */
export type AddWorkspaceMemberPayload = Payload & {
  __typename?: 'AddWorkspaceMemberPayload';
  /** The membership; null when refused. */
  membership?: Maybe<WorkspaceMembership>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to remove from which workspace. */
export type RemoveWorkspaceMemberInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace that the member was removed from. */
export type RemoveWorkspaceMemberPayload = Payload & {
  __typename?: 'RemoveWorkspaceMemberPayload';
  /** The workspace; null when refused, and for whoever removed themselves. */
  workspace?: Maybe<Workspace>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
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
  Workspace: Workspace;
  User: User;
};

/** References by which the gateway asks for entities; with several keys, any one of them. */
export type FederationReferenceTypes = {
  Workspace: { __typename: 'Workspace'; id?: string; nodeRef?: string };
  User: { __typename: 'User'; id: string };
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: WorkspaceEntity;
  Payload:
    | (Omit<CreateWorkspacePayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<AddWorkspaceMemberPayload, 'membership' | 'userErrors'> & {
        membership?: Maybe<_RefType['WorkspaceMembership']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RemoveWorkspaceMemberPayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
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
  Workspace: ResolverTypeWrapper<WorkspaceEntity>;
  WorkspaceRole: WorkspaceRole;
  WorkspaceMembership: ResolverTypeWrapper<WorkspaceMembershipRow>;
  WorkspaceMembershipConnection: ResolverTypeWrapper<WorkspaceMembershipConnectionRow>;
  WorkspaceMembershipEdge: ResolverTypeWrapper<
    Omit<WorkspaceMembershipEdge, 'node'> & { node: ResolversTypes['WorkspaceMembership'] }
  >;
  User: ResolverTypeWrapper<{ __typename: 'User'; id: string }>;
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: ResolverTypeWrapper<
    Omit<CreateWorkspacePayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  AddWorkspaceMemberInput: AddWorkspaceMemberInput;
  AddWorkspaceMemberPayload: ResolverTypeWrapper<
    Omit<AddWorkspaceMemberPayload, 'membership' | 'userErrors'> & {
      membership?: Maybe<ResolversTypes['WorkspaceMembership']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  RemoveWorkspaceMemberInput: RemoveWorkspaceMemberInput;
  RemoveWorkspaceMemberPayload: ResolverTypeWrapper<
    Omit<RemoveWorkspaceMemberPayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
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
  Workspace: WorkspaceEntity;
  WorkspaceMembership: WorkspaceMembershipRow;
  WorkspaceMembershipConnection: WorkspaceMembershipConnectionRow;
  WorkspaceMembershipEdge: Omit<WorkspaceMembershipEdge, 'node'> & {
    node: ResolversParentTypes['WorkspaceMembership'];
  };
  User: { __typename: 'User'; id: string };
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: Omit<CreateWorkspacePayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  AddWorkspaceMemberInput: AddWorkspaceMemberInput;
  AddWorkspaceMemberPayload: Omit<AddWorkspaceMemberPayload, 'membership' | 'userErrors'> & {
    membership?: Maybe<ResolversParentTypes['WorkspaceMembership']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RemoveWorkspaceMemberInput: RemoveWorkspaceMemberInput;
  RemoveWorkspaceMemberPayload: Omit<RemoveWorkspaceMemberPayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
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
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<'Workspace', ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload'],
> = {
  __resolveType: TypeResolveFn<
    'CreateWorkspacePayload' | 'AddWorkspaceMemberPayload' | 'RemoveWorkspaceMemberPayload',
    ParentType,
    ContextType
  >;
};

export type UserErrorResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError'],
> = {
  __resolveType: TypeResolveFn<'PlainError' | 'ConflictError', ParentType, ContextType>;
};

export type PlainErrorResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['PlainError'] = ResolversParentTypes['PlainError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  workspace?: Resolver<
    Maybe<ResolversTypes['Workspace']>,
    ParentType,
    ContextType,
    Partial<QueryWorkspaceArgs>
  >;
};

export type MutationResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  createWorkspace?: Resolver<
    ResolversTypes['CreateWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateWorkspaceArgs, 'input'>
  >;
  addWorkspaceMember?: Resolver<
    ResolversTypes['AddWorkspaceMemberPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationAddWorkspaceMemberArgs, 'input'>
  >;
  removeWorkspaceMember?: Resolver<
    ResolversTypes['RemoveWorkspaceMemberPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveWorkspaceMemberArgs, 'input'>
  >;
};

export type WorkspaceResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace'],
  FederationReferenceType extends FederationReferenceTypes['Workspace'] =
    FederationReferenceTypes['Workspace'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workspace']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  members?: Resolver<
    ResolversTypes['WorkspaceMembershipConnection'],
    ParentType,
    ContextType,
    Partial<WorkspaceMembersArgs>
  >;
  viewerRole?: Resolver<Maybe<ResolversTypes['WorkspaceRole']>, ParentType, ContextType>;
  viewerCanManageMembers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceMembershipResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMembership'] =
    ResolversParentTypes['WorkspaceMembership'],
> = {
  workspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['WorkspaceRole'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WorkspaceMembershipConnectionResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMembershipConnection'] =
    ResolversParentTypes['WorkspaceMembershipConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['WorkspaceMembershipEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WorkspaceMembershipEdgeResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMembershipEdge'] =
    ResolversParentTypes['WorkspaceMembershipEdge'],
> = {
  node?: Resolver<ResolversTypes['WorkspaceMembership'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'],
  FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['User']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memberships?: Resolver<
    Maybe<ResolversTypes['WorkspaceMembershipConnection']>,
    ParentType,
    ContextType,
    Partial<UserMembershipsArgs>
  >;
};

export type CreateWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['CreateWorkspacePayload'] =
    ResolversParentTypes['CreateWorkspacePayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddWorkspaceMemberPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['AddWorkspaceMemberPayload'] =
    ResolversParentTypes['AddWorkspaceMemberPayload'],
> = {
  membership?: Resolver<Maybe<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveWorkspaceMemberPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['RemoveWorkspaceMemberPayload'] =
    ResolversParentTypes['RemoveWorkspaceMemberPayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = WorkspaceContext> = {
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
  Workspace?: WorkspaceResolvers<ContextType>;
  WorkspaceMembership?: WorkspaceMembershipResolvers<ContextType>;
  WorkspaceMembershipConnection?: WorkspaceMembershipConnectionResolvers<ContextType>;
  WorkspaceMembershipEdge?: WorkspaceMembershipEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  CreateWorkspacePayload?: CreateWorkspacePayloadResolvers<ContextType>;
  AddWorkspaceMemberPayload?: AddWorkspaceMemberPayloadResolvers<ContextType>;
  RemoveWorkspaceMemberPayload?: RemoveWorkspaceMemberPayloadResolvers<ContextType>;
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
  """
  One workspace, by exactly one of the two keys (none or both: BAD_USER_INPUT); null when there is none or the
  caller is not a member. Requires: membership.
  """
  workspace(
    "The global id."
    id: ID
    "The short name used in links, compared without regard to case."
    slug: String
  ): Workspace @auth(workspaceRole: "GUEST")
}

type Mutation {
  "Creates a workspace whose owner is the caller. Requires: any signed-in user."
  createWorkspace("The new workspace." input: CreateWorkspaceInput!): CreateWorkspacePayload! @auth
  "Adds a user to a workspace. Adding a member again changes nothing. Requires: workspace role ADMIN; to add an OWNER: OWNER."
  addWorkspaceMember("Whom, where, as what." input: AddWorkspaceMemberInput!): AddWorkspaceMemberPayload!
    @auth(workspaceRole: "ADMIN")
  "Removes a user from a workspace and so from all its chats. The last owner cannot be removed. Requires: workspace role ADMIN; to remove an OWNER: OWNER."
  removeWorkspaceMember("Whom, and where." input: RemoveWorkspaceMemberInput!): RemoveWorkspaceMemberPayload!
    @auth(workspaceRole: "ADMIN")
}

"A tenant: the people of one organisation and all that they share."
type Workspace implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The name shown to people."
  name: String!
  "The short name used in links; unique without regard to case."
  slug: String!
  "Who belongs to it, by date of joining. Requires: membership."
  members(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): WorkspaceMembershipConnection!
  "The caller's own role; null for a system administrator who is no member."
  viewerRole: WorkspaceRole @audience(by: ["viewer"])
  "Whether the caller may add and remove members."
  viewerCanManageMembers: Boolean! @audience(by: ["role"])
  "When it was created."
  createdAt: DateTime!
  "Counts the changes of the workspace's own fields."
  version: Int!
}

"What a member may do in a workspace."
enum WorkspaceRole {
  "Everything, ownership included."
  OWNER
  "Manages members and settings."
  ADMIN
  "Reads and writes."
  MEMBER
  "Reads only, and only the chats that the guest is in."
  GUEST
}

"That a user belongs to a workspace."
type WorkspaceMembership @audience(by: ["workspace"]) {
  "The workspace."
  workspace: Workspace!
  "The user; null while the user's profile cannot be had."
  user: User
  "What the member may do."
  role: WorkspaceRole!
  "When the role last changed."
  changedAt: DateTime!
}

"A page of members."
type WorkspaceMembershipConnection @audience(by: ["workspace"]) {
  "The edges of this page."
  edges: [WorkspaceMembershipEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [WorkspaceMembership!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
  "How many there are in all."
  totalCount: Int
}

"A member and the member's place in the list."
type WorkspaceMembershipEdge @audience(by: ["workspace"]) {
  "The membership."
  node: WorkspaceMembership!
  "Its place."
  cursor: String!
}

type User @key(fields: "id") {
  id: ID!
  "The workspaces that the user belongs to, by date of joining; empty for anybody but oneself. Requires: oneself."
  memberships(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): WorkspaceMembershipConnection @audience(by: ["viewer"])
}

"The new workspace."
input CreateWorkspaceInput {
  "The name shown to people, 1 to 100 characters."
  name: String!
  "The short name used in links: 2 to 40 of a-z, 0-9 and hyphen, beginning and ending with a letter or digit."
  slug: String!
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new workspace."
type CreateWorkspacePayload implements Payload {
  "The workspace; null when refused."
  workspace: Workspace
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to add to which workspace."
input AddWorkspaceMemberInput {
  "The workspace."
  workspaceId: ID!
  "The login name of a user who has signed in at least once, compared without regard to case."
  username: String!
  "What the member may do."
  role: WorkspaceRole!
  "Given back unchanged."
  clientMutationId: String
}

"The new membership."
type AddWorkspaceMemberPayload implements Payload {
  "The membership; null when refused."
  membership: WorkspaceMembership
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to remove from which workspace."
input RemoveWorkspaceMemberInput {
  "The workspace."
  workspaceId: ID!
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The workspace that the member was removed from."
type RemoveWorkspaceMemberPayload implements Payload {
  "The workspace; null when refused, and for whoever removed themselves."
  workspace: Workspace
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}
`);
