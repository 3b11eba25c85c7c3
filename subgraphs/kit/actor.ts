import type { StoredEvent } from '../../schema/events';
import type { Principal } from './context';
import type { OpenTransaction } from './transaction';

/**
 * The principal that a reaction to an event acts as: the event's actor, with the rights that the actor holds now. The
 * platform's own acts (by its bot, or by nobody) are bound to the event's scope.
 */
export async function principalOf(tx: OpenTransaction, event: StoredEvent): Promise<Principal> {
  const isBot = event.actorId === null || (await readIsBot(tx, event.actorId));
  if (isBot) {
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
    userId: event.actorId!,
    sessionId: null,
    username: '',
    displayName: '',
    email: null,
    roles: [],
    issuedAt: 0,
    expiresAt: Infinity,
  };
}

async function readIsBot(tx: OpenTransaction, userId: string): Promise<boolean> {
  const [person] = await tx.query<{ isBot: boolean }>(
    '/* kit.readIsBot */ SELECT is_bot FROM access.person WHERE user_id = $1',
    [userId],
  );
  return person?.isBot ?? false;
}
