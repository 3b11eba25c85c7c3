import { makeAttachmentClient, picture } from './attachment-client';
import { makeChatClient, type ChatClient } from './chat-client';
import { tryFromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

/** More than what is looked through without the index. */
const MANY = 6_000;

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;
let foreign: SeededWorkspace;
let open: SeededChat;
let secret: SeededChat;

const uuidOf = (type: 'Chat' | 'User' | 'Workspace', id: string) => tryFromGlobalId(type, id)!;

/** Messages as their projection would leave them, `needle` in every hundredth of the oldest thousand. */
async function fill(chat: SeededChat, author: Person, count: number): Promise<void> {
  await platform.sql(
    `INSERT INTO chat.message (id, workspace_id, scope_id, chat_id, author_id, body, is_automatic, tag_count, tag_results,
       created_at, ordinal, words)
     SELECT uuidv7(), c.workspace_id, c.id, c.id, $2, x.body, false, 0, '[]', now(), x.n,
       chat.place_words(c.workspace_id, c.id, $2) || to_tsvector('simple', x.body)
     FROM (SELECT n, CASE WHEN n % 100 = 0 AND n <= 1000 THEN 'common needle ' ELSE 'common filler ' END || n AS body
           FROM generate_series(1, $3::integer) AS n) x JOIN chat.chat c ON c.id = $1 ORDER BY x.n`,
    [uuidOf('Chat', chat.id), uuidOf('User', author.id), count],
  );
}

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  const seed = createSeed(platform);
  [acme, foreign] = [await seed.workspace(), await seed.workspace('globex')];
  secret = await acme.chat({ visibility: 'PRIVATE' });
  open = await acme.chat();
  await fill(await foreign.chat(), foreign.owner, 1000);
  await fill(secret, acme.owner, 1000);
  await fill(open, acme.owner, MANY);
  await platform.sql('VACUUM ANALYZE chat.message');
}, 60_000);

afterAll(() => platform.close());

interface Page {
  nodes: { message: { body: string; chat: { id: string } }; rank: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function search(person: Person, query: string, more: object = {}): Promise<Page> {
  const { workspace } = await client.query<{ workspace: { searchMessages: Page } }>(
    person,
    `query ($id: ID!, $query: String!, $filter: MessageSearchFilter, $orderBy: MessageSearchOrder! = NEWEST, $first: Int,
       $after: String, $last: Int, $before: String) { workspace(id: $id) { searchMessages(query: $query, filter: $filter,
         orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
       nodes { rank message { body chat { id } } } pageInfo { hasNextPage endCursor } } } }`,
    { id: acme.id, query, ...more },
  );
  return workspace.searchMessages;
}

async function pages(person: Person, query: string, more: object): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await search(person, query, { ...more, first: 100, after });
    found.push(...nodes.map(({ message }) => message.body));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

describe('search over more messages than are looked through', () => {
  test('B8: what is old and rare is found by the index, and only where the caller may read', async () => {
    const counts = async (person: Person, more?: object) =>
      (await search(person, 'needle', more)).nodes.length;
    expect(await counts(acme.owner)).toBe(20);
    expect(await counts(acme.member)).toBe(10);
    expect(await counts(acme.guest)).toBe(0);
    expect(await counts(acme.member, { filter: { chatIds: [secret.id] } })).toBe(0);
    expect(await counts(acme.owner, { filter: { chatIds: [secret.id] } })).toBe(10);
    expect(await counts(acme.owner, { filter: { authorIds: [acme.member.id] } })).toBe(0);
    expect(await counts(acme.owner, { filter: { authorIds: [acme.owner.id], chatIds: [open.id] } })).toBe(10);
    const newest = (await search(acme.member, 'needle', { first: 3 })).nodes.map(
      ({ message }) => message.body,
    );
    expect(newest).toEqual(['common needle 1000', 'common needle 900', 'common needle 800']);
    const oldest = (await search(acme.member, 'needle', { last: 2 })).nodes.map(
      ({ message }) => message.body,
    );
    expect(oldest).toEqual(['common needle 200', 'common needle 100']);
  });

  test('S22: by relevance the newest 1,000 of a common word are ranked, the newest first are all reached', async () => {
    const ranked = await pages(acme.member, 'common', { orderBy: 'RELEVANCE' });
    expect(ranked).toHaveLength(1000);
    expect(new Set(ranked).size).toBe(1000);
    expect(ranked).toEqual(Array.from({ length: 1000 }, (_, i) => `common filler ${MANY - i}`));
    const all = await pages(acme.member, 'common', { orderBy: 'NEWEST' });
    expect(all).toHaveLength(MANY);
    expect(new Set(all).size).toBe(MANY);
    expect((await search(acme.member, 'common', { last: 1 })).nodes[0]!.message.body).toBe('common filler 1');
  });

  test('S22: rare words are looked up in the index under row-level security, common ones without it', async () => {
    const scans = async (query: string) => {
      const user = uuidOf('User', acme.member.id);
      const count = async () => {
        const [row] = await platform.sql<{ scans: string }>(
          "SELECT idx_scan AS scans FROM pg_stat_user_indexes WHERE indexrelname = 'message_by_words'",
        );
        return Number(row!.scans);
      };
      const before = await count();
      await platform.database.sqlAs(
        'tributary_chat',
        `BEGIN; SELECT set_config('app.user_id', '${user}', true);
         SELECT * FROM chat.search_messages('${uuidOf('Workspace', acme.id)}', '''${query}''',
           '{"byRank": false, "backward": false, "limit": 51}');
         COMMIT; SELECT pg_stat_force_next_flush(); SELECT 1`,
      );
      return (await count()) - before;
    };
    expect(await scans('needle')).toBeGreaterThan(0);
    expect(await scans('nowhere')).toBeGreaterThan(0);
    expect(await scans('common')).toBe(0);
  });

  test('B9: without a caller nothing is found, and nobody else may search', async () => {
    const call = `SELECT * FROM chat.search_messages('${uuidOf('Workspace', acme.id)}', '''common''',
      '{"byRank": true, "backward": false, "limit": 51}')`;
    expect(await platform.database.sqlAs('tributary_chat', call)).toEqual([]);
    for (const role of ['tributary_task', 'tributary_identity', 'tributary_workspace', 'tributary_worker'])
      await expect(platform.database.sqlAs(role, call)).rejects.toThrow(/permission denied/);
    const inner = `SELECT chat.find_messages('${uuidOf('Workspace', acme.id)}', '{}', '''common''', '{}', 1)`;
    await expect(platform.database.sqlAs('tributary_chat', inner)).rejects.toThrow(/permission denied/);
  });
});

test('D7: messages with files are told from those without', async () => {
  const files = makeAttachmentClient(platform, client);
  const chat = await acme.chat();
  const id = await files.upload(acme.owner, chat.id, picture());
  await files.send(acme.owner, chat, [id], 'axolotl with a picture');
  await chat.send(acme.owner, 'axolotl without');
  const find = async (hasAttachment: boolean) =>
    (await search(acme.owner, 'axolotl', { filter: { hasAttachment } })).nodes.map(
      ({ message }) => message.body,
    );
  expect(await find(true)).toEqual(['axolotl with a picture']);
  expect(await find(false)).toEqual(['axolotl without']);
});

test('D11: the longest bodies are taken and found, whatever they are made of', async () => {
  const chat = await acme.chat();
  const fill = (make: (i: number) => string) => {
    const words: string[] = [];
    for (let i = 0, length = 0; (length += make(i).length + 1) <= 39_000; i++) words.push(make(i));
    return words.join(' ');
  };
  const bodies = [
    fill((i) => i.toString(36)),
    // One letter that is eighteen when it is folded.
    fill((i) => `${i.toString(36)}${'\ufdfa'.repeat(10)}`),
    fill((i) => String.fromCodePoint(0x4e00 + (i % 20_000))),
    fill(() => "'\\:*&|!()<->"),
    'x'.repeat(39_000),
    '😀'.repeat(19_000),
    fill(() => 'same'),
  ];
  for (const [i, body] of bodies.entries()) await chat.send(acme.owner, `${body} capybara${i}`);
  const found = await search(acme.owner, 'capybara', { filter: { chatIds: [chat.id] } });
  expect(found.nodes).toHaveLength(bodies.length);
});

test('A18: who is deactivated finds nothing, and what they said is found by others', async () => {
  const seed = createSeed(platform);
  const workspace = await seed.workspace('initech');
  const chat = await workspace.chat({ participants: [workspace.member] });
  await chat.send(workspace.member, 'kakapo');
  const ask = (person: Person) =>
    platform.query<{ workspace: { searchMessages: Page } | null }>(
      person.token,
      'query ($id: ID!) { workspace(id: $id) { searchMessages(query: "kakapo") { nodes { message { body } } } } }',
      { id: workspace.id },
    );
  expect((await ask(workspace.member)).data.workspace!.searchMessages.nodes).toHaveLength(1);
  const switched = await client.query<{ deactivateUser: { userErrors: object[] } }>(
    { ...workspace.owner, token: platform.token('root') },
    'mutation ($input: DeactivateUserInput!) { deactivateUser(input: $input) { userErrors { code } } }',
    { input: { userId: workspace.member.id } },
  );
  expect(switched.deactivateUser.userErrors).toEqual([]);
  await waitFor(async () => !(await ask(workspace.member)).text.includes('kakapo'));
  expect((await ask(workspace.owner)).data.workspace!.searchMessages.nodes).toHaveLength(1);
});
