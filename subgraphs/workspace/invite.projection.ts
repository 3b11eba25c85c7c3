import type { Projections } from '../kit/context';

/** How invites follow from the events of their workspaces. */
export const inviteProjections = {
  'workspace.invite.created': (send, { aggregateId, payload, occurredAt }) => {
    const { inviteId, creatorId, role, tokenHash, expiresAt, maxUses, inviteeId } = payload;
    send(
      `/* workspace.projectInviteCreated */ INSERT INTO workspace.invite
         (id, workspace_id, scope_id, creator_id, role, token_hash, expires_at, max_uses, used_count, invitee_id, created_at)
       VALUES ($1, $2, $2, $3, $4, $5, $6, $7, 0, $8, $9)`,
      [inviteId, aggregateId, creatorId, role, tokenHash, expiresAt, maxUses, inviteeId, occurredAt],
    );
  },
  'workspace.invite.revoked': (send, { payload, occurredAt }) =>
    send('/* workspace.projectInviteRevoked */ UPDATE workspace.invite SET revoked_at = $2 WHERE id = $1', [
      payload.inviteId,
      occurredAt,
    ]),
  'workspace.invite.used': (send, { payload }) =>
    send(
      '/* workspace.projectInviteUsed */ UPDATE workspace.invite SET used_count = used_count + 1 WHERE id = $1',
      [payload.inviteId],
    ),
} satisfies Projections;
