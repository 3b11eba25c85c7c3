import WebSocket from 'ws';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededWorkspace } from './seed';

let platform: Platform;
let workspace: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  workspace = await createSeed(platform).workspace();
});

afterAll(() => platform.close());

interface Message {
  type: string;
  payload?: unknown;
}

/** A graphql-ws connection to a subgraph itself, past the gateway. */
function connect(token: string) {
  const socket = new WebSocket(platform.subgraphUrl('chat').replace('http', 'ws'), 'graphql-transport-ws');
  socket.on('open', () => {
    const payload = { authorization: `Bearer ${token}` };
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const next = (type: string) =>
    new Promise<Message>((resolve) =>
      socket.on('message', (data: Buffer) => {
        const message = JSON.parse(data.toString()) as Message;
        if (message.type === type) resolve(message);
      }),
    );
  return { socket, closed, next };
}

test('I4: a socket to a subgraph ends with the token that opened it', async () => {
  const nowSeconds = Math.floor(platform.clock.now().getTime() / 1000);
  const { closed } = connect(platform.token('alice', { claims: { exp: nowSeconds + 2 } }));
  expect(await closed).toBe(4403);
});

test('J5: what goes wrong inside is not told over a socket to a subgraph', async () => {
  const chat = await workspace.chat({});
  await platform.sql('ALTER TABLE chat.message RENAME TO elsewhere');
  const { socket, next } = connect(workspace.owner.token);
  await next('connection_ack');
  const answer = next('next');
  const query = `{ chat(id: "${chat.id}") { messages { nodes { id } } } }`;
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  const text = JSON.stringify((await answer).payload);
  await platform.sql('ALTER TABLE chat.elsewhere RENAME TO message');
  socket.close();
  expect(text).toContain('INTERNAL_SERVER_ERROR');
  expect(text).not.toContain('does not exist');
});
