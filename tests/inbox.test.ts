import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { makeInboxClient, type InboxClient, type Notification } from './inbox-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { nothing } from './tenants';
import { waitFor } from './wait';

const HOUR_MS = 3_600_000;
const EVENTS = `subscription ($after: String) { inboxEvents(after: $after) { cursor correlationId event { __typename
  ... on NotificationCreated { notification { id kind subject { ... on Message { body } } } }
  ... on NotificationRead { notificationIds } ... on NotificationDeleted { notificationIds }
  ... on NotificationSnoozed { notification { id snoozedUntil } }
  ... on NotificationUnsnoozed { notification { id snoozedUntil } } } } }`;

interface Frame {
  inboxEvents: {
    cursor: string;
    event: { __typename: string; notification?: { id: string } | null; notificationIds?: string[] };
  };
}

let platform: Platform;
let inbox: InboxClient;
let workspace: SeededWorkspace;
let chat: SeededChat;

beforeAll(async () => {
  platform = await startPlatform();
  inbox = makeInboxClient(platform);
});
afterAll(() => platform.close());

// Each test has people of its own, and so inboxes of its own.
beforeEach(async () => {
  workspace = await platform.seed.workspace();
  chat = await workspace.chat({ participants: [workspace.member] });
});

/** Mentions the owner so many times as the member; answers what came of it, newest first. */
async function mention(count: number): Promise<Notification[]> {
  for (let i = 0; i < count; i++) await chat.send(workspace.member, `@${workspace.owner.username} ${i}`);
  return waitFor(async () => {
    const { nodes } = await inbox.read(workspace.owner);
    return nodes.length >= count ? nodes : null;
  });
}

const cursorOf = async ({ token }: Person) =>
  (await platform.query<{ viewer: { inboxCursor: string } }>(token, '{ viewer { inboxCursor } }')).data.viewer
    .inboxCursor;

describe('G1: the inbox', () => {
  test('lists what one was told of, newest first, with counts', async () => {
    const [newest, , oldest] = await mention(3);
    expect(newest!.createdAt >= oldest!.createdAt).toBe(true);
    expect(await inbox.read(workspace.owner)).toMatchObject({ totalCount: 3, unreadCount: 3 });
    expect(newest).toMatchObject({
      kind: 'MENTION',
      subject: { __typename: 'Message' },
      actor: { username: workspace.member.username },
      workspace: { id: workspace.id },
      readAt: null,
      snoozedUntil: null,
    });
  });

  test('is a connection: pages follow each other without a gap', async () => {
    const all = await mention(5);
    const first = await inbox.read(workspace.owner, { first: 2 });
    const second = await inbox.read(workspace.owner, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test('marks one as read, once', async () => {
    const [one] = await mention(2);
    const input = { notificationId: one!.id };
    const marked = await inbox.mutate(workspace.owner, 'markNotificationRead', input);
    expect(marked).toMatchObject({ userErrors: [], notification: { readAt: expect.any(String) as string } });
    expect(marked.cursor).toEqual(expect.any(String));
    const again = await inbox.mutate(workspace.owner, 'markNotificationRead', input);
    expect(again).toEqual({ ...marked, cursor: null });
    expect(await inbox.read(workspace.owner)).toMatchObject({ totalCount: 2, unreadCount: 1 });
  });

  test('is filtered by what is unread and by kind', async () => {
    const [one] = await mention(2);
    await inbox.mutate(workspace.owner, 'markNotificationRead', { notificationId: one!.id });
    const count = async (filter: object) => (await inbox.read(workspace.owner, { filter })).totalCount;
    expect(await count({ isUnread: true })).toBe(1);
    expect(await count({ isUnread: false })).toBe(1);
    expect(await count({ kind: { eq: 'MENTION' } })).toBe(2);
    expect(await count({ kind: { in: ['TASK_ASSIGNED', 'MENTION'] }, isUnread: true })).toBe(1);
    expect(await count({ kind: { eq: 'TASK_ASSIGNED' } })).toBe(0);
  });

  test('marks all as read but for what is snoozed', async () => {
    const [one] = await mention(3);
    const until = new Date(platform.clock.now().getTime() + HOUR_MS).toISOString();
    await inbox.mutate(workspace.owner, 'snoozeNotification', { notificationId: one!.id, until });
    const marked = await inbox.mutate(workspace.owner, 'markAllNotificationsRead');
    expect(marked).toMatchObject({ userErrors: [], readCount: 2 });
    expect(await inbox.read(workspace.owner)).toMatchObject({ totalCount: 2, unreadCount: 0 });
    const snoozed = await inbox.read(workspace.owner, { filter: { isSnoozed: true } });
    expect(snoozed.nodes).toMatchObject([{ id: one!.id, readAt: null, snoozedUntil: until }]);
    const again = await inbox.mutate(workspace.owner, 'markAllNotificationsRead');
    expect(again).toMatchObject({ readCount: 0, cursor: null });
  });

  test('deletes one, for good', async () => {
    const [one] = await mention(2);
    const input = { notificationId: one!.id };
    const deleted = await inbox.mutate(workspace.owner, 'deleteNotification', input);
    expect(deleted).toMatchObject({ userErrors: [], notificationId: one!.id });
    expect((await inbox.read(workspace.owner)).totalCount).toBe(1);
    const again = await inbox.mutate(workspace.owner, 'deleteNotification', input);
    expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['notificationId'] }]);
  });

  test("is the recipient's alone: for others there is no such thing", async () => {
    const [one] = await mention(1);
    const root = await platform.seed.person('root');
    for (const other of [workspace.member, root]) {
      for (const name of ['markNotificationRead', 'deleteNotification', 'snoozeNotification']) {
        const refused = await inbox.mutate(other, name, { notificationId: one!.id });
        expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
        const absent = await inbox.mutate(other, name, { notificationId: nothing.Notification });
        expect(refused).toEqual(absent);
      }
      const answer = await platform.query<{ node: unknown; user: Record<string, unknown> | null }>(
        other.token,
        `query ($id: ID!, $owner: ID!) { node(id: $id) { id } user(id: $owner) { notifications { totalCount }
           notificationPreferences { kind } inboxCursor } }`,
        { id: one!.id, owner: workspace.owner.id },
      );
      expect(answer.data.node).toBeNull();
      if (answer.data.user) {
        const hidden = { notifications: null, notificationPreferences: null, inboxCursor: null };
        expect(answer.data.user).toEqual(hidden);
      }
    }
    expect((await inbox.read(workspace.owner)).nodes).toMatchObject([{ id: one!.id, readAt: null }]);
  });

  test('B6: a guest changes their own inbox, a read-only account does not', async () => {
    const added = await inbox.told(workspace.guest, 'WORKSPACE_MEMBER_ADDED');
    const input = { notificationId: added.id };
    expect((await inbox.mutate(workspace.guest, 'markNotificationRead', input)).userErrors).toEqual([]);
    const claims = { realm_access: { roles: ['viewer'] } };
    const token = platform.token(workspace.guest.username, { claims });
    const refused = await inbox.mutate({ ...workspace.guest, token }, 'deleteNotification', input);
    expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});

describe('G1: snoozing', () => {
  const inHours = (hours: number) => new Date(platform.clock.now().getTime() + hours * HOUR_MS).toISOString();

  test('hides a notification until its time has come, and tells when it is back', async () => {
    const [one] = await mention(1);
    const after = await cursorOf(workspace.owner);
    const input = { notificationId: one!.id, until: inHours(2) };
    const snoozed = await inbox.mutate(workspace.owner, 'snoozeNotification', input);
    expect(snoozed.notification).toMatchObject({ snoozedUntil: input.until, readAt: null });
    expect(await inbox.read(workspace.owner)).toMatchObject({ totalCount: 0, unreadCount: 0 });

    platform.clock.advance(3 * HOUR_MS);
    // Tokens live by the same clock.
    workspace.owner.token = platform.token(workspace.owner.username);
    const back = await inbox.read(workspace.owner);
    expect(back).toMatchObject({ unreadCount: 1, nodes: [{ id: one!.id, snoozedUntil: null }] });

    // A worker that starts does at once what is due.
    await platform.stop('worker');
    await platform.start('worker');
    const live = platform.subscribe<Frame>(workspace.owner.token, EVENTS, { after });
    await live.next(({ data }) => data.inboxEvents.event.__typename === 'NotificationUnsnoozed');
    expect(live.frames.map(({ data }) => data.inboxEvents.event)).toEqual([
      // Entities are current: by now it is back.
      { __typename: 'NotificationSnoozed', notification: { id: one!.id, snoozedUntil: null } },
      { __typename: 'NotificationUnsnoozed', notification: { id: one!.id, snoozedUntil: null } },
    ]);
  });

  test('can be ended, and asks for a time in the future', async () => {
    const [one] = await mention(1);
    const snooze = (until?: string) =>
      inbox.mutate(workspace.owner, 'snoozeNotification', { notificationId: one!.id, until });
    for (const until of [inHours(-1), inHours(24 * 400)]) {
      expect((await snooze(until)).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['until'] }]);
    }
    expect((await snooze()).cursor).toBeNull();
    const until = inHours(1);
    expect((await snooze(until)).notification!.snoozedUntil).toBe(until);
    expect((await snooze(until)).cursor).toBeNull();
    expect((await snooze()).notification!.snoozedUntil).toBeNull();
    expect((await inbox.read(workspace.owner)).totalCount).toBe(1);
  });
});

describe('G1: preferences', () => {
  test('say of each kind whether it comes, and all do until somebody chooses otherwise', async () => {
    const list = async () =>
      (
        await platform.query<{
          viewer: { notificationPreferences: { kind: string; isInApp: boolean }[] };
        }>(workspace.owner.token, '{ viewer { notificationPreferences { kind isInApp } } }')
      ).data.viewer.notificationPreferences;
    const before = await list();
    expect(before.length).toBeGreaterThan(5);
    expect(before.every(({ isInApp }) => isInApp)).toBe(true);
    const input = { kind: 'MENTION', isInApp: false };
    const changed = await inbox.mutate(workspace.owner, 'updateNotificationPreference', input);
    expect(changed).toEqual({ userErrors: [], preference: input });
    expect(await list()).toEqual(before.map((each) => (each.kind === 'MENTION' ? input : each)));
  });

  test('keep what is not wanted away, for that person alone', async () => {
    const { owner, member } = workspace;
    await inbox.mutate(owner, 'updateNotificationPreference', { kind: 'MENTION', isInApp: false });
    await chat.send(member, `@${owner.username} are you there?`);
    await chat.send(owner, `@${member.username} no`);
    await inbox.told(member, 'MENTION');
    await inbox.settled();
    expect(await inbox.kinds(owner)).toEqual([]);
    await inbox.mutate(owner, 'updateNotificationPreference', { kind: 'MENTION', isInApp: true });
    await chat.send(member, `@${owner.username} and now?`);
    await inbox.told(owner, 'MENTION');
  });
});

describe('G4: the inbox is live', () => {
  test('events come as they happen, with what they are about', async () => {
    const after = await cursorOf(workspace.owner);
    const live = platform.subscribe<Frame>(workspace.owner.token, EVENTS, { after });
    const [one] = await mention(1);
    const created = await live.next();
    expect(created.data.inboxEvents.event).toEqual({
      __typename: 'NotificationCreated',
      notification: { id: one!.id, kind: 'MENTION', subject: { body: `@${workspace.owner.username} 0` } },
    });
    const marked = await inbox.mutate(workspace.owner, 'markNotificationRead', { notificationId: one!.id });
    const read = (await live.next()).data.inboxEvents;
    expect(read.event).toEqual({ __typename: 'NotificationRead', notificationIds: [one!.id] });
    expect(read.cursor).toBe(marked.cursor);
    await inbox.mutate(workspace.owner, 'deleteNotification', { notificationId: one!.id });
    expect((await live.next()).data.inboxEvents.event).toEqual({
      __typename: 'NotificationDeleted',
      notificationIds: [one!.id],
    });
  });

  test('are resumed behind a cursor without a gap or a repeat, and are nobody else’s', async () => {
    const after = await cursorOf(workspace.owner);
    await mention(3);
    const first = platform.subscribe<Frame>(workspace.owner.token, EVENTS, { after });
    const { data } = await first.next();
    first.close();
    const rest = platform.subscribe<Frame>(workspace.owner.token, EVENTS, { after: data.inboxEvents.cursor });
    const next = [await rest.next(), await rest.next()].map((frame) => frame.data.inboxEvents.cursor);
    expect(new Set([data.inboxEvents.cursor, ...next]).size).toBe(3);
    expect(next.at(-1)).toBe(await cursorOf(workspace.owner));

    const foreign = platform.subscribe(workspace.member.token, EVENTS, { after });
    await foreign.ended();
    expect(foreign.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('come while Redis is away', async () => {
    const after = await cursorOf(workspace.owner);
    const live = platform.subscribe<Frame>(workspace.owner.token, EVENTS, { after });
    await platform.redis.stop();
    try {
      await chat.send(workspace.member, `@${workspace.owner.username}`);
      expect((await live.next(undefined, 15_000)).data.inboxEvents.event.__typename).toBe(
        'NotificationCreated',
      );
    } finally {
      await platform.redis.start();
    }
  });
});

test('H3: inboxes and preferences are what their events make', async () => {
  await inbox.settled();
  const compared = await rebuild(SUBGRAPHS.identity!, platform.database.migratorUrl, { write: false });
  const own = compared.filter(({ table }) => table.startsWith('identity.notification'));
  expect(own).toEqual([
    { table: 'identity.notification', rows: expect.any(Number) as number, missing: 0, surplus: 0 },
    { table: 'identity.notification_preference', rows: 2, missing: 0, surplus: 0 },
  ]);
  expect(own[0]!.rows).toBeGreaterThan(10);
});
