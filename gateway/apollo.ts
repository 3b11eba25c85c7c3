import { ApolloServer, HeaderMap, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { completionOf, type AnswerOptions } from './answers';
import type { GatewayConfig } from './config';
import { cleanError, isFault, refusal } from './errors';
import type { Answer } from './execute/operation';
import type { RequestHead } from './forward';
import type { KnownParts } from './known';
import type { Supergraph } from './supergraph';

export interface ApolloParts extends KnownParts {
  config: GatewayConfig;
  supergraph: Supergraph;
  answers: AnswerOptions;
  /** Parses a document as the limits have it. */
  parsed(text: string): DocumentNode;
  /** Throws a GraphQLError when a document is beyond the limits. */
  check(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void;
}

export type Apollo = ApolloServer<RequestHead>;
type GatewayInterface = NonNullable<ApolloServerOptions<RequestHead>['gateway']>;
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
type GatewayRequest = Parameters<GatewayExecutor>[0];

const MAX_VALIDATION_ERRORS = 20;
const HASH_LENGTH = 64;

const DISABLED: readonly ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Apollo Server on the supergraph, with everything that it would guess from NODE_ENV said outright. */
export function createApollo(parts: ApolloParts): Apollo {
  const { config, documents, answers, persisted } = parts;
  return new ApolloServer<RequestHead>({
    gateway: gatewayOf(parts),
    nodeEnv: config.production ? 'production' : 'development',
    introspection: config.introspection !== 'off',
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: config.openGateway ? {} : { maxTokens: config.limits.maxTokens },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    documentStore: {
      // The key is a hash of the schema and, behind it, that of the document.
      get: async (key) => documents.current()?.byHash(key.slice(-HASH_LENGTH))?.document,
      // What is found valid is kept when it is executed.
      set: async () => undefined,
      delete: async () => undefined,
    },
    persistedQueries: persisted ? { cache: persisted.store } : false,
    formatError: (formatted, error) => cleanError(formatted, error, answers.cleaning),
    stringifyResult: (result) => JSON.stringify(result),
    logger: config.log.child({ from: 'apollo' }, { level: 'warn' }),
    plugins: [...DISABLED, pipeline(parts)],
  });
}

/** The supergraph as Apollo Server sees it: loaded and watched by ApolloGateway, executed as everywhere. */
function gatewayOf(parts: ApolloParts): GatewayInterface {
  const { supergraph } = parts;
  return {
    async load(options) {
      await supergraph.gateway.load(options);
      return { executor: (request) => execute(request, parts) };
    },
    onSchemaLoadOrUpdate: (listener) =>
      supergraph.gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
        listener({ apiSchema: supergraph.current()!.apiSchema, coreSupergraphSdl });
      }),
    stop: () => supergraph.gateway.stop(),
  };
}

async function execute(
  request: GatewayRequest,
  { documents, answers, parsed }: ApolloParts,
): ReturnType<GatewayExecutor> {
  const { source, queryHash, schema, context } = request;
  const { operationName, variables = {} } = request.request;
  const document = documents.of(schema).keep(source, queryHash, parsed(source));
  const operation = document.operation(operationName)!;
  const errors = operation.fits(variables) ? undefined : variableErrors(schema, request, variables);
  if (errors) return { errors };
  const send = answers.senderOf(context as RequestHead);
  return toResult(await operation.ready().execute({ variables, send }), answers);
}

/** What graphql-js has against variables, with the places in the document. */
function variableErrors(
  schema: GraphQLSchema,
  { source, request }: GatewayRequest,
  variables: Record<string, unknown>,
): readonly GraphQLError[] | undefined {
  const operation = getOperationAST(parse(source), request.operationName)!;
  return getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors;
}

function toResult(answer: Answer, options: AnswerOptions): Awaited<ReturnType<GatewayExecutor>> {
  const { data, errors } = answer;
  const valueCompletion = completionOf(answer, options);
  return {
    ...(errors.length > 0 && { errors }),
    ...(data !== undefined && { data: JSON.parse(data) as Record<string, unknown> | null }),
    ...(valueCompletion.length > 0 && { extensions: { valueCompletion } }),
  };
}

function pipeline({ config, check }: ApolloParts): ApolloServerPlugin<RequestHead> {
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
        const { statements } = contextValue;
        if (statements) result.extensions = { ...result.extensions, statements };
      },
    }),
  };
}

function asHttp(error: GraphQLError): GraphQLError {
  const http = { status: 400, headers: new HeaderMap() };
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http } });
}

/** An error with the id of the request that it came of. */
export function marked(
  error: GraphQLFormattedError,
  { correlationId }: Pick<RequestHead, 'correlationId'>,
): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, correlationId } };
}
