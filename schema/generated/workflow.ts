// Made by `npm run codegen` from schema/*.graphql. Do not edit.
import { parse, type DocumentNode } from 'graphql';
import type { LiveEvent } from '../../subgraphs/kit/subgraph';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WorkflowEntity } from '../../subgraphs/workflow/workflow.entity';
import type { ExecutionEntity } from '../../subgraphs/workflow/execution.entity';
import type { NodeRunEntity } from '../../subgraphs/workflow/node-run.entity';
import type { WorkflowContext } from '../../subgraphs/workflow/workflow.loaders';
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

/** Up or down. */
export type OrderDirection =
  /** The smallest first. */
  | 'ASC'
  /** The largest first. */
  | 'DESC';

/** Comparisons of a text, whatever the case: all that are given must hold. */
export type StringFilter = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Holds this somewhere. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Begins with this. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
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

/** The workspace has used up what it may use of something. */
export type QuotaError = UserError & {
  __typename?: 'QuotaError';
  /** Always QUOTA_EXCEEDED. */
  code: UserErrorCode;
  /** A sentence for a person; it names the quota and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How much the workspace may use. */
  limit: Scalars['Int']['output'];
  /** How much it has used. */
  used: Scalars['Int']['output'];
  /** When the count begins anew; null when it does not. */
  resetAt?: Maybe<Scalars['DateTime']['output']>;
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
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The workspace has used up what it may use. */
  | 'QUOTA_EXCEEDED'
  /** The message is older than its author may change it. */
  | 'EDIT_WINDOW_CLOSED'
  /** The invite's time is over. */
  | 'INVITE_EXPIRED'
  /** The invite was used as often as it may be. */
  | 'INVITE_EXHAUSTED';

export type Query = {
  __typename?: 'Query';
  /** One workflow; null when it does not exist or is not visible. Requires: workspace role MEMBER. */
  workflow?: Maybe<Workflow>;
  /** One run of a workflow; null when it does not exist or is not visible. Requires: workspace role MEMBER; the run's event must be visible to the caller. */
  execution?: Maybe<Execution>;
};

export type QueryWorkflowArgs = {
  id: Scalars['ID']['input'];
};

export type QueryExecutionArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Creates a workflow; it runs once deployed. Requires: workspace role MEMBER. */
  createWorkflow: CreateWorkflowPayload;
  /** Freezes the workflow's graph as its next version and makes that the one that runs. Requires: workspace role ADMIN, or to be its creator. */
  deployWorkflow: DeployWorkflowPayload;
};

export type MutationCreateWorkflowArgs = {
  input: CreateWorkflowInput;
};

export type MutationDeployWorkflowArgs = {
  input: DeployWorkflowInput;
};

/** A graph of nodes that does work by itself. */
export type Workflow = Node & {
  __typename?: 'Workflow';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workspace that it belongs to. */
  workspace?: Maybe<Workspace>;
  /** The name, 1 to 255 characters; unique in the workspace without regard to case. */
  name: Scalars['String']['output'];
  /** The nodes of the draft. */
  nodes: Array<WorkflowNode>;
  /** The edges of the draft. */
  edges: Array<WorkflowGraphEdge>;
  /** The version that runs; null when none does. */
  deployedVersion?: Maybe<Scalars['Int']['output']>;
  /** Who created it. */
  creator?: Maybe<User>;
  /** The runs that the caller may see, newest first. Requires: workspace role MEMBER. */
  executions: ExecutionConnection;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the workflow. */
  version: Scalars['Int']['output'];
};

/** A graph of nodes that does work by itself. */
export type WorkflowExecutionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A step of a workflow. */
export type WorkflowNode = {
  __typename?: 'WorkflowNode';
  /** The id within the workflow. */
  id: Scalars['String']['output'];
  /** Which of the node types it is: `trigger.event` or `action.sendMessage`. */
  type: Scalars['String']['output'];
  /** What the type asks for. */
  config: Scalars['JSON']['output'];
};

/** That one step follows another. */
export type WorkflowGraphEdge = {
  __typename?: 'WorkflowGraphEdge';
  /** The id of the step before. */
  from: Scalars['String']['output'];
  /** The id of the step behind. */
  to: Scalars['String']['output'];
};

/** A page of workflows. */
export type WorkflowConnection = {
  __typename?: 'WorkflowConnection';
  /** The edges of this page. */
  edges: Array<WorkflowEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Workflow>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One workflow and its place in the list. */
export type WorkflowEdge = {
  __typename?: 'WorkflowEdge';
  /** The workflow. */
  node: Workflow;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** One run of a workflow. */
export type Execution = Node & {
  __typename?: 'Execution';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workflow; null once it is deleted or hidden. */
  workflow?: Maybe<Workflow>;
  /** The deployed version that runs. */
  deploymentVersion: Scalars['Int']['output'];
  /** How far it has come. */
  status: ExecutionStatus;
  /** What each node did, in the order of starting. */
  nodeRuns: Array<NodeRun>;
  /** The last error, without secrets; null when there was none. */
  error?: Maybe<Scalars['String']['output']>;
  /** The id of the event that started it. */
  triggerEventId?: Maybe<Scalars['String']['output']>;
  /** The id that all events of the request share that started it. */
  correlationId: Scalars['String']['output'];
  /** When it was queued. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ended; null while it has not. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How far a run has come. */
export type ExecutionStatus =
  /** It waits for a worker. */
  | 'QUEUED'
  /** A worker has it. */
  | 'RUNNING'
  /** All nodes are done. */
  | 'COMPLETED'
  /** A node failed after all retries. */
  | 'FAILED';

/** A page of executions. */
export type ExecutionConnection = {
  __typename?: 'ExecutionConnection';
  /** The edges of this page. */
  edges: Array<ExecutionEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Execution>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One execution and its place in the list. */
export type ExecutionEdge = {
  __typename?: 'ExecutionEdge';
  /** The execution. */
  node: Execution;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** What one node did in a run. */
export type NodeRun = {
  __typename?: 'NodeRun';
  /** The node's id within the workflow. */
  nodeId: Scalars['String']['output'];
  /** The node's type. */
  type: Scalars['String']['output'];
  /** How far it has come. */
  status: NodeRunStatus;
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** The last error, without secrets; null when there was none. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it was first started. */
  startedAt: Scalars['DateTime']['output'];
  /** When it ended; null while it has not. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How far a node has come. */
export type NodeRunStatus =
  /** It has been started. */
  | 'RUNNING'
  /** It is done. */
  | 'COMPLETED'
  /** It failed after all retries. */
  | 'FAILED';

export type Workspace = {
  __typename?: 'Workspace';
  id: Scalars['ID']['output'];
  /** The workflows, newest first; null for guests. Requires: workspace role MEMBER. */
  workflows?: Maybe<WorkflowConnection>;
};

export type WorkspaceWorkflowsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
};

/** The new workflow. */
export type CreateWorkflowInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The name, 1 to 255 characters; unique in the workspace without regard to case. */
  name: Scalars['String']['input'];
  /** The steps: 1 to 100, exactly one trigger among them. */
  nodes: Array<WorkflowNodeInput>;
  /** Which step follows which: no circle, and every step reachable from the trigger. */
  edges: Array<WorkflowGraphEdgeInput>;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** A step of a new workflow. */
export type WorkflowNodeInput = {
  /** The id within the workflow: 1 to 100 of letters, digits, hyphen and underscore. */
  id: Scalars['String']['input'];
  /** `trigger.event` or `action.sendMessage`. */
  type: Scalars['String']['input'];
  /**
   * What the type asks for. `trigger.event`: `{ "type": "chat.message.sent", "contains": "text" }`, the comparison without
   * regard to case. `action.sendMessage`: `{ "body": "text" }`, which goes to the chat of the event.
   */
  config: Scalars['JSON']['input'];
};

/** That one step of a new workflow follows another. */
export type WorkflowGraphEdgeInput = {
  /** The id of the step before. */
  from: Scalars['String']['input'];
  /** The id of the step behind. */
  to: Scalars['String']['input'];
};

/** The new workflow. */
export type CreateWorkflowPayload = Payload & {
  __typename?: 'CreateWorkflowPayload';
  /** The workflow; null when refused. */
  workflow?: Maybe<Workflow>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which workflow to deploy. */
export type DeployWorkflowInput = {
  /** The workflow. */
  workflowId: Scalars['ID']['input'];
  /** The version of the workflow that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The deployed workflow. */
export type DeployWorkflowPayload = Payload & {
  __typename?: 'DeployWorkflowPayload';
  /** The workflow; null when refused. */
  workflow?: Maybe<Workflow>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
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
  Workflow: Workflow;
  Execution: Execution;
  Workspace: Workspace;
};

/** References by which the gateway asks for entities; with several keys, any one of them. */
export type FederationReferenceTypes = {
  Workflow: { __typename: 'Workflow'; id?: string; nodeRef?: string };
  Execution: { __typename: 'Execution'; id?: string; nodeRef?: string };
  Workspace: { __typename: 'Workspace'; id: string };
  User: { __typename: 'User'; id: string };
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: WorkflowEntity | ExecutionEntity;
  Payload:
    | (Omit<CreateWorkflowPayload, 'workflow' | 'userErrors'> & {
        workflow?: Maybe<_RefType['Workflow']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DeployWorkflowPayload, 'workflow' | 'userErrors'> & {
        workflow?: Maybe<_RefType['Workflow']>;
        userErrors: Array<_RefType['UserError']>;
      });
  UserError: PlainError | ConflictError | QuotaError;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  OrderDirection: OrderDirection;
  StringFilter: StringFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Payload']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PlainError: ResolverTypeWrapper<PlainError>;
  ConflictError: ResolverTypeWrapper<ConflictError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  QuotaError: ResolverTypeWrapper<QuotaError>;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Workflow: ResolverTypeWrapper<WorkflowEntity>;
  WorkflowNode: ResolverTypeWrapper<WorkflowNode>;
  WorkflowGraphEdge: ResolverTypeWrapper<WorkflowGraphEdge>;
  WorkflowConnection: ResolverTypeWrapper<
    Omit<WorkflowConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['WorkflowEdge']>;
      nodes: Array<ResolversTypes['Workflow']>;
    }
  >;
  WorkflowEdge: ResolverTypeWrapper<Omit<WorkflowEdge, 'node'> & { node: ResolversTypes['Workflow'] }>;
  Execution: ResolverTypeWrapper<ExecutionEntity>;
  ExecutionStatus: ExecutionStatus;
  ExecutionConnection: ResolverTypeWrapper<
    Omit<ExecutionConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['ExecutionEdge']>;
      nodes: Array<ResolversTypes['Execution']>;
    }
  >;
  ExecutionEdge: ResolverTypeWrapper<Omit<ExecutionEdge, 'node'> & { node: ResolversTypes['Execution'] }>;
  NodeRun: ResolverTypeWrapper<NodeRunEntity>;
  NodeRunStatus: NodeRunStatus;
  Workspace: ResolverTypeWrapper<{ __typename: 'Workspace'; id: string }>;
  User: ResolverTypeWrapper<{ __typename: 'User'; id: string }>;
  CreateWorkflowInput: CreateWorkflowInput;
  WorkflowNodeInput: WorkflowNodeInput;
  WorkflowGraphEdgeInput: WorkflowGraphEdgeInput;
  CreateWorkflowPayload: ResolverTypeWrapper<
    Omit<CreateWorkflowPayload, 'workflow' | 'userErrors'> & {
      workflow?: Maybe<ResolversTypes['Workflow']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeployWorkflowInput: DeployWorkflowInput;
  DeployWorkflowPayload: ResolverTypeWrapper<
    Omit<DeployWorkflowPayload, 'workflow' | 'userErrors'> & {
      workflow?: Maybe<ResolversTypes['Workflow']>;
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
  StringFilter: StringFilter;
  PageInfo: PageInfo;
  Payload: ResolversInterfaceTypes<ResolversParentTypes>['Payload'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PlainError: PlainError;
  ConflictError: ConflictError;
  Int: Scalars['Int']['output'];
  QuotaError: QuotaError;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Workflow: WorkflowEntity;
  WorkflowNode: WorkflowNode;
  WorkflowGraphEdge: WorkflowGraphEdge;
  WorkflowConnection: Omit<WorkflowConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['WorkflowEdge']>;
    nodes: Array<ResolversParentTypes['Workflow']>;
  };
  WorkflowEdge: Omit<WorkflowEdge, 'node'> & { node: ResolversParentTypes['Workflow'] };
  Execution: ExecutionEntity;
  ExecutionConnection: Omit<ExecutionConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['ExecutionEdge']>;
    nodes: Array<ResolversParentTypes['Execution']>;
  };
  ExecutionEdge: Omit<ExecutionEdge, 'node'> & { node: ResolversParentTypes['Execution'] };
  NodeRun: NodeRunEntity;
  Workspace: { __typename: 'Workspace'; id: string };
  User: { __typename: 'User'; id: string };
  CreateWorkflowInput: CreateWorkflowInput;
  WorkflowNodeInput: WorkflowNodeInput;
  WorkflowGraphEdgeInput: WorkflowGraphEdgeInput;
  CreateWorkflowPayload: Omit<CreateWorkflowPayload, 'workflow' | 'userErrors'> & {
    workflow?: Maybe<ResolversParentTypes['Workflow']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeployWorkflowInput: DeployWorkflowInput;
  DeployWorkflowPayload: Omit<DeployWorkflowPayload, 'workflow' | 'userErrors'> & {
    workflow?: Maybe<ResolversParentTypes['Workflow']>;
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
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<'Workflow' | 'Execution', ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload'],
> = {
  __resolveType: TypeResolveFn<'CreateWorkflowPayload' | 'DeployWorkflowPayload', ParentType, ContextType>;
};

export type UserErrorResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError'],
> = {
  __resolveType: TypeResolveFn<'PlainError' | 'ConflictError' | 'QuotaError', ParentType, ContextType>;
};

export type PlainErrorResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['PlainError'] = ResolversParentTypes['PlainError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuotaErrorResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['QuotaError'] = ResolversParentTypes['QuotaError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  workflow?: Resolver<
    Maybe<ResolversTypes['Workflow']>,
    ParentType,
    ContextType,
    RequireFields<QueryWorkflowArgs, 'id'>
  >;
  execution?: Resolver<
    Maybe<ResolversTypes['Execution']>,
    ParentType,
    ContextType,
    RequireFields<QueryExecutionArgs, 'id'>
  >;
};

export type MutationResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  createWorkflow?: Resolver<
    ResolversTypes['CreateWorkflowPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateWorkflowArgs, 'input'>
  >;
  deployWorkflow?: Resolver<
    ResolversTypes['DeployWorkflowPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeployWorkflowArgs, 'input'>
  >;
};

export type WorkflowResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['Workflow'] = ResolversParentTypes['Workflow'],
  FederationReferenceType extends FederationReferenceTypes['Workflow'] = FederationReferenceTypes['Workflow'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workflow']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkflowNode']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['WorkflowGraphEdge']>, ParentType, ContextType>;
  deployedVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  creator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  executions?: Resolver<
    ResolversTypes['ExecutionConnection'],
    ParentType,
    ContextType,
    Partial<WorkflowExecutionsArgs>
  >;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkflowNodeResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['WorkflowNode'] = ResolversParentTypes['WorkflowNode'],
> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  config?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type WorkflowGraphEdgeResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['WorkflowGraphEdge'] = ResolversParentTypes['WorkflowGraphEdge'],
> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkflowConnectionResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['WorkflowConnection'] = ResolversParentTypes['WorkflowConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['WorkflowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Workflow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkflowEdgeResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['WorkflowEdge'] = ResolversParentTypes['WorkflowEdge'],
> = {
  node?: Resolver<ResolversTypes['Workflow'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExecutionResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['Execution'] = ResolversParentTypes['Execution'],
  FederationReferenceType extends FederationReferenceTypes['Execution'] =
    FederationReferenceTypes['Execution'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Execution']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workflow?: Resolver<Maybe<ResolversTypes['Workflow']>, ParentType, ContextType>;
  deploymentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExecutionStatus'], ParentType, ContextType>;
  nodeRuns?: Resolver<Array<ResolversTypes['NodeRun']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  triggerEventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExecutionConnectionResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['ExecutionConnection'] =
    ResolversParentTypes['ExecutionConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ExecutionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Execution']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExecutionEdgeResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['ExecutionEdge'] = ResolversParentTypes['ExecutionEdge'],
> = {
  node?: Resolver<ResolversTypes['Execution'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeRunResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['NodeRun'] = ResolversParentTypes['NodeRun'],
> = {
  nodeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NodeRunStatus'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WorkspaceResolvers<
  ContextType = WorkflowContext,
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
  workflows?: Resolver<
    Maybe<ResolversTypes['WorkflowConnection']>,
    ParentType,
    ContextType,
    Partial<WorkspaceWorkflowsArgs>
  >;
};

export type UserResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateWorkflowPayloadResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['CreateWorkflowPayload'] =
    ResolversParentTypes['CreateWorkflowPayload'],
> = {
  workflow?: Resolver<Maybe<ResolversTypes['Workflow']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeployWorkflowPayloadResolvers<
  ContextType = WorkflowContext,
  ParentType extends ResolversParentTypes['DeployWorkflowPayload'] =
    ResolversParentTypes['DeployWorkflowPayload'],
> = {
  workflow?: Resolver<Maybe<ResolversTypes['Workflow']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = WorkflowContext> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PlainError?: PlainErrorResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  QuotaError?: QuotaErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Workflow?: WorkflowResolvers<ContextType>;
  WorkflowNode?: WorkflowNodeResolvers<ContextType>;
  WorkflowGraphEdge?: WorkflowGraphEdgeResolvers<ContextType>;
  WorkflowConnection?: WorkflowConnectionResolvers<ContextType>;
  WorkflowEdge?: WorkflowEdgeResolvers<ContextType>;
  Execution?: ExecutionResolvers<ContextType>;
  ExecutionConnection?: ExecutionConnectionResolvers<ContextType>;
  ExecutionEdge?: ExecutionEdgeResolvers<ContextType>;
  NodeRun?: NodeRunResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  CreateWorkflowPayload?: CreateWorkflowPayloadResolvers<ContextType>;
  DeployWorkflowPayload?: DeployWorkflowPayloadResolvers<ContextType>;
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
  "The realm role that the field asks for."
  realmRole: String
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

"Up or down."
enum OrderDirection {
  "The smallest first."
  ASC
  "The largest first."
  DESC
}

"Comparisons of a text, whatever the case: all that are given must hold."
input StringFilter {
  "Equal to this."
  eq: String
  "Equal to one of these; at most 100."
  in: [String!]
  "Holds this somewhere."
  contains: String
  "Begins with this."
  startsWith: String
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
interface Payload @audience(by: ["viewer"]) {
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Why a change was refused."
interface UserError @audience(by: []) {
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

"The workspace has used up what it may use of something."
type QuotaError implements UserError @shareable @audience(by: []) {
  "Always QUOTA_EXCEEDED."
  code: UserErrorCode!
  "A sentence for a person; it names the quota and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
  "How much the workspace may use."
  limit: Int!
  "How much it has used."
  used: Int!
  "When the count begins anew; null when it does not."
  resetAt: DateTime
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
  "The workspace has used up what it may use."
  QUOTA_EXCEEDED
  "The message is older than its author may change it."
  EDIT_WINDOW_CLOSED
  "The invite's time is over."
  INVITE_EXPIRED
  "The invite was used as often as it may be."
  INVITE_EXHAUSTED
}

type Query @audience(by: ["viewer"]) {
  "One workflow; null when it does not exist or is not visible. Requires: workspace role MEMBER."
  workflow("The global id." id: ID!): Workflow @auth(workspaceRole: "MEMBER")
  "One run of a workflow; null when it does not exist or is not visible. Requires: workspace role MEMBER; the run's event must be visible to the caller."
  execution("The global id." id: ID!): Execution @auth(workspaceRole: "MEMBER")
}

type Mutation @audience(by: ["viewer"]) {
  "Creates a workflow; it runs once deployed. Requires: workspace role MEMBER."
  createWorkflow("The new workflow." input: CreateWorkflowInput!): CreateWorkflowPayload!
    @auth(workspaceRole: "MEMBER")
  "Freezes the workflow's graph as its next version and makes that the one that runs. Requires: workspace role ADMIN, or to be its creator."
  deployWorkflow("Which workflow." input: DeployWorkflowInput!): DeployWorkflowPayload!
    @auth(scopes: ["deploy"], workspaceRole: "MEMBER")
}

"A graph of nodes that does work by itself."
type Workflow implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workspace that it belongs to."
  workspace: Workspace
  "The name, 1 to 255 characters; unique in the workspace without regard to case."
  name: String!
  "The nodes of the draft."
  nodes: [WorkflowNode!]!
  "The edges of the draft."
  edges: [WorkflowGraphEdge!]!
  "The version that runs; null when none does."
  deployedVersion: Int
  "Who created it."
  creator: User
  "The runs that the caller may see, newest first. Requires: workspace role MEMBER."
  executions(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ExecutionConnection! @audience(by: ["viewer"])
  "When it was created."
  createdAt: DateTime!
  "Counts the changes of the workflow."
  version: Int!
}

"A step of a workflow."
type WorkflowNode @audience(by: ["workspace"]) {
  "The id within the workflow."
  id: String!
  "Which of the node types it is: \`trigger.event\` or \`action.sendMessage\`."
  type: String!
  "What the type asks for."
  config: JSON!
}

"That one step follows another."
type WorkflowGraphEdge @audience(by: ["workspace"]) {
  "The id of the step before."
  from: String!
  "The id of the step behind."
  to: String!
}

"A page of workflows."
type WorkflowConnection @audience(by: ["workspace"]) {
  "The edges of this page."
  edges: [WorkflowEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Workflow!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One workflow and its place in the list."
type WorkflowEdge @audience(by: ["workspace"]) {
  "The workflow."
  node: Workflow!
  "Its place."
  cursor: String!
}

"One run of a workflow."
type Execution implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["viewer"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workflow; null once it is deleted or hidden."
  workflow: Workflow
  "The deployed version that runs."
  deploymentVersion: Int!
  "How far it has come."
  status: ExecutionStatus!
  "What each node did, in the order of starting."
  nodeRuns: [NodeRun!]!
  "The last error, without secrets; null when there was none."
  error: String
  "The id of the event that started it."
  triggerEventId: String
  "The id that all events of the request share that started it."
  correlationId: String!
  "When it was queued."
  createdAt: DateTime!
  "When it ended; null while it has not."
  endedAt: DateTime
}

"How far a run has come."
enum ExecutionStatus {
  "It waits for a worker."
  QUEUED
  "A worker has it."
  RUNNING
  "All nodes are done."
  COMPLETED
  "A node failed after all retries."
  FAILED
}

"A page of executions."
type ExecutionConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [ExecutionEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Execution!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One execution and its place in the list."
type ExecutionEdge @audience(by: ["viewer"]) {
  "The execution."
  node: Execution!
  "Its place."
  cursor: String!
}

"What one node did in a run."
type NodeRun @audience(by: ["viewer"]) {
  "The node's id within the workflow."
  nodeId: String!
  "The node's type."
  type: String!
  "How far it has come."
  status: NodeRunStatus!
  "How often it was tried."
  attempts: Int!
  "The last error, without secrets; null when there was none."
  error: String
  "When it was first started."
  startedAt: DateTime!
  "When it ended; null while it has not."
  endedAt: DateTime
}

"How far a node has come."
enum NodeRunStatus {
  "It has been started."
  RUNNING
  "It is done."
  COMPLETED
  "It failed after all retries."
  FAILED
}

type Workspace @key(fields: "id") @audience(by: ["workspace"]) {
  id: ID!
  "The workflows, newest first; null for guests. Requires: workspace role MEMBER."
  workflows(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): WorkflowConnection
}

type User @key(fields: "id", resolvable: false) @audience(by: ["workspace"]) {
  id: ID!
}

"The new workflow."
input CreateWorkflowInput {
  "The workspace."
  workspaceId: ID!
  "The name, 1 to 255 characters; unique in the workspace without regard to case."
  name: String!
  "The steps: 1 to 100, exactly one trigger among them."
  nodes: [WorkflowNodeInput!]!
  "Which step follows which: no circle, and every step reachable from the trigger."
  edges: [WorkflowGraphEdgeInput!]!
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"A step of a new workflow."
input WorkflowNodeInput {
  "The id within the workflow: 1 to 100 of letters, digits, hyphen and underscore."
  id: String!
  "\`trigger.event\` or \`action.sendMessage\`."
  type: String!
  """
  What the type asks for. \`trigger.event\`: \`{ "type": "chat.message.sent", "contains": "text" }\`, the comparison without
  regard to case. \`action.sendMessage\`: \`{ "body": "text" }\`, which goes to the chat of the event.
  """
  config: JSON!
}

"That one step of a new workflow follows another."
input WorkflowGraphEdgeInput {
  "The id of the step before."
  from: String!
  "The id of the step behind."
  to: String!
}

"The new workflow."
type CreateWorkflowPayload implements Payload @audience(by: ["viewer"]) {
  "The workflow; null when refused."
  workflow: Workflow
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which workflow to deploy."
input DeployWorkflowInput {
  "The workflow."
  workflowId: ID!
  "The version of the workflow that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The deployed workflow."
type DeployWorkflowPayload implements Payload @audience(by: ["viewer"]) {
  "The workflow; null when refused."
  workflow: Workflow
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}
`);
