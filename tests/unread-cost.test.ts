import { Client } from 'pg';
import { VIEWER_STATES } from '../subgraphs/chat/sidebar.entity';
import { fromGlobalId } from '../subgraphs/kit/ids';
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

interface Plan {
  Plan: Record<string, number>;
}

/** How many pages of the database a caller's state of a chat takes, and the plan as text. */
async function costOf(person: Person, chat: SeededChat): Promise<{ pages: number; text: string }> {
  const client = new Client({ connectionString: platform.database.roleUrls.tributary_chat });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.user_id', $1, true), set_config('app.role', 'user', true)", [
      fromGlobalId('User', person.id),
    ]);
    const explain = async <R extends object>(format: string) =>
      (
        await client.query<R>(
          `EXPLAIN (ANALYZE, BUFFERS, FORMAT ${format}) ${VIEWER_STATES} WHERE c.id = $1`,
          [fromGlobalId('Chat', chat.id)],
        )
      ).rows;
    await explain('TEXT');
    const text = (await explain<Record<string, string>>('TEXT')).map((row) => row['QUERY PLAN']).join('\n');
    const [row] = await explain<Record<string, Plan[]>>('JSON');
    const { Plan: plan } = row!['QUERY PLAN']![0]!;
    return { pages: plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!, text };
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
  const few = await costOf(acme.member, chat);
  await fill(chat, 9_990);
  await platform.sql('ANALYZE chat.message, chat.activity');
  expect(await act.unreadOf(acme.member, chat)).toBe(10_000);
  const many = await costOf(acme.member, chat);
  if (process.env.SHOW_PLAN) process.stdout.write(`${few.pages} ${many.pages}\n${many.text}\n`);
  // An index of ten thousand is a level or two deeper.
  expect(many.pages).toBeLessThan(few.pages + 20);
}, 60_000);
