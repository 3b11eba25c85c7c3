import { executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import { Kind, type FragmentDefinitionNode, type GraphQLError } from 'graphql';
import { toGraphQLError } from './failures';
import { rootNamesOf } from './fetch';
import type {
  Answer,
  Executable,
  ExecutableOperation,
  ExecuteRequest,
  FetchCall,
  PlannedOperation,
  SendFetch,
} from './operation';
import { fetchesOf } from './steps';

type RequestContext = Parameters<typeof executeQueryPlan>[2];

interface SourceRequest {
  query?: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Executes by Apollo's own executor, in the terms of ours. */
export function stockOperation(executable: Executable, planned: PlannedOperation): ExecutableOperation {
  const { document, operation, plan } = planned;
  const { apiSchema, schema, api } = executable;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  const context = { schema: apiSchema, operation, fragments };
  return {
    texts: fetchesOf(plan.node).map((fetch) => fetch.operation),
    check: () => undefined,
    async execute(request) {
      const services = servicesOf(request.send);
      const result = await executeQueryPlan(plan, services, contextOf(request), context, schema, api);
      return toAnswer(result as StockResult);
    },
  };
}

interface StockResult {
  data?: unknown;
  errors?: readonly GraphQLError[];
  extensions?: { valueCompletion?: readonly GraphQLError[] };
}

function toAnswer({ data, errors = [], extensions }: StockResult): Answer {
  const text = data === undefined ? undefined : JSON.stringify(data);
  return {
    data: text,
    errors: errors.map(toGraphQLError),
    valueCompletion: extensions?.valueCompletion ?? [],
  };
}

/** Whatever service is asked for. */
function servicesOf(send: SendFetch): Record<string, GraphQLDataSource> {
  const sourceOf = (service: string): GraphQLDataSource => ({
    process: ({ request }) => send(service, fetchCallOf(request)),
  });
  return new Proxy<Record<string, GraphQLDataSource>>({}, { get: (_, service) => sourceOf(String(service)) });
}

/** What one of Apollo's own fetches asks. */
export function fetchCallOf({ query = '', variables, operationName }: SourceRequest): FetchCall {
  return {
    query,
    body: JSON.stringify({ query, variables, operationName }),
    isMutation: query.startsWith('mutation'),
    rootNames: () => (variables?.representations ? null : rootNamesOf(query)),
  };
}

/** The few parts of a request that the executor reads. */
function contextOf({ variables }: ExecuteRequest): RequestContext {
  return { request: { variables }, context: {}, metrics: {} } as unknown as RequestContext;
}
