import type { DirectoryClient } from './directory-client';
import type { Logger } from './logger';
import { SYSTEM_ADMIN } from './permission';

export interface SystemAdminOptions {
  directory: Pick<DirectoryClient, 'ensureRealmRole'>;
  /** Whose role it is to be. */
  username: string;
  log: Logger;
}

const RETRY_MS = 10_000;

/**
 * Gives the first system administrator the realm role, as the settings name one. Somebody who has it keeps it. A
 * directory that is away, or does not know the user, is asked again until it has answered: nothing else waits for it.
 */
export function ensureSystemAdmin({ directory, username, log }: SystemAdminOptions): {
  stop(): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const attempt = async () => {
    const isDone = await giveRole().catch((error: unknown) => {
      log.warn({ err: error, username }, 'the system administrator is not known to be one yet');
      return false;
    });
    if (isDone || isStopped) return;
    timer = setTimeout(() => {
      running = attempt();
    }, RETRY_MS);
    timer.unref();
  };
  const giveRole = async () => {
    const outcome = await directory.ensureRealmRole(username, SYSTEM_ADMIN);
    if (outcome === null) log.error({ username }, 'SYSTEM_ADMIN names a user whom Keycloak does not know');
    else log.info({ username, outcome }, 'the system administrator has the realm role');
    return outcome !== null;
  };
  let running = attempt();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
