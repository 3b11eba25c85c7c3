import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Logger } from './logger';
import type { Refusal } from './permission';

/** Every code that a client may meet, in `userErrors[].code` or `errors[].extensions.code`. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'QUERY_TOO_COMPLEX',
  'QUERY_TOO_DEEP',
  'IDEMPOTENCY_KEY_REUSED',
  'EDIT_WINDOW_CLOSED',
  'INVITE_EXPIRED',
  'INVITE_EXHAUSTED',
  'QUOTA_EXCEEDED',
  'RATE_LIMITED',
  'CURSOR_EXPIRED',
  'SCHEMA_CHANGED',
  'SERVICE_BUSY',
  'DEADLINE_EXCEEDED',
  'PAYLOAD_TOO_LARGE',
  'PERSISTED_QUERY_NOT_FOUND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The codes that a mutation answers in `userErrors`; all others are top-level errors. */
const USER_ERROR_CODES: readonly ErrorCode[] = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'EDIT_WINDOW_CLOSED',
  'INVITE_EXPIRED',
  'INVITE_EXHAUSTED',
  'QUOTA_EXCEEDED',
];

/** How far a quota is used up. */
export interface QuotaState {
  limit: number;
  used: number;
  /** When the count begins anew; null when it does not. */
  resetAt: Date | null;
}

interface ErrorDetails {
  /** The input field at fault, from the input's root. */
  path?: string[];
  /** The version that the entity has now. */
  currentVersion?: number;
  /** The cursor to go on at. */
  head?: string;
  retryAfterMs?: number;
  requiredRole?: string;
  quota?: QuotaState;
  /** How many requests a minute the caller may send. */
  rateLimit?: number;
  /** Fields of the payload that are answered beside the error, such as the entity as it is now. */
  payload?: Record<string, unknown>;
}

/** A refusal that the caller is told of. Its message is shown to people and holds nothing secret. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'AppError';
  }
}

/** What is asked depends on who asks, and an audience asks: an error of its own towards the gateway, and no client's. */
export class ViewerNeeded extends AppError {
  constructor() {
    super('INTERNAL_SERVER_ERROR', 'This depends on the viewer.');
    this.name = 'ViewerNeeded';
  }
}

/** The code of ViewerNeeded in `extensions`. */
export const VIEWER_NEEDED = 'VIEWER_NEEDED';

export const badInput = (message: string, ...path: string[]) =>
  new AppError('BAD_USER_INPUT', message, path.length > 0 ? { path } : {});

/** The one answer for what does not exist and for what the caller cannot see. */
export const notFound = (what: string, ...path: string[]) =>
  new AppError('NOT_FOUND', `${what} not found`, path.length > 0 ? { path } : {});

export const forbidden = (message: string, requiredRole?: string) =>
  new AppError('FORBIDDEN', message, requiredRole ? { requiredRole } : {});

export const conflict = (message: string, details: ErrorDetails = {}) =>
  new AppError('CONFLICT', message, details);

/** Throws a refusal, if there is one: as FORBIDDEN unless it has a code of its own. */
export function enforce(refusal: Refusal | null): void {
  if (refusal?.code) throw new AppError(refusal.code, refusal.message);
  if (refusal) throw forbidden(refusal.message, refusal.requiredRole);
}

/**
 * Refuses a change of what has another version by now than the caller expects; `payload` answers it as it is. Whoever
 * expects no version changes whatever is there.
 */
export function requireVersion(
  { version }: { version: number },
  expected: number | null | undefined,
  { what, payload }: { what: string; payload?: Record<string, unknown> },
): void {
  if (expected == null || expected === version) return;
  throw conflict(`${what} has changed: it has version ${version}, not ${expected}.`, {
    path: ['expectedVersion'],
    currentVersion: version,
    payload,
  });
}

/** Turns the violation of a named unique constraint into a CONFLICT; anything else is thrown on. */
export function onUniqueViolation(constraint: string, refusal: () => AppError) {
  return (error: unknown): never => {
    const violation = error as { code?: string; constraint?: string };
    if (violation.code === '23505' && violation.constraint === constraint) throw refusal();
    throw error;
  };
}

interface UserErrorShape extends Partial<QuotaState> {
  __typename: 'ConflictError' | 'QuotaError' | 'PlainError';
  code: ErrorCode;
  message: string;
  path: string[] | null;
  currentVersion?: number | null;
}

function toUserError(error: AppError): UserErrorShape {
  const shape = { code: error.code, message: error.message, path: error.details.path ?? null };
  if (error.details.quota) return { __typename: 'QuotaError', ...shape, ...error.details.quota };
  if (error.code !== 'CONFLICT') return { __typename: 'PlainError', ...shape };
  return { __typename: 'ConflictError', ...shape, currentVersion: error.details.currentVersion ?? null };
}

/**
 * Runs a mutation's use case and answers its payload: what the use case returns, or the refusal as a userError.
 * Faults that are not refusals are thrown on and become top-level errors.
 */
export async function answer<R extends object>(
  input: { clientMutationId?: string | null },
  useCase: () => Promise<R>,
): Promise<R & { userErrors: never[]; clientMutationId: string | null }> {
  const clientMutationId = input.clientMutationId ?? null;
  try {
    return { ...(await useCase()), userErrors: [], clientMutationId };
  } catch (error) {
    if (!(error instanceof AppError) || !USER_ERROR_CODES.includes(error.code)) throw error;
    // The payload's entity fields are nullable: a refusal leaves them out.
    return { ...error.details.payload, userErrors: [toUserError(error)], clientMutationId } as never;
  }
}

/** The error as a client sees it: refusals with their code, everything else as one generic sentence, logged here. */
export function toClientError(error: unknown, correlationId: string, log: Logger): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const graphql = error instanceof GraphQLError ? error : undefined;
  const place = { nodes: graphql?.nodes, path: graphql?.path };
  if (original instanceof AppError) {
    const { retryAfterMs, requiredRole, quota, head } = original.details;
    const code = original instanceof ViewerNeeded ? VIEWER_NEEDED : original.code;
    const extensions = { code, correlationId, retryAfterMs, requiredRole, head, ...quota };
    return new GraphQLError(original.message, { ...place, extensions });
  }
  // A value of a variable that a scalar refused, before anything ran: such an error stands at no field.
  const isRefusedValue = original instanceof GraphQLError && !graphql?.path;
  if (graphql && (!original || isRefusedValue)) {
    const code = graphql.extensions.code ?? (isRefusedValue ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED');
    return new GraphQLError(graphql.message, { ...place, extensions: { code, correlationId } });
  }
  log.error({ err: original, correlationId, path: graphql?.path }, 'request failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', correlationId };
  return new GraphQLError('Something went wrong on our side.', { ...place, extensions });
}

/** A result with its errors as a client sees them. */
export function toClientResult(
  { errors, ...rest }: ExecutionResult,
  correlationId: string,
  log: Logger,
): ExecutionResult {
  if (!errors) return rest;
  return { ...rest, errors: errors.map((error) => toClientError(error, correlationId, log)) };
}
