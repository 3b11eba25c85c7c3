import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { createConnection } from '../gateway/live/connection';
import { acceptSockets } from '../gateway/live/upgrade';
import { waitFor } from './wait';

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

async function exchange(lines: readonly string[], body = ''): Promise<string> {
  const peer = connect({ port, host: '127.0.0.1' });
  peer.write(`${[...lines, 'Host: here', `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`);
  const chunks: Buffer[] = [];
  peer.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(peer, 'close');
  return Buffer.concat(chunks).toString();
}

test('a request that offers HTTP/2 is served as HTTP/1.1, with its body and its own wish to close', async () => {
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`),
    );
  });
  const offer = [
    'Connection: Upgrade, HTTP2-Settings, close',
    'Upgrade: h2c',
    'HTTP2-Settings: AAMAAABkAAQAAP',
  ];
  const body = '{"query":"{__typename}"}'.padEnd(200_000);
  const answer = await exchange(['POST /graphql?a=1 HTTP/1.1', ...offer], body);
  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(answer).toContain(`POST /graphql?a=1 ${body}`);
  expect(await exchange(['GET /elsewhere HTTP/1.1', ...offer])).toContain('GET /elsewhere ');
});

test('a connection goes on after a request that offered HTTP/2, also to a socket', async () => {
  server.on('request', (request, response) => void setImmediate(() => response.end(`<${request.url}>`)));
  const peer = connect({ port, host: '127.0.0.1' });
  let heard = '';
  peer.setEncoding('latin1').on('data', (text: string) => (heard += text));
  const offer = 'Host: here\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n';
  peer.write(`GET /one HTTP/1.1\r\n${offer}GET /two HTTP/1.1\r\n${offer}`);
  await waitFor(() => heard.includes('</two>'));
  peer.write(`GET /three HTTP/1.1\r\n${offer}`);
  await waitFor(() => heard.includes('</three>'));
  expect(heard.match(/<\/\w+>/g)).toEqual(['</one>', '</two>', '</three>']);
  peer.write('GET /elsewhere HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await once(peer, 'close');
  expect(heard).toContain('HTTP/1.1 404 Not Found');
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
