import type { WorkspaceRole } from './membership.entity';

/** A role, or none. */
export type Held = WorkspaceRole | null;

/** What a person is in a workspace: here, in the directory, and when both last agreed. */
export interface Sides {
  here: Held;
  there: Held;
  known: Held;
}

/**
 * What is to be done about a person: nothing; note that both agree; bring the directory to what is here; or bring
 * this side to what is there.
 */
export type Step = 'none' | 'note' | 'push' | 'apply';

/** The subgroups of a workspace's group, the mightiest first. */
export const GROUP_ROLES: readonly WorkspaceRole[] = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'];

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const GROUP_PATH = new RegExp(`^/(${UUID})/(${GROUP_ROLES.join('|')})$`);

/** Whether it is an id of ours, rather than one of another kind that the directory may hold. */
export function isUuid(id: string): boolean {
  return new RegExp(`^${UUID}$`).test(id);
}

/** Merges the two sides by what they last agreed on: who changed alone is followed; where both did, here wins. */
export function mergeSides({ here, there, known }: Sides): Step {
  if (here === there) return here === known ? 'none' : 'note';
  return here === known ? 'apply' : 'push';
}

/** What forbids that this side follows the directory: then the directory follows this side. */
export interface Bar {
  /** The workspace would be left without an owner. */
  isLastOwner: boolean;
  /** A suspended member comes back by being reinstated alone. */
  isSuspended: boolean;
  /** The directory has lost groups of the workspace, or has others by now: who is not in them was not removed. */
  isGroupBroken: boolean;
}

/** The step that is taken: a change in the directory that is barred here is taken back there. */
export function decideStep(sides: Sides, { isLastOwner, isSuspended, isGroupBroken }: Bar): Step {
  const step = mergeSides(sides);
  if (step !== 'apply') return step;
  const endsOwner = isLastOwner && sides.here === 'OWNER';
  return endsOwner || isSuspended || isGroupBroken ? 'push' : 'apply';
}

/**
 * The one role of somebody who may be in several subgroups: who was added to another one has that; of several others,
 * the mightiest counts.
 */
export function roleOfGroups(roles: readonly WorkspaceRole[], known: Held): Held {
  const ranked = GROUP_ROLES.filter((role) => roles.includes(role));
  return ranked.find((role) => role !== known) ?? ranked[0] ?? null;
}

/** The workspace and role that a group's full path names; null for any other group. */
export function readGroupPath(path: string): { workspaceId: string; role: WorkspaceRole } | null {
  const [, workspaceId, role] = GROUP_PATH.exec(path) ?? [];
  return workspaceId && role ? { workspaceId, role: role as WorkspaceRole } : null;
}

/** The workspaces that a token's groups name, each with the mightiest of its roles. */
export function readClaims(groups: readonly string[]): Map<string, WorkspaceRole> {
  const claims = new Map<string, WorkspaceRole>();
  const named = groups.map(readGroupPath).filter((group) => group !== null);
  for (const role of [...GROUP_ROLES].reverse()) {
    for (const group of named) if (group.role === role) claims.set(group.workspaceId, role);
  }
  return claims;
}

/** A membership as a claim meets it; null for whoever never was a member. */
export interface ClaimedMembership {
  isActive: boolean;
  isSuspended: boolean;
  changedAt: Date;
}

/**
 * Whether a claim makes somebody a member. Claims only add. Whoever was removed comes back by a token that was issued
 * later, once the directory has been told of the removal; whoever is suspended does not.
 */
export function isAddedByClaim(
  membership: ClaimedMembership | null,
  claim: { issuedAt: number; known: Held },
): boolean {
  if (!membership) return true;
  if (membership.isActive || membership.isSuspended || claim.known !== null) return false;
  return claim.issuedAt * 1000 > membership.changedAt.getTime();
}

/** How long a group may stand without its workspace: the workspace may be in the making. */
const GRACE_MS = 10 * 60 * 1000;

/** The attributes of a workspace's group; by these it is known again. */
export function groupAttributes(workspaceId: string, name: string, now: Date): Record<string, string[]> {
  return { workspace_id: [workspaceId], workspace_name: [name], founded_at: [now.toISOString()] };
}

/** Whether the platform made this group for a workspace, long enough ago for the workspace to be there. */
export function isOldGroup(
  { name, attributes }: { name: string; attributes: Readonly<Record<string, readonly string[]>> },
  now: Date,
): boolean {
  const foundedAt = Date.parse(attributes.founded_at?.[0] ?? '');
  if (!isUuid(name)) return false;
  return attributes.workspace_id?.[0] === name && now.getTime() - foundedAt > GRACE_MS;
}
