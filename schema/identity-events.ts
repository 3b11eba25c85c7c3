import { z } from 'zod';
import { event, none, uuid } from './event-model';
import { NODE_TYPES } from './ids';

const user = z.object({
  username: z.string(),
  displayName: z.string(),
  /** The name that the identity provider said last; the display name follows it until the user chooses another. */
  claimedName: z.string(),
  /** When the token was issued whose claims these are; null for the bot, which has none. */
  claimedAt: z.iso.datetime().nullable().default(null),
  email: z.string().nullable(),
  isBot: z.boolean(),
  avatarUrl: z.string().nullable().default(null),
  /** BCP 47. */
  locale: z.string().nullable().default(null),
  /** IANA. */
  timeZone: z.string().nullable().default(null),
});

/** What a person may be told of in the inbox. */
export const NOTIFICATION_KINDS = [
  'DIRECT_MESSAGE',
  'MENTION',
  'CHANNEL_MENTION',
  'THREAD_REPLY',
  'CHAT_ADDED',
  'TASK_ASSIGNED',
  'TASK_STATUS_CHANGED',
  'WORKSPACE_INVITE',
  'WORKSPACE_MEMBER_ADDED',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
const notificationKind = z.enum(NOTIFICATION_KINDS);
/** What a notification is about. */
const subject = { subjectType: z.enum(NODE_TYPES), subjectId: uuid };
const oneNotification = z.object({ notificationId: uuid });
const manyNotifications = z.object({ notificationIds: z.array(uuid) });

/** The events of identity: people and what is theirs alone, and what operators look after. */
export const IDENTITY_EVENTS = {
  'user.registered': event(user),
  'user.profile.changed': event(user),
  /** All null: the status was cleared. */
  'user.status.changed': event(
    z.object({
      emoji: z.string().nullable(),
      text: z.string().nullable(),
      expiresAt: z.iso.datetime().nullable(),
    }),
  ),
  'user.deactivated': event(none, { audited: true }),
  'user.reactivated': event(none, { audited: true }),

  /** A person's session was seen for the first time: the identity provider's, known by the hash of its `sid`. */
  'session.started': event(
    z.object({
      userId: uuid,
      sidHash: z.string(),
      ipAddress: z.string().nullable(),
      userAgent: z.string().nullable(),
      device: z.string(),
      expiresAt: z.iso.datetime(),
    }),
    { audited: true },
  ),
  /** Its tokens count no more; `keptUntil` is when none of them can be valid any more. */
  'session.revoked': event(z.object({ userId: uuid.nullable(), keptUntil: z.iso.datetime() }), {
    reactedBy: ['identity'],
    audited: true,
  }),
  /** No token of the user issued until then counts any more. The aggregate is the user. */
  'session.all_revoked': event(z.object({ userId: uuid, keptUntil: z.iso.datetime() }), {
    reactedBy: ['identity'],
    audited: true,
  }),
  /** It ended so long ago that nobody is shown it any more. */
  'session.forgotten': event(none),
  /** No token is left that its end, or the end of all of a user's, concerns. The aggregate is the session or the user. */
  'session.revocation_forgotten': event(none),

  'apikey.created': event(
    z.object({
      name: z.string(),
      scopes: z.array(z.enum(['read', 'write', 'deploy', 'manage'])),
      workspaceId: uuid.nullable(),
      rateLimitPerMinute: z.number().int().nullable(),
      expiresAt: z.iso.datetime().nullable(),
    }),
    { audited: true },
  ),
  'apikey.changed': event(
    z.object({
      name: z.string(),
      isEnabled: z.boolean(),
      rateLimitPerMinute: z.number().int().nullable(),
      expiresAt: z.iso.datetime().nullable(),
    }),
    { audited: true },
  ),
  'apikey.deleted': event(none, { audited: true }),

  'deadletter.replayed': event(z.object({ handler: z.string(), eventId: uuid }), { audited: true }),
  'deadletter.discarded': event(z.object({ handler: z.string(), eventId: uuid }), { audited: true }),

  'presence.changed': event(z.object({ userId: uuid, state: z.enum(['ONLINE', 'AWAY', 'OFFLINE']) })),

  'inbox.notification.created': event(
    z.object({
      notificationId: uuid,
      kind: notificationKind,
      /** The event that it tells of. */
      sourceId: uuid,
      ...subject,
      /** Whose workspace it is about. */
      workspaceId: uuid.nullable(),
      /** Whose readers may see it; the recipient's own id where it depends on nothing. */
      scopeId: uuid,
    }),
  ),
  'inbox.notification.read': event(manyNotifications),
  'inbox.notification.snoozed': event(oneNotification.extend({ until: z.iso.datetime() })),
  /** It is back before its time, by the recipient's own act, or because it was due. */
  'inbox.notification.unsnoozed': event(oneNotification),
  'inbox.notification.deleted': event(manyNotifications, { retracts: true }),
  'inbox.preference.changed': event(z.object({ kind: notificationKind, isInApp: z.boolean() })),
  /** More people are to be told of an event than one transaction tells. */
  'fanout.continued': event(
    z.object({
      sourceId: uuid,
      /** What each is told of once. */
      onceId: uuid,
      kind: notificationKind,
      ...subject,
      /** Whom to tell next; null for those who take part in the scope, behind the last one told. */
      userIds: z.array(uuid).nullable(),
      afterUserId: uuid.nullable(),
    }),
    { reactedBy: ['identity'] },
  ),
} as const;
