import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  parse,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { GatewayConfig } from './config';
import { cleanError, isFault, refusal, type CleaningOptions } from './errors';
import type { RequestHead } from './forward';
import { checkDocument, checkVariables } from './limits';
import { createLru } from './lru';
import type { Supergraph } from './supergraph';

/** An operation as a client sends it. */
export interface OperationRequest {
  query?: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/** The GraphQL pipeline: limits, validation, plan, execution, clean errors. */
export interface GraphqlServer {
  start(): Promise<void>;
  executeHttp(request: HTTPGraphQLRequest, head: RequestHead): Promise<HTTPGraphQLResponse>;
  /** For operations that do not come over HTTP. */
  execute(request: OperationRequest, head: RequestHead): Promise<FormattedExecutionResult>;
  /** Throws a GraphQLError when a document is beyond the limits. */
  check(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void;
  stop(): Promise<void>;
}

const MAX_VALIDATION_ERRORS = 20;
const MAX_PARSED = 1000;
/** Longer documents are parsed anew, so that what is kept stays small. */
const MAX_PARSED_LENGTH = 10_000;

/** Apollo Server on the supergraph, with everything that it would guess from NODE_ENV said outright. */
export function createGraphqlServer(config: GatewayConfig, supergraph: Supergraph): GraphqlServer {
  const cleaning = cleaningOf(config);
  const check = checker(config, supergraph);
  const parsed = parser(config);
  const report = (error: unknown, correlationId: string) => {
    if (!(error instanceof GraphQLError)) config.log.error({ err: error, correlationId }, 'request failed');
  };
  const server = new ApolloServer<RequestHead>({
    gateway: supergraph.gateway,
    nodeEnv: config.production ? 'production' : 'development',
    introspection: config.introspection !== 'off',
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: config.openGateway ? {} : { maxTokens: config.limits.maxTokens },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    formatError: (formatted, error) => cleanError(formatted, error, cleaning),
    stringifyResult: (result) => JSON.stringify(result),
    logger: config.log.child({ from: 'apollo' }, { level: 'warn' }),
    plugins: [...DISABLED, pipeline(config, check)],
  });
  return {
    start: () => server.start(),
    stop: () => server.stop(),
    check,
    async executeHttp(httpGraphQLRequest, head) {
      try {
        const { query, variables } = operationOf(httpGraphQLRequest);
        if (query !== undefined) check(parsed(query), variables ?? {});
      } catch (error) {
        report(error, head.correlationId);
        return refuseHttp(httpGraphQLRequest, cleanError(toFormatted(error), error, cleaning), head);
      }
      const context = () => Promise.resolve(head);
      const response = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
      return withCorrelation(response, head);
    },
    async execute({ query, operationName, variables, extensions }, head) {
      try {
        if (query !== undefined) check(parsed(query), variables ?? {});
      } catch (error) {
        report(error, head.correlationId);
        return { errors: [marked(cleanError(toFormatted(error), error, cleaning), head)] };
      }
      const request = {
        query,
        operationName: operationName ?? undefined,
        variables: variables ?? undefined,
        extensions: extensions ?? undefined,
      };
      const { body } = await server.executeOperation(request, { contextValue: head });
      return body.kind === 'single' ? body.singleResult : body.initialResult;
    },
  };
}

/** How errors are cleaned, whatever they travel over. */
export function cleaningOf(config: GatewayConfig): CleaningOptions {
  return { keepMessages: config.openGateway, suggest: config.introspection !== 'off' };
}

const DISABLED: readonly ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

function checker(config: GatewayConfig, supergraph: Supergraph): GraphqlServer['check'] {
  if (config.openGateway) return () => undefined;
  return (document, variables) => {
    checkVariables(variables);
    checkDocument(document, variables, config.limits, supergraph.current()?.apiSchema);
  };
}

/** Parses documents, which the limits look at before Apollo Server validates them. */
function parser(config: GatewayConfig): (query: string) => DocumentNode {
  const documents = createLru<DocumentNode>(MAX_PARSED);
  const maxTokens = config.openGateway ? undefined : config.limits.maxTokens;
  return (query) => {
    const known = documents.get(query);
    if (known) return known;
    const document = parseOf(query, maxTokens);
    if (query.length <= MAX_PARSED_LENGTH) documents.set(query, document);
    return document;
  };
}

function parseOf(query: string, maxTokens: number | undefined): DocumentNode {
  try {
    return parse(query, { maxTokens, noLocation: true });
  } catch (error) {
    // The parser descends with the document.
    throw error instanceof RangeError ? refusal('QUERY_TOO_DEEP', 'The document nests too deeply.') : error;
  }
}

function pipeline(config: GatewayConfig, check: GraphqlServer['check']): ApolloServerPlugin<RequestHead> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ document, operation, request }) {
        if (!operation)
          throw asHttp(refusal('BAD_USER_INPUT', 'The document has no operation of this name.'));
        if (operation.operation === 'subscription') {
          const message =
            'Subscriptions travel over a WebSocket (graphql-ws, at this URL), or to whoever accepts text/event-stream or multipart/mixed;subscriptionSpec=1.0.';
          throw asHttp(refusal('BAD_USER_INPUT', message));
        }
        // A persisted query comes without its text, which was checked with other variables then.
        if (request.query !== undefined) return;
        try {
          check(document, request.variables ?? {});
        } catch (error) {
          throw asHttp(error as GraphQLError);
        }
      },
      async didEncounterErrors({ errors, contextValue }) {
        const { correlationId } = contextValue;
        for (const error of errors) {
          if (isFault(error))
            config.log.error({ err: error.originalError ?? error, correlationId }, 'request failed');
        }
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        result.errors = result.errors?.map((error) => marked(error, contextValue));
        // Where a subgraph broke the schema stays between it and us.
        if (!config.openGateway) delete result.extensions;
      },
    }),
  };
}

function asHttp(error: GraphQLError): GraphQLError {
  const http = { status: 400, headers: new HeaderMap() };
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http } });
}

function toFormatted(error: unknown): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return { message: 'Something went wrong on our side.' };
  const code = error.extensions.code ?? 'GRAPHQL_PARSE_FAILED';
  return { ...error.toJSON(), extensions: { ...error.extensions, code } };
}

/** What a request asks, as far as it is well-formed; Apollo Server refuses the rest. */
function operationOf({ method, body, search }: HTTPGraphQLRequest): OperationRequest {
  if (method === 'GET') {
    const given = new URLSearchParams(search);
    return { query: given.get('query') ?? undefined, variables: recordOf(parseJson(given.get('variables'))) };
  }
  const given = recordOf(body);
  return {
    query: typeof given?.query === 'string' ? given.query : undefined,
    variables: recordOf(given?.variables),
  };
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : undefined;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function marked(error: GraphQLFormattedError, { correlationId }: RequestHead): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, correlationId } };
}

const RESPONSE_JSON = 'application/graphql-response+json';

function refuseHttp(
  request: HTTPGraphQLRequest,
  error: GraphQLFormattedError,
  head: RequestHead,
): HTTPGraphQLResponse {
  const type = request.headers.get('accept')?.includes(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json';
  const string = JSON.stringify({ errors: [marked(error, head)] });
  return {
    status: error.extensions?.code === 'INTERNAL_SERVER_ERROR' ? 500 : 400,
    headers: new HeaderMap([['content-type', `${type}; charset=utf-8`]]),
    body: { kind: 'complete', string },
  };
}

/** Requests that Apollo Server refuses before they have a context lack the correlation id. */
function withCorrelation(response: HTTPGraphQLResponse, head: RequestHead): HTTPGraphQLResponse {
  const { status = 200, body } = response;
  if (status < 400 || body.kind !== 'complete') return response;
  const { errors = [], ...result } = JSON.parse(body.string) as FormattedExecutionResult;
  const string = JSON.stringify({ errors: errors.map((error) => marked(error, head)), ...result });
  return { ...response, body: { kind: 'complete', string } };
}
