import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { userSchema, type Realm, type RealmGroup } from './issuer-realm';

const attributes = z.record(z.string(), z.array(z.string()));
const group = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  attributes,
});
const person = userSchema.omit({ groups: true }).extend({ groupIds: z.array(z.string()) });
const role = z.object({ id: z.string(), name: z.string(), description: z.string() });
const stored = z.object({ people: z.array(person), groups: z.array(group), roles: z.array(role) });

export type Group = z.infer<typeof group>;
/** A user of the realm: a person, or the account of a service. */
export type Person = z.infer<typeof person>;
export type Role = z.infer<typeof role>;

/** Who is in the realm as it is now: it begins as the realm file says and changes through the admin API. */
export interface Directory {
  people: Map<string, Person>;
  groups: Map<string, Group>;
  roles: readonly Role[];
  /** To be called after a change, which it keeps. */
  changed(): void;
}

/** Built into every Keycloak realm. */
const BUILT_IN_ROLES = ['offline_access', 'uma_authorization'];

/** Opens the directory as the file keeps it, or begins with the realm; without a file it lives as long as the process. */
export function openDirectory(realm: Realm, file: string | undefined): Directory {
  const initial = fromRealm(realm);
  const kept = file ? readState(file) : null;
  // People and roles that the realm file has gained since stand beside those that were kept.
  const directory: Directory = {
    people: new Map([...initial.people, ...(kept?.people ?? [])].map((entry) => [entry.id, entry])),
    groups: new Map((kept ?? initial).groups.map((entry) => [entry.id, entry])),
    roles: mergeRoles(kept?.roles ?? [], initial.roles),
    changed: () => file && writeState(file, directory),
  };
  return directory;
}

/** The user with this login name or e-mail address, compared without regard to case. */
export function findPerson({ people }: Directory, login: string): Person | undefined {
  const wanted = login.toLowerCase();
  return [...people.values()].find(
    (entry) => entry.username.toLowerCase() === wanted || entry.email?.toLowerCase() === wanted,
  );
}

/** The full path of a group, `/parent/child`. */
export function pathOf({ groups }: Directory, entry: Group): string {
  const parent = entry.parentId === null ? undefined : groups.get(entry.parentId);
  return `${parent ? pathOf({ groups } as Directory, parent) : ''}/${entry.name}`;
}

/** The groups right below another, or at the top, by name. */
export function childrenOf({ groups }: Directory, parentId: string | null): Group[] {
  return [...groups.values()].filter((entry) => entry.parentId === parentId).sort(byName);
}

/** The groups that the user is in, by name. */
export function groupsOf({ groups }: Directory, { groupIds }: Person): Group[] {
  return groupIds.flatMap((id) => groups.get(id) ?? []).sort(byName);
}

/** The people right in the group, by username. */
export function membersOf({ people }: Directory, { id }: Group): Person[] {
  return [...people.values()]
    .filter(({ groupIds }) => groupIds.includes(id))
    .sort((a, b) => a.username.localeCompare(b.username));
}

/** Removes a group with all that is below it, and everybody's membership of it. */
export function removeGroup(directory: Directory, { id }: Group): void {
  for (const child of childrenOf(directory, id)) removeGroup(directory, child);
  directory.groups.delete(id);
  for (const entry of directory.people.values()) {
    entry.groupIds = entry.groupIds.filter((groupId) => groupId !== id);
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}

function fromRealm(realm: Realm): z.infer<typeof stored> {
  const groups: Group[] = [];
  const paths = new Map<string, string>();
  const add = (entry: RealmGroup, parent: { id: string; path: string } | null) => {
    const id = randomUUID();
    const path = `${parent?.path ?? ''}/${entry.name}`;
    groups.push({ id, name: entry.name, parentId: parent?.id ?? null, attributes: entry.attributes });
    paths.set(path, id);
    for (const child of entry.subGroups) add(child, { id, path });
  };
  for (const entry of realm.groups) add(entry, null);
  const people = realm.users.map(({ groups: inGroups, ...rest }) => ({
    ...structuredClone(rest),
    groupIds: inGroups.flatMap((path) => paths.get(path) ?? []),
  }));
  const builtIn = [`default-roles-${realm.realm}`, ...BUILT_IN_ROLES].map((name) => ({
    name,
    description: '',
  }));
  const roles = [...builtIn, ...realm.roles.realm].map((entry) => ({ id: randomUUID(), ...entry }));
  return { people, groups, roles };
}

function mergeRoles(kept: readonly Role[], initial: readonly Role[]): Role[] {
  return [...kept, ...initial.filter(({ name }) => !kept.some((entry) => entry.name === name))];
}

function readState(file: string): z.infer<typeof stored> | null {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`The issuer's directory ${file} cannot be read; remove it to start with the realm's.`, {
      cause: error,
    });
  }
}

function writeState(file: string, { people, groups, roles }: Directory): void {
  mkdirSync(dirname(file), { recursive: true });
  const state = { people: [...people.values()], groups: [...groups.values()], roles };
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
