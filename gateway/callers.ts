import type { Origin, Principal, UserPrincipal } from '../subgraphs/kit/context';
import type { Authenticator } from '../subgraphs/kit/auth';
import { AppError } from '../subgraphs/kit/errors';
import type { Logger } from '../subgraphs/kit/logger';
import { isKeyHeader, type ApiKeys } from './api-keys';
import type { Forward } from './forward';
import { createLru } from './lru';
import type { Meter, Rate } from './rate';

/** Whoever calls, and the header that stands for them in the subgraphs. */
export interface KnownCaller {
  principal: Principal;
  authorization: string;
}

/** Who calls, and that their profile exists before anything is asked of it. */
export interface Callers {
  /**
   * Verifies a header, a token's or an API key's; throws UNAUTHENTICATED. Services are admitted where they act as the
   * bot. Null for everybody on an open gateway. `origin` is for the audit log, should a key be refused.
   */
  authenticate(
    header: string | undefined,
    options?: { allow?: readonly Principal['kind'][]; origin?: Origin },
  ): Promise<KnownCaller | null>;
  /** Counts one request of whoever calls by an API key; throws RATE_LIMITED or QUOTA_EXCEEDED. */
  charge(principal: Principal): Promise<Rate | null>;
  /**
   * Tells identity of a user and session seen for the first time, and waits for it; and again every minute of use,
   * without waiting. Never fails: when identity cannot be reached the request goes on, and a later one tries again.
   */
  touch(header: string, principal: Principal, correlationId: string, origin?: Origin): Promise<void>;
}

const MAX_REMEMBERED = 50_000;
const TOUCH_TIMEOUT_MS = 4000;
/** How long nobody waits for identity after it did not answer. */
const PAUSE_MS = 5000;
/** How exactly identity knows when a session was last used. */
const RETELL_MS = 60_000;

interface CallerParts {
  /** Null on an open gateway. */
  authenticator: Authenticator | null;
  apiKeys: ApiKeys | null;
  meter: Meter;
  forward: Forward;
  log: Logger;
  now(): Date;
}

interface Told {
  at: number;
  telling: Promise<void>;
}

/** Verifies tokens and remembers for whom identity has been told. */
export function createCallers(parts: CallerParts): Callers {
  const { apiKeys, meter, forward, log, now } = parts;
  const touched = createLru<Told>(MAX_REMEMBERED);
  let pausedUntil = 0;
  const tell = async (key: string, header: string, correlationId: string, origin?: Origin): Promise<void> => {
    const headers = { viewer: header, correlationId, origin, timeoutMs: TOUCH_TIMEOUT_MS };
    try {
      const { status } = await forward.internal('identity', '/internal/touch', { ...origin }, headers);
      if (status < 300) return;
      log.warn({ correlationId, status }, 'identity refused to note a session');
    } catch {
      pausedUntil = Date.now() + PAUSE_MS;
    }
    touched.delete(key);
  };
  const tellWorkspace = async (key: string, header: string, correlationId: string): Promise<void> => {
    const headers = { viewer: header, correlationId, timeoutMs: TOUCH_TIMEOUT_MS };
    const told = await forward
      .internal('workspace', '/internal/touch', {}, headers)
      .then(({ status }) => status < 300)
      .catch(() => false);
    if (told) return;
    log.warn({ correlationId }, 'workspace did not note what a token claims');
    touched.delete(key);
  };
  return {
    authenticate: (header, options) => identify(parts, header, options),
    async charge(principal) {
      const keyId = principal.kind === 'user' ? principal.apiKey?.id : undefined;
      const limits = keyId === undefined ? null : apiKeys?.limitsOf(keyId);
      return limits ? meter.charge(limits) : null;
    },
    async touch(header, principal, correlationId, origin) {
      // A key says nothing about its owner that identity did not say itself.
      if (principal.kind !== 'user' || principal.apiKey !== null) return;
      if (!forward.knows('identity') || Date.now() < pausedUntil) return;
      const key = keyOf(principal);
      const known = touched.get(key);
      const at = now().getTime();
      if (known && at - known.at < RETELL_MS) return known.telling;
      const isFirst = !known && hasClaims(principal);
      const telling = tell(key, header, correlationId, origin).then(() =>
        isFirst ? tellWorkspace(key, header, correlationId) : undefined,
      );
      touched.set(key, { at, telling });
      if (!known) await telling;
    },
  };
}

/** Whether a token names workspaces that its bearer belongs to by the identity provider's groups. */
function hasClaims({ groups }: UserPrincipal): boolean {
  return groups.some((path) => /^\/[0-9a-f-]{36}\/[A-Z]+$/.test(path));
}

async function identify(
  { authenticator, apiKeys }: CallerParts,
  header: string | undefined,
  { allow = ['user', 'service'], origin }: { allow?: readonly Principal['kind'][]; origin?: Origin } = {},
): Promise<KnownCaller | null> {
  if (!authenticator) return null;
  if (apiKeys && isKeyHeader(header)) return apiKeys.exchange(header, origin);
  const principal = await authenticator.authenticate(header, allow);
  // Tokens that stand for keys or audiences, and those by which the platform's parts call each other, are no client's.
  const isInternal =
    principal.kind === 'user'
      ? principal.apiKey !== null
      : principal.kind === 'audience' || principal.userId === null;
  if (isInternal) throw new AppError('UNAUTHENTICATED', 'A valid access token is required.');
  return { principal, authorization: header! };
}

/** A token issued later may carry other claims, so it is told of again. */
function keyOf({ userId, sessionId, issuedAt }: UserPrincipal): string {
  return `${userId}:${sessionId ?? ''}:${issuedAt}`;
}
