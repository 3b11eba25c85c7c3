import type { StoredEvent } from '../../schema/events';

export type PresenceState = 'ONLINE' | 'AWAY' | 'OFFLINE';

/** That somebody's presence has changed, as listeners are told of it. */
export type PresenceEventRow = Pick<StoredEvent<'presence.changed'>, 'payload' | 'occurredAt'>;
