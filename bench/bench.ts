import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createBenchClient, type BenchClient } from './client';
import { machine, median, ms, quantile, table } from './figures';
import { openPool } from './load';
import { makeDataDir, startBenchPlatform, type BenchPlatform } from './platform';

/** A workspace, and who does things there. */
export interface Place {
  client: BenchClient;
  tokens: { alice: string; bob: string };
  workspaceId: string;
  /** Past row-level security. */
  pool: Pool;
}

/** What the parts of a bench share. */
export interface Bench extends Place {
  platform: BenchPlatform;
  /** As the superuser, for the database's own statistics. */
  admin: Pool;
}
/** What was measured, and its value. */
export type Row = [string, string];
/** What can be measured by itself, by its name on the command line. */
export type Parts = Readonly<Record<string, (bench: Bench) => Promise<Row[]>>>;

const SAMPLES = 100;
/** Until every server process has taken up a setting. */
const SETTLED_MS = 500;
const SEND = `mutation Send($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } userErrors { code message } } }`;
const CREATE_CHAT = `mutation Create($input: CreateChatInput!) {
  createChat(input: $input) { chat { id } userErrors { code message } } }`;
const JOIN =
  'mutation Join($input: JoinChatInput!) { joinChat(input: $input) { userErrors { code message } } }';

interface Payload {
  userErrors: object[];
}

/** Answers the payload of a mutation that must not be refused. */
export async function must<P>(place: Place, token: string, document: string, input: object): Promise<P> {
  const data = await place.client.query<Record<string, Payload>>(token, document, { input });
  const [payload] = Object.values(data);
  if (payload!.userErrors.length > 0) throw new Error(JSON.stringify(payload!.userErrors));
  return payload as P;
}

/** Sends a message and answers its id. */
export async function send(place: Place, token: string, chatId: string, body: string): Promise<string> {
  return (await must<{ message: { id: string } }>(place, token, SEND, { chatId, body })).message.id;
}

/** Creates a public chat of alice's, which bob joins where he is asked to. */
export async function createChat(place: Place, name: string, withBob = false): Promise<string> {
  const { tokens, workspaceId } = place;
  const input = { workspaceId, name: `${name} ${Date.now()}` };
  const { chat } = await must<{ chat: { id: string } }>(place, tokens.alice, CREATE_CHAT, input);
  if (withBob) await must(place, tokens.bob, JOIN, { chatId: chat.id });
  return chat.id;
}

export const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

/** How long a query takes, one after the other, warmed up first: p50 / p95. */
export async function sampled(call: () => Promise<unknown>, samples = SAMPLES): Promise<string> {
  for (let i = 0; i < 10; i++) await call();
  const measured: number[] = [];
  for (let i = 0; i < samples; i++) {
    const began = performance.now();
    await call();
    measured.push(performance.now() - began);
  }
  return `${ms(median(measured))} / ${ms(quantile(measured, 0.95))}`;
}

/** What the subgraphs ask PostgreSQL in one call. */
interface Asked {
  statements: number;
  /** How long PostgreSQL worked on them, in milliseconds. */
  milliseconds: number;
}

/**
 * What a call costs in PostgreSQL. What the subgraphs do by the way is left out by its name, and by taking the least of
 * some calls.
 */
async function asked({ admin }: Bench, call: () => Promise<unknown>): Promise<Asked> {
  const samples: Asked[] = [];
  await track(admin, 'top');
  for (let i = 0; i < 9; i++) {
    await admin.query('SELECT pg_stat_statements_reset()');
    await call();
    const { rows } = await admin.query<Asked>(
      `SELECT coalesce(sum(s.calls), 0)::integer AS statements, coalesce(sum(s.total_plan_time + s.total_exec_time), 0) AS milliseconds
       FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
       WHERE r.rolname = ANY ('{tributary_identity,tributary_workspace,tributary_chat,tributary_task}')
         AND s.query !~ '(^|/ )(BEGIN|COMMIT)|set_config|event\\.(head|topic_head)|revoked_session'`,
    );
    samples.push(rows[0]!);
  }
  await track(admin, 'none');
  const statements = Math.min(...samples.map((sample) => sample.statements));
  return { statements, milliseconds: median(samples.map((sample) => sample.milliseconds)) };
}

/** Statistics cost time themselves: they are kept only while they are looked at. */
async function track(admin: Pool, what: 'top' | 'none'): Promise<void> {
  await admin.query(`ALTER SYSTEM SET pg_stat_statements.track = ${what}`);
  await admin.query('SELECT pg_reload_conf()');
  await delay(SETTLED_MS);
}

/** How long a query takes, p50 / p95, and how much of it lies in PostgreSQL. */
export async function timed(bench: Bench, call: () => Promise<unknown>): Promise<string> {
  const time = await sampled(call);
  const { statements, milliseconds } = await asked(bench, call);
  return `${time}; ${counted(statements, 'SQL statement')} of ${ms(milliseconds)} together, planning included`;
}

/** Opens the workspace that every platform begins with. */
export async function openPlace(platform: BenchPlatform, connections: number): Promise<Place> {
  const client = createBenchClient(platform.graphql, connections);
  const tokens = { alice: await platform.token('alice'), bob: await platform.token('bob') };
  const { workspace } = await client.query<{ workspace: { id: string } }>(
    tokens.alice,
    '{ workspace(slug: "acme") { id } }',
  );
  const pool = openPool(platform.dataDir, 'tributary_migrator');
  return { client, tokens, workspaceId: workspace.id, pool };
}

async function openBench(platform: BenchPlatform, connections: number): Promise<Bench> {
  const place = await openPlace(platform, connections);
  const admin = openPool(platform.dataDir, 'postgres', 1);
  await admin.query('CREATE EXTENSION pg_stat_statements');
  return { ...place, platform, admin };
}

/** Runs the parts that the command line names, else all, on a platform of their own, and prints what they found. */
export async function runBench(parts: Parts, connections: number): Promise<void> {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    fail(`no part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`);
    return;
  }
  const { dataDir, remove } = makeDataDir();
  try {
    const bench = await openBench(await startObserved(dataDir), connections);
    try {
      const rows: Row[] = [];
      for (const [name, measure] of Object.entries(parts))
        if (named.length === 0 || named.includes(name)) rows.push(...(await measure(bench)));
      process.stdout.write(`${machine()}\n\n${table(['figure', 'value'], rows)}\n`);
    } finally {
      await Promise.all([bench.pool.end(), bench.admin.end()]);
      await bench.client.close();
      await bench.platform.stop();
    }
  } catch (error) {
    fail(String((error as Error).stack));
  } finally {
    remove();
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** Starts a platform whose PostgreSQL can tell what statements cost, once told to: a setting that needs a restart. */
async function startObserved(dataDir: string): Promise<BenchPlatform> {
  const first = await startBenchPlatform(dataDir);
  const setup = openPool(dataDir, 'postgres', 1);
  await setup.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  await setup.query("ALTER SYSTEM SET pg_stat_statements.track_planning = 'on'");
  await setup.query("ALTER SYSTEM SET pg_stat_statements.track = 'none'");
  await setup.end();
  await first.stop();
  return startBenchPlatform(dataDir);
}
