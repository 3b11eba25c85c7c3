import type { Platform } from './platform';
import type { Person } from './seed';
import { untilSettled } from './settled';
import { waitFor } from './wait';

export interface Notification {
  id: string;
  kind: string;
  subject: { __typename: string; id: string } | null;
  actor: { username: string } | null;
  workspace: { id: string } | null;
  createdAt: string;
  readAt: string | null;
  snoozedUntil: string | null;
}

export interface Inbox {
  nodes: Notification[];
  totalCount: number;
  unreadCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface InboxPayload {
  userErrors: { code: string; message: string; path: string[] | null }[];
  cursor?: string | null;
  notification?: Notification | null;
  notificationId?: string | null;
  readCount?: number | null;
  preference?: { kind: string; isInApp: boolean } | null;
}

export const NOTIFICATION =
  'id kind subject { __typename id } actor { username } workspace { id } createdAt readAt snoozedUntil';
const RESULTS: Record<string, string> = {
  markNotificationRead: `notification { ${NOTIFICATION} } cursor`,
  snoozeNotification: `notification { ${NOTIFICATION} } cursor`,
  markAllNotificationsRead: 'readCount cursor',
  deleteNotification: 'notificationId cursor',
  updateNotificationPreference: 'preference { kind isInApp }',
};

export interface InboxClient {
  read(person: Person, args?: object): Promise<Inbox>;
  /** Waits until the inbox has a notification of that kind, and answers the newest one. */
  told(person: Person, kind: string): Promise<Notification>;
  /** The kinds of what is in the inbox, newest first. */
  kinds(person: Person): Promise<string[]>;
  /** Calls a mutation of the inbox by its name. */
  mutate(person: Person, name: string, input?: object): Promise<InboxPayload>;
  /** Waits until every reaction to what has happened so far is over. */
  settled(): Promise<void>;
}

/** What tests of inboxes do through the gateway. */
export function makeInboxClient(platform: Platform): InboxClient {
  const query = async <D>({ token }: Person, document: string, variables: Record<string, unknown>) => {
    const answer = await platform.query<D>(token, document, variables);
    expect(answer.errors).toEqual([]);
    return answer.data;
  };
  const client: InboxClient = {
    async read(person, args = {}) {
      const document = `query ($filter: NotificationFilter, $first: Int, $after: String) {
        viewer { notifications(filter: $filter, first: $first, after: $after) {
          nodes { ${NOTIFICATION} } totalCount unreadCount pageInfo { hasNextPage endCursor } } } }`;
      const data = await query<{ viewer: { notifications: Inbox } }>(person, document, { ...args });
      return data.viewer.notifications;
    },
    told: (person, kind) =>
      waitFor(async () => (await client.read(person)).nodes.find((each) => each.kind === kind), {
        what: `${kind} for ${person.username}`,
      }),
    kinds: async (person) => (await client.read(person)).nodes.map(({ kind }) => kind),
    async mutate(person, name, input = {}) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) {
        ${name}(input: $input) { ${RESULTS[name]} userErrors { code message path } } }`;
      return (await query<Record<string, InboxPayload>>(person, document, { input }))[name]!;
    },
    settled: () => untilSettled(platform),
  };
  return client;
}
