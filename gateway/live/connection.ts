import { CloseCode } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphQLFormattedError } from 'graphql';
import type { Origin } from '../../subgraphs/kit/context';
import type { Member, Sink } from './group';
import type { Peer } from './peers';

export const CLOSE_GOING_AWAY = 1001;
export const CLOSE_TRY_AGAIN_LATER = 1013;

/** One running operation of a socket, under the id that the client chose. */
export interface Ticket extends Sink {
  member: Member | null;
  /** Ends the operation towards the client: nothing follows. */
  complete(): void;
  /** Ends the operation without a word, because the client has ended it. */
  drop(): void;
}

/** One client's socket: its frames, its viewer, its operations. */
export interface Connection extends Peer {
  readonly tickets: ReadonlySet<Ticket>;
  /** Operations that are being admitted or executed now, also those that the client has ended meanwhile. */
  inFlight: number;
  /** Whether the last ping was answered. */
  isAlive: boolean;
  send(frame: string): void;
  ping(): void;
  /** Opens an operation; `onEnd` is called once, when it has ended for whatever reason. */
  open(id: string, onEnd: (ticket: Ticket) => void): Ticket;
  /** Ends all operations and closes. */
  close(code: number, reason: string): void;
}

interface ConnectionOptions {
  origin?: Origin;
  maxBufferedBytes: number;
  /** Called when the client was cut off because it does not read. */
  onSlow(): void;
}

const LAST_WORDS_MS = 1000;
const MAX_REASON_BYTES = 123;

/** Wraps an open WebSocket. */
export function createConnection(ws: WebSocket, options: ConnectionOptions): Connection {
  const tickets = new Set<Ticket>();
  let waiting: (() => void)[] = [];
  const wakeWaiting = () => {
    const woken = waiting;
    waiting = [];
    woken.forEach((resolve) => resolve());
  };
  const lowMark = options.maxBufferedBytes / 4;
  const onFlushed = () => {
    if (waiting.length > 0 && ws.bufferedAmount <= lowMark) wakeWaiting();
  };
  const close = (code: number, reason: string) => {
    if (ws.readyState === WebSocket.OPEN) ws.close(code, shortened(reason));
    for (const ticket of tickets) ticket.drop();
    wakeWaiting();
  };
  const cut = () => {
    options.onSlow();
    close(CLOSE_TRY_AGAIN_LATER, 'Too slow: resume by cursor');
    // The close frame waits behind all that is not read; nobody waits for it for long.
    setTimeout(() => ws.terminate(), LAST_WORDS_MS).unref();
  };
  const send = (frame: string) => {
    if (ws.readyState !== WebSocket.OPEN) return;
    // One frame may be larger than the buffer: only what waited before it tells of a client that does not read.
    if (ws.bufferedAmount > options.maxBufferedBytes) cut();
    else ws.send(frame, onFlushed);
  };
  const drained = () =>
    ws.readyState !== WebSocket.OPEN || ws.bufferedAmount <= lowMark
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.push(resolve));
  const expire = () => close(CloseCode.Forbidden, 'The token does not count any more');
  const connection: Connection = {
    viewer: null,
    origin: options.origin,
    ...{ tickets, inFlight: 0, isAlive: true },
    isOpen: () => ws.readyState === WebSocket.OPEN,
    send,
    ping: () => {
      if (ws.readyState === WebSocket.OPEN) ws.ping();
    },
    open: (id, onEnd) => openTicket({ id, tickets, send, drained }, onEnd),
    identify(principal, authorization, credential) {
      const viewer = connection.viewer ?? { origin: options.origin, expire };
      connection.viewer = Object.assign(viewer, { principal, authorization, credential });
    },
    close,
    leave: () => close(CLOSE_GOING_AWAY, 'Going away'),
    terminate: () => ws.terminate(),
  };
  ws.on('pong', () => {
    connection.isAlive = true;
  });
  // What broke the socket closes it; the event alone must not go unheard.
  ws.on('error', () => undefined);
  ws.on('close', () => close(CLOSE_GOING_AWAY, ''));
  return connection;
}

/** A close frame has room for 123 bytes, and reasons may quote the client. */
function shortened(reason: string): string {
  return Buffer.byteLength(reason) <= MAX_REASON_BYTES ? reason : '';
}

interface TicketParts {
  id: string;
  tickets: Set<Ticket>;
  send(frame: string): void;
  drained(): Promise<void>;
}

function openTicket({ id, tickets, send, drained }: TicketParts, onEnd: (ticket: Ticket) => void): Ticket {
  const name = JSON.stringify(id);
  const prefix = `{"id":${name},"type":"next","payload":`;
  const endWith = (frame: string | null) => {
    if (!tickets.delete(ticket)) return;
    if (frame !== null) send(frame);
    onEnd(ticket);
  };
  const ticket: Ticket = {
    member: null,
    next(body) {
      if (tickets.has(ticket)) send(`${prefix}${body.text}}`);
    },
    fail: (errors: readonly GraphQLFormattedError[]) =>
      endWith(`{"id":${name},"type":"error","payload":${JSON.stringify(errors)}}`),
    complete: () => endWith(`{"id":${name},"type":"complete"}`),
    drop: () => endWith(null),
    isOpen: () => tickets.has(ticket),
    drained,
  };
  tickets.add(ticket);
  return ticket;
}
