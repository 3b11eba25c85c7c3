import type { StoredEvent } from '../../schema/events';
import type { Principal } from './context';
import { EVENT_COLUMNS } from './events';

/** An event with what there is to know of its actor. */
export interface ActedEvent {
  event: StoredEvent;
  /** Whether the platform's bot did it. */
  isBot: boolean;
}

/** An event's row beside which `is_bot` was selected. */
export function toActedEvent({ isBot, ...event }: StoredEvent & { isBot: boolean | null }): ActedEvent {
  return { event, isBot: isBot ?? false };
}

/** The columns of events (`s`) with their actors; to be followed by the rest of the statement. */
export const ACTED_COLUMNS = `${EVENT_COLUMNS},
  (SELECT p.is_bot FROM access.person p WHERE p.user_id = s.actor_id) AS is_bot`;

/**
 * The principal that a reaction to an event acts as: the event's actor, with the rights that the actor holds now. The
 * platform's own acts (by its bot, or by nobody) are bound to the event's scope.
 */
export function principalOf({ event, isBot }: ActedEvent): Principal {
  if (isBot || event.actorId === null) {
    return {
      kind: 'service',
      service: 'worker',
      userId: event.actorId,
      scopeId: event.workspaceId === null ? null : event.scopeId,
      causationId: event.id,
      depth: 0,
      expiresAt: Infinity,
    };
  }
  return {
    kind: 'user',
    userId: event.actorId,
    sessionId: null,
    username: '',
    displayName: '',
    email: null,
    roles: [],
    groups: [],
    apiKey: null,
    issuedAt: 0,
    expiresAt: Infinity,
  };
}
