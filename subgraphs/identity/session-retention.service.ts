import { emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import type { IdentityContext } from './identity.loaders';
import { forgottenBefore } from './session.policy';

const BATCH = 200;
/** What a run leaves is done by the next one. */
const MOST_BATCHES = 100;

/** What is forgotten, by which event, and how it is found. */
const KINDS = [
  {
    type: 'session.forgotten',
    find: `/* identity.findForgettable */ SELECT s.id, s.user_id AS scope_id FROM identity.session s
      WHERE s.expires_at < $1 ORDER BY s.id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    before: forgottenBefore,
  },
  {
    type: 'session.revocation_forgotten',
    find: `/* identity.findVoidRevocations */ SELECT r.subject_id AS id, coalesce(r.user_id, r.subject_id) AS scope_id
      FROM access.revoked_session r WHERE r.expires_at <= $1 ORDER BY r.subject_id LIMIT ${BATCH}
      FOR UPDATE SKIP LOCKED`,
    before: (now: Date) => now,
  },
] as const;

/**
 * Forgets sessions that ended long ago, and revocations that no token is left for: lists, and what is read to end all
 * of somebody's sessions, do not grow for ever.
 */
export async function forgetSessions(ctx: IdentityContext): Promise<void> {
  for (const kind of KINDS) {
    let batches = 0;
    while ((await forgetSome(ctx, kind)) === BATCH && ++batches < MOST_BATCHES);
  }
}

function forgetSome(ctx: IdentityContext, { type, find, before }: (typeof KINDS)[number]): Promise<number> {
  return inTransaction(
    ctx,
    async (tx) => {
      const ended = await tx.tx.query<{ id: string; scopeId: string }>(find, [before(ctx.now())]);
      for (const { id, scopeId } of ended)
        emit(tx, { type, aggregateId: id, workspaceId: null, scopeId, payload: {} });
      return ended.length;
    },
    { as: 'system', reason: 'forget sessions that ended long ago' },
  );
}
