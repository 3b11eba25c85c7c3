import type { ServerResponse } from 'node:http';
import type { Framing } from './framing';
import { refusal } from './errors';
import type { Origin } from '../../subgraphs/kit/context';
import type { Member, Sink } from './group';
import type { Peer } from './peers';

/** One subscription that is answered over HTTP: a client's connection and where its results go in one. */
export interface Stream extends Peer, Sink {
  member: Member | null;
  /** Sends the head, unless something was sent before. */
  begin(): void;
  /** Shows the client that the stream lives; cuts one that has not taken the last of these. */
  beat(): void;
  /** Ends it without a word, and leaves the response to others. */
  drop(): void;
}

interface StreamOptions {
  framing: Framing;
  origin?: Origin;
  maxBufferedBytes: number;
  /** Called when the client was cut off because it does not read. */
  onSlow(): void;
  /** Called when the client was cut off because a heartbeat could not be sent until the next was due. */
  onDead(): void;
  /** Called once, when the stream has ended for whatever reason. */
  onEnd(): void;
}

/** Nothing on the way gathers or packs the stream, or keeps it. */
const HEADERS = { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' };
const LAST_WORDS_MS = 10_000;

/** Answers a response that has not begun by a stream; it begins with the first result, or by `begin`. */
export function openStream(response: ServerResponse, options: StreamOptions): Stream {
  const { framing, origin } = options;
  const outlet = createOutlet(response, options);
  let isAlive = true;
  const stream: Stream = {
    ...{ member: null, viewer: null, origin },
    begin: outlet.begin,
    next: (body) => outlet.write(framing.next(body)),
    fail: (errors) => outlet.end(framing.failure(errors)),
    isOpen: outlet.isOpen,
    drained: outlet.drained,
    beat() {
      if (!response.headersSent || !outlet.isOpen()) return;
      if (isAlive) {
        isAlive = false;
        outlet.write(framing.heartbeat, () => (isAlive = true));
      } else {
        options.onDead();
        outlet.cut();
      }
    },
    identify(principal, authorization, credential) {
      const viewer = stream.viewer ?? { origin, expire };
      stream.viewer = Object.assign(viewer, { principal, authorization, credential });
    },
    leave: () => outlet.end(framing.farewell),
    terminate: () => response.destroy(),
    drop: outlet.drop,
  };
  const expire = () => stream.fail(refusal('UNAUTHENTICATED', 'The token does not count any more.').errors);
  // What broke the connection closes it; the event alone must not go unheard.
  response.on('error', () => undefined);
  response.once('close', outlet.drop);
  return stream;
}

/** Sends the head of a stream and what it begins with. */
export function beginStream(response: ServerResponse, framing: Framing): void {
  response.writeHead(200, { ...HEADERS, 'content-type': framing.contentType });
  response.write(framing.opening);
}

/** Writes within the bound, knows when most of it has been taken, and ends once. */
function createOutlet(response: ServerResponse, options: StreamOptions) {
  const { framing, maxBufferedBytes } = options;
  const lowMark = maxBufferedBytes / 4;
  let isEnded = false;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const woken = waiting;
    waiting = [];
    woken.forEach((resolve) => resolve());
  };
  const finish = (act: () => void) => {
    if (isEnded) return;
    isEnded = true;
    act();
    wake();
    options.onEnd();
  };
  const begin = () => {
    if (!response.headersSent) beginStream(response, framing);
  };
  const cut = () => finish(() => response.destroy());
  const flushed = () => {
    if (waiting.length > 0 && response.writableLength <= lowMark) wake();
  };
  return {
    begin,
    cut,
    isOpen: () => !isEnded,
    drop: () => finish(() => undefined),
    write(wire: string, onFlushed?: () => void): void {
      if (isEnded) return;
      begin();
      // One result may be larger than the buffer: only what waited before it tells of a client that does not read.
      if (response.writableLength > maxBufferedBytes) {
        options.onSlow();
        cut();
        return;
      }
      response.write(wire, 'latin1', () => {
        onFlushed?.();
        flushed();
      });
    },
    end: (wire: string) =>
      finish(() => {
        begin();
        response.end(wire, 'latin1');
        // What is not read by then is not waited for.
        setTimeout(() => response.destroy(), LAST_WORDS_MS).unref();
      }),
    drained: () =>
      isEnded || response.writableLength <= lowMark
        ? Promise.resolve()
        : new Promise<void>((resolve) => waiting.push(resolve)),
  };
}
