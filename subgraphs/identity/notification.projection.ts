import type { Projections } from '../kit/context';

/** How inboxes and what people want to be told of follow from their events; an inbox's aggregate is its owner. */
export const notificationProjections = {
  'inbox.notification.created': (send, { payload, aggregateId, actorId, occurredAt }) => {
    // Of a workspace that was deleted nothing is left but that there was something.
    if (!('kind' in payload)) return;
    const { notificationId, kind, sourceId, subjectType, subjectId, workspaceId, scopeId } = payload;
    send(
      `/* identity.projectNotification */ INSERT INTO identity.notification
         (id, user_id, kind, source_id, subject_type, subject_id, actor_id, workspace_id, scope_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        notificationId,
        aggregateId,
        kind,
        sourceId,
        subjectType,
        subjectId,
        actorId,
        workspaceId,
        scopeId,
        occurredAt,
      ],
    );
  },
  'inbox.notification.read': (send, { payload, occurredAt }) =>
    send(
      '/* identity.projectNotificationsRead */ UPDATE identity.notification SET read_at = $2 WHERE id = ANY ($1::uuid[])',
      [payload.notificationIds, occurredAt],
    ),
  'inbox.notification.snoozed': (send, { payload }) =>
    send(
      '/* identity.projectNotificationSnoozed */ UPDATE identity.notification SET snoozed_until = $2 WHERE id = $1',
      [payload.notificationId, payload.until],
    ),
  'inbox.notification.unsnoozed': (send, { payload }) =>
    send(
      '/* identity.projectNotificationUnsnoozed */ UPDATE identity.notification SET snoozed_until = NULL WHERE id = $1',
      [payload.notificationId],
    ),
  'inbox.notification.deleted': (send, { payload }) =>
    send(
      '/* identity.projectNotificationsDeleted */ DELETE FROM identity.notification WHERE id = ANY ($1::uuid[])',
      [payload.notificationIds],
    ),
  'inbox.preference.changed': (send, { aggregateId, payload }) =>
    send(
      `/* identity.projectPreference */ INSERT INTO identity.notification_preference AS p (user_id, kind, is_in_app)
       VALUES ($1, $2, $3) ON CONFLICT (user_id, kind) DO UPDATE SET is_in_app = excluded.is_in_app`,
      [aggregateId, payload.kind, payload.isInApp],
    ),
} satisfies Projections;
