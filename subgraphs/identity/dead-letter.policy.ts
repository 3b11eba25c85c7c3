import type { Principal } from '../kit/context';
import type { DeadLetterState } from './dead-letter.entity';

/** The realm role that operates the platform. */
export const OPERATOR_ROLE = 'system-admin';

/** Dead letters hold everybody's events: they are the platform's operators' alone. */
export function mayOperate(principal: Principal): boolean {
  return principal.kind === 'user' && principal.roles.includes(OPERATOR_ROLE);
}

/** A dead letter is settled once: only one that waits can be replayed or discarded. */
export function refuseSettling(state: DeadLetterState): string | null {
  return state === 'WAITING' ? null : `The dead letter no longer waits: it is ${state}.`;
}
