import type { EventType, NotificationKind, StoredEvent } from '../../schema/events';
import type { SubjectType } from './notification.entity';

/** What a notification is about. */
export interface Subject {
  subjectType: SubjectType;
  subjectId: string;
}

/** Who is to be told, and of what kind of thing. */
export interface Notice {
  kind: NotificationKind;
  /** People by id, all who take part in the event's scope, or those of them who are present when they are told. */
  to: { ids: readonly string[] } | 'PARTICIPANTS' | 'PRESENT';
}

/** Whom an event's notices may reach: who reads its scope, who belongs to it (as a guest, too), or anybody. */
export type Reach = 'READERS' | 'MEMBERS' | 'ANYBODY';

/** What an event gives to tell. Of several notices to one person the first counts that they want to have. */
export interface Announcement extends Subject {
  reach: Reach;
  /** What each is told of once, however many events tell of it; the event itself when absent. */
  once?: string;
  notices: readonly Notice[];
}

type Sources = { readonly [T in EventType]?: (event: StoredEvent<T>) => Announcement };

/** The events that people are told of. Whoever did it, whoever may not see it and bots are left out later. */
export const NOTIFICATION_SOURCES = {
  'chat.message.sent': ({ payload }) => ({
    ...{ subjectType: 'Message', subjectId: payload.messageId, reach: 'READERS' },
    once: payload.messageId,
    notices: noticesOfMessage(payload),
  }),
  'chat.message.edited': ({ payload }) => ({
    ...{ subjectType: 'Message', subjectId: payload.messageId, reach: 'READERS' },
    once: payload.messageId,
    notices: noticesOfMentions(payload.added),
  }),
  'task.created': (event) => ({
    ...aboutTask(event),
    notices: [{ kind: 'TASK_ASSIGNED', to: { ids: presentOf([event.payload.assigneeId]) } }],
  }),
  'task.assignee.changed': (event) => ({
    ...aboutTask(event),
    notices: [{ kind: 'TASK_ASSIGNED', to: { ids: presentOf([event.payload.to]) } }],
  }),
  'task.status.changed': (event) => ({
    ...aboutTask(event),
    notices: [{ kind: 'TASK_STATUS_CHANGED', to: { ids: whoFollows(event.payload) } }],
  }),
  'chat.participant.added': ({ aggregateId, payload }) => ({
    ...{ subjectType: 'Chat', subjectId: aggregateId, reach: 'READERS' },
    notices:
      payload.manner === 'ADDITION' && payload.visibility === 'PRIVATE'
        ? [{ kind: 'CHAT_ADDED', to: { ids: [payload.userId] } }]
        : [],
  }),
  'workspace.member.added': ({ aggregateId, payload }) => ({
    ...{ subjectType: 'Workspace', subjectId: aggregateId, reach: 'MEMBERS' },
    notices: [{ kind: 'WORKSPACE_MEMBER_ADDED', to: { ids: [payload.userId] } }],
  }),
  'workspace.invite.created': ({ payload }) => ({
    ...{ subjectType: 'Invite', subjectId: payload.inviteId, reach: 'ANYBODY' },
    notices: [{ kind: 'WORKSPACE_INVITE', to: { ids: presentOf([payload.inviteeId]) } }],
  }),
} as const satisfies Sources;

export type NotificationSource = keyof typeof NOTIFICATION_SOURCES;

function aboutTask({ aggregateId }: { aggregateId: string }) {
  return { subjectType: 'Task', subjectId: aggregateId, reach: 'READERS' } as const;
}

/** Events from before there were subscribers name whom they concern. */
function whoFollows(status: StoredEvent<'task.status.changed'>['payload']): readonly string[] {
  return status.subscriberIds ?? presentOf([status.assigneeId, status.creatorId]);
}

function presentOf(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

type SentMessage = StoredEvent<'chat.message.sent'>['payload'];

function noticesOfMessage({ chatKind, threadFollowers, ...mentioned }: SentMessage): Notice[] {
  const [byName, ...toGroup] = noticesOfMentions(mentioned);
  const toThread: Notice = { kind: 'THREAD_REPLY', to: { ids: threadFollowers } };
  if (chatKind === 'DIRECT') return [byName!, toThread, { kind: 'DIRECT_MESSAGE', to: 'PARTICIPANTS' }];
  return [byName!, toThread, ...toGroup];
}

function noticesOfMentions({
  mentions,
  mentionsAll,
}: Pick<SentMessage, 'mentions' | 'mentionsAll'>): Notice[] {
  const byName: Notice = { kind: 'MENTION', to: { ids: mentions } };
  if (mentionsAll === null) return [byName];
  return [byName, { kind: 'CHANNEL_MENTION', to: mentionsAll === 'HERE' ? 'PRESENT' : 'PARTICIPANTS' }];
}
