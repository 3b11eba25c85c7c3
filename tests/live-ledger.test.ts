import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { WebSocket } from 'ws';
import { compare, cutAbandoned, follow, writeAll, type Follower, type Stream, type Write } from './ledger';
import { CHAT_EVENTS, readMetrics } from './live-client';
import { startPlatform, type Platform } from './platform';
import { testPorts } from './ports';
import type { ServiceProcess } from './processes';
import type { SeededChat, SeededWorkspace } from './seed';
import { waitFor } from './wait';

/** The promises about delivery, by a ledger of what was acknowledged and of what arrived at each client. */
const CLIENTS = Number(process.env.LEDGER_CLIENTS ?? 200);
/** Many clients take their time. */
const PATIENCE_MS = Math.max(30_000, CLIENTS * 150);
const PER_STEP = Number(process.env.LEDGER_WRITES ?? 8);
const SUPERGRAPH = join(__dirname, '..', 'schema', 'supergraph.graphql');
const CLOSED_FIELD = /\n\s+"""Whether it is closed[^\n]*"""\n\s+isClosed: Boolean![^\n]*/;
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { userErrors { code } } }';
const CREATE = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { userErrors { code } } }';
const BOARD_EVENTS = `subscription ($boardId: ID!, $after: String) {
  boardEvents(boardId: $boardId, after: $after) { cursor event { __typename ... on TaskCreated { task { title } } } } }`;

let folder: string;
let supergraphFile: string;
let platform: Platform;
let acme: SeededWorkspace;
let chat: SeededChat;
let board: { id: string; eventsCursor: string };
let otherPort: number;
let otherGateway: ServiceProcess;
let otherChatUrl: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tributary-ledger-'));
  supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, readFileSync(SUPERGRAPH));
  platform = await startPlatform({
    variables: {
      SUPERGRAPH_FILE: supergraphFile,
      MAX_BUFFERED_BYTES: '100000',
      MAX_SUBSCRIPTIONS_PER_USER: String(2 * CLIENTS + 200),
    },
  });
  acme = await platform.seed.workspace();
  chat = await acme.chat({ participants: [acme.member] });
  const { id } = await acme.board();
  const place = await platform.query<{ board: typeof board }>(
    acme.owner.token,
    'query ($id: ID!) { board(id: $id) { id eventsCursor } }',
    { id },
  );
  board = place.data.board;
  const [chatPort, gatewayPort] = (await testPorts(2)) as [number, number];
  otherPort = gatewayPort;
  otherChatUrl = `http://127.0.0.1:${chatPort}/graphql`;
  await platform.spawn('chat', { SUBGRAPH_CHAT_PORT: String(chatPort) });
  otherGateway = await startOtherGateway();
}, 90_000);

afterAll(async () => {
  await platform?.close();
  rmSync(folder, { recursive: true, force: true });
});

const startOtherGateway = () =>
  platform.spawn('gateway', { PORT: String(otherPort), SUBGRAPH_CHAT_URL: otherChatUrl });

const otherUrl = () => `http://127.0.0.1:${otherPort}/graphql`;
const webSocketOf = (url: string) => url.replace('http', 'ws');

const messages = (of = chat): Stream => ({
  document: CHAT_EVENTS,
  variables: { chatId: of.id },
  after: of.cursor,
  nameOf: (event) => (event.message as { body?: string } | null | undefined)?.body ?? null,
});

const tasks = (): Stream => ({
  document: BOARD_EVENTS,
  variables: { boardId: board.id },
  after: board.eventsCursor,
  nameOf: (event) => (event.task as { title?: string } | null | undefined)?.title ?? null,
});

/** Every fourth write is a task. */
function nextWrite(count: number): { name: string; write: Write } {
  const { token } = acme.owner;
  const isTask = count % 4 === 3;
  const name = `${isTask ? 'task' : 'message'} ${count}`;
  const input = isTask ? { workspaceId: acme.id, title: name } : { chatId: chat.id, body: name };
  return { name, write: { token, document: isTask ? CREATE : SEND, input } };
}

/** What the database holds, in the order of the topic. */
async function written(of = chat): Promise<string[]> {
  const rows = await platform.sql<{ body: string }>(
    `/* tests.written */ SELECT payload->>'body' AS body FROM event.store
     WHERE type = 'chat.message.sent' AND aggregate_id = $1 ORDER BY version`,
    [fromGlobalId('Chat', of.id, 'id')],
  );
  return rows.map(({ body }) => body);
}

test('the ledger tells what is missing, doubled, foreign or out of order', () => {
  expect(compare(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual([]);
  expect(compare(['a', 'b', 'c'], ['a', 'c'])).toEqual(['b is missing']);
  expect(compare(['a', 'b'], ['a', 'b', 'a'])).toEqual(['a came twice']);
  expect(compare(['a'], ['a', 'x'])).toEqual(['x was never written']);
  expect(compare(['a', 'b'], ['b', 'a'])).toEqual(['the order is wrong']);
});

describe('whatever restarts', () => {
  let writing: ReturnType<typeof writeAll>;
  let readers: Follower[];
  let watchers: Follower[];

  beforeAll(() => {
    const urls = [platform.url, otherUrl()];
    const sockets = urls.map(webSocketOf);
    const { token } = acme.member;
    readers = Array.from({ length: CLIENTS }, () => follow(sockets, token, messages()));
    watchers = Array.from({ length: CLIENTS / 10 }, () => follow(sockets, token, tasks()));
    writing = writeAll(urls, nextWrite);
  });

  afterAll(async () => {
    await writing.stop();
    [...readers, ...watchers].forEach((follower) => follower.stop());
    cutAbandoned();
  });

  /** So many more writes, which every fault meets before, during and behind it. */
  async function moreWrites() {
    const from = writing.acknowledged.length;
    await waitFor(() => writing.acknowledged.length >= from + PER_STEP, {
      timeoutMs: PATIENCE_MS,
      what: 'writes',
    });
  }

  test('each acknowledged event reaches each client once and in order', async () => {
    const faults: (() => unknown)[] = [
      () => platform.redis.stop(),
      () => platform.redis.start(),
      () => platform.stop('chat'),
      () => platform.start('chat'),
      () => platform.stop('worker'),
      () => platform.start('worker'),
      () => otherGateway.kill('SIGKILL'),
      () => writeFileSync(supergraphFile, readFileSync(SUPERGRAPH, 'utf8').replace(CLOSED_FIELD, '')),
      async () => (otherGateway = await startOtherGateway()),
      () => platform.stop('gateway'),
      () => platform.start('gateway'),
      // Half of them lose their way to a gateway that does not notice.
      () => readers.filter((_, i) => i % 2 === 0).forEach((reader) => reader.abandon()),
    ];
    for (const fault of faults) {
      await moreWrites();
      await fault();
    }
    await moreWrites();
    await writing.stop();
    const { acknowledged } = writing;
    const said = acknowledged.filter((name) => name.startsWith('message'));
    const made = acknowledged.filter((name) => name.startsWith('task'));
    expect(await written()).toEqual(said);
    const hasAll = (follower: Follower, names: readonly string[]) => follower.names.length >= names.length;
    await waitFor(
      () => readers.every((one) => hasAll(one, said)) && watchers.every((one) => hasAll(one, made)),
      { timeoutMs: PATIENCE_MS, what: 'everything to arrive' },
    ).catch(() => undefined);
    const problems = [
      ...readers.flatMap((reader) => compare(said, reader.names)),
      ...watchers.flatMap((watcher) => compare(made, watcher.names)),
      ...[...readers, ...watchers].flatMap(({ end }) => end ?? []),
    ];
    expect(problems).toEqual([]);
    expect(readers.every(({ restarts }) => restarts > 0)).toBe(true);
    if (process.env.LEDGER_CLIENTS) report(acknowledged.length, [...readers, ...watchers]);
  }, 600_000);
});

/** Said where the number of clients was chosen by hand. */
function report(writes: number, followers: readonly Follower[]) {
  const sum = (of: (follower: Follower) => number) =>
    followers.reduce((total, follower) => total + of(follower), 0);
  const arrived = sum(({ names }) => names.length);
  process.stderr.write(
    `${followers.length} clients, ${writes} writes, ${arrived} deliveries, ${sum((one) => one.restarts)} restarts\n`,
  );
}

test('a client that stops reading is cut off and misses nothing; those beside it notice nothing', async () => {
  const loud = await acme.chat({ participants: [acme.member] });
  const url = webSocketOf(platform.url);
  const reader = follow([url], acme.member.token, messages(loud));
  const [greedy, closed] = openGreedy(url, loud);
  const bodies = ['first'];
  await loud.send(acme.owner, 'first');
  await waitFor(() => greedy.heard.size === GREEDY);
  greedy.ws.pause();
  const { slow_consumer_cuts: cuts } = await readMetrics(platform);
  await waitFor(async () => {
    bodies.push(`${bodies.length} `.padEnd(30_000, 'x'));
    await loud.send(acme.owner, bodies.at(-1)!);
    return (await readMetrics(platform)).slow_consumer_cuts! > cuts!;
  });
  greedy.ws.resume();
  const resumed = follow([url], acme.owner.token, { ...messages(loud), after: greedy.cursor });
  await waitFor(() => reader.names.length === bodies.length && resumed.names.length === bodies.length - 1);
  expect(compare(bodies, reader.names)).toEqual([]);
  expect(compare(bodies.slice(1), resumed.names)).toEqual([]);
  expect(reader.restarts).toBe(0);
  expect([1006, 1013]).toContain(await closed);
  [reader, resumed].forEach((follower) => follower.stop());
});

const GREEDY = 60;

/** One socket that follows a chat many times over, and remembers where it was when it began. */
function openGreedy(url: string, { id: chatId, cursor }: SeededChat) {
  const ws = new WebSocket(url, 'graphql-transport-ws');
  const greedy = { ws, heard: new Set<string>(), cursor };
  const send = (frame: object) => ws.send(JSON.stringify(frame));
  ws.on('open', () =>
    send({ type: 'connection_init', payload: { authorization: `Bearer ${acme.owner.token}` } }),
  );
  ws.on('message', (data: Buffer) => {
    const { id, type, payload } = JSON.parse(data.toString()) as {
      id: string;
      type: string;
      payload: { extensions: { cursor: string } };
    };
    const subscribe = { query: CHAT_EVENTS, variables: { chatId, after: cursor } };
    if (type === 'connection_ack')
      for (let i = 0; i < GREEDY; i++) send({ id: String(i), type: 'subscribe', payload: subscribe });
    if (type !== 'next') return;
    if (greedy.heard.add(id).size === 1) greedy.cursor = payload.extensions.cursor;
  });
  const closed = new Promise<number>((resolve) => ws.on('close', resolve));
  return [greedy, closed] as const;
}
