import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seedDemo } from '../dev/seed';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

const run = promisify(execFile);
const ROOT = join(__dirname, '..');

interface Acme {
  workspace: {
    id: string;
    chats: { nodes: { id: string; name: string; eventsCursor: string }[] };
    boards: { nodes: { id: string; eventsCursor: string }[] };
    workflows: { nodes: { id: string }[] };
  };
}

let platform: Platform;
let acme: Acme['workspace'];
let channel: Acme['workspace']['chats']['nodes'][number];

beforeAll(async () => {
  platform = await startPlatform();
  await seedDemo({ url: platform.url, tokenOf: (name) => Promise.resolve(platform.token(name)) });
  acme = await readAcme('bob');
  channel = acme.chats.nodes.find(({ name }) => name === 'engineering')!;
});

afterAll(() => platform.close());

async function readAcme(username: string): Promise<Acme['workspace']> {
  const { data } = await platform.query<Acme>(
    platform.token(username),
    `{ workspace(slug: "acme") { id chats { nodes { id name eventsCursor } }
         boards { nodes { id eventsCursor } } workflows { nodes { id } } } }`,
  );
  return data.workspace;
}

const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) { chatEvents(chatId: $chatId, after: $after) {
  event { __typename ... on MessageSent { message { id body author { displayName isBot }
    chat { name task { key } workspace { name } } tasks { key } } } } } }`;
const BOARD_EVENTS = `subscription ($boardId: ID!, $after: String) { boardEvents(boardId: $boardId, after: $after) {
  event { __typename ... on TaskCreated { task { key title status priority dueDate assignee { displayName }
    sourceChat { name } sourceMessage { id author { displayName } } workspace { name } } }
    ... on TaskUpdated { changedFields task { priority dueDate assignee { displayName } } } } } }`;
const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } userErrors { code } } }`;
const KICK_OFF = 'Kick-off\n#task Implement OAuth\n#priority High #assignee @bob #due 2026-12-24';

interface Message {
  id: string;
  body: string;
  author: { displayName: string; isBot: boolean };
  chat: { name: string; workspace: { name: string } };
}
interface ChatFrame {
  chatEvents: { event: { message?: Message } };
}
interface Task {
  key: string;
  title: string;
  status: string;
  priority: string | null;
  dueDate: string | null;
  assignee: { displayName: string } | null;
  sourceChat: { name: string };
  sourceMessage: { id: string };
}
interface BoardFrame {
  boardEvents: { event: { task?: Task } };
}

test('the story: one message makes a task, the board shows it, bot and workflow answer, all on one socket', async () => {
  const socket = platform.socket(platform.token('bob'));
  const [board] = acme.boards.nodes;
  const chat = socket.subscribe<ChatFrame>(CHAT_EVENTS, { chatId: channel.id, after: channel.eventsCursor });
  const cards = socket.subscribe<BoardFrame>(BOARD_EVENTS, {
    boardId: board!.id,
    after: board!.eventsCursor,
  });
  const sent = await platform.query<{ sendMessage: { message: { id: string } } }>(
    platform.token('alice'),
    SEND,
    {
      input: { chatId: channel.id, body: KICK_OFF },
    },
  );
  const { id } = sent.data.sendMessage.message;

  const first = await chat.next(({ data }) => data.chatEvents.event.message !== undefined);
  expect(first.data.chatEvents.event.message).toMatchObject({
    id,
    body: KICK_OFF,
    author: { displayName: 'Alice Anderson', isBot: false },
    chat: { name: 'engineering', workspace: { name: 'Acme' } },
  });
  const created = await cards.next(({ data }) => data.boardEvents.event.task?.title === 'Implement OAuth');
  expect(created.data.boardEvents.event.task).toMatchObject({
    key: 'ACME-4',
    status: 'TO_DO',
    sourceChat: { name: 'engineering' },
    sourceMessage: { id },
  });
  const settled = await cards.next(({ data }) => data.boardEvents.event.task?.dueDate === '2026-12-24');
  expect(settled.data.boardEvents.event.task).toMatchObject({
    priority: 'HIGH',
    assignee: { displayName: 'Bob Brown' },
  });
  const botsMessages = () =>
    chat.frames.flatMap(({ data }) => {
      const { message } = data.chatEvents.event;
      return message?.author.isBot ? [message.body] : [];
    });
  await waitFor(() => botsMessages().length === 2, { what: 'the answers of bot and workflow' });
  expect(botsMessages().sort()).toEqual(
    [
      'OAuth was mentioned: the checklist is in the security handbook.',
      '✅ Created task ACME-4: Implement OAuth\n✅ Priority set to High\n✅ Assigned to @bob\n✅ Due date set to 2026-12-24',
    ].sort(),
  );
});

test('the story: the workflow has run once, and the run can be looked at', async () => {
  interface Runs {
    workflow: { executions: { nodes: { status: string; nodeRuns: { status: string }[] }[] } };
  }
  const runs = async () => {
    const { data } = await platform.query<Runs>(
      platform.token('bob'),
      'query ($id: ID!) { workflow(id: $id) { executions { nodes { status nodeRuns { status } } } } }',
      { id: acme.workflows.nodes[0]!.id },
    );
    return data.workflow.executions.nodes;
  };
  await waitFor(async () => (await runs()).every(({ status }) => status === 'COMPLETED'));
  expect(await runs()).toEqual([
    { status: 'COMPLETED', nodeRuns: [{ status: 'COMPLETED' }, { status: 'COMPLETED' }] },
  ]);
});

test('the guest reads the chats that it is in, and no others, and cannot write', async () => {
  const seen = await readAcme('carol');
  expect(seen.chats.nodes.map(({ name }) => name)).toEqual(['general']);
  expect(seen.boards).toBeNull();
  const refused = await platform.query<{ sendMessage: { userErrors: { code: string }[] } }>(
    platform.token('carol'),
    SEND,
    {
      input: { chatId: seen.chats.nodes[0]!.id, body: 'May I?' },
    },
  );
  expect(refused.data.sendMessage.userErrors).toEqual([{ code: 'FORBIDDEN' }]);
});

test('the example tells the story that the README shows', async () => {
  const { stdout } = await run(process.execPath, [join(ROOT, 'examples', 'story.mjs')], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, GRAPHQL_URL: platform.url, TOKEN_URL: platform.issuer.tokenUrl },
  });
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const shown = /<!-- story:begin -->\s+```text\n([\s\S]*?)```/.exec(readme)![1]!;
  // Keys count up, and what bot, board and workflow tell comes in any order.
  const lines = (text: string) =>
    text
      .replace(/ACME-\d+/g, 'ACME-n')
      .trim()
      .split('\n')
      .sort();
  expect(lines(stdout)).toEqual(lines(shown));
});
