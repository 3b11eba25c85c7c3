import type { Pool } from 'pg';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { copyTables, seedMessages, wordSql } from './chat-data';
import { createBenchClient, type BenchClient } from './client';
import { machine, median, ms, quantile, table } from './figures';
import { load, openPool, type Load } from './load';
import { makeDataDir, startBenchPlatform, type BenchPlatform } from './platform';

const ROUNDS = 3;
const ROUND_MS = 3000;
const CLIENTS = [1, 20, 100];
const CHATS = [1, 100];
const SAMPLES = 100;
const SEARCHED = 100_000;

const SEND = `mutation Send($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } userErrors { code message } } }`;
const CREATE_CHAT = `mutation Create($input: CreateChatInput!) {
  createChat(input: $input) { chat { id } userErrors { code message } } }`;
const PAGE = `query Page($id: ID!, $size: Int!) { chat(id: $id) { messages(last: $size) { nodes {
  id body createdAt author { username displayName } tasks { key status assignee { displayName } } } } } }`;
const SEARCH = `query Search($id: ID!, $query: String!, $orderBy: MessageSearchOrder!) { workspace(id: $id) {
  searchMessages(query: $query, orderBy: $orderBy, first: 20) { nodes { message { id author { displayName } }
    highlights { segments { text isMatch } } } } } }`;

interface Bench {
  platform: BenchPlatform;
  client: BenchClient;
  tokens: { alice: string; bob: string };
  workspaceId: string;
  /** Past row-level security. */
  pool: Pool;
  /** As the superuser, for the database's own statistics. */
  admin: Pool;
}
type Row = [string, string];

async function send({ client }: Bench, token: string, chatId: string, body: string): Promise<void> {
  const input = { chatId, body };
  const { sendMessage } = await client.query<{ sendMessage: { userErrors: object[] } }>(token, SEND, {
    input,
  });
  if (sendMessage.userErrors.length > 0) throw new Error(JSON.stringify(sendMessage.userErrors));
}

async function createChat({ client, tokens, workspaceId }: Bench, name: string): Promise<string> {
  const { createChat: made } = await client.query<{ createChat: { chat: { id: string } } }>(
    tokens.alice,
    CREATE_CHAT,
    { input: { workspaceId, name: `${name} ${Date.now()}` } },
  );
  return made.chat.id;
}

/** Alternates the contenders, so that what else the machine does falls on all of them. */
async function measureSending(bench: Bench): Promise<Row[]> {
  const chats: string[] = [];
  for (let i = 0; i < Math.max(...CHATS); i++) chats.push(await createChat(bench, `load ${i}`));
  await send(
    bench,
    bench.tokens.alice,
    chats[0]!,
    'load of a message of some usual length, as people write them',
  );
  const insert = await copyTables(bench.pool);
  const results = new Map<string, Load[]>();
  const record = async (name: string, measured: Promise<Load>) =>
    results.set(name, [...(results.get(name) ?? []), await measured]);
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const clients of CLIENTS) {
      await record(
        `plain ${clients}`,
        load(clients, ROUND_MS, () => bench.pool.query(insert)),
      );
      for (const size of CHATS) {
        const call = () => {
          const body = `load of a message of some usual length, as people write them ${count}`;
          return send(bench, bench.tokens.alice, chats[count++ % size]!, body);
        };
        await record(`${clients} ${size}`, load(clients, ROUND_MS, call));
      }
    }
  }
  const perSecond = (name: string) => median(results.get(name)!.map((one) => one.perSecond));
  const p95 = (name: string) => median(results.get(name)!.map(({ latencies }) => quantile(latencies, 0.95)));
  const said = (name: string) => `${Math.round(perSecond(name))}/s, p95 ${ms(p95(name))}`;
  return CLIENTS.flatMap((clients) => [
    ...CHATS.map((size): Row => {
      const share = perSecond(`${clients} ${size}`) / perSecond(`plain ${clients}`);
      return [
        `\`sendMessage\`, ${counted(clients, 'client')}, ${counted(size, 'chat')}`,
        `${said(`${clients} ${size}`)}; ${share.toFixed(2)} of the limit`,
      ];
    }),
    [
      `the limit: the same rows straight through \`pg\`, ${counted(clients, 'client')}`,
      said(`plain ${clients}`),
    ] as Row,
  ]);
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** How long a query takes, one after the other; warmed up first. */
async function sampled(call: () => Promise<unknown>, samples = SAMPLES): Promise<string> {
  for (let i = 0; i < 10; i++) await call();
  const measured: number[] = [];
  for (let i = 0; i < samples; i++) {
    const began = performance.now();
    await call();
    measured.push(performance.now() - began);
  }
  return `${ms(median(measured))} / ${ms(quantile(measured, 0.95))}`;
}

/** How many statements of the subgraphs a call costs; what they do by the way is left out by taking the least of some calls. */
async function statements({ admin }: Bench, call: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let i = 0; i < 7; i++) {
    await admin.query('SELECT pg_stat_statements_reset()');
    await call();
    const { rows } = await admin.query<{ calls: number }>(
      `SELECT coalesce(sum(s.calls), 0)::integer AS calls FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
       WHERE r.rolname = ANY ('{tributary_identity,tributary_workspace,tributary_chat,tributary_task}')
         AND s.query !~ '(^|/ )(BEGIN|COMMIT)|set_config|event\\.(head|topic_head)|revoked_session'`,
    );
    counts.push(rows[0]!.calls);
  }
  return Math.min(...counts);
}

async function measurePages(bench: Bench): Promise<Row[]> {
  const id = await createChat(bench, 'page');
  const { alice, bob } = bench.tokens;
  await bench.client.query(
    bob,
    'mutation ($input: JoinChatInput!) { joinChat(input: $input) { userErrors { code message } } }',
    { input: { chatId: id } },
  );
  for (let i = 0; i < 50; i++) {
    await send(bench, alice, id, i % 5 === 0 ? `#task Page ${i}` : `A message of a page ${i}`);
    await send(bench, bob, id, `An **answer** to ${i}`);
  }
  const rows: Row[] = [];
  for (const size of [10, 50, 100]) {
    const page = () => bench.client.query(alice, PAGE, { id, size });
    const time = await sampled(page);
    rows.push([
      `a page of ${size} messages with authors and tasks, p50 / p95`,
      `${time}; ${await statements(bench, page)} SQL statements`,
    ]);
  }
  return rows;
}

/** The searcher is no administrator of the platform, whose reads are audited. */
async function measureSearch(bench: Bench): Promise<Row[]> {
  const { pool, client, tokens, workspaceId: id } = bench;
  const chats: string[] = [];
  for (let i = 0; i < 20; i++) chats.push(fromGlobalId('Chat', await createChat(bench, `search ${i}`)));
  const { rows: authors } = await pool.query<{ id: string }>(
    'SELECT user_id AS id FROM access.person LIMIT 5',
  );
  await seedMessages(pool, { chatIds: chats, authorIds: authors.map((one) => one.id), count: SEARCHED });
  const { rows: words } = await pool.query<{ word: string }>(
    `SELECT ${wordSql('n')} AS word FROM unnest('{0,100,19000}'::integer[]) AS n`,
  );
  const [common, usual, rare] = words.map(({ word }) => word);
  const queries: [string, string][] = [
    ['a rare word', rare!],
    ['a usual word', usual!],
    ['two usual words', `${common} ${usual}`],
    ['a phrase', `"${usual} ${common}"`],
    ['a common word', common!],
    ['a word of every message', 'everyword'],
    ['a beginning that thousands of words share', 'w00 or w1'],
    ['nothing that there is', 'nothinglikethis'],
  ];
  const rows: Row[] = [];
  for (const [what, query] of queries) {
    const times: string[] = [];
    for (const orderBy of ['RELEVANCE', 'NEWEST'])
      times.push(await sampled(() => client.query(tokens.bob, SEARCH, { id, query, orderBy }), 50));
    rows.push([
      `search over ${SEARCHED.toLocaleString('en')} messages: ${what}, p50 / p95`,
      `by relevance ${times[0]}, the newest ${times[1]}`,
    ]);
  }
  return rows;
}

async function openBench(platform: BenchPlatform): Promise<Bench> {
  const client = createBenchClient(platform.graphql, Math.max(...CLIENTS));
  const tokens = { alice: await platform.token('alice'), bob: await platform.token('bob') };
  const { workspace } = await client.query<{ workspace: { id: string } }>(
    tokens.alice,
    '{ workspace(slug: "acme") { id } }',
  );
  const pool = openPool(platform.dataDir, 'tributary_migrator');
  const admin = openPool(platform.dataDir, 'postgres', 1);
  await admin.query('CREATE EXTENSION pg_stat_statements');
  return { platform, client, tokens, workspaceId: workspace.id, pool, admin };
}

const PARTS: Record<string, (bench: Bench) => Promise<Row[]>> = {
  pages: measurePages,
  search: measureSearch,
  sending: measureSending,
};

/** The parts that are named on the command line, else all. */
async function main(named: readonly string[]): Promise<void> {
  const { dataDir, remove } = makeDataDir();
  const first = await startBenchPlatform(dataDir);
  const setup = openPool(dataDir, 'postgres', 1);
  await setup.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  await setup.end();
  await first.stop();
  const bench = await openBench(await startBenchPlatform(dataDir));
  try {
    const rows: Row[] = [];
    for (const [name, measure] of Object.entries(PARTS))
      if (named.length === 0 || named.includes(name)) rows.push(...(await measure(bench)));
    process.stdout.write(`${machine()}\n\n${table(['figure', 'value'], rows)}\n`);
  } finally {
    await Promise.all([bench.pool.end(), bench.admin.end()]);
    await bench.client.close();
    await bench.platform.stop();
    remove();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(1);
});
