import { Client } from 'pg';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let place: SeededWorkspace;
let globex: SeededWorkspace;
let leaver: Person;
let chat: SeededChat;

interface Page {
  nodes: { username: string }[];
  totalCount: number;
}

async function users(args: string): Promise<Page> {
  const answer = await platform.query<{ users: Page }>(
    place.owner.token,
    `{ users${args} { nodes { username } totalCount } }`,
  );
  expect(answer.errors).toEqual([]);
  return answer.data.users;
}

const root = () => platform.token('root');
const switchUser = async (token: string, name: string, userId: string) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const answer = await platform.query<Record<string, { user: unknown; userErrors: { code: string }[] }>>(
    token,
    `mutation ($input: ${type}) { ${name}(input: $input) { user { username isActive } userErrors { code path } } }`,
    { input: { userId } },
  );
  return answer.data[name]!;
};
const members = async () => {
  const answer = await platform.query<{
    workspace: { members: { totalCount: number; nodes: { user: { id: string } }[] } };
  }>(place.owner.token, `{ workspace(id: "${place.id}") { members { totalCount nodes { user { id } } } } }`);
  const { nodes, totalCount } = answer.data.workspace.members;
  return { ids: nodes.map(({ user }) => user.id), totalCount };
};

beforeAll(async () => {
  platform = await startPlatform();
  globex = await platform.seed.workspace('globex');
  place = await platform.seed.workspace('leaving');
  leaver = await platform.seed.person('leaver');
  await place.add(leaver, 'MEMBER');
  chat = await place.chat({ participants: [leaver, place.member] });
});
afterAll(() => platform.close());

test('A18: a deactivated user leaves lists, suggestions and counts, and stays the author of what they wrote', async () => {
  const messageId = await chat.send(leaver, 'I was here');
  const before = await members();
  expect(before.ids).toContain(leaver.id);
  expect(await switchUser(root(), 'deactivateUser', leaver.id)).toEqual({
    user: { username: 'leaver', isActive: false },
    userErrors: [],
  });
  const suggestion = `(filter: { workspaceId: "${place.id}", search: "leaver" })`;
  expect(await users(suggestion)).toMatchObject({ nodes: [], totalCount: 0 });
  const inactive = `(filter: { workspaceId: "${place.id}", isActive: false })`;
  expect((await users(inactive)).nodes).toEqual([{ username: 'leaver' }]);
  const after = await members();
  expect(after.ids).not.toContain(leaver.id);
  expect(after.totalCount).toBe(before.totalCount - 1);
  const { data } = await platform.query(
    place.owner.token,
    `{ node(id: "${messageId}") { ... on Message { author { username isActive } } } user(id: "${leaver.id}") { isActive } }`,
  );
  expect(data).toEqual({
    node: { author: { username: 'leaver', isActive: false } },
    user: { isActive: false },
  });
});

test('A18: a deactivated user stands in no list of participants, and is given no tasks', async () => {
  const { data } = await platform.query<{ chat: { participants: { nodes: { user: { id: string } }[] } } }>(
    place.owner.token,
    `{ chat(id: "${chat.id}") { participants { nodes { user { id } } } } }`,
  );
  const ids = data.chat.participants.nodes.map(({ user }) => user.id);
  expect(ids.sort()).toEqual([place.owner.id, place.member.id].sort());
  const created = await platform.query<{ createTask: { userErrors: { code: string }[] } }>(
    place.owner.token,
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { userErrors { code } } }',
    { input: { workspaceId: place.id, title: 'For nobody', assigneeId: leaver.id } },
  );
  expect(created.data.createTask.userErrors).toHaveLength(1);
});

test('A18: a deactivated user is signed out, sees and changes nothing, and everything again once reactivated', async () => {
  const setStatus = async () => {
    const answer = await platform.query<{ setStatus: { userErrors: { code: string }[] } }>(
      leaver.token,
      'mutation { setStatus(input: { text: "Still here" }) { userErrors { code } } }',
    );
    return answer.data.setStatus.userErrors.map(({ code }) => code);
  };
  expect((await platform.query(leaver.token, '{ viewer { id } }')).errors[0]?.extensions?.code).toBe(
    'UNAUTHENTICATED',
  );
  platform.clock.advance(2000);
  leaver = { ...leaver, token: platform.token('leaver') };
  expect(await setStatus()).toEqual(['FORBIDDEN']);
  const see = async () =>
    (
      await platform.query(
        leaver.token,
        `{ workspace(id: "${place.id}") { id } chat(id: "${chat.id}") { id } users { totalCount } viewer { isActive } }`,
      )
    ).data;
  expect(await see()).toEqual({
    workspace: null,
    chat: null,
    users: { totalCount: 0 },
    viewer: { isActive: false },
  });
  const back = await switchUser(root(), 'reactivateUser', leaver.id);
  expect(back).toEqual({ user: { username: 'leaver', isActive: true }, userErrors: [] });
  expect((await users('(filter: { search: "leaver" })')).nodes).toEqual([{ username: 'leaver' }]);
  expect((await members()).ids).toContain(leaver.id);
  expect(await setStatus()).toEqual([]);
  expect(await see()).toMatchObject({ workspace: { id: place.id }, chat: { id: chat.id } });
});

test('A18: a deactivated user is made one by system administrators alone, once, and never the last owner of a workspace', async () => {
  const codes = async (token: string, name: string, id: string) =>
    (await switchUser(token, name, id)).userErrors.map(({ code }) => code);
  const nobody = 'user_00000000000000000000000000';
  for (const name of ['deactivateUser', 'reactivateUser']) {
    for (const id of [leaver.id, globex.member.id, nobody])
      expect(await codes(place.owner.token, name, id)).toEqual(['FORBIDDEN']);
    expect(await codes(root(), name, nobody)).toEqual(['NOT_FOUND']);
  }
  const self = await platform.seed.person('root');
  expect(await codes(self.token, 'deactivateUser', self.id)).toEqual(['FORBIDDEN']);
  expect(await codes(root(), 'deactivateUser', place.owner.id)).toEqual(['CONFLICT']);
  const second = await platform.seed.person('second-owner');
  await place.add(second, 'OWNER');
  expect(await codes(root(), 'deactivateUser', second.id)).toEqual([]);
  expect(await codes(root(), 'deactivateUser', second.id)).toEqual([]);
  expect(await codes(root(), 'deactivateUser', place.owner.id)).toEqual(['CONFLICT']);
  const events = await platform.sql<{ type: string }>(
    "SELECT type FROM event.store WHERE aggregate_id = $1 AND type LIKE 'user.%activated'",
    [fromGlobalId('User', second.id)],
  );
  expect(events).toEqual([{ type: 'user.deactivated' }]);
});

test('S67: of two last owners who are deactivated at the same time, one stays', async () => {
  for (let round = 0; round < 5; round++) {
    const shared = await platform.seed.workspace(`shared${round}`);
    const second = await platform.seed.person(`co-owner-${round}`);
    await shared.add(second, 'OWNER');
    const answers = await Promise.all(
      [shared.owner, second].map(({ id }) => switchUser(root(), 'deactivateUser', id)),
    );
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
  }
});

test('A18: whoever is deactivated while a workspace is handed to them leaves it with an owner who can act', async () => {
  for (let round = 0; round < 5; round++) {
    const handed = await platform.seed.workspace(`handed${round}`);
    const input = { workspaceId: handed.id, userId: handed.member.id };
    await Promise.all([
      platform.query(
        handed.owner.token,
        'mutation ($input: TransferOwnershipInput!) { transferOwnership(input: $input) { userErrors { code } } }',
        { input },
      ),
      switchUser(root(), 'deactivateUser', handed.member.id),
    ]);
    const owners = await platform.sql(
      `SELECT 1 FROM access.membership m JOIN access.person p ON p.user_id = m.user_id AND p.is_active
       WHERE m.scope_id = $1 AND m.role = 'OWNER' AND m.active`,
      [fromGlobalId('Workspace', handed.id)],
    );
    expect(owners).toHaveLength(1);
  }
});

test('A18: a deactivated system administrator reads no more than anybody who is deactivated', async () => {
  const { id } = await platform.seed.person('former');
  const claims = { realm_access: { roles: ['system-admin'] } };
  const ask = async () => {
    const token = platform.token('former', { claims });
    const { data, errors } = await platform.query(token, `{ workspace(id: "${place.id}") { id } }`);
    return errors[0]?.extensions?.code ?? data;
  };
  expect(await ask()).toEqual({ workspace: { id: place.id } });
  await switchUser(root(), 'deactivateUser', id);
  platform.clock.advance(2000);
  expect(await ask()).toBe('FORBIDDEN');
});

test('S67: who is becoming the only owner is not deactivated meanwhile', async () => {
  const shared = await platform.seed.workspace('handed-over');
  const workspaceId = fromGlobalId('Workspace', shared.id);
  const blocker = new Client({ connectionString: platform.database.migratorUrl });
  await blocker.connect();
  const waiting = (name: string) => async () =>
    (
      await platform.sql(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
        [`%${name}%`],
      )
    ).length > 0;
  try {
    // A change that has been decided and not been committed waits for its place among the events.
    await blocker.query('BEGIN');
    await blocker.query(
      "SELECT 1 FROM event.head h WHERE h.aggregate_type = 'workspace' AND h.aggregate_id = $1 FOR UPDATE",
      [workspaceId],
    );
    const transferring = platform.query<{ transferOwnership: { userErrors: { code: string }[] } }>(
      shared.owner.token,
      'mutation ($input: TransferOwnershipInput!) { transferOwnership(input: $input) { userErrors { code } } }',
      { input: { workspaceId: shared.id, userId: shared.member.id } },
    );
    await waitFor(waiting('event.append'));
    const deactivating = switchUser(root(), 'deactivateUser', shared.member.id);
    let isDone = false;
    void deactivating.finally(() => (isDone = true));
    await waitFor(async () => isDone || (await waiting('lock_workspaces')()));
    await blocker.query('COMMIT');
    expect((await transferring).data.transferOwnership.userErrors).toEqual([]);
    expect((await deactivating).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  } finally {
    await blocker.end();
  }
});
