import { createEngine } from './engine';
import { loadSupergraph } from './planner';
import { createSockets } from './sockets';
import type { Live, LiveOptions } from './options';

/** Makes what serves live updates: subscriptions over graphql-ws, executed by event on the platform's supergraph. */
export function createLive(options: LiveOptions): Live {
  const engine = createEngine(options);
  const sockets = createSockets(options, engine);
  return {
    attach: (server) => sockets.attach(server),
    onSupergraph({ apiSchema, coreSupergraphSdl }) {
      const supergraph = loadSupergraph(coreSupergraphSdl, apiSchema, options.limits.maxTokens);
      engine.setSupergraph(supergraph).catch((error: unknown) => {
        options.log.error({ err: error }, 'live operations cannot be planned anew');
      });
    },
    onControl({ hasRevoked, users }) {
      if (hasRevoked) sockets.sweep();
      engine.readmit(users);
    },
    metrics: () => ({ sockets: sockets.size(), ...engine.metrics() }),
    async close() {
      await sockets.close();
      engine.close();
    },
  };
}
