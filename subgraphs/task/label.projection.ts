import type { Projections } from '../kit/context';

/** How labels follow from their events. */
export const labelProjections = {
  'label.created': (send, { aggregateId, workspaceId, payload, occurredAt }) =>
    send(
      `/* task.projectLabelCreated */ INSERT INTO task.label (id, workspace_id, scope_id, creator_id, name, color, created_at, version)
       VALUES ($1, $2, $2, $3, $4, $5, $6, 1)`,
      [aggregateId, workspaceId, payload.creatorId, payload.name, payload.color, occurredAt],
    ),
  'label.changed': (send, { aggregateId, payload }) =>
    send(
      '/* task.projectLabelChanged */ UPDATE task.label SET name = $2, color = $3, version = version + 1 WHERE id = $1',
      [aggregateId, payload.name, payload.color],
    ),
  'label.deleted': (send, { aggregateId }) =>
    send('/* task.projectLabelDeleted */ DELETE FROM task.label WHERE id = $1', [aggregateId]),
} satisfies Projections;
