import type { EventType } from '../../schema/events';
import type { Resolvers } from '../../schema/generated/identity';
import { answer, forbidden } from '../kit/errors';
import { fromGlobalId, toGlobalId, tryFromGlobalId } from '../kit/ids';
import type { Subscription } from '../kit/subgraph';
import type { IdentityContext, IdentityLoaders } from './identity.loaders';
import { listPreferences, updatePreference } from './notification-preference.service';
import { isSnoozed, mayUseInbox, refuseWholeInbox } from './notification.policy';
import {
  deleteNotification,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  snoozeNotification,
} from './notification.service';
import { toNode } from './user.resolvers';

const UNION_MEMBERS = {
  'inbox.notification.created': 'NotificationCreated',
  'inbox.notification.read': 'NotificationRead',
  'inbox.notification.snoozed': 'NotificationSnoozed',
  'inbox.notification.unsnoozed': 'NotificationUnsnoozed',
  'inbox.notification.deleted': 'NotificationDeleted',
} as const satisfies { [T in EventType]?: string };

/** The subscription to one's own inbox. */
export const notificationSubscriptions = {
  inboxEvents: {
    admit({ principal }) {
      const refusal = refuseWholeInbox(principal);
      if (refusal) throw forbidden(refusal);
      return Promise.resolve({ topic: `inbox:${principal.userId}`, scopeId: null });
    },
    types: Object.keys(UNION_MEMBERS) as (keyof typeof UNION_MEMBERS)[],
  },
} satisfies Record<string, Subscription<IdentityLoaders>>;

const idOf = (input: { notificationId: string }) =>
  fromGlobalId('Notification', input.notificationId, 'notificationId');

const idsOf = (ids: readonly string[]) => ids.map((id) => toGlobalId('Notification', id));

function loadNotification(id: string, ctx: IdentityContext) {
  const uuid = tryFromGlobalId('Notification', id);
  return uuid === null ? null : ctx.loaders.notificationById.load(uuid);
}

export const notificationResolvers = {
  Mutation: {
    markNotificationRead: (_, { input }, ctx) => answer(input, () => markNotificationRead(ctx, idOf(input))),
    markAllNotificationsRead: (_, { input }, ctx) => answer(input, () => markAllNotificationsRead(ctx)),
    deleteNotification: (_, { input }, ctx) =>
      answer(input, async () => {
        const { deletedId, cursor } = await deleteNotification(ctx, idOf(input));
        return { notificationId: toGlobalId('Notification', deletedId), cursor };
      }),
    snoozeNotification: (_, { input }, ctx) =>
      answer(input, () => snoozeNotification(ctx, { notificationId: idOf(input), until: input.until })),
    updateNotificationPreference: (_, { input }, ctx) => answer(input, () => updatePreference(ctx, input)),
  },
  Subscription: {
    inboxEvents: { resolve: (event) => event },
  },
  User: {
    notifications: (user, args, ctx) =>
      mayUseInbox(ctx.principal, user.id) ? listNotifications(ctx, args) : null,
    notificationPreferences: (user, _, ctx) =>
      mayUseInbox(ctx.principal, user.id) ? listPreferences(ctx) : null,
    inboxCursor: (user, _, ctx) =>
      mayUseInbox(ctx.principal, user.id) && refuseWholeInbox(ctx.principal) === null
        ? ctx.loaders.eventsCursor.load(`inbox:${user.id}`)
        : null,
  },
  NotificationConnection: {
    totalCount: (connection) => connection.count(),
    unreadCount: (connection) => connection.countUnread(),
  },
  Notification: {
    __resolveReference: (ref, ctx) => loadNotification(ref.id ?? ref.nodeRef ?? '', ctx),
    id: (notification) => toGlobalId('Notification', notification.id),
    nodeRef: (notification) => toGlobalId('Notification', notification.id),
    subject: ({ subjectType, subjectId }, _, ctx) => toNode(toGlobalId(subjectType, subjectId), ctx),
    actor: ({ actorId }, _, ctx) => (actorId === null ? null : ctx.loaders.userById.load(actorId)),
    workspace: ({ workspaceId }) =>
      workspaceId === null
        ? null
        : { __typename: 'Workspace', nodeRef: toGlobalId('Workspace', workspaceId) },
    snoozedUntil: (notification, _, ctx) =>
      isSnoozed(notification, ctx.now()) ? notification.snoozedUntil : null,
  },
  InboxEventEnvelope: {
    event: (event) => event,
  },
  InboxEvent: {
    __resolveType: (event) => UNION_MEMBERS[event.type as keyof typeof UNION_MEMBERS],
  },
  NotificationCreated: {
    notification: ({ payload }, _, ctx) => ctx.loaders.notificationById.load(payload.notificationId),
  },
  NotificationRead: {
    notificationIds: ({ payload }) => idsOf(payload.notificationIds),
  },
  NotificationSnoozed: {
    notification: ({ payload }, _, ctx) => ctx.loaders.notificationById.load(payload.notificationId),
  },
  NotificationUnsnoozed: {
    notification: ({ payload }, _, ctx) => ctx.loaders.notificationById.load(payload.notificationId),
  },
  NotificationDeleted: {
    notificationIds: ({ payload }) => idsOf(payload.notificationIds),
  },
} satisfies Resolvers;
