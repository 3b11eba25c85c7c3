import type { Projections } from '../kit/context';
import { triggerEventOf } from './graph.logic';

/** How workflows and their deployments follow from their events. */
export const workflowProjections = {
  'workflow.created': (send, { aggregateId, workspaceId, payload, occurredAt }) =>
    send(
      `/* workflow.projectCreated */ INSERT INTO workflow.workflow
         (id, workspace_id, scope_id, creator_id, name, nodes, edges, deployed_version, version, created_at)
       VALUES ($1, $2, $2, $3, $4, $5, $6, NULL, 1, $7)`,
      [
        aggregateId,
        workspaceId,
        payload.creatorId,
        payload.name,
        JSON.stringify(payload.nodes),
        JSON.stringify(payload.edges),
        occurredAt,
      ],
    ),
  'workflow.deployed': (send, { aggregateId, workspaceId, payload, occurredAt, actorId }) => {
    send(
      `/* workflow.projectDeployment */ INSERT INTO workflow.deployment
         (workflow_id, version, workspace_id, scope_id, creator_id, nodes, edges, trigger_event, deployed_at)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
      [
        aggregateId,
        payload.deploymentVersion,
        workspaceId,
        actorId,
        JSON.stringify(payload.nodes),
        JSON.stringify(payload.edges),
        triggerEventOf(payload.nodes),
        occurredAt,
      ],
    );
    send(
      `/* workflow.projectDeployed */ UPDATE workflow.workflow SET deployed_version = $2, version = version + 1
       WHERE id = $1`,
      [aggregateId, payload.deploymentVersion],
    );
  },
} satisfies Projections;
