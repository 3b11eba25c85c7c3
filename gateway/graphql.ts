import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import {
  GraphQLError,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { answerOperation, type AnswerOptions } from './answers';
import { createApollo, marked, type Apollo, type ApolloParts } from './apollo';
import type { GatewayConfig } from './config';
import { createDocuments, parseBare, type PreparedOperation } from './documents';
import { cleanError, type CleaningOptions } from './errors';
import { EXECUTORS } from './execute/executors';
import type { Forward, RequestHead } from './forward';
import { checkDocument, checkVariables } from './limits';
import { createLru } from './lru';
import { isRecord, wellFormed, type OperationRequest } from './requests';
import type { Supergraph } from './supergraph';

/** The GraphQL pipeline: limits, validation, plan, execution, clean errors. */
export interface GraphqlServer {
  start(): Promise<void>;
  executeHttp(request: HTTPGraphQLRequest, head: RequestHead): Promise<HTTPGraphQLResponse>;
  /** For operations that do not come over HTTP. */
  execute(request: OperationRequest, head: RequestHead): Promise<FormattedExecutionResult>;
  /** Throws a GraphQLError when a document is beyond the limits. */
  check(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void;
  metrics(): GraphqlMetrics;
  stop(): Promise<void>;
}

/** What `GraphqlMetrics` are of. */
export const GRAPHQL_METRICS = {
  gauges: {
    documents: 'Documents that are prepared.',
    documentBytes: 'The length of their text.',
  },
  counters: {
    direct: 'Operations answered without Apollo Server, which had found their documents good.',
    viaApollo: 'Operations and refusals that Apollo Server answered.',
    documentHits: 'Documents that were found prepared.',
    documentMisses: 'Documents that were not.',
    documentEvictions: 'Documents that had to go to make room for others.',
    fetches: 'Fetches that subgraphs were sent.',
    shared: 'Fetches that were answered by an equal one under way.',
  },
} as const;

type MetricName = keyof typeof GRAPHQL_METRICS.gauges | keyof typeof GRAPHQL_METRICS.counters;
export type GraphqlMetrics = Record<MetricName, number>;

export interface GraphqlParts {
  config: GatewayConfig;
  supergraph: Supergraph;
  forward: Forward;
}

/** Documents that are not known to be valid, parsed a moment ago. */
const MAX_PARSED = 100;
/** Longer documents are parsed anew, so that what is kept stays small. */
const MAX_PARSED_LENGTH = 10_000;
const MAX_ACCEPTS = 200;
const MAX_ACCEPT_LENGTH = 500;

/**
 * Makes the pipeline. Apollo Server answers whatever is malformed, refused, unusual, or new; what it has found good
 * before is answered in the same way without it.
 */
export function createGraphqlServer({ config, supergraph, forward }: GraphqlParts): GraphqlServer {
  const answers = answerOptions(config, forward);
  const limits = config.openGateway ? null : config.limits;
  const documents = createDocuments({ limits, executor: EXECUTORS[config.executor] }, supergraph);
  const check = checker(config, supergraph);
  const parts: ApolloParts = { config, supergraph, documents, answers, check, parsed: parser(config) };
  const apollo = createApollo(parts);
  const contentTypes = createLru<string>(MAX_ACCEPTS);
  const counts = { direct: 0, viaApollo: 0 };

  const executeDirectly = async (request: HTTPGraphQLRequest, head: RequestHead) => {
    const contentType = contentTypes.get(request.headers.get('accept') ?? '');
    const asked = contentType === undefined ? null : wellFormed(request);
    const known = asked && knownOperation(parts, asked, request.method === 'GET');
    if (!known) return null;
    counts.direct++;
    const { status, text } = await answerOperation(known.operation, known.variables, head, answers);
    return toHttp(status, contentType!, text);
  };
  const executeByApollo = async (httpGraphQLRequest: HTTPGraphQLRequest, head: RequestHead) => {
    counts.viaApollo++;
    const context = () => Promise.resolve(head);
    const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
    const accept = httpGraphQLRequest.headers.get('accept') ?? '';
    const contentType = response.headers.get('content-type');
    // Of its successes the type hangs on nothing but what the client accepts.
    if (contentType && (response.status ?? 200) === 200 && accept.length <= MAX_ACCEPT_LENGTH)
      contentTypes.set(accept, contentType);
    return withCorrelation(response, head);
  };
  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    check,
    metrics: () => ({ ...counts, ...documents.metrics(), ...forward.counters }),
    async executeHttp(request, head) {
      const answer = await executeDirectly(request, head);
      if (answer) return answer;
      const refused = refuse(parts, operationOf(request), head);
      if (refused) return refuseHttp(request, refused, head);
      return executeByApollo(request, head);
    },
    async execute(request, head) {
      const known = knownOperation(parts, request, false);
      if (!known) {
        counts.viaApollo++;
        return executeNew(apollo, parts, request, head);
      }
      counts.direct++;
      const { text } = await answerOperation(known.operation, known.variables, head, answers);
      return JSON.parse(text) as FormattedExecutionResult;
    },
  };
}

/** Executes by Apollo Server what came otherwise than by HTTP. */
async function executeNew(
  apollo: Apollo,
  parts: ApolloParts,
  request: OperationRequest,
  head: RequestHead,
): Promise<FormattedExecutionResult> {
  const refused = refuse(parts, request, head);
  if (refused) return { errors: [marked(refused, head)] };
  const { query, operationName, variables, extensions } = request;
  const asked = {
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  };
  const { body } = await apollo.executeOperation(asked, { contextValue: head });
  return body.kind === 'single' ? body.singleResult : body.initialResult;
}

/** How errors are cleaned, whatever they travel over. */
export function cleaningOf(config: GatewayConfig): CleaningOptions {
  return { keepMessages: config.openGateway, suggest: config.introspection !== 'off' };
}

function answerOptions(config: GatewayConfig, forward: Forward): AnswerOptions {
  return {
    senderOf: forward.senderOf,
    cleaning: cleaningOf(config),
    tellsCompletion: config.openGateway,
    log: config.log,
  };
}

interface KnownOperation {
  operation: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
}

/** What is asked, where all of it is known to be good; null where Apollo Server has the word. */
function knownOperation(
  { documents }: Pick<ApolloParts, 'documents'>,
  { query, operationName, variables, extensions }: OperationRequest,
  isReadOnly: boolean,
): KnownOperation | null {
  if (!query || extensions?.persistedQuery) return null;
  const document = documents.current()?.get(query);
  const operation = document?.operation(operationName);
  if (!operation || (isReadOnly && operation.operation.operation !== 'query')) return null;
  const given = variables ?? {};
  return operation.fits(given) && document!.allows(given) ? { operation, variables: given } : null;
}

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
    const document = parseBare(query, maxTokens);
    if (query.length <= MAX_PARSED_LENGTH) documents.set(query, document);
    return document;
  };
}

/** What speaks against an operation before Apollo Server looks at it. */
function refuse(
  { config, answers, check, parsed }: ApolloParts,
  { query, variables }: OperationRequest,
  { correlationId }: RequestHead,
): GraphQLFormattedError | null {
  try {
    if (query !== undefined) check(parsed(query), variables ?? {});
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) config.log.error({ err: error, correlationId }, 'request failed');
    return cleanError(toFormatted(error), error, answers.cleaning);
  }
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

const recordOf = (value: unknown) => (isRecord(value) ? value : undefined);

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const RESPONSE_JSON = 'application/graphql-response+json';

function refuseHttp(
  request: HTTPGraphQLRequest,
  error: GraphQLFormattedError,
  head: RequestHead,
): HTTPGraphQLResponse {
  const type = request.headers.get('accept')?.includes(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json';
  const text = JSON.stringify({ errors: [marked(error, head)] });
  const status = error.extensions?.code === 'INTERNAL_SERVER_ERROR' ? 500 : 400;
  return toHttp(status, `${type}; charset=utf-8`, text);
}

function toHttp(status: number, contentType: string, string: string): HTTPGraphQLResponse {
  return {
    status,
    headers: new HeaderMap([['content-type', contentType]]),
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
