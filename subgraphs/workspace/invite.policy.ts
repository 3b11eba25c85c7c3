import type { Refusal } from '../kit/permission';
import type { InviteEntity } from './invite.entity';
import type { WorkspaceRole } from './membership.entity';
import { refuse, refuseManaging, type Caller } from './workspace.policy';

export type InviteState = 'ACTIVE' | 'EXPIRED' | 'EXHAUSTED' | 'REVOKED';

const MAX_USES = 100_000;

/** Inviting is for admins and owners; into the role of an owner, for owners alone. */
export function refuseInviting(caller: Caller, role: WorkspaceRole): Refusal | null {
  return refuse(caller, 'invite') ?? refuseManaging(caller, role);
}

const ALL_ROLES: readonly WorkspaceRole[] = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'];

/** Into which roles nobody invites who has this one; null is no role. What they made before ends with the right to it. */
export function rolesBeyond(role: WorkspaceRole | null): WorkspaceRole[] {
  const caller = { userId: null, role, isPerson: true, isReadOnly: false, isArchived: false };
  return ALL_ROLES.filter((into) => refuseInviting(caller, into) !== null);
}

/** Ending an invite is for whoever may make one. */
export function refuseRevoking(caller: Caller): Refusal | null {
  return refuse(caller, 'invite');
}

/** What an invite's bounds are to be. */
export interface InviteBounds {
  expiresAt?: Date | null;
  maxUses?: number | null;
  username?: string | null;
}

/** What is wrong with an invite's bounds and which field is at fault; null when nothing is. */
export function faultOfBounds(
  { expiresAt, maxUses, username }: InviteBounds,
  now: Date,
): [string, string] | null {
  if (expiresAt && expiresAt <= now) return ['expiresAt must be in the future', 'expiresAt'];
  if (maxUses == null) return null;
  if (maxUses < 1 || maxUses > MAX_USES) return [`maxUses must be between 1 and ${MAX_USES}`, 'maxUses'];
  return username != null && maxUses !== 1 ? ['an invite for one person is used once', 'maxUses'] : null;
}

type Bounded = Pick<InviteEntity, 'expiresAt' | 'maxUses' | 'usedCount' | 'revokedAt'>;

/** Whether an invite can be used now. */
export function stateOf({ expiresAt, maxUses, usedCount, revokedAt }: Bounded, now: Date): InviteState {
  if (revokedAt) return 'REVOKED';
  if (expiresAt && expiresAt <= now) return 'EXPIRED';
  return maxUses !== null && usedCount >= maxUses ? 'EXHAUSTED' : 'ACTIVE';
}

/** Whether an invite is there for this person: revoked ones, and those for somebody else, are as if they were not. */
export function isThereFor(
  invite: Pick<InviteEntity, 'inviteeId' | 'revokedAt'>,
  userId: string | null,
): boolean {
  return invite.revokedAt === null && (invite.inviteeId === null || invite.inviteeId === userId);
}

/** How whoever wants to join stands to the workspace. */
export interface Joiner {
  isActive: boolean;
  isSuspended: boolean;
  isArchived: boolean;
}

/** Why somebody with an invite that is there for them may not join all the same; null when they may. */
export function refuseJoining({ isActive, isSuspended, isArchived }: Joiner): Refusal | null {
  if (!isActive) return { message: 'Your account is deactivated.' };
  if (isSuspended) return { message: 'You are suspended in this workspace: an admin can reinstate you.' };
  return isArchived ? { message: 'The workspace is archived: nobody joins it.' } : null;
}
