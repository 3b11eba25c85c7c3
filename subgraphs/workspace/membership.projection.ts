import type { Projections } from '../kit/context';

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
  'workspace.member.removed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectMemberRemoved */ UPDATE access.membership
       SET active = false, state = 'REGULAR', changed_at = $3 WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    ),
  'workspace.member.role_changed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectRoleChanged */ UPDATE access.membership SET role = $3, changed_at = $4
       WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, payload.to, occurredAt],
    ),
  'workspace.member.suspended': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectSuspended */ UPDATE access.membership
       SET active = false, state = 'SUSPENDED', changed_at = $3 WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    ),
  'workspace.member.reinstated': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectReinstated */ UPDATE access.membership
       SET active = true, state = 'REGULAR', changed_at = $3 WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    ),
} satisfies Projections;
