import type { Principal } from '../kit/context';

/** Why the caller has no presence to set; null when they have. */
export function refuseSettingPresence(principal: Principal): string | null {
  return principal.kind === 'user' ? null : 'Only people are present.';
}
