import { randomUUID } from 'node:crypto';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeChatClient, type ChatClient, type Payload } from './chat-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { waitFor } from './wait';
import { statementsOf } from './statements';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;
let chat: SeededChat;
let mallory: Person;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  acme = await platform.seed.workspace();
  mallory = (await platform.seed.workspace('globex')).owner;
}, 60_000);

beforeEach(async () => {
  chat = await acme.chat({ participants: [acme.member] });
});

afterAll(() => platform.close());

const send = (person: Person, threadRootId: string, body = 'A reply', more: object = {}) =>
  client.mutate(person, 'sendMessage', { chatId: chat.id, body, threadRootId, ...more });
const reply = async (person: Person, threadRootId: string, body = 'A reply') => {
  const payload = await send(person, threadRootId, body);
  expect(payload.userErrors).toEqual([]);
  return payload.message!.id;
};
const remove = async (person: Person, messageId: string) =>
  expect((await client.mutate(person, 'deleteMessage', { messageId })).userErrors).toEqual([]);

interface Thread {
  threadRoot: { id: string } | null;
  replyCount: number;
  lastReplyAt: string | null;
  replyAuthors: { nodes: { user: { username: string }; replyCount: number }[] };
  replies: {
    nodes: { id: string; body: string; createdAt: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const THREAD = `threadRoot { id } replyCount lastReplyAt replyAuthors { nodes { user { username } replyCount } }
  replies(first: $first, after: $after) { nodes { id body createdAt } pageInfo { hasNextPage endCursor } }`;
const read = async (person: Person, id: string, page: object = {}) =>
  (
    await client.query<{ node: Thread | null }>(
      person,
      `query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Message { ${THREAD} } } }`,
      { id, ...page },
    )
  ).node!;
const bodies = async (person: Person) =>
  (await client.messages(person, chat.id)).map(({ body, author }) => (author?.isBot ? 'the bot' : body));

describe('D5: threads', () => {
  test('D5: replies stand in the thread of the message that began it, and the chat holds that one alone', async () => {
    const root = await chat.send(acme.owner, 'Root');
    const first = await reply(acme.member, root, 'one');
    const second = await reply(acme.owner, first, 'two');
    await reply(acme.member, second, 'three');
    await chat.send(acme.owner, 'Next');
    expect(await bodies(acme.owner)).toEqual(['Root', 'Next']);
    const thread = await read(acme.member, root);
    expect(thread).toMatchObject({ threadRoot: null, replyCount: 3 });
    expect(thread.replies.nodes.map(({ body }) => body)).toEqual(['one', 'two', 'three']);
    expect(thread.lastReplyAt).toBe(thread.replies.nodes[2]!.createdAt);
    expect(thread.replyAuthors.nodes).toEqual([
      { user: { username: acme.member.username }, replyCount: 2 },
      { user: { username: acme.owner.username }, replyCount: 1 },
    ]);
    expect(await read(acme.owner, second)).toMatchObject({
      ...{ threadRoot: { id: root }, replyCount: 0, lastReplyAt: null },
      ...{ replies: { nodes: [] }, replyAuthors: { nodes: [] } },
    });
  });

  test('C8: pages of replies lead from one to the next', async () => {
    const root = await chat.send(acme.owner, 'Root');
    for (const body of ['one', 'two', 'three']) await reply(acme.owner, root, body);
    const page = (await read(acme.owner, root, { first: 2 })).replies;
    expect([page.nodes.map(({ body }) => body), page.pageInfo.hasNextPage]).toEqual([['one', 'two'], true]);
    const rest = (await read(acme.owner, root, { first: 2, after: page.pageInfo.endCursor })).replies;
    expect([rest.nodes.map(({ body }) => body), rest.pageInfo.hasNextPage]).toEqual([['three'], false]);
  });

  test('D5: a deleted reply stays as an empty message, and is counted no more', async () => {
    const root = await chat.send(acme.owner, 'Root');
    const first = await reply(acme.member, root, 'one');
    const second = await reply(acme.owner, root, 'two');
    await remove(acme.owner, second);
    const left = await read(acme.owner, root);
    expect(left.replyCount).toBe(1);
    expect(left.lastReplyAt).toBe(left.replies.nodes[0]!.createdAt);
    expect(left.replies.nodes.map(({ body }) => body)).toEqual(['one', '']);
    expect(left.replyAuthors.nodes).toMatchObject([{ user: { username: acme.member.username } }]);
    await remove(acme.member, first);
    expect(await read(acme.owner, root)).toMatchObject({
      ...{ replyCount: 0, lastReplyAt: null, replyAuthors: { nodes: [] } },
    });
  });

  test('D5: the replies to a deleted message stay, and nobody adds to them', async () => {
    const root = await chat.send(acme.owner, 'Root');
    const first = await reply(acme.member, root, 'one');
    await remove(acme.owner, root);
    for (const id of [root, first]) {
      const { message, userErrors } = await send(acme.member, id);
      expect([message, userErrors]).toMatchObject([null, [{ code: 'CONFLICT', path: ['threadRootId'] }]]);
    }
    const other = await chat.send(acme.owner, 'Other root');
    const gone = await reply(acme.owner, other);
    await remove(acme.owner, gone);
    expect((await send(acme.member, gone)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await read(acme.member, root)).toMatchObject({
      replyCount: 1,
      replies: { nodes: [{ body: 'one' }] },
    });
    expect((await read(acme.member, other)).replyCount).toBe(0);
  });

  test('D11: a reply goes to a message that the sender sees, in its own chat', async () => {
    const hidden = await acme.chat({ visibility: 'PRIVATE' });
    const elsewhere = await (await acme.chat()).send(acme.owner, 'Elsewhere');
    const invisible = await hidden.send(acme.owner, 'Hidden');
    const gone = `${invisible.slice(0, -4)}0000`;
    const codeOf = async (id: string) => {
      const { message, userErrors } = await send(acme.member, id);
      expect([message, userErrors[0]?.path]).toEqual([null, ['threadRootId']]);
      return userErrors[0]!;
    };
    expect((await codeOf(elsewhere)).code).toBe('BAD_USER_INPUT');
    expect((await codeOf('nonsense')).code).toBe('BAD_USER_INPUT');
    expect((await codeOf(chat.id)).code).toBe('BAD_USER_INPUT');
    expect(await codeOf(invisible)).toEqual(await codeOf(gone));
    expect((await codeOf(invisible)).code).toBe('NOT_FOUND');
    expect(await bodies(acme.owner)).toEqual([]);
    expect((await read(acme.owner, elsewhere)).replyCount).toBe(0);
    const root = await chat.send(acme.owner, 'Root');
    const codes = await Promise.all([acme.guest, mallory].map((person) => send(person, root)));
    expect(codes.map(({ userErrors }) => userErrors[0]!.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect((await read(acme.owner, root)).replyCount).toBe(0);
  });

  test('C10: the same idempotency key replies once, and with another thread it is refused', async () => {
    const root = await chat.send(acme.owner, 'Root');
    const other = await chat.send(acme.owner, 'Other');
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(acme.member, root, 'Once', { idempotencyKey })),
    );
    expect(new Set(answers.map(({ message }) => message!.id)).size).toBe(1);
    expect((await read(acme.owner, root)).replyCount).toBe(1);
    expect((await send(acme.member, other, 'Once', { idempotencyKey })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
    expect((await read(acme.owner, other)).replyCount).toBe(0);
  });

  test('D5: tags act in replies, and the bot answers in the thread', async () => {
    const root = await chat.send(acme.owner, 'Root');
    const { message } = await send(acme.owner, root, '#task From a thread\n#close');
    expect(message!.tagResults).toMatchObject([{ tag: '#close', applied: true }]);
    const thread = await waitFor(async () => {
      const found = await read(acme.owner, root);
      return found.replies.nodes.length === 2 ? found : null;
    });
    expect(thread.replies.nodes[1]!.body).toMatch(/From a thread[^]*Chat closed/);
    expect(await bodies(acme.owner)).toEqual(['Root']);
  });
});

test('B17: of 40 replies at once each is counted, and none comes behind the deletion', async () => {
  const root = await chat.send(acme.owner, 'Root');
  const people = [acme.owner, acme.member];
  const sent = await Promise.all(Array.from({ length: 40 }, (_, i) => reply(people[i % 2]!, root)));
  const thread = await read(acme.owner, root, { first: 100 });
  expect(thread.replyCount).toBe(40);
  expect(thread.replyAuthors.nodes.map(({ replyCount }) => replyCount)).toEqual([20, 20]);
  await Promise.all(sent.slice(0, 30).map((id) => remove(acme.owner, id)));
  const left = await read(acme.owner, root, { first: 100 });
  expect(left.replyCount).toBe(10);
  const kept = left.replies.nodes.filter(({ body }) => body !== '').map(({ createdAt }) => createdAt);
  expect(left.lastReplyAt).toBe(kept.sort().at(-1));

  const [deleted, ...late] = await Promise.all([
    client.mutate(acme.owner, 'deleteMessage', { messageId: root }),
    ...Array.from({ length: 10 }, () => send(acme.member, root)),
  ]);
  expect(deleted.userErrors).toEqual([]);
  const made = late.filter(({ message }: Payload) => message !== null);
  expect(late.map(({ userErrors }: Payload) => userErrors[0]?.code ?? null)).toEqual(
    late.map(({ message }: Payload) => (message === null ? 'CONFLICT' : null)),
  );
  expect((await read(acme.owner, root)).replyCount).toBe(10 + made.length);
  const behind = await platform.sql(
    `SELECT 1 FROM event.store s JOIN event.store d ON d.aggregate_id = s.aggregate_id AND d.version < s.version
     WHERE s.payload ->> 'threadRootId' = $1 AND d.type = 'chat.message.deleted' AND d.payload ->> 'messageId' = $1`,
    [fromGlobalId('Message', root)],
  );
  expect(behind).toEqual([]);
});

test('D9: followers of the chat are told of replies, with the thread as it is then', async () => {
  const root = await chat.send(acme.owner, 'Root');
  const live = platform.subscribe<{
    chatEvents: { event: { message: { body: string; threadRoot: { replyCount: number } } } };
  }>(
    acme.member.token,
    `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) {
       event { ... on MessageSent { message { body threadRoot { id replyCount } } } } } }`,
    { id: chat.id, after: chat.cursor },
  );
  await reply(acme.owner, root, 'Told');
  await waitFor(() => live.frames.length === 2, { what: 'two messages' });
  expect(live.frames[1]!.data.chatEvents.event.message).toEqual({
    body: 'Told',
    threadRoot: { id: root, replyCount: 1 },
  });
  live.close();
});

test('C8: a page with threads costs as many statements with ten as with one', async () => {
  const document = `query ($id: ID!) { chat(id: $id) { messages { nodes { id replyCount bodyText mentionsAll
    mentions(first: 3) { nodes { user { username } } } threadRoot { id }
    replies(last: 2) { nodes { body } } replyAuthors(first: 3) { nodes { user { username } } } } } } }`;
  const statements = async () => {
    const names = await statementsOf(['chat'], () => client.query(acme.owner, document, { id: chat.id }));
    return names.sort();
  };
  const makeThread = async () => {
    await reply(acme.member, await chat.send(acme.owner, `@${acme.member.username} look`));
  };
  await makeThread();
  const one = await statements();
  for (let i = 0; i < 9; i++) await makeThread();
  expect(await statements()).toEqual(one);
  expect(one).toEqual([
    ...[
      'chat.chatsById',
      'chat.listMentions',
      'chat.listMessages',
      'chat.listReplies',
      'chat.listThreadAuthors',
    ],
  ]);
});
