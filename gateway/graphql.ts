import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import {
  GraphQLError,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { answerOperation, type AnswerOptions, type TextAnswer } from './answers';
import { createApollo, marked, type Apollo, type ApolloParts } from './apollo';
import type { GatewayConfig } from './config';
import { createDocuments, parseBare } from './documents';
import { cleanError, type CleaningOptions } from './errors';
import { EXECUTORS } from './execute/executors';
import type { Forward, RequestHead } from './forward';
import { refuseHttp, withCorrelation } from './http-answers';
import { knownOperation, type Trust } from './known';
import { checkDocument, checkVariables } from './limits';
import { createLru, type Lru } from './lru';
import { createPersistedQueries } from './persisted';
import {
  operationOf,
  wellFormed,
  withoutHash,
  withText,
  type GraphqlRequest,
  type OperationRequest,
} from './requests';
import type { Supergraph } from './supergraph';
import { createTrustedDocuments, prepareManifest, type TrustedDocuments } from './trusted';

/** The GraphQL pipeline: limits, validation, plan, execution, clean errors. */
export interface GraphqlServer {
  start(): Promise<void>;
  /** What a request asks, where all of it is known to be good; null for whatever `executeHttp` is to answer. */
  known(request: GraphqlRequest, trust: Trust): KnownRequest | null;
  executeHttp(request: HTTPGraphQLRequest, head: RequestHead, trust: Trust): Promise<HTTPGraphQLResponse>;
  /** For operations that do not come over HTTP. */
  execute(request: OperationRequest, head: RequestHead): Promise<Pick<TextAnswer, 'text' | 'hasErrors'>>;
  /** Throws a GraphQLError when a document is beyond the limits. */
  check(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void;
  /** The request with the text of its document; throws a GraphQLError for one that is not trusted. */
  trusted<R extends OperationRequest>(request: R): R;
  metrics(): GraphqlMetrics;
  stop(): Promise<void>;
}

/** A request that can be answered at once, in the type that its client accepts. */
export interface KnownRequest {
  contentType: string;
  answer(head: RequestHead): Promise<TextAnswer>;
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

const CLIENT: Trust = { isInternal: false };
/** Documents that are not known to be valid, parsed a moment ago. */
const MAX_PARSED = 100;
/** Longer documents are parsed anew, so that what is kept stays small. */
const MAX_PARSED_LENGTH = 10_000;
const MAX_ACCEPTS = 200;
const MAX_ACCEPT_LENGTH = 500;

/** The parts of the pipeline. */
interface Pipeline extends ApolloParts {
  apollo: Apollo;
  /** The content types in which Apollo Server has answered, by what was accepted. */
  contentTypes: Lru<string>;
  counts: { direct: number; viaApollo: number };
}

/**
 * Makes the pipeline. Apollo Server answers whatever is malformed, refused, unusual, or new; what it has found good
 * before is answered in the same way without it.
 */
export function createGraphqlServer(parts: GraphqlParts): GraphqlServer {
  const pipeline = createPipeline(parts);
  const { apollo, counts, documents, answers, trusted, check } = pipeline;
  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    check,
    trusted: (request) => withDocument(trusted, request),
    metrics: () => ({ ...counts, ...documents.metrics(), ...parts.forward.counters }),
    known(request, trust) {
      const contentType = pipeline.contentTypes.get(request.headers.accept ?? '');
      const asked = contentType === undefined ? null : wellFormed(request);
      const known = asked && knownOperation(pipeline, asked, trust);
      if (!known || (request.method === 'GET' && known.operation.isMutation)) return null;
      counts.direct++;
      const { operation, variables } = known;
      return {
        contentType: contentType!,
        answer: (head) => answerOperation(operation, variables, head, answers),
      };
    },
    executeHttp: (request, head, trust) => executeHttp(pipeline, request, head, trust),
    async execute(request, head) {
      const known = knownOperation(pipeline, request, CLIENT);
      counts[known ? 'direct' : 'viaApollo']++;
      if (known) return answerOperation(known.operation, known.variables, head, answers);
      const result = await executeNew(pipeline, request, head);
      return { text: JSON.stringify(result), hasErrors: result.errors !== undefined };
    },
  };
}

function createPipeline({ config, supergraph, forward }: GraphqlParts): Pipeline {
  const limits = config.openGateway ? null : config.limits;
  const documents = createDocuments({ limits, executor: EXECUTORS[config.executor] }, supergraph);
  const answers = answerOptions(config, forward);
  const check = checker(config, supergraph);
  const { mode } = config.trustedDocuments;
  const persisted = mode === 'apq' || mode === 'log' ? createPersistedQueries() : null;
  const trusted = createTrustedDocuments({ ...config.trustedDocuments, persisted, log: config.log });
  const parsed = parser(config);
  const parts: ApolloParts = { config, supergraph, documents, answers, check, parsed, persisted, trusted };
  prepareTrusted(parts);
  const counts = { direct: 0, viaApollo: 0 };
  return { ...parts, apollo: createApollo(parts), contentTypes: createLru(MAX_ACCEPTS), counts };
}

function prepareTrusted({ config, supergraph, documents, check }: ApolloParts): void {
  const { manifest } = config.trustedDocuments;
  if (manifest.length === 0) return;
  const allowsIntrospection = config.introspection !== 'off';
  const preparation = { manifest, documents, allowsIntrospection, log: config.log };
  supergraph.onChange((loaded) => {
    const checked = { ...preparation, check: (document: DocumentNode) => check(document, {}) };
    prepareManifest(checked, loaded).catch((error: unknown) => {
      config.log.error({ err: error }, 'trusted documents cannot be prepared');
    });
  });
}

async function executeHttp(
  pipeline: Pipeline,
  request: HTTPGraphQLRequest,
  head: RequestHead,
  { isInternal }: Trust,
): Promise<HTTPGraphQLResponse> {
  const { trusted, contentTypes, counts, apollo } = pipeline;
  const refusedAs = (error: unknown) => refuseHttp(request, refusalOf(pipeline, error, head), head);
  let text: string | null;
  try {
    text = trusted.resolve(operationOf(request), isInternal);
  } catch (error) {
    return refusedAs(error);
  }
  const httpGraphQLRequest = text === null ? request : withText(request, text);
  const refused = refuse(pipeline, operationOf(httpGraphQLRequest), head);
  if (refused) return refuseHttp(request, refused, head);
  counts.viaApollo++;
  const context = () => Promise.resolve(head);
  const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
  const accept = request.headers.get('accept') ?? '';
  const contentType = response.headers.get('content-type');
  // Of its successes the type hangs on nothing but what the client accepts.
  if (contentType && (response.status ?? 200) === 200 && accept.length <= MAX_ACCEPT_LENGTH)
    contentTypes.set(accept, contentType);
  return withCorrelation(response, head);
}

/** Executes by Apollo Server what came otherwise than by HTTP. */
async function executeNew(
  pipeline: Pipeline,
  request: OperationRequest,
  head: RequestHead,
): Promise<FormattedExecutionResult> {
  let asked: OperationRequest;
  try {
    asked = withDocument(pipeline.trusted, request);
  } catch (error) {
    return { errors: [marked(refusalOf(pipeline, error, head), head)] };
  }
  const refused = refuse(pipeline, asked, head);
  if (refused) return { errors: [marked(refused, head)] };
  const { query, operationName, variables, extensions } = asked;
  const operation = {
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  };
  const { body } = await pipeline.apollo.executeOperation(operation, { contextValue: head });
  return body.kind === 'single' ? body.singleResult : body.initialResult;
}

function withDocument<R extends OperationRequest>(trusted: TrustedDocuments, request: R): R {
  const query = trusted.resolve(request, false);
  return query === null ? request : { ...request, query, extensions: withoutHash(request.extensions) };
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
  pipeline: Pipeline,
  { query, variables }: OperationRequest,
  head: RequestHead,
): GraphQLFormattedError | null {
  try {
    if (query !== undefined) pipeline.check(pipeline.parsed(query), variables ?? {});
    return null;
  } catch (error) {
    return refusalOf(pipeline, error, head);
  }
}

function refusalOf(
  { config, answers }: ApolloParts,
  error: unknown,
  { correlationId }: RequestHead,
): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) config.log.error({ err: error, correlationId }, 'request failed');
  return cleanError(toFormatted(error), error, answers.cleaning);
}

function toFormatted(error: unknown): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return { message: 'Something went wrong on our side.' };
  const code = error.extensions.code ?? 'GRAPHQL_PARSE_FAILED';
  return { ...error.toJSON(), extensions: { ...error.extensions, code } };
}
