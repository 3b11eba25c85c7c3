import { createEngine } from './engine';
import { createPeers } from './peers';
import { loadSupergraph } from './planner';
import { createResponses } from './responses';
import { createSockets } from './sockets';
import type { Live, LiveOptions } from './options';

/** Makes what serves live updates: subscriptions over graphql-ws and HTTP, executed by event on the platform's supergraph. */
export function createLive(options: LiveOptions): Live {
  const engine = createEngine(options);
  const peers = createPeers(options, engine);
  const sockets = createSockets(options, engine, peers);
  const responses = createResponses(options, engine, peers);
  return {
    attach: (server) => sockets.attach(server),
    serve: (request, response) => responses.serve(request, response),
    onSupergraph(loaded) {
      const supergraph = loadSupergraph(loaded, options.executor, options.limits.maxTokens);
      engine.setSupergraph(supergraph).catch((error: unknown) => {
        options.log.error({ err: error }, 'live operations cannot be planned anew');
      });
    },
    onControl({ hasRevoked, ...narrowed }) {
      if (hasRevoked) peers.sweep();
      engine.readmit(narrowed);
    },
    metrics: () => ({
      sockets: sockets.size(),
      streams: responses.size(),
      redisChannels: options.doorbells.channels(),
      ...engine.metrics(),
    }),
    async close() {
      sockets.close();
      responses.close();
      await peers.close();
      engine.close();
    },
  };
}
