import type { StoredEvent } from '../../schema/events';
import type { DirectorySession } from '../kit/directory-client';
import { sessionIdOf } from '../kit/ids';
import type { IdentityContext } from './identity.loaders';

/** Ends a session that was ended here at the identity provider, too: no further token is issued for it. */
export function signOutOfOne(ctx: IdentityContext, event: StoredEvent<'session.revoked'>): Promise<void> {
  const { issuer } = ctx.db.settings;
  return signOut(ctx, event, ({ sid }) => sessionIdOf(issuer, sid) === event.aggregateId);
}

/** Ends all that a user had begun at the identity provider by then, also what the platform has not seen. */
export function signOutOfAll(ctx: IdentityContext, event: StoredEvent<'session.all_revoked'>): Promise<void> {
  return signOut(ctx, event, ({ startedAt }) => startedAt <= event.occurredAt);
}

/** What ended here because the identity provider said so has ended there. */
async function signOut(
  ctx: IdentityContext,
  { actorId, payload }: StoredEvent<'session.revoked' | 'session.all_revoked'>,
  isMeant: (session: DirectorySession) => boolean,
): Promise<void> {
  const { directory } = ctx.db.settings;
  if (!directory || actorId === null || payload.userId === null) return;
  const sessions = await directory.listSessionsOf(payload.userId);
  for (const session of sessions.filter(isMeant)) await directory.endSession(session.sid);
}
