import { randomUUID } from 'node:crypto';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeInboxClient, type InboxClient } from './inbox-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let inbox: InboxClient;
let workspace: SeededWorkspace;
let owner: Person;
let member: Person;
let guest: Person;

beforeAll(async () => {
  platform = await startPlatform();
  inbox = makeInboxClient(platform);
});
afterAll(() => platform.close());

// Each test has people of its own, and so inboxes of its own; those who were added have been told so.
beforeEach(async () => {
  workspace = await platform.seed.workspace();
  ({ owner, member, guest } = workspace);
  for (const added of [member, guest]) await inbox.told(added, 'WORKSPACE_MEMBER_ADDED');
});

const uuidOf = (person: Person) => fromGlobalId('User', person.id);
/** What somebody was told of beyond having been added. */
const news = async (person: Person) =>
  (await inbox.kinds(person)).filter((kind) => kind !== 'WORKSPACE_MEMBER_ADDED' && kind !== 'CHAT_ADDED');
const run = async (person: Person, name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { message } } }`;
  const answer = await platform.query<Record<string, { userErrors: object[] }>>(person.token, document, {
    input,
  });
  expect([answer.errors, answer.data[name]?.userErrors]).toEqual([[], []]);
};

describe('D8: mentions', () => {
  test('tell whoever is named, once, and not who wrote it, nor who is no member, nor nobody', async () => {
    const stranger = await platform.seed.person(`stranger-${randomUUID().slice(0, 8)}`);
    const chat = await workspace.chat({ participants: [member] });
    const named = [member, owner, stranger].map(({ username }) => `@${username}`).join(' ');
    const messageId = await chat.send(owner, `${named} @${member.username.toUpperCase()}, @nobody-at-all.`);
    expect(await inbox.told(member, 'MENTION')).toMatchObject({
      subject: { __typename: 'Message', id: messageId },
      actor: { username: owner.username },
      workspace: { id: workspace.id },
    });
    await inbox.settled();
    expect(await news(member)).toEqual(['MENTION']);
    expect([await inbox.kinds(owner), await inbox.kinds(stranger)]).toEqual([[], []]);
  });

  test('reach who may read the chat, and nobody else', async () => {
    const hidden = await workspace.chat({ visibility: 'PRIVATE' });
    await hidden.send(owner, `@${member.username} @${guest.username}`);
    await inbox.settled();
    expect([await news(member), await news(guest)]).toEqual([[], []]);
    const open = await workspace.chat();
    await open.send(owner, `@${member.username} @${guest.username}`);
    await inbox.told(member, 'MENTION');
    await inbox.settled();
    expect(await news(guest)).toEqual([]);
    const shared = await workspace.chat({ visibility: 'PRIVATE', participants: [guest] });
    await shared.send(owner, `@${guest.username}`);
    await inbox.told(guest, 'MENTION');
  });

  test('A18: do not reach whoever is deactivated', async () => {
    const setActive = (isActive: boolean) =>
      platform.sql('UPDATE access.person SET is_active = $2 WHERE user_id = $1', [uuidOf(member), isActive]);
    const chat = await workspace.chat({ participants: [member] });
    await setActive(false);
    await chat.send(owner, `@${member.username} @channel`);
    await inbox.settled();
    await setActive(true);
    expect(await news(member)).toEqual([]);
  });
});

describe('G2: sources', () => {
  test('@channel tells everybody who takes part, in batches, each once', async () => {
    const chat = await workspace.chat({ visibility: 'PRIVATE', participants: [member, guest] });
    await platform.sql(
      `WITH people AS (
         INSERT INTO access.person (user_id, username_lower, is_active, is_bot)
         SELECT gen_random_uuid(), 'crowd-' || $3 || '-' || n, true, false FROM generate_series(1, 240) n RETURNING user_id)
       INSERT INTO access.membership (scope_id, workspace_id, user_id, role, active, joined_at, changed_at)
       SELECT s.id, $1::uuid, p.user_id, 'MEMBER', true, now(), now()
       FROM people p, unnest(ARRAY[$1::uuid, $2::uuid]) AS s (id)`,
      [fromGlobalId('Workspace', workspace.id), fromGlobalId('Chat', chat.id), randomUUID().slice(0, 8)],
    );
    const messageId = fromGlobalId(
      'Message',
      await chat.send(owner, `@channel and @${member.username}: lunch`),
    );
    const told = () =>
      platform.sql<{ kind: string; count: string; people: string }>(
        `SELECT kind, count(*) AS count, count(DISTINCT user_id) AS people FROM identity.notification
         WHERE subject_id = $1 GROUP BY kind ORDER BY kind`,
        [messageId],
      );
    const mentioned = { kind: 'MENTION', count: '1', people: '1' };
    await waitFor(async () => Number((await told())[0]?.count) >= 241);
    await inbox.settled();
    expect(await told()).toEqual([{ kind: 'CHANNEL_MENTION', count: '241', people: '241' }, mentioned]);
    const [{ count } = {}] = await platform.sql(
      "SELECT count(*) FROM event.store WHERE type = 'fanout.continued' AND payload ->> 'subjectId' = $1",
      [messageId],
    );
    expect(count).toBe('2');
    expect(await news(guest)).toEqual(['CHANNEL_MENTION']);
    expect(await news(owner)).toEqual([]);
  });

  test('a task tells whom it is given to, when it is made and later', async () => {
    await run(owner, 'createTask', { workspaceId: workspace.id, title: 'Given', assigneeId: member.id });
    expect(await inbox.told(member, 'TASK_ASSIGNED')).toMatchObject({
      subject: { __typename: 'Task' },
      actor: { username: owner.username },
    });
    const { id } = await workspace.task('Taken');
    await run(member, 'updateTask', { id, assigneeId: member.id });
    await run(member, 'updateTask', { id, assigneeId: owner.id });
    expect((await inbox.told(owner, 'TASK_ASSIGNED')).subject!.id).toBe(id);
    await inbox.settled();
    expect([await news(member), await news(owner)]).toEqual([['TASK_ASSIGNED'], ['TASK_ASSIGNED']]);
  });

  test('a task tells who has it and who made it of a new status, but not who changed it', async () => {
    const { id } = await workspace.task('Watched');
    await run(owner, 'updateTask', { id, assigneeId: member.id });
    await run(member, 'updateTask', { id, status: 'IN_PROGRESS' });
    expect((await inbox.told(owner, 'TASK_STATUS_CHANGED')).subject!.id).toBe(id);
    await run(owner, 'updateTask', { id, status: 'DONE' });
    await inbox.told(member, 'TASK_STATUS_CHANGED');
    await inbox.settled();
    expect(await inbox.kinds(owner)).toEqual(['TASK_STATUS_CHANGED']);
    expect(await news(member)).toEqual(['TASK_STATUS_CHANGED', 'TASK_ASSIGNED']);
  });

  test('F5: a task tells who has subscribed of a new status, and nobody who has unsubscribed', async () => {
    const { id: taskId } = await workspace.task('Followed');
    await run(member, 'subscribeToTask', { taskId });
    await run(owner, 'unsubscribeFromTask', { taskId });
    const second = await platform.seed.person(`second-${randomUUID().slice(0, 8)}`);
    await workspace.add(second, 'MEMBER');
    await run(second, 'updateTask', { id: taskId, status: 'IN_PROGRESS' });
    expect(await inbox.told(member, 'TASK_STATUS_CHANGED')).toMatchObject({
      subject: { id: taskId },
      actor: { username: second.username },
    });
    await inbox.settled();
    expect([await inbox.kinds(owner), await news(member)]).toEqual([[], ['TASK_STATUS_CHANGED']]);
  });

  test('a workspace tells whom somebody adds, guests too, and not who makes it', async () => {
    for (const added of [member, guest]) {
      expect(await inbox.told(added, 'WORKSPACE_MEMBER_ADDED')).toMatchObject({
        subject: { __typename: 'Workspace', id: workspace.id },
        actor: { username: owner.username },
        workspace: { id: workspace.id },
      });
    }
    expect(await inbox.kinds(owner)).toEqual([]);
  });

  test('an invite tells the one person whom it is for, who can look at it and is not told of having joined', async () => {
    const invitee = await platform.seed.person(`invitee-${randomUUID().slice(0, 8)}`);
    await run(owner, 'createInvite', { workspaceId: workspace.id, role: 'MEMBER' });
    const input = { workspaceId: workspace.id, role: 'MEMBER', username: invitee.username };
    await run(owner, 'createInvite', input);
    const told = await inbox.told(invitee, 'WORKSPACE_INVITE');
    // Neither the workspace nor its people are seen from outside; the invite says what there is to know.
    expect(told).toMatchObject({ subject: { __typename: 'Invite' }, actor: null, workspace: null });
    const answer = await platform.query<{ node: { workspaceName: string } }>(
      invitee.token,
      'query ($id: ID!) { node(id: $id) { ... on Invite { workspaceName } } }',
      { id: told.subject!.id },
    );
    expect(answer.data.node).toEqual({ workspaceName: 'acme' });
    await inbox.settled();
    expect(await inbox.kinds(invitee)).toEqual(['WORKSPACE_INVITE']);
    expect(await inbox.kinds(owner)).toEqual([]);
  });
});

test('E18: message, tags, status and notification share a correlation id, each caused by the one before', async () => {
  const chat = await workspace.chat({ kind: 'DISCUSSION', participants: [member] });
  await chat.send(owner, '#task Follow the chain');
  await inbox.settled();
  await chat.send(member, '#status Done');
  const told = await inbox.told(owner, 'TASK_STATUS_CHANGED');
  const chain = await platform.sql<{ type: string; correlation_id: string }>(
    `WITH RECURSIVE chain AS (
       SELECT s.*, 0 AS depth FROM event.store s WHERE s.id = $1
       UNION ALL SELECT s.*, c.depth + 1 FROM event.store s JOIN chain c ON s.id = c.causation_id)
     SELECT type, correlation_id FROM chain ORDER BY depth DESC`,
    [fromGlobalId('Notification', told.id)],
  );
  expect(chain.map(({ type }) => type)).toEqual([
    'chat.message.sent',
    'task.tags.applied',
    'task.status.changed',
    'inbox.notification.created',
  ]);
  expect(new Set(chain.map(({ correlation_id }) => correlation_id)).size).toBe(1);
});

test('G3: an event that is delivered again tells nobody twice, not even of what was deleted', async () => {
  const chat = await workspace.chat({ participants: [member, guest] });
  await chat.send(owner, `@${member.username} @${guest.username} @channel`);
  const kept = await inbox.told(member, 'MENTION');
  const gone = await inbox.told(guest, 'MENTION');
  await inbox.mutate(guest, 'deleteNotification', { notificationId: gone.id });
  await inbox.settled();
  const where = "handler = 'identity.chat.message.sent' AND aggregate_id = $1";
  const chatId = fromGlobalId('Chat', chat.id);
  await platform.sql(`DELETE FROM event.cursor WHERE ${where}`, [chatId]);
  await platform.sql(
    `INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version)
     SELECT 'identity.chat.message.sent', 'chat', aggregate_id, version FROM event.store
     WHERE type = 'chat.message.sent' AND aggregate_id = $1`,
    [chatId],
  );
  await inbox.settled();
  expect(await platform.sql(`SELECT attempts FROM event.cursor WHERE ${where}`, [chatId])).toEqual([
    { attempts: 0 },
  ]);
  expect((await inbox.read(member)).nodes.filter(({ kind }) => kind === 'MENTION')).toEqual([kept]);
  expect(await news(guest)).toEqual([]);
});

describe('B8: what is hidden is not told of any more', () => {
  const DELETED = `subscription ($after: String) { inboxEvents(after: $after) { event {
    ... on NotificationDeleted { notificationIds } } } }`;
  const node = async (person: Person, id: string) =>
    (
      await platform.query<{ node: unknown }>(person.token, 'query ($id: ID!) { node(id: $id) { id } }', {
        id,
      })
    ).data.node;

  test('B15: whoever is removed from a workspace loses its notifications at once and for good', async () => {
    const chat = await workspace.chat({ participants: [member] });
    await chat.send(owner, `@${member.username}`);
    const { id } = await inbox.told(member, 'MENTION');
    expect(await node(member, id)).toEqual({ id });
    const answer = await platform.query<{ viewer: { inboxCursor: string } }>(
      member.token,
      '{ viewer { inboxCursor } }',
    );
    const after = answer.data.viewer.inboxCursor;
    await run(owner, 'removeWorkspaceMember', { workspaceId: workspace.id, userId: member.id });
    expect(await inbox.read(member)).toMatchObject({ nodes: [], totalCount: 0, unreadCount: 0 });
    expect(await node(member, id)).toBeNull();

    const live = platform.subscribe<{ inboxEvents: { event: { notificationIds: string[] } } }>(
      member.token,
      DELETED,
      { after },
    );
    expect((await live.next()).data.inboxEvents.event.notificationIds).toContain(id);
    await workspace.add(member, 'MEMBER');
    await inbox.told(member, 'WORKSPACE_MEMBER_ADDED');
    expect(await inbox.kinds(member)).toEqual(['WORKSPACE_MEMBER_ADDED']);
  });

  test('C8: what goes with a workspace is told a part at a time, however much it is', async () => {
    await platform.sql(
      `INSERT INTO identity.notification (id, user_id, kind, source_id, subject_type, subject_id, workspace_id, scope_id, created_at)
       SELECT gen_random_uuid(), $1, 'MENTION', gen_random_uuid(), 'Task', $2, $2, $2, now() FROM generate_series(1, 1001)`,
      [uuidOf(member), fromGlobalId('Workspace', workspace.id)],
    );
    await run(owner, 'removeWorkspaceMember', { workspaceId: workspace.id, userId: member.id });
    await inbox.settled();
    const sizes = `SELECT jsonb_array_length(payload -> 'notificationIds') > 500 AS big FROM event.store WHERE aggregate_id = $1 AND type = 'inbox.notification.deleted'`;
    expect(await platform.sql(sizes, [uuidOf(member)])).toEqual(Array(3).fill({ big: false }));
  });

  test('whoever leaves a private chat no longer sees what was told of it', async () => {
    const chat = await workspace.chat({ visibility: 'PRIVATE', participants: [member] });
    await chat.send(owner, `@${member.username}`);
    const { id } = await inbox.told(member, 'MENTION');
    await run(owner, 'removeChatParticipant', { chatId: chat.id, userId: member.id });
    expect(await news(member)).toEqual([]);
    expect(await node(member, id)).toBeNull();
    const refused = await inbox.mutate(member, 'markNotificationRead', { notificationId: id });
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
