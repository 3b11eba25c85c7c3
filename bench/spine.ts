import type { Pool } from 'pg';
import { createBenchClient, follow, type BenchClient } from './client';
import { machine, median, ms, quantile, table } from './figures';
import { load, openPool } from './load';
import { makeDataDir, startBenchPlatform, type BenchPlatform } from './platform';

const LATENCY_SAMPLES = 200;
const TAG_SAMPLES = 60;
const ROUNDS = 3;
const ROUND_MS = 4000;
const CLIENTS = 20;

const SEND = `mutation Send($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } userErrors { code message } } }`;
const CREATE_CHAT = `mutation Create($input: CreateChatInput!) {
  createChat(input: $input) { chat { id eventsCursor } userErrors { code message } } }`;
const CHAT_EVENTS = `subscription Chat($chatId: ID!, $after: String) { chatEvents(chatId: $chatId, after: $after) {
  event { ... on MessageSent { message { id body author { displayName } chat { name workspace { name } } } } } } }`;
const BOARD_EVENTS = `subscription Board($boardId: ID!, $after: String) { boardEvents(boardId: $boardId, after: $after) {
  event { ... on TaskCreated { task { title key status assignee { displayName } sourceChat { name } } } } } }`;

interface Place {
  id: string;
  eventsCursor: string;
}

interface Bench {
  platform: BenchPlatform;
  client: BenchClient;
  token: string;
  workspaceId: string;
  board: Place;
}

async function send({ client, token }: Bench, chatId: string, body: string): Promise<void> {
  const { sendMessage } = await client.query<{ sendMessage: { userErrors: object[] } }>(token, SEND, {
    input: { chatId, body },
  });
  if (sendMessage.userErrors.length > 0) throw new Error(JSON.stringify(sendMessage.userErrors));
}

async function createChat({ client, token, workspaceId }: Bench, name: string): Promise<Place> {
  const { createChat: made } = await client.query<{ createChat: { chat: Place } }>(token, CREATE_CHAT, {
    input: { workspaceId, name },
  });
  return made.chat;
}

/** From the call of `sendMessage` to the frame in another client's socket. */
async function measureMessages(bench: Bench): Promise<number[]> {
  const chat = await createChat(bench, `latency ${Date.now()}`);
  const socket = bench.client.socket(await bench.platform.token('bob'));
  type Data = { chatEvents: { event: { message?: { body: string } } } };
  const frames = follow<Data>(socket, CHAT_EVENTS, { chatId: chat.id, after: chat.eventsCursor });
  frames.by(({ chatEvents }) => chatEvents.event.message?.body ?? null);
  const samples = await sampled(LATENCY_SAMPLES, `message ${Date.now()}`, (body) => body, {
    bench,
    chat,
    frames,
  });
  await socket.dispose();
  return samples;
}

/** From the call of `sendMessage` with a `#task` to the task's frame in a board's subscriber. */
async function measureTags(bench: Bench): Promise<number[]> {
  const chat = await createChat(bench, `tags ${Date.now()}`);
  const socket = bench.client.socket(await bench.platform.token('bob'));
  type Data = { boardEvents: { event: { task?: { title: string } } } };
  const frames = follow<Data>(socket, BOARD_EVENTS, {
    boardId: bench.board.id,
    after: bench.board.eventsCursor,
  });
  frames.by(({ boardEvents }) => boardEvents.event.task?.title ?? null);
  const samples = await sampled(TAG_SAMPLES, `task ${Date.now()}`, (title) => `#task ${title}`, {
    bench,
    chat,
    frames,
  });
  await socket.dispose();
  return samples;
}

interface Sampling {
  bench: Bench;
  chat: Place;
  frames: { arrival(key: string): Promise<number> };
}

async function sampled(
  count: number,
  prefix: string,
  bodyOf: (key: string) => string,
  { bench, chat, frames }: Sampling,
): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < count; i++) {
    const key = `${prefix} ${i}`;
    const arrival = frames.arrival(key);
    const began = performance.now();
    await send(bench, chat.id, bodyOf(key));
    samples.push((await arrival) - began);
  }
  return samples;
}

const perSecond = async (call: (client: number) => Promise<unknown>) =>
  (await load(CLIENTS, ROUND_MS, call)).perSecond;

/** Alternates the contenders, so that what else the machine does falls on all of them. */
async function measureThroughput(
  bench: Bench,
  plain: Pool,
): Promise<{ one: number; hundred: number; plain: number }> {
  const chats: Place[] = [];
  for (let i = 0; i < 100; i++) chats.push(await createChat(bench, `load ${Date.now()} ${i}`));
  const results = { one: [] as number[], hundred: [] as number[], plain: [] as number[] };
  let count = 0;
  const sendTo = (size: number) => () => send(bench, chats[count % size]!.id, `load ${count++}`);
  for (let round = 0; round < ROUNDS; round++) {
    results.plain.push(
      await perSecond(() =>
        plain.query('INSERT INTO bench.plain (chat_id, body) VALUES (gen_random_uuid(), $1)', [
          `load ${count++}`,
        ]),
      ),
    );
    results.one.push(await perSecond(sendTo(1)));
    results.hundred.push(await perSecond(sendTo(100)));
  }
  return { one: median(results.one), hundred: median(results.hundred), plain: median(results.plain) };
}

async function openPlain(dataDir: string): Promise<Pool> {
  const plain = openPool(dataDir, 'tributary_migrator');
  await plain.query('CREATE SCHEMA bench');
  await plain.query(
    'CREATE TABLE bench.plain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, chat_id uuid NOT NULL, body text NOT NULL, created_at timestamptz NOT NULL DEFAULT now())',
  );
  return plain;
}

async function openBench(platform: BenchPlatform): Promise<Bench> {
  const client = createBenchClient(platform.graphql, CLIENTS);
  const token = await platform.token('alice');
  const { workspace } = await client.query<{ workspace: { id: string; boards: { nodes: Place[] } } }>(
    token,
    '{ workspace(slug: "acme") { id boards(first: 1) { nodes { id eventsCursor } } } }',
  );
  return { platform, client, token, workspaceId: workspace.id, board: workspace.boards.nodes[0]! };
}

const p50p95 = (samples: readonly number[]) => `${ms(median(samples))} / ${ms(quantile(samples, 0.95))}`;

async function main(): Promise<void> {
  const { dataDir, remove } = makeDataDir();
  const first = await startBenchPlatform(dataDir);
  await first.stop();
  const platform = await startBenchPlatform(dataDir);
  const memoryAtStart = platform.memoryMb();
  const bench = await openBench(platform);
  const plain = await openPlain(dataDir);
  try {
    await measureMessages(bench);
    const messages = await measureMessages(bench);
    const tags = await measureTags(bench);
    const throughput = await measureThroughput(bench, plain);
    const perPlain = (value: number) =>
      `${Math.round(value)}/s, ${(value / throughput.plain).toFixed(2)} of plain inserts`;
    process.stdout.write(`${machine()}\n\n`);
    const rows = [
      ['first start to ready (initdb, migrations, demo data)', ms(first.readyMs)],
      ['later start to ready', ms(platform.readyMs)],
      [
        'memory of the process tree: ready / after the load',
        `${Math.round(memoryAtStart)} / ${Math.round(platform.memoryMb())} MB`,
      ],
      ['`sendMessage` to a subscriber’s frame, p50 / p95', p50p95(messages)],
      ['message with a tag to the board’s frame, p50 / p95', p50p95(tags)],
      [`messages acknowledged, ${CLIENTS} clients, 1 chat`, perPlain(throughput.one)],
      [`messages acknowledged, ${CLIENTS} clients, 100 chats`, perPlain(throughput.hundred)],
      ['plain one-row inserts through a pool of the same size', `${Math.round(throughput.plain)}/s`],
    ];
    process.stdout.write(`${table(['figure', 'value'], rows)}\n`);
  } finally {
    await plain.end();
    await bench.client.close();
    await platform.stop();
    remove();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(1);
});
