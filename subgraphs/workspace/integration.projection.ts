import type { Projections } from '../kit/context';

/** How integrations follow from the events of their workspace. */
export const integrationProjections = {
  'workspace.integration.created': (send, { aggregateId, occurredAt, payload }) => {
    send(
      `/* workspace.projectIntegration */ INSERT INTO workspace.integration
         (id, workspace_id, scope_id, creator_id, kind, name, external_reference, created_at)
       VALUES ($1, $2, $2, $3, $4, $5, $6, $7)`,
      [
        payload.integrationId,
        aggregateId,
        payload.creatorId,
        payload.kind,
        payload.name,
        payload.externalReference,
        occurredAt,
      ],
    );
  },
} satisfies Projections;
