import { AppError } from '../../subgraphs/kit/errors';
import type { LiveOptions } from './options';
import type { Peer } from './peers';

/**
 * Has the API keys behind connections checked anew, so that each one's token stays good while its key counts, and the
 * connection ends soon after.
 */
export function renewKeys(peers: Iterable<Peer>, options: LiveOptions): void {
  for (const peer of peers) {
    const principal = peer.viewer?.principal;
    if (principal?.kind === 'user' && principal.apiKey !== null) void renew(peer, options);
  }
}

async function renew(peer: Peer, options: LiveOptions): Promise<void> {
  const viewer = peer.viewer!;
  try {
    const { principal, authorization } = await options.authenticate(viewer.credential, peer.origin);
    if (viewer.authorization !== authorization) peer.identify(principal, authorization, viewer.credential);
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === 'UNAUTHENTICATED';
    const hasExpired = viewer.principal.expiresAt * 1000 <= options.now().getTime();
    if (isRefused || hasExpired) viewer.expire();
  }
}
