import { copyOf, keysIn, makeBoardClient, type BoardClient } from './board-client';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Seed, type SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { makeTaskClient, type TaskClient } from './task-client';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let boards: BoardClient;
let seed: Seed;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  boards = makeBoardClient(client);
  seed = createSeed(platform);
}, 60_000);

afterAll(() => platform.close());

/** Creates a task as the owner. */
const create = async (place: SeededWorkspace, input: object = {}) =>
  (await tasks.mutate(place.owner, 'createTask', { workspaceId: place.id, title: 'A task', ...input })).task!;

const eventCount = async () =>
  (await platform.sql<{ count: string }>('SELECT count(*) FROM event.store'))[0]!.count;

describe('F3: what a board is set to', () => {
  test('F3: a board is renamed, and its columns are renamed and put in another order', async () => {
    const place = await seed.workspace('settings');
    const board = await place.board('Work');
    await place.board('Taken');
    const { columns } = await boards.show(place.member, board);
    const renamed = await boards.change(place.member, 'updateBoardColumn', {
      id: columns[0]!.id,
      name: ' Next up ',
    });
    expect(renamed).toMatchObject({ userErrors: [], board: { version: 2 } });
    const columnIds = columns.map(({ id }) => id).reverse();
    const changed = await boards.change(place.member, 'updateBoard', {
      id: board.id,
      name: 'Shop',
      columnIds,
    });
    expect(changed.board).toMatchObject({ name: 'Shop', version: 3 });
    expect(changed.board!.columns.map(({ name }) => name)).toEqual([
      'Done',
      'In Review',
      'In Progress',
      'Next up',
    ]);
    await untilSettled(platform);
    const count = await eventCount();
    const again = await boards.change(place.member, 'updateBoard', { id: board.id, name: 'Shop', columnIds });
    expect(again).toMatchObject({ userErrors: [], board: { version: 3 } });
    const taken = await boards.change(place.member, 'updateBoard', { id: board.id, name: 'TAKEN' });
    expect(taken.userErrors).toMatchObject([
      { code: 'CONFLICT', message: 'The workspace has a board named "TAKEN" already.', path: ['name'] },
    ]);
    const late = await boards.change(place.owner, 'updateBoard', {
      id: board.id,
      name: 'Late',
      expectedVersion: 2,
    });
    expect(late).toMatchObject({
      userErrors: [{ code: 'CONFLICT', currentVersion: 3, path: ['expectedVersion'] }],
      board: { name: 'Shop', version: 3 },
    });
    expect(await eventCount()).toBe(count);
  });

  test('F3: what a board cannot be set to is refused with its field, and nothing is changed', async () => {
    const place = await seed.workspace('refused');
    const board = await place.board();
    const { columns } = await boards.show(place.owner, board);
    const [first, ...others] = columns.map(({ id }) => id);
    await untilSettled(platform);
    const count = await eventCount();
    const cases: [string, object, string[]][] = [
      ['updateBoard', { id: board.id, name: ' ' }, ['name']],
      ['updateBoard', { id: board.id, name: null }, ['name']],
      ['updateBoard', { id: board.id, isEnforcingWipLimits: null }, ['isEnforcingWipLimits']],
      ['updateBoard', { id: board.id, columnIds: others }, ['columnIds']],
      ['updateBoard', { id: board.id, columnIds: [first, first, ...others] }, ['columnIds']],
      ['updateBoard', { id: board.id, filter: { text: 'x'.repeat(201) } }, ['filter', 'text']],
      ['updateBoard', { id: board.id, filter: { assigneeIds: [board.id] } }, ['filter', 'assigneeIds']],
      ['updateBoardColumn', { id: first, name: 'x'.repeat(101) }, ['name']],
      ['updateBoardColumn', { id: first, wipLimit: 0 }, ['wipLimit']],
      ['updateBoardColumn', { id: first, wipLimit: 1001 }, ['wipLimit']],
    ];
    for (const [name, input, path] of cases) {
      const refused = await boards.change(place.owner, name as 'updateBoard', input);
      expect(refused.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path }]);
    }
    expect(await eventCount()).toBe(count);
  });

  test('F3: a filtered board shows what passes it, and cards are moved among those alone', async () => {
    const place = await seed.workspace('filter');
    const board = await place.board();
    const mine = await create(place, { title: 'Mend the LOGIN page', assigneeId: place.member.id });
    const bug = await create(place, { title: 'Login is slow', type: 'BUG', assigneeId: place.owner.id });
    const other = await create(place, { title: 'Another thing', assigneeId: place.member.id });
    const filter = { types: ['TASK'], assigneeIds: [place.member.id], text: 'login' };
    const changed = await boards.change(place.owner, 'updateBoard', { id: board.id, filter });
    expect(changed.board!.filter).toEqual({
      types: ['TASK'],
      assignees: [{ username: place.member.username }],
      labels: [],
      text: 'login',
    });
    expect(keysIn(changed.board!)['To Do']).toEqual([mine.key]);
    const [toDo, inProgress] = changed.board!.columns;
    expect(toDo).toMatchObject({ taskCount: 1 });
    const CARD = 'query ($t: ID!, $b: ID!) { task(id: $t) { card(boardId: $b) { columnId task { key } } } }';
    const cardOf = (id: string) => client.query(place.owner, CARD, { t: id, b: board.id });
    expect(await cardOf(mine.id)).toMatchObject({
      task: { card: { columnId: toDo!.id, task: { key: mine.key } } },
    });
    expect(await cardOf(bug.id)).toEqual({ task: { card: null } });
    const move = (input: object) =>
      tasks.mutate(place.owner, 'moveTask', { columnId: inProgress!.id, ...input });
    expect((await move({ id: other.id })).userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
    const beside = await move({ id: mine.id, columnId: toDo!.id, afterId: other.id });
    expect(beside.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['afterId'] }]);
    expect((await move({ id: mine.id })).userErrors).toEqual([]);
    const LABEL = 'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } } }';
    const input = { workspaceId: place.id, name: 'Urgent', color: '#cc0000' };
    const { createLabel } = await client.query<{ createLabel: { label: { id: string } } }>(
      place.owner,
      LABEL,
      { input },
    );
    const labelIds = [createLabel.label.id];
    await tasks.mutate(place.owner, 'updateTask', { id: bug.id, labelIds });
    const labelled = await boards.change(place.owner, 'updateBoard', { id: board.id, filter: { labelIds } });
    expect(Object.values(keysIn(labelled.board!)).flat()).toEqual([bug.key]);
    expect(labelled.board!.filter).toMatchObject({ types: [], labels: [{ name: 'Urgent' }] });
    const unknown = await boards.change(place.owner, 'updateBoard', {
      id: board.id,
      filter: { labelIds: [labelIds[0]!.replace(/.{4}$/, '0000')] },
    });
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['filter', 'labelIds'] }]);
    const cleared = await boards.change(place.owner, 'updateBoard', { id: board.id, filter: null });
    expect(cleared.board!.filter).toBeNull();
    expect(keysIn(cleared.board!)).toMatchObject({
      'To Do': [bug.key, other.key],
      'In Progress': [mine.key],
    });
  });

  test('F3: a limit warns; where the board enforces it, the last place goes to one of many', async () => {
    const place = await seed.workspace('limits');
    const board = await place.board('Flow');
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) ids.push((await create(place)).id);
    const { columns } = await boards.show(place.owner, board);
    const columnId = columns[1]!.id;
    const move = (id: string) => tasks.mutate(place.member, 'moveTask', { id, columnId });
    await boards.change(place.owner, 'updateBoardColumn', { id: columnId, wipLimit: 1 });
    for (const id of ids.slice(0, 2)) expect((await move(id)).userErrors).toEqual([]);
    const over = (await boards.show(place.owner, board)).columns[1];
    expect(over).toMatchObject({ wipLimit: 1, taskCount: 2, isOverLimit: true });

    await boards.change(place.owner, 'updateBoard', { id: board.id, isEnforcingWipLimits: true });
    await boards.change(place.owner, 'updateBoardColumn', { id: columnId, wipLimit: 3 });
    const answers = await Promise.all(
      ids
        .slice(2)
        .map((id, i) =>
          i % 2 ? move(id) : tasks.mutate(place.owner, 'updateTask', { id, status: 'IN_PROGRESS' }),
        ),
    );
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused).toHaveLength(5);
    for (const error of refused) {
      expect(error).toMatchObject({
        code: 'CONFLICT',
        message: 'The column "In Progress" of the board "Flow" is full: its limit is 3.',
      });
    }
    expect((await boards.show(place.owner, board)).columns[1]).toMatchObject({
      taskCount: 3,
      isOverLimit: false,
    });
    const within = await tasks.mutate(place.owner, 'moveTask', { id: ids[0], columnId, afterId: ids[1] });
    expect(within.userErrors).toEqual([]);
  }, 30_000);

  test('F3: only whoever made a board and admins delete it; its tasks stay, and whoever follows it is told', async () => {
    const place = await seed.workspace('deleted');
    const board = await place.board('Gone');
    const task = await create(place);
    const { columns, eventsCursor } = await boards.show(place.owner, board);
    await tasks.mutate(place.owner, 'moveTask', { id: task.id, columnId: columns[1]!.id });
    const denied = await boards.remove(place.member, board);
    expect(denied).toMatchObject({ boardId: null, userErrors: [{ code: 'FORBIDDEN' }] });
    const EVENTS = `subscription ($id: ID!, $after: String) { boardEvents(boardId: $id, after: $after) { event { __typename
      ... on BoardUpdated { board { name } changedFields } ... on BoardColumnUpdated { column { wipLimit } changedFields }
      } } }`;
    const live = platform.subscribe<{ boardEvents: { event: { __typename: string } } }>(
      place.member.token,
      EVENTS,
      { id: board.id, after: eventsCursor },
    );
    const next = async (name: string) =>
      (await live.next(({ data }) => data.boardEvents.event.__typename === name)).data.boardEvents.event;
    await boards.change(place.owner, 'updateBoardColumn', { id: columns[0]!.id, wipLimit: 4 });
    expect(await next('BoardColumnUpdated')).toMatchObject({
      column: { wipLimit: 4 },
      changedFields: ['wipLimit'],
    });
    await boards.change(place.owner, 'updateBoard', { id: board.id, name: 'Going' });
    expect(await next('BoardUpdated')).toMatchObject({ board: { name: 'Going' }, changedFields: ['name'] });
    expect(await boards.remove(place.owner, board)).toMatchObject({ boardId: board.id, userErrors: [] });
    await live.ended();
    expect(live.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await boards.show(place.owner, board)).toBeNull();
    const again = await boards.remove(place.owner, board);
    expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'Board not found' }]);
    expect(await tasks.mutate(place.owner, 'updateTask', { id: task.id, title: 'Still here' })).toMatchObject(
      {
        userErrors: [],
        task: { status: 'IN_PROGRESS' },
      },
    );
    expect((await place.board('Gone')).id).not.toBe(board.id);
  });
});

describe('F4: a copy of a board', () => {
  test('F4: two clients that patch from events alone end with the order that the board has', async () => {
    const place = await seed.workspace('copies');
    const board = await place.board();
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) ids.push((await create(place)).id);
    const copies = await Promise.all(
      [place.owner, place.member].map((person) => copyOf(platform, person.token, board.id)),
    );
    const columns = (await boards.show(place.owner, board)).columns.slice(0, 2);
    const moves = Array.from({ length: 100 }, (_, i) => {
      const id = ids[(i * 5) % 8]!;
      const person = i % 2 ? place.owner : place.member;
      if (i % 10 === 9) {
        return tasks.mutate(person, 'updateTask', { id, status: ['TO_DO', 'IN_PROGRESS', 'DONE'][i % 3] });
      }
      const afterId = i % 3 === 0 ? null : ids.filter((other) => other !== id)[i % 7];
      return tasks.mutate(person, 'moveTask', { id, columnId: columns[(i >> 2) % 2]!.id, afterId });
    });
    const codes = (await Promise.all(moves)).flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    // Neighbours have gone to another column by then; nothing else goes wrong.
    expect([...new Set(codes)].filter((code) => code !== 'CONFLICT')).toEqual([]);
    await create(place);
    await untilSettled(platform);
    const { eventsCursor } = await boards.show(place.owner, board);
    for (const copy of copies) {
      await waitFor(() => copy.cursor() === eventsCursor, { what: 'the copy to have come so far' });
      expect(copy.order()).toEqual((await copyOf(platform, place.owner.token, board.id)).order());
    }
    const ranks = [...copies[0]!.order()].flatMap(([, cards]) => cards.map(({ rank }) => rank));
    expect(new Set(ranks).size).toBe(9);
  }, 60_000);
});
