import type { EventPayload } from '../../schema/events';
import type { InTransaction, UserPrincipal } from '../kit/context';
import { badInput, forbidden } from '../kit/errors';
import { emit } from '../kit/events';
import { botIdOf, tryFromGlobalId } from '../kit/ids';
import { inTransaction, queryRows } from '../kit/transaction';
import type { IdentityContext } from './identity.loaders';
import { USER_COLUMNS, type UserEntity } from './user.entity';
import { BOT_USERNAME, applyClaims, distinctUsername, profileOfClaims } from './user.policy';

const USERNAME_KEYS = ['user_profile_username_key', 'person_username_key'];
const NO_DETAILS = { avatarUrl: null, locale: null, timeZone: null };
const REGISTERED_KEYS = ['user_profile_pkey'];

/**
 * Sees to it that the caller has a profile which agrees with the token's claims: registers at first sight, takes over
 * changed claims, and otherwise costs one read. Safe to call at any time and in parallel.
 */
export async function touchUser(ctx: IdentityContext): Promise<{ isNew: boolean }> {
  const { principal } = ctx;
  if (principal.kind !== 'user') throw forbidden('Only people are registered.');
  const [profile] = await readProfile(ctx, principal.userId);
  if (profile && changesBy(profile, principal) === null) return { isNew: false };
  try {
    return await recordClaims(ctx, principal);
  } catch (error) {
    if (isViolationOf(error, REGISTERED_KEYS)) return { isNew: false };
    if (!isViolationOf(error, USERNAME_KEYS)) throw error;
    await freeUsername(ctx, principal);
    return recordClaims(ctx, principal);
  }
}

function recordClaims(ctx: IdentityContext, principal: UserPrincipal): Promise<{ isNew: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const [profile] = await readProfile(tx, principal.userId, 'FOR NO KEY UPDATE');
    const claimedAt = issuedAt(principal).toISOString();
    if (!profile) {
      const payload = { ...profileOfClaims(principal), ...NO_DETAILS, claimedAt, isBot: false };
      emitUser(tx, 'user.registered', principal.userId, payload);
      return { isNew: true };
    }
    const next = changesBy(profile, principal);
    if (next) emitProfile(tx, profile, { ...next, claimedAt });
    return { isNew: false };
  });
}

/** What a token changes of a profile: one that is older than the claims that the profile has changes nothing. */
function changesBy(profile: UserEntity, principal: UserPrincipal) {
  if (profile.claimedAt !== null && issuedAt(principal) < profile.claimedAt) return null;
  return applyClaims(profile, profileOfClaims(principal));
}

const issuedAt = (principal: UserPrincipal) => new Date(principal.issuedAt * 1000);

/**
 * Takes the caller's username from the profile that still has it. The identity provider keeps usernames unique, so
 * that profile's account has lost it, and gets its new one when it is seen again.
 */
function freeUsername(ctx: IdentityContext, { userId, username }: UserPrincipal): Promise<void> {
  const reason = 'free a username that another account has now';
  return inTransaction(
    ctx,
    async (tx) => {
      const [holder] = await tx.tx.query<UserEntity>(
        `/* identity.findUsernameHolder */ SELECT ${USER_COLUMNS} FROM identity.user_profile u
         WHERE lower(u.username) = lower($1) AND u.id <> $2 AND NOT u.is_bot FOR NO KEY UPDATE`,
        [username, userId],
      );
      if (!holder) return;
      emitProfile(tx, holder, { username: distinctUsername(holder.username, holder.id) });
    },
    { as: 'system', reason },
  );
}

/**
 * Registers the platform's bot unless it is. The bot's id follows from the issuer: where that has changed, the former
 * bot keeps its name and what it said, and the new one gets a name beside it.
 */
export async function ensureBot(ctx: IdentityContext): Promise<void> {
  const botId = botIdOf(ctx.db.settings.issuer);
  try {
    await registerBot(ctx, botId, BOT_USERNAME);
  } catch (error) {
    if (isViolationOf(error, REGISTERED_KEYS)) return; // Another instance was first.
    if (!isViolationOf(error, USERNAME_KEYS)) throw error;
    await registerBot(ctx, botId, distinctUsername(BOT_USERNAME, botId));
  }
}

function registerBot(ctx: IdentityContext, botId: string, username: string): Promise<void> {
  const name = 'Tributary';
  const payload = {
    username,
    displayName: name,
    claimedName: name,
    claimedAt: null,
    email: null,
    isBot: true,
    ...NO_DETAILS,
  };
  return inTransaction(
    ctx,
    async (tx) => {
      const [bot] = await readProfile(tx, botId);
      if (!bot) emitUser(tx, 'user.registered', botId, payload);
    },
    { as: 'system', reason: 'register the bot' },
  );
}

/** The one user with this id, username or e-mail address whom the caller may see. */
export async function findUser(
  ctx: IdentityContext,
  by: { id?: string | null; username?: string | null; email?: string | null },
): Promise<UserEntity | null> {
  const given = Object.entries(by).filter(([, value]) => value != null) as [string, string][];
  if (given.length !== 1) throw badInput('give exactly one of id, username and email');
  const [key, value] = given[0]!;
  if (key === 'id') {
    const id = tryFromGlobalId('User', value);
    return id === null ? null : ctx.loaders.userById.load(id);
  }
  // No text that a database cannot keep is anybody's name.
  if (/[\0\p{Surrogate}]/u.test(value)) return null;
  const loader = key === 'username' ? ctx.loaders.userByUsername : ctx.loaders.userByEmail;
  return loader.load(value.toLowerCase());
}

/** The profile, if there is one that the caller may see; `lock` keeps it for the transaction. */
export function readProfile(
  ctx: IdentityContext,
  userId: string,
  lock: '' | 'FOR NO KEY UPDATE' = '',
): Promise<UserEntity[]> {
  return queryRows<UserEntity>(
    ctx,
    `/* identity.readProfile${lock && 'Locked'} */ SELECT ${USER_COLUMNS} FROM identity.user_profile u WHERE u.id = $1 ${lock}`,
    [userId],
  );
}

/** Records what changes of a profile. */
export function emitProfile(
  ctx: InTransaction<IdentityContext>,
  profile: UserEntity,
  changes: Partial<EventPayload<'user.profile.changed'>>,
): void {
  const { username, displayName, claimedName, email, isBot, avatarUrl, locale, timeZone } = profile;
  const claimedAt = profile.claimedAt?.toISOString() ?? null;
  const before = { username, displayName, claimedName, claimedAt, email, isBot, avatarUrl, locale, timeZone };
  emitUser(ctx, 'user.profile.changed', profile.id, { ...before, ...changes });
}

/** A user's events are the user's own: no workspace, and the user as scope. */
function emitUser(
  ctx: InTransaction<IdentityContext>,
  type: 'user.registered' | 'user.profile.changed',
  userId: string,
  payload: EventPayload<'user.registered'>,
): void {
  emit(ctx, { type, aggregateId: userId, workspaceId: null, scopeId: userId, payload });
}

function isViolationOf(error: unknown, constraints: readonly string[]): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraints.includes(constraint ?? '');
}
