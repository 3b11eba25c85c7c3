import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import type { Authenticator } from '../kit/auth';
import type { LogoutClaims } from '../kit/auth-logout';
import type { InTransaction, UserPrincipal } from '../kit/context';
import { AppError, forbidden, notFound } from '../kit/errors';
import { controlTopics, emit } from '../kit/events';
import type { HttpAnswer, HttpRequest } from '../kit/http-routes';
import { sessionIdOf, userIdOf } from '../kit/ids';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { CONTROL_CHANNEL } from '../kit/revocations';
import { inTransaction, queryRows } from '../kit/transaction';
import { noteOwnerRoles } from './api-key.service';
import type { IdentityContext } from './identity.loaders';
import { SESSION_COLUMNS, type SessionEntity } from './session.entity';
import { deviceOf } from './session.logic';
import { forgottenBefore, isActive, keptUntil, refuseRevoking } from './session.policy';
import { touchUser } from './user.service';

/** Sees to it that the caller has a profile and the caller's session a record, both up to date. */
export async function touchCaller(ctx: IdentityContext): Promise<{ isNew: boolean }> {
  const touched = await touchUser(ctx);
  const { principal } = ctx;
  if (principal.kind === 'user') await noteOwnerRoles(ctx, principal);
  if (principal.kind === 'user' && principal.sessionId !== null) {
    await touchSession(ctx, principal, principal.sessionId);
  }
  return touched;
}

async function touchSession(ctx: IdentityContext, principal: UserPrincipal, sid: string): Promise<void> {
  const { userId } = principal;
  const id = sessionIdOf(ctx.db.settings.issuer, sid);
  const expiresAt = new Date(principal.expiresAt * 1000);
  const { ip, userAgent } = ctx.origin;
  await inTransaction(ctx, async (tx) => {
    const seen = await tx.tx.query(
      `/* identity.touchSession */ UPDATE identity.session
       SET last_seen_at = greatest(last_seen_at, $2), expires_at = greatest(expires_at, $3)
       WHERE id = $1 RETURNING id`,
      [id, ctx.now(), expiresAt],
    );
    if (seen.length > 0) return;
    const sidHash = createHash('sha256').update(sid).digest('hex');
    const device = deviceOf(userAgent);
    const payload = { userId, sidHash, ipAddress: ip, userAgent, device, expiresAt: expiresAt.toISOString() };
    emit(tx, { type: 'session.started', aggregateId: id, workspaceId: null, scopeId: userId, payload });
  }).catch((error: unknown) => {
    // Another request was the first.
    if (!isViolationOf(error, 'session_pkey')) throw error;
  });
}

/** Whether the request comes by this session. */
export function isCurrent(ctx: IdentityContext, session: Pick<SessionEntity, 'id'>): boolean {
  return session.id === currentIdOf(ctx);
}

function currentIdOf({ principal, db }: IdentityContext): string | null {
  if (principal.kind !== 'user' || principal.sessionId === null) return null;
  return sessionIdOf(db.settings.issuer, principal.sessionId);
}

/** The caller's sessions, newest first; null for anybody else's. */
export async function listSessions(
  ctx: IdentityContext,
  userId: string,
  { isActive: wanted, ...args }: PageArgs & { isActive?: boolean | null },
): Promise<Connection<SessionEntity> | null> {
  if (userId !== ctx.principal.userId || ctx.principal.kind !== 'user') return null;
  const page = parsePage(args, ['timestamptz', 'uuid']);
  const columns = ['s.created_at', 's.id'];
  const { where, orderAndLimit, values } = keysetSql(page, columns, { descending: true, firstParameter: 4 });
  const rows = await queryRows<SessionEntity>(
    ctx,
    `/* identity.listSessions */ SELECT ${SESSION_COLUMNS} FROM identity.session s
     WHERE s.user_id = $1 AND ($2::boolean IS NULL OR (s.revoked_at IS NULL AND s.expires_at > $3) = $2)${where}${orderAndLimit}`,
    [userId, wanted ?? null, ctx.now(), ...values],
  );
  return toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id]);
}

/** Ends a session of the caller's; one that has ended stays as it is. */
export async function revokeSession(ctx: IdentityContext, id: string): Promise<{ session: SessionEntity }> {
  const { userId } = requirePerson(ctx);
  const session = await inTransaction(ctx, async (tx) => {
    const [found] = await tx.tx.query<SessionEntity>(
      `/* identity.readSession */ SELECT ${SESSION_COLUMNS} FROM identity.session s WHERE s.id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    if (!found) throw notFound('Session', 'id');
    if (found.revokedAt !== null) return found;
    return Object.assign(found, { revokedAt: revoke(tx, { id, userId }).occurredAt });
  });
  tellAll(ctx);
  return { session };
}

/** Ends all sessions of the caller's but the one that asks. */
export async function revokeOtherSessions(ctx: IdentityContext): Promise<{ revokedCount: number }> {
  const { userId } = requirePerson(ctx);
  const revokedCount = await inTransaction(ctx, async (tx) => {
    const sessions = await readOpenSessions(tx, userId);
    const others = sessions.filter(({ id }) => id !== currentIdOf(ctx));
    for (const { id } of others) revoke(tx, { id, userId });
    return others.filter((session) => isActive(session, ctx.now())).length;
  });
  tellAll(ctx);
  return { revokedCount };
}

/** Ends all sessions of the caller's, also those that the platform has not seen. */
export async function revokeAllSessions(ctx: IdentityContext): Promise<{ revokedCount: number }> {
  const { userId } = requirePerson(ctx);
  const revokedCount = await inTransaction(ctx, (tx) => revokeAllOf(tx, userId));
  tellAll(ctx);
  return { revokedCount };
}

/**
 * Ends all sessions of a user in the transaction that `ctx` carries, as the user or as the system; `tellAll` behind
 * the commit makes it known at once. `eventId` settles the id of the event that says so. Answers how many counted.
 */
export async function revokeAllOf(
  ctx: InTransaction<IdentityContext>,
  userId: string,
  eventId?: string,
): Promise<number> {
  const sessions = await readOpenSessions(ctx, userId);
  for (const { id } of sessions) revoke(ctx, { id, userId });
  emit(ctx, {
    id: eventId,
    type: 'session.all_revoked',
    aggregateId: userId,
    workspaceId: null,
    scopeId: userId,
    topics: controlTopics(null, userId),
    payload: { userId, keptUntil: keptUntil(ctx.now()).toISOString() },
  });
  return sessions.filter((session) => isActive(session, ctx.now())).length;
}

/** Has every service look at once at what was revoked; without it they look within a second. */
export function tellAll(ctx: IdentityContext): void {
  ctx.db.doorbells.ring(CONTROL_CHANNEL, {});
}

const INVALID: HttpAnswer = {
  status: 400,
  body: { error: 'invalid_request', error_description: 'The logout token is not valid.' },
};

/**
 * The identity provider says, by OpenID Connect Back-Channel Logout, that a session or all of a user's have ended.
 * The token alone proves it, and counts once.
 */
export async function receiveLogout(
  ctx: IdentityContext,
  { form }: HttpRequest,
  authenticator: Authenticator,
): Promise<HttpAnswer> {
  try {
    const claims = await authenticator.readLogoutToken(form.logout_token ?? '', ctx.log);
    await endByLogout(ctx, claims);
  } catch (error) {
    const isReplay = isViolationOf(error, 'store_id_key');
    if (isReplay) ctx.log.warn({ reason: 'replayed' }, 'token refused');
    const isRefused = error instanceof AppError && error.code === 'UNAUTHENTICATED';
    if (isReplay || isRefused) return INVALID;
    throw error;
  }
  tellAll(ctx);
  return { status: 200 };
}

function endByLogout(ctx: IdentityContext, { sid, subject, tokenId }: LogoutClaims): Promise<void> {
  const { issuer } = ctx.db.settings;
  // Events have unique ids: whatever token was used has its event, and cannot have another.
  const eventId = v5(`${issuer}#jti:${tokenId}`, v5.URL);
  const userId = subject === null ? null : userIdOf(issuer, subject);
  const work = async (tx: InTransaction<IdentityContext>) => {
    if (sid === null) await revokeAllOf(tx, userId!, eventId);
    else revoke(tx, { id: sessionIdOf(issuer, sid), userId }, eventId);
  };
  return inTransaction(ctx, work, { as: 'system', reason: 'the identity provider has ended sessions' });
}

function requirePerson(ctx: IdentityContext): UserPrincipal {
  const refusal = refuseRevoking(ctx.principal);
  if (refusal) throw forbidden(refusal);
  return ctx.principal as UserPrincipal;
}

function revoke(
  ctx: InTransaction<IdentityContext>,
  { id, userId }: { id: string; userId: string | null },
  eventId?: string,
) {
  return emit(ctx, {
    id: eventId,
    type: 'session.revoked',
    aggregateId: id,
    workspaceId: null,
    // A session that the platform has not seen is nobody's.
    scopeId: userId ?? id,
    topics: controlTopics(null, userId),
    payload: { userId, keptUntil: keptUntil(ctx.now()).toISOString() },
  });
}

/** Also those whose last known token has expired: the session may have newer ones, until it is long past. */
function readOpenSessions(ctx: InTransaction<IdentityContext>, userId: string): Promise<SessionEntity[]> {
  return ctx.tx.query<SessionEntity>(
    `/* identity.readOpenSessions */ SELECT ${SESSION_COLUMNS} FROM identity.session s
     WHERE s.user_id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 ORDER BY s.id FOR NO KEY UPDATE`,
    [userId, forgottenBefore(ctx.now())],
  );
}

function isViolationOf(error: unknown, name: string): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === name;
}
