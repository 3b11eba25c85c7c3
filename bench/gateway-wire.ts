import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
  /** The request line and the headers. */
  head: string;
  body: string;
}

/** Answers, at once or later, by a whole response. */
export type WireHandler = (request: WireRequest, reply: (response: Buffer) => void) => void;

const END = '\r\n\r\n';

/** A response with this body. */
export function toResponse(body: Buffer | string, status = 200, type = 'application/json'): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const head = `HTTP/1.1 ${status} OK\r\ncontent-type: ${type}\r\ncontent-length: ${bytes.length}${END}`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** The value of a header. */
export function headerOf(head: string, name: string): string | undefined {
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1];
}

/**
 * Serves HTTP to clients that ask one thing after the other and say how long it is. `node:http` costs several times as
 * much, and what is measured must not wait for what stands behind it. Answers the origin.
 */
export async function serveWire(handle: WireHandler): Promise<string> {
  const server = createServer({ noDelay: true }, (socket) => read(socket, handle));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function read(socket: Socket, handle: WireHandler): void {
  let gathered: Buffer | null = null;
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    gathered = gathered ? Buffer.concat([gathered, chunk]) : chunk;
    const headEnd = gathered.indexOf(END);
    if (headEnd < 0) return;
    const head = gathered.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined && /\r\ntransfer-encoding:/i.test(head))
      throw new Error('a body without a length');
    const from = headEnd + END.length;
    const to = from + Number(length ?? 0);
    if (gathered.length < to) return;
    const body = gathered.toString('utf8', from, to);
    gathered = null;
    handle({ head, body }, (response) => void socket.write(response));
  });
}
