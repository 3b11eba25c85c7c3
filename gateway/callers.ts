import type { Principal, UserPrincipal } from '../subgraphs/kit/context';
import type { Authenticator } from '../subgraphs/kit/auth';
import { AppError } from '../subgraphs/kit/errors';
import type { Logger } from '../subgraphs/kit/logger';
import type { Forward } from './forward';
import { createLru } from './lru';

/** Where a request came from, as identity keeps it with the session. */
export interface Origin {
  ip?: string;
  userAgent?: string;
}

/** Who calls, and that their profile exists before anything is asked of it. */
export interface Callers {
  /**
   * Verifies a header; throws UNAUTHENTICATED. Services are admitted where they act as the bot. Null for everybody on
   * an open gateway.
   */
  authenticate(header: string | undefined): Promise<Principal | null>;
  /**
   * Tells identity of a user and session seen for the first time, and waits for it. Never fails: when identity cannot
   * be reached the request goes on, and a later one tries again.
   */
  touch(header: string, principal: Principal, correlationId: string, origin?: Origin): Promise<void>;
}

const MAX_REMEMBERED = 50_000;
const TOUCH_TIMEOUT_MS = 2000;
/** How long nobody waits for identity after it did not answer. */
const PAUSE_MS = 5000;

/** Verifies tokens and remembers for whom identity has been told. */
export function createCallers(authenticator: Authenticator | null, forward: Forward, log: Logger): Callers {
  const touched = createLru<Promise<void>>(MAX_REMEMBERED);
  let pausedUntil = 0;
  const tell = async (key: string, header: string, correlationId: string, origin: Origin): Promise<void> => {
    const headers = { viewer: header, correlationId, timeoutMs: TOUCH_TIMEOUT_MS };
    try {
      const { status } = await forward.internal('identity', '/internal/touch', origin, headers);
      if (status < 300) return;
      log.warn({ correlationId, status }, 'identity refused to note a session');
    } catch {
      pausedUntil = Date.now() + PAUSE_MS;
    }
    touched.delete(key);
  };
  return {
    async authenticate(header) {
      const principal = await authenticator?.authenticate(header, ['user', 'service']);
      if (principal?.kind === 'service' && principal.userId === null) {
        throw new AppError('UNAUTHENTICATED', 'A valid access token is required.');
      }
      return principal ?? null;
    },
    async touch(header, principal, correlationId, origin = {}) {
      if (principal.kind !== 'user' || !forward.knows('identity') || Date.now() < pausedUntil) return;
      const key = keyOf(principal);
      const known = touched.get(key);
      if (known) return known;
      const telling = tell(key, header, correlationId, origin);
      touched.set(key, telling);
      await telling;
    },
  };
}

/** A token issued later may carry other claims, so it is told of again. */
function keyOf({ userId, sessionId, issuedAt }: UserPrincipal): string {
  return `${userId}:${sessionId ?? ''}:${issuedAt}`;
}
