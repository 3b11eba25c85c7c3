import type { StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';

/** Subscribes people to a task; whoever is subscribed already stays so since then. */
export function projectSubscribed(send: Send, event: StoredEvent, userIds: readonly string[]): void {
  send(
    `/* task.projectSubscribed */ INSERT INTO task.subscriber (task_id, user_id, workspace_id, scope_id, subscribed_at)
     SELECT $1, u.id, $2, $3, $4 FROM unnest($5::uuid[]) AS u (id) ON CONFLICT (task_id, user_id) DO NOTHING`,
    [event.aggregateId, event.workspaceId, event.scopeId, event.occurredAt, userIds],
  );
}

/** How those who are told of a task follow from its events, beside its creation and assignment. */
export const subscriberProjections = {
  'task.subscriber.added': (send, event) => projectSubscribed(send, event, [event.payload.userId]),
  'task.subscriber.removed': (send, { aggregateId, payload }) =>
    send('/* task.projectUnsubscribed */ DELETE FROM task.subscriber WHERE task_id = $1 AND user_id = $2', [
      aggregateId,
      payload.userId,
    ]),
} satisfies Projections;
