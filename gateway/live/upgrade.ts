import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';

interface UpgradeOptions {
  corsOrigins: readonly string[];
  maxFrameBytes: number;
  /** Whether there is room for one more socket. */
  hasRoom(): boolean;
}

const PATH = '/graphql';
/** What an offer to change the protocol consists of. */
const OFFER = ['upgrade', 'http2-settings', 'connection'];

/**
 * Hands every admissible WebSocket of the server to `onSocket`; refuses the others before the handshake. Requests that
 * offer any other protocol, as some HTTP clients do with each, are served as if they had not.
 */
export function acceptSockets(
  server: Server,
  options: UpgradeOptions,
  onSocket: (ws: WebSocket, request: IncomingMessage) => void,
): void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: options.maxFrameBytes,
    // It would cost several times the CPU and memory of the frames themselves.
    perMessageDeflate: false,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  const lastResponses = new WeakMap<Duplex, ServerResponse>();
  server.prependListener('request', (request, response) => lastResponses.set(request.socket, response));
  server.on('upgrade', (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      socket.unshift(Buffer.concat([headWithoutOffer(request), head]));
      return giveBack(server, socket, lastResponses.get(socket));
    }
    socket.on('error', () => socket.destroy());
    const status = refusalOf(request, options);
    if (status !== null) return refuse(socket, status);
    sockets.handleUpgrade(request, socket, head, onSocket);
  });
}

/** The request line and headers as they came, but for the offer to change the protocol. */
function headWithoutOffer({ method, url, httpVersion, rawHeaders, headers }: IncomingMessage): Buffer {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!;
    if (!OFFER.includes(name.toLowerCase())) lines.push(`${name}: ${rawHeaders[i + 1]}`);
  }
  if (/\bclose\b/i.test(headers.connection ?? '')) lines.push('Connection: close');
  // Node reads headers as latin1.
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

/** Has the server read the connection again, once it has sent what was asked for before. */
function giveBack(server: Server, socket: Duplex, last: ServerResponse | undefined): void {
  if (!last || last.writableFinished) return void server.emit('connection', socket);
  const onError = () => socket.destroy();
  socket.on('error', onError);
  last.once('close', () => {
    socket.off('error', onError);
    if (!socket.destroyed) server.emit('connection', socket);
  });
}

function refusalOf(request: IncomingMessage, options: UpgradeOptions): number | null {
  const path = request.url?.split('?', 1)[0];
  if (path !== PATH) return 404;
  if (!isOriginAllowed(request, options.corsOrigins)) return 403;
  return options.hasRoom() ? null : 503;
}

/** Browsers name the page's origin; a page of elsewhere must not use the reader's credentials unseen. */
function isOriginAllowed({ headers }: IncomingMessage, corsOrigins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || corsOrigins.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}

function refuse(socket: Duplex, status: number): void {
  // A peer that never closes its side would keep the connection, and with it the server, open for good.
  socket.once('finish', () => socket.destroy());
  const retry = status === 503 ? 'Retry-After: 5\r\n' : '';
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`,
  );
}
