import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphQLErrorShape } from './http';
import { waitFor } from './wait';

interface Closed {
  code: number;
}

/** One frame of a subscription. */
export interface Frame<D = Record<string, unknown>> {
  data: D;
  errors?: GraphQLErrorShape[];
  extensions?: Record<string, unknown>;
}

export interface Subscribed<D = Record<string, unknown>> {
  /** All frames so far. */
  frames: Frame<D>[];
  /** The errors of the frame that ended it, if one did. */
  errors: GraphQLErrorShape[];
  /** Whether it has ended, by whichever side. */
  readonly isEnded: boolean;
  /** How the socket was closed, when that ended it. */
  readonly closeCode: number | null;
  /** The next frame that `next` has not handed out yet and that the predicate likes; earlier ones are skipped. */
  next(predicate?: (frame: Frame<D>) => boolean, timeoutMs?: number): Promise<Frame<D>>;
  /** Waits until it has ended. */
  ended(timeoutMs?: number): Promise<void>;
  /** Ends it. */
  close(): void;
}

export interface TestSocket {
  client: Client;
  subscribe<D = Record<string, unknown>>(
    document: string,
    variables?: Record<string, unknown>,
  ): Subscribed<D>;
  /** How the socket was closed; null while it is open. */
  readonly closeCode: number | null;
  close(): Promise<void>;
}

/** Opens a socket as a client would; it does not reconnect by itself. */
export function openSocket(url: string, token: string | null, origin?: string): TestSocket {
  let closeCode: number | null = null;
  class OriginSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, origin === undefined ? {} : { origin });
    }
  }
  const client = createClient({
    url,
    webSocketImpl: OriginSocket,
    retryAttempts: 0,
    // Open until it is disposed of; a timeout for idle sockets would outlive the tests.
    lazy: false,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
    on: { closed: (event) => (closeCode = (event as Closed).code) },
    onNonLazyError: () => undefined,
  });
  return {
    client,
    subscribe: (document, variables) => subscribeOn(client, document, variables),
    get closeCode() {
      return closeCode;
    },
    close: async () => {
      await client.dispose();
    },
  };
}

function subscribeOn<D>(
  client: Client,
  document: string,
  variables: Record<string, unknown> = {},
): Subscribed<D> {
  const frames: Frame<D>[] = [];
  const errors: GraphQLErrorShape[] = [];
  const state = { isEnded: false, closeCode: null as number | null, read: 0 };
  const stop = client.subscribe<D>(
    { query: document, variables },
    {
      next: (frame) => frames.push(frame as Frame<D>),
      error: (error) => {
        state.isEnded = true;
        if (Array.isArray(error)) errors.push(...(error as GraphQLErrorShape[]));
        else state.closeCode = (error as Partial<Closed>).code ?? null;
      },
      complete: () => (state.isEnded = true),
    },
  );
  return {
    frames,
    errors,
    get isEnded() {
      return state.isEnded;
    },
    get closeCode() {
      return state.closeCode;
    },
    next: (predicate = () => true, timeoutMs = 10_000) =>
      waitFor(() => nextFrame(frames, state, predicate), {
        timeoutMs,
        what: `a frame (${frames.length} came, ${errors.map((error) => error.message).join('; ') || 'no error'})`,
      }),
    ended: async (timeoutMs = 10_000) => {
      await waitFor(() => state.isEnded, { timeoutMs, what: 'the end of the subscription' });
    },
    close: stop,
  };
}

function nextFrame<D>(
  frames: Frame<D>[],
  state: { read: number },
  predicate: (frame: Frame<D>) => boolean,
): Frame<D> | null {
  while (state.read < frames.length) {
    const frame = frames[state.read++]!;
    if (predicate(frame)) return frame;
  }
  return null;
}
