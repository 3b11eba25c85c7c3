import type { InTransaction } from '../kit/context';
import { conflict, forbidden, notFound } from '../kit/errors';
import { emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import { refuseSwitching } from './account.policy';
import { OPERATOR_ROLE } from './dead-letter.policy';
import type { IdentityContext } from './identity.loaders';
import type { UserEntity } from './user.entity';
import { revokeAllOf, tellAll } from './session.service';
import { readProfile } from './user.service';

/** Switches an account off: its sessions end, it changes nothing any more and leaves all lists, and what it wrote stays its own. */
export function deactivateUser(ctx: IdentityContext, userId: string): Promise<{ user: UserEntity }> {
  return switchUser(ctx, userId, false);
}

/** Switches an account on again. */
export function reactivateUser(ctx: IdentityContext, userId: string): Promise<{ user: UserEntity }> {
  return switchUser(ctx, userId, true);
}

async function switchUser(
  ctx: IdentityContext,
  userId: string,
  isActive: boolean,
): Promise<{ user: UserEntity }> {
  const refusal = refuseSwitching(ctx.principal, userId);
  if (refusal) throw forbidden(refusal, OPERATOR_ROLE);
  const user = await inTransaction(
    ctx,
    async (tx) => {
      const [profile] = await readProfile(tx, userId, 'FOR NO KEY UPDATE');
      if (!profile || profile.isBot) throw notFound('User', 'userId');
      if (profile.isActive === isActive) return profile;
      if (!isActive) await requireOtherOwners(tx, userId);
      const type = isActive ? 'user.reactivated' : 'user.deactivated';
      emit(tx, { type, aggregateId: userId, workspaceId: null, scopeId: userId, payload: {} });
      if (!isActive) await revokeAllOf(tx, userId);
      return Object.assign(profile, { isActive });
    },
    { as: 'system', reason: isActive ? 'reactivate a user' : 'deactivate a user' },
  );
  tellAll(ctx);
  return { user };
}

/**
 * A workspace keeps an owner who can act, also when two are switched off, or one leaves or hands it over, at the same
 * time: all are locked to which the user belongs, since any of them may just be about to become the user's.
 */
async function requireOtherOwners(ctx: InTransaction<IdentityContext>, userId: string): Promise<void> {
  await ctx.tx.query(
    `/* identity.lockJoined */ SELECT access.lock_workspaces(ARRAY(SELECT m.scope_id FROM access.membership m
     WHERE m.user_id = $1 AND m.active AND m.scope_id = m.workspace_id))`,
    [userId],
  );
  const [alone] = await ctx.tx.query<{ count: number }>(
    `/* identity.countOwnedAlone */ SELECT count(*)::int AS count FROM access.membership m
     WHERE m.user_id = $1 AND m.role = 'OWNER' AND m.active AND m.scope_id = m.workspace_id AND NOT EXISTS (
       SELECT 1 FROM access.membership o JOIN access.person p ON p.user_id = o.user_id AND p.is_active
       WHERE o.scope_id = m.scope_id AND o.user_id <> m.user_id AND o.role = 'OWNER' AND o.active)`,
    [userId],
  );
  if (!alone || alone.count === 0) return;
  const places = alone.count === 1 ? 'a workspace' : `${alone.count} workspaces`;
  throw conflict(`The user is the last owner of ${places}: another owner is needed first.`, {
    path: ['userId'],
  });
}
