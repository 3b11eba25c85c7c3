import type { Principal } from '../kit/context';
import { mayOperate } from './dead-letter.policy';

/** Why the caller may not switch an account off or on; null when they may. */
export function refuseSwitching(principal: Principal, userId: string): string | null {
  if (!mayOperate(principal)) return 'Only system administrators may do this.';
  return principal.userId === userId ? 'Nobody switches their own account off or on.' : null;
}
