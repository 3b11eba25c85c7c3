import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import WebSocket from 'ws';
import type { Context, Principal } from '../subgraphs/kit/context';
import { createLogger } from '../subgraphs/kit/logger';
import { serveSockets } from '../subgraphs/kit/sockets';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

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

test('a socket that was closed while its token was verified is kept nowhere', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  let admit: () => void = () => undefined;
  let isAsked = false;
  const asked: Principal[] = [];
  const listeners: (() => void)[] = [];
  const principal = { kind: 'user', userId: 'gone', expiresAt: Date.now() / 1000 + 60 } as Principal;
  const served = serveSockets(server, {
    schema: buildSchema('type Query { a: Int }'),
    authenticator: {
      authenticate: () => {
        isAsked = true;
        return new Promise((resolve) => (admit = () => resolve(principal)));
      },
      readLogoutToken: () => Promise.reject(new Error('not asked')),
      close: () => undefined,
    },
    revocations: {
      isRevoked: (one) => asked.push(one) < 0,
      onChange: (listener) => void listeners.push(listener),
      close: () => Promise.resolve(),
    },
    contextOf: () => ({}) as Context,
    log: createLogger('test', 'silent'),
    now: () => new Date(),
  });
  const { port } = server.address() as AddressInfo;
  const connections = () =>
    new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await waitFor(() => isAsked);
  socket.terminate();
  await waitFor(async () => (await connections()) === 0);
  admit();
  await new Promise((resolve) => setImmediate(resolve));
  listeners.forEach((listener) => listener());
  await served.dispose();
  server.close();
  expect(asked).toEqual([]);
});
