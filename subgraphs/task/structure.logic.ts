import type { PagedList } from '../kit/paged-loader';
import { ACTIVITY_EVENTS, type TaskActivityRow } from './activity.logic';
import { RELATION_COLUMNS, type TaskRelationEntity } from './relation.entity';

/** The relations of a task to those that the caller sees. */
export const relationsOfTasks: PagedList<TaskRelationEntity> = {
  keyset: ['uuid'],
  columns: ['r.id'],
  keysetOf: ({ id }) => [id],
  text: (where, orderAndLimit) =>
    `/* task.listRelations */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${RELATION_COLUMNS} FROM task.relation r
       WHERE r.task_id = k.id AND EXISTS (SELECT 1 FROM task.task o WHERE o.id = r.other_id)${where}${orderAndLimit}
     ) x`,
};

/** What happened to a task; entries that are about other tasks alone that the caller does not see are left out. */
export const activityOfTasks: PagedList<TaskActivityRow> = {
  keyset: ['integer'],
  columns: ['s.version'],
  descending: true,
  parameters: [ACTIVITY_EVENTS],
  keysetOf: ({ version }) => [String(version)],
  text: (where, orderAndLimit) =>
    `/* task.listActivity */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id)
     JOIN task.task t ON t.id = k.id CROSS JOIN LATERAL (
       SELECT s.version::int AS version, s.type, s.payload, s.occurred_at, s.actor_id FROM event.store s
       WHERE s.aggregate_type = 'task' AND s.aggregate_id = t.id AND s.type = ANY ($2::text[])
         AND (s.type NOT IN ('task.parent.changed', 'task.relation.added', 'task.relation.removed')
           OR EXISTS (SELECT 1 FROM task.task o WHERE o.id IN ((s.payload ->> 'from')::uuid,
                (s.payload ->> 'to')::uuid, (s.payload ->> 'otherId')::uuid)))${where}${orderAndLimit}
     ) x`,
};
