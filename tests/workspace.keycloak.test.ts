import { randomUUID } from 'node:crypto';
import { fromGlobalId, toGlobalId } from '../subgraphs/kit/ids';
import { admin, adminToken, claimsOf, openProvider, signIn, type Provider } from './identity-provider';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

interface Group {
  id: string;
  name: string;
  attributes: Record<string, string[]>;
}
/** What the mutations answer that are asked here. */
interface Payload {
  userErrors: { code: string; message: string }[];
  directory: string | null;
  consistent?: boolean | null;
  workspace?: { id: string } | null;
}

let provider: Provider;
let platform: Platform;
let call: ReturnType<typeof admin>;
/** Access tokens by username. */
const tokens: Record<string, string> = {};

beforeAll(async () => {
  provider = await openProvider();
  platform = await startPlatform({
    variables: { DIRECTORY_SYNC_MS: '1000' },
    provider: { issuer: provider, directory: { url: provider.baseUrl, secret: provider.adminSecret } },
  });
  call = admin(provider, await adminToken(provider));
  for (const username of ['alice', 'bob', 'carol']) {
    tokens[username] = (await signIn(provider, username)).access_token;
    await platform.query(tokens[username], '{ viewer { id } }');
  }
});
afterAll(async () => {
  await platform.close();
  await provider.close();
});

async function run(username: string, mutation: string, fields: string, input: object): Promise<Payload> {
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const document = `mutation ($input: ${name}Input!) { answer: ${mutation}(input: $input) { ${fields} userErrors { code message } } }`;
  const { data, errors } = await platform.query<{ answer: Payload }>(tokens[username]!, document, { input });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.answer;
}

async function createWorkspace(): Promise<{ id: string; uuid: string; name: string }> {
  const name = `Acme ${randomUUID().slice(0, 8)}`;
  const slug = name.toLowerCase().replace(' ', '-');
  const { workspace, userErrors } = await run('alice', 'createWorkspace', 'workspace { id }', { name, slug });
  expect(userErrors).toEqual([]);
  return { id: workspace!.id, uuid: fromGlobalId('Workspace', workspace!.id), name };
}

async function groupOf(uuid: string): Promise<Group | null> {
  const query = `GET /groups?search=${uuid}&exact=true&briefRepresentation=false`;
  return (await call<Group[]>(query)).body[0] ?? null;
}

async function subgroupOf(uuid: string, role: string): Promise<string> {
  const { body } = await call<Group[]>(`GET /groups/${(await groupOf(uuid))!.id}/children?max=100`);
  return body.find(({ name }) => name === role)!.id;
}

/** The paths of the user's groups below the workspace's, in Keycloak. */
async function groupsThere(username: string, uuid: string): Promise<string[]> {
  const sub = String(claimsOf(tokens[username]!).sub);
  const { body } = await call<{ path: string }[]>(`GET /users/${sub}/groups`);
  return body.map(({ path }) => path).filter((path) => path.startsWith(`/${uuid}/`));
}

async function membersHere(id: string): Promise<Record<string, string>> {
  const document = `query ($id: ID!) { workspace(id: $id) { members(first: 50) { nodes { role user { username } } } } }`;
  const { data } = await platform.query<{
    workspace: { members: { nodes: { role: string; user: { username: string } }[] } };
  }>(tokens.alice!, document, { id });
  return Object.fromEntries(data.workspace.members.nodes.map(({ role, user }) => [user.username, role]));
}

const idOf = (username: string) => toGlobalId('User', String(claimsOf(tokens[username]!).sub));
const subOf = (username: string) => String(claimsOf(tokens[username]!).sub);

test('C2: a new workspace has its group, with its id as an attribute, a subgroup per role, and its founder', async () => {
  const { uuid, name } = await createWorkspace();
  const group = await groupOf(uuid);
  expect(group?.attributes).toMatchObject({ workspace_id: [uuid], workspace_name: [name] });
  const { body } = await call<Group[]>(`GET /groups/${group!.id}/children?max=100`);
  expect(body.map((child) => child.name).sort()).toEqual(['ADMIN', 'GUEST', 'MEMBER', 'OWNER']);
  expect(await groupsThere('alice', uuid)).toEqual([`/${uuid}/OWNER`]);
  const { access_token: token } = await signIn(provider, 'alice');
  expect(claimsOf(token).groups).toContain(`/${uuid}/OWNER`);
});

test('B14, C3: members that are added, moved and removed here are so in Keycloak, and the removal is consistent', async () => {
  const { id, uuid } = await createWorkspace();
  const synced = { userErrors: [], directory: 'SYNCED' };
  const adding = { workspaceId: id, username: 'bob', role: 'MEMBER' };
  expect(await run('alice', 'addWorkspaceMember', 'directory', adding)).toEqual(synced);
  expect(await groupsThere('bob', uuid)).toEqual([`/${uuid}/MEMBER`]);
  const place = { workspaceId: id, userId: idOf('bob') };
  expect(await run('alice', 'changeMemberRole', 'directory', { ...place, role: 'ADMIN' })).toEqual(synced);
  expect(await groupsThere('bob', uuid)).toEqual([`/${uuid}/ADMIN`]);
  const removed = await run('alice', 'removeWorkspaceMember', 'directory consistent', place);
  expect(removed).toEqual({ ...synced, consistent: true });
  expect(await groupsThere('bob', uuid)).toEqual([]);
  expect(await membersHere(id)).toEqual({ alice: 'OWNER' });
});

test('C3: members that are added and removed in Keycloak are so here', async () => {
  const { id, uuid } = await createWorkspace();
  const guests = await subgroupOf(uuid, 'GUEST');
  expect((await call(`PUT /users/${subOf('carol')}/groups/${guests}`, {})).status).toBe(204);
  await waitFor(async () => (await membersHere(id)).carol === 'GUEST', { what: 'carol to be a guest here' });
  expect((await call(`DELETE /users/${subOf('carol')}/groups/${guests}`)).status).toBe(204);
  await waitFor(async () => !('carol' in (await membersHere(id))), { what: 'carol to be gone here' });
});

test('B15: whoever was removed here is not brought back by an older token', async () => {
  const { id, uuid } = await createWorkspace();
  await run('alice', 'addWorkspaceMember', 'directory', { workspaceId: id, username: 'bob', role: 'MEMBER' });
  const { access_token: older } = await signIn(provider, 'bob');
  expect(claimsOf(older).groups).toContain(`/${uuid}/MEMBER`);
  await run('alice', 'removeWorkspaceMember', 'directory', { workspaceId: id, userId: idOf('bob') });
  const seen = await platform.query(older, 'query ($id: ID!) { workspace(id: $id) { id } }', { id });
  expect(seen.data).toEqual({ workspace: null });
  expect(await membersHere(id)).toEqual({ alice: 'OWNER' });
});

test('C2: the group of a workspace that is deleted goes too', async () => {
  const { id, uuid, name } = await createWorkspace();
  const confirmSlug = name.toLowerCase().replace(' ', '-');
  expect((await run('alice', 'deleteWorkspace', '', { workspaceId: id, confirmSlug })).userErrors).toEqual(
    [],
  );
  await waitFor(async () => (await groupOf(uuid)) === null, { what: 'the group to go' });
});
