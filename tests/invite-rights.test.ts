import { fromGlobalId } from '../subgraphs/kit/ids';
import { codesOf, createInviteClient } from './invite-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let admin: Person;
let client: ReturnType<typeof createInviteClient>;

beforeAll(async () => {
  platform = await startPlatform();
  [acme, globex] = await Promise.all([platform.seed.workspace('acme'), platform.seed.workspace('globex')]);
  admin = await platform.seed.person('admin');
  await acme.add(admin, 'ADMIN');
  client = createInviteClient(platform, acme.id);
});
afterAll(() => platform.close());

test('B3, C5: who may make, see and end invites', async () => {
  const { id } = await client.invite(acme.owner);
  const foreigner = globex.owner;
  const cases: [Person, string, string[]][] = [
    [acme.owner, 'OWNER', []],
    [admin, 'OWNER', ['FORBIDDEN']],
    [admin, 'ADMIN', []],
    [acme.member, 'GUEST', ['FORBIDDEN']],
    [acme.guest, 'GUEST', ['FORBIDDEN']],
    [foreigner, 'GUEST', ['NOT_FOUND']],
  ];
  for (const [by, role, codes] of cases) {
    expect([by.username, role, codesOf(await client.create(by, { role }))]).toEqual([
      by.username,
      role,
      codes,
    ]);
  }
  for (const by of [acme.member, acme.guest, foreigner]) {
    expect(await client.look(by, `id: "${id}"`)).toBeNull();
    expect(codesOf(await client.revoke(by, id))).toEqual(['NOT_FOUND']);
  }
  const list = async (by: Person, args = '') => {
    const answer = await platform.query<{
      workspace: {
        invites: { nodes: { id: string; createdAt: string }[]; pageInfo: { hasNextPage: boolean } };
      };
    }>(
      by.token,
      `{ workspace(id: "${acme.id}") { invites${args} { nodes { id createdAt } pageInfo { hasNextPage } } } }`,
    );
    return answer.data.workspace.invites;
  };
  const all = await list(acme.owner);
  const times = all.nodes.map(({ createdAt }) => createdAt);
  expect(times).toEqual([...times].sort().reverse());
  expect(all.nodes).toHaveLength(3);
  expect(await list(acme.owner, '(first: 2)')).toEqual({
    nodes: all.nodes.slice(0, 2),
    pageInfo: { hasNextPage: true },
  });
  for (const by of [acme.member, acme.guest]) expect((await list(by)).nodes).toEqual([]);
  expect(await list(await platform.seed.person('root'))).toEqual(all);
});

test('B16: an invite has sound bounds, and is named by exactly one key', async () => {
  const { owner } = acme;
  const past = new Date(platform.clock.now().getTime() - 1).toISOString();
  for (const [input, field] of [
    [{ maxUses: 0 }, 'maxUses'],
    [{ maxUses: 100_001 }, 'maxUses'],
    [{ expiresAt: past }, 'expiresAt'],
  ] as const) {
    expect((await client.create(owner, input)).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: [field] },
    ]);
  }
  const { id, token } = await client.invite(acme.owner);
  for (const input of [{}, { token, inviteId: id }])
    expect(codesOf(await client.join(owner, input))).toEqual(['BAD_USER_INPUT']);
  for (const args of ['', `(token: "${token}", id: "${id}")`]) {
    const answer = await platform.query(owner.token, `{ invite${args} { id } }`);
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
  expect(await client.look(owner, 'id: "nonsense"')).toBeNull();
  expect(await client.look(owner, 'token: "nonsense"')).toBeNull();
});

test('B15: whoever was removed may come back by an invite, and whoever is suspended may not', async () => {
  const { owner } = acme;
  const person = client.again(await platform.seed.person('comes-back'));
  const { token } = await client.invite(acme.owner);
  const members = { workspaceId: acme.id, userId: person.id };
  expect(codesOf(await client.join(person, { token }))).toEqual([]);
  expect(codesOf(await client.run(owner, 'removeWorkspaceMember', 'cursor', members))).toEqual([]);
  expect(codesOf(await client.join(person, { token }))).toEqual([]);
  expect(codesOf(await client.run(owner, 'suspendMember', 'membership { role }', members))).toEqual([]);
  expect(codesOf(await client.join(person, { token }))).toEqual(['FORBIDDEN']);
});

test('nobody joins an archived workspace', async () => {
  const place = await platform.seed.workspace('archived');
  const made = await client.create(place.owner, { workspaceId: place.id });
  const person = await platform.seed.person('archivist');
  expect(
    codesOf(await client.run(place.owner, 'archiveWorkspace', 'workspace { id }', { workspaceId: place.id })),
  ).toEqual([]);
  expect(codesOf(await client.join(person, { token: made.token }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await client.create(place.owner, { workspaceId: place.id }))).toEqual(['FORBIDDEN']);
});

test('B9: the login role finds no invite without being a manager or the one whom it is for', async () => {
  const rows = await platform.database.sqlAs('tributary_workspace', 'SELECT 1 FROM workspace.invite');
  expect(rows).toEqual([]);
  const forged = `SET app.user_id = '${fromGlobalId('User', acme.member.id)}';
    INSERT INTO workspace.invite (id, workspace_id, scope_id, creator_id, role, token_hash, used_count, created_at)
    VALUES (gen_random_uuid(), '${fromGlobalId('Workspace', acme.id)}', '${fromGlobalId('Workspace', acme.id)}',
      '${fromGlobalId('User', acme.member.id)}', 'OWNER', repeat('0', 64), 0, now())`;
  await expect(platform.database.sqlAs('tributary_workspace', forged)).rejects.toThrow('row-level security');
});
