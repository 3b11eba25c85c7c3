import { createEngine } from './engine';
import { createPeers } from './peers';
import { loadSupergraph } from './planner';
import { createSockets } from './sockets';
import type { Live, LiveOptions } from './options';

/** Makes what serves live updates: subscriptions over graphql-ws, executed by event on the platform's supergraph. */
export function createLive(options: LiveOptions): Live {
  const engine = createEngine(options);
  const peers = createPeers(options, engine);
  const sockets = createSockets(options, engine, peers);
  return {
    attach: (server) => sockets.attach(server),
    onSupergraph({ apiSchema, coreSupergraphSdl }) {
      const supergraph = loadSupergraph(coreSupergraphSdl, apiSchema, options.limits.maxTokens);
      engine.setSupergraph(supergraph).catch((error: unknown) => {
        options.log.error({ err: error }, 'live operations cannot be planned anew');
      });
    },
    onControl({ hasRevoked, users }) {
      if (hasRevoked) peers.sweep();
      engine.readmit(users);
    },
    metrics: () => ({ sockets: sockets.size(), ...engine.metrics() }),
    async close() {
      sockets.close();
      await peers.close();
      engine.close();
    },
  };
}
