import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  AppError,
  ERROR_CODES,
  toClientError,
  ViewerNeeded,
  VIEWER_NEEDED,
  type ErrorCode,
} from '../../subgraphs/kit/errors';
import { cleanError, isFault } from '../errors';
import type { LiveOptions } from './options';

/** Ends or prevents one subscription; its errors go to the client as they are. */
export class Refusal extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'refused');
    this.name = 'Refusal';
  }
}

/** Throws ViewerNeeded where a subgraph says that what an audience asked for depends on who asks. */
export function requireNoViewer(errors: readonly Pick<GraphQLFormattedError, 'extensions'>[] = []): void {
  if (errors.some(({ extensions }) => extensions?.code === VIEWER_NEEDED)) throw new ViewerNeeded();
}

/** A refusal of one sentence. */
export function refusal(code: ErrorCode, message: string): Refusal {
  return new Refusal([{ message, extensions: { code } }]);
}

/** The code of an error from anywhere, where it is one of ours. */
export function codeOf(error: unknown): ErrorCode | undefined {
  if (error instanceof AppError) return error.code;
  const first = error instanceof Refusal ? error.errors[0] : (error as GraphQLError | undefined);
  const code = first?.extensions?.code;
  return ERROR_CODES.find((known) => known === code);
}

type Cleaning = Pick<LiveOptions, 'cleaning' | 'log'>;

/** The errors by which a client is told of any failure. */
export function toRefusal(error: unknown, correlationId: string, cleaning: Cleaning): Refusal {
  if (!(error instanceof Refusal)) return new Refusal([toFormatted(error, correlationId, cleaning)]);
  return new Refusal(error.errors.map((one) => clean(one, undefined, correlationId, cleaning)));
}

/**
 * An error as a client sees it: known refusals with message and code, everything else as one generic sentence. Names
 * and addresses of subgraphs stay inside.
 */
export function toFormatted(
  error: unknown,
  correlationId: string,
  cleaning: Cleaning,
): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  if (!(error instanceof GraphQLError) || cause instanceof AppError) {
    return toClientError(error, correlationId, cleaning.log).toJSON();
  }
  if (isFault(error)) cleaning.log.error({ err: error, correlationId }, 'a live execution failed');
  return clean(error.toJSON(), error, correlationId, cleaning);
}

function clean(
  formatted: GraphQLFormattedError,
  error: unknown,
  correlationId: string,
  { cleaning = { keepMessages: false, suggest: true } }: Cleaning,
): GraphQLFormattedError {
  const cleaned = cleanError(formatted, error, cleaning);
  return {
    ...cleaned,
    extensions: { ...cleaned.extensions, correlationId: cleaned.extensions?.correlationId ?? correlationId },
  };
}
