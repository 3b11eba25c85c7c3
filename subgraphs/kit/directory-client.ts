import KeycloakAdminClient, { NetworkError } from '@keycloak/keycloak-admin-client';
import { getToken } from '@keycloak/keycloak-admin-client/lib/utils/auth.js';

export interface DirectoryOptions {
  /** Keycloak's base address. */
  url: string;
  realm: string;
  /** A client with a service account that manages users and groups; never a user's token. */
  clientId: string;
  clientSecret: string;
}

/** A group at the top of the directory. */
export interface DirectoryGroup {
  id: string;
  name: string;
  attributes: Readonly<Record<string, readonly string[]>>;
}

/** A sign-in of somebody that has not ended. */
export interface DirectorySession {
  sid: string;
  startedAt: Date;
}

/** The identity provider's people and groups, by its admin API. Every call may fail with a DirectoryFault. */
export interface DirectoryClient {
  /** The group of this name at the top; null when there is none. */
  findGroup(name: string): Promise<DirectoryGroup | null>;
  /** A page of the groups at the top. */
  listGroups(first: number, max: number): Promise<DirectoryGroup[]>;
  /** Makes a group at the top, or a subgroup, unless there is one; answers its id. */
  ensureGroup(group: NewGroup): Promise<string>;
  /** The ids of the groups right below one, by name. */
  listChildren(groupId: string): Promise<Record<string, string>>;
  /** Gives a group at the top these attributes, and no others. */
  setAttributes(group: DirectoryGroup): Promise<void>;
  /** Removes a group with those below it; one that is gone is fine. */
  deleteGroup(groupId: string): Promise<void>;
  /** The ids of the people right in a group. */
  listMembers(groupId: string): Promise<string[]>;
  /** The groups that a user is in, each with its full path; null for a user whom the directory does not know. */
  listGroupsOf(userId: string): Promise<{ id: string; path: string }[] | null>;
  join(userId: string, groupId: string): Promise<void>;
  /** A user who is not in the group is fine. */
  leave(userId: string, groupId: string): Promise<void>;
  /** Gives a user a realm role unless the user has it; null when there is no such user. */
  ensureRealmRole(username: string, role: string): Promise<'given' | 'held' | null>;
  /** The sign-ins of a user; none for a user whom the directory does not know. */
  listSessionsOf(userId: string): Promise<DirectorySession[]>;
  /** Ends a sign-in; one that has ended is fine. */
  endSession(sid: string): Promise<void>;
}

/** What a group is made of; with a parent it is a subgroup. */
export interface NewGroup {
  name: string;
  parentId?: string;
  attributes?: Record<string, string[]>;
}

/** Why a call of the directory failed. `status` is null when it was not answered at all. */
export interface DirectoryFault extends Error {
  name: 'DirectoryFault';
  status: number | null;
}

const TIMEOUT_MS = 2000;
const PAGE = 500;

/** Whether an error is the directory's, rather than a fault of ours. */
export function isDirectoryFault(error: unknown): error is DirectoryFault {
  return (error as Error | null)?.name === 'DirectoryFault';
}

/** Opens the directory; nothing is sent before the first call. The token is fetched when it is needed. */
export function createDirectoryClient(options: DirectoryOptions): DirectoryClient {
  const client = new KeycloakAdminClient({
    baseUrl: options.url,
    realmName: options.realm,
    timeout: TIMEOUT_MS,
  });
  const call = callWithToken(client, options);
  const findGroup = (name: string) => call('find a group', () => findTopGroup(client, name));
  const listChildren = (groupId: string) => call('list subgroups', () => readChildren(client, groupId));
  return {
    findGroup,
    listChildren,
    listGroups: (first, max) => call('list groups', () => readGroups(client, { first, max })),
    async ensureGroup(group) {
      try {
        return await call('make a group', () => makeGroup(client, group));
      } catch (error) {
        if (statusOf(error) !== 409) throw error;
        const { name, parentId } = group;
        const id = parentId ? (await listChildren(parentId))[name] : (await findGroup(name))?.id;
        if (!id) throw error;
        return id;
      }
    },
    setAttributes: (group) => call('describe a group', () => describeGroup(client, group)),
    deleteGroup: (id) => call('remove a group', () => ignoringMissing(client.groups.del({ id }))),
    listMembers: (id) => call('list members', () => readMembers(client, id)),
    listGroupsOf: (id) => call('list the groups of a user', () => readGroupsOf(client, id)),
    join: (id, groupId) =>
      call('add a member', () => client.users.addToGroup({ id, groupId }).then(() => undefined)),
    leave: (id, groupId) =>
      call('remove a member', () => ignoringMissing(client.users.delFromGroup({ id, groupId }))),
    ensureRealmRole: (username, role) => call('give a role', () => giveRole(client, username, role)),
    listSessionsOf: (id) => call('list the sessions of a user', () => readSessions(client, id)),
    endSession: (session) => call('end a session', () => ignoringMissing(endSession(client, session))),
  };
}

type Call = <R>(what: string, send: () => Promise<R>) => Promise<R>;

/** Sends with a token that lasts; one that the directory no longer accepts is replaced once. */
function callWithToken(client: KeycloakAdminClient, { clientId, clientSecret }: DirectoryOptions): Call {
  let signingIn: Promise<void> | null = null;
  const signIn = () => {
    signingIn ??= fetchToken(client, { clientId, clientSecret }).finally(() => {
      signingIn = null;
    });
    return signingIn;
  };
  return async (what, send) => {
    try {
      if (!client.accessToken || client.isTokenExpired()) await signIn();
      try {
        return await send();
      } catch (error) {
        if (statusOf(error) !== 401) throw error;
        await signIn();
        return await send();
      }
    } catch (error) {
      throw toFault(what, error);
    }
  };
}

/** Not the client's own sign-in, which expects a refresh token and prints that it got none. */
async function fetchToken(
  client: KeycloakAdminClient,
  account: { clientId: string; clientSecret: string },
): Promise<void> {
  const { accessToken } = await getToken({
    baseUrl: client.baseUrl,
    realmName: client.realmName,
    credentials: { grantType: 'client_credentials', ...account },
    requestOptions: { signal: AbortSignal.timeout(TIMEOUT_MS) },
  });
  client.setAccessToken(accessToken);
}

async function findTopGroup(client: KeycloakAdminClient, name: string): Promise<DirectoryGroup | null> {
  const found = await client.groups.find({
    search: name,
    exact: true,
    briefRepresentation: false,
    max: PAGE,
  });
  return found.filter((group) => group.name === name).map(toGroup)[0] ?? null;
}

async function readGroups(
  client: KeycloakAdminClient,
  page: { first: number; max: number },
): Promise<DirectoryGroup[]> {
  return (await client.groups.find({ ...page, briefRepresentation: false })).map(toGroup);
}

async function makeGroup(client: KeycloakAdminClient, group: NewGroup): Promise<string> {
  const { name, parentId, attributes = {} } = group;
  const made = parentId
    ? await client.groups.createChildGroup({ id: parentId }, { name, attributes })
    : await client.groups.create({ name, attributes });
  return made.id;
}

async function describeGroup(
  client: KeycloakAdminClient,
  { id, name, attributes }: DirectoryGroup,
): Promise<void> {
  const lists = Object.entries(attributes).map(([key, values]) => [key, [...values]]);
  await client.groups.update(
    { id },
    { name, attributes: Object.fromEntries(lists) as Record<string, string[]> },
  );
}

async function readChildren(client: KeycloakAdminClient, parentId: string): Promise<Record<string, string>> {
  const children = await client.groups.listSubGroups({ parentId, first: 0, max: PAGE });
  return Object.fromEntries((children as typeof children | null)?.map(({ name, id }) => [name!, id!]) ?? []);
}

async function readMembers(client: KeycloakAdminClient, id: string): Promise<string[]> {
  const members: string[] = [];
  for (let first = 0; ; first += PAGE) {
    const page = await client.groups.listMembers({ id, first, max: PAGE, briefRepresentation: true });
    if (!(page as typeof page | null)) return members;
    members.push(...page.map((member) => member.id!));
    if (page.length < PAGE) return members;
  }
}

async function readGroupsOf(
  client: KeycloakAdminClient,
  id: string,
): Promise<{ id: string; path: string }[] | null> {
  try {
    const groups = await client.users.listGroups({ id, briefRepresentation: true });
    return groups.map((group) => ({ id: group.id!, path: group.path! }));
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

async function readSessions(client: KeycloakAdminClient, id: string): Promise<DirectorySession[]> {
  try {
    const sessions = await client.users.listSessions({ id });
    return sessions.map((session) => ({ sid: session.id!, startedAt: new Date(session.start!) }));
  } catch (error) {
    if (statusOf(error) === 404) return [];
    throw error;
  }
}

function endSession(client: KeycloakAdminClient, session: string): Promise<void> {
  return client.realms.deleteSession({ realm: client.realmName, session, isOffline: false });
}

async function giveRole(
  client: KeycloakAdminClient,
  username: string,
  name: string,
): Promise<'given' | 'held' | null> {
  const [user] = await client.users.find({ username, exact: true });
  if (!user?.id) return null;
  const held = await client.users.listRealmRoleMappings({ id: user.id });
  if (held.some((role) => role.name === name)) return 'held';
  // Among those that can be given: looking a role up by its name takes the right to see the whole realm.
  const available = await client.users.listAvailableRealmRoleMappings({ id: user.id });
  const role = available.find((one) => one.name === name);
  if (!role?.id) throw new Error(`the realm has no role ${name}`);
  await client.users.addRealmRoleMappings({ id: user.id, roles: [{ id: role.id, name }] });
  return 'given';
}

function toGroup(group: {
  id?: string;
  name?: string;
  attributes?: Record<string, unknown>;
}): DirectoryGroup {
  const attributes = (group.attributes ?? {}) as Record<string, string[]>;
  return { id: group.id!, name: group.name!, attributes };
}

async function ignoringMissing(sent: Promise<unknown>): Promise<void> {
  await sent.catch((error: unknown) => {
    if (statusOf(error) !== 404) throw error;
  });
}

function statusOf(error: unknown): number | null {
  if (isDirectoryFault(error)) return error.status;
  return error instanceof NetworkError ? error.response.status : null;
}

/** Names the call and its status, and nothing of what was sent. */
function toFault(what: string, error: unknown): DirectoryFault {
  const status = statusOf(error);
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  const detail = status === null ? `${name}: ${cause?.code ?? message}` : `${status} ${message}`;
  const fault = new Error(`the directory failed to ${what}: ${detail}`);
  return Object.assign(fault, { name: 'DirectoryFault' as const, status });
}
