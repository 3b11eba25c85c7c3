import type { GraphQLFormattedError } from 'graphql';
import type { StreamFormat } from './accept';
import type { Body } from './body';
import { refusal } from './errors';
import { toWire } from './frames';

/** How one kind of HTTP client reads a stream of results. All but the type are bytes, one character each: see `toWire`. */
export interface Framing {
  contentType: string;
  /** What the stream begins with. */
  opening: string;
  /** Says nothing but that the stream lives. */
  heartbeat: string;
  next(body: Pick<Body, 'wire' | 'cursor'>): string;
  /** Ends the stream with errors. */
  failure(errors: readonly GraphQLFormattedError[]): string;
  /** Ends the stream because there is no more to come. */
  completion: string;
  /** Ends the stream so that the client comes back. */
  farewell: string;
}

const SSE_COMPLETE = 'event: complete\ndata:\n\n';
const SSE_COMMENT = ':\n\n';

/** GraphQL over Server-Sent Events, distinct connections. */
const sse: Framing = {
  contentType: 'text/event-stream; charset=utf-8',
  // Some browsers take a stream for open only once something has come.
  opening: SSE_COMMENT,
  heartbeat: SSE_COMMENT,
  // JSON has no line breaks, and cursors are of the letters of base64url.
  next: ({ wire, cursor }) => `event: next\n${cursor === null ? '' : `id: ${cursor}\n`}data: ${wire}\n\n`,
  failure: (errors) => `event: next\ndata: ${toWire(JSON.stringify({ errors }))}\n\n${SSE_COMPLETE}`,
  completion: SSE_COMPLETE,
  // Whoever has not read `complete` connects again.
  farewell: '',
};

/** The delimiter is written with the part before it: clients show a part once they have read what ends it. */
const part = (json: string) => `\r\nContent-Type: application/json\r\n\r\n${json}\r\n--graphql`;
const END = '--\r\n';

/** Apollo's multipart subscriptions. */
const multipart: Framing = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  opening: '\r\n--graphql',
  heartbeat: part('{}'),
  next: ({ wire }) => part(`{"payload":${wire}}`),
  failure: (errors) => {
    // The protocol has neither places nor paths in errors of the stream itself.
    const plain = errors.map(({ message, extensions }) => ({ message, extensions }));
    return part(`{"payload":null,"errors":${toWire(JSON.stringify(plain))}}`) + END;
  },
  completion: END,
  get farewell() {
    return this.failure(refusal('SERVICE_BUSY', 'This server goes away: subscribe again by cursor.').errors);
  },
};

export const FRAMINGS: Readonly<Record<StreamFormat, Framing>> = { sse, multipart };
