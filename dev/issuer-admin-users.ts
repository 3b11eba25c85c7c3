import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { describePerson, findGroup, pageOf, type AdminCall, type AdminRoute } from './issuer-admin-shapes';
import { IssuerError, type Desk, type Reply } from './issuer-desk';
import { findPerson, groupsOf, pathOf, type Person, type Role } from './issuer-directory';

const READ = ['view-users', 'manage-users'];
const WRITE = ['manage-users'];
/** What a call may set; what it leaves out stays. */
const patch = z
  .object({
    ...{ username: z.string(), email: z.string(), firstName: z.string(), lastName: z.string() },
    ...{ enabled: z.boolean(), emailVerified: z.boolean() },
    credentials: z.array(z.object({ type: z.string(), value: z.string() })),
  })
  .partial();
const mappings = z.array(z.object({ id: z.string(), name: z.string() }));

/** Users, their groups, roles and sessions: `*` stands for an id. */
export const USER_ROUTES: Record<string, AdminRoute> = {
  'GET /users': { needs: [...READ, 'query-users'], run: listUsers },
  'GET /users/count': {
    needs: READ,
    run: ({ desk }) => ({ status: 200, body: { count: desk.directory.people.size } }),
  },
  'POST /users': { needs: WRITE, run: createUser },
  'GET /users/*': onPerson(READ, (_, person) => ({ status: 200, body: describePerson(person) })),
  'PUT /users/*': onPerson(WRITE, updateUser),
  'DELETE /users/*': onPerson(WRITE, ({ desk }, { id }) => {
    desk.directory.people.delete(id);
    return { status: 204 };
  }),
  'GET /users/*/groups': onPerson(READ, listGroupsOfUser),
  'PUT /users/*/groups/*': onPerson(WRITE, ({ desk, ids }, person) => {
    const { id } = findGroup(desk, ids[1], 'Group not found');
    if (!person.groupIds.includes(id)) person.groupIds.push(id);
    return { status: 204 };
  }),
  'DELETE /users/*/groups/*': onPerson(WRITE, ({ desk, ids }, person) => {
    const { id } = findGroup(desk, ids[1], 'Group not found');
    person.groupIds = person.groupIds.filter((groupId) => groupId !== id);
    return { status: 204 };
  }),
  'GET /users/*/sessions': onPerson(READ, listSessions),
  'POST /users/*/logout': onPerson(WRITE, ({ desk }, { id }) => {
    for (const { sid } of desk.sessions.ofUser(id)) desk.sessions.end(sid);
    return { status: 204 };
  }),
  'DELETE /sessions/*': { needs: WRITE, run: endSession },
  'GET /users/*/role-mappings/realm': onPerson(READ, ({ desk }, { realmRoles }) =>
    rolesReply(desk.directory.roles.filter(({ name }) => realmRoles.includes(name))),
  ),
  'GET /users/*/role-mappings/realm/composite': onPerson(READ, ({ desk }, { realmRoles }) =>
    rolesReply(desk.directory.roles.filter(({ name }) => realmRoles.includes(name))),
  ),
  'GET /users/*/role-mappings/realm/available': onPerson(READ, ({ desk }, { realmRoles }) =>
    rolesReply(desk.directory.roles.filter(({ name }) => !realmRoles.includes(name))),
  ),
  'POST /users/*/role-mappings/realm': onPerson(WRITE, (call, person) => {
    person.realmRoles = [...new Set([...person.realmRoles, ...readRoles(call)])];
    return { status: 204 };
  }),
  'DELETE /users/*/role-mappings/realm': onPerson(WRITE, (call, person) => {
    const gone = readRoles(call);
    person.realmRoles = person.realmRoles.filter((name) => !gone.includes(name));
    return { status: 204 };
  }),
  'GET /roles/*': {
    needs: ['view-realm', 'manage-realm'],
    run: ({ desk, ids }) => {
      const role = desk.directory.roles.find(({ name }) => name === ids[0]);
      if (!role) throw new IssuerError(404, { error: 'Could not find role' });
      return { status: 200, body: describeRole(role) };
    },
  },
};

function onPerson(needs: readonly string[], run: (call: AdminCall, person: Person) => Reply): AdminRoute {
  return {
    needs,
    run(call) {
      const person = call.desk.directory.people.get(call.ids[0] ?? '');
      if (!person) throw new IssuerError(404, { error: 'User not found' });
      return run(call, person);
    },
  };
}

function listUsers({ desk, query }: AdminCall): Reply {
  const isExact = query.get('exact') === 'true';
  const search = query.get('search');
  const fields = (['username', 'email', 'firstName', 'lastName'] as const).filter((name) => query.has(name));
  const fits = (value: string | undefined, wanted: string) => {
    const [text, part] = [(value ?? '').toLowerCase(), wanted.toLowerCase()];
    return isExact ? text === part : text.includes(part);
  };
  const found = [...desk.directory.people.values()]
    .filter((person) => fields.length > 0 || person.serviceAccountClientId === undefined)
    .filter((person) => fields.every((name) => fits(person[name], query.get(name)!)))
    .filter(({ username, email, firstName, lastName }) => {
      if (search === null) return true;
      return [username, email, firstName, lastName].some((value) => fits(value, search));
    })
    .sort((a, b) => a.username.localeCompare(b.username));
  return { status: 200, body: pageOf(found, query, 100).map(describePerson) };
}

function createUser({ desk, body }: AdminCall): Reply {
  const { success, data } = patch.safeParse(body);
  if (!success || !data.username) throw new IssuerError(400, { errorMessage: 'User name is missing' });
  const username = data.username.toLowerCase();
  refuseTwin(desk, { ...data, username });
  const person: Person = {
    ...{ enabled: false, emailVerified: false, credentials: [], clientRoles: {}, groupIds: [] },
    ...data,
    ...{ id: randomUUID(), username, realmRoles: [`default-roles-${desk.realm.realm}`] },
  };
  desk.directory.people.set(person.id, person);
  const location = `${new URL(desk.url).origin}/admin/realms/${desk.realm.realm}/users/${person.id}`;
  return { status: 201, headers: { location } };
}

function updateUser({ desk, body }: AdminCall, person: Person): Reply {
  const { success, data } = patch.safeParse(body);
  if (!success) throw new IssuerError(400, { errorMessage: 'Could not update user!' });
  refuseTwin(desk, { email: data.email }, person);
  // The realm's people keep their usernames.
  Object.assign(person, { ...data, username: person.username });
  return { status: 204 };
}

function refuseTwin(
  { directory }: Desk,
  { username, email }: { username?: string; email?: string },
  self?: Person,
): void {
  for (const [field, value] of Object.entries({ username, email })) {
    const twin = value ? findPerson(directory, value) : undefined;
    if (twin && twin !== self) throw new IssuerError(409, { errorMessage: `User exists with same ${field}` });
  }
}

function listGroupsOfUser({ desk, query }: AdminCall, person: Person): Reply {
  const groups = pageOf(groupsOf(desk.directory, person), query).map((group) => ({
    id: group.id,
    name: group.name,
    path: pathOf(desk.directory, group),
    ...(group.parentId !== null && { parentId: group.parentId }),
    subGroups: [],
  }));
  return { status: 200, body: groups };
}

function listSessions({ desk }: AdminCall, { id, username }: Person): Reply {
  const body = desk.sessions.ofUser(id).map(({ sid, ipAddress, startedAt, lastAt, clientIds }) => ({
    ...{ id: sid, username, userId: id, ipAddress, start: startedAt * 1000, lastAccess: lastAt * 1000 },
    clients: Object.fromEntries([...clientIds].map((clientId) => [clientId, clientId])),
  }));
  return { status: 200, body };
}

function endSession({ desk, ids }: AdminCall): Reply {
  const session = desk.sessions.find(ids[0] ?? '');
  if (!session) throw new IssuerError(404, { error: 'Sesssion not found' });
  desk.sessions.end(session.sid);
  return { status: 204 };
}

function readRoles({ desk, body }: AdminCall): string[] {
  const { success, data = [] } = mappings.safeParse(body);
  const isKnown = (wanted: { id: string; name: string }) =>
    desk.directory.roles.some(({ id, name }) => id === wanted.id && name === wanted.name);
  if (!success || !data.every(isKnown)) throw new IssuerError(404, { error: 'Role not found' });
  return data.map(({ name }) => name);
}

function rolesReply(roles: readonly Role[]): Reply {
  return { status: 200, body: roles.map(describeRole) };
}

function describeRole({ id, name, description }: Role): object {
  return { id, name, description, composite: false, clientRole: false };
}
