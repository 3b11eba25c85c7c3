import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { renderBody } from '../gateway/live/body';
import { FRAMINGS } from '../gateway/live/framing';
import { openStream, type Stream } from '../gateway/live/stream';
import { waitFor } from './wait';

/** What streams over HTTP do with peers that the platform's own clients are not. */
const MAX_BUFFERED_BYTES = 100_000;
/** Far shorter than a stream may be silent. */
const IMPATIENT = {
  ...{ headersTimeout: 200, requestTimeout: 250, keepAliveTimeout: 250, connectionsCheckingInterval: 50 },
};
const counted = { slow: 0, dead: 0, ended: 0 };
let maxBufferedBytes: number;
let server: Server;
let serve: (stream: Stream) => void;

beforeEach(async () => {
  Object.assign(counted, { slow: 0, dead: 0, ended: 0 });
  maxBufferedBytes = MAX_BUFFERED_BYTES;
  server = createServer(IMPATIENT, (_, response) =>
    serve(
      openStream(response, {
        ...{ framing: FRAMINGS.sse, maxBufferedBytes },
        onSlow: () => counted.slow++,
        onDead: () => counted.dead++,
        onEnd: () => counted.ended++,
      }),
    ),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const bodyOf = (text: string) => renderBody({ data: JSON.stringify({ text }), errors: [] }, null);

/** A client that asks and reads nothing of the answer. */
function deafClient(): Socket {
  const peer = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  peer.pause().on('error', () => undefined);
  peer.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  return peer;
}

test('a silent stream outlives every timeout of the server', async () => {
  serve = (stream) => {
    stream.begin();
    setTimeout(() => stream.next(bodyOf('late')), 6 * IMPATIENT.keepAliveTimeout);
    setTimeout(() => stream.leave(), 7 * IMPATIENT.keepAliveTimeout);
  };
  const text = await (await fetch(url())).text();
  expect(text).toBe(':\n\nevent: next\ndata: {"data":{"text":"late"}}\n\n');
});

test('an answer larger than the buffer reaches a client that reads', async () => {
  const large = 'x'.repeat(80 * MAX_BUFFERED_BYTES);
  serve = (stream) => {
    stream.next(bodyOf(large));
    stream.leave();
  };
  expect((await (await fetch(url())).text()).length).toBeGreaterThan(large.length);
  expect(counted).toEqual({ slow: 0, dead: 0, ended: 1 });
});

test('a client that does not read is cut off at the bound, once, and whoever waits for it is told', async () => {
  const drained: Promise<void>[] = [];
  let sent = 0;
  serve = (stream) => {
    for (; stream.isOpen() && sent < 1000; sent++) {
      stream.next(bodyOf('x'.repeat(MAX_BUFFERED_BYTES)));
      if (sent > 0) drained.push(stream.drained());
    }
  };
  const peer = deafClient();
  await waitFor(() => counted.ended === 1);
  await Promise.all(drained);
  expect(sent).toBeLessThan(1000);
  expect(counted).toEqual({ slow: 1, dead: 0, ended: 1 });
  peer.destroy();
});

test('a client that has not taken a heartbeat when the next is due is cut off', async () => {
  maxBufferedBytes = 1e9;
  serve = (stream) => {
    // More than the system keeps for the client.
    stream.next(bodyOf('x'.repeat(640 * MAX_BUFFERED_BYTES)));
    stream.beat();
    setTimeout(() => stream.beat(), 100);
  };
  const peer = deafClient();
  await waitFor(() => counted.ended === 1);
  expect(counted).toEqual({ slow: 0, dead: 1, ended: 1 });
  peer.destroy();
});

test('who reads what comes is shown heartbeats without an end', async () => {
  let beats = 0;
  serve = (stream) => {
    stream.begin();
    const timer = setInterval(() => {
      stream.beat();
      if (++beats < 5) return;
      clearInterval(timer);
      stream.leave();
    }, 20);
  };
  expect(await (await fetch(url())).text()).toBe(':\n\n'.repeat(6));
  expect(counted).toEqual({ slow: 0, dead: 0, ended: 1 });
});
