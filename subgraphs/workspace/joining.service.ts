import type { InTransaction } from '../kit/context';
import { AppError, badInput, conflict, enforce, forbidden, notFound } from '../kit/errors';
import { emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import { INVITE_COLUMNS, VALID_INVITES, type InviteEntity } from './invite.entity';
import { isThereFor, refuseJoining, stateOf } from './invite.policy';
import { hashOf } from './invite.service';
import { MEMBERSHIP_COLUMNS, type WorkspaceMembershipRow } from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { refuseCreating } from './workspace.policy';
import { placeOf, toCaller } from './workspace.service';

/** By which invite: its token, or its id for the person whom it is for. */
export type JoiningKey = { token: string } | { inviteId: string };

/**
 * Makes the caller a member by an invite. A member stays what they are, and uses nothing up. Acts as the system, since
 * the caller is no member yet; whoever may join is decided under the lock of the workspace's members, so that an invite
 * is never used more often than it may be.
 */
export async function joinWorkspace(
  ctx: WorkspaceContext,
  key: JoiningKey,
): Promise<{ membership: WorkspaceMembershipRow }> {
  enforce(refuseCreating(toCaller(ctx, null)));
  const { userId } = ctx.principal;
  if (userId === null) throw forbidden('Only people join workspaces.');
  const membership = await inTransaction(ctx, (tx) => join(tx, key, userId), {
    as: 'system',
    reason: 'join a workspace by an invite',
  });
  return { membership };
}

async function join(
  tx: InTransaction<WorkspaceContext>,
  key: JoiningKey,
  userId: string,
): Promise<WorkspaceMembershipRow> {
  const found = await findInvite(tx, key);
  const path = 'token' in key ? 'token' : 'inviteId';
  if (!found || !isThereFor(found, userId)) throw notFound('Invite', path);
  const { invite, joiner } = await lockForJoining(tx, found, userId);
  if (!invite || !isThereFor(invite, userId)) throw notFound('Invite', path);
  if (!joiner) throw conflict('Your profile is being made; try again.');
  if (joiner.isActive && joiner.membership?.active) return joiner.membership;
  enforce(refuseJoining({ ...joiner, isSuspended: joiner.membership?.isSuspended ?? false }));
  requireUsable(tx, invite, path);
  const { workspaceId, role } = invite;
  const place = placeOf(workspaceId);
  const added = emit(tx, { ...place, type: 'workspace.member.added', payload: { userId, role } });
  emit(tx, { ...place, type: 'workspace.invite.used', payload: { inviteId: invite.id, userId } });
  return {
    workspaceId,
    userId,
    role,
    state: 'ACTIVE',
    joinedAt: added.occurredAt,
    changedAt: added.occurredAt,
  };
}

function requireUsable(ctx: WorkspaceContext, invite: InviteEntity, path: string): void {
  const state = stateOf(invite, ctx.now());
  if (state === 'EXPIRED') throw new AppError('INVITE_EXPIRED', 'The invite has expired.', { path: [path] });
  if (state !== 'ACTIVE') {
    const times = invite.maxUses === 1 ? 'once' : `${invite.maxUses} times`;
    throw new AppError('INVITE_EXHAUSTED', `The invite was used ${times}, as often as it may be.`, {
      path: [path],
    });
  }
}

/** By its id an invite is there for the person whom it names, and for nobody else. */
async function findInvite({ tx, principal }: InTransaction<WorkspaceContext>, key: JoiningKey) {
  const [condition, values] =
    'token' in key
      ? ['i.token_hash = $1', [hashOf(key.token)]]
      : ['i.id = $1 AND i.invitee_id = $2', [key.inviteId, principal.userId]];
  const [invite] = await tx.query<InviteEntity>(
    `/* workspace.findInviteToJoin */ SELECT ${INVITE_COLUMNS} FROM ${VALID_INVITES} WHERE ${condition}`,
    values,
  );
  return invite ?? null;
}

interface Found {
  isActive: boolean;
  isArchived: boolean;
  membership: (WorkspaceMembershipRow & { active: boolean; isSuspended: boolean }) | null;
}

/** Locks the workspace's members, then reads what decides; all in one round trip, answered in order. */
async function lockForJoining(
  { tx }: InTransaction<WorkspaceContext>,
  { id, workspaceId }: InviteEntity,
  userId: string,
): Promise<{ invite: InviteEntity | undefined; joiner: Found | null }> {
  const [, invites, people, memberships] = await Promise.all([
    tx.query(
      '/* workspace.lock */ SELECT w.id FROM workspace.workspace w WHERE w.id = $1 FOR NO KEY UPDATE',
      [workspaceId],
    ),
    tx.query<InviteEntity>(
      `/* workspace.readInviteToJoin */ SELECT ${INVITE_COLUMNS} FROM ${VALID_INVITES} WHERE i.id = $1`,
      [id],
    ),
    tx.query<{ isActive: boolean; isArchived: boolean }>(
      `/* workspace.readJoiner */ SELECT p.is_active, s.archived AS is_archived FROM access.person p
       JOIN access.scope s ON s.scope_id = $1 WHERE p.user_id = $2`,
      [workspaceId, userId],
    ),
    tx.query<NonNullable<Found['membership']>>(
      `/* workspace.readMembershipOfJoiner */ SELECT ${MEMBERSHIP_COLUMNS}, m.active, m.state = 'SUSPENDED' AS is_suspended
       FROM access.membership m WHERE m.scope_id = $1 AND m.user_id = $2`,
      [workspaceId, userId],
    ),
  ]);
  const person = people[0];
  return { invite: invites[0], joiner: person ? { ...person, membership: memberships[0] ?? null } : null };
}

/** Exactly one of the two by which a joiner can name an invite. */
export function toJoiningKey(token: string | null | undefined, inviteId: string | null): JoiningKey {
  if (token != null && inviteId === null) return { token };
  if (token == null && inviteId !== null) return { inviteId };
  throw badInput('give exactly one of token and inviteId');
}
