import { randomUUID } from 'node:crypto';
import { createDirectoryClient, type DirectoryClient } from '../subgraphs/kit/directory-client';
import { admin, adminToken, claimsOf, grant, openProvider, signIn, type Provider } from './identity-provider';

interface GroupBody {
  id: string;
  name: string;
  path: string;
  parentId?: string;
  subGroups: GroupBody[];
  attributes?: Record<string, string[]>;
}

let provider: Provider;
let call: ReturnType<typeof admin>;
let client: DirectoryClient;

beforeAll(async () => {
  provider = await openProvider();
  call = admin(provider, await adminToken(provider));
  client = createDirectoryClient({
    ...{ url: provider.baseUrl, realm: 'tributary' },
    ...{ clientId: 'tributary-admin', clientSecret: provider.adminSecret },
  });
});
afterAll(() => provider.close());

const idIn = (headers: Headers) => headers.get('location')!.split('/').pop()!;

async function makeGroup(): Promise<{ name: string; id: string; owners: string }> {
  const name = randomUUID();
  const made = await call('POST /groups', { name, attributes: { workspace_id: [name] } });
  expect(made.status).toBe(201);
  const id = idIn(made.headers);
  const child = await call<GroupBody>(`POST /groups/${id}/children`, { name: 'OWNER' });
  expect(child).toMatchObject({ status: 201, body: { name: 'OWNER', path: `/${name}/OWNER`, parentId: id } });
  return { name, id, owners: child.body.id };
}

async function makeUser(): Promise<{ id: string; username: string }> {
  const username = `user-${randomUUID()}`;
  const made = await call('POST /users', {
    ...{ username, email: `${username}@x.example`, firstName: 'New', lastName: 'User', enabled: true },
    credentials: [{ type: 'password', value: username, temporary: false }],
  });
  expect(made.status).toBe(201);
  return { id: idIn(made.headers), username };
}

test('A8: only a service with the right to may administer the realm', async () => {
  const { access_token: token } = await signIn(provider, 'alice');
  const asAlice = admin(provider, token);
  expect(await asAlice('GET /groups')).toMatchObject({ status: 403, body: { error: 'HTTP 403 Forbidden' } });
  expect((await asAlice('POST /groups', { name: 'mine' })).status).toBe(403);
  expect((await asAlice('GET /users')).status).toBe(403);
  const asNobody = admin(provider, 'nonsense');
  expect(await asNobody('GET /groups')).toMatchObject({
    status: 401,
    body: { error: 'HTTP 401 Unauthorized' },
  });
  expect((await call('GET /roles/system-admin')).status).toBe(403);
});

test('groups are made, found by name and attribute, changed and removed', async () => {
  const { name, id } = await makeGroup();
  const shown = { id, name, path: `/${name}`, attributes: { workspace_id: [name] } };
  expect((await call(`GET /groups/${id}`)).body).toMatchObject(shown);
  const found = await call<GroupBody[]>(`GET /groups?search=${name}&exact=true`);
  expect(found.body.map((group) => group.id)).toEqual([id]);
  expect(found.body[0]).not.toHaveProperty('attributes');
  const byAttribute = `GET /groups?q=workspace_id:${name}&briefRepresentation=false`;
  expect((await call(byAttribute)).body).toMatchObject([shown]);
  const attributes = { workspace_id: [name], workspace_name: ['Acme'] };
  expect((await call(`PUT /groups/${id}`, { name, attributes })).status).toBe(204);
  expect((await call(`GET /groups/${id}`)).body).toMatchObject({ ...shown, attributes });
  expect((await call(`DELETE /groups/${id}`)).status).toBe(204);
  const missing = { status: 404, body: { error: 'Could not find group by id' } };
  expect(await call(`DELETE /groups/${id}`)).toMatchObject(missing);
  expect(await call(`GET /groups/${id}`)).toMatchObject(missing);
});

test('a group and a subgroup of a name exist once, and a search shows subgroups below their groups', async () => {
  const { name, id, owners } = await makeGroup();
  const top = { errorMessage: `Top level group named '${name}' already exists.` };
  expect(await call('POST /groups', { name })).toMatchObject({ status: 409, body: top });
  const sibling = { errorMessage: `Sibling group named 'OWNER' already exists.` };
  expect(await call(`POST /groups/${id}/children`, { name: 'OWNER' })).toMatchObject({
    status: 409,
    body: sibling,
  });
  const children = await call<GroupBody[]>(`GET /groups/${id}/children`);
  expect(children.body.map((group) => group.id)).toEqual([owners]);
  const { body } = await call<GroupBody[]>('GET /groups?search=OWNER');
  const parent = body.find((group) => group.id === id);
  expect(parent?.subGroups.map((group) => group.id)).toEqual([owners]);
});

test('lists come in pages', async () => {
  await Promise.all([makeGroup(), makeGroup(), makeGroup()]);
  const all = (await call<GroupBody[]>('GET /groups?max=1000')).body.map(({ id }) => id);
  const first = (await call<GroupBody[]>('GET /groups?first=0&max=2')).body.map(({ id }) => id);
  const second = (await call<GroupBody[]>('GET /groups?first=2&max=1')).body.map(({ id }) => id);
  expect([...first, ...second]).toEqual(all.slice(0, 3));
});

test('C3: tokens carry the groups that the user is in as they are then', async () => {
  const { name, id, owners } = await makeGroup();
  const user = await makeUser();
  // A user of no group has no such claim.
  const groups = async () => claimsOf((await signIn(provider, user.username)).access_token).groups ?? [];
  expect((await call(`PUT /users/${user.id}/groups/${owners}`, {})).status).toBe(204);
  expect((await call(`PUT /users/${user.id}/groups/${owners}`, {})).status).toBe(204);
  expect(await groups()).toEqual([`/${name}/OWNER`]);
  expect((await call(`GET /users/${user.id}/groups`)).body).toMatchObject([
    { id: owners, path: `/${name}/OWNER` },
  ]);
  expect((await call(`GET /groups/${owners}/members`)).body).toMatchObject([{ id: user.id }]);
  expect((await call(`GET /groups/${id}/members`)).body).toEqual([]);
  expect((await call(`DELETE /users/${user.id}/groups/${owners}`)).status).toBe(204);
  expect(await groups()).toEqual([]);
  const missing = { status: 404, body: { error: 'Group not found' } };
  expect(await call(`PUT /users/${user.id}/groups/nope`, {})).toMatchObject(missing);
  expect(await call(`DELETE /users/${user.id}/groups/nope`)).toMatchObject(missing);
});

test('users are found, made once, changed, locked out and removed', async () => {
  const { id, username } = await makeUser();
  const shown = { id, username, email: `${username}@x.example`, enabled: true };
  expect((await call(`GET /users/${id}`)).body).toMatchObject(shown);
  const queries = [`username=${username.toUpperCase()}`, `email=${username}@x.example`];
  for (const query of queries)
    expect((await call(`GET /users?${query}&exact=true`)).body).toMatchObject([shown]);
  expect((await call('GET /users?username=nobody-here&exact=true')).body).toEqual([]);
  expect(await call('POST /users', { username })).toMatchObject({
    ...{ status: 409, body: { errorMessage: 'User exists with same username' } },
  });
  expect(await call('POST /users', { username: `${username}2`, email: shown.email })).toMatchObject({
    ...{ status: 409, body: { errorMessage: 'User exists with same email' } },
  });
  expect((await call(`PUT /users/${id}`, { enabled: false })).status).toBe(204);
  expect((await call(`GET /users/${id}`)).body).toMatchObject({ ...shown, enabled: false });
  const attempt = { grant_type: 'password', username, password: username };
  expect(await grant(provider, attempt)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await call(`DELETE /users/${id}`)).status).toBe(204);
  expect(await call(`GET /users/${id}`)).toMatchObject({ status: 404, body: { error: 'User not found' } });
});

test('A21: a realm role is given once, by the client that the platform uses', async () => {
  const { username } = await makeUser();
  expect(await client.ensureRealmRole(username, 'system-admin')).toBe('given');
  expect(await client.ensureRealmRole(username, 'system-admin')).toBe('held');
  expect(await client.ensureRealmRole('nobody-here', 'system-admin')).toBeNull();
  const { realm_access } = claimsOf((await signIn(provider, username)).access_token);
  expect((realm_access as { roles: string[] }).roles).toContain('system-admin');
  await expect(client.ensureRealmRole(username, 'no-such-role')).rejects.toThrow('no role no-such-role');
});

test('sessions are listed, and end one by one or all at once', async () => {
  const { id, username } = await makeUser();
  const [first, second] = [await signIn(provider, username), await signIn(provider, username)];
  const sids = async () =>
    (await call<{ id: string }[]>(`GET /users/${id}/sessions`)).body.map((session) => session.id).sort();
  const [one, two] = [first, second].map(({ access_token }) => String(claimsOf(access_token).sid));
  expect(await sids()).toEqual([one, two].sort());
  expect((await call(`DELETE /sessions/${one}`)).status).toBe(204);
  expect(await sids()).toEqual([two]);
  const refresh = (token: string) => grant(provider, { grant_type: 'refresh_token', refresh_token: token });
  expect((await refresh(first.refresh_token)).status).toBe(400);
  expect((await refresh(second.refresh_token)).status).toBe(200);
  expect((await call(`POST /users/${id}/logout`)).status).toBe(204);
  expect(await sids()).toEqual([]);
  expect((await refresh(second.refresh_token)).status).toBe(400);
  expect((await call('DELETE /sessions/nope')).status).toBe(404);
});
