import type { ServerResponse } from 'node:http';
import type { AppError, ErrorCode } from '../subgraphs/kit/errors';
import type { Rate } from './rate';

/** What is told of a refusal, beside its status. */
type Told = { message: string; code: ErrorCode } & Record<string, unknown>;

/** Answers with one error. */
export function sendError(
  res: ServerResponse,
  correlationId: string,
  status: number,
  { message, ...extensions }: Told,
): void {
  const text = JSON.stringify({ errors: [{ message, extensions: { ...extensions, correlationId } }] });
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.end(text);
}

/** Answers a caller who may not ask, or not now. */
export function refuseCaller(
  res: ServerResponse,
  correlationId: string,
  { code, message, details }: AppError,
): void {
  const { retryAfterMs, quota, rateLimit } = details;
  if (retryAfterMs !== undefined) res.setHeader('retry-after', seconds(retryAfterMs));
  const status = code === 'UNAUTHENTICATED' ? 401 : code === 'SUBGRAPH_UNAVAILABLE' ? 503 : 429;
  if (status === 401) res.setHeader('www-authenticate', 'Bearer');
  const limit = quota?.limit ?? rateLimit;
  if (limit !== undefined) setRate(res, { limit, remaining: 0, resetMs: retryAfterMs ?? 0 });
  sendError(res, correlationId, status, { message, code, retryAfterMs, ...quota });
}

/** Tells what is left of a caller's rate. */
export function setRate(res: ServerResponse, rate: Rate | null): void {
  if (!rate) return;
  res.setHeader('ratelimit-limit', String(rate.limit));
  res.setHeader('ratelimit-remaining', String(rate.remaining));
  res.setHeader('ratelimit-reset', seconds(rate.resetMs));
}

const seconds = (ms: number) => String(Math.ceil(ms / 1000));

/** Why a body cannot be read. */
export type BodyError = Error & { status?: number };

/** Answers a request whose body cannot be read. False, and nothing is written, for faults of ours. */
export function refuseBody(
  res: ServerResponse,
  correlationId: string,
  { status }: BodyError,
  maxBytes: number,
): boolean {
  if (status === undefined || status >= 500) return false;
  const code = 'BAD_USER_INPUT';
  if (status === 413) {
    // Nobody reads the rest.
    res.setHeader('connection', 'close');
    const message = `The body is larger than ${maxBytes} bytes.`;
    sendError(res, correlationId, 413, { message, code: 'PAYLOAD_TOO_LARGE' });
  } else if (status === 415) {
    const message = 'Send application/json in UTF-8, plain or as gzip, deflate or br.';
    sendError(res, correlationId, 415, { message, code });
  } else {
    sendError(res, correlationId, 400, { message: 'The body is not valid JSON.', code });
  }
  return true;
}
