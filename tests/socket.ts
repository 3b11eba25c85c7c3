import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphQLErrorShape } from './http';
import { recordFrames, type Frame, type Subscribed } from './subscribed';

export type { Frame, Subscribed } from './subscribed';

interface Closed {
  code: number;
}

/** What the protocol carries, a document by its id too. */
type SocketPayload = SubscribePayload & { documentId?: string; doc_id?: string };

export interface TestSocket {
  client: Client;
  subscribe<D = Record<string, unknown>>(
    document: string | SocketPayload,
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
  document: string | SocketPayload,
  variables: Record<string, unknown> = {},
): Subscribed<D> {
  const recorder = recordFrames<D>(() => stop());
  const stop = client.subscribe<D>(typeof document === 'string' ? { query: document, variables } : document, {
    next: (frame) => recorder.next(frame as Frame<D>),
    error: (error) =>
      recorder.end(
        Array.isArray(error)
          ? { errors: error as GraphQLErrorShape[] }
          : { closeCode: (error as Partial<Closed>).code },
      ),
    complete: () => recorder.end(),
  });
  return recorder.subscribed;
}
