import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
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

/** Hands every admissible WebSocket of the server to `onSocket`; refuses the others before the handshake. */
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
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const status = refusalOf(request, options);
    if (status !== null) return refuse(socket, status);
    sockets.handleUpgrade(request, socket, head, onSocket);
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
