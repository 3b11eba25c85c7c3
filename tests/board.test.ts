import type { Statements } from '../gateway/statements';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededEntity, type SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { makeTaskClient, type TaskClient } from './task-client';
import { waitFor } from './wait';
import { statementsOf } from './statements';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let seed: Seed;

beforeAll(async () => {
  platform = await startPlatform({ variables: { COUNT_STATEMENTS: 'true' } });
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  seed = createSeed(platform);
}, 60_000);

afterAll(() => platform.close());

/** Creates a task as the owner. */
const create = async (input: object, workspace: SeededWorkspace) =>
  (
    await tasks.mutate(workspace.owner, 'createTask', {
      workspaceId: workspace.id,
      title: 'A task',
      ...input,
    })
  ).task!;

interface Column {
  id: string;
  name: string;
  category: string;
  tasks: { nodes: { id: string; key: string; status: string }[] };
}

const BOARD =
  'query ($id: ID!) { board(id: $id) { eventsCursor columns { id name category tasks(first: 100) { nodes { id key status } } } } }';

interface Board {
  eventsCursor: string;
  columns: Column[];
}

const show = async (person: Person, { id }: SeededEntity) =>
  (await client.query<{ board: Board }>(person, BOARD, { id })).board;

const keysIn = (board: Board) =>
  Object.fromEntries(board.columns.map((column) => [column.name, column.tasks.nodes.map(({ key }) => key)]));

const EVENTS = `subscription ($id: ID!, $after: String) { boardEvents(boardId: $id, after: $after) { cursor event {
  __typename
  ... on TaskCreated { task { key title status assignee { displayName } chat { kind } } }
  ... on TaskUpdated { task { key title status } changedFields }
  ... on TaskMoved { task { key status } columnId afterTask { key } } } } }`;

interface BoardFrame {
  boardEvents: {
    cursor: string;
    event: {
      __typename: string;
      task: { key: string; title: string; status: string } | null;
      columnId?: string;
      changedFields?: string[];
      afterTask?: { key: string } | null;
    };
  };
}

describe('F3, F4: boards', () => {
  test('F3: a board shows each task in the column of its status, and new ones at the end', async () => {
    const place = await seed.workspace('board');
    const board = await place.board('Work');
    const task = await create({}, place);
    const bug = await create({ type: 'BUG' }, place);
    const epic = await create({ type: 'EPIC' }, place);
    await tasks.mutate(place.owner, 'updateTask', { id: bug.id, status: 'FIXED' });
    await tasks.mutate(place.owner, 'updateTask', { id: epic.id, status: 'COMPLETED' });
    expect(keysIn(await show(place.member, board))).toEqual({
      'To Do': [task.key],
      'In Progress': [],
      'In Review': [bug.key],
      Done: [epic.key],
    });
    const input = { workspaceId: place.id, name: 'WORK' };
    const document =
      'mutation ($input: CreateBoardInput!) { createBoard(input: $input) { userErrors { code message } } }';
    const twice = await client.query<{ createBoard: { userErrors: object[] } }>(place.member, document, {
      input,
    });
    expect(twice.createBoard.userErrors).toEqual([
      { code: 'CONFLICT', message: 'The workspace has a board named "WORK" already.' },
    ]);
  });

  test('moveTask puts a task between two others and gives it the status of the column', async () => {
    const place = await seed.workspace('moves');
    const board = await place.board();
    const made = [];
    for (let i = 0; i < 4; i++) made.push(await create({}, place));
    const [one, two, three, four] = made.map(({ id }) => id);
    const [toDo, inProgress, inReview] = (await show(place.owner, board)).columns.map(({ id }) => id);
    const move = (input: object) => tasks.mutate(place.member, 'moveTask', input);
    const order = async (name: string) =>
      keysIn(await show(place.owner, board))
        [name]!.map((key) => key.slice(key.indexOf('-') + 1))
        .join(' ');

    await move({ id: four, columnId: toDo });
    expect(await order('To Do')).toBe('4 1 2 3');
    await move({ id: four, columnId: toDo, afterId: one, beforeId: two });
    expect(await order('To Do')).toBe('1 4 2 3');
    await move({ id: one, columnId: toDo, afterId: three });
    expect(await order('To Do')).toBe('4 2 3 1');
    expect(await move({ id: one, columnId: toDo, afterId: three })).toMatchObject({
      cursor: null,
      userErrors: [],
    });
    expect((await move({ id: two, columnId: inProgress })).task).toMatchObject({
      status: 'IN_PROGRESS',
      version: 3,
    });
    expect(await order('In Progress')).toBe('2');

    const left = await move({ id: one, columnId: toDo, afterId: two });
    expect(left.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['afterId'] }]);
    expect(left.userErrors[0]!.message).toBe('MOVE-2 is not in the column "To Do" any more.');
    const none = await move({ id: one, columnId: inReview });
    expect(none.userErrors).toMatchObject([
      {
        code: 'BAD_USER_INPUT',
        path: ['columnId'],
        message:
          'No status of type task belongs to the column "In Review". Available: To Do, In Progress, Done',
      },
    ]);
    expect(await order('To Do')).toBe('4 3 1');
  });

  test('F4: others see what happens on a board without asking again, and the order is the same for all', async () => {
    const place = await seed.workspace('live');
    const board = await place.board();
    const ids: string[] = [];
    for (let i = 0; i < 10; i++) ids.push((await create({}, place)).id);
    const { columns, eventsCursor } = await show(place.member, board);
    const variables = { id: board.id, after: eventsCursor };
    const live = platform.subscribe<BoardFrame>(place.member.token, EVENTS, variables);
    const task = await create({ title: 'Live', assigneeId: place.member.id }, place);
    const created = await live.next(({ data }) => data.boardEvents.event.task?.key === task.key);
    expect(created.data.boardEvents.event).toMatchObject({
      __typename: 'TaskCreated',
      task: { title: 'Live' },
    });
    await tasks.mutate(place.owner, 'updateTask', { id: task.id, title: 'Livelier' });
    const updated = await live.next(({ data }) => data.boardEvents.event.__typename === 'TaskUpdated');
    expect(updated.data.boardEvents.event).toMatchObject({
      task: { title: 'Livelier' },
      changedFields: ['title'],
    });
    await tasks.mutate(place.owner, 'moveTask', { id: task.id, columnId: columns[1]!.id });
    const moved = await live.next(({ data }) => data.boardEvents.event.__typename === 'TaskMoved');
    expect(moved.data.boardEvents.event).toMatchObject({
      columnId: columns[1]!.id,
      task: { key: task.key, status: 'IN_PROGRESS' },
      afterTask: null,
    });

    const moves = Array.from({ length: 100 }, (_, i) => ({
      id: ids[i % 10],
      columnId: columns[0]!.id,
      ...(i % 3 === 0 ? {} : { afterId: ids[(i + 1 + (i % 7)) % 10] }),
    })).filter((input) => input.id !== input.afterId);
    const answers = await Promise.all(
      moves.map((input, i) => tasks.mutate(i % 2 ? place.owner : place.member, 'moveTask', input)),
    );
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const [asOwner, asMember] = await Promise.all(
      [place.owner, place.member].map((person) => show(person, board)),
    );
    expect(keysIn(asMember!)).toEqual(keysIn(asOwner!));
    const [ranks] = await platform.sql<{ all: string; distinct: string }>(
      'SELECT count(*) AS all, count(DISTINCT rank) AS distinct FROM task.card c JOIN task.board b ON b.id = c.board_id WHERE b.workspace_id = (SELECT workspace_id FROM task.task WHERE key = $1)',
      [task.key],
    );
    expect(ranks!.distinct).toBe(ranks!.all);
    await untilSettled(platform);
    const { eventsCursor: head } = await show(place.member, board);
    await waitFor(() => live.frames.at(-1)!.data.boardEvents.cursor === head, { what: 'the last frame' });
  }, 60_000);

  test('tasks of a private chat are on the board, and told of, for those alone who are in it', async () => {
    const place = await seed.workspace('private');
    const board = await place.board();
    const { eventsCursor } = await show(place.member, board);
    const variables = { id: board.id, after: eventsCursor };
    const ofOwner = platform.subscribe<BoardFrame>(place.owner.token, EVENTS, variables);
    const ofMember = platform.subscribe<BoardFrame>(place.member.token, EVENTS, variables);
    const chat = await place.chat({ visibility: 'PRIVATE' });
    const message = await tasks.say(place.owner, chat.id, '#task A secret\n#status Done', 2);
    const [secret] = await tasks.tasksFrom(place.owner, message.id);
    const open = await create({ title: 'For all' }, place);
    await ofOwner.next(({ data }) => data.boardEvents.event.task?.key === secret!.key);
    await ofMember.next(({ data }) => data.boardEvents.event.task?.key === open.key);
    expect(ofMember.frames.map(({ data }) => data.boardEvents.event.task?.key)).toEqual([open.key]);
    expect(keysIn(await show(place.owner, board))).toMatchObject({
      'To Do': [open.key],
      Done: [secret!.key],
    });
    expect(keysIn(await show(place.member, board))).toMatchObject({ 'To Do': [open.key], Done: [] });
  });

  test('boardUpdated gives the board again after each change', async () => {
    const place = await seed.workspace('updated');
    const board = await place.board();
    const document =
      'subscription ($id: ID!) { boardUpdated(boardId: $id) { columns { tasks { nodes { title } } } } }';
    type Data = { boardUpdated: Pick<Board, 'columns'> };
    const live = platform.subscribe<Data>(place.member.token, document, { id: board.id });
    let count = 0;
    // It does not resume: until the subscription stands, changes pass it by.
    await waitFor(
      async () => {
        await create({ title: `No. ${++count}` }, place);
        return live.frames.length > 0;
      },
      { what: 'a frame' },
    );
    const frame = live.frames.at(-1)!;
    expect(frame.data.boardUpdated.columns[0]!.tasks.nodes.length).toBeGreaterThan(0);
  });

  test('guests and strangers cannot subscribe to a board, as if it did not exist', async () => {
    const place = await seed.workspace('closed');
    const board = await place.board();
    const stranger = (await seed.workspace('globex')).owner;
    for (const { token } of [place.guest, stranger]) {
      const refused = platform.subscribe(token, EVENTS, { id: board.id });
      await refused.ended();
      expect(refused.errors[0]).toMatchObject({
        message: 'Board not found',
        extensions: { code: 'NOT_FOUND' },
      });
    }
  });

  test('a board costs as many statements with forty tasks as with one', async () => {
    const place = await seed.workspace('statements');
    const board = await place.board();
    const statementsFor = (size: number) =>
      statementsOf(['task'], async () => {
        const shown = await show(place.owner, board);
        expect(Object.values(keysIn(shown)).flat()).toHaveLength(size);
      });
    await create({}, place);
    const one = await statementsFor(1);
    await Promise.all(Array.from({ length: 39 }, (_, i) => create({ type: i % 2 ? 'BUG' : 'EPIC' }, place)));
    expect(await statementsFor(40)).toEqual(one);
    expect(one).toEqual(['task.loadBoards', 'task.loadColumnsOfBoards', 'task.listColumnTasks']);
    const { extensions } = await platform.query(platform.token(place.owner.username), BOARD, {
      id: board.id,
    });
    const { count, names } = (extensions.statements as Statements).task!;
    const own = Object.fromEntries(Object.entries(names).filter(([name]) => name.startsWith('task.')));
    expect(own).toEqual(Object.fromEntries(one.map((name) => [name, 1])));
    expect(count).toBe(Object.values(names).reduce((sum, sent) => sum + sent, 0));
  });
});
