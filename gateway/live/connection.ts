import { CloseCode } from 'graphql-ws';
import { WebSocket } from 'ws';
import { toWire } from './frames';
import { createOutgoing, type Outgoing, type OutgoingOptions } from './outgoing';
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

interface ConnectionOptions extends OutgoingOptions {
  origin?: Origin;
  /** Called when the client was cut off because it does not read. */
  onSlow(): void;
}

const LAST_WORDS_MS = 1000;
const MAX_REASON_BYTES = 123;

/** Wraps an open WebSocket, whose text messages are all sent from here. */
export function createConnection(ws: WebSocket, options: ConnectionOptions): Connection {
  const tickets = new Set<Ticket>();
  const out = createOutgoing(ws, options, () => {
    options.onSlow();
    close(CLOSE_TRY_AGAIN_LATER, 'Too slow: resume by cursor');
    // The close frame waits behind all that is not read; nobody waits for it for long.
    setTimeout(() => ws.terminate(), LAST_WORDS_MS).unref();
  });
  const close = (code: number, reason: string) => {
    out.flush();
    if (ws.readyState === WebSocket.OPEN) ws.close(code, shortened(reason));
    for (const ticket of tickets) ticket.drop();
    out.release();
  };
  const expire = () => close(CloseCode.Forbidden, 'The token does not count any more');
  const connection: Connection = {
    viewer: null,
    origin: options.origin,
    ...{ tickets, inFlight: 0, isAlive: true },
    isOpen: () => ws.readyState === WebSocket.OPEN,
    send: (frame) => out.send(toWire(frame)),
    ping: () => {
      if (ws.readyState === WebSocket.OPEN) ws.ping();
    },
    open: (id, onEnd) => openTicket({ id, tickets, out }, onEnd),
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
  out: Outgoing;
}

function openTicket({ id, tickets, out }: TicketParts, onEnd: (ticket: Ticket) => void): Ticket {
  const head = `{"id":${toWire(JSON.stringify(id))},"type":`;
  const headOfNext = `${head}"next","payload":`;
  let isOpen = true;
  const endWith = (frame: string | null) => {
    if (!isOpen) return;
    isOpen = false;
    tickets.delete(ticket);
    if (frame !== null) out.send(frame);
    onEnd(ticket);
  };
  const ticket: Ticket = {
    member: null,
    next(body) {
      if (isOpen) out.send(`${headOfNext}${body.wire}}`);
    },
    fail: (errors: readonly GraphQLFormattedError[]) =>
      endWith(`${head}"error","payload":${toWire(JSON.stringify(errors))}}`),
    complete: () => endWith(`${head}"complete"}`),
    drop: () => endWith(null),
    isOpen: () => isOpen,
    drained: out.drained,
  };
  tickets.add(ticket);
  return ticket;
}
