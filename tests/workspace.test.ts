import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { untilSettled } from './settled';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;

type Refusal = { code: string; path: string[] | null; message: string };
type Payload = { userErrors: Refusal[]; clientMutationId: string | null } & Record<string, unknown>;

async function run(token: string, name: string, selection: string, input: object): Promise<Payload> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} clientMutationId userErrors { code path message } } }`;
  const answer = await platform.query<Record<string, Payload>>(token, document, { input });
  if (!answer.data) throw new Error(answer.text);
  return answer.data[name]!;
}

const create = (token: string, input: object) =>
  run(
    token,
    'createWorkspace',
    'workspace { id name slug viewerRole viewerCanManageMembers version }',
    input,
  );
const add = (by: Person, input: object) =>
  run(by.token, 'addWorkspaceMember', 'membership { role user { username } workspace { slug } }', input);
const remove = (by: Person, input: object) =>
  run(by.token, 'removeWorkspaceMember', 'workspace { id } cursor', input);
const codesOf = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);

interface Page {
  nodes: { role: string; user: { username: string } }[];
  edges: { cursor: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

async function members(token: string, id: string, args = ''): Promise<Page | null> {
  const document = `{ workspace(id: "${id}") { members${args} {
    nodes { role user { username } } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
  } } }`;
  const answer = await platform.query<{ workspace: { members: Page } | null }>(token, document);
  expect(answer.errors).toEqual([]);
  return answer.data.workspace?.members ?? null;
}

beforeAll(async () => {
  platform = await startPlatform();
  [acme, globex] = await Promise.all([platform.seed.workspace('acme'), platform.seed.workspace('globex')]);
});
afterAll(() => platform.close());

test('C1: anybody creates a workspace and owns it', async () => {
  const { token } = await platform.seed.person('founder');
  const created = await create(token, { name: ' Initech ', slug: 'initech', clientMutationId: 'm1' });
  expect(created).toMatchObject({
    clientMutationId: 'm1',
    userErrors: [],
    workspace: {
      name: 'Initech',
      slug: 'initech',
      viewerRole: 'OWNER',
      viewerCanManageMembers: true,
      version: 1,
    },
  });
  const bySlug = await platform.query(token, '{ workspace(slug: "INITECH") { name } }');
  expect(bySlug.data).toEqual({ workspace: { name: 'Initech' } });
});

test('B16, B17: a short name is taken once, also in a race, and the refusal names it', async () => {
  const people = await Promise.all(['r1', 'r2', 'r3', 'r4'].map((name) => platform.seed.person(name)));
  const answers = await Promise.all(people.map(({ token }) => create(token, { name: 'Race', slug: 'race' })));
  expect(answers.filter(({ workspace }) => workspace !== null)).toHaveLength(1);
  const refused = answers.filter(({ workspace }) => workspace === null);
  for (const { userErrors } of refused) {
    expect(userErrors).toEqual([
      { code: 'CONFLICT', path: ['slug'], message: 'The short name race is taken.' },
    ]);
  }
  const [count] = await platform.sql(
    "SELECT count(*)::int AS n FROM workspace.workspace WHERE slug = 'race'",
  );
  expect(count).toEqual({ n: 1 });
});

test('names and short names are checked', async () => {
  const { token } = acme.owner;
  for (const slug of ['a', 'A-B', '-ab', 'ab-', 'a b', 'x'.repeat(41), '']) {
    expect(await create(token, { name: 'X', slug })).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['slug'] }],
    });
  }
  for (const name of ['', '  ', 'x'.repeat(101), 'a\u0007b']) {
    expect(await create(token, { name, slug: 'good' })).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['name'] }],
    });
  }
});

test('an idempotency key gives the first answer again', async () => {
  const { token } = acme.owner;
  const input = { name: 'Once', slug: 'once', idempotencyKey: 'k-1' };
  const [first, second] = await Promise.all([create(token, input), create(token, input)]);
  expect(first.userErrors).toEqual([]);
  expect(second.workspace).toEqual(first.workspace);
  expect(codesOf(await create(token, { ...input, name: 'Twice' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
});

test('B8: a workspace does not exist for others', async () => {
  const { token } = globex.owner;
  for (const by of [`id: "${acme.id}"`, `slug: "${acme.slug}"`, 'slug: "no-such"', 'id: "x"']) {
    const answer = await platform.query(token, `{ workspace(${by}) { name } }`);
    expect(answer.data).toEqual({ workspace: null });
    expect(answer.errors).toEqual([]);
  }
  const foreign = { workspaceId: acme.id, username: 'x', role: 'MEMBER' };
  const absent = { ...foreign, workspaceId: 'workspace_00000000000000000000000000' };
  expect((await add(globex.owner, foreign)).userErrors).toEqual((await add(globex.owner, absent)).userErrors);
  const removal = { workspaceId: acme.id, userId: acme.member.id };
  expect(codesOf(await remove(globex.owner, removal))).toEqual(['NOT_FOUND']);
});

test('exactly one of id and short name', async () => {
  for (const args of ['', `(id: "${acme.id}", slug: "${acme.slug}")`]) {
    const answer = await platform.query(acme.owner.token, `{ workspace${args} { name } }`);
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
});

test('B3, B6: who may add whom', async () => {
  const admin = await platform.seed.person('acme-admin');
  await acme.add(admin, 'ADMIN');
  const candidates = await Promise.all(['c1', 'c2', 'c3', 'c4'].map((name) => platform.seed.person(name)));
  const cases: [Person, string, string[]][] = [
    [acme.guest, 'MEMBER', ['FORBIDDEN']],
    [acme.member, 'MEMBER', ['FORBIDDEN']],
    [admin, 'MEMBER', []],
    [admin, 'OWNER', ['FORBIDDEN']],
  ];
  for (const [i, [by, role, codes]] of cases.entries()) {
    const input = { workspaceId: acme.id, username: candidates[i]!.username.toUpperCase(), role };
    expect([by.username, role, codesOf(await add(by, input))]).toEqual([by.username, role, codes]);
  }
  expect(codesOf(await remove(admin, { workspaceId: acme.id, userId: acme.owner.id }))).toEqual([
    'FORBIDDEN',
  ]);
  expect(codesOf(await remove(acme.member, { workspaceId: acme.id, userId: admin.id }))).toEqual([
    'FORBIDDEN',
  ]);
  const unknown = { workspaceId: acme.id, username: 'nobody-of-that-name', role: 'MEMBER' };
  expect(await add(admin, unknown)).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND', path: ['username'] }],
  });
  const bot = { workspaceId: acme.id, username: 'tributary-bot', role: 'MEMBER' };
  expect(codesOf(await add(admin, bot))).toEqual(['NOT_FOUND']);
});

test('a member stays what they are when added again', async () => {
  await untilSettled(platform);
  const before = await platform.sql('SELECT count(*)::int AS n FROM event.store');
  const again = { workspaceId: acme.id, username: acme.member.username, role: 'ADMIN' };
  expect(await add(acme.owner, again)).toMatchObject({ userErrors: [], membership: { role: 'MEMBER' } });
  expect(await platform.sql('SELECT count(*)::int AS n FROM event.store')).toEqual(before);
});

test('B7: an admin here is a plain member there', async () => {
  const both = await platform.seed.person('both');
  await acme.add(both, 'ADMIN');
  await globex.add(both, 'MEMBER');
  const document =
    '{ viewer { memberships { totalCount nodes { role workspace { id viewerCanManageMembers } } } } }';
  const answer = await platform.query(both.token, document);
  expect(answer.data).toEqual({
    viewer: {
      memberships: {
        totalCount: 2,
        nodes: [
          { role: 'ADMIN', workspace: { id: acme.id, viewerCanManageMembers: true } },
          { role: 'MEMBER', workspace: { id: globex.id, viewerCanManageMembers: false } },
        ],
      },
    },
  });
  const other = `{ user(id: "${both.id}") { memberships { totalCount nodes { role } } } }`;
  const seen = await platform.query(acme.owner.token, other);
  expect(seen.data).toEqual({ user: { memberships: { totalCount: 0, nodes: [] } } });
});

test('C8: members come in pages, in the order of joining', async () => {
  const place = await platform.seed.workspace('pages');
  const all = await members(place.owner.token, place.id);
  const names = [place.owner, place.member, place.guest].map(({ username }) => username);
  expect(all?.nodes.map(({ user }) => user.username)).toEqual(names);
  expect(all?.totalCount).toBe(3);
  const first = await members(place.guest.token, place.id, '(first: 2)');
  expect(first?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const rest = await members(
    place.member.token,
    place.id,
    `(first: 2, after: "${first?.pageInfo.endCursor}")`,
  );
  expect(rest?.nodes.map(({ user }) => user.username)).toEqual(names.slice(2));
  const last = await members(place.owner.token, place.id, '(last: 2)');
  expect(last?.nodes.map(({ user }) => user.username)).toEqual(names.slice(1));
  for (const args of ['(first: 0)', '(first: 101)', '(first: 1, last: 1)', '(after: "forged")']) {
    const answer = await platform.query(
      place.owner.token,
      `{ workspace(id: "${place.id}") { members${args} { totalCount } } }`,
    );
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
});

test('B15: a removal bites at once, and a member may come back', async () => {
  const place = await platform.seed.workspace('removal');
  const { owner, member } = place;
  const input = { workspaceId: place.id, userId: member.id };
  expect(await remove(owner, input)).toMatchObject({ userErrors: [], workspace: { id: place.id } });
  expect(await members(member.token, place.id)).toBeNull();
  expect(codesOf(await remove(owner, input))).toEqual(['NOT_FOUND']);
  await place.add(member, 'GUEST');
  expect((await members(member.token, place.id))?.totalCount).toBe(3);
});

test('S67: the last owner stays, also when two leave at the same time', async () => {
  for (let round = 0; round < 5; round++) {
    const place = await platform.seed.workspace(`owners${round}`);
    const second = await platform.seed.person(`owner-two-${round}`);
    await place.add(second, 'OWNER');
    const leave = (person: Person) => remove(person, { workspaceId: place.id, userId: person.id });
    const answers = await Promise.all([leave(place.owner), leave(second)]);
    expect(answers.flatMap(codesOf)).toEqual(['CONFLICT']);
    // Whoever has left sees the workspace no more.
    expect(answers.every(({ workspace }) => workspace === null)).toBe(true);
    const owners = await platform.sql(
      `SELECT 1 FROM access.membership m JOIN workspace.workspace w ON w.id = m.scope_id
       WHERE w.slug = $1 AND m.role = 'OWNER' AND m.active`,
      [place.slug],
    );
    expect(owners).toHaveLength(1);
  }
});

test('B9: each tenant reads its own rows, counted as the login role', async () => {
  const all = await platform.sql<{ id: string; n: number }>(
    `SELECT user_id AS id, count(*)::int AS n FROM access.membership
     WHERE scope_id = workspace_id AND active GROUP BY user_id`,
  );
  expect(all.length).toBeGreaterThan(6);
  for (const { id, n } of all) {
    const rows = await platform.database.sqlAs<{ n: number }>(
      'tributary_workspace',
      `WITH settings AS MATERIALIZED (SELECT set_config('app.user_id', '${id}', false))
       SELECT count(*)::int AS n FROM settings, LATERAL (SELECT w.id FROM workspace.workspace w WHERE settings IS NOT NULL) AS seen`,
    );
    expect(rows).toEqual([{ n }]);
  }
  expect(await platform.database.sqlAs('tributary_workspace', 'SELECT 1 FROM workspace.workspace')).toEqual(
    [],
  );
  const profiles = await platform.database.sqlAs(
    'tributary_identity',
    'SELECT is_bot FROM identity.user_profile',
  );
  expect(profiles).toEqual([]);
});

test('B9: nobody becomes a member by writing a row', async () => {
  const [intruder] = await platform.sql<{ id: string }>(
    'SELECT user_id AS id FROM access.person WHERE username_lower = $1',
    [globex.owner.username],
  );
  const [target] = await platform.sql<{ id: string }>('SELECT id FROM workspace.workspace WHERE slug = $1', [
    acme.slug,
  ]);
  const insert = `SET app.user_id = '${intruder!.id}';
    INSERT INTO access.membership (scope_id, workspace_id, user_id, role, active, joined_at, changed_at)
    VALUES ('${target!.id}', '${target!.id}', '${intruder!.id}', 'OWNER', true, now(), now())`;
  await expect(platform.database.sqlAs('tributary_workspace', insert)).rejects.toThrow('row-level security');
});
