import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { codesOf, createMutator, type Payload } from './workspace-client';

let platform: Platform;
let acme: SeededWorkspace;
let admin: Person;
let mutate: ReturnType<typeof createMutator>;

const MEMBERSHIP = 'membership { role state user { id } } cursor';
interface Changed {
  membership: { role: string; state: string } | null;
}

beforeAll(async () => {
  platform = await startPlatform();
  mutate = createMutator(platform);
  acme = await platform.seed.workspace('acme');
  admin = await platform.seed.person('membership-admin');
  await acme.add(admin, 'ADMIN');
});
afterAll(() => platform.close());

const at = (place: SeededWorkspace, person: Person) => ({ workspaceId: place.id, userId: person.id });
const changeRole = (by: Person, place: SeededWorkspace, person: Person, role: string) =>
  mutate<Changed>(by.token, 'changeMemberRole', { ...at(place, person), role }, MEMBERSHIP);
const suspend = (by: Person, place: SeededWorkspace, person: Person) =>
  mutate<Changed>(by.token, 'suspendMember', at(place, person), MEMBERSHIP);
const reinstate = (by: Person, place: SeededWorkspace, person: Person) =>
  mutate<Changed>(by.token, 'reinstateMember', at(place, person), MEMBERSHIP);
const leave = (by: Person, place: SeededWorkspace) =>
  mutate(by.token, 'leaveWorkspace', { workspaceId: place.id }, 'workspaceId cursor');

async function newcomer(place: SeededWorkspace, name: string, role: Parameters<typeof place.add>[1]) {
  const person = await platform.seed.person(name);
  await place.add(person, role);
  return person;
}

async function ownersOf(place: SeededWorkspace): Promise<number> {
  const [row] = await platform.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM access.membership m JOIN workspace.workspace w ON w.id = m.scope_id
     WHERE w.slug = $1 AND m.role = 'OWNER' AND m.active`,
    [place.slug],
  );
  return row!.n;
}

interface Members {
  workspace: {
    members: { totalCount: number; nodes: { state: string; user: { username: string } }[] };
  } | null;
}
async function members(token: string, place: SeededWorkspace, filter: object | null = null) {
  const { data, errors } = await platform.query<Members>(
    token,
    `query ($id: ID!, $filter: WorkspaceMemberFilter) { workspace(id: $id) {
       members(filter: $filter) { totalCount nodes { state user { username } } } } }`,
    { id: place.id, filter },
  );
  expect(errors).toEqual([]);
  return data.workspace?.members ?? null;
}
const namesOf = (page: Awaited<ReturnType<typeof members>>) => page!.nodes.map(({ user }) => user.username);

test('B3: who may give which role to whom', async () => {
  const someone = await newcomer(acme, 'role-someone', 'MEMBER');
  const cases: [Person, Person, string, string[]][] = [
    [acme.guest, someone, 'GUEST', ['FORBIDDEN']],
    [acme.member, someone, 'GUEST', ['FORBIDDEN']],
    [admin, someone, 'OWNER', ['FORBIDDEN']],
    [admin, acme.owner, 'MEMBER', ['FORBIDDEN']],
    [admin, someone, 'ADMIN', []],
    [admin, someone, 'GUEST', []],
    [acme.owner, someone, 'OWNER', []],
    [acme.owner, someone, 'MEMBER', []],
  ];
  for (const [by, whom, role, codes] of cases) {
    const answer = await changeRole(by, acme, whom, role);
    expect([by.username, role, codesOf(answer)]).toEqual([by.username, role, codes]);
    if (codes.length === 0) expect(answer.membership).toMatchObject({ role, state: 'ACTIVE' });
  }
  const nobody = await platform.seed.person('role-nobody');
  expect((await changeRole(admin, acme, nobody, 'MEMBER')).userErrors).toMatchObject([
    { code: 'NOT_FOUND', path: ['userId'] },
  ]);
});

test('a change of role is one event with both roles, and none where nothing changes', async () => {
  const someone = await newcomer(acme, 'role-events', 'MEMBER');
  await changeRole(acme.owner, acme, someone, 'ADMIN');
  await changeRole(acme.owner, acme, someone, 'ADMIN');
  const events = await platform.sql(
    "SELECT payload ->> 'from' AS was, payload ->> 'to' AS is FROM event.store WHERE type = 'workspace.member.role_changed' AND payload ->> 'userId' = (SELECT user_id::text FROM access.person WHERE username_lower = 'role-events')",
  );
  expect(events).toEqual([{ was: 'MEMBER', is: 'ADMIN' }]);
});

test('nobody makes themselves a guest, and an admin may step back', async () => {
  const stepping = await newcomer(acme, 'role-stepping', 'ADMIN');
  expect((await changeRole(stepping, acme, stepping, 'GUEST')).userErrors).toMatchObject([
    { code: 'BAD_USER_INPUT', path: ['role'] },
  ]);
  expect(await changeRole(stepping, acme, stepping, 'MEMBER')).toMatchObject({
    userErrors: [],
    membership: { role: 'MEMBER' },
  });
  expect(codesOf(await changeRole(stepping, acme, acme.guest, 'MEMBER'))).toEqual(['FORBIDDEN']);
});

test('B15: a suspended member sees nothing until reinstated, and is then what they were', async () => {
  const place = await platform.seed.workspace('suspension');
  const { owner, member } = place;
  const chat = await place.chat({ visibility: 'PRIVATE', participants: [member] });
  const sees = async () => {
    const answer = await platform.query<{ workspace: object | null; chat: object | null }>(
      member.token,
      `{ workspace(id: "${place.id}") { name } chat(id: "${chat.id}") { name } }`,
    );
    return [answer.data.workspace !== null, answer.data.chat !== null];
  };
  expect(await sees()).toEqual([true, true]);
  expect(await suspend(owner, place, member)).toMatchObject({
    userErrors: [],
    membership: { role: 'MEMBER', state: 'SUSPENDED' },
  });
  expect(await sees()).toEqual([false, false]);
  expect((await suspend(owner, place, member)).membership).toMatchObject({ state: 'SUSPENDED' });
  const adding = { workspaceId: place.id, username: member.username, role: 'MEMBER' };
  expect(codesOf(await mutate(owner.token, 'addWorkspaceMember', adding))).toEqual(['CONFLICT']);
  expect(await reinstate(owner, place, member)).toMatchObject({
    userErrors: [],
    membership: { role: 'MEMBER', state: 'ACTIVE' },
  });
  expect(await sees()).toEqual([true, true]);
});

test('B3: who may suspend whom; nobody suspends themselves or the last owner', async () => {
  const place = await platform.seed.workspace('suspenders');
  const chief = await newcomer(place, 'suspenders-admin', 'ADMIN');
  const cases: [Person, Person, string[]][] = [
    [place.guest, place.member, ['FORBIDDEN']],
    [place.member, place.guest, ['FORBIDDEN']],
    [chief, place.owner, ['FORBIDDEN']],
    [chief, chief, ['BAD_USER_INPUT']],
    [place.owner, place.owner, ['BAD_USER_INPUT']],
    [chief, place.guest, []],
  ];
  for (const [by, whom, codes] of cases) {
    expect([by.username, codesOf(await suspend(by, place, whom))]).toEqual([by.username, codes]);
  }
  expect(codesOf(await reinstate(place.member, place, place.guest))).toEqual(['FORBIDDEN']);
  expect(codesOf(await reinstate(chief, place, place.guest))).toEqual([]);
});

test('suspended members are listed for managers who ask for them, and for nobody else', async () => {
  const place = await platform.seed.workspace('lists');
  await suspend(place.owner, place, place.guest);
  const names = [place.owner.username, place.member.username];
  expect(namesOf(await members(place.owner.token, place))).toEqual(names);
  expect((await members(place.owner.token, place))?.totalCount).toBe(2);
  const suspended = { state: { eq: 'SUSPENDED' } };
  expect(await members(place.owner.token, place, suspended)).toEqual({
    totalCount: 1,
    nodes: [{ state: 'SUSPENDED', user: { username: place.guest.username } }],
  });
  expect((await members(place.member.token, place, suspended))?.nodes).toEqual([]);
  const both = { state: { in: ['ACTIVE', 'SUSPENDED'] } };
  expect((await members(place.owner.token, place, both))?.totalCount).toBe(3);
  expect(namesOf(await members(place.member.token, place, both))).toEqual(names);
});

test('C8: members are found by role and by how their names begin', async () => {
  const place = await platform.seed.workspace('search');
  const { owner, member, guest } = place;
  expect(namesOf(await members(owner.token, place, { role: { eq: 'GUEST' } }))).toEqual([guest.username]);
  const some = { role: { in: ['OWNER', 'MEMBER'] } };
  expect(namesOf(await members(owner.token, place, some))).toEqual([owner.username, member.username]);
  expect((await members(owner.token, place, some))?.totalCount).toBe(2);
  const search = member.username.slice(0, -2).toUpperCase();
  expect(namesOf(await members(guest.token, place, { search }))).toEqual([member.username]);
  expect(namesOf(await members(owner.token, place, { search: '%' }))).toEqual([]);
  const answer = await platform.query(
    owner.token,
    `{ workspace(id: "${place.id}") { members(filter: { search: "${'x'.repeat(101)}" }) { totalCount } } }`,
  );
  expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('everybody may leave, a guest too; the last owner may not', async () => {
  const place = await platform.seed.workspace('leaving');
  for (const person of [place.guest, place.member]) {
    expect(await leave(person, place)).toMatchObject({ userErrors: [], workspaceId: place.id });
    expect(await members(person.token, place)).toBeNull();
    expect(codesOf(await leave(person, place))).toEqual(['NOT_FOUND']);
  }
  expect((await leave(place.owner, place)).userErrors).toMatchObject([
    { code: 'CONFLICT', path: ['workspaceId'], message: expect.stringMatching(/last owner/) as string },
  ]);
  expect((await changeRole(place.owner, place, place.owner, 'ADMIN')).userErrors).toMatchObject([
    { code: 'CONFLICT', path: ['role'] },
  ]);
});

test('ownership goes over in one step, to a member alone', async () => {
  const place = await platform.seed.workspace('handover');
  const { owner, member, guest } = place;
  const transfer = (by: Person, to: Person) =>
    mutate<{ workspace: { viewerRole: string } | null }>(
      by.token,
      'transferOwnership',
      at(place, to),
      'workspace { viewerRole viewerCanTransferOwnership } cursor',
    );
  const stranger = await platform.seed.person('handover-stranger');
  const refused: [Person, Person, string][] = [
    [member, guest, 'FORBIDDEN'],
    [owner, owner, 'BAD_USER_INPUT'],
    [owner, stranger, 'NOT_FOUND'],
  ];
  for (const [by, to, code] of refused) expect(codesOf(await transfer(by, to))).toEqual([code]);
  await suspend(owner, place, guest);
  expect(codesOf(await transfer(owner, guest))).toEqual(['NOT_FOUND']);
  expect(await transfer(owner, member)).toMatchObject({
    userErrors: [],
    workspace: { viewerRole: 'ADMIN', viewerCanTransferOwnership: false },
  });
  expect(await ownersOf(place)).toBe(1);
  expect(codesOf(await transfer(owner, member))).toEqual(['FORBIDDEN']);
  expect(codesOf(await leave(owner, place))).toEqual([]);
});

test('S67: fifty changes of roles at once leave an owner', async () => {
  const place = await platform.seed.workspace('fifty');
  const owners = [place.owner];
  for (let i = 0; i < 4; i++) owners.push(await newcomer(place, `fifty-${i}`, 'OWNER'));
  const changes = Array.from({ length: 50 }, (_, i): (() => Promise<Payload<unknown>>) => {
    const by = owners[i % 5]!;
    const whom = owners[(i * 3 + 1) % 5]!;
    const ways = [
      () => changeRole(by, place, whom, 'MEMBER'),
      () => changeRole(by, place, by, 'ADMIN'),
      () => suspend(by, place, whom),
      () => mutate(by.token, 'transferOwnership', at(place, whom)),
      () => leave(by, place),
    ];
    return ways[i % ways.length]!;
  });
  const answers = await Promise.all(changes.map((change) => change()));
  const codes = new Set(answers.flatMap(codesOf));
  for (const code of codes) expect(['CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT']).toContain(code);
  expect(answers.some(({ userErrors }) => userErrors.length === 0)).toBe(true);
  expect(await ownersOf(place)).toBeGreaterThanOrEqual(1);
});

test('what the caller may do to a member stands beside the member', async () => {
  const place = await platform.seed.workspace('viewer-can');
  const chief = await newcomer(place, 'viewer-can-admin', 'ADMIN');
  const asks = async ({ token }: Person) => {
    const answer = await platform.query<{
      workspace: { members: { nodes: { role: string; [can: string]: unknown }[] } };
    }>(
      token,
      `{ workspace(id: "${place.id}") { members { nodes { role viewerCanChangeRole viewerCanSuspend viewerCanRemove } } } }`,
    );
    return Object.fromEntries(
      answer.data.workspace.members.nodes.map((node) => [
        node.role,
        [node.viewerCanChangeRole, node.viewerCanSuspend, node.viewerCanRemove],
      ]),
    );
  };
  const all = [true, true, true];
  const none = [false, false, false];
  expect(await asks(place.owner)).toEqual({
    OWNER: [true, false, true],
    ADMIN: all,
    MEMBER: all,
    GUEST: all,
  });
  expect(await asks(chief)).toEqual({ OWNER: none, ADMIN: [true, false, true], MEMBER: all, GUEST: all });
  const own = [false, false, true];
  expect(await asks(place.member)).toEqual({ OWNER: none, ADMIN: none, MEMBER: own, GUEST: none });
});

test('B8, C6: foreigners are told that there is no such workspace, a foreign member is none here', async () => {
  const globex = await platform.seed.workspace('globex');
  const absent = { ...acme, id: 'workspace_00000000000000000000000000' };
  for (const place of [acme, absent]) {
    expect(codesOf(await changeRole(globex.owner, place, acme.member, 'GUEST'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await suspend(globex.owner, place, acme.member))).toEqual(['NOT_FOUND']);
    expect(codesOf(await leave(globex.owner, place))).toEqual(['NOT_FOUND']);
  }
  expect((await changeRole(globex.owner, globex, acme.member, 'GUEST')).userErrors).toMatchObject([
    { code: 'NOT_FOUND', path: ['userId'] },
  ]);
});
