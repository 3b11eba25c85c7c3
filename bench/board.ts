import { fromGlobalId } from '../subgraphs/kit/ids';
import { follow } from './client';
import { createChat, must, runBench, send, timed, type Bench, type Parts, type Row } from './bench';
import { median, ms, quantile } from './figures';
import { load } from './load';

const CARDS = 500;
const MOVERS = 20;
const ROUNDS = 3;
const ROUND_MS = 3000;
const TAGS = 60;
const LISTED = 50_000;

const BOARD =
  '{ workspace(slug: "acme") { boards(first: 1) { nodes { id eventsCursor columns { id category } } } } }';
const DRAW = `query Draw($id: ID!, $size: Int!) { board(id: $id) { name columns { id name wipLimit taskCount }
  cards(first: $size) { nodes { columnId task { id key title type status priority dueDate assignee { username displayName }
    chat { viewerState { unreadCount } } } } } } }`;
const CREATE =
  'mutation Create($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { code message } } }';
const MOVE =
  'mutation Move($input: MoveTaskInput!) { moveTask(input: $input) { userErrors { code message } } }';
const FOLLOW = `subscription Board($boardId: ID!, $after: String) { boardEvents(boardId: $boardId, after: $after) {
  event { ... on TaskCreated { task { title key status assignee { displayName } } } } } }`;

const LIST = `query List($id: ID!, $filter: TaskFilter, $orderBy: TaskOrder) { workspace(id: $id) {
  tasks(first: 50, filter: $filter, orderBy: $orderBy) { nodes { id key title status priority dueDate
    assignee { displayName } } pageInfo { hasNextPage endCursor } } } }`;

interface BoardPlace {
  id: string;
  eventsCursor: string;
  columns: { id: string; category: string }[];
}

async function findBoard({ client, tokens }: Bench): Promise<BoardPlace> {
  type Data = { workspace: { boards: { nodes: BoardPlace[] } } };
  return (await client.query<Data>(tokens.alice, BOARD)).workspace.boards.nodes[0]!;
}

/** Creates tasks until there are so many, every second one bob's, and answers their ids. */
async function createTasks(bench: Bench, count: number): Promise<string[]> {
  const { client, tokens, workspaceId } = bench;
  const { viewer } = await client.query<{ viewer: { id: string } }>(tokens.bob, '{ viewer { id } }');
  const ids: string[] = [];
  const create = async (i: number) => {
    const input = { workspaceId, title: `Card ${i}`, assigneeId: i % 2 ? viewer.id : null, priority: 'LOW' };
    ids.push((await must<{ task: { id: string } }>(bench, tokens.alice, CREATE, input)).task.id);
  };
  for (let i = 0; i < count; i += MOVERS)
    await Promise.all(Array.from({ length: Math.min(MOVERS, count - i) }, (_, n) => create(i + n)));
  return ids;
}

async function measureBoard(bench: Bench): Promise<Row[]> {
  const { id } = await findBoard(bench);
  await createTasks(bench, CARDS);
  const rows: Row[] = [];
  for (const size of [50, CARDS]) {
    const draw = () => bench.client.query(bench.tokens.bob, DRAW, { id, size });
    rows.push([
      `a board of ${size} cards with assignees and unread counts, p50 / p95`,
      await timed(bench, draw),
    ]);
  }
  return rows;
}

/** Everybody moves tasks of their own to the top of a column, where the others' go too. */
async function measureMoves(bench: Bench): Promise<Row[]> {
  const { columns } = await findBoard(bench);
  const targets = columns.filter(({ category }) => ['TO_DO', 'IN_PROGRESS'].includes(category));
  const ids = await createTasks(bench, MOVERS);
  let count = 0;
  const rates: number[] = [];
  const latencies: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { perSecond, latencies: found } = await load(MOVERS, ROUND_MS, (mover) =>
      must(bench, bench.tokens.alice, MOVE, {
        id: ids[mover],
        columnId: targets[count++ % targets.length]!.id,
      }),
    );
    rates.push(perSecond);
    latencies.push(...found);
  }
  return [
    [
      `\`moveTask\`, ${MOVERS} clients on one board`,
      `${Math.round(median(rates))}/s, p95 ${ms(quantile(latencies, 0.95))}`,
    ],
  ];
}

/** From the call of `sendMessage` with a `#task` to the task's frame in another client's socket. */
async function measureTags(bench: Bench): Promise<Row[]> {
  const { tokens } = bench;
  const board = await findBoard(bench);
  const chatId = await createChat(bench, 'tags');
  const socket = bench.client.socket(tokens.bob);
  type Data = { boardEvents: { event: { task?: { title: string } } } };
  const frames = follow<Data>(socket, FOLLOW, { boardId: board.id, after: board.eventsCursor });
  frames.by(({ boardEvents }) => boardEvents.event.task?.title ?? null);
  const samples: number[] = [];
  for (let i = 0; i < TAGS; i++) {
    const title = `Tagged ${Date.now()} ${i}`;
    const arrival = frames.arrival(title);
    const began = performance.now();
    await send(bench, tokens.alice, chatId, `#task ${title}`);
    samples.push((await arrival) - began);
  }
  await socket.dispose();
  return [
    [
      'message with a tag to the frame of a board’s follower, p50 / p95',
      `${ms(median(samples))} / ${ms(quantile(samples, 0.95))}`,
    ],
  ];
}

/** Fills the workspace with tasks past all events, as they come about in a long life of it. */
async function fillWithTasks({ client, pool, tokens, workspaceId }: Bench, count: number): Promise<void> {
  const { viewer } = await client.query<{ viewer: { id: string } }>(tokens.alice, '{ viewer { id } }');
  await pool.query(
    `INSERT INTO task.task (id, workspace_id, scope_id, creator_id, number, key, type, title, status, category,
       assignee_id, priority, due_date, chat_id, rank, created_at, updated_at, version)
     SELECT uuidv7(), $1, $1, $2, 1000000 + i, 'BENCH-' || i, 'TASK', 'Listed ' || md5(i::text), k.status, k.status,
       CASE WHEN i % 3 = 0 THEN $2::uuid END, (ARRAY['HIGH', 'MEDIUM', 'LOW', NULL])[1 + i % 4],
       CASE WHEN i % 5 > 0 THEN date '2026-01-01' + (i * 7919) % 700 END, gen_random_uuid(), 'z' || lpad(i::text, 25, '0') || '1',
       now() - make_interval(mins => i), now() - make_interval(mins => (i * 31) % 50000), 1
     FROM generate_series(1, $3::integer) AS i
     CROSS JOIN LATERAL (SELECT (ARRAY['TO_DO', 'IN_PROGRESS', 'DONE', 'DONE', 'DONE'])[1 + i % 5] AS status) k`,
    [fromGlobalId('Workspace', workspaceId), fromGlobalId('User', viewer.id), count],
  );
  // As the database does by itself before long.
  await pool.query('ANALYZE task.task');
}

async function measureLists(bench: Bench): Promise<Row[]> {
  const { client, tokens, workspaceId: id } = bench;
  await fillWithTasks(bench, LISTED);
  const open = { statusCategory: { in: ['TO_DO', 'IN_PROGRESS'] } };
  const lists: [string, object][] = [
    ['the latest', {}],
    ['by the due day, open and pressing', list({ ...open, priority: { eq: 'HIGH' } }, 'DUE_DATE', 'ASC')],
    [
      'by the last change, open or without a day',
      list({ or: [open, { dueDate: { isNull: true } }] }, 'UPDATED_AT'),
    ],
    ['by priority, nobody’s', list({ ...open, assignee: { isNull: true } }, 'PRIORITY')],
    ['by key, a word that one title has', list({ title: { contains: 'c4ca4238a0b9' } }, 'KEY')],
  ];
  const rows: Row[] = [];
  for (const [what, variables] of lists) {
    const ask = () => client.query(tokens.bob, LIST, { id, ...variables });
    rows.push([`50 of ${LISTED.toLocaleString('en')} tasks: ${what}, p50 / p95`, await timed(bench, ask)]);
  }
  return rows;
}

const list = (filter: object, field: string, direction = 'DESC') => ({
  filter,
  orderBy: { field, direction },
});

const PARTS: Parts = { tags: measureTags, moves: measureMoves, board: measureBoard, lists: measureLists };

void runBench(PARTS, MOVERS);
