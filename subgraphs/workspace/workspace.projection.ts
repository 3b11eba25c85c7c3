import type { Projections } from '../kit/context';

/** How workspaces, their scopes and their members follow from their events. */
export const workspaceProjections = {
  'workspace.created': (send, { aggregateId, payload, occurredAt }) => {
    // The scope comes first: policies on the workspace and on its first member look it up.
    send(
      `/* workspace.projectScope */ INSERT INTO access.scope (scope_id, kind, workspace_id, visibility, creator_id)
       VALUES ($1, 'workspace', $1, 'PRIVATE', $2)`,
      [aggregateId, payload.creatorId],
    );
    send(
      `/* workspace.projectCreated */ INSERT INTO workspace.workspace
         (id, workspace_id, scope_id, creator_id, name, slug, version, created_at)
       VALUES ($1, $1, $1, $2, $3, $4, 1, $5)`,
      [aggregateId, payload.creatorId, payload.name, payload.slug, occurredAt],
    );
  },
  'workspace.member.added': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectMemberAdded */ INSERT INTO access.membership AS m
         (scope_id, workspace_id, user_id, role, active, joined_at, changed_at)
       VALUES ($1, $1, $2, $3, true, $4, $4)
       ON CONFLICT (scope_id, user_id) DO UPDATE
       SET role = excluded.role, active = true, joined_at = excluded.joined_at, changed_at = excluded.changed_at`,
      [aggregateId, payload.userId, payload.role, occurredAt],
    ),
  'workspace.member.removed': (send, { aggregateId, payload, occurredAt }) =>
    send(
      `/* workspace.projectMemberRemoved */ UPDATE access.membership SET active = false, changed_at = $3
       WHERE scope_id = $1 AND user_id = $2`,
      [aggregateId, payload.userId, occurredAt],
    ),
} satisfies Projections;
