import type { EventPayload } from '../../schema/events';
import type { Fold } from '../kit/snapshots';

type Created = EventPayload<'chat.created'>;

/** What a chat was, as far as its own events say. */
export interface PastChat extends Pick<Created, 'name' | 'kind' | 'visibility'> {
  topic: string | null;
  isClosed: boolean;
  /** Roles by the ids of those who took part. */
  roles: Readonly<Record<string, EventPayload<'chat.participant.added'>['role']>>;
}

/** How what a chat is follows from its events. Another version whenever this changes. */
export const chatFold: Fold<PastChat> = {
  aggregateType: 'chat',
  version: 2,
  initial: { name: '', kind: 'CHANNEL', visibility: 'PRIVATE', topic: null, isClosed: false, roles: {} },
  on: {
    'chat.created': (past, { name, kind, visibility }) => ({ ...past, name, kind, visibility }),
    'chat.updated': (past, { name, visibility, topic }) => ({ ...past, name, visibility, topic }),
    'chat.kind.changed': (past, { to }) => ({ ...past, kind: to }),
    'chat.closed': (past) => ({ ...past, isClosed: true }),
    'chat.reopened': (past) => ({ ...past, isClosed: false }),
    'chat.participant.added': (past, { userId, role }) => withRole(past, userId, role),
    'chat.participant.role_changed': (past, { userId, to }) => withRole(past, userId, to),
    'chat.participant.removed': (past, { userId }) => {
      const { [userId]: _, ...roles } = past.roles;
      return { ...past, roles };
    },
  },
};

function withRole(past: PastChat, userId: string, role: PastChat['roles'][string]): PastChat {
  return { ...past, roles: { ...past.roles, [userId]: role } };
}
