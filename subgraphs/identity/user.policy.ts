import type { Principal, UserPrincipal } from '../kit/context';
import { isReadOnly, READ_ONLY } from '../kit/permission';
import type { UserEntity } from './user.entity';

/** What belongs to the account is shown to oneself alone. */
export function maySeeAccount(principal: Principal, userId: string): boolean {
  return principal.userId === userId && principal.kind === 'user';
}

/** Why the caller may not change a profile of their own; null when they may. */
export function refuseChangingProfile(principal: Principal): string | null {
  if (principal.kind !== 'user') return 'Only people have a profile to change.';
  return isReadOnly(principal) ? READ_ONLY.message : null;
}

/** What is wrong with a display name; null when nothing is. */
export function faultOfDisplayName(name: string): string | null {
  const { length } = [...name.trim()];
  if (length < 1 || length > 100) return 'displayName must have 1 to 100 characters';
  return /\p{Surrogate}|\p{Cc}/u.test(name) ? 'displayName must not hold control characters' : null;
}

type Profile = Pick<UserEntity, 'username' | 'displayName' | 'claimedName' | 'email'>;

/** The login name of the platform's bot; nobody else can have it. */
export const BOT_USERNAME = 'tributary-bot';

/** The profile that a token's claims make at first sight. */
export function profileOfClaims(
  claims: Pick<UserPrincipal, 'userId' | 'username' | 'displayName' | 'email'>,
): Profile {
  const { userId, displayName, email } = claims;
  const isReserved = claims.username.toLowerCase() === BOT_USERNAME;
  const username = isReserved ? distinctUsername(claims.username, userId) : claims.username;
  return { username, displayName, claimedName: displayName, email };
}

/**
 * What a profile becomes by newer claims; null when it stays. The display name follows the claimed name when that
 * changes: of the name that the account got and the one that the user chose, the later counts.
 */
export function applyClaims(profile: Profile, claimed: Profile): Profile | null {
  const isRenamed = claimed.claimedName !== profile.claimedName;
  const isSame = claimed.username === profile.username && claimed.email === profile.email && !isRenamed;
  return isSame ? null : { ...claimed, displayName: isRenamed ? claimed.displayName : profile.displayName };
}

/** A username that somebody else holds now, made unique by its former holder's id. */
export function distinctUsername(username: string, userId: string): string {
  return `${username}~${userId.slice(-8)}`;
}
