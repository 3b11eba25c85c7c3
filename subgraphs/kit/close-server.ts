import type { Server } from 'node:http';

const SWEEP_MS = 50;

/** Takes no new connection, and waits for the requests in flight. */
export async function closeServer(server: Server): Promise<void> {
  // A connection whose request has ended is kept alive, and idle, again.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
}
