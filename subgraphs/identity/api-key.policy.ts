import type { Principal } from '../kit/context';
import type { ApiKeyEntity } from './api-key.entity';

/** The most keys that one person may have. */
export const MOST_KEYS = 50;
const MOST_REQUESTS_PER_MINUTE = 100_000;
const MAX_NAME = 100;

/** Why the caller may have no keys; null when they may. Keys are a person's, and no key makes another. */
export function refuseKeys(principal: Principal): string | null {
  if (principal.kind !== 'user') return 'Only people have API keys.';
  return principal.apiKey === null ? null : 'This is for a signed-in person, and for no API key.';
}

/** Why one key more is too many; null when it is not. */
export function refuseMore(count: number): string | null {
  return count < MOST_KEYS ? null : `You have ${MOST_KEYS} API keys, which is the most: delete one first.`;
}

/** Why a key does not count now; null when it does. */
export function refuseUse(
  key: Pick<ApiKeyEntity, 'isEnabled' | 'expiresAt'> & { isOwnerActive: boolean },
  now: Date,
): 'disabled' | 'expired' | 'owner_inactive' | null {
  if (!key.isEnabled) return 'disabled';
  if (key.expiresAt !== null && key.expiresAt.getTime() <= now.getTime()) return 'expired';
  return key.isOwnerActive ? null : 'owner_inactive';
}

/** What is wrong with a key's name; null when nothing is. */
export function faultOfKeyName(name: string): string | null {
  const { length } = [...name.trim()];
  if (length < 1 || length > MAX_NAME) return `name must have 1 to ${MAX_NAME} characters`;
  return /\p{Surrogate}|\p{Cc}/u.test(name) ? 'name must not hold control characters' : null;
}

/** What is wrong with a limit; null when nothing is. */
export function faultOfRateLimit(limit: number): string | null {
  if (limit >= 1 && limit <= MOST_REQUESTS_PER_MINUTE) return null;
  return `rateLimitPerMinute must be between 1 and ${MOST_REQUESTS_PER_MINUTE}`;
}

/** What is wrong with the time of a key's end; null when nothing is. */
export function faultOfExpiry(expiresAt: Date, now: Date): string | null {
  return expiresAt.getTime() > now.getTime() ? null : 'expiresAt must be in the future';
}

/** The realm roles that a key carries of its owner's: operators act in person. */
export function rolesOfKey(ownerRoles: readonly string[]): string[] {
  return ownerRoles.filter((role) => role !== 'system-admin');
}
