import type { Origin, Principal } from '../../subgraphs/kit/context';
import { createLimiter } from './limiter';
import { renewKeys } from './renewal';
import type { Engine } from './engine';
import type { Viewer } from './group';
import type { Caller, LiveOptions } from './options';

/** One connection of a client, whatever the transport. */
export interface Peer {
  /** Null until it has said who it is. */
  viewer: Viewer | null;
  /** Where the client is, as far as that is known. */
  readonly origin?: Origin;
  isOpen(): boolean;
  /** Makes the token's bearer the viewer, or exchanges the viewer's token. */
  identify(principal: Principal, authorization: string, credential: string): void;
  /** Ends it because the gateway goes away. */
  leave(): void;
  /** Cuts it without another word. */
  terminate(): void;
}

/** All connections of all transports: how many there may be, and how long their tokens count. */
export interface Peers {
  /** Whether one more connection may be opened. */
  hasRoom(): boolean;
  add(peer: Peer): void;
  remove(peer: Peer): void;
  /** Says who is at the other end of a peer. */
  identify(peer: Peer, caller: Pick<Caller, 'principal' | 'authorization'>, credential: string): void;
  /** Resolves in a turn of its own, so that planning many operations does not block the event loop. */
  turn(): Promise<void>;
  /** Ends those whose tokens count no more. */
  sweep(): void;
  /** Ends all, and takes no more. */
  close(): Promise<void>;
}

const SWEEP_MS = 1000;
const LAST_WORDS_MS = 1000;

/** Keeps the connections of all transports, and ends what has expired. */
export function createPeers(options: LiveOptions, engine: Engine): Peers {
  const open = new Set<Peer>();
  const turns = createLimiter(1);
  let isClosing = false;
  const sweeps = setInterval(() => {
    renewKeys(open, options);
    endExpired(open, options);
    engine.readmit();
  }, SWEEP_MS);
  // A gateway that fails to start is not kept alive by it.
  sweeps.unref();
  return {
    hasRoom: () => !isClosing && open.size < options.limits.maxSockets,
    add: (peer) => void open.add(peer),
    remove(peer) {
      open.delete(peer);
      options.presence?.closed(peer);
    },
    identify(peer, { principal, authorization }, credential) {
      peer.identify(principal, authorization, credential);
      if (principal.kind === 'user' && peer.isOpen()) options.presence?.opened(peer, principal.userId);
    },
    turn: () => turns(() => new Promise((resolve) => setImmediate(resolve))),
    sweep: () => endExpired(open, options),
    async close() {
      isClosing = true;
      clearInterval(sweeps);
      for (const peer of open) peer.leave();
      const deadline = Date.now() + LAST_WORDS_MS;
      while (open.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
      for (const peer of open) peer.terminate();
    },
  };
}

function endExpired(open: Iterable<Peer>, options: LiveOptions): void {
  const seconds = options.now().getTime() / 1000;
  for (const { viewer } of open) {
    if (!viewer) continue;
    const { principal } = viewer;
    // A key is asked about anew before its token expires.
    const isKey = principal.kind === 'user' && principal.apiKey !== null;
    if ((principal.expiresAt <= seconds && !isKey) || options.isRevoked?.(principal)) viewer.expire();
  }
}
