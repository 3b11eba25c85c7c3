import type { Principal } from '../kit/context';
import type { SessionEntity } from './session.entity';

/** How long after its end a session is remembered: longer than any token of it can be valid. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Why the caller has no sessions to end; null when they may have. */
export function refuseRevoking(principal: Principal): string | null {
  if (principal.kind !== 'user') return 'Only people have sessions to end.';
  return principal.apiKey === null ? null : 'An API key may not end sessions.';
}

/** Whether a session counts: neither ended nor expired. */
export function isActive(session: Pick<SessionEntity, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return session.revokedAt === null && session.expiresAt > now;
}

/** Sessions whose newest token expired before this have ended, and are forgotten. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - KEPT_MS);
}

/** Until when it is remembered that a session was ended now. */
export function keptUntil(now: Date): Date {
  return new Date(now.getTime() + KEPT_MS);
}
