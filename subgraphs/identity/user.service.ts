import type { EventPayload } from '../../schema/events';
import type { InTransaction, UserPrincipal } from '../kit/context';
import { badInput, conflict, forbidden } from '../kit/errors';
import { emit } from '../kit/events';
import { botIdOf, tryFromGlobalId } from '../kit/ids';
import { inTransaction, queryRows } from '../kit/transaction';
import type { IdentityContext } from './identity.loaders';
import { USER_COLUMNS, type UserEntity } from './user.entity';
import {
  BOT_USERNAME,
  applyClaims,
  distinctUsername,
  faultOfDisplayName,
  profileOfClaims,
  refuseChangingProfile,
} from './user.policy';

const USERNAME_KEYS = ['user_profile_username_key', 'person_username_key'];
const REGISTERED_KEYS = ['user_profile_pkey'];

/**
 * Sees to it that the caller has a profile which agrees with the token's claims: registers at first sight, takes over
 * changed claims, and otherwise costs one read. Safe to call at any time and in parallel.
 */
export async function touchUser(ctx: IdentityContext): Promise<{ isNew: boolean }> {
  const { principal } = ctx;
  if (principal.kind !== 'user') throw forbidden('Only people are registered.');
  const [profile] = await readProfile(ctx, principal.userId);
  if (profile && applyClaims(profile, profileOfClaims(principal)) === null) return { isNew: false };
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
    const claimed = profileOfClaims(principal);
    if (!profile) {
      emitUser(tx, 'user.registered', principal.userId, { ...claimed, isBot: false });
      return { isNew: true };
    }
    const next = applyClaims(profile, claimed);
    if (next) emitUser(tx, 'user.profile.changed', principal.userId, { ...next, isBot: false });
    return { isNew: false };
  });
}

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
      const { displayName, claimedName, email } = holder;
      const renamed = distinctUsername(holder.username, holder.id);
      const payload = { username: renamed, displayName, claimedName, email, isBot: false };
      emitUser(tx, 'user.profile.changed', holder.id, payload);
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
  const payload = { username, displayName: name, claimedName: name, email: null, isBot: true };
  return inTransaction(
    ctx,
    async (tx) => {
      const [bot] = await readProfile(tx, botId);
      if (!bot) emitUser(tx, 'user.registered', botId, payload);
    },
    { as: 'system', reason: 'register the bot' },
  );
}

/** Changes the caller's own profile. */
export async function updateProfile(
  ctx: IdentityContext,
  input: { displayName?: string | null; expectedVersion?: number | null },
): Promise<{ user: UserEntity }> {
  const refusal = refuseChangingProfile(ctx.principal);
  if (refusal) throw forbidden(refusal);
  const userId = ctx.principal.userId!;
  if (input.displayName === null) throw badInput('displayName cannot be cleared', 'displayName');
  const fault = input.displayName === undefined ? null : faultOfDisplayName(input.displayName);
  if (fault) throw badInput(fault, 'displayName');
  await inTransaction(ctx, async (tx) => {
    const [profile] = await readProfile(tx, userId, 'FOR NO KEY UPDATE');
    if (!profile) throw conflict('Your profile is being made; try again.');
    if (input.expectedVersion != null && input.expectedVersion !== profile.version) {
      throw conflict(`The profile has changed since version ${input.expectedVersion}.`, {
        path: ['expectedVersion'],
        currentVersion: profile.version,
        payload: { user: profile },
      });
    }
    const { username, claimedName, email } = profile;
    const displayName = input.displayName?.trim() ?? profile.displayName;
    if (displayName === profile.displayName) return;
    emitUser(tx, 'user.profile.changed', userId, { username, displayName, claimedName, email, isBot: false });
  });
  ctx.loaders.userById.clear(userId);
  return { user: (await ctx.loaders.userById.load(userId))! };
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

function readProfile(ctx: IdentityContext, userId: string, lock = ''): Promise<UserEntity[]> {
  return queryRows<UserEntity>(
    ctx,
    `/* identity.readProfile${lock && 'Locked'} */ SELECT ${USER_COLUMNS} FROM identity.user_profile u WHERE u.id = $1 ${lock}`,
    [userId],
  );
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
