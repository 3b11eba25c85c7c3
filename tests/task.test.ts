import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Seed, type SeededWorkspace } from './seed';
import { makeTaskClient, type TaskClient } from './task-client';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let seed: Seed;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  seed = createSeed(platform);
  acme = await seed.workspace();
}, 60_000);

afterAll(() => platform.close());

/** Creates a task as the owner. */
const create = async (input: object, workspace = acme) =>
  (
    await tasks.mutate(workspace.owner, 'createTask', {
      workspaceId: workspace.id,
      title: 'A task',
      ...input,
    })
  ).task!;

/** How many events tasks have. */
const eventCount = async () =>
  (
    await platform.sql<{ count: string }>("SELECT count(*) FROM event.store WHERE aggregate_type = 'task'")
  )[0]!.count;

describe('F1, F2: tasks', () => {
  test('F1: a task is created with all that it is given, and its own chat follows', async () => {
    const { owner, member } = acme;
    const parent = await create({ type: 'EPIC', title: 'Sign-in' });
    const task = await create({
      type: 'BUG',
      title: '  Crash  ',
      assigneeId: member.id,
      priority: 'HIGH',
      severity: 'MAJOR',
      dueDate: '2026-12-24',
      parentId: parent.id,
    });
    expect(task).toMatchObject({
      type: 'BUG',
      title: 'Crash',
      status: 'NEW',
      assignee: { username: member.username },
      priority: 'HIGH',
      severity: 'MAJOR',
      dueDate: '2026-12-24',
      parent: { key: parent.key },
      sourceChat: null,
      version: 1,
    });
    const byKey = 'query ($w: ID!, $k: String!) { task(workspaceId: $w, key: $k) { id chat { kind } } }';
    type Data = { task: { id: string; chat: { kind: string } | null } };
    const chat = await waitFor(
      async () => (await client.query<Data>(owner, byKey, { w: acme.id, k: task.key })).task.chat,
      { what: 'its chat' },
    );
    expect(chat.kind).toBe('BUG');
  });

  test('F1, E1: an update does what the tags do, one event for each field that changed', async () => {
    const { member } = acme;
    const { id } = await create({ type: 'BUG' });
    const changes = {
      title: 'Another title',
      status: 'FIXED',
      assigneeId: member.id,
      priority: 'LOW',
      severity: 'MINOR',
      dueDate: '2027-01-01',
    };
    const first = await tasks.mutate(member, 'updateTask', { id, ...changes });
    expect(first.userErrors).toEqual([]);
    const { assigneeId: _, ...fields } = changes;
    expect(first.task).toMatchObject({ ...fields, assignee: { username: member.username }, version: 7 });
    const count = await eventCount();
    const again = await tasks.mutate(member, 'updateTask', { id, ...changes });
    expect(again).toMatchObject({ cursor: null, userErrors: [], task: { version: 7 } });
    expect(await eventCount()).toBe(count);
    const cleared = await tasks.mutate(member, 'updateTask', { id, assigneeId: null, dueDate: null });
    expect(cleared.task).toMatchObject({ assignee: null, dueDate: null, title: 'Another title', version: 9 });
  });

  test.each([
    ['a status of another type', { status: 'DONE' }, 'BAD_USER_INPUT', 'status'],
    ['no status', { status: null }, 'BAD_USER_INPUT', 'status'],
    ['no title', { title: ' ' }, 'BAD_USER_INPUT', 'title'],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'BAD_USER_INPUT', 'title'],
    ['a control character', { title: 'a\u0007b' }, 'BAD_USER_INPUT', 'title'],
    ['what is no user', { assigneeId: 'task_x' }, 'BAD_USER_INPUT', 'assigneeId'],
  ])('F2: %s is refused, and nothing else changes', async (_, input, code, field) => {
    const task = await create({ type: 'BUG' });
    const count = await eventCount();
    const refused = await tasks.mutate(acme.owner, 'updateTask', { id: task.id, priority: 'LOW', ...input });
    expect(refused.userErrors).toMatchObject([{ code, path: [field] }]);
    expect(refused.task).toMatchObject({ status: 'NEW', title: 'A task', priority: null, version: 1 });
    expect(await eventCount()).toBe(count);
  });

  test('E10: a day that does not exist is refused', async () => {
    const { id } = await create({});
    const document = 'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { cursor } }';
    for (const dueDate of ['2026-02-30', '20/11/2026']) {
      const answer = await platform.query(acme.owner.token, document, { input: { id, dueDate } });
      expect(answer.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(answer.errors[0]!.message).toContain(`Value is not a valid LocalDate: ${dueDate}`);
    }
  });

  test('F6: only members of the workspace are assigned; a stranger and nobody are answered alike', async () => {
    const stranger = (await seed.workspace('globex')).owner;
    const { id } = await create({});
    const nobody = stranger.id.replace(/.{4}$/, '0000');
    const answers = await Promise.all(
      [stranger.id, nobody].map((assigneeId) => tasks.mutate(acme.owner, 'updateTask', { id, assigneeId })),
    );
    expect(answers[0]!.userErrors).toMatchObject([
      { code: 'NOT_FOUND', message: 'Workspace member not found', path: ['assigneeId'] },
    ]);
    expect(answers[1]!.userErrors).toEqual(answers[0]!.userErrors);
  });

  test('a change of what has changed since is a conflict with the task as it is now', async () => {
    const { owner, member } = acme;
    const { id } = await create({});
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) => {
        const { id: assigneeId } = i % 2 ? owner : member;
        return tasks.mutate(owner, 'updateTask', { id, assigneeId, expectedVersion: 1 });
      }),
    );
    const lost = claims.filter(({ userErrors }) => userErrors.length > 0);
    expect(lost).toHaveLength(19);
    for (const { userErrors, task } of lost) {
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', currentVersion: 2, path: ['expectedVersion'] }]);
      expect(task!.version).toBe(2);
    }
  });

  test('keys are gapless however many tasks are made at once, and one idempotency key makes one task', async () => {
    const place = await seed.workspace('keys');
    const input = { workspaceId: place.id, title: 'One of many' };
    const many = Array.from({ length: 20 }, (_, i) =>
      tasks.mutate(i % 2 ? place.owner : place.member, 'createTask', input),
    );
    const same = Array.from({ length: 5 }, () =>
      tasks.mutate(place.owner, 'createTask', { ...input, idempotencyKey: 'once' }),
    );
    const made = await Promise.all([...many, ...same]);
    const keys = [...new Set(made.map(({ task }) => task!.key))];
    const expected = Array.from({ length: 21 }, (_, i) => `KEYS-${i + 1}`);
    expect(keys.sort()).toEqual(expected.sort());
    const other = { ...input, title: 'Another', idempotencyKey: 'once' };
    const reused = await tasks.mutate(place.owner, 'createTask', other);
    expect(reused.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  test('B8, B12: guests are refused, and strangers are answered as if there were nothing', async () => {
    const stranger = (await seed.workspace('globex')).owner;
    const task = await create({});
    const board = await acme.board();
    for (const { token } of [acme.guest, stranger]) {
      const document =
        'query ($t: ID!, $b: ID!, $w: ID!) { task(id: $t) { id } board(id: $b) { id } node(id: $b) { id } workspace(id: $w) { boards { nodes { id } } } }';
      const { data } = await platform.query<{ workspace: { boards: object | null } | null }>(
        token,
        document,
        {
          t: task.id,
          b: board.id,
          w: acme.id,
        },
      );
      expect(data).toMatchObject({ task: null, board: null, node: null });
      expect([null, { boards: null }]).toContainEqual(data.workspace);
    }
    const foreign = await tasks.mutate(stranger, 'updateTask', { id: task.id, title: 'Mine' });
    const missing = await tasks.mutate(stranger, 'updateTask', {
      id: 'task_00000000000000000000000000',
      title: 'x',
    });
    expect(foreign).toEqual(missing);
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'Task not found' }]);
    const asGuest = await tasks.mutate(acme.guest, 'createTask', { workspaceId: acme.id, title: 'x' });
    expect(asGuest.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
