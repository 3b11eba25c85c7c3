import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { headOfText } from './frames';
import type { Outbox } from './outbox';

/** What is on its way to one client: text messages in their order. */
export interface Outgoing {
  /** Sends a text message, given as its bytes, together with the others of this turn of the event loop. */
  send(wire: string): void;
  /** Writes at once what has been gathered. */
  flush(): void;
  /** Resolves when the client has taken most of what was sent, or has gone. */
  drained(): Promise<void>;
  /** Resolves whatever waits to be drained. */
  release(): void;
}

export interface OutgoingOptions {
  /** Beneath the WebSocket. */
  socket: Socket;
  outbox: Outbox;
  /** What may wait for a client that does not read. */
  maxBufferedBytes: number;
}

/** More is not gathered for one write. */
const MOST_GATHERED = 65_536;

/**
 * Sends for a WebSocket. Messages are written to the socket itself, where they stand in order with the WebSocket's own
 * frames, which go there as they are sent since nothing is compressed. Calls `cut` in place of writing when too much
 * waits.
 */
export function createOutgoing(
  ws: WebSocket,
  { socket, outbox, maxBufferedBytes }: OutgoingOptions,
  cut: () => void,
): Outgoing {
  const lowMark = Math.max(maxBufferedBytes / 4, socket.writableHighWaterMark);
  let gathered = '';
  let hasTurn = false;
  let waiting: (() => void)[] = [];
  const isOpen = () => ws.readyState === WebSocket.OPEN;
  const flush = () => {
    const bytes = gathered;
    gathered = '';
    if (bytes === '' || !isOpen()) return;
    // One message may be larger than the buffer: only what waited before it tells of a client that does not read.
    if (socket.writableLength > maxBufferedBytes) cut();
    else socket.write(bytes, 'latin1');
  };
  const onTurn = () => {
    hasTurn = false;
    flush();
  };
  const release = () => {
    const released = waiting;
    waiting = [];
    released.forEach((resolve) => resolve());
  };
  return {
    send(wire) {
      if (!isOpen()) return;
      gathered += headOfText(wire.length) + wire;
      if (gathered.length > MOST_GATHERED) flush();
      if (gathered === '' || hasTurn) return;
      hasTurn = true;
      outbox.add(onTurn);
    },
    flush,
    drained() {
      flush();
      if (!isOpen() || socket.writableLength <= lowMark) return Promise.resolve();
      if (waiting.length === 0) socket.once('drain', release);
      return new Promise<void>((resolve) => waiting.push(resolve));
    },
    release,
  };
}
