import type { FetchNode } from '@apollo/query-planner';
import {
  getNamedType,
  specifiedRules,
  validate,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { hashOf } from '../../subgraphs/kit/audience';
import type { Executable, ExecutableOperation, Executor } from '../execute/operation';
import { createLru } from '../lru';
import { Refusal, refusal } from './errors';
import { findOperation, parseDocument, resumeVariableOf, rootFieldOf } from './operation';
import { dimensionsOf, readMarks, type Dimension, type Marks } from './marks';
import type { LiveRequest } from './options';

/** In a plan: the stand-in for the subgraph whose event it completes. */
export const EVENT_SERVICE = '#event';

const MOST_PLANS = 1000;
/** Longer operations are planned anew, so that what is kept stays small. */
const MOST_KEPT_LENGTH = 10_000;
const MOST_VALIDATION_ERRORS = 20;

/** How a subscription is admitted, executed and completed under one supergraph. */
export interface LivePlan {
  supergraph: LiveSupergraph;
  /** Equal for equal operations, also across supergraphs. */
  key: string;
  request: Pick<LiveRequest, 'query' | 'operationName'>;
  operation: OperationDefinitionNode;
  /** The owner of the root field. */
  subgraph: string;
  /** The operation that the owner is sent. */
  primary: FetchNode;
  /** Completes an event: the owner's result as `#event`, then the other subgraphs' fields. */
  completion: ExecutableOperation;
  /** What its answers depend on; `viewer` is added when they prove to depend on more than the marks say. */
  dimensions: Set<Dimension>;
  /** The operations that subgraphs are sent, each by its hash. */
  fetches: readonly string[];
  /** See `resumeVariableOf`. */
  resumeVariable: string | null;
  /** Whether the field takes `after`, so that its frames carry a cursor. */
  isResumable: boolean;
}

export type Prepared = { kind: 'live'; plan: LivePlan } | { kind: 'once' };

/** One supergraph, with what executes on it and a bounded cache of plans. */
export interface LiveSupergraph {
  apiSchema: GraphQLSchema;
  executable: Executable;
  /** Plans a subscription after `check` let its document pass; throws a Refusal. Other operations are `once`. */
  prepare(request: LiveRequest, check: (document: DocumentNode) => void): Prepared;
}

/** Makes what plans subscriptions on a supergraph. */
export function loadSupergraph(
  { executable, coreSupergraphSdl: sdl }: { executable: Executable; coreSupergraphSdl: string },
  executor: Executor,
  maxTokens: number | undefined,
): LiveSupergraph {
  const marks = readMarks(sdl);
  const cache = createLru<{ document: DocumentNode; plan: LivePlan }>(MOST_PLANS);
  const loaded: LiveSupergraph = {
    apiSchema: executable.apiSchema,
    executable,
    prepare(request, check) {
      const key = keyOf(request);
      const known = cache.get(key);
      const document = known?.document ?? parseDocument(request.query, maxTokens);
      if (findOperation(document, request).operation !== OperationTypeNode.SUBSCRIPTION)
        return { kind: 'once' };
      check(document);
      const plan =
        known?.plan ?? makePlan({ supergraph: loaded, executor, marks }, { key, request, document });
      if (!known && request.query.length <= MOST_KEPT_LENGTH) cache.set(key, { document, plan });
      return { kind: 'live', plan };
    },
  };
  return loaded;
}

function keyOf(request: LiveRequest): string {
  return hashOf(`${request.operationName ?? ''}\n${request.query}`);
}

interface Planning {
  supergraph: LiveSupergraph;
  executor: Executor;
  marks: Marks;
}

interface Planned {
  key: string;
  request: LiveRequest;
  document: DocumentNode;
}

function makePlan({ supergraph, executor, marks }: Planning, planned: Planned): LivePlan {
  const { key, request, document } = planned;
  const { apiSchema, executable } = supergraph;
  const operation = findOperation(document, request);
  validateDocument(apiSchema, document);
  const field = rootFieldOf(document, operation);
  const definition = apiSchema.getSubscriptionType()?.getFields()[field.name.value];
  if (!definition)
    throw refusal('GRAPHQL_VALIDATION_FAILED', 'A subscription must select a field of Subscription.');
  const operationName = operation.name?.value;
  const built = executable.plan(document, operationName).node;
  if (built?.kind !== 'Subscription')
    throw refusal('GRAPHQL_VALIDATION_FAILED', 'This subscription cannot be planned.');
  const event: FetchNode = { ...built.primary, serviceName: EVENT_SERVICE };
  const nodes = built.rest ? [event, built.rest] : [event];
  const plan = { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } } as const;
  const completion = executor(executable, { document, operation, plan });
  return {
    supergraph,
    key,
    request: { query: request.query, operationName: request.operationName },
    operation,
    subgraph: built.primary.serviceName,
    primary: built.primary,
    completion,
    dimensions: dimensionsOf(apiSchema, marks, document),
    fetches: [...new Set([built.primary.operation, ...completion.texts])].map(hashOf),
    resumeVariable: resumeVariableOf(apiSchema, document, operation, field),
    isResumable: definition.args.some(
      ({ name, type }) => name === 'after' && getNamedType(type).name === 'String',
    ),
  };
}

function validateDocument(schema: GraphQLSchema, document: DocumentNode): void {
  const problems = validate(schema, document, specifiedRules, { maxErrors: MOST_VALIDATION_ERRORS });
  if (problems.length === 0) return;
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  throw new Refusal(problems.map(({ message, locations }) => ({ message, locations, extensions })));
}

/** The part of the variables that the root field's owner is sent. */
export function primaryVariables(
  plan: LivePlan,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const names = plan.primary.variableUsages ?? [];
  return Object.fromEntries(names.filter((name) => name in variables).map((name) => [name, variables[name]]));
}
