import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { renderBody } from '../gateway/live/body';
import { createConnection, type Connection } from '../gateway/live/connection';
import { createCounters } from '../gateway/live/metrics';
import { createOutbox } from '../gateway/live/outbox';
import { createSockets } from '../gateway/live/sockets';
import { acceptSockets } from '../gateway/live/upgrade';
import type { Engine } from '../gateway/live/engine';
import type { LiveOptions } from '../gateway/live/options';
import type { Peers } from '../gateway/live/peers';
import { waitFor } from './wait';

/** What the transport does with peers that the platform's own clients are not. */
const MAX_BUFFERED_BYTES = 100_000;
let server: Server;
let port: number;
let slow: number;
let serve: (connection: Connection, socket: Socket) => void;

beforeEach(async () => {
  server = createServer();
  slow = 0;
  const onSlow = () => {
    slow++;
  };
  const outbox = createOutbox();
  acceptSockets(server, { corsOrigins: [], maxFrameBytes: 1000, hasRoom: () => true }, (ws, { socket }) =>
    serve(createConnection(ws, { socket, outbox, maxBufferedBytes: MAX_BUFFERED_BYTES, onSlow }), socket),
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

test('a client that stops reading costs others nothing, and no more memory than the bound', async () => {
  const open = new Map<Connection, Socket>();
  serve = (connection, socket) => open.set(connection, socket);
  const readers = Array.from({ length: 10 }, dial);
  const stalled = dial();
  const received = readers.map(() => 0);
  readers.forEach((client, i) => client.on('message', () => received[i]!++));
  await Promise.all([...readers, stalled].map((client) => once(client, 'open')));
  stalled.pause();
  let most = 0;
  let sent = 0;
  // The kernel takes several megabytes before anything waits here.
  for (; slow === 0 && sent < 1000; sent++) {
    for (const connection of open.keys()) connection.send('x'.repeat(MAX_BUFFERED_BYTES / 2));
    await waitFor(() => received.every((count) => count === sent + 1));
    for (const socket of open.values()) most = Math.max(most, socket.writableLength);
  }
  expect(slow).toBe(1);
  expect(most).toBeLessThan(2 * MAX_BUFFERED_BYTES);
  expect([...open.keys()].filter((connection) => connection.isOpen())).toHaveLength(readers.length);
  [...readers, stalled].forEach((client) => client.terminate());
});

/** Answers what a client hears until the socket closes. */
async function heard(client: WebSocket): Promise<string[]> {
  const messages: string[] = [];
  client.on('message', (data: Buffer) => messages.push(data.toString()));
  await once(client, 'close');
  return messages;
}

test('messages of every length, of any script, arrive whole and in order, each turn’s in one write', async () => {
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000, 12];
  const texts = lengths.flatMap((length) => ['x'.repeat(length), 'é→😀'.repeat(length / 3)]);
  const writes: number[] = [];
  serve = (connection, socket) => {
    const write = jest.spyOn(socket, 'write');
    connection.send('first');
    connection.send('second');
    setImmediate(() => {
      writes.push(write.mock.calls.length);
      texts.forEach(connection.send);
      connection.ping();
      connection.close(1000, 'bye');
    });
  };
  expect(await heard(dial())).toEqual(['first', 'second', ...texts]);
  expect(writes).toEqual([1]);
});

test('an operation’s frames carry its id, of any script, around bytes that all share', async () => {
  const id = '“é😀\u0000';
  const body = renderBody({ data: undefined, errors: [], extensions: { name: 'Zoë 😀' } }, 'c:1');
  serve = (connection) => {
    connection.open(id, () => undefined).next(body);
    const failing = connection.open('2', () => undefined);
    failing.next(body);
    failing.fail([{ message: 'Nicht möglich' }]);
    failing.next(body);
    const whole = connection.open('3', () => connection.close(1000, ''));
    whole.complete();
  };
  const payload = { extensions: { name: 'Zoë 😀', cursor: 'c:1' } };
  expect((await heard(dial())).map((text) => JSON.parse(text) as object)).toEqual([
    { id, type: 'next', payload },
    { id: '2', type: 'next', payload },
    { id: '2', type: 'error', payload: [{ message: 'Nicht möglich' }] },
    { id: '3', type: 'complete' },
  ]);
});

test('who waits until a client has read is told once it has', async () => {
  const text = 'x'.repeat(80 * MAX_BUFFERED_BYTES);
  const order: string[] = [];
  serve = (connection, socket) => {
    connection.send(text);
    const ticket = connection.open('1', () => undefined);
    void ticket.drained().then(() => {
      order.push(`drained, ${socket.writableLength} left`);
      connection.send('behind it');
    });
  };
  const client = dial();
  client.on('message', (data: Buffer) => order.push(`${data.length} bytes`));
  client.once('upgrade', () => client.pause());
  await once(client, 'open');
  expect(order).toEqual([]);
  client.resume();
  await waitFor(() => order.length === 3);
  expect([...order].sort()).toEqual([`${text.length} bytes`, '9 bytes', 'drained, 0 left']);
  client.close();
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

test('a client that stops reading is cut off by a ping, however little it was sent', async () => {
  const counters = createCounters();
  const limits = { pingMs: 160, maxSockets: 10, maxFrameBytes: 1000, maxBufferedBytes: MAX_BUFFERED_BYTES };
  const options = { limits: { ...limits, connectionInitMs: 0 }, corsOrigins: [] } as unknown as LiveOptions;
  const peers = { hasRoom: () => true, add: () => undefined, remove: () => undefined } as unknown as Peers;
  const sockets = createSockets(options, { counters } as unknown as Engine, peers);
  server.removeAllListeners('upgrade');
  sockets.attach(server);
  const reading = dial();
  const stalled = dial();
  await Promise.all([reading, stalled].map((client) => once(client, 'open')));
  stalled.pause();
  await waitFor(() => sockets.size() === 1);
  expect(counters.deadPeerCuts).toBe(1);
  expect(reading.readyState).toBe(WebSocket.OPEN);
  sockets.close();
  reading.close();
  stalled.terminate();
});
