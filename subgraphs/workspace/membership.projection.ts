import type { Projections, Send } from '../kit/context';
import { rolesBeyond } from './invite.policy';
import type { WorkspaceRole } from './membership.entity';

/** How memberships follow from the events of their workspaces. */
export const membershipProjections = {
  'workspace.member.added': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectMemberAdded */ INSERT INTO access.membership AS m
         (scope_id, workspace_id, user_id, role, active, joined_at, changed_at)
       VALUES ($1, $1, $2, $3, true, $4, $4)
       ON CONFLICT (scope_id, user_id) DO UPDATE
       SET role = excluded.role, active = true, state = 'REGULAR', joined_at = excluded.joined_at, changed_at = excluded.changed_at`,
      [aggregateId, payload.userId, payload.role, occurredAt],
    ),
  'workspace.member.removed': (send, { aggregateId, payload, occurredAt }) => {
    endInvitesOf(send, { workspaceId: aggregateId, userId: payload.userId, role: null, at: occurredAt });
    send(
      `/* workspace.projectMemberRemoved */ UPDATE access.membership
       SET active = false, state = 'REGULAR', changed_at = $3 WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    );
  },
  'workspace.member.role_changed': (send, { aggregateId, payload, occurredAt }) => {
    const { userId, to: role } = payload;
    endInvitesOf(send, { workspaceId: aggregateId, userId, role, at: occurredAt });
    send(
      `/* workspace.projectRoleChanged */ UPDATE access.membership SET role = $3, changed_at = $4
       WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, userId, role, occurredAt],
    );
  },
  'workspace.member.suspended': (send, { aggregateId, payload, occurredAt }) => {
    endInvitesOf(send, { workspaceId: aggregateId, userId: payload.userId, role: null, at: occurredAt });
    send(
      `/* workspace.projectSuspended */ UPDATE access.membership
       SET active = false, state = 'SUSPENDED', changed_at = $3 WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    );
  },
  'workspace.member.reinstated': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectReinstated */ UPDATE access.membership
       SET active = true, state = 'REGULAR', changed_at = $3 WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    ),
} satisfies Projections;

interface Demoted {
  workspaceId: string;
  userId: string;
  /** What the member is from now on; null for nothing. */
  role: WorkspaceRole | null;
  at: Date;
}

/**
 * Ends the invites that their creator could no longer make: nobody comes back, or brings others, by a right that was
 * taken. Comes before the membership is changed: an admin who steps back still may end them.
 */
function endInvitesOf(send: Send, { workspaceId, userId, role, at }: Demoted): void {
  const beyond = rolesBeyond(role);
  if (beyond.length === 0) return;
  send(
    `/* workspace.projectInvitesEnded */ UPDATE workspace.invite SET revoked_at = $4
     WHERE workspace_id = $1 AND creator_id = $2 AND role = ANY ($3::text[]) AND revoked_at IS NULL`,
    [workspaceId, userId, beyond, at],
  );
}
