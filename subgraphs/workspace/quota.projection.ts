import type { Projections } from '../kit/context';

/** How the limits of workspaces follow from their events. */
export const quotaProjections = {
  'workspace.quota.changed': (send, { aggregateId, occurredAt, payload }) => {
    send(
      `/* workspace.projectQuota */ INSERT INTO access.quota (workspace_id, kind, quota_limit, changed_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT (workspace_id, kind)
       DO UPDATE SET quota_limit = excluded.quota_limit, changed_at = excluded.changed_at`,
      [aggregateId, payload.kind, payload.limit, occurredAt],
    );
  },
} satisfies Projections;
