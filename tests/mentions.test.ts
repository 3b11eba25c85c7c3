import { randomUUID } from 'node:crypto';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeChatClient, type ChatClient } from './chat-client';
import { makeInboxClient, type InboxClient } from './inbox-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { waitFor } from './wait';
import { statementsOf } from './statements';

let platform: Platform;
let client: ChatClient;
let inbox: InboxClient;
let acme: SeededWorkspace;
let owner: Person;
let member: Person;
let guest: Person;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  inbox = makeInboxClient(platform);
}, 60_000);

// Each test has people of its own, and so inboxes of its own.
beforeEach(async () => {
  acme = await platform.seed.workspace();
  ({ owner, member, guest } = acme);
});

afterAll(() => platform.close());

const at = (...people: Person[]) => people.map(({ username }) => `@${username}`).join(' ');
const read = async (person: Person, id: string) => {
  const { node } = await client.query<{
    node: {
      bodyText: string;
      mentionsAll: string | null;
      mentions: { nodes: { user: { username: string } }[] };
    };
  }>(
    person,
    'query ($id: ID!) { node(id: $id) { ... on Message { bodyText mentionsAll mentions { nodes { user { username } } } } } }',
    { id },
  );
  return { ...node, mentions: node.mentions.nodes.map(({ user }) => user.username) };
};
const namesOf = (...people: Person[]) => people.map(({ username }) => username).sort();
const mentioned = async (person: Person, id: string) => (await read(person, id)).mentions.sort();
const edit = async (person: Person, messageId: string, body: string) =>
  expect((await client.mutate(person, 'editMessage', { messageId, body })).userErrors).toEqual([]);
/** What somebody was told of by others than by adding them. */
/** What people are told of messages: being let in somewhere is another matter. */
const news = async (person: Person) => {
  await inbox.settled();
  const kinds = await inbox.kinds(person);
  return kinds.filter((kind) => kind !== 'WORKSPACE_MEMBER_ADDED' && kind !== 'CHAT_ADDED');
};
const reply = async (person: Person, chatId: string, threadRootId: string, body = 'A reply') => {
  const payload = await client.mutate(person, 'sendMessage', { chatId, threadRootId, body });
  expect(payload.userErrors).toEqual([]);
  return payload.message!.id;
};

describe('D8: Message.mentions', () => {
  test('are those who may read the chat and are active, but for the author', async () => {
    const stranger = await platform.seed.person(`stranger-${randomUUID().slice(0, 8)}`);
    const all = at(owner, member, guest, stranger);
    const open = await acme.chat();
    expect(await mentioned(owner, await open.send(owner, all))).toEqual(namesOf(member));
    const hidden = await acme.chat({ visibility: 'PRIVATE', participants: [guest] });
    expect(await mentioned(owner, await hidden.send(owner, all))).toEqual(namesOf(guest));
    await platform.sql('UPDATE access.person SET is_active = false WHERE username_lower = $1', [
      member.username,
    ]);
    expect(await mentioned(owner, await open.send(owner, all))).toEqual([]);
    expect(await mentioned(owner, await open.send(owner, `\`${all}\` a${all}`))).toEqual([]);
  });

  test('and @channel and @here are told apart from names, and asked for only where one is written', async () => {
    const chat = await acme.chat({ participants: [member] });
    const lookUps = async (work: () => Promise<unknown>) =>
      (await statementsOf(['chat'], work)).filter((name) => name === 'chat.resolveMentions').length;
    const none = await lookUps(async () => {
      const everybody = await chat.send(owner, '**@channel**: lunch');
      expect(await read(member, everybody)).toEqual({
        ...{ bodyText: '@channel: lunch', mentionsAll: 'CHANNEL', mentions: [] },
      });
      expect((await read(member, await chat.send(owner, '@here'))).mentionsAll).toBe('HERE');
      expect((await read(member, await chat.send(owner, 'me@channel.example'))).mentionsAll).toBeNull();
      await chat.send(owner, 'Nobody');
    });
    expect(none).toBe(0);
    expect(await lookUps(() => chat.send(owner, `${at(member)} @nobody ${at(guest)}`))).toBe(1);
  });

  test('follow an edit, which tells those alone who were not mentioned before', async () => {
    const chat = await acme.chat({ participants: [member, guest] });
    const id = await chat.send(owner, at(member));
    const told = await inbox.told(member, 'MENTION');
    await inbox.mutate(member, 'deleteNotification', { notificationId: told.id });
    await edit(owner, id, `${at(member, guest)} see`);
    expect(await mentioned(owner, id)).toEqual(namesOf(member, guest));
    expect(await inbox.told(guest, 'MENTION')).toMatchObject({ subject: { id } });
    await edit(owner, id, 'Nobody');
    expect(await mentioned(owner, id)).toEqual([]);
    await edit(owner, id, `${at(member, guest)} after all, @channel`);
    expect(await read(owner, id)).toMatchObject({ mentionsAll: 'CHANNEL' });
    expect([await news(member), await news(guest), await news(owner)]).toEqual([[], ['MENTION'], []]);
  });

  test('go with the message when it is deleted', async () => {
    const chat = await acme.chat({ participants: [member] });
    const id = await chat.send(owner, `${at(member)} @channel`);
    expect((await client.mutate(owner, 'deleteMessage', { messageId: id })).userErrors).toEqual([]);
    expect(await read(owner, id)).toEqual({ bodyText: '', mentionsAll: null, mentions: [] });
    const left = await platform.sql(
      `SELECT mentions_all, EXISTS (SELECT 1 FROM chat.mention u WHERE u.message_id = m.id) AS is_mentioned
       FROM chat.message m WHERE id = $1`,
      [fromGlobalId('Message', id)],
    );
    expect(left).toEqual([{ mentions_all: false, is_mentioned: false }]);
  });
});

describe('G2: threads', () => {
  test('G2: a reply tells who began the thread and who replied, once each, and not its author', async () => {
    const chat = await acme.chat({ participants: [member, guest] });
    const root = await chat.send(owner, 'Root');
    const first = await reply(member, chat.id, root);
    expect(await inbox.told(owner, 'THREAD_REPLY')).toMatchObject({
      subject: { __typename: 'Message', id: first },
      actor: { username: member.username },
    });
    expect(await news(member)).toEqual([]);
    await reply(owner, chat.id, first, `${at(member)} and ${at(guest)}`);
    expect([await news(owner), await news(member), await news(guest)]).toEqual([
      ['THREAD_REPLY'],
      ['MENTION'],
      ['MENTION'],
    ]);
    // Who is mentioned in a thread has not joined it.
    await reply(owner, chat.id, root);
    expect([await news(member), await news(guest)]).toEqual([['THREAD_REPLY', 'MENTION'], ['MENTION']]);
  });

  test('G2: whoever can read the chat no more, or does not want to, is not told of replies', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [member] });
    const root = await chat.send(owner, 'Root');
    await reply(member, chat.id, root);
    await client.mutate(owner, 'removeChatParticipant', { chatId: chat.id, userId: member.id });
    await reply(owner, chat.id, root);
    await client.mutate(owner, 'addChatParticipant', { chatId: chat.id, userId: member.id });
    expect(await news(member)).toEqual([]);
    await inbox.mutate(member, 'updateNotificationPreference', { kind: 'THREAD_REPLY', isInApp: false });
    await reply(owner, chat.id, root);
    expect(await news(member)).toEqual([]);
  });

  test('G2: whose only reply was deleted follows the thread no more', async () => {
    const chat = await acme.chat({ participants: [member] });
    const root = await chat.send(owner, 'Root');
    const messageId = await reply(member, chat.id, root);
    await client.mutate(member, 'deleteMessage', { messageId });
    await reply(owner, chat.id, root);
    expect(await news(member)).toEqual([]);
  });

  test('G2: more followers than one transaction tells are told in batches, each once', async () => {
    const chat = await acme.chat({ participants: [member] });
    const root = await chat.send(owner, 'Root');
    await platform.sql(
      `WITH people AS (
         INSERT INTO access.person (user_id, username_lower, is_active, is_bot)
         SELECT gen_random_uuid(), 'crowd-' || $3 || '-' || n, true, false FROM generate_series(1, 240) n RETURNING user_id
       ), members AS (
         INSERT INTO access.membership (scope_id, workspace_id, user_id, role, active, joined_at, changed_at)
         SELECT $1, $1, p.user_id, 'MEMBER', true, now(), now() FROM people p)
       INSERT INTO chat.thread_author (root_id, user_id, workspace_id, scope_id, reply_count, joined_at)
       SELECT $4::uuid, p.user_id, $1::uuid, $2::uuid, 1, now() FROM people p`,
      [
        fromGlobalId('Workspace', acme.id),
        fromGlobalId('Chat', chat.id),
        randomUUID().slice(0, 8),
        fromGlobalId('Message', root),
      ],
    );
    const id = await reply(member, chat.id, root);
    await inbox.settled();
    const [told] = await platform.sql(
      `SELECT count(*)::int AS count, count(DISTINCT user_id)::int AS people, array_agg(DISTINCT kind) AS kinds
       FROM identity.notification WHERE subject_id = $1`,
      [fromGlobalId('Message', id)],
    );
    expect(told).toEqual({ count: 241, people: 241, kinds: ['THREAD_REPLY'] });
  });
});

describe('G2: @here', () => {
  const redeliver = async (chatId: string) => {
    const where = "handler = 'identity.chat.message.sent' AND aggregate_id = $1";
    await platform.sql(`DELETE FROM event.cursor WHERE ${where}`, [chatId]);
    await platform.sql(
      `INSERT INTO event.wake_up (handler, aggregate_type, aggregate_id, version)
       SELECT 'identity.chat.message.sent', 'chat', aggregate_id, version FROM event.store
       WHERE type = 'chat.message.sent' AND aggregate_id = $1`,
      [chatId],
    );
    await inbox.settled();
  };
  const arrive = async (person: Person) => {
    const socket = platform.subscribe(
      person.token,
      'subscription ($id: ID!) { presenceEvents(workspaceId: $id) { presence } }',
      { id: acme.id },
    );
    const document = 'query ($id: ID!) { user(id: $id) { presence } }';
    await waitFor(async () => {
      const { user } = await client.query<{ user: { presence: string } }>(owner, document, { id: person.id });
      return user.presence === 'ONLINE';
    });
    return socket;
  };

  test('G2, G3: tells those who are present, and nobody who comes later when it is delivered again', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [member, guest] });
    const here = await arrive(member);
    await chat.send(owner, '@here lunch');
    await inbox.told(member, 'CHANNEL_MENTION');
    expect([await news(member), await news(guest), await news(owner)]).toEqual([['CHANNEL_MENTION'], [], []]);
    const later = await arrive(guest);
    await redeliver(fromGlobalId('Chat', chat.id));
    expect([await news(member), await news(guest)]).toEqual([['CHANNEL_MENTION'], []]);
    here.close();
    later.close();
  });
});
