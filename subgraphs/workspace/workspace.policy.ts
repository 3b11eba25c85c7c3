import { ARCHIVED, READ_ONLY, type Refusal } from '../kit/permission';
import type { WorkspaceRole } from './membership.entity';

/** Who is asking, as far as a workspace's rules care. */
export interface Caller {
  userId: string | null;
  /** Null for whoever is no member. */
  role: WorkspaceRole | null;
  /** Whether a person asks, rather than a part of the platform. */
  isPerson: boolean;
  /** Whether the identity provider lets the caller read and no more. */
  isReadOnly: boolean;
  /** Whether the workspace is archived. */
  isArchived: boolean;
}

const NAME_LENGTH = 100;

/** The lowest role that may do each thing in a workspace (B3). The role GUEST may look at what it is shown. */
export const LOWEST_ROLE = {
  viewPublicChats: 'MEMBER',
  createChat: 'MEMBER',
  invite: 'ADMIN',
  manageSettings: 'ADMIN',
  manageMembers: 'ADMIN',
  transferOwnership: 'OWNER',
  archive: 'OWNER',
  delete: 'OWNER',
} as const satisfies Readonly<Record<string, WorkspaceRole>>;

/** What may be done in a workspace by those who have the role. */
export type WorkspaceAction = keyof typeof LOWEST_ROLE;

/** What is done in an archived workspace too: it ends that state. */
const UNBOUND: readonly WorkspaceAction[] = ['archive', 'delete'];
const RANKS: readonly WorkspaceRole[] = ['GUEST', 'MEMBER', 'ADMIN', 'OWNER'];
const WHO: Readonly<Record<WorkspaceRole, string>> = {
  OWNER: 'an owner',
  ADMIN: 'an admin',
  MEMBER: 'a member',
  GUEST: 'a guest',
};

/** Any person may found a workspace. */
export function refuseCreating(caller: Pick<Caller, 'isPerson' | 'isReadOnly'>): Refusal | null {
  if (!caller.isPerson) return { message: 'Only people create workspaces.' };
  return caller.isReadOnly ? READ_ONLY : null;
}

/** Why the caller may not do this in the workspace as it is; null when the caller may. */
export function refuse(caller: Caller, action: WorkspaceAction): Refusal | null {
  const refusal = refuseCreating(caller);
  if (refusal) return refusal;
  const requiredRole = LOWEST_ROLE[action];
  if (!hasRole(caller, requiredRole)) {
    return { message: `Only ${WHO[requiredRole]} of the workspace may do that.`, requiredRole };
  }
  return caller.isArchived && !UNBOUND.includes(action) ? ARCHIVED : null;
}

/** Managing members is for admins and owners; whoever is or becomes an owner is touched by owners alone. */
export function refuseManaging(caller: Caller, affected: WorkspaceRole): Refusal | null {
  const refusal = refuse(caller, 'manageMembers');
  if (refusal || affected !== 'OWNER' || caller.role === 'OWNER') return refusal;
  return { message: 'Only an owner of the workspace may do that to an owner.', requiredRole: 'OWNER' };
}

/** Everybody may leave, whatever the role. */
export function refuseLeaving(caller: Caller): Refusal | null {
  return refuseCreating(caller) ?? (caller.isArchived ? ARCHIVED : null);
}

/** Whether the caller may add and remove members at all. */
export function canManageMembers(caller: Caller): boolean {
  return refuse(caller, 'manageMembers') === null;
}

function hasRole(caller: Caller, lowest: WorkspaceRole): boolean {
  return caller.role !== null && RANKS.indexOf(caller.role) >= RANKS.indexOf(lowest);
}

/** A workspace keeps an owner. */
export function isLastOwner(role: WorkspaceRole, ownerCount: number): boolean {
  return role === 'OWNER' && ownerCount <= 1;
}

/** What is wrong with a name; null when nothing is. */
export function faultOfName(name: string): string | null {
  const { length } = [...name.trim()];
  if (length < 1 || length > NAME_LENGTH) return `name must have 1 to ${NAME_LENGTH} characters`;
  return /\p{Surrogate}|\p{Cc}/u.test(name) ? 'name must not hold control characters' : null;
}

/** What is wrong with a slug; null when nothing is. */
export function faultOfSlug(slug: string): string | null {
  if (/^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/.test(slug)) return null;
  return 'slug must have 2 to 40 of a-z, 0-9 and hyphen, and begin and end with a letter or digit';
}
