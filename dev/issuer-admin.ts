import type { IncomingMessage } from 'node:http';
import { IssuerError, readBody, type Desk, type Reply } from './issuer-desk';
import { GROUP_ROUTES } from './issuer-admin-groups';
import type { AdminRoute } from './issuer-admin-shapes';
import { USER_ROUTES } from './issuer-admin-users';

/** How a test disturbs a call: it is refused, or is lost on the way there, or its answer on the way back. */
export type Disturbance = 'refuse' | 'lose-call' | 'lose-answer';

/** The admin API as the test of a client sees it. */
export interface AdminProbe {
  /** Every call so far, as in `POST /groups`. */
  readonly calls: readonly string[];
  /** Asked before each call from now on whether it is disturbed; null leaves them alone. */
  disturb(choose: ((call: string) => Disturbance | null) | null): void;
}

export interface AdminDesk extends AdminProbe {
  /** Answers a call; null when its answer is to be lost. */
  serve(request: IncomingMessage, path: string, query: URLSearchParams): Promise<Reply | null>;
}

const ROUTES = { ...GROUP_ROUTES, ...USER_ROUTES };

/** The part of Keycloak's admin API that the platform calls, for services whose account has the right to. */
export function createAdminDesk(desk: Desk): AdminDesk {
  const calls: string[] = [];
  let choose: ((call: string) => Disturbance | null) | null = null;
  const base = `/admin/realms/${desk.realm.realm}`;
  return {
    calls,
    disturb(chosen) {
      choose = chosen;
    },
    async serve(request, path, query) {
      // Keycloak's own client ends the paths of lists with a slash.
      const call = `${request.method} ${path.slice(base.length).replace(/\/$/, '')}`;
      calls.push(call);
      const disturbance = choose?.(call);
      if (disturbance === 'lose-call') return null;
      if (disturbance === 'refuse') throw new IssuerError(503, { error: 'unavailable' });
      const text = await readBody(request);
      const { route, ids } = findRoute(path.startsWith(`${base}/`) ? call : '');
      authorize(desk, request.headers.authorization, route.needs);
      const reply = route.run({ desk, ids, query, body: readJson(text) });
      if (request.method !== 'GET') desk.directory.changed();
      return disturbance === 'lose-answer' ? null : reply;
    },
  };
}

function findRoute(call: string): { route: AdminRoute; ids: string[] } {
  for (const [pattern, route] of Object.entries(ROUTES)) {
    const match = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`).exec(call);
    if (match) return { route, ids: match.slice(1).map(decodeURIComponent) };
  }
  throw new IssuerError(404, { error: 'HTTP 404 Not Found' });
}

function authorize({ tokens }: Desk, authorization: string | undefined, needs: readonly string[]): void {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  const claims = token ? tokens.readAccess(token) : null;
  if (!claims) throw new IssuerError(401, { error: 'HTTP 401 Unauthorized' });
  const access = claims.resource_access as Record<string, { roles: string[] } | undefined> | undefined;
  const roles = access?.['realm-management']?.roles ?? [];
  if (!needs.some((role) => roles.includes(role))) {
    throw new IssuerError(403, { error: 'HTTP 403 Forbidden' });
  }
}

function readJson(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    throw new IssuerError(400, { error: 'Cannot parse the JSON' });
  }
}
