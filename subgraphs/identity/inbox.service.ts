import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { emit } from '../kit/events';
import type { IdentityContext } from './identity.loaders';

/** How many ids one event names at most: events are frames of clients, too. */
const CHUNK = 500;

/** Where the events of a person's inbox belong. */
export function inboxOf(userId: string) {
  return { aggregateId: userId, workspaceId: null, scopeId: userId };
}

/** Records what becomes of many notifications of one person, in as many events as it takes. */
export function emitOfMany(
  ctx: InTransaction<IdentityContext>,
  type: 'inbox.notification.read' | 'inbox.notification.deleted',
  userId: string,
  ids: readonly string[],
): StoredEvent[] {
  const chunks = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) =>
    ids.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  return chunks.map((notificationIds) =>
    emit(ctx, { type, ...inboxOf(userId), payload: { notificationIds } }),
  );
}
