import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, type ErrorCode } from '../subgraphs/kit/errors';

/** What others call the same. */
const SYNONYMS: ReadonlyMap<unknown, ErrorCode> = new Map([
  ['BAD_REQUEST', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'BAD_USER_INPUT'],
  ['INVALID_GRAPHQL', 'GRAPHQL_VALIDATION_FAILED'],
  ['DOWNSTREAM_SERVICE_ERROR', 'SUBGRAPH_UNAVAILABLE'],
]);
/** Said instead of what a fault says of itself. */
const GENERIC: { readonly [C in ErrorCode]?: string } = {
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side.',
  SUBGRAPH_UNAVAILABLE: 'A part of this answer cannot be had at the moment.',
};
const MAX_MESSAGE_LENGTH = 300;
const URLS = /\b(?:https?|wss?|postgres(?:ql)?|rediss?):\/\/[^\s"'`)\]]+/gi;
const SUGGESTION = / Did you mean .*\?$/s;

export interface CleaningOptions {
  /** Keep the words of foreign subgraphs' errors. */
  keepMessages: boolean;
  /** Whether a misspelt name may be answered with names that exist. */
  suggest: boolean;
}

/** An error as a client may see it: a code of the table, no address, no name of a subgraph, no stack, no long echo. */
export function cleanError(
  formatted: GraphQLFormattedError,
  error: unknown,
  options: CleaningOptions,
): GraphQLFormattedError {
  const code = codeOf(formatted, error);
  const { correlationId, retryAfterMs, requiredRole, limit, used, resetAt, head } =
    formatted.extensions ?? {};
  const generic = options.keepMessages ? undefined : GENERIC[code];
  return {
    message: cleanMessage(generic ?? formatted.message, options.suggest),
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: {
      code,
      ...(correlationId !== undefined && { correlationId }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(head !== undefined && { head }),
      ...(requiredRole !== undefined && { requiredRole }),
      ...(code === 'QUOTA_EXCEEDED' && { limit, used, resetAt }),
    },
  };
}

/** Whether an error is a fault of ours, which is logged, rather than a refusal. */
export function isFault(error: GraphQLError): boolean {
  return codeOf(error, error) === 'INTERNAL_SERVER_ERROR';
}

/** A refusal by the gateway itself. */
export function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function codeOf(formatted: GraphQLFormattedError, error: unknown): ErrorCode {
  const code: unknown = formatted.extensions?.code;
  const known = ERROR_CODES.find((one) => one === code) ?? SYNONYMS.get(code);
  if (known !== undefined && known !== 'INTERNAL_SERVER_ERROR') return known;
  // Apollo Server's own refusals of a malformed request have a status and no code.
  const http =
    error instanceof GraphQLError ? (error.extensions.http as { status?: number } | undefined) : undefined;
  const isRefusal = http?.status !== undefined && http.status >= 400 && http.status < 500;
  return isRefusal ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}

function cleanMessage(message: string, suggest: boolean): string {
  const clean = (suggest ? message : message.replace(SUGGESTION, '')).replace(URLS, '[address]');
  return clean.length > MAX_MESSAGE_LENGTH ? `${clean.slice(0, MAX_MESSAGE_LENGTH)}…` : clean;
}
