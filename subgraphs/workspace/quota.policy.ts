import type { Principal } from '../kit/context';

/** Who sets what workspaces may use. */
export const QUOTA_ROLE = 'system-admin';

const MOST = 2_147_483_647;

/** Whether the caller sets quotas. */
export function maySetQuotas(principal: Principal): boolean {
  return principal.kind === 'user' && principal.apiKey === null && principal.roles.includes(QUOTA_ROLE);
}

/** What is wrong with a limit; null when nothing is. */
export function faultOfLimit(limit: number): string | null {
  return limit >= 0 && limit <= MOST ? null : `limit must be between 0 and ${MOST}`;
}
