import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { waitFor } from './wait';
import { codesOf, createMutator } from './workspace-client';

let platform: Platform;
let acme: SeededWorkspace;
let mutate: ReturnType<typeof createMutator>;

const WORKSPACE = 'workspace { name slug version isArchived archivedAt }';
const SETTINGS =
  'workspace { version settings { logoUrl primaryColor accentColor theme locale retention { messageDays } } }';
interface Changed {
  workspace: { name: string; slug: string; version: number; settings: object } | null;
}

beforeAll(async () => {
  platform = await startPlatform();
  mutate = createMutator(platform);
  acme = await platform.seed.workspace('acme');
});
afterAll(() => platform.close());

const update = (by: Person, place: SeededWorkspace, input: object) =>
  mutate<Changed>(by.token, 'updateWorkspace', { workspaceId: place.id, ...input }, WORKSPACE);
const configure = (by: Person, place: SeededWorkspace, input: object) =>
  mutate<Changed>(by.token, 'updateWorkspaceSettings', { workspaceId: place.id, ...input }, SETTINGS);
const archive = (by: Person, place: SeededWorkspace, input: object = {}) =>
  mutate<Changed>(by.token, 'archiveWorkspace', { workspaceId: place.id, ...input }, WORKSPACE);
const unarchive = (by: Person, place: SeededWorkspace) =>
  mutate<Changed>(by.token, 'unarchiveWorkspace', { workspaceId: place.id }, WORKSPACE);
const eventCount = async () => (await platform.sql('SELECT 1 FROM event.store')).length;

test('a workspace gets another name and short name; the same again changes nothing', async () => {
  const place = await platform.seed.workspace('rename');
  const slug = `${place.slug}-2`.slice(0, 40);
  expect(await update(place.owner, place, { name: ' Renamed ', slug })).toMatchObject({
    userErrors: [],
    workspace: { name: 'Renamed', slug, version: 2 },
  });
  expect((await update(place.owner, place, { name: 'Again' })).workspace).toMatchObject({
    name: 'Again',
    slug,
  });
  await untilSettled(platform);
  const before = await eventCount();
  expect((await update(place.owner, place, { name: 'Again' })).workspace).toMatchObject({ version: 3 });
  expect(await eventCount()).toBe(before);
  const found = await platform.query(place.member.token, `{ workspace(slug: "${place.slug}") { name } }`);
  expect(found.data).toEqual({ workspace: null });
});

test('B16: a name or short name that cannot be is refused with its field, one that is taken by its name', async () => {
  const place = await platform.seed.workspace('taken');
  const faulty: [object, string, string][] = [
    [{ name: '' }, 'BAD_USER_INPUT', 'name'],
    [{ name: null }, 'BAD_USER_INPUT', 'name'],
    [{ slug: 'Not A Slug' }, 'BAD_USER_INPUT', 'slug'],
    [{ slug: null }, 'BAD_USER_INPUT', 'slug'],
    [{ slug: acme.slug }, 'CONFLICT', 'slug'],
  ];
  for (const [input, code, field] of faulty) {
    const { userErrors, workspace } = await update(place.owner, place, input);
    expect([input, userErrors, workspace]).toMatchObject([input, [{ code, path: [field] }], null]);
  }
  const [refused] = (await update(place.owner, place, { slug: acme.slug })).userErrors;
  expect(refused?.message).toBe(`The short name ${acme.slug} is taken.`);
});

test('B17: of many who want one short name at once, one gets it and the others the same refusal', async () => {
  const places = await Promise.all(Array.from({ length: 5 }, () => platform.seed.workspace('race')));
  const answers = await Promise.all(places.map((place) => update(place.owner, place, { slug: 'wanted' })));
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  const refused = answers.filter(({ userErrors }) => userErrors.length > 0);
  for (const { userErrors } of refused) {
    expect(userErrors).toMatchObject([
      { code: 'CONFLICT', path: ['slug'], message: 'The short name wanted is taken.' },
    ]);
  }
});

test('a change from what is no longer so is a conflict with what is', async () => {
  const place = await platform.seed.workspace('versions');
  await update(place.owner, place, { name: 'Second', expectedVersion: 1 });
  const stale = await update(place.owner, place, { name: 'Third', expectedVersion: 1 });
  expect(stale).toMatchObject({
    workspace: { name: 'Second', version: 2 },
    userErrors: [
      { __typename: 'ConflictError', code: 'CONFLICT', path: ['expectedVersion'], currentVersion: 2 },
    ],
  });
  expect(codesOf(await configure(place.owner, place, { theme: 'DARK', expectedVersion: 1 }))).toEqual([
    'CONFLICT',
  ]);
  expect(codesOf(await archive(place.owner, place, { expectedVersion: 1 }))).toEqual(['CONFLICT']);
});

test("C7: settings are each workspace's own; what is absent stays and null clears", async () => {
  const [first, second] = [await platform.seed.workspace('look'), await platform.seed.workspace('look')];
  const settings = {
    logoUrl: 'https://example.com/logo.svg',
    primaryColor: '#1A2B3C',
    accentColor: '#ffffff',
    theme: 'DARK',
    locale: 'pt-br',
    retention: { messageDays: 90 },
  };
  const kept = { ...settings, primaryColor: '#1a2b3c', locale: 'pt-BR' };
  const plain = {
    logoUrl: null,
    primaryColor: null,
    accentColor: null,
    theme: 'SYSTEM',
    locale: 'en',
    retention: { messageDays: null },
  };
  expect(await configure(first.owner, first, settings)).toMatchObject({
    userErrors: [],
    workspace: { version: 2, settings: kept },
  });
  const seen = await platform.query<{ a: object; b: object }>(
    first.member.token,
    `{ workspace(id: "${first.id}") { settings { logoUrl theme retention { messageDays } } } }`,
  );
  expect(seen.data).toEqual({
    workspace: { settings: { logoUrl: kept.logoUrl, theme: 'DARK', retention: { messageDays: 90 } } },
  });
  const other = await configure(second.owner, second, {});
  expect(other.workspace).toEqual({ version: 1, settings: plain });
  const patched = await configure(first.owner, first, { accentColor: null, retention: {} });
  expect(patched.workspace?.settings).toEqual({ ...kept, accentColor: null });
  const cleared = await configure(first.owner, first, {
    ...{ logoUrl: null, primaryColor: null, theme: null, locale: null, retention: null },
  });
  expect(cleared.workspace?.settings).toEqual(plain);
});

test('B16: settings that cannot be are refused, and nothing is changed', async () => {
  const faulty: [object, string[]][] = [
    [{ logoUrl: 'http://example.com' }, ['logoUrl']],
    [{ primaryColor: 'red' }, ['primaryColor']],
    [{ accentColor: '#12' }, ['accentColor']],
    [{ locale: '??' }, ['locale']],
    [{ retention: { messageDays: 0 } }, ['retention', 'messageDays']],
  ];
  await untilSettled(platform);
  const before = await eventCount();
  for (const [input, path] of faulty) {
    const { userErrors } = await configure(acme.owner, acme, { theme: 'DARK', ...input });
    expect([input, userErrors]).toMatchObject([input, [{ code: 'BAD_USER_INPUT', path }]]);
  }
  expect(await eventCount()).toBe(before);
});

test('B3, C5: who may change settings and names, archive and delete', async () => {
  const place = await platform.seed.workspace('matrix');
  const admin = await platform.seed.person('matrix-admin');
  await place.add(admin, 'ADMIN');
  const stranger = await platform.seed.person('matrix-stranger');
  const remove = (by: Person) =>
    mutate(by.token, 'deleteWorkspace', { workspaceId: place.id, confirmSlug: 'no' }, 'workspaceId');
  const cases: [Person, string, string, string][] = [
    [stranger, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    [place.guest, 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    [place.member, 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    [admin, '', 'FORBIDDEN', 'FORBIDDEN'],
    [place.owner, '', '', 'BAD_USER_INPUT'],
  ];
  for (const [by, managing, archiving, deleting] of cases) {
    const codes = [
      codesOf(await update(by, place, { name: `By ${by.username}` })),
      codesOf(await configure(by, place, { theme: 'DARK' })),
      codesOf(await archive(by, place)),
      codesOf(await unarchive(by, place)),
      codesOf(await remove(by)),
    ].map(([code = '']) => code);
    const expected = [managing, managing, archiving, archiving, deleting];
    expect([by.username, codes]).toEqual([by.username, expected]);
  }
  const can = async ({ token }: Person) => {
    const names = ['ManageSettings', 'ManageMembers', 'Invite', 'CreateChat', 'Archive', 'Delete'];
    const answer = await platform.query<{ workspace: Record<string, boolean> }>(
      token,
      `{ workspace(id: "${place.id}") { ${names.map((name) => `viewerCan${name}`).join(' ')} } }`,
    );
    return Object.values(answer.data.workspace);
  };
  expect(await can(place.owner)).toEqual([true, true, true, true, true, true]);
  expect(await can(admin)).toEqual([true, true, true, true, false, false]);
  expect(await can(place.member)).toEqual([false, false, false, true, false, false]);
  expect(await can(place.guest)).toEqual([false, false, false, false, false, false]);
});

test('an archived workspace is read, and every change in it is refused until it is unarchived', async () => {
  const place = await platform.seed.workspace('archive');
  const { owner, member } = place;
  const chat = await place.chat({ name: 'kept', participants: [member] });
  await chat.send(member, 'before');
  const { id: taskId } = await place.task('kept');
  const { id: boardId } = await place.board('kept');
  expect(await archive(owner, place)).toMatchObject({ userErrors: [], workspace: { isArchived: true } });
  expect(await archive(owner, place)).toMatchObject({ userErrors: [], workspace: { isArchived: true } });

  const read = await platform.query<Record<string, { id: string; isArchived: boolean }>>(
    member.token,
    `{ workspace(id: "${place.id}") { isArchived viewerCanCreateChat chats { nodes { name } } }
       chat(id: "${chat.id}") { viewerCanSend messages { nodes { body } } } task(id: "${taskId}") { title } board(id: "${boardId}") { name } }`,
  );
  expect(read.errors).toEqual([]);
  expect(read.data).toMatchObject({
    workspace: { isArchived: true, viewerCanCreateChat: false },
    chat: { viewerCanSend: false, messages: { nodes: [{ body: 'before' }] } },
    task: { title: 'kept' },
    board: { name: 'kept' },
  });

  const workspaceId = place.id;
  const nodes = [{ id: 'when', type: 'trigger.event', config: { type: 'chat.message.sent', contains: 'x' } }];
  const writes: [string, object][] = [
    ['sendMessage', { chatId: chat.id, body: 'after' }],
    ['sendMessage', { chatId: chat.id, body: '#close' }],
    ['createChat', { workspaceId, name: 'new' }],
    ['joinChat', { chatId: chat.id }],
    ['closeChat', { chatId: chat.id }],
    ['addChatParticipant', { chatId: chat.id, userId: place.guest.id }],
    ['removeChatParticipant', { chatId: chat.id, userId: member.id }],
    ['createTask', { workspaceId, title: 'new' }],
    ['updateTask', { id: taskId, title: 'new' }],
    ['createBoard', { workspaceId, name: 'new' }],
    ['createWorkflow', { workspaceId, name: 'new', nodes, edges: [] }],
    ['addWorkspaceMember', { workspaceId, username: acme.member.username, role: 'MEMBER' }],
    ['changeMemberRole', { workspaceId, userId: member.id, role: 'ADMIN' }],
    ['suspendMember', { workspaceId, userId: member.id }],
    ['removeWorkspaceMember', { workspaceId, userId: member.id }],
    ['leaveWorkspace', { workspaceId }],
    ['transferOwnership', { workspaceId, userId: member.id }],
    ['updateWorkspace', { workspaceId, name: 'new' }],
    ['updateWorkspaceSettings', { workspaceId, theme: 'DARK' }],
  ];
  await waitFor(async () => (await platform.sql('SELECT 1 FROM event.outbox')).length === 0);
  const written = () =>
    platform.sql('SELECT type FROM event.store WHERE workspace_id IS NOT NULL ORDER BY occurred_at, id');
  const before = await written();
  for (const [name, input] of writes) {
    const { userErrors } = await mutate(owner.token, name, input);
    expect([name, userErrors]).toMatchObject([name, [{ code: 'FORBIDDEN' }]]);
    expect([name, userErrors[0]?.message]).toEqual([name, expect.stringMatching(/archived/)]);
  }
  expect(await written()).toEqual(before);

  expect(await unarchive(owner, place)).toMatchObject({
    userErrors: [],
    workspace: { isArchived: false, archivedAt: null },
  });
  await chat.send(member, 'again');
  expect(codesOf(await mutate(owner.token, 'createChat', { workspaceId, name: 'new' }))).toEqual([]);
});

test('B9: the database itself refuses what is written in an archived workspace', async () => {
  const place = await platform.seed.workspace('sealed');
  const chat = await place.chat();
  await archive(place.owner, place);
  const [row] = await platform.sql<{ user_id: string; scope_id: string; workspace_id: string }>(
    `SELECT m.user_id, m.scope_id, m.workspace_id FROM access.membership m
     JOIN workspace.workspace w ON w.id = m.workspace_id JOIN access.person p ON p.user_id = m.user_id
     WHERE w.slug = $1 AND m.scope_id <> m.workspace_id AND p.username_lower = $2`,
    [place.slug, place.owner.username],
  );
  expect(chat.id).toBeTruthy();
  const { user_id, scope_id, workspace_id } = row!;
  const insert = `SET app.user_id = '${user_id}';
    INSERT INTO chat.message (id, workspace_id, scope_id, chat_id, author_id, body, is_automatic, tag_count, tag_results, created_at)
    VALUES (gen_random_uuid(), '${workspace_id}', '${scope_id}', '${scope_id}', '${user_id}', 'x', false, 0, '[]', now())`;
  await expect(platform.database.sqlAs('tributary_chat', insert)).rejects.toThrow('row-level security');
});
