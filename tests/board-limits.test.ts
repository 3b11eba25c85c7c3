import { fromGlobalId } from '../subgraphs/kit/ids';
import { keysIn, makeBoardClient, type BoardClient } from './board-client';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Seed, type SeededWorkspace } from './seed';
import { makeTaskClient, type TaskClient } from './task-client';

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

const eventCount = async () =>
  (
    await platform.sql<{ count: string }>("SELECT count(*) FROM event.store WHERE aggregate_type = 'task'")
  )[0]!.count;

const create = (place: SeededWorkspace, input: object = {}) =>
  tasks.mutate(place.owner, 'createTask', { workspaceId: place.id, title: 'A task', ...input });

/** A board that enforces a limit of one task in one of its columns, and lets pass what its filter does. */
async function limited(place: SeededWorkspace, column: number, filter: object | null = null) {
  const board = await place.board('Flow');
  const { columns } = await boards.show(place.owner, board);
  const columnId = columns[column]!.id;
  await boards.change(place.owner, 'updateBoardColumn', { id: columnId, wipLimit: 1 });
  await boards.change(place.owner, 'updateBoard', { id: board.id, isEnforcingWipLimits: true, filter });
  const count = async () => (await boards.show(place.owner, board)).columns[column]!.taskCount;
  return { id: board.id, columnId, count };
}

const FULL = (column: string) => `The column "${column}" of the board "Flow" is full: its limit is 1.`;

describe('F3: limits that are enforced', () => {
  test('F3: a new task is refused in a full column and takes no number; so is one that a tag makes', async () => {
    const place = await seed.workspace('full');
    const board = await limited(place, 0);
    expect((await create(place)).task!.key).toBe('FULL-1');
    const count = await eventCount();
    expect(await create(place)).toMatchObject({
      task: null,
      userErrors: [{ code: 'CONFLICT', message: FULL('To Do'), path: null }],
    });
    expect(await eventCount()).toBe(count);
    const chat = await place.chat();
    const { tagResults } = await tasks.say(place.owner, chat.id, '#task Another', 1);
    expect(tagResults).toMatchObject([
      { applied: false, error: { kind: 'BUSINESS', code: 'CONFLICT', message: FULL('To Do') } },
    ]);
    await boards.change(place.owner, 'updateBoardColumn', { id: board.columnId, wipLimit: 2 });
    expect((await create(place)).task!.key).toBe('FULL-2');
  });

  test('F3: of several tasks in one message those find room that there is room for', async () => {
    const place = await seed.workspace('several');
    const board = await limited(place, 1);
    const chat = await place.chat();
    const body = '#task One\n#status In Progress\n#task Two\n#status In Progress\n#task Three';
    const { tagResults } = await tasks.say(place.owner, chat.id, body, 5);
    expect(tagResults.map(({ applied }) => applied)).toEqual([true, true, true, false, true]);
    expect(await board.count()).toBe(1);
  });

  test('F3: a change of assignee, title or labels brings no task into a full column of a board that shows such', async () => {
    const place = await seed.workspace('shown');
    const labelId = await tasks.label(place, 'Urgent');
    const filter = { assigneeIds: [place.member.id], text: 'login', labelIds: [labelId] };
    const board = await limited(place, 1, filter);
    const such = { title: 'The login', assigneeId: place.member.id, labelIds: [labelId] };
    const [first, second] = [(await create(place, such)).task!, (await create(place)).task!];
    const update = (id: string, input: object) => tasks.mutate(place.owner, 'updateTask', { id, ...input });
    expect((await update(first.id, { status: 'IN_PROGRESS' })).userErrors).toEqual([]);
    expect((await update(second.id, { status: 'IN_PROGRESS', ...such })).userErrors).toMatchObject([
      { code: 'CONFLICT', message: FULL('In Progress') },
    ]);
    expect((await update(second.id, { status: 'IN_PROGRESS' })).userErrors).toEqual([]);
    const { labelIds, ...others } = such;
    expect((await update(second.id, others)).userErrors).toEqual([]);
    expect((await update(second.id, { labelIds })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await board.count()).toBe(1);
    // What is there already stays and may change.
    expect((await update(first.id, { title: 'The login page', status: 'IN_PROGRESS' })).userErrors).toEqual(
      [],
    );
    expect((await update(first.id, { labelIds: [] })).userErrors).toEqual([]);
    expect((await update(second.id, { labelIds })).userErrors).toEqual([]);
    expect(await board.count()).toBe(1);
  });

  test('F3: a move into a full column is refused with the column as the field at fault', async () => {
    const place = await seed.workspace('moved');
    const { columnId } = await limited(place, 1);
    const [one, two] = [(await create(place)).task!, (await create(place)).task!];
    const move = (id: string) => tasks.mutate(place.owner, 'moveTask', { id, columnId });
    expect((await move(one.id)).userErrors).toEqual([]);
    expect((await move(two.id)).userErrors).toMatchObject([{ code: 'CONFLICT', path: ['columnId'] }]);
  });
});

test('F3: where thousands were put between two, a move is refused and nothing changes; it goes on beside them', async () => {
  const place = await seed.workspace('narrow');
  const board = await place.board();
  const { columns } = await boards.show(place.owner, board);
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) ids.push((await create(place)).task!.id);
  const move = (id: string | undefined, afterId?: string) =>
    tasks.mutate(place.owner, 'moveTask', { id, columnId: columns[0]!.id, afterId });
  await move(ids[2]);
  await move(ids[1]);
  const lower = `a0${'0'.repeat(997)}`;
  for (const [i, rank] of [`${lower}1`, `${lower}2`].entries())
    await platform.sql('UPDATE task.card SET rank = $1 WHERE task_id = $2', [
      rank,
      fromGlobalId('Task', ids[i + 1]!),
    ]);
  const count = await eventCount();
  expect((await move(ids[0], ids[1])).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  expect(await eventCount()).toBe(count);
  expect((await move(ids[2])).userErrors).toEqual([]);
  expect((await move(ids[0], ids[2])).userErrors).toEqual([]);
  expect(keysIn(await boards.show(place.owner, board))['To Do']).toEqual(['NARR-3', 'NARR-1', 'NARR-2']);
});

test('F3: a workspace has at most a hundred boards', async () => {
  const place = await seed.workspace('boards');
  const { id } = await place.board();
  await platform.sql(
    `INSERT INTO task.board SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'name', 'No. ' || n))).*
     FROM task.board b, generate_series(1, 98) n WHERE b.id = $1`,
    [fromGlobalId('Board', id)],
  );
  const make = async (name: string) => {
    const document =
      'mutation ($input: CreateBoardInput!) { createBoard(input: $input) { userErrors { code message } } }';
    const input = { workspaceId: place.id, name };
    const { createBoard } = await client.query<{ createBoard: { userErrors: object[] } }>(
      place.member,
      document,
      { input },
    );
    return createBoard.userErrors;
  };
  expect(await make('The last')).toEqual([]);
  expect(await make('One more')).toEqual([
    { code: 'CONFLICT', message: 'A workspace has at most 100 boards.' },
  ]);
});

describe('F3: what a board shows', () => {
  test('F3: the cards of a board are paged through from either end in the same order', async () => {
    const place = await seed.workspace('paged');
    const board = await place.board();
    const made = [];
    for (let i = 0; i < 4; i++) made.push((await create(place)).task!);
    const { columns } = await boards.show(place.owner, board);
    await tasks.mutate(place.owner, 'moveTask', { id: made[3]!.id, columnId: columns[1]!.id });
    const page = async (args: string) => {
      const document = `query ($id: ID!) { board(id: $id) { cards(${args}) { nodes { columnId task { key } } pageInfo { startCursor hasPreviousPage } } } }`;
      type Page = {
        nodes: { columnId: string; task: { key: string } }[];
        pageInfo: { startCursor: string; hasPreviousPage: boolean };
      };
      const { board: found } = await client.query<{ board: { cards: Page } }>(place.owner, document, {
        id: board.id,
      });
      return { ...found.cards.pageInfo, keys: found.cards.nodes.map(({ task }) => task.key) };
    };
    const all = (await page('first: 100')).keys;
    const last = await page('last: 2');
    expect(last).toMatchObject({ keys: all.slice(2), hasPreviousPage: true });
    const before = await page(`last: 2, before: "${last.startCursor}"`);
    expect(before).toMatchObject({ keys: all.slice(0, 2), hasPreviousPage: false });
  });

  test('F3: a board whose labels are all deleted shows what its filter says: tasks of any labels', async () => {
    const place = await seed.workspace('unlabelled');
    const board = await place.board();
    const labelIds = [await tasks.label(place, 'One'), await tasks.label(place, 'Two')];
    const { key } = (await create(place, { labelIds: [labelIds[1]] })).task!;
    const other = (await create(place)).task!;
    await boards.change(place.owner, 'updateBoard', { id: board.id, filter: { labelIds } });
    const remove = (id: string | undefined) =>
      client.query(
        place.owner,
        'mutation ($input: DeleteLabelInput!) { deleteLabel(input: $input) { labelId } }',
        { input: { id } },
      );
    const shown = async () => {
      const now = await boards.show(place.owner, board);
      return { labels: now.filter!.labels.map(({ name }) => name), keys: keysIn(now)['To Do'] };
    };
    await remove(labelIds[0]);
    expect(await shown()).toEqual({ labels: ['Two'], keys: [key] });
    await remove(labelIds[1]);
    expect(await shown()).toEqual({ labels: [], keys: [key, other.key] });
  });

  test('F3: a board that would bring a second commitment point to an integration is refused with that field', async () => {
    const place = await seed.workspace('committed');
    const document =
      'mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { integration { id } } }';
    type Made = { createIntegration: { integration: { id: string } } };
    const input = { workspaceId: place.id, kind: 'GITHUB', name: 'Shop' };
    const { createIntegration } = await client.query<Made>(place.owner, document, { input });
    const integrationId = createIntegration.integration.id;
    const [one, two] = [await place.board('One'), await place.board('Two')];
    await boards.change(place.owner, 'updateBoard', { id: one.id, integrationId });
    for (const board of [one, two]) {
      const columnId = (await boards.show(place.owner, board)).columns[1]!.id;
      await boards.change(place.owner, 'setCommitmentPoint', { boardId: board.id, columnId });
    }
    const refused = await boards.change(place.owner, 'updateBoard', { id: two.id, integrationId });
    expect(refused.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['integrationId'] }]);
    expect(await boards.show(place.owner, two)).toMatchObject({ integration: null });
  });
});

test('E6: of two tasks that one message makes in a discussion the second is a part of the first', async () => {
  const place = await seed.workspace('parts');
  const chat = await place.chat({ kind: 'DISCUSSION' });
  const message = await tasks.say(place.owner, chat.id, '#epic Sign-in\n#task The form', 2);
  expect(message.tagResults.map(({ applied }) => applied)).toEqual([true, true]);
  const made = await tasks.tasksFrom(place.owner, message.id);
  expect(made.map(({ parent }) => parent?.key ?? null)).toEqual([null, 'PART-1']);
});
