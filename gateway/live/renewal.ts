import { AppError } from '../../subgraphs/kit/errors';
import type { Connection } from './connection';
import type { LiveOptions } from './options';

/**
 * Has the API keys behind sockets checked anew, so that each socket's token stays good while its key counts, and the
 * socket ends soon after.
 */
export function renewKeys(connections: Iterable<Connection>, options: LiveOptions): void {
  for (const connection of connections) {
    const principal = connection.viewer?.principal;
    if (principal?.kind === 'user' && principal.apiKey !== null) void renew(connection, options);
  }
}

async function renew(connection: Connection, options: LiveOptions): Promise<void> {
  const viewer = connection.viewer!;
  try {
    const { principal, authorization } = await options.authenticate(viewer.credential, connection.origin);
    if (viewer.authorization !== authorization)
      connection.identify(principal, authorization, viewer.credential);
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === 'UNAUTHENTICATED';
    const hasExpired = viewer.principal.expiresAt * 1000 <= options.now().getTime();
    if (isRefused || hasExpired) viewer.expire();
  }
}
