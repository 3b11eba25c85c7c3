import type { DirectoryClient, DirectoryGroup } from '../kit/directory-client';
import { GROUP_ROLES, groupAttributes, readGroupPath, type Held } from './directory.logic';
import type { WorkspaceRole } from './membership.entity';

/** A person in a workspace. */
export interface Place {
  workspaceId: string;
  userId: string;
}

/** A subgroup of a workspace's group that somebody is in. */
export interface HeldGroup {
  id: string;
  role: WorkspaceRole;
}

/** A workspace's group with the ids of its subgroups, by role. */
export interface WorkspaceGroup {
  id: string;
  children: Record<string, string>;
}

/** The group of a workspace, made or completed where it is not whole. */
export async function openGroup(
  directory: DirectoryClient,
  workspace: { id: string; name: string },
  now: Date,
): Promise<WorkspaceGroup> {
  const found = await directory.findGroup(workspace.id);
  if (found) await describe(directory, found, workspace.name);
  const id = found?.id ?? (await makeTopGroup(directory, workspace, now));
  const children = found ? await directory.listChildren(id) : {};
  const missing = GROUP_ROLES.filter((role) => !(role in children));
  const made = await makeChildren(directory, id, missing);
  return { id, children: { ...children, ...made } };
}

/** Whether a workspace's group has these subgroups, in the order of `GROUP_ROLES`; one that was made anew has others. */
export async function hasSubgroups(
  directory: DirectoryClient,
  workspaceId: string,
  subgroupIds: readonly string[] | null,
): Promise<boolean> {
  if (!subgroupIds) return false;
  const group = await directory.findGroup(workspaceId);
  const children = group ? await directory.listChildren(group.id) : {};
  return GROUP_ROLES.every((role, i) => children[role] === subgroupIds[i]);
}

/** Makes a new workspace's group and puts its founder among the owners. */
export async function foundGroup(
  directory: DirectoryClient,
  workspace: { id: string; name: string },
  founder: { userId: string; now: Date },
): Promise<void> {
  const id = await makeTopGroup(directory, workspace, founder.now);
  const children = await makeChildren(directory, id, GROUP_ROLES);
  await directory.join(founder.userId, children.OWNER!);
}

/** Sees to it that a workspace's group says what it is called; a group that is not there is made by the sync. */
export async function nameGroup(
  directory: DirectoryClient,
  workspace: { id: string; name: string },
): Promise<void> {
  const group = await directory.findGroup(workspace.id);
  if (group) await describe(directory, group, workspace.name);
}

async function describe(directory: DirectoryClient, group: DirectoryGroup, name: string): Promise<void> {
  const attributes = { ...group.attributes, workspace_name: [name] };
  if (group.attributes.workspace_name?.join() !== name)
    await directory.setAttributes({ ...group, attributes });
}

/** Removes a workspace's group; one that is gone is fine. */
export async function removeGroup(directory: DirectoryClient, workspaceId: string): Promise<void> {
  const group = await directory.findGroup(workspaceId);
  if (group) await directory.deleteGroup(group.id);
}

/** The subgroups of a workspace that somebody is in; none for whomever the directory does not know. */
export async function readHeldGroups(directory: DirectoryClient, place: Place): Promise<HeldGroup[]> {
  const groups = (await directory.listGroupsOf(place.userId)) ?? [];
  return groups.flatMap(({ id, path }) => {
    const named = readGroupPath(path);
    return named?.workspaceId === place.workspaceId ? [{ id, role: named.role }] : [];
  });
}

/**
 * Sees to it that somebody who is in these subgroups is in the role's one alone, and reads it back. Joins before it
 * leaves, so that nobody is without a role meanwhile.
 */
export async function holdRole(
  directory: DirectoryClient,
  place: Place & { name: string; now: Date },
  held: readonly HeldGroup[],
  role: Held,
): Promise<void> {
  const isHeld = held.some((group) => group.role === role);
  const surplus = held.filter((group) => group.role !== role);
  if (role !== null && !isHeld) {
    const group = await openGroup(directory, { id: place.workspaceId, name: place.name }, place.now);
    await directory.join(place.userId, group.children[role]!);
  }
  for (const { id } of surplus) await directory.leave(place.userId, id);
  const isUnchanged = surplus.length === 0 && (isHeld || role === null);
  if (isUnchanged) return;
  const now = (await readHeldGroups(directory, place)).map((group) => group.role);
  if (now.length === (role === null ? 0 : 1) && (role === null || now[0] === role)) return;
  const seen = now.join(', ') || 'none';
  throw new Error(`the directory was told ${role ?? 'none'} and says ${seen}`);
}

function makeTopGroup(
  directory: DirectoryClient,
  { id, name }: { id: string; name: string },
  now: Date,
): Promise<string> {
  return directory.ensureGroup({ name: id, attributes: groupAttributes(id, name, now) });
}

async function makeChildren(
  directory: DirectoryClient,
  parentId: string,
  roles: readonly WorkspaceRole[],
): Promise<Record<string, string>> {
  const made = await Promise.all(
    roles.map(async (role) => [role, await directory.ensureGroup({ name: role, parentId })] as const),
  );
  return Object.fromEntries(made);
}
