import { makeBoardClient, type BoardClient } from './board-client';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { statementsOf } from './statements';
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

interface Refused {
  userErrors: { code: string; message: string; path: string[] | null }[];
}

const integrate = async (person: Person, input: object) => {
  const document = `mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) {
    integration { id kind name externalReference workspace { id } } userErrors { code message path } } }`;
  type Data = { createIntegration: Refused & { integration: { id: string; name: string } | null } };
  return (await client.query<Data>(person, document, { input })).createIntegration;
};

const commit = (person: Person, boardId: string, columnId: string | null) =>
  boards.change(person, 'setCommitmentPoint', { boardId, columnId });

describe('the commitment point of a board', () => {
  test('a workspace has one, and a second is refused with the name of the first, however many come at once', async () => {
    const place = await seed.workspace('commit');
    const [one, two] = [await place.board('One'), await place.board('Two')];
    const columnsOf = async ({ id }: { id: string }) =>
      (await boards.show(place.owner, { id, cursor: '' })).columns;
    const [first, second] = [await columnsOf(one), await columnsOf(two)];
    const both = await Promise.all([
      commit(place.owner, one.id, first[1]!.id),
      commit(place.member, two.id, second[2]!.id),
    ]);
    const refused = both.flatMap(({ userErrors }) => userErrors);
    const isFirst = both[0].userErrors.length === 0;
    const winner = isFirst
      ? 'column "In Progress" of the board "One"'
      : 'column "In Review" of the board "Two"';
    expect(refused).toMatchObject([
      { code: 'CONFLICT', message: `The commitment point is the ${winner} already.`, path: ['columnId'] },
    ]);
    const [holder, columns, other] = isFirst ? [one, first, two] : [two, second, one];
    const moved = await commit(place.member, holder.id, columns[0]!.id);
    expect(moved.board!.columns.map(({ isCommitmentPoint }) => isCommitmentPoint)).toEqual([
      ...[true, false, false, false],
    ]);
    const foreign = await commit(place.member, other.id, columns[1]!.id);
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['columnId'] }]);
    expect((await commit(place.member, holder.id, null)).userErrors).toEqual([]);
    const free = await commit(place.member, other.id, (await columnsOf(other))[3]!.id);
    expect(free).toMatchObject({ userErrors: [] });
    expect(free.board!.columns[3]).toMatchObject({ isCommitmentPoint: true });
  });

  test('the boards of each integration have one of their own', async () => {
    const place = await seed.workspace('integrations');
    const stranger = await seed.workspace('elsewhere');
    const input = { workspaceId: place.id, kind: 'GITHUB', name: 'Tracker', externalReference: 'acme/app' };
    expect((await integrate(place.member, input)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await integrate(stranger.owner, input)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const made = await integrate(place.owner, input);
    expect(made).toMatchObject({
      integration: {
        kind: 'GITHUB',
        name: 'Tracker',
        externalReference: 'acme/app',
        workspace: { id: place.id },
      },
      userErrors: [],
    });
    expect((await integrate(place.owner, { ...input, name: 'TRACKER' })).userErrors).toMatchObject([
      { code: 'CONFLICT', message: 'The workspace has an integration named "TRACKER" already.' },
    ]);
    expect((await integrate(place.owner, { ...input, name: ' ' })).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['name'] },
    ]);
    const listed = 'query ($id: ID!) { workspace(id: $id) { integrations { nodes { name } } } }';
    const seen = async (person: Person) => client.query(person, listed, { id: place.id });
    expect(await seen(place.member)).toEqual({
      workspace: { integrations: { nodes: [{ name: 'Tracker' }] } },
    });
    expect(await seen(place.guest)).toEqual({ workspace: { integrations: { nodes: [] } } });

    const [plain, bound] = [await place.board('Plain'), await place.board('Bound')];
    const alien = await integrate(stranger.owner, { ...input, workspaceId: stranger.id });
    const setTo = (integrationId: string | null) =>
      boards.change(place.member, 'updateBoard', { id: bound.id, integrationId });
    expect((await setTo(alien.integration!.id)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', message: 'Integration not found', path: ['integrationId'] },
    ]);
    expect((await setTo(made.integration!.id)).board).toMatchObject({ integration: { name: 'Tracker' } });
    for (const board of [plain, bound]) {
      const { columns } = await boards.show(place.member, board);
      expect((await commit(place.member, board.id, columns[1]!.id)).userErrors).toEqual([]);
    }
    expect((await setTo(null)).userErrors).toMatchObject([
      {
        code: 'CONFLICT',
        message: 'The commitment point is the column "In Progress" of the board "Plain" already.',
      },
    ]);
  });

  test('lead and cycle time are counted from it, and from the last time that a task came to it', async () => {
    const place = await seed.workspace('times');
    const board = await place.board();
    const { columns } = await boards.show(place.owner, board);
    const task = await create(place, { type: 'BUG' });
    const FLOW =
      'query ($id: ID!) { task(id: $id) { committedAt startedAt completedAt leadTime cycleTime } }';
    type Flow = Record<'committedAt' | 'startedAt' | 'completedAt', string | null> &
      Record<'leadTime' | 'cycleTime', number | null>;
    const flow = async (person = place.owner) =>
      (await client.query<{ task: Flow }>(person, FLOW, { id: task.id })).task;
    const become = async (status: string) => {
      platform.clock.advance(60_000);
      await tasks.mutate(place.owner, 'updateTask', { id: task.id, status });
    };
    expect(await flow()).toEqual({
      ...{ committedAt: null, startedAt: null, completedAt: null, leadTime: null, cycleTime: null },
    });
    await become('INVESTIGATING');
    const { startedAt } = await flow();
    expect(startedAt).not.toBeNull();
    expect(await flow()).toMatchObject({ committedAt: null });
    await commit(place.owner, board.id, columns[1]!.id);
    expect(await flow()).toMatchObject({ committedAt: startedAt, completedAt: null, leadTime: null });
    await become('VERIFIED');
    const done = await flow();
    expect(done).toMatchObject({ committedAt: startedAt, startedAt });
    expect(done.leadTime).toBeGreaterThanOrEqual(60);
    expect(done.leadTime).toBeLessThan(120);
    expect(done.cycleTime).toBe(done.leadTime);
    await commit(place.owner, board.id, columns[0]!.id);
    const wider = await flow(place.member);
    expect(wider.leadTime).toBeGreaterThanOrEqual(120);
    expect(wider.cycleTime).toBe(done.cycleTime);
    await become('NEW');
    expect(await flow()).toMatchObject({
      startedAt: null,
      completedAt: null,
      leadTime: null,
      cycleTime: null,
    });
    await boards.change(place.owner, 'updateBoard', { id: board.id, filter: { types: ['EPIC'] } });
    expect(await flow()).toMatchObject({ committedAt: null });
  });
});

const CARDS = `query ($id: ID!) { board(id: $id) { columns { id name taskCount isOverLimit } cards(first: 500) { nodes { columnId rank
  task { id key title status assignee { displayName } labels { name } committedAt chat { viewerState { unreadCount } } } } } } }`;
interface Cards {
  board: {
    cards: { nodes: { columnId: string; rank: string; task: { key: string; chat: object | null } }[] };
  };
}

test('F3: one query draws a board with assignees, labels and unread counts, in as many statements whatever its size', async () => {
  const place = await seed.workspace('cards');
  const board = await place.board();
  const draw = async () =>
    (await client.query<Cards>(place.owner, CARDS, { id: board.id })).board.cards.nodes;
  const fill = async (count: number) => {
    const ids = await Promise.all(
      Array.from({ length: count }, (_, i) =>
        create(place, { type: i % 2 ? 'BUG' : 'TASK', assigneeId: i % 3 ? place.member.id : place.owner.id }),
      ),
    );
    await untilSettled(platform);
    return ids;
  };
  const statements = async () => (await statementsOf(['task', 'chat', 'identity'], draw)).sort();
  const [first, second] = await fill(2);
  const { columns } = await boards.show(place.owner, board);
  await tasks.mutate(place.owner, 'moveTask', {
    id: first!.id,
    columnId: columns[0]!.id,
    afterId: second!.id,
  });
  const small = await statements();
  await fill(40);
  expect(await statements()).toEqual(small);
  const cards = await draw();
  expect(cards).toHaveLength(42);
  expect(cards.filter(({ task }) => task.chat === null)).toEqual([]);
  const ranks = cards.map(({ rank }) => rank);
  expect(ranks).toEqual([...ranks].sort());
  expect(cards.slice(0, 2).map(({ task }) => task.key)).toEqual([second!.key, first!.key]);
  const tooMany = await platform.query(
    place.owner.token,
    'query ($id: ID!) { board(id: $id) { cards(first: 501) { nodes { rank } } } }',
    { id: board.id },
  );
  expect(tooMany.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
}, 60_000);

test('F3: tasks of a private chat are neither counted nor shown to whoever is not in it, nor take up a limit', async () => {
  const place = await seed.workspace('hidden');
  const board = await place.board();
  const { columns } = await boards.show(place.owner, board);
  const columnId = columns[1]!.id;
  const chat = await place.chat({ visibility: 'PRIVATE' });
  const message = await tasks.say(place.owner, chat.id, '#task A secret', 1);
  const [secret] = await tasks.tasksFrom(place.owner, message.id);
  await tasks.mutate(place.owner, 'moveTask', { id: secret!.id, columnId });
  await boards.change(place.owner, 'updateBoardColumn', { id: columnId, wipLimit: 1 });
  await boards.change(place.owner, 'updateBoard', { id: board.id, isEnforcingWipLimits: true });
  const seenBy = async (person: Person) => (await boards.show(person, board)).columns[1]!.taskCount;
  expect([await seenBy(place.owner), await seenBy(place.member)]).toEqual([1, 0]);
  const drawn = await client.query<Cards>(place.member, CARDS, { id: board.id });
  expect(drawn.board.cards.nodes).toEqual([]);
  const { id } = await create(place);
  const asOwner = await tasks.mutate(place.owner, 'moveTask', { id, columnId });
  expect(asOwner.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  const beside = await tasks.mutate(place.member, 'moveTask', { id, columnId, afterId: secret!.id });
  expect(beside.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['afterId'] }]);
  const asMember = await tasks.mutate(place.member, 'moveTask', { id, columnId });
  expect(asMember).toMatchObject({ userErrors: [], task: { status: 'IN_PROGRESS' } });
  expect(await seenBy(place.member)).toBe(1);
});

test('F5: a new status by a move reaches whoever follows the board, and the inbox of whoever has the task', async () => {
  const place = await seed.workspace('told');
  const board = await place.board();
  const { columns, eventsCursor } = await boards.show(place.owner, board);
  const task = await create(place, { assigneeId: place.member.id });
  type Frame = {
    boardEvents: { event: { __typename: string; task?: { status: string }; changedFields?: string[] } };
  };
  const live = platform.subscribe<Frame>(
    place.member.token,
    `subscription ($id: ID!, $after: String) { boardEvents(boardId: $id, after: $after) { event { __typename
      ... on TaskUpdated { task { status } changedFields } } } }`,
    { id: board.id, after: eventsCursor },
  );
  await tasks.mutate(place.owner, 'moveTask', { id: task.id, columnId: columns[3]!.id });
  const { data } = await live.next((frame) => frame.data.boardEvents.event.__typename === 'TaskUpdated');
  expect(data.boardEvents.event).toMatchObject({
    task: { status: 'DONE' },
    changedFields: ['status', 'statusCategory'],
  });
  const INBOX =
    'query { viewer { notifications(first: 20) { nodes { kind subject { ... on Task { key status } } } } } }';
  type Inbox = { viewer: { notifications: { nodes: { kind: string; subject: object | null }[] } } };
  const told = await waitFor(
    async () => {
      const { viewer } = await client.query<Inbox>(place.member, INBOX);
      return viewer.notifications.nodes.find(({ kind }) => kind === 'TASK_STATUS_CHANGED');
    },
    { what: 'the notification' },
  );
  expect(told.subject).toEqual({ key: task.key, status: 'DONE' });
});
