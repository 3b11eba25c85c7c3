import type { Projections, Send } from '../kit/context';

function projectRevocation(
  send: Send,
  subjectId: string,
  { userId, revokedAt, keptUntil }: { userId: string | null; revokedAt: Date; keptUntil: string },
): void {
  send(
    `/* identity.projectRevocation */ INSERT INTO access.revoked_session (subject_id, user_id, revoked_at, expires_at)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (subject_id) DO UPDATE SET revoked_at = excluded.revoked_at, expires_at = excluded.expires_at`,
    [subjectId, userId, revokedAt, keptUntil],
  );
}

/** How sessions, and what every service needs to know of those that have ended, follow from their events. */
export const sessionProjections = {
  'session.started': (send, { aggregateId, occurredAt, payload }) => {
    const { userId, sidHash, ipAddress, userAgent, device, expiresAt } = payload;
    send(
      `/* identity.projectSessionStarted */ INSERT INTO identity.session
         (id, user_id, sid_hash, ip_address, user_agent, device, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
      [aggregateId, userId, sidHash, ipAddress, userAgent, device, occurredAt, expiresAt],
    );
  },
  'session.revoked': (send, { aggregateId, occurredAt, payload }) => {
    send(
      `/* identity.projectSessionRevoked */ UPDATE identity.session SET revoked_at = $2
       WHERE id = $1 AND revoked_at IS NULL`,
      [aggregateId, occurredAt],
    );
    projectRevocation(send, aggregateId, { ...payload, revokedAt: occurredAt });
  },
  'session.forgotten': (send, { aggregateId }) => {
    send('/* identity.projectSessionForgotten */ DELETE FROM identity.session WHERE id = $1', [aggregateId]);
  },
  'session.revocation_forgotten': (send, { aggregateId }) => {
    send(
      '/* identity.projectRevocationForgotten */ DELETE FROM access.revoked_session WHERE subject_id = $1',
      [aggregateId],
    );
  },
  'session.all_revoked': (send, { aggregateId, occurredAt, payload }) => {
    projectRevocation(send, aggregateId, { ...payload, revokedAt: occurredAt });
  },
} satisfies Projections;
