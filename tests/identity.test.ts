import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;

const USER = '{ id username displayName email isBot isActive systemRoles version }';
const VIEWER = `{ viewer ${USER} }`;

interface User {
  id: string;
  username: string;
  displayName: string;
  email: string | null;
  isBot: boolean;
  isActive: boolean;
  systemRoles: string[] | null;
  version: number;
}

async function viewerOf(token: string): Promise<User> {
  return (await platform.query<{ viewer: User }>(token, VIEWER)).data.viewer;
}

async function find(token: string, args: string): Promise<User | null> {
  const answer = await platform.query<{ user: User | null }>(token, `{ user(${args}) ${USER} }`);
  expect(answer.errors).toEqual([]);
  return answer.data.user;
}

async function rename(person: Person, input: object) {
  const document = `mutation ($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      user { displayName version } clientMutationId
      userErrors { code message path ... on ConflictError { currentVersion } }
    }
  }`;
  const answer = await platform.query<{ updateProfile: Record<string, unknown> }>(person.token, document, {
    input,
  });
  return answer.data.updateProfile;
}

beforeAll(async () => {
  platform = await startPlatform();
  [acme, globex] = await Promise.all([platform.seed.workspace('acme'), platform.seed.workspace('globex')]);
});
afterAll(() => platform.close());

test('A2, A6: the viewer is what the claims say, registered once however many requests come first', async () => {
  const token = platform.token('alice');
  const viewers = await Promise.all(Array.from({ length: 10 }, () => viewerOf(token)));
  expect(new Set(viewers.map(({ id }) => id)).size).toBe(1);
  expect(viewers[0]).toMatchObject({
    username: 'alice',
    displayName: 'Alice Anderson',
    email: 'alice@tributary.example',
    isBot: false,
    systemRoles: ['default-roles-tributary'],
    version: 1,
  });
  const sub = 'a11ce000-0000-4000-8000-000000000001';
  const stored = await platform.sql(
    "SELECT type FROM event.store WHERE aggregate_type = 'user' AND aggregate_id = $1",
    [sub],
  );
  expect(stored).toEqual([{ type: 'user.registered' }]);
});

test('changed claims refresh the profile, and only a changed name takes back a chosen one', async () => {
  const person = await platform.seed.person('nadia');
  expect(await rename(person, { displayName: 'Nadia the Great' })).toMatchObject({ userErrors: [] });
  const moved = platform.token('nadia', { claims: { email: 'nadia@elsewhere.example' } });
  expect(await viewerOf(moved)).toMatchObject({
    displayName: 'Nadia the Great',
    email: 'nadia@elsewhere.example',
  });
  const married = platform.token('nadia', { claims: { email: 'nadia@elsewhere.example', name: 'Nadia N.' } });
  expect(await viewerOf(married)).toMatchObject({ displayName: 'Nadia N.' });
  expect((await viewerOf(married)).version).toBe(4);
});

test('a username goes to the account that has it now', async () => {
  const former = await platform.seed.person('zoe');
  const sub = '99999999-0000-4000-8000-000000000009';
  const heir = platform.token('zoe', { claims: { sub, preferred_username: 'ZOE', email: 'z@example.com' } });
  expect(await viewerOf(heir)).toMatchObject({ username: 'ZOE' });
  const rows = await platform.sql<{ username: string; usernameLower: string }>(
    `SELECT u.username, p.username_lower AS "usernameLower" FROM identity.user_profile u
     JOIN access.person p ON p.user_id = u.id WHERE u.username ILIKE 'zoe%' ORDER BY u.username COLLATE "C"`,
  );
  expect(rows.map(({ username }) => username)).toEqual(['ZOE', expect.stringMatching(/^zoe~/)]);
  expect(rows.every(({ username, usernameLower }) => usernameLower === username.toLowerCase())).toBe(true);
  expect((await viewerOf(former.token)).id).toBe(former.id);
});

test("the bot's name is the bot's", async () => {
  const impostor = platform.token('tributary-bot');
  expect((await viewerOf(impostor)).username).toMatch(/^tributary-bot~/);
  const bot = await find(platform.token('alice'), 'username: "tributary-bot"');
  expect(bot).toMatchObject({ displayName: 'Tributary', isBot: true, email: null });
});

test('A16, A17: a user is found by exactly one of id, username and e-mail, whatever the case', async () => {
  const { owner, member } = acme;
  const { username } = member;
  const found = await Promise.all([
    find(owner.token, `id: "${member.id}"`),
    find(owner.token, `username: "${username.toUpperCase()}"`),
    find(owner.token, `email: "${username.toUpperCase()}@EXAMPLE.com"`),
  ]);
  expect(found.map((user) => user?.id)).toEqual([member.id, member.id, member.id]);
  for (const args of ['', `(id: "${member.id}", username: "${username}")`]) {
    const answer = await platform.query(owner.token, `{ user${args || ' '} { id } }`);
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
  expect(await find(owner.token, 'id: "nonsense"')).toBeNull();
  expect(await find(owner.token, 'username: "nul\\u0000"')).toBeNull();
});

test('e-mail address and realm roles are for oneself', async () => {
  const own = await find(acme.member.token, `id: "${acme.member.id}"`);
  expect(own).toMatchObject({
    email: `${acme.member.username}@example.com`,
    systemRoles: expect.any(Array) as unknown,
  });
  const other = await find(acme.owner.token, `id: "${acme.member.id}"`);
  expect(other).toMatchObject({ email: null, systemRoles: null });
});

test('B8: people without a common workspace do not exist for each other', async () => {
  const { owner, member } = globex;
  expect(await find(acme.owner.token, `id: "${member.id}"`)).toBeNull();
  expect(await find(acme.owner.token, `username: "${member.username}"`)).toBeNull();
  expect(await find(acme.owner.token, `email: "${member.username}@example.com"`)).toBeNull();
  expect(await find(owner.token, `id: "${member.id}"`)).not.toBeNull();
});

test('a former member keeps a name for those who stay, and sees nobody any more', async () => {
  const leaver = await platform.seed.person('leaver');
  await acme.add(leaver, 'MEMBER');
  const document = `mutation ($input: RemoveWorkspaceMemberInput!) {
    removeWorkspaceMember(input: $input) { userErrors { code } }
  }`;
  const input = { workspaceId: acme.id, userId: leaver.id };
  await platform.query(acme.owner.token, document, { input });
  expect(await find(acme.member.token, `id: "${leaver.id}"`)).toMatchObject({ username: 'leaver' });
  expect(await find(leaver.token, `id: "${acme.member.id}"`)).toBeNull();
});

test('node and nodes answer what is visible, in order, and null for the rest', async () => {
  const { owner, member } = acme;
  const foreign = globex.member.id;
  const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on User { username } } }';
  const ids = [acme.id, foreign, member.id, globex.id, 'nonsense', 'user_00000000000000000000000000'];
  const answer = await platform.query(owner.token, document, { ids });
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual({
    nodes: [
      { __typename: 'Workspace', id: acme.id },
      null,
      { __typename: 'User', id: member.id, username: member.username },
      null,
      null,
      null,
    ],
  });
  const tooMany = await platform.query(owner.token, document, {
    ids: Array.from({ length: 101 }, () => acme.id),
  });
  expect(tooMany.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('a profile is changed by its owner, at the version that they saw', async () => {
  const person = await platform.seed.person('vera');
  const changed = await rename(person, {
    displayName: '  Vera V. ',
    expectedVersion: 1,
    clientMutationId: 'c',
  });
  expect(changed).toEqual({
    user: { displayName: 'Vera V.', version: 2 },
    clientMutationId: 'c',
    userErrors: [],
  });
  expect(await rename(person, { displayName: 'Late', expectedVersion: 1 })).toMatchObject({
    user: { displayName: 'Vera V.', version: 2 },
    userErrors: [{ code: 'CONFLICT', currentVersion: 2 }],
  });
  for (const displayName of ['', ' ', 'x'.repeat(101), 'a\u0000b', null]) {
    const refused = await rename(person, { displayName });
    expect(refused).toMatchObject({
      user: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['displayName'] }],
    });
  }
});

test('a bearer of the realm role viewer reads and does not write', async () => {
  const token = platform.token('reader', { claims: { realm_access: { roles: ['viewer'] } } });
  const reader = { username: 'reader', id: (await viewerOf(token)).id, token };
  expect(await rename(reader, { displayName: 'x' })).toMatchObject({ userErrors: [{ code: 'FORBIDDEN' }] });
});

test('dead letters are for system administrators', async () => {
  const list = '{ deadLetters(first: 5) { nodes { id } pageInfo { hasNextPage } } }';
  const refused = await platform.query(acme.owner.token, list);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', requiredRole: 'system-admin' });
  const root = platform.issuer.issueToken('root');
  expect((await platform.query(root, list)).errors).toEqual([]);
  const id = 'deadletter_00000000000000000000000000';
  for (const name of ['replayDeadLetter', 'discardDeadLetter']) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { deadLetter { id } userErrors { code } } }`;
    const run = async (token: string) =>
      (await platform.query<Record<string, unknown>>(token, document, { input: { id } })).data[name];
    expect(await run(acme.owner.token)).toEqual({ deadLetter: null, userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await run(root)).toEqual({ deadLetter: null, userErrors: [{ code: 'NOT_FOUND' }] });
  }
});
