import { fromGlobalId } from '../subgraphs/kit/ids';
import { createChat, must, sampled, send, timed, type Bench, type Row } from './bench';
import { seedMessages, wordSql } from './chat-data';

const SEARCHED = 100_000;
const SIDEBAR = 200;
const BEHIND = [10, 10_000];

const PAGE = `query Page($id: ID!, $size: Int!) { chat(id: $id) { messages(last: $size) { nodes {
  id body createdAt replyCount author { username displayName } reactions { emoji count viewerHasReacted }
  tasks { key status assignee { displayName } } } } } }`;
const REACT =
  'mutation React($input: AddReactionInput!) { addReaction(input: $input) { userErrors { code message } } }';
const LIST = `query Sidebar($id: ID!, $size: Int!) { workspace(id: $id) { sidebar(first: $size) { nodes {
  id name kind lastMessage { id body author { displayName } } viewerState { unreadCount mentionCount isMuted isFavourite } } } } }`;
const UNREAD = 'query Unread($id: ID!) { chat(id: $id) { viewerState { unreadCount mentionCount } } }';
const UNREAD_ALL = 'query UnreadAll($id: ID!) { workspace(id: $id) { unreadCount } }';
const SEARCH = `query Search($id: ID!, $query: String!, $orderBy: MessageSearchOrder!) { workspace(id: $id) {
  searchMessages(query: $query, orderBy: $orderBy, first: 20) { nodes { message { id author { displayName } }
    highlights { segments { text isMatch } } } } } }`;

/** A chat of two people, with reactions and tasks on some of its messages. */
export async function measurePages(bench: Bench): Promise<Row[]> {
  const id = await createChat(bench, 'page', true);
  const { alice, bob } = bench.tokens;
  for (let i = 0; i < 50; i++) {
    await send(bench, alice, id, i % 5 === 0 ? `#task Page ${i}` : `A message of a page ${i}`);
    const messageId = await send(bench, bob, id, `An **answer** to ${i}`);
    for (const token of [alice, bob]) await must(bench, token, REACT, { messageId, emoji: '👍' });
    if (i % 3 === 0) await must(bench, alice, REACT, { messageId, emoji: '🎉' });
  }
  const rows: Row[] = [];
  for (const size of [10, 50, 100]) {
    const page = () => bench.client.query(alice, PAGE, { id, size });
    rows.push([
      `a page of ${size} messages with authors, reactions and tasks, p50 / p95`,
      await timed(bench, page),
    ]);
  }
  return rows;
}

/** Bob's chats, each with something said in it that he has not read. */
export async function measureSidebar(bench: Bench): Promise<Row[]> {
  const { client, tokens, workspaceId: id } = bench;
  const chats: string[] = [];
  for (let i = 0; i < SIDEBAR; i++) chats.push(await createChat(bench, `sidebar ${i}`, true));
  await fill(bench, chats, SIDEBAR * 50);
  const rows: Row[] = [];
  for (const size of [20, SIDEBAR]) {
    const list = () => client.query(tokens.bob, LIST, { id, size });
    rows.push([
      `the sidebar, ${size} chats with last message and counts, p50 / p95`,
      await timed(bench, list),
    ]);
  }
  return rows;
}

export async function measureUnread(bench: Bench): Promise<Row[]> {
  const { client, tokens, workspaceId } = bench;
  const rows: Row[] = [];
  for (const count of BEHIND) {
    const id = await createChat(bench, `unread ${count}`, true);
    await fill(bench, [id], count);
    const ask = () =>
      client.query<{ chat: { viewerState: { unreadCount: number } } }>(tokens.bob, UNREAD, { id });
    const { unreadCount } = (await ask()).chat.viewerState;
    if (unreadCount !== count) throw new Error(`${unreadCount} unread instead of ${count}`);
    rows.push([
      `unread and mentions of a chat, ${count.toLocaleString('en')} messages behind, p50 / p95`,
      await timed(bench, ask),
    ]);
  }
  const all = () => client.query(tokens.bob, UNREAD_ALL, { id: workspaceId });
  rows.push(['unread of the whole workspace then, p50 / p95', await timed(bench, all)]);
  return rows;
}

/** Fills chats with messages by alice. */
async function fill({ client, pool, tokens }: Bench, chats: readonly string[], count: number): Promise<void> {
  const { viewer } = await client.query<{ viewer: { id: string } }>(tokens.alice, '{ viewer { id } }');
  const chatIds = chats.map((id) => fromGlobalId('Chat', id));
  await seedMessages(pool, { chatIds, authorIds: [fromGlobalId('User', viewer.id)], count });
}

/** The searcher is no administrator of the platform, whose reads are audited. */
export async function measureSearch(bench: Bench): Promise<Row[]> {
  const { pool, client, tokens, workspaceId: id } = bench;
  const chats: string[] = [];
  for (let i = 0; i < 20; i++) chats.push(await createChat(bench, `search ${i}`));
  await fill(bench, chats, SEARCHED);
  const { rows: words } = await pool.query<{ word: string }>(
    `SELECT ${wordSql('n')} AS word FROM unnest('{0,100,19000}'::integer[]) AS n`,
  );
  const [common, usual, rare] = words.map(({ word }) => word);
  const queries: [string, string][] = [
    ['a rare word', rare!],
    ['a usual word', usual!],
    ['two words', `${common} ${usual}`],
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
      times.push(await sampled(() => client.query(tokens.bob, SEARCH, { id, query, orderBy })));
    rows.push([
      `search over ${SEARCHED.toLocaleString('en')} messages: ${what}, p50 / p95`,
      `by relevance ${times[0]}, the newest ${times[1]}`,
    ]);
  }
  return rows;
}
