import { fromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;

interface Page {
  nodes: { id: string; username: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function users(person: Person, args = ''): Promise<Page> {
  const answer = await platform.query<{ users: Page }>(
    person.token,
    `{ users${args} { nodes { id username } totalCount pageInfo { hasNextPage endCursor } } }`,
  );
  expect(answer.errors).toEqual([]);
  return answer.data.users;
}

const namesOf = async (person: Person, args = '') =>
  (await users(person, args)).nodes.map(({ username }) => username);

async function refusalOf(args: string): Promise<unknown> {
  const answer = await platform.query(acme.owner.token, `{ users${args} { nodes { id } } }`);
  return answer.errors[0]?.extensions?.code;
}

beforeAll(async () => {
  platform = await startPlatform();
  [acme, globex] = await Promise.all([platform.seed.workspace('acme'), platform.seed.workspace('globex')]);
});
afterAll(() => platform.close());

test("A1, A13: a user's id is the token's subject, in one row, and nothing is kept that proves who somebody is", async () => {
  const alice = await platform.seed.person('alice');
  expect(fromGlobalId('User', alice.id)).toBe('a11ce000-0000-4000-8000-000000000001');
  const keys = await platform.sql<{ columns: string }>(
    `SELECT string_agg(a.attname, ',') AS columns FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = 'identity.user_profile'::regclass AND i.indisprimary`,
  );
  expect(keys).toEqual([{ columns: 'id' }]);
  const secrets = await platform.sql(
    "SELECT table_schema, table_name, column_name FROM information_schema.columns WHERE column_name ILIKE '%passw%' AND table_schema NOT IN ('pg_catalog', 'information_schema')",
  );
  expect(secrets).toEqual([]);
});

test('A2: one token is one user wherever it is used', async () => {
  const { owner } = acme;
  const chat = await acme.chat();
  const send = `mutation ($chat: SendMessageInput!, $task: CreateTaskInput!) {
    sendMessage(input: $chat) { message { author { id } } } createTask(input: $task) { task { creator { id } } } }`;
  const input = { chat: { chatId: chat.id, body: 'Hello' }, task: { workspaceId: acme.id, title: 'A task' } };
  const answer = await platform.query(owner.token, send, input);
  expect(answer.data).toEqual({
    sendMessage: { message: { author: { id: owner.id } } },
    createTask: { task: { creator: { id: owner.id } } },
  });
});

test('A6: claims are shown as they are, and those that are missing hurt nobody', async () => {
  const claims = { realm_access: { roles: ['x-role', 'y-role'] }, email: 'Claims@Example.com' };
  const full = platform.token('claims', { claims });
  const viewer = '{ viewer { username email displayName systemRoles } }';
  expect((await platform.query(full, viewer)).data).toEqual({
    viewer: {
      username: 'claims',
      email: 'Claims@Example.com',
      displayName: 'claims',
      systemRoles: ['x-role', 'y-role'],
    },
  });
  const missing = [
    'realm_access',
    'resource_access',
    'groups',
    'email',
    'name',
    'given_name',
    'family_name',
    'sid',
  ];
  const bare = platform.token('bare', {
    claims: Object.fromEntries(missing.map((name) => [name, undefined])),
  });
  const answer = await platform.query(bare, viewer);
  expect([answer.status, answer.errors]).toEqual([200, []]);
  expect(answer.data).toEqual({
    viewer: { username: 'bare', email: null, displayName: 'bare', systemRoles: [] },
  });
});

test('A6: a token that is older than the claims that are known brings nothing back', async () => {
  const issued = Math.floor(platform.clock.now().getTime() / 1000);
  const nameBy = async (name: string, iat: number) => {
    const token = platform.token('renamed', { claims: { name, iat } });
    const { data } = await platform.query<{ viewer: { displayName: string } }>(
      token,
      '{ viewer { displayName } }',
    );
    return data.viewer.displayName;
  };
  expect(await nameBy('Former Name', issued - 60)).toBe('Former Name');
  expect(await nameBy('New Name', issued)).toBe('New Name');
  expect(await nameBy('Former Name', issued - 60)).toBe('New Name');
  expect(await nameBy('Newest Name', issued)).toBe('Newest Name');
});

test('A17: no two usernames differ in case alone', async () => {
  const indexes = await platform.sql<{ indexdef: string }>(
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'identity' AND tablename = 'user_profile'",
  );
  const unique = indexes.filter(({ indexdef }) => indexdef.includes('UNIQUE') && indexdef.includes('lower('));
  expect(unique).toHaveLength(1);
  await expect(
    platform.sql(
      `INSERT INTO identity.user_profile (id, username, display_name, claimed_name, is_bot, is_active, version, created_at)
       SELECT gen_random_uuid(), upper(username), 'x', 'x', false, true, 1, now() FROM identity.user_profile LIMIT 1`,
    ),
  ).rejects.toThrow('user_profile_username_key');
});

test('B8: whoever shares no workspace is not listed, whatever is asked for', async () => {
  const own = [acme.guest, acme.member, acme.owner].map(({ username }) => username);
  expect((await namesOf(acme.guest)).sort()).toEqual([...own].sort());
  expect(await namesOf(acme.owner, `(filter: { username: { eq: "${globex.owner.username}" } })`)).toEqual([]);
  expect(await namesOf(acme.owner, '(filter: { search: "globex" })')).toEqual([]);
  const [foreign, nothing] = await Promise.all(
    [globex.id, 'workspace_00000000000000000000000000'].map((id) =>
      users(acme.owner, `(filter: { workspaceId: "${id}" })`),
    ),
  );
  expect(foreign).toEqual({ nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } });
  expect(foreign).toEqual(nothing);
  const alone = await platform.seed.person('alone');
  expect(await namesOf(alone)).toEqual(['alone']);
  const gone = await platform.seed.person('gone');
  await acme.add(gone, 'MEMBER');
  expect(await namesOf(acme.owner)).toContain('gone');
  await platform.query(
    acme.owner.token,
    'mutation ($input: RemoveWorkspaceMemberInput!) { removeWorkspaceMember(input: $input) { userErrors { code } } }',
    { input: { workspaceId: acme.id, userId: gone.id } },
  );
  expect(await namesOf(acme.owner)).not.toContain('gone');
  expect(await namesOf(gone)).toEqual(['gone']);
});

test('B2: system administrators find everybody', async () => {
  const root = await platform.seed.person('root');
  for (const { id, owner } of [acme, globex]) {
    const found = await namesOf(root, `(filter: { workspaceId: "${id}", search: "${owner.username}" })`);
    expect(found).toEqual([owner.username]);
    expect(await namesOf(root, `(filter: { search: "${owner.username}" })`)).toEqual(found);
  }
});

describe('C8: the list of people', () => {
  let place: SeededWorkspace;
  let by: Person;
  const inPlace = (filter: string, rest = '') =>
    namesOf(by, `(filter: { workspaceId: "${place.id}", ${filter} }${rest})`);

  beforeAll(async () => {
    place = await platform.seed.workspace('place');
    by = place.owner;
    for (const name of ['Zoe.Q', 'ann-x', 'ann_y', 'Bea']) {
      await place.add(await platform.seed.person(name), 'MEMBER');
    }
    const bea = platform.token('Bea', { claims: { name: 'Ännchen (50% off)' } });
    await platform.query(bea, '{ viewer { id } }');
  });

  test('is searched by parts of the names, whatever the case', async () => {
    expect(await inPlace('search: "ANN"')).toEqual(['ann-x', 'ann_y']);
    expect(await inPlace('search: "oe.q"')).toEqual(['Zoe.Q']);
    expect(await inPlace('search: "50% OFF"')).toEqual(['Bea']);
    expect(await inPlace('search: "ann%"')).toEqual([]);
    expect(await inPlace('search: "."')).toEqual(['Zoe.Q']);
  });

  test('is filtered by comparators', async () => {
    expect(await inPlace('username: { eq: "ZOE.q" }')).toEqual(['Zoe.Q']);
    expect(await inPlace('username: { in: ["bea", "ANN-X", "nobody"] }')).toEqual(['ann-x', 'Bea']);
    expect(await inPlace('username: { startsWith: "ann" }, not: { username: { contains: "_" } }')).toEqual([
      'ann-x',
    ]);
    expect(
      await inPlace('or: [{ username: { contains: ".q" } }, { displayName: { startsWith: "änn" } }]'),
    ).toEqual(['Bea', 'Zoe.Q']);
    expect(await inPlace('and: [{ username: { contains: "n" } }, { username: { contains: "x" } }]')).toEqual([
      'ann-x',
    ]);
    expect(await inPlace('username: { eq: "\\" || true || \\"" }')).toEqual([]);
    expect(await inPlace('username: { contains: ".*" }')).toEqual([]);
    expect(await inPlace('username: { in: [] }')).toEqual([]);
  });

  test('comes in pages, in the order asked for', async () => {
    const rest = ', orderBy: { field: DISPLAY_NAME, direction: DESC }, first: 2';
    const filter = `filter: { workspaceId: "${place.id}", search: "ann" }`;
    expect(await inPlace('search: "ann"', rest)).toEqual(['ann_y', 'ann-x']);
    const all = await namesOf(by, `(filter: { workspaceId: "${place.id}" })`);
    expect(all).toHaveLength(7);
    for (const order of ['USERNAME', 'DISPLAY_NAME', 'CREATED_AT']) {
      const read: string[] = [];
      let after: string | null = null;
      do {
        const from: string = after === null ? '' : `, after: "${after}"`;
        const page = await users(
          by,
          `(filter: { workspaceId: "${place.id}" }, orderBy: { field: ${order}, direction: ASC }, first: 3${from})`,
        );
        expect(page.totalCount).toBe(7);
        read.push(...page.nodes.map(({ username }) => username));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(new Set(read).size).toBe(7);
      expect([...read].sort()).toEqual([...all].sort());
    }
    expect((await users(by, `(${filter}, last: 1)`)).nodes.map(({ username }) => username)).toEqual([
      'ann_y',
    ]);
  });

  test('refuses what it cannot do', async () => {
    const long = Array.from({ length: 101 }, () => '"x"').join(' ');
    for (const args of [
      '(first: 0)',
      '(first: 101)',
      '(after: "forged")',
      '(filter: { search: "" })',
      `(filter: { search: "${'x'.repeat(101)}" })`,
      '(filter: { search: "\\u0000" })',
      `(filter: { username: { in: [${long}] } })`,
      `(filter: { or: [${'{}'.repeat(11)}] })`,
    ]) {
      expect([args, await refusalOf(args)]).toEqual([args, 'BAD_USER_INPUT']);
    }
    expect(await refusalOf('(orderBy: { field: EMAIL, direction: ASC })')).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
