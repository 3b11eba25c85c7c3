import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { describePerson, findGroup, pageOf, type AdminCall, type AdminRoute } from './issuer-admin-shapes';
import { IssuerError, type Desk, type Reply } from './issuer-desk';
import { childrenOf, membersOf, pathOf, removeGroup, type Group } from './issuer-directory';

const READ = ['view-users', 'manage-users', 'query-groups'];
const WRITE = ['manage-users'];
const input = z.object({
  name: z.string().min(1),
  attributes: z.record(z.string(), z.array(z.string())).optional(),
});

/** Groups: `*` stands for an id. */
export const GROUP_ROUTES: Record<string, AdminRoute> = {
  'GET /groups': { needs: READ, run: listGroups },
  'GET /groups/count': {
    needs: READ,
    run: ({ desk }) => ({ status: 200, body: { count: desk.directory.groups.size } }),
  },
  'POST /groups': { needs: WRITE, run: (call) => createGroup(call, null) },
  'GET /groups/*': {
    needs: READ,
    run: ({ desk, ids }) => ({ status: 200, body: describe(desk, findGroup(desk, ids[0]), false) }),
  },
  'PUT /groups/*': { needs: WRITE, run: updateGroup },
  'DELETE /groups/*': {
    needs: WRITE,
    run: ({ desk, ids }) => {
      removeGroup(desk.directory, findGroup(desk, ids[0]));
      return { status: 204 };
    },
  },
  'GET /groups/*/children': { needs: READ, run: listChildren },
  'POST /groups/*/children': {
    needs: WRITE,
    run: (call) => createGroup(call, findGroup(call.desk, call.ids[0])),
  },
  'GET /groups/*/members': {
    needs: ['view-users', 'manage-users'],
    run: ({ desk, ids, query }) => {
      const members = membersOf(desk.directory, findGroup(desk, ids[0]));
      return { status: 200, body: pageOf(members, query, 100).map((person) => describePerson(person)) };
    },
  },
};

/** Top groups; with a search those that fit or have a subgroup that does, which is then shown below them. */
function listGroups({ desk, query }: AdminCall): Reply {
  const isBrief = query.get('briefRepresentation') !== 'false';
  const fits = searchOf(query);
  const listed = childrenOf(desk.directory, null).flatMap((group) => {
    const below = fits ? childrenOf(desk.directory, group.id).filter(fits) : [];
    if (fits && !fits(group) && below.length === 0) return [];
    const subGroups = below.map((child) => describe(desk, child, isBrief));
    return [{ ...describe(desk, group, isBrief), subGroups }];
  });
  return { status: 200, body: pageOf(listed, query) };
}

function searchOf(query: URLSearchParams): ((group: Group) => boolean) | null {
  const [search, q] = [query.get('search'), query.get('q')];
  if (q !== null) {
    const wanted = q
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split(':', 2).map((text) => text.replace(/^"|"$/g, '')));
    return ({ attributes }) => wanted.every(([key, value]) => attributes[key!]?.includes(value!));
  }
  if (search === null) return null;
  if (query.get('exact') === 'true') return ({ name }) => name === search;
  return ({ name }) => name.toLowerCase().includes(search.toLowerCase());
}

function listChildren({ desk, ids, query }: AdminCall): Reply {
  const isBrief = query.get('briefRepresentation') === 'true';
  const fits = searchOf(query) ?? (() => true);
  const children = childrenOf(desk.directory, findGroup(desk, ids[0]).id).filter(fits);
  return { status: 200, body: pageOf(children, query, 10).map((child) => describe(desk, child, isBrief)) };
}

function createGroup({ desk, body }: AdminCall, parent: Group | null): Reply {
  const { name, attributes = {} } = parse(body);
  refuseTwin(desk, name, parent?.id ?? null);
  const group: Group = { id: randomUUID(), name, parentId: parent?.id ?? null, attributes };
  desk.directory.groups.set(group.id, group);
  const location = `${new URL(desk.url).origin}/admin/realms/${desk.realm.realm}/groups/${group.id}`;
  return {
    status: 201,
    headers: { location },
    ...(parent && { body: describe(desk, group, false) }),
  };
}

function updateGroup({ desk, ids, body }: AdminCall): Reply {
  const group = findGroup(desk, ids[0]);
  const { name, attributes } = parse(body);
  if (name !== group.name) refuseTwin(desk, name, group.parentId);
  group.name = name;
  group.attributes = attributes ?? group.attributes;
  return { status: 204 };
}

function parse(body: unknown): z.infer<typeof input> {
  const { success, data } = input.safeParse(body);
  if (!success) throw new IssuerError(400, { errorMessage: 'Group name is missing' });
  return data;
}

function refuseTwin({ directory }: Desk, name: string, parentId: string | null): void {
  if (!childrenOf(directory, parentId).some((group) => group.name === name)) return;
  const kind = parentId === null ? 'Top level' : 'Sibling';
  throw new IssuerError(409, { errorMessage: `${kind} group named '${name}' already exists.` });
}

/** A group as the admin API shows it. */
function describe({ directory }: Desk, group: Group, isBrief: boolean): object {
  return {
    id: group.id,
    name: group.name,
    path: pathOf(directory, group),
    ...(group.parentId !== null && { parentId: group.parentId }),
    subGroupCount: childrenOf(directory, group.id).length,
    subGroups: [],
    ...(!isBrief && { attributes: group.attributes, realmRoles: [], clientRoles: {} }),
  };
}
