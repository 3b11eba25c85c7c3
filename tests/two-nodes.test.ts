import { randomUUID } from 'node:crypto';
import { postGraphQL } from './http';
import { startPlatform, type Platform } from './platform';
import { testPorts } from './ports';
import type { SeededChat, SeededWorkspace } from './seed';
import { openSocket, type TestSocket } from './socket';
import { waitFor } from './wait';

const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } userErrors { code } } }`;
const CHAT_EVENTS = `subscription ($id: ID!, $after: String) {
  chatEvents(chatId: $id, after: $after) { cursor event { ... on MessageSent { message { body } } } } }`;

interface Told {
  chatEvents: { cursor: string; event: { message?: { body: string } } };
}

let platform: Platform;
let acme: SeededWorkspace;
let chat: SeededChat;
let otherUrl: string;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace();
  chat = await acme.chat({ participants: [acme.member] });
  const [chatPort, gatewayPort] = await testPorts(2);
  await platform.spawn('chat', { SUBGRAPH_CHAT_PORT: String(chatPort) });
  const chatUrl = `http://127.0.0.1:${chatPort}/graphql`;
  await platform.spawn('gateway', { PORT: String(gatewayPort), SUBGRAPH_CHAT_URL: chatUrl });
  otherUrl = `http://127.0.0.1:${gatewayPort}/graphql`;
}, 60_000);

afterAll(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  await platform?.close();
});

const send = (url: string, body: string) =>
  postGraphQL<{ sendMessage: { userErrors: object[] } }>(url, {
    ...{ token: acme.owner.token, document: SEND },
    variables: { input: { chatId: chat.id, body } },
  });

function connect(url: string, token: string): TestSocket {
  const socket = openSocket(url.replace('http', 'ws'), token);
  sockets.push(socket);
  return socket;
}

const follow = (url: string, token = acme.member.token) =>
  connect(url, token).subscribe<Told>(CHAT_EVENTS, { id: chat.id, after: chat.cursor });

const says = (body: string) => (frame: { data: Told }) => frame.data.chatEvents.event.message?.body === body;

test('I3: what is sent on one node is told on the other, both ways and in the same order', async () => {
  const [here, there] = [follow(platform.url), follow(otherUrl)];
  for (let i = 0; i < 10; i++) {
    const { data } = await send(i % 2 === 0 ? platform.url : otherUrl, `message ${i}`);
    expect(data.sendMessage.userErrors).toEqual([]);
  }
  await Promise.all([here, there].map((stream) => stream.next(says('message 9'))));
  const bodies = Array.from({ length: 10 }, (_, i) => `message ${i}`);
  for (const { frames } of [here, there]) {
    expect(frames.map(({ data }) => data.chatEvents.event.message?.body)).toEqual(bodies);
  }
  expect(here.frames.map(({ data }) => data.chatEvents.cursor)).toEqual(
    there.frames.map(({ data }) => data.chatEvents.cursor),
  );
});

test('I3: a stream that one node began is resumed at the other without a gap', async () => {
  await send(platform.url, 'before the move');
  const first = follow(platform.url);
  const { cursor } = (await first.next(says('before the move'))).data.chatEvents;
  first.close();
  await send(otherUrl, 'during the move');
  const second = connect(otherUrl, acme.member.token).subscribe<Told>(CHAT_EVENTS, {
    id: chat.id,
    after: cursor,
  });
  expect(says('during the move')(await second.next())).toBe(true);
});

test('I4: a session that is ended at one node closes its sockets at the other within five seconds', async () => {
  const token = platform.token(acme.member.username, { claims: { sid: randomUUID() } });
  const streams = [follow(platform.url, token), follow(otherUrl, token)];
  await send(platform.url, 'signed in');
  await Promise.all(streams.map((stream) => stream.next(says('signed in'))));
  const began = Date.now();
  await postGraphQL(platform.url, {
    token,
    document: 'mutation { revokeAllSessions(input: {}) { revokedCount userErrors { code } } }',
  });
  await Promise.all(streams.map((stream) => stream.ended()));
  expect(Date.now() - began).toBeLessThan(5000);
  await waitFor(() => streams.every(({ closeCode }) => closeCode === 4403), { what: 'sockets closed' });
});
