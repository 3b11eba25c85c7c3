import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from './wait';

/** A request that has no answer until a test gives it. */
export interface Held {
  body: string;
  request: IncomingMessage;
  response: ServerResponse;
  /** Answers with this data. */
  answer(data: object): void;
}

/** A subgraph that holds what it is asked. */
export interface HeldSubgraph {
  url: string;
  /** What came, in order. */
  held: Held[];
  /** Waits until so many have come. */
  arrived(count: number): Promise<unknown>;
  /** Cuts all connections and forgets what came. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startHeldSubgraph(): Promise<HeldSubgraph> {
  const held: Held[] = [];
  const hold = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const answer = (data: object) => void response.end(JSON.stringify({ data }));
    held.push({ body, request, response, answer });
  };
  const server = createServer((request, response) => void hold(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    held,
    arrived: (count) => waitFor(() => held.length >= count, { what: `${count} requests` }),
    reset() {
      server.closeAllConnections();
      held.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
