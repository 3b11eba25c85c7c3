import { type AppError, badInput, conflict, forbidden, requireVersion } from '../kit/errors';
import { emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import type { IdentityContext } from './identity.loaders';
import {
  checkAvatarUrl,
  checkLocale,
  checkTimeZone,
  faultOfStatus,
  type Checked,
  type Status,
} from './profile.policy';
import type { UserEntity } from './user.entity';
import { faultOfDisplayName, refuseChangingProfile } from './user.policy';
import { emitProfile, readProfile } from './user.service';

/** What to change: an absent field stays, null clears. */
interface ProfilePatch {
  displayName?: string | null;
  avatarUrl?: string | null;
  locale?: string | null;
  timeZone?: string | null;
  expectedVersion?: number | null;
}
type Fields = Partial<Pick<UserEntity, 'displayName' | 'avatarUrl' | 'locale' | 'timeZone'>>;

/** Changes the caller's own profile; what stays the same is no change. */
export async function updateProfile(
  ctx: IdentityContext,
  input: ProfilePatch,
): Promise<{ user: UserEntity }> {
  const userId = requireOwnProfile(ctx);
  const changes = checkPatch(input);
  await inTransaction(ctx, async (tx) => {
    const [profile] = await readProfile(tx, userId, 'FOR NO KEY UPDATE');
    if (!profile) throw notMadeYet();
    requireVersion(profile, input.expectedVersion, { what: 'The profile', payload: { user: profile } });
    const isSame = Object.entries(changes).every(([key, value]) => profile[key as keyof Fields] === value);
    if (!isSame) emitProfile(tx, profile, changes);
  });
  return reload(ctx, userId);
}

/** Sets the caller's status in place of the one before. */
export async function setStatus(
  ctx: IdentityContext,
  input: { emoji?: string | null; text?: string | null; expiresAt?: Date | null },
): Promise<{ user: UserEntity }> {
  const status = {
    emoji: input.emoji ?? null,
    text: input.text?.trim() ?? null,
    expiresAt: input.expiresAt ?? null,
  };
  const fault = faultOfStatus(status, ctx.now());
  if (fault) throw badInput(...fault);
  return changeStatus(ctx, status);
}

/** Clears the caller's status. */
export function clearStatus(ctx: IdentityContext): Promise<{ user: UserEntity }> {
  return changeStatus(ctx, { emoji: null, text: null, expiresAt: null });
}

async function changeStatus(ctx: IdentityContext, status: Status): Promise<{ user: UserEntity }> {
  const userId = requireOwnProfile(ctx);
  await inTransaction(ctx, async (tx) => {
    const [profile] = await readProfile(tx, userId, 'FOR NO KEY UPDATE');
    if (!profile) throw notMadeYet();
    if (isStatusOf(profile, status)) return;
    const payload = { ...status, expiresAt: status.expiresAt?.toISOString() ?? null };
    emit(tx, {
      type: 'user.status.changed',
      aggregateId: userId,
      workspaceId: null,
      scopeId: userId,
      payload,
    });
  });
  return reload(ctx, userId);
}

function isStatusOf({ statusEmoji, statusText, statusExpiresAt }: UserEntity, status: Status): boolean {
  const isSameEnd = statusExpiresAt?.getTime() === status.expiresAt?.getTime();
  return statusEmoji === status.emoji && statusText === status.text && isSameEnd;
}

function requireOwnProfile({ principal }: IdentityContext): string {
  const refusal = refuseChangingProfile(principal);
  if (refusal) throw forbidden(refusal);
  return principal.userId!;
}

function checkPatch({ displayName, avatarUrl, locale, timeZone }: ProfilePatch): Fields {
  if (displayName === null) throw badInput('displayName cannot be cleared', 'displayName');
  const fault = displayName === undefined ? null : faultOfDisplayName(displayName);
  if (fault) throw badInput(fault, 'displayName');
  return {
    ...(displayName !== undefined && { displayName: displayName.trim() }),
    ...(avatarUrl !== undefined && { avatarUrl: checked('avatarUrl', avatarUrl, checkAvatarUrl) }),
    ...(locale !== undefined && { locale: checked('locale', locale, checkLocale) }),
    ...(timeZone !== undefined && { timeZone: checked('timeZone', timeZone, checkTimeZone) }),
  };
}

function checked(
  field: string,
  text: string | null,
  check: (text: string) => Checked<string>,
): string | null {
  if (text === null) return null;
  const result = check(text);
  if ('fault' in result) throw badInput(result.fault, field);
  return result.value;
}

function notMadeYet(): AppError {
  return conflict('Your profile is being made; try again.');
}

async function reload(ctx: IdentityContext, userId: string): Promise<{ user: UserEntity }> {
  return { user: (await ctx.loaders.userById.load(userId))! };
}
