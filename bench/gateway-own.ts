import { fromGlobalId } from '../subgraphs/kit/ids';
import { createChat, must, send, type Place } from './bench';
import { seedMessages } from './chat-data';
import type { Workload } from './gateway-rounds';

const CHATS = 20;
const MESSAGES = 50;
const CARDS = 50;
/** So many messages of each chat have made a task. */
const TAGGED = 5;
const TAGGED_MS = 50;

const CREATE =
  'mutation Create($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { code message } } }';
const FIND_BOARD = '{ workspace(slug: "acme") { boards(first: 1) { nodes { id } } } }';
const FIND_TASKS =
  'query ($id: ID!, $size: Int!) { chat(id: $id) { messages(last: $size) { nodes { body tasks { key } } } } }';

const BOARD = `query Board($id: ID!, $size: Int!) { board(id: $id) { name columns { id name wipLimit taskCount }
  cards(first: $size) { nodes { columnId task { id key title type status priority dueDate assignee { username displayName }
    chat { viewerState { unreadCount } } } } } } }`;
const CHAT = `query Chat($id: ID!, $size: Int!) { chat(id: $id) { name messages(last: $size) { nodes {
  id body createdAt replyCount author { username displayName } reactions { emoji count viewerHasReacted }
  tasks { key status assignee { displayName } } } } } }`;
const SIDEBAR = `query Sidebar($id: ID!, $size: Int!) { workspace(id: $id) { sidebar(first: $size) { nodes {
  id name kind lastMessage { id body author { displayName } } viewerState { unreadCount mentionCount isMuted isFavourite } } } } }`;
const VIEWER = 'query Viewer { viewer { id username displayName } }';

/** Fills a workspace, and answers what people ask there. */
export async function fillOwn(place: Place): Promise<Workload[]> {
  const boardId = await fillBoard(place);
  const chats = await fillChats(place);
  const { tokens, workspaceId } = place;
  const both = [tokens.bob, tokens.alice];
  const sizes = (most: number) => Array.from({ length: 10 }, (_, i) => most - i);
  return [
    {
      name: 'a board',
      query: BOARD,
      tokens: both,
      variables: sizes(CARDS).map((size) => ({ id: boardId, size })),
    },
    { name: 'a chat', query: CHAT, tokens: both, variables: chats.map((id) => ({ id, size: MESSAGES })) },
    {
      name: 'the sidebar',
      query: SIDEBAR,
      tokens: both,
      variables: sizes(CHATS).map((size) => ({ id: workspaceId, size })),
    },
    { name: 'the viewer', query: VIEWER, tokens: both, variables: [{}] },
  ];
}

async function fillBoard(place: Place): Promise<string> {
  const { client, tokens, workspaceId } = place;
  type Found = { workspace: { boards: { nodes: { id: string }[] } } };
  const { workspace } = await client.query<Found>(tokens.alice, FIND_BOARD);
  const { viewer } = await client.query<{ viewer: { id: string } }>(tokens.bob, '{ viewer { id } }');
  for (let i = 0; i < CARDS; i++) {
    const input = { workspaceId, title: `Card ${i}`, assigneeId: i % 2 ? viewer.id : null, priority: 'LOW' };
    await must(place, tokens.alice, CREATE, input);
  }
  return workspace.boards.nodes[0]!.id;
}

async function fillChats(place: Place): Promise<string[]> {
  const { client, pool, tokens } = place;
  const chats: string[] = [];
  for (let i = 0; i < CHATS; i++) chats.push(await createChat(place, `gateway ${i}`, true));
  const viewers = [tokens.alice, tokens.bob].map((token) =>
    client.query<{ viewer: { id: string } }>(token, '{ viewer { id } }'),
  );
  const authorIds = (await Promise.all(viewers)).map(({ viewer }) => fromGlobalId('User', viewer.id));
  const chatIds = chats.map((id) => fromGlobalId('Chat', id));
  await seedMessages(pool, { chatIds, authorIds, count: CHATS * MESSAGES });
  for (const id of chats)
    for (let i = 0; i < TAGGED; i++) await send(place, tokens.bob, id, `#task Tagged ${i}`);
  for (const id of chats) await untilTagged(place, id);
  return chats;
}

/** The task, and the answer that names it, follow from the message's event. */
async function untilTagged({ client, tokens }: Place, id: string): Promise<void> {
  type Found = { chat: { messages: { nodes: { body: string; tasks: unknown[] }[] } } };
  for (;;) {
    const { chat } = await client.query<Found>(tokens.bob, FIND_TASKS, { id, size: 2 * TAGGED });
    const { nodes } = chat.messages;
    const tagged = nodes.filter(({ tasks }) => tasks.length > 0);
    const answers = nodes.filter(({ body }) => body.startsWith('✅'));
    if (tagged.length === TAGGED && answers.length === TAGGED) return;
    await new Promise((resolve) => setTimeout(resolve, TAGGED_MS));
  }
}
