import { Client } from 'pg';
import { CALLER_COLUMNS, CALLER_JOIN } from '../subgraphs/chat/chat.service';
import { VIEWER_STATES } from '../subgraphs/chat/sidebar.entity';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { audienceSettings } from '../subgraphs/kit/audience';
import type { Audience } from '../subgraphs/kit/context';
import { audienceOf } from './audience-client';
import { makeChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import { makeSidebarClient } from './sidebar-client';

let platform: Platform;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  acme = await createSeed(platform).workspace();
}, 60_000);

afterAll(() => platform.close());

/** Puts so many messages of the owner's behind those of a chat, as the projection would. */
async function fill(chat: SeededChat, count: number): Promise<void> {
  const id = fromGlobalId('Chat', chat.id);
  await platform.sql(
    `INSERT INTO chat.message (id, workspace_id, scope_id, chat_id, author_id, body, is_automatic, tag_count, tag_results,
                               created_at, words, ordinal)
     SELECT gen_random_uuid(), a.workspace_id, $1, $1, $2, 'Message ' || n, false, 0, '[]', now(), '', a.message_count + n
     FROM chat.activity a, generate_series(1, $3::integer) AS n WHERE a.chat_id = $1`,
    [id, fromGlobalId('User', acme.owner.id), count],
  );
  await platform.sql('UPDATE chat.activity SET message_count = message_count + $2 WHERE chat_id = $1', [
    id,
    count,
  ]);
}

const STATE = `${VIEWER_STATES} WHERE c.id = $1`;
const CHAT = `SELECT c.id, ${CALLER_COLUMNS} FROM chat.chat c ${CALLER_JOIN} WHERE c.id = $1`;

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
}

/** How many rows the steps of a plan handed on, all together. */
const rowsOf = (plan: Plan): number =>
  plan['Actual Rows'] * plan['Actual Loops'] +
  (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), 0);

/** The values of app.user_id, app.role and app.audience. */
const settingsOf = (caller: Person | Audience) =>
  'username' in caller
    ? [fromGlobalId('User', caller.id), 'user', '']
    : ['', 'audience', audienceSettings(caller, '')[2]!];

/** What a statement of chat's costs a caller, planned as services do: pages of the database, rows, and the plan. */
async function costOf(
  caller: Person | Audience,
  statement: string,
  chat: SeededChat,
): Promise<{ pages: number; rows: number; text: string }> {
  const client = new Client({ connectionString: platform.database.roleUrls.tributary_chat });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      "SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true), set_config('app.audience', $3, true), set_config('plan_cache_mode', 'force_generic_plan', true)",
      settingsOf(caller),
    );
    await client.query(`PREPARE asked AS ${statement}`);
    const explain = async <R extends object>(format: string) =>
      (
        await client.query<R>(
          `EXPLAIN (ANALYZE, BUFFERS, FORMAT ${format}) EXECUTE asked ('${fromGlobalId('Chat', chat.id)}')`,
        )
      ).rows;
    await explain('TEXT');
    const text = (await explain<Record<string, string>>('TEXT')).map((row) => row['QUERY PLAN']).join('\n');
    const [row] = await explain<Record<string, { Plan: Plan }[]>>('JSON');
    const { Plan: plan } = row!['QUERY PLAN']![0]!;
    return { pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], rows: rowsOf(plan), text };
  } finally {
    await client.end();
  }
}

test('D12: what is unread costs as much with ten thousand messages behind as with ten', async () => {
  const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
  const act = makeSidebarClient(makeChatClient(platform));
  await chat.send(acme.member, 'The last that I have read');
  await fill(chat, 10);
  await platform.sql('ANALYZE chat.message, chat.activity');
  expect(await act.unreadOf(acme.member, chat)).toBe(10);
  const few = await costOf(acme.member, STATE, chat);
  await fill(chat, 9_990);
  await platform.sql('ANALYZE chat.message, chat.activity');
  expect(await act.unreadOf(acme.member, chat)).toBe(10_000);
  const many = await costOf(acme.member, STATE, chat);
  if (process.env.SHOW_PLAN) process.stdout.write(`${few.pages} ${many.pages}\n${many.text}\n`);
  // An index of ten thousand is a level or two deeper.
  expect(many.pages).toBeLessThan(few.pages + 20);
}, 60_000);

/** Makes a person take part in so many more public chats. */
async function joinMany(person: Person, count: number): Promise<void> {
  await platform.sql(
    `WITH s AS (
       INSERT INTO access.scope (scope_id, kind, workspace_id, visibility, creator_id)
       SELECT gen_random_uuid(), 'chat', $1, 'PUBLIC', $2 FROM generate_series(1, $3::integer) RETURNING scope_id
     )
     INSERT INTO access.membership (scope_id, workspace_id, user_id, role, active, joined_at, changed_at)
     SELECT s.scope_id, $1, $2, 'MEMBER', true, now(), now() FROM s`,
    [fromGlobalId('Workspace', acme.id), fromGlobalId('User', person.id), count],
  );
  await platform.sql('ANALYZE access.scope, access.membership');
}

test.each([
  ['a public chat of others', () => acme.chat()],
  ['a chat of their own', () => acme.chat({ visibility: 'PRIVATE', participants: [acme.member] })],
])('B4: %s costs a person with a thousand chats as much as one with ten', async (_, make) => {
  const chat = await make();
  await joinMany(acme.member, 10);
  const few = await costOf(acme.member, CHAT, chat);
  await joinMany(acme.member, 990);
  const many = await costOf(acme.member, CHAT, chat);
  expect(many.rows).toBeLessThan(few.rows + 100);
});

test('B4: a chat costs an audience as much with a thousand public chats beside as with few', async () => {
  const chat = await acme.chat({ visibility: 'PRIVATE' });
  const audience = audienceOf(acme, chat);
  const few = await costOf(audience, CHAT, chat);
  expect(few.rows).toBeGreaterThan(0);
  await joinMany(acme.member, 1000);
  const many = await costOf(audience, CHAT, chat);
  expect(many.pages).toBeLessThan(few.pages + 20);
  // It costs a person nothing but the look at who calls.
  expect((await costOf(acme.member, CHAT, chat)).text).toMatch(/One-Time Filter: .* = 'audience'/);
});
