// Work lives in the conversation: one message makes a task, and everybody who watches sees it happen.
// Run it against `npm start`: node examples/story.mjs
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const GRAPHQL_URL = process.env.GRAPHQL_URL ?? 'http://127.0.0.1:4000/graphql';
const TOKEN_URL =
  process.env.TOKEN_URL ?? 'http://127.0.0.1:4010/realms/tributary/protocol/openid-connect/token';
const TIMEOUT_MS = 20_000;

async function tokenOf(username) {
  const body = new URLSearchParams({
    grant_type: 'password',
    client_id: 'tributary-web',
    username,
    password: username,
    scope: 'openid',
  });
  const response = await fetch(TOKEN_URL, { method: 'POST', body });
  if (!response.ok) throw new Error(`no token for ${username}: ${await response.text()}`);
  return (await response.json()).access_token;
}

async function query(token, document, variables) {
  const response = await fetch(GRAPHQL_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function openSocket(token) {
  return createClient({
    url: GRAPHQL_URL.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
}

/** Collects what a subscription brings; `until` resolves with the first frame that fits. */
function follow(socket, document, variables, onFrame) {
  const frames = [];
  const waiting = new Set();
  const settle = () => {
    for (const one of waiting) {
      const frame = frames.find(one.fits);
      if (frame) {
        waiting.delete(one);
        one.resolve(frame);
      }
    }
  };
  socket.subscribe(
    { query: document, variables },
    {
      next: ({ data, errors }) => {
        if (errors) throw new Error(JSON.stringify(errors));
        frames.push(data);
        onFrame(data);
        settle();
      },
      error: (error) => waiting.forEach(({ reject }) => reject(error)),
      complete: () => undefined,
    },
  );
  const until = (what, fits) =>
    new Promise((resolve, reject) => {
      waiting.add({ fits, resolve, reject });
      setTimeout(() => reject(new Error(`waited in vain for ${what}`)), TIMEOUT_MS).unref();
      settle();
    });
  return { frames, until };
}

const CHAT_EVENTS = `subscription Chat($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) {
    cursor
    event {
      __typename
      ... on MessageSent {
        message {
          id body
          author { displayName isBot }
          chat { name workspace { name } }
          tasks { key title status assignee { displayName } }
        }
      }
    }
  }
}`;

const BOARD_EVENTS = `subscription Board($boardId: ID!, $after: String) {
  boardEvents(boardId: $boardId, after: $after) {
    cursor
    event {
      __typename
      ... on TaskCreated {
        task {
          id key title status priority dueDate
          assignee { displayName }
          sourceChat { name }
          workspace { name }
        }
      }
      ... on TaskUpdated { changedFields task { id key status priority dueDate assignee { displayName } } }
    }
  }
}`;

/** The workflow's last run, once it has ended. */
async function lastRun(token, id) {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const { workflow } = await query(
      token,
      `query Runs($id: ID!) { workflow(id: $id) { name
         executions(first: 1) { nodes { status nodeRuns { nodeId status } } } } }`,
      { id },
    );
    const [run] = workflow.executions.nodes;
    if (run && ['COMPLETED', 'FAILED'].includes(run.status)) return { name: workflow.name, run };
    if (Date.now() > deadline) throw new Error('waited in vain for the end of the run');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const say = (who, text) => console.log(`${who.padEnd(8)}${text.replaceAll('\n', `\n${' '.repeat(8)}`)}`);

function tellChat({ chatEvents: { event } }) {
  if (event.__typename !== 'MessageSent' || !event.message) return;
  const { message } = event;
  say(
    'bob',
    `sees in #${message.chat.name} of ${message.chat.workspace.name}: ${message.author.displayName} says`,
  );
  say('', message.body);
}

function tellBoard({ boardEvents: { event } }) {
  if (event.__typename !== 'TaskCreated' || !event.task) return;
  const { task } = event;
  say('bob', `sees on the board: ${task.key} ${task.title} (${task.status}), from #${task.sourceChat?.name}`);
}

async function main() {
  const [alice, bob, mallory] = await Promise.all(['alice', 'bob', 'mallory'].map(tokenOf));
  const { workspace } = await query(
    bob,
    `{ workspace(slug: "acme") { id
         chats { nodes { id name eventsCursor } } boards { nodes { id name eventsCursor } } workflows { nodes { id name } } } }`,
  );
  const chat = workspace.chats.nodes.find(({ name }) => name === 'engineering');
  const board = workspace.boards.nodes[0];

  // The cursors were read before the subscriptions start: whatever happens in between is delivered too.
  const socket = openSocket(bob);
  const chatEvents = follow(socket, CHAT_EVENTS, { chatId: chat.id, after: chat.eventsCursor }, tellChat);
  const boardEvents = follow(
    socket,
    BOARD_EVENTS,
    { boardId: board.id, after: board.eventsCursor },
    tellBoard,
  );
  say('bob', `follows #${chat.name} and the board ${board.name} over one socket`);

  const body = 'Kick-off\n#task Implement OAuth\n#priority High #assignee @bob #due 2026-12-24';
  const { sendMessage } = await query(
    alice,
    `mutation Send($input: SendMessageInput!) {
       sendMessage(input: $input) { message { id } userErrors { code message } } }`,
    { input: { chatId: chat.id, body } },
  );
  const messageId = sendMessage.message.id;
  const isMessage =
    (fits) =>
    ({ chatEvents: { event } }) =>
      event.__typename === 'MessageSent' && event.message && fits(event.message);
  await chatEvents.until(
    'the message',
    isMessage(({ id }) => id === messageId),
  );
  const { boardEvents: created } = await boardEvents.until(
    'the task',
    ({ boardEvents: { event } }) => event.__typename === 'TaskCreated',
  );
  await chatEvents.until(
    "the bot's answer",
    isMessage(({ body: text }) => text.includes('✅')),
  );
  await chatEvents.until(
    "the workflow's answer",
    isMessage(({ author, body: text }) => author.isBot && !text.includes('✅')),
  );

  const { task } = await query(
    bob,
    'query Task($id: ID!) { task(id: $id) { key status priority dueDate assignee { displayName } chat { kind name } } }',
    { id: created.event.task.id },
  );
  say(
    'bob',
    `opens ${task.key}: ${task.status}, ${task.priority}, due ${task.dueDate}, assigned to ${task.assignee.displayName}`,
  );

  const { name, run } = await lastRun(bob, workspace.workflows.nodes[0].id);
  const steps = run.nodeRuns.map(({ nodeId, status }) => `${nodeId} ${status}`).join(', ');
  say('bob', `looks at the workflow ${name}: ${run.status}, ${steps}`);

  const foreign = await query(
    mallory,
    'query Foreign($chat: ID!, $node: ID!) { chat(id: $chat) { name } node(id: $node) { id } }',
    { chat: chat.id, node: messageId },
  );
  say('mallory', `of another workspace asks for the same ids: ${JSON.stringify(foreign)}`);
  await socket.dispose();
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
