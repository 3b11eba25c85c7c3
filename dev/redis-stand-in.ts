import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createRedisServer } from 'js-redis-server';

/** A Redis-like server of this very process. */
export interface StandIn {
  port: number;
  stop(): Promise<void>;
}

/**
 * Serves js-redis-server on 127.0.0.1 alone; data is in memory and ends with it. The package itself listens on every
 * address and never closes while a client is connected, so connections are taken here and handed to it.
 */
export async function startStandIn(port: number): Promise<StandIn> {
  const inner = await createRedisServer({ port: 0 });
  await new Promise<void>((resolve) => {
    inner.server.server.close(() => resolve());
  });
  const sockets = new Set<Socket>();
  const server = createServer({ keepAlive: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that goes away is nobody's fault.
    socket.on('error', () => undefined);
    inner.server.server.emit('connection', socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      inner.state.close();
    },
  };
}
