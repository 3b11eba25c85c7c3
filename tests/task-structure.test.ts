import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { statementsOf } from './statements';
import { makeTaskClient, type Task, type TaskClient, type TaskPayload } from './task-client';

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

const create = async (input: object = {}, person = acme.owner) =>
  (await tasks.mutate(person, 'createTask', { workspaceId: acme.id, title: 'A task', ...input })).task!;
/** Tasks each of which is a part of the one before. */
async function chain(length: number): Promise<Task[]> {
  const made: Task[] = [];
  while (made.length < length) made.push(await create({ type: 'EPIC', parentId: made.at(-1)?.id }));
  return made;
}
const setParent = (task: Task, parentId: string | null, person = acme.owner) =>
  tasks.mutate(person, 'updateTask', { id: task.id, parentId });

type Related = TaskPayload & { relatedTask: { key: string; version: number } | null };

async function relate(name: 'add' | 'remove', [one, type, other]: [Task, string, Task], person = acme.owner) {
  const field = `${name}TaskRelation`;
  const document = `mutation ($input: ${name === 'add' ? 'Add' : 'Remove'}TaskRelationInput!) { ${field}(input: $input) {
    task { key version } relatedTask { key version } cursor userErrors { code message path } } }`;
  const input = { taskId: one.id, type, relatedTaskId: other.id };
  return (await client.query<Record<string, Related>>(person, document, { input }))[field]!;
}

interface Entry {
  kind: string;
  from: Record<string, unknown> | null;
  to: Record<string, unknown> | null;
  actor: { username: string };
  occurredAt: string;
}
interface Shown {
  progress: { total: number; done: number };
  subtasks: { nodes: { key: string }[] };
  relations: { nodes: { type: string; direction: string; task: { key: string } | null }[] };
  activity: { nodes: Entry[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}
const VALUE = '{ text user { username } task { key } labels { name } relationType relationDirection }';
const SHOWN = `progress { total done } subtasks { nodes { key } }
  relations { nodes { type direction task { key } } }
  activity(first: $first, after: $after) { nodes { kind from ${VALUE} to ${VALUE} actor { username } occurredAt }
    pageInfo { endCursor hasNextPage } }`;

async function show(person: Person, id: string, page: object = {}): Promise<Shown> {
  const document = `query ($id: ID!, $first: Int, $after: String) { task(id: $id) { ${SHOWN} } }`;
  return (await client.query<{ task: Shown }>(person, document, { id, ...page })).task;
}

const keysOf = (list: { key: string }[]) => list.map(({ key }) => key);
const eventCount = async () =>
  (
    await platform.sql<{ count: string }>("SELECT count(*) FROM event.store WHERE aggregate_type = 'task'")
  )[0]!.count;
/** A task that was made in a private chat of the owner's alone. */
async function secretTask(): Promise<Task> {
  const chat = await acme.chat({ visibility: 'PRIVATE' });
  const { id } = await tasks.say(acme.owner, chat.id, '#task Secret', 1);
  return (await tasks.tasksFrom(acme.owner, id))[0]!;
}

describe('parts', () => {
  test('F1: a task becomes a part of another, and stops to be; its parent counts its parts and those done', async () => {
    const { owner, member } = acme;
    const parent = await create({ type: 'EPIC' });
    const parts = [await create(), await create({ parentId: parent.id }), await create({ type: 'BUG' })];
    for (const part of [parts[0]!, parts[2]!]) {
      const { task } = await setParent(part, parent.id, member);
      expect(task).toMatchObject({ parent: { key: parent.key }, version: 2 });
    }
    await tasks.mutate(owner, 'updateTask', { id: parts[2]!.id, status: 'VERIFIED' });
    const shown = await show(member, parent.id);
    expect(shown).toMatchObject({ progress: { total: 3, done: 1 } });
    expect(keysOf(shown.subtasks.nodes)).toEqual(keysOf(parts));
    const count = await eventCount();
    expect(await setParent(parts[0]!, parent.id)).toMatchObject({ cursor: null, userErrors: [] });
    expect(await eventCount()).toBe(count);
    expect((await setParent(parts[0]!, null)).task).toMatchObject({ parent: null, version: 3 });
    expect((await show(owner, parent.id)).progress).toEqual({ total: 2, done: 1 });
  });

  test('an epic under its own child is refused, naming the way, and nothing changes', async () => {
    const [top, middle, bottom] = await chain(3);
    const count = await eventCount();
    const loops = { [top!.key]: [top], [bottom!.key]: [top, bottom, middle] };
    for (const { id, key } of [top!, bottom!]) {
      const { task, userErrors } = await setParent(top!, id);
      const way = [...loops[key]!.map((one) => one!.key), top!.key].join(' → ');
      const message = `A task cannot be a part of itself: ${way}`;
      expect(userErrors).toEqual([{ code: 'BAD_USER_INPUT', message, path: ['parentId'] }]);
      expect(task).toMatchObject({ parent: null, version: 1 });
    }
    expect(await eventCount()).toBe(count);
  });

  test('of parents that would close a loop together, one is refused', async () => {
    for (let i = 0; i < 5; i++) {
      const [one, other] = [await create(), await create()];
      const both = await Promise.all([setParent(one, other.id), setParent(other, one.id, acme.member)]);
      const codes = both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
      expect(codes).toEqual(['BAD_USER_INPUT']);
    }
  });

  test('tasks stand in each other ten deep, whether made so or moved', async () => {
    const ten = await chain(10);
    const deeper = await tasks.mutate(acme.owner, 'createTask', {
      ...{ workspaceId: acme.id, title: 'Too deep', parentId: ten[9]!.id },
    });
    const moved = await setParent(ten[0]!, (await create()).id);
    for (const { userErrors } of [deeper, moved])
      expect(userErrors).toEqual([
        { code: 'BAD_USER_INPUT', message: 'Tasks may stand in each other 10 deep', path: ['parentId'] },
      ]);
  });

  test('a hidden parent, one of another workspace and none at all are answered alike', async () => {
    const stranger = await seed.workspace('globex');
    const task = await create();
    const foreign = await stranger.task();
    const parents = [(await secretTask()).id, foreign.id, 'task_00000000000000000000000000'];
    for (const parentId of parents) {
      const { userErrors } = await setParent(task, parentId, acme.member);
      expect(userErrors).toEqual([{ code: 'NOT_FOUND', message: 'Task not found', path: ['parentId'] }]);
    }
  });

  test('parts that are hidden are neither shown nor counted', async () => {
    const parent = await create();
    await setParent(await secretTask(), parent.id);
    expect(await show(acme.owner, parent.id)).toMatchObject({ progress: { total: 1, done: 0 } });
    const seen = await show(acme.member, parent.id);
    expect(seen).toMatchObject({ progress: { total: 0, done: 0 }, subtasks: { nodes: [] } });
  });
});

describe('relations', () => {
  test('each of two tasks tells a relation, from its own side, until it is taken away', async () => {
    const [one, other] = [await create(), await create()];
    for (const [type, mirror] of [
      ['BLOCKS', 'INWARD'],
      ['DUPLICATES', 'INWARD'],
      ['RELATES', 'OUTWARD'],
    ] as const) {
      const added = await relate('add', [one, type, other], acme.member);
      expect(added).toMatchObject({
        task: { key: one.key },
        relatedTask: { key: other.key },
        userErrors: [],
      });
      const [mine, theirs] = [await show(acme.owner, one.id), await show(acme.owner, other.id)];
      expect(mine.relations.nodes).toEqual([{ type, direction: 'OUTWARD', task: { key: other.key } }]);
      expect(theirs.relations.nodes).toEqual([{ type, direction: mirror, task: { key: one.key } }]);
      const count = await eventCount();
      expect(await relate('add', [one, type, other])).toMatchObject({ cursor: null, userErrors: [] });
      expect(await eventCount()).toBe(count);
      const removed = await relate('remove', [one, type, other]);
      expect(removed).toMatchObject({ userErrors: [], cursor: expect.any(String) as string });
      expect(await relate('remove', [one, type, other])).toMatchObject({ cursor: null, userErrors: [] });
      for (const { id } of [one, other]) expect((await show(acme.owner, id)).relations.nodes).toEqual([]);
    }
    const versions = (await relate('add', [one, 'RELATES', other])).task!.version;
    expect(versions).toBe(8);
    // Related is related, whichever of the two is named first.
    expect(await relate('add', [other, 'RELATES', one])).toMatchObject({ cursor: null, userErrors: [] });
  });

  test.each(['BLOCKS', 'DUPLICATES'])('a cycle of %s is refused, and named', async (type) => {
    const [a, b, c] = [await create(), await create(), await create()];
    await relate('add', [a, type, b]);
    await relate('add', [b, type, c]);
    const count = await eventCount();
    const loops = [[c, a, b, c] as const, [b, a, b] as const];
    for (const loop of loops) {
      const { userErrors, task } = await relate('add', [loop[0], type, loop[1]]);
      const message = `That would be a cycle: ${keysOf([...loop]).join(' → ')}`;
      expect(userErrors).toEqual([{ code: 'BAD_USER_INPUT', message, path: ['relatedTaskId'] }]);
      expect(task!.key).toBe(loop[0].key);
    }
    const itself = await relate('add', [a, type, a]);
    expect(itself.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['relatedTaskId'] }]);
    expect(await eventCount()).toBe(count);
    // Another sort of relation leads elsewhere.
    expect((await relate('add', [c, 'RELATES', a])).userErrors).toEqual([]);
  });

  test('of relations that would close a cycle together, one is refused', async () => {
    for (let i = 0; i < 3; i++) {
      const ring = await Promise.all(Array.from({ length: 4 }, () => create()));
      const added = await Promise.all(
        ring.map((task, at) =>
          relate('add', [task, 'BLOCKS', ring[(at + 1) % 4]!], at % 2 ? acme.owner : acme.member),
        ),
      );
      const refused = added.flatMap(({ userErrors }) => userErrors);
      expect(refused).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
      expect(refused[0]!.message.split(' → ')).toHaveLength(5);
    }
  });

  test('a hidden task, one of another workspace and none at all are answered alike, and guests are refused', async () => {
    const [task, foreign] = [await create(), await (await seed.workspace('globex')).task()];
    const none = 'task_00000000000000000000000000';
    for (const id of [(await secretTask()).id, foreign.id, none]) {
      const { userErrors } = await relate('add', [task, 'BLOCKS', { ...task, id }], acme.member);
      expect(userErrors).toEqual([{ code: 'NOT_FOUND', message: 'Task not found', path: ['relatedTaskId'] }]);
      const turned = await relate('add', [{ ...task, id }, 'BLOCKS', task], acme.member);
      expect(turned.userErrors).toEqual([{ code: 'NOT_FOUND', message: 'Task not found', path: ['taskId'] }]);
    }
    const asGuest = await relate('add', [task, 'BLOCKS', await create()], acme.guest);
    expect(asGuest.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('a relation to a hidden task is neither shown nor told of in the history, nor named by a refusal', async () => {
    const [open, secret, other] = [await create(), await secretTask(), await create()];
    await relate('add', [open, 'BLOCKS', secret]);
    await relate('add', [secret, 'BLOCKS', other]);
    await setParent(open, secret.id);
    expect((await show(acme.owner, open.id)).relations.nodes).toHaveLength(1);
    const seen = await show(acme.member, open.id);
    expect(seen.relations.nodes).toEqual([]);
    expect(seen.activity.nodes.map(({ kind }) => kind)).toEqual(['CREATED']);
    const owners = await relate('add', [other, 'BLOCKS', open]);
    expect(owners.userErrors[0]!.message).toContain(secret.key);
    expect((await relate('add', [other, 'BLOCKS', open], acme.member)).userErrors).toEqual([]);
  });
});

describe('how tasks hang together', () => {
  test('is told to boards, with what has changed', async () => {
    const [board, one, other] = [await acme.board(), await create(), await create()];
    const document = `subscription ($id: ID!, $after: String) { boardEvents(boardId: $id, after: $after) {
      event { ... on TaskUpdated { task { key } changedFields } } } }`;
    await untilSettled(platform);
    const shown = await client.query<{ board: { eventsCursor: string } }>(
      acme.member,
      'query ($id: ID!) { board(id: $id) { eventsCursor } }',
      { id: board.id },
    );
    type Frame = { boardEvents: { event: { task: { key: string }; changedFields: string[] } } };
    const variables = { id: board.id, after: shown.board.eventsCursor };
    const live = platform.subscribe<Frame>(acme.member.token, document, variables);
    await setParent(one, other.id);
    await relate('add', [one, 'BLOCKS', other]);
    await live.next(({ data }) => data.boardEvents.event.task.key === other.key);
    const told = live.frames.map(({ data }) => data.boardEvents.event);
    expect(told).toEqual([
      { task: { key: one.key }, changedFields: ['parent'] },
      { task: { key: one.key }, changedFields: ['relations'] },
      { task: { key: other.key }, changedFields: ['relations'] },
    ]);
  });

  test('the same relation, said by ten at once from either side, is made once', async () => {
    const [one, other] = [await create(), await create()];
    const said = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        relate(
          'add',
          i % 2 ? [one, 'RELATES', other] : [other, 'RELATES', one],
          i % 3 ? acme.owner : acme.member,
        ),
      ),
    );
    expect(said.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(said.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
    expect((await show(acme.owner, one.id)).relations.nodes).toHaveLength(1);
  });

  test('costs as many statements for a page of fifty tasks as for one of two', async () => {
    const document = `query ($w: ID!, $first: Int) { workspace(id: $w) { tasks(first: $first) { nodes {
      parent { key } progress { total done } subtasks(first: 5) { nodes { key } }
      relations(first: 5) { nodes { type task { key } } } activity(first: 5) { nodes { kind to { task { key } } } } } } } }`;
    const count = async (first: number) =>
      (await statementsOf(['task'], () => client.query(acme.owner, document, { w: acme.id, first }))).length;
    const few = await count(2);
    expect(few).toBeGreaterThan(4);
    expect(await count(50)).toBeLessThan(few + 3);
  });
});
