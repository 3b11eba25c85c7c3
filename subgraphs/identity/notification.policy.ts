import type { Principal } from '../kit/context';
import { isReadOnly, READ_ONLY } from '../kit/permission';

/** How far ahead a notification may be snoozed. */
const MAX_SNOOZE_MS = 366 * 24 * 60 * 60 * 1000;

/** An inbox is a person's own: nobody else reads or changes it, whatever their role. */
export function mayUseInbox(principal: Principal, userId: string): boolean {
  return principal.userId === userId && principal.kind === 'user';
}

/** Why the caller may not change an inbox of their own; null when they may. */
export function refuseChangingInbox(principal: Principal): string | null {
  if (principal.kind !== 'user') return 'Only people have an inbox.';
  return isReadOnly(principal) ? READ_ONLY.message : null;
}

/** Why the caller may not follow an inbox, or choose what comes to it; null when they may. Both concern all workspaces. */
export function refuseWholeInbox(principal: Principal): string | null {
  if (principal.kind !== 'user') return 'Only people have an inbox.';
  return principal.apiKey?.workspaceId ? 'An API key that is bound to a workspace reaches no other.' : null;
}

/** What is wrong with the time until which to snooze; null when nothing is. */
export function faultOfSnooze(until: Date, now: Date): string | null {
  const ahead = until.getTime() - now.getTime();
  if (ahead <= 0) return 'until must lie in the future';
  return ahead > MAX_SNOOZE_MS ? 'until must lie within a year' : null;
}

/** Whether a notification is hidden from the inbox. */
export function isSnoozed(notification: { snoozedUntil: Date | null }, now: Date): boolean {
  return notification.snoozedUntil !== null && notification.snoozedUntil > now;
}
