import type { EventType, NotificationKind, ParsedTag, StoredEvent } from '../../schema/events';
import type { SubjectType } from './notification.entity';

/** What a notification is about. */
export interface Subject {
  subjectType: SubjectType;
  subjectId: string;
}

/** Who is to be told, and of what kind of thing. */
export interface Notice {
  kind: NotificationKind;
  /** People by id, by name as written, or all who take part in the event's scope. */
  to: { ids: readonly string[] } | { usernames: readonly string[] } | 'PARTICIPANTS';
}

/** Whom an event's notices may reach: who reads its scope, who belongs to it (as a guest, too), or anybody. */
export type Reach = 'READERS' | 'MEMBERS' | 'ANYBODY';

/** What an event gives to tell. Of several notices to one person the first counts that they want to have. */
export interface Announcement extends Subject {
  reach: Reach;
  notices: readonly Notice[];
}

type Sources = { readonly [T in EventType]?: (event: StoredEvent<T>) => Announcement };

/** The events that people are told of. Whoever did it, whoever may not see it and bots are left out later. */
export const NOTIFICATION_SOURCES = {
  'chat.message.sent': ({ payload }) => ({
    ...{ subjectType: 'Message', subjectId: payload.messageId, reach: 'READERS' },
    notices: noticesOfMessage(payload),
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
    notices: [
      {
        kind: 'TASK_STATUS_CHANGED',
        to: { ids: presentOf([event.payload.assigneeId, event.payload.creatorId]) },
      },
    ],
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

function presentOf(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

type SentMessage = StoredEvent<'chat.message.sent'>['payload'];

function noticesOfMessage({ body, tags, chatKind }: SentMessage): Notice[] {
  const { usernames, isChannel } = mentionsIn(body, tags);
  const notices: Notice[] = [{ kind: 'MENTION', to: { usernames } }];
  if (chatKind === 'DIRECT') notices.push({ kind: 'DIRECT_MESSAGE', to: 'PARTICIPANTS' });
  else if (isChannel) notices.push({ kind: 'CHANNEL_MENTION', to: 'PARTICIPANTS' });
  return notices;
}

const MENTION = /(?<![\p{L}\p{N}_.@/-])@([\p{L}\p{N}_][\p{L}\p{N}_.-]*)/gu;
const CHANNEL = 'channel';
/** More people than this are not mentioned one by one. */
const MAX_MENTIONS = 50;

/**
 * Who is mentioned in a body: `@name` where no word, address or path goes on before it; a full stop or hyphen at the
 * end is the sentence's. A tag whose whole value is a name (`#assignee @alex`) does what it says and mentions nobody.
 */
export function mentionsIn(
  body: string,
  tags: readonly Pick<ParsedTag, 'raw' | 'value'>[] = [],
): { usernames: string[]; isChannel: boolean } {
  const commands = tags.filter(({ value }) => /^@\S+$/.test(value));
  const text = commands.reduce((rest, { raw }) => rest.replace(raw, () => ' '), body);
  const names = [...text.matchAll(MENTION)].map(([, name]) => name!.replace(/[.-]+$/, '').toLowerCase());
  const usernames = [...new Set(names)].filter((name) => name !== CHANNEL);
  return { usernames: usernames.slice(0, MAX_MENTIONS), isChannel: names.includes(CHANNEL) };
}
