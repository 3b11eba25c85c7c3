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
}

/** Why something is not allowed, and which role would be. */
export interface Refusal {
  message: string;
  requiredRole?: WorkspaceRole;
}

const NAME_LENGTH = 100;

/** Any person may found a workspace. */
export function refuseCreating(caller: Pick<Caller, 'isPerson' | 'isReadOnly'>): Refusal | null {
  if (!caller.isPerson) return { message: 'Only people create workspaces.' };
  return caller.isReadOnly ? { message: 'Your account may read and not write.' } : null;
}

/** Managing members is for admins and owners; whoever is or becomes an owner is touched by owners alone. */
export function refuseManaging(caller: Caller, affected: WorkspaceRole): Refusal | null {
  const refusal = refuseCreating(caller);
  if (refusal) return refusal;
  if (!canManageMembers(caller)) {
    return { message: 'Only an admin of the workspace may do that.', requiredRole: 'ADMIN' };
  }
  if (affected !== 'OWNER' || caller.role === 'OWNER') return null;
  return { message: 'Only an owner of the workspace may do that to an owner.', requiredRole: 'OWNER' };
}

/** Whether the caller may add and remove members at all. */
export function canManageMembers(caller: Caller): boolean {
  return caller.isPerson && !caller.isReadOnly && (caller.role === 'OWNER' || caller.role === 'ADMIN');
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
