import { fromGlobalId } from '../subgraphs/kit/ids';
import { codesOf, createInviteClient, type Payload } from './invite-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let admin: Person;
let client: ReturnType<typeof createInviteClient>;

beforeAll(async () => {
  platform = await startPlatform({ variables: { DIRECTORY_SYNC_MS: '300' } });
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

describe("B15: an invite ends with its creator's right to make it", () => {
  const stateOf = async (id: string) => (await client.look(acme.owner, `id: "${id}"`))?.state;
  async function colleague(name: string, role: 'OWNER' | 'ADMIN'): Promise<Person> {
    const person = client.again(await platform.seed.person(name));
    await acme.add(person, role);
    return person;
  }
  const at = (person: Person) => ({ workspaceId: acme.id, userId: person.id });
  const ways: [string, (by: Person) => Promise<Payload>][] = [
    ['removed', (by) => client.run(acme.owner, 'removeWorkspaceMember', 'cursor', at(by))],
    ['suspended', (by) => client.run(acme.owner, 'suspendMember', 'cursor', at(by))],
    ['a member', (by) => client.run(acme.owner, 'changeMemberRole', 'cursor', { ...at(by), role: 'MEMBER' })],
    ['gone', (by) => client.run(by, 'leaveWorkspace', 'cursor', { workspaceId: acme.id })],
    [
      'a member by choice',
      (by) => client.run(by, 'changeMemberRole', 'cursor', { ...at(by), role: 'MEMBER' }),
    ],
  ];
  test.each(ways)('an admin who is %s', async (what, change) => {
    const by = await colleague(`inviter-${what.replaceAll(' ', '-')}`, 'ADMIN');
    const invites = [await client.invite(by, { role: 'ADMIN' }), await client.invite(by, { role: 'GUEST' })];
    expect(codesOf(await change(by))).toEqual([]);
    const stranger = client.again(await platform.seed.person(`late-${by.username}`));
    for (const { id, token } of invites) {
      expect(await stateOf(id)).toBe('REVOKED');
      expect(await client.look(stranger, `token: "${token}"`)).toBeNull();
      expect(codesOf(await client.join(stranger, { token }))).toEqual(['NOT_FOUND']);
      if (what === 'removed') expect(codesOf(await client.join(by, { token }))).toEqual(['NOT_FOUND']);
    }
  });

  test('an owner who becomes an admin keeps those that an admin makes', async () => {
    const by = await colleague('stepping-owner', 'OWNER');
    const [owning, helping] = [
      await client.invite(by, { role: 'OWNER' }),
      await client.invite(by, { role: 'ADMIN' }),
    ];
    const change = { ...at(by), role: 'ADMIN' };
    expect(codesOf(await client.run(acme.owner, 'changeMemberRole', 'cursor', change))).toEqual([]);
    expect([await stateOf(owning.id), await stateOf(helping.id)]).toEqual(['REVOKED', 'ACTIVE']);
  });

  test('an admin who is deactivated: their invites wait', async () => {
    const by = await colleague('inviter-deactivated', 'ADMIN');
    const { token } = await client.invite(by);
    const stranger = client.again(await platform.seed.person('late-deactivated'));
    const root = await platform.seed.person('root');
    const turn = (name: string) => client.run(root, name, 'user { id }', { userId: by.id });
    expect(codesOf(await turn('deactivateUser'))).toEqual([]);
    expect(await client.look(stranger, `token: "${token}"`)).toBeNull();
    expect(codesOf(await client.join(stranger, { token }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await turn('reactivateUser'))).toEqual([]);
    expect(codesOf(await client.join(stranger, { token }))).toEqual([]);
  });

  test('whoever the system removes, too', async () => {
    const by = await colleague('inviter-by-system', 'ADMIN');
    const { id } = await client.invite(by);
    const people = platform.issuer.directory.people.get(fromGlobalId('User', by.id))!;
    await waitFor(() => people.groupIds.length > 0, { what: 'the group to have the admin' });
    people.groupIds = [];
    await waitFor(async () => (await stateOf(id)) === 'REVOKED');
  });
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
