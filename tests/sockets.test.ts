import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { createConnection } from '../gateway/live/connection';
import { acceptSockets } from '../gateway/live/upgrade';

/** What the transport does with peers that the platform's own clients are not. */
const MAX_BUFFERED_BYTES = 100_000;
let server: Server;
let port: number;
let slow: number;
let serve: (connection: ReturnType<typeof createConnection>) => void;

beforeEach(async () => {
  server = createServer();
  slow = 0;
  const onSlow = () => {
    slow++;
  };
  acceptSockets(server, { corsOrigins: [], maxFrameBytes: 1000, hasRoom: () => true }, (ws) =>
    serve(createConnection(ws, { maxBufferedBytes: MAX_BUFFERED_BYTES, onSlow })),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
});

function dial(): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
}

test('an answer larger than the buffer reaches a client that reads', async () => {
  const text = 'x'.repeat(80 * MAX_BUFFERED_BYTES);
  serve = (connection) => connection.send(text);
  const client = dial();
  const [data] = (await once(client, 'message')) as [Buffer];
  expect(data.length).toBe(text.length);
  expect(slow).toBe(0);
  client.close();
  const [code] = (await once(client, 'close')) as [number];
  expect(code).toBe(1005);
});

test('a client that does not read is cut off at the bound, once', async () => {
  let sent = 0;
  serve = (connection) => {
    for (; connection.isOpen() && sent < 1000; sent++) connection.send('x'.repeat(MAX_BUFFERED_BYTES));
  };
  const client = dial();
  client.once('upgrade', () => client.pause());
  await once(client, 'open');
  expect(slow).toBe(1);
  expect(sent).toBeLessThan(1000);
  client.resume();
  const [code] = (await once(client, 'close')) as [number];
  expect([1006, 1013]).toContain(code);
});

test('a reason that is too long for a close frame does not keep the socket open', async () => {
  serve = (connection) => connection.close(4409, 'x'.repeat(200));
  const [code] = (await once(dial(), 'close')) as [number];
  expect(code).toBe(4409);
});

test('a peer that is refused and never closes its side does not keep the server from closing', async () => {
  const peer = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const upgrade = ['GET /elsewhere HTTP/1.1', 'Host: here', 'Connection: Upgrade', 'Upgrade: websocket'];
  peer.write(`${upgrade.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(peer, 'data')) as [Buffer];
  expect(String(answer)).toMatch(/^HTTP\/1.1 404 /);
  await new Promise((resolve) => server.close(resolve));
  peer.destroy();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
