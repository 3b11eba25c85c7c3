import { Pool } from 'undici';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A client of the gateway that keeps its connections. */
export interface BenchClient {
  query<D>(token: string, document: string, variables?: object): Promise<D>;
  socket(token: string): Client;
  close(): Promise<void>;
}

export function createBenchClient(graphqlUrl: string, connections: number): BenchClient {
  const { origin, pathname } = new URL(graphqlUrl);
  const pool = new Pool(origin, { connections });
  return {
    async query<D>(token: string, document: string, variables: object = {}) {
      const { body } = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: document, variables }),
      });
      const { data, errors } = (await body.json()) as { data: D; errors?: unknown[] };
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    socket: (token) =>
      createClient({
        url: graphqlUrl.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
      }),
    close: () => pool.close(),
  };
}

/** Frames of a subscription, to be waited for. */
export function follow<D>(socket: Client, query: string, variables: Record<string, unknown>) {
  const waiting = new Map<string, (at: number) => void>();
  let keyOf: (data: D) => string | null = () => null;
  socket.subscribe<D>(
    { query, variables },
    {
      next: ({ data }) => {
        const key = data ? keyOf(data) : null;
        if (key === null) return;
        waiting.get(key)?.(performance.now());
        waiting.delete(key);
      },
      error: (error) => {
        throw new Error(JSON.stringify(error));
      },
      complete: () => undefined,
    },
  );
  return {
    /** How a frame is recognised. */
    by(key: (data: D) => string | null) {
      keyOf = key;
    },
    /** When the frame with this key arrives, on the clock of `performance`. */
    arrival: (key: string) => new Promise<number>((resolve) => waiting.set(key, resolve)),
  };
}
