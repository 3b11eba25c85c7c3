import type { Schema } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type {
  DocumentNode,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

/** One supergraph, as operations are executed on it. */
export interface Executable {
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** The same as the planner sees it. */
  api: Schema;
  /** With the joins of the supergraph, and what is inaccessible. */
  schema: GraphQLSchema;
  /** Plans an operation of a valid document, in time that grows with its selections. */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/** A valid document and the operation of it that is executed by a plan. */
export interface PlannedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  plan: QueryPlan;
}

/** What one fetch asks of a subgraph. */
export interface FetchCall {
  /** The operation's text. */
  query: string;
  /** The whole request as JSON. */
  body: string;
  isMutation: boolean;
  /** The response names of the root, whose values a failed call costs; null for entities. */
  rootNames(): readonly string[] | null;
}

export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Readonly<Record<string, unknown>>;
}

/** Asks a subgraph. The answer's data is the executor's own from then on: it writes into it. */
export type SendFetch = (service: string, call: FetchCall) => Promise<SubgraphAnswer>;

export interface ExecuteRequest {
  /** As the client sent them, known to fit the operation. */
  variables: Readonly<Record<string, unknown>>;
  send: SendFetch;
}

/** The outcome of an operation. */
export interface Answer {
  /** `data` as JSON; undefined when execution came to nothing. */
  data: string | undefined;
  errors: readonly GraphQLError[];
  /** Where subgraphs broke the schema; told only when there are no errors. Made when it is asked for. */
  readonly valueCompletion: readonly GraphQLError[];
}

/** An operation that is ready to be executed, any number of times and at once. */
export interface ExecutableOperation {
  /** The texts of the operations that subgraphs may be sent. */
  readonly texts: readonly string[];
  /** Throws a GraphQLError BAD_USER_INPUT for variables that nothing can be selected by. */
  check(variables: ExecuteRequest['variables']): void;
  /** Rejects where a subgraph's answer does not have the shape that the plan goes through. */
  execute(request: ExecuteRequest): Promise<Answer>;
}

/** Makes operations ready. */
export type Executor = (executable: Executable, planned: PlannedOperation) => ExecutableOperation;
