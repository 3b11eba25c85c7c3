import { AppError, forbidden, notFound } from '../kit/errors';
import { publish, type PassingEvent } from '../kit/ephemeral';
import { setAway, sweepChanges, type PresenceChange } from '../kit/presence';
import type { Admitted } from '../kit/subgraph';
import { inTransaction, queryRows } from '../kit/transaction';
import type { IdentityContext } from './identity.loaders';
import type { PresenceState } from './presence.entity';
import { refuseSettingPresence } from './presence.policy';
import type { UserEntity } from './user.entity';

/** Marks the caller as away, or as back. It counts until the last connection is closed. */
export async function setPresence(
  ctx: IdentityContext,
  { state }: { state: Exclude<PresenceState, 'OFFLINE'> },
): Promise<{ user: UserEntity | null }> {
  const refusal = refuseSettingPresence(ctx.principal);
  if (refusal) throw forbidden(refusal);
  const redis = ctx.db.doorbells.commands();
  if (!redis) throw busy();
  await setAway(redis, ctx.principal.userId!, state === 'AWAY').catch((error: unknown) => {
    // Redis may be lost while it is asked.
    ctx.log.warn({ err: error }, 'presence cannot be set');
    throw busy();
  });
  return { user: await ctx.loaders.userById.load(ctx.principal.userId!) };
}

function busy(): AppError {
  return new AppError('SERVICE_BUSY', 'Presence cannot be had at the moment.', { retryAfterMs: 2000 });
}

/** Admits members to the presence of a workspace's people. */
export async function admitToPresence(ctx: IdentityContext, workspaceId: string): Promise<Admitted> {
  const rows = await queryRows(
    ctx,
    "/* identity.admitToPresence */ SELECT 1 FROM access.mine m WHERE m.scope_id = $1 AND m.kind = 'workspace'",
    [workspaceId],
  );
  if (rows.length === 0) throw notFound('Workspace', 'workspaceId');
  return { topic: `presence:${workspaceId}`, scopeId: workspaceId };
}

/** Tells of everybody whose presence has changed since the last time; a crashed client or gateway included. */
export async function sweepPresence(ctx: IdentityContext): Promise<void> {
  const redis = ctx.db.doorbells.commands();
  if (!redis) return;
  await sweepChanges(redis, ctx.now().getTime(), async (changes) => {
    const events = await toEvents(ctx, changes);
    if (events.length > 0) await publish(ctx, redis, events);
  });
}

/** A change is told in each workspace that the person belongs to. */
async function toEvents(
  ctx: IdentityContext,
  changes: readonly PresenceChange[],
): Promise<PassingEvent<'presence.changed'>[]> {
  const states = new Map(changes.map(({ userId, to }) => [userId, to]));
  const memberships = await inTransaction(
    ctx,
    ({ tx }) =>
      tx.query<{ userId: string; workspaceId: string }>(
        `/* identity.workspacesOfPresent */ SELECT m.user_id, m.workspace_id FROM access.membership m
         WHERE m.user_id = ANY ($1::uuid[]) AND m.scope_id = m.workspace_id AND m.active`,
        [[...states.keys()]],
      ),
    { as: 'system', reason: 'tell of presence', readOnly: true },
  );
  return memberships.map(({ userId, workspaceId }) => ({
    type: 'presence.changed',
    topic: `presence:${workspaceId}`,
    workspaceId,
    actorId: userId,
    payload: { userId, state: states.get(userId)! },
  }));
}
