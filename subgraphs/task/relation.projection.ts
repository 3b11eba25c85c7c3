import type { StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';

function projectChange(send: Send, { aggregateId, occurredAt }: StoredEvent): void {
  send(
    '/* task.projectRelated */ UPDATE task.task SET updated_at = $2, version = version + 1 WHERE id = $1',
    [aggregateId, occurredAt],
  );
}

/** How relations follow from the events of either of their tasks. */
export const relationProjections = {
  'task.relation.added': (send, event) => {
    const { id, aggregateId, workspaceId, scopeId, actorId, payload } = event;
    send(
      `/* task.projectRelation */ INSERT INTO task.relation (id, task_id, other_id, type, direction, workspace_id, scope_id,
         other_scope_id, creator_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, aggregateId, payload.otherId, payload.type, payload.direction],
        ...[workspaceId, scopeId, payload.otherScopeId, actorId],
      ],
    );
    projectChange(send, event);
  },
  'task.relation.removed': (send, event) => {
    const { otherId, type, direction } = event.payload;
    send(
      `/* task.projectRelationGone */ DELETE FROM task.relation
       WHERE task_id = $1 AND other_id = $2 AND type = $3 AND direction = $4`,
      [event.aggregateId, otherId, type, direction],
    );
    projectChange(send, event);
  },
} satisfies Projections;
