import { Client } from 'pg';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { codeOf, makeChatClient, type ChatClient, type Payload } from './chat-client';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  acme = await platform.seed.workspace();
}, 60_000);

afterAll(() => platform.close());

/** Runs `work` while a transaction of the test's own holds what it locks, until it commits. */
async function holding<R>(work: (own: Client) => Promise<R>): Promise<R> {
  const own = new Client({ connectionString: platform.database.migratorUrl });
  await own.connect();
  try {
    await own.query('BEGIN');
    return await work(own);
  } finally {
    await own.end();
  }
}

/** Waits until so many transactions wait for a lock. */
const waiting = (count: number) =>
  waitFor(
    async () => {
      const rows = await platform.sql(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rows.length === count;
    },
    { what: `${count} transactions to wait` },
  );

const eventsOf = async (chatId: string) =>
  (
    await platform.sql<{ type: string }>(
      "SELECT type FROM event.store WHERE aggregate_type = 'chat' AND aggregate_id = $1 ORDER BY version",
      [fromGlobalId('Chat', chatId)],
    )
  ).map(({ type }) => type);

const ACTS = {
  sendMessage: (chatId: string, _: string) => ({ chatId, body: 'Still here' }),
  editMessage: (_: string, messageId: string) => ({ messageId, body: 'Still here' }),
  addReaction: (_: string, messageId: string) => ({ messageId, emoji: '👍' }),
};

describe('whoever loses their permission while they write', () => {
  test.each([
    ['PRIVATE', 'sendMessage', 'NOT_FOUND'],
    ['PRIVATE', 'editMessage', 'NOT_FOUND'],
    ['PRIVATE', 'addReaction', 'NOT_FOUND'],
    ['PUBLIC', 'editMessage', 'FORBIDDEN'],
    ['PUBLIC', 'addReaction', 'FORBIDDEN'],
  ] as const)(
    'D9: removed from a %s chat: %s is %s, and nothing is left of it',
    async (visibility, act, code) => {
      const chat = await acme.chat({ visibility, participants: [acme.member] });
      const messageId = await chat.send(acme.member, 'Hello');
      const [removed, refused] = await holding(async (own) => {
        await own.query('SELECT 1 FROM chat.chat WHERE id = $1 FOR UPDATE', [fromGlobalId('Chat', chat.id)]);
        const there = { chatId: chat.id, userId: acme.member.id };
        const removing = client.mutate(acme.owner, 'removeChatParticipant', there);
        await waiting(1);
        const acting = client.mutate(acme.member, act, ACTS[act](chat.id, messageId));
        await waiting(2);
        await own.query('COMMIT');
        return Promise.all([removing, acting]);
      });
      expect([codeOf(removed), codeOf(refused)]).toEqual([null, code]);
      expect((await eventsOf(chat.id)).at(-1)).toBe('chat.participant.removed');
    },
  );
});

test('D8: of two edits at once that mention somebody, the first alone says that they are new', async () => {
  const chat = await acme.chat({ participants: [acme.member] });
  const messageId = await chat.send(acme.owner, 'Hello');
  const id = fromGlobalId('Message', messageId);
  const edited = await holding(async (own) => {
    await own.query('SELECT 1 FROM chat.message WHERE id = $1 FOR UPDATE', [id]);
    const edits: Promise<Payload>[] = [];
    for (const body of ['First', 'Then']) {
      const input = { messageId, body: `${body} @${acme.member.username}` };
      edits.push(client.mutate(acme.owner, 'editMessage', input));
      await waiting(edits.length);
    }
    await own.query('COMMIT');
    return Promise.all(edits);
  });
  expect(edited.map(codeOf)).toEqual([null, null]);
  const added = await platform.sql<{ added: string[] }>(
    `SELECT payload -> 'added' -> 'mentions' AS added FROM event.store
     WHERE type = 'chat.message.edited' AND payload ->> 'messageId' = $1 ORDER BY version`,
    [id],
  );
  expect(added.map((event) => event.added.length)).toEqual([1, 0]);
});

test('H14: a transaction that a deadlock has ended is begun anew, whichever of its statements waited', async () => {
  const chat = await acme.chat();
  const rootId = await chat.send(acme.owner, 'Root');
  const reply = await client.mutate(acme.owner, 'sendMessage', {
    ...{ chatId: chat.id, body: 'Reply', threadRootId: rootId },
  });
  const messageId = reply.message!.id;
  const lock = 'SELECT 1 FROM chat.message WHERE id = $1 FOR UPDATE';
  const deleted = await holding(async (own) => {
    await own.query(lock, [fromGlobalId('Message', messageId)]);
    const deleting = client.mutate(acme.owner, 'deleteMessage', { messageId });
    await waiting(1);
    // Whoever has waited longer notices, and is ended.
    await own.query(lock, [fromGlobalId('Message', rootId)]);
    await own.query('COMMIT');
    return deleting;
  });
  expect(codeOf(deleted)).toBeNull();
  expect((await eventsOf(chat.id)).filter((type) => type === 'chat.message.deleted')).toHaveLength(1);
});

test('H13: of several mutations in one request each answers what is so behind it', async () => {
  const chat = await acme.chat();
  const document = `mutation ($chatId: ID!, $userId: ID!) {
    joinChat(input: { chatId: $chatId }) { chat { viewerCanSend } }
    removeChatParticipant(input: { chatId: $chatId, userId: $userId }) { chat { viewerCanSend } } }`;
  const variables = { chatId: chat.id, userId: acme.member.id };
  expect(await client.query(acme.member, document, variables)).toEqual({
    joinChat: { chat: { viewerCanSend: true } },
    removeChatParticipant: { chat: { viewerCanSend: false } },
  });
});

const TEXTS: Record<
  string,
  (bad: string, at: { workspaceId: string; chatId: string; messageId: string }) => object
> = {
  'sendMessage.body': (body, { chatId }) => ({ chatId, body }),
  'sendMessage.idempotencyKey': (idempotencyKey, { chatId }) => ({ chatId, body: 'x', idempotencyKey }),
  'sendMessage.threadRootId': (threadRootId, { chatId }) => ({ chatId, body: 'x', threadRootId }),
  'editMessage.body': (body, { messageId }) => ({ messageId, body }),
  'addReaction.emoji': (emoji, { messageId }) => ({ messageId, emoji }),
  'pinMessage.messageId': (messageId) => ({ messageId }),
  'createChat.name': (name, { workspaceId }) => ({ workspaceId, name }),
  'updateChat.name': (name, { chatId }) => ({ chatId, name }),
  'updateChat.topic': (topic, { chatId }) => ({ chatId, topic }),
  'updateChat.description': (description, { chatId }) => ({ chatId, description }),
  'joinChat.chatId': (chatId) => ({ chatId }),
};

describe('D11: NUL and halves of characters', () => {
  const named = Object.keys(TEXTS).flatMap((name) => [[name, 'a\0b'] as const, [name, 'a\ud800b'] as const]);

  test.each(named)('D11: %s refuses %j, and nothing changes', async (name, bad) => {
    const [mutation, field] = name.split('.') as [string, string];
    const chat = await acme.chat();
    const messageId = await chat.send(acme.owner, 'Hello');
    const before = await eventsOf(chat.id);
    const input = TEXTS[name]!(bad, { workspaceId: acme.id, chatId: chat.id, messageId });
    const { userErrors } = await client.mutate(acme.owner, mutation, { ...input });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: [field] }]);
    expect(await eventsOf(chat.id)).toEqual(before);
  });
});
