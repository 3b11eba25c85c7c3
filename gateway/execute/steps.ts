import type {
  ConditionNode,
  FetchNode,
  FlattenNode,
  PlanNode,
  QueryPlan,
  ResponsePath,
} from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { compileFetch } from './fetch';
import type { SendFetch } from './operation';
import { compileReach } from './paths';

/** One execution of an operation. */
export interface Run {
  variables: Readonly<Record<string, unknown>>;
  /** A variable's value as JSON; undefined when the client gave none. */
  variableText(name: string): string | undefined;
  /** The value of a Boolean variable, its default where the client gave none. Throws when there is neither. */
  condition(name: string): boolean;
  send: SendFetch;
  /** All that was fetched, as subgraphs name it. */
  data: Record<string, unknown>;
  /** Of subgraphs, and whatever was thrown. */
  errors: unknown[];
}

/** Where in the data a part of the plan works. */
export interface Cursor {
  path: ResponsePath;
  /** An object, or the list of those that the path leads to. */
  data: unknown;
}

/** A part of a plan, ready to be run. Rejects where the data cannot be gone through. */
export type Step = (run: Run, cursor: Cursor) => Promise<void>;

/** What the parts of one plan are compiled with. */
export interface Compiling {
  /** The schema with the joins of the supergraph. */
  schema: GraphQLSchema;
  /** See `repeatedFetches`. */
  repeated: ReadonlySet<string>;
}

/** Compiles a part of a plan. */
export function compileNode(compiling: Compiling, node: PlanNode): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(compiling, node);
    case 'Sequence':
      return sequence(node.nodes.map((each) => compileNode(compiling, each)));
    case 'Parallel':
      return parallel(node.nodes.map((each) => compileNode(compiling, each)));
    case 'Flatten':
      return flatten(compiling, node);
    case 'Condition':
      return conditional(compiling, node);
    case 'Defer':
      throw new Error('@defer is not supported');
  }
}

/** All fetches of a part of a plan. */
export function fetchesOf(node: QueryPlan['node']): FetchNode[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node];
    case 'Subscription':
      return [node.primary, ...fetchesOf(node.rest)];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    default:
      return [];
  }
}

function sequence(steps: readonly Step[]): Step {
  return async (run, cursor) => {
    for (const step of steps) await step(run, cursor);
  };
}

function parallel(steps: readonly Step[]): Step {
  return async (run, cursor) => {
    await Promise.all(steps.map((step) => step(run, cursor)));
  };
}

const nothing = Promise.resolve();

function flatten(compiling: Compiling, { path, node }: FlattenNode): Step {
  const reach = compileReach(path);
  const step = compileNode(compiling, node);
  return async (run, cursor) => {
    const data = reach(cursor.data);
    return data ? step(run, { path: [...cursor.path, ...path], data }) : nothing;
  };
}

function conditional(compiling: Compiling, { condition, ifClause, elseClause }: ConditionNode): Step {
  const then = ifClause && compileNode(compiling, ifClause);
  const otherwise = elseClause && compileNode(compiling, elseClause);
  return async (run, cursor) => {
    const step = run.condition(condition) ? then : otherwise;
    await step?.(run, cursor);
  };
}
