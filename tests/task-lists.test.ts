import * as fc from 'fast-check';
import { Client } from 'pg';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededWorkspace } from './seed';
import { statementsOf } from './statements';
import { makeTaskClient, type Task, type TaskClient } from './task-client';
import { passes, randomFilter } from './task-filters';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let seed: Seed;
let acme: SeededWorkspace;
/** The tasks of acme, in the order in which they were made. */
let made: Task[];
let labelId: string;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  seed = createSeed(platform);
  acme = await seed.workspace();
  made = await makeTasks();
}, 60_000);

afterAll(() => platform.close());

const PRIORITIES = [null, 'LOW', 'HIGH', 'MEDIUM', 'HIGH', null] as const;
const DUE = [null, '2027-01-01', '2026-12-24', '2027-01-01'] as const;

async function makeTasks(): Promise<Task[]> {
  const rows: Task[] = [];
  labelId = await tasks.label(acme, 'urgent');
  for (let i = 0; i < 12; i++) {
    const input = {
      workspaceId: acme.id,
      type: (['TASK', 'BUG', 'EPIC'] as const)[i % 3],
      title: `${i % 2 ? 'Login' : 'Sign-in'} no. ${i}`,
      priority: PRIORITIES[i % PRIORITIES.length],
      dueDate: DUE[i % DUE.length],
      assigneeId: [null, acme.owner.id, acme.member.id][i % 5],
      severity: i % 6 === 1 ? 'MAJOR' : null,
      labelIds: i % 4 === 3 ? [labelId] : [],
      parentId: i > 9 ? rows[2]!.id : null,
    };
    rows.push((await tasks.mutate(acme.owner, 'createTask', input)).task!);
  }
  for (const i of [5, 0, 7]) {
    const status = { TASK: 'DONE', BUG: 'INVESTIGATING', EPIC: 'COMPLETED' }[rows[i]!.type];
    rows[i] = (await tasks.mutate(acme.owner, 'updateTask', { id: rows[i]!.id, status })).task!;
  }
  return rows;
}

interface Page {
  nodes: { title: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

const ARGS = 'filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before';
const PAGE = 'nodes { title } edges { cursor } pageInfo { hasNextPage hasPreviousPage }';
const LIST = `query ($w: ID!, $filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String, $last: Int, $before: String) {
  workspace(id: $w) { tasks(${ARGS}) { ${PAGE} } } }`;

async function list(args: object, person: Person = acme.owner, workspace = acme): Promise<Page> {
  type Data = { workspace: { tasks: Page } };
  const data = await client.query<Data>(person, LIST, { first: 100, w: workspace.id, ...args });
  return data.workspace.tasks;
}

const numbersOf = ({ nodes }: Page) => nodes.map(({ title }) => Number(/\d+$/.exec(title)![0]));

describe('the tasks of a workspace', () => {
  test.each<[string, () => object, number[]]>([
    ['nothing', () => ({}), [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['one type', () => ({ type: { eq: 'BUG' } }), [10, 7, 4, 1]],
    ['several types', () => ({ type: { in: ['BUG', 'EPIC'] } }), [11, 10, 8, 7, 5, 4, 2, 1]],
    ['no type at all', () => ({ type: { in: [] } }), []],
    ['a status', () => ({ status: { eq: 'INVESTIGATING' } }), [7]],
    ['a category', () => ({ statusCategory: { eq: 'DONE' } }), [5, 0]],
    ['a priority', () => ({ priority: { in: ['HIGH'] } }), [10, 8, 4, 2]],
    ['no priority', () => ({ priority: { isNull: true } }), [11, 6, 5, 0]],
    ['not high, none included', () => ({ not: { priority: { eq: 'HIGH' } } }), [11, 9, 7, 6, 5, 3, 1, 0]],
    ['a severity', () => ({ severity: { isNull: false } }), [7, 1]],
    ['an assignee', () => ({ assignee: { eq: acme.member.id } }), [7, 2]],
    ['nobody or somebody', () => ({ assignee: { in: [acme.owner.id], isNull: false } }), [11, 6, 1]],
    ['a creator', () => ({ creator: { eq: acme.member.id } }), []],
    ['a parent', () => ({ parent: { eq: made[2]!.id } }), [11, 10]],
    ['no parent', () => ({ parent: { isNull: true }, type: { eq: 'EPIC' } }), [8, 5, 2]],
    ['a label', () => ({ label: { in: [labelId] } }), [11, 7, 3]],
    ['no label', () => ({ label: { isNull: true }, type: { eq: 'TASK' } }), [9, 6, 0]],
    ['a day', () => ({ dueDate: { eq: '2026-12-24' } }), [10, 6, 2]],
    ['later days', () => ({ dueDate: { gt: '2026-12-24' } }), [11, 9, 7, 5, 3, 1]],
    ['earlier days', () => ({ dueDate: { lt: '2027-01-01' } }), [10, 6, 2]],
    ['a text, whatever the case', () => ({ title: { contains: 'LOGIN' } }), [11, 9, 7, 5, 3, 1]],
    ['a sign of patterns', () => ({ title: { contains: '%' } }), []],
    ['a beginning', () => ({ title: { startsWith: 'sign', contains: '1' } }), [10]],
    ['a whole title', () => ({ title: { in: ['LOGIN NO. 3', 'no. 4'] } }), [3]],
    ['times', () => ({ createdAt: { gt: '2020-01-01T00:00:00Z', lt: '2021-01-01T00:00:00Z' } }), []],
    ['changes', () => ({ updatedAt: { lt: '2020-01-01T00:00:00Z' } }), []],
    [
      'one of two',
      () => ({ or: [{ type: { eq: 'EPIC' } }, { priority: { eq: 'LOW' } }] }),
      [11, 8, 7, 5, 2, 1],
    ],
    ['two of two', () => ({ and: [{ type: { eq: 'BUG' } }, { priority: { eq: 'LOW' } }] }), [7, 1]],
  ])('are found by %s', async (_, filter, expected) => {
    expect(numbersOf(await list({ filter: filter() }))).toEqual(expected);
  });

  test('any filter finds just the tasks that pass it', async () => {
    for (const filter of fc.sample(randomFilter, { numRuns: 60, seed: 20_261_121 })) {
      const expected = made.map((task, i) => (passes(task, filter) ? i : -1)).filter((i) => i >= 0);
      const found = numbersOf(await list({ filter })).reverse();
      expect({ filter, found }).toEqual({ filter, found: expected });
    }
  });

  test.each([
    ['a filter in six others', { not: { not: { not: { not: { not: { not: {} } } } } } }, '5 deep'],
    ['fifty-one parts', { or: Array.from({ length: 51 }, () => ({})) }, 'at most 50 parts'],
    ['a hundred and one values', { type: { in: Array.from({ length: 101 }, () => 'BUG') } }, 'at most 100'],
    ['what is no user', { assignee: { eq: 'task_x' } }, 'filter.assignee: that is not the id of a User'],
    ['a NUL', { title: { eq: 'a\0' } }, 'filter.title: a text must be well-formed'],
    ['a text of 10,000 characters', { title: { contains: 'x'.repeat(10_000) } }, 'at most 500 characters'],
    ['a day that does not exist', { dueDate: { eq: '2026-02-30' } }, 'not a valid LocalDate'],
  ])('a filter with %s is refused, and says why', async (_, filter, message) => {
    const answer = await platform.query<unknown>(acme.owner.token, LIST, { w: acme.id, filter });
    expect(answer.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(answer.errors[0]!.message).toContain(message);
  });
});

describe('the order of tasks', () => {
  const all = [...Array(12).keys()];
  const byValue = (valueOf: (i: number) => string | number) =>
    [...all].sort((a, b) => (valueOf(a) < valueOf(b) ? -1 : valueOf(a) > valueOf(b) ? 1 : a - b));
  const rank = (i: number) => [null, 'LOW', 'MEDIUM', 'HIGH'].indexOf(made[i]!.priority);

  test.each<[string, () => number[]]>([
    ['CREATED_AT', () => all],
    ['KEY', () => all],
    ['UPDATED_AT', () => [...all.filter((i) => ![5, 0, 7].includes(i)), 5, 0, 7]],
    ['DUE_DATE', () => byValue((i) => made[i]!.dueDate ?? 'infinity')],
    ['PRIORITY', () => byValue(rank)],
  ])('%s: up and down, in pages of any size, forwards and backwards', async (field, expected) => {
    for (const direction of ['ASC', 'DESC']) {
      const order = direction === 'ASC' ? expected() : [...expected()].reverse();
      const orderBy = { field, direction };
      expect(numbersOf(await list({ orderBy }))).toEqual(order);
      const forwards: number[] = [];
      const backwards: number[] = [];
      let after: string | null = null;
      let before: string | null = null;
      for (let more = true; more;) {
        const page = await list({ orderBy, first: 5, after });
        forwards.push(...numbersOf(page));
        after = page.edges.at(-1)!.cursor;
        more = page.pageInfo.hasNextPage;
      }
      for (let more = true; more;) {
        const page = await list({ orderBy, first: null, last: 5, before });
        backwards.unshift(...numbersOf(page));
        before = page.edges[0]!.cursor;
        more = page.pageInfo.hasPreviousPage;
      }
      expect(forwards).toEqual(order);
      expect(backwards).toEqual(order);
    }
  });

  test('a cursor of one order is none of another', async () => {
    const { edges } = await list({ orderBy: { field: 'DUE_DATE', direction: 'ASC' } });
    for (const orderBy of [
      undefined,
      { field: 'DUE_DATE', direction: 'DESC' },
      { field: 'KEY', direction: 'ASC' },
    ]) {
      const variables = { w: acme.id, orderBy, after: edges[3]!.cursor };
      const answer = await platform.query<unknown>(acme.owner.token, LIST, variables);
      expect(answer.errors[0]).toMatchObject({
        message: 'after is not a cursor of this list',
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  });
});

describe('what is hidden', () => {
  test('nobody finds a task of a private chat by a filter, nor a parent there, who is not in it', async () => {
    const place = await seed.workspace('hidden');
    const chat = await place.chat({ visibility: 'PRIVATE' });
    const said = await tasks.say(place.owner, chat.id, '#epic Secret 1', 1);
    const [secret] = await tasks.tasksFrom(place.owner, said.id);
    const input = { workspaceId: place.id, title: 'Open 2', parentId: secret!.id };
    await tasks.mutate(place.owner, 'createTask', input);
    const find = async (person: Person, filter: object) => numbersOf(await list({ filter }, person, place));
    for (const [filter, seen, unseen] of [
      [{ title: { contains: 'secret' } }, [1], []],
      [{ parent: { eq: secret!.id } }, [2], []],
      [{ parent: { isNull: true } }, [1], [2]],
      [{ not: { parent: { isNull: true } } }, [2], []],
    ] as const) {
      expect(await find(place.owner, filter)).toEqual(seen);
      expect(await find(place.member, filter)).toEqual(unseen);
    }
    const strangers = await platform.query<{ workspace: null }>(acme.owner.token, LIST, { w: place.id });
    expect(strangers.data.workspace).toBeNull();
  });

  const ASSIGNED = `query ($ids: [ID!]!, $filter: TaskFilter, $orderBy: TaskOrder) { nodes(ids: $ids) { ... on User {
    username assignedTasks(filter: $filter, orderBy: $orderBy) { nodes { title } } } } }`;
  type Assigned = { nodes: ({ assignedTasks: { nodes: { title: string }[] } } | null)[] };
  const assignedTo = async (people: Person[], args: object = {}, viewer = acme.owner) => {
    const answer = await platform.query<Assigned>(viewer.token, ASSIGNED, {
      ids: people.map(({ id }) => id),
      ...args,
    });
    return answer.data.nodes.map((user) => user?.assignedTasks.nodes.map(({ title }) => title) ?? null);
  };

  test('what is somebody to do is seen by whoever sees the tasks, filtered and ordered like any', async () => {
    const { owner, member, guest } = acme;
    const [ofOwner, ofMember] = await assignedTo([owner, member]);
    expect(ofOwner).toEqual(['Login no. 11', 'Sign-in no. 6', 'Login no. 1']);
    expect(ofMember).toEqual(['Login no. 7', 'Sign-in no. 2']);
    const orderBy = { field: 'KEY', direction: 'ASC' };
    const filtered = await assignedTo([owner], { filter: { type: { eq: 'TASK' } }, orderBy });
    expect(filtered).toEqual([['Sign-in no. 6']]);
    expect(await assignedTo([owner], {}, guest)).toEqual([[]]);
    const stranger = (await seed.workspace('globex')).owner;
    expect(await assignedTo([owner], {}, stranger)).toEqual([null]);
  });

  test('a page of any size, and the tasks of many people, are one statement each', async () => {
    const filter = { statusCategory: { in: ['TO_DO', 'DONE'] } };
    for (const first of [2, 12]) {
      const names = await statementsOf(['task'], () => list({ first, filter }));
      expect(names.filter((name) => name !== 'task.loadRoles')).toEqual(['task.filterWorkspaceTasks']);
    }
    const names = await statementsOf(['task'], () => assignedTo([acme.owner, acme.member]));
    expect(names).toEqual(['task.listAssignedTasks']);
  });
});

describe('a page of many tasks', () => {
  /** How the database goes about a list, planned as services do. */
  async function planOf(args: object): Promise<string> {
    const sent = jest.spyOn(Client.prototype, 'query');
    await list(args);
    const asked = (sent.mock.calls as unknown as [{ text?: string; values: unknown[] }][])
      .filter(([{ text }]) => /^\/\* task\.\w+WorkspaceTasks/.test(text ?? ''))
      .at(-1)![0];
    sent.mockRestore();
    const given = asked.values.map(
      (value) => `'${Array.isArray(value) ? `{${value.join()}}` : String(value)}'`,
    );
    const pg = new Client({ connectionString: platform.database.roleUrls.tributary_task });
    await pg.connect();
    await pg.query(
      "SELECT set_config('app.user_id', $1, false), set_config('app.role', 'user', false), set_config('plan_cache_mode', 'force_generic_plan', false)",
      [fromGlobalId('User', acme.owner.id)],
    );
    await pg.query(`PREPARE asked AS ${asked.text}`);
    const explain = `EXPLAIN (ANALYZE, BUFFERS) EXECUTE asked (${given.join()})`;
    const { rows } = await pg.query<Record<string, string>>(explain);
    await pg.end();
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  test('is read along an index of its order, without sorting, forwards and backwards', async () => {
    await platform.sql(
      `INSERT INTO task.task (id, workspace_id, scope_id, creator_id, number, key, type, title, status, category,
         priority, due_date, chat_id, rank, created_at, updated_at, version)
       SELECT gen_random_uuid(), $1, $1, $2, 1000 + i, 'MANY-' || i, 'TASK', 'No. ' || i, 'TO_DO', 'TO_DO',
         (ARRAY['HIGH', 'MEDIUM', 'LOW'])[1 + i % 4], CASE WHEN i % 5 > 0 THEN date '2026-01-01' + i % 700 END,
         gen_random_uuid(), 'z' || i, now() - make_interval(mins => i), now() - make_interval(mins => i), 1
       FROM generate_series(1, 20000) AS i`,
      [fromGlobalId('Workspace', acme.id), fromGlobalId('User', acme.owner.id)],
    );
    await platform.sql('ANALYZE task.task');
    const filters = [{}, { statusCategory: { eq: 'TO_DO' }, not: { type: { eq: 'BUG' } } }];
    for (const field of ['CREATED_AT', 'UPDATED_AT', 'DUE_DATE', 'PRIORITY', 'KEY'])
      for (const direction of ['ASC', 'DESC'])
        for (const filter of filters) {
          const plan = await planOf({ filter, orderBy: { field, direction }, first: 50 });
          const pages = Number(/Buffers: shared hit=(\d+)/.exec(plan)![1]);
          const isGood = !/-> {2}Sort/.test(plan) && pages < 1000;
          expect(isGood ? 'good' : plan).toBe('good');
        }
  }, 60_000);
});
