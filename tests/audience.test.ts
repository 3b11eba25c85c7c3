import { hashOf } from '../subgraphs/kit/audience';
import type { Audience } from '../subgraphs/kit/context';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { audienceOf, makeAudienceClient, signerOf, topicOf, type Admission } from './audience-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

const CHAT = `subscription ($chatId: ID!) { chatEvents(chatId: $chatId) {
  event { __typename ... on MessageSent { message { body reactions { emoji } } } } } }`;
const TYPING = 'subscription ($chatId: ID!) { typingEvents(chatId: $chatId) { isTyping } }';
const BOARD = `subscription ($boardId: ID!) { boardEvents(boardId: $boardId) {
  event { ... on TaskCreated { task { title } } } } }`;
const MESSAGES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Message { body } } }';
const CHATS =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Chat { name } } }';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let gateway: ReturnType<typeof makeAudienceClient>;

beforeAll(async () => {
  platform = await startPlatform();
  const seed = createSeed(platform);
  [acme, globex] = [await seed.workspace(), await seed.workspace('globex')];
  gateway = makeAudienceClient(platform);
}, 60_000);

afterAll(() => platform?.close());

const audienceIn = (chat: SeededChat | null, workspace = acme) => audienceOf(workspace, chat);

function tokenFor(audience: Audience, topic: string, ...operations: string[]): string {
  return gateway.token({ ...audience, topic, ops: operations.map(hashOf) });
}

async function admit(person: Person, query: string, variables: Record<string, unknown>): Promise<Admission> {
  const subgraph = 'boardId' in variables ? 'task' : 'chat';
  const [admission] = await gateway.admit(subgraph, [{ query, variables }], person.token);
  return admission!;
}

const all = (chat: SeededChat) => ({
  ...{ query: CHAT, variables: { chatId: chat.id }, topic: topicOf(chat), from: 0, to: 1000 },
});

describe('admission names the audience', () => {
  test('of members in a chat, of visitors of a public one, and of guests', async () => {
    const chat = await acme.chat({ participants: [acme.guest] });
    const workspaceId = fromGlobalId('Workspace', acme.id);
    const chatId = fromGlobalId('Chat', chat.id);
    const admitted = (person: Person) => admit(person, CHAT, { chatId: chat.id });
    expect((await admitted(acme.owner)).audience).toEqual({
      ...{ workspaceId, workspaceRole: 'OWNER', chatId, chatRole: 'ADMIN' },
    });
    expect((await admitted(acme.member)).audience).toEqual({
      ...{ workspaceId, workspaceRole: 'MEMBER', chatId: null, chatRole: null },
    });
    expect((await admitted(acme.guest)).audience).toEqual({
      ...{ workspaceId, workspaceRole: 'GUEST', chatId, chatRole: 'MEMBER' },
    });
  });

  test('and none for a system administrator, and for what is one person’s own', async () => {
    const chat = await acme.chat();
    const root = platform.token('root');
    const [of] = await gateway.admit('chat', [{ query: CHAT, variables: { chatId: chat.id } }], root);
    expect(of).toMatchObject({ topic: topicOf(chat), audience: null });
    const inbox = 'subscription { inboxEvents { cursor } }';
    const [own] = await gateway.admit('identity', [{ query: inbox, variables: {} }], acme.member.token);
    expect(own!.audience).toBeNull();
  });

  test('of many operations in their places, refused ones among them', async () => {
    const chats = await Promise.all(Array.from({ length: 3 }, () => acme.chat()));
    const operations = chats.map(({ id }) => ({ query: CHAT, variables: { chatId: id } }));
    const refused = { query: CHAT, variables: { chatId: (await globex.chat({ visibility: 'PRIVATE' })).id } };
    const results = await gateway.admit('chat', [...operations, refused], acme.owner.token);
    expect(results.map(({ topic }) => topic)).toEqual([...chats.map(topicOf), undefined]);
    expect(results.at(-1)!.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('an audience', () => {
  test('is executed for once, and told of whom an event removes and of whoever did it', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    await chat.send(acme.member, 'Hello');
    const remove = `mutation ($input: RemoveChatParticipantInput!) { removeChatParticipant(input: $input) { userErrors { code } } }`;
    await platform.query(acme.owner.token, remove, { input: { chatId: chat.id, userId: acme.member.id } });
    const token = tokenFor(audienceIn(chat), topicOf(chat), CHAT);
    const { entries, errors } = await gateway.execute('chat', all(chat), token);
    expect(errors).toBeUndefined();
    const sent = entries!.find(({ result }) => JSON.stringify(result).includes('Hello'))!;
    expect(sent.actorId).toBe(fromGlobalId('User', acme.member.id));
    expect(sent.result!.errors).toBeUndefined();
    expect(entries!.at(-1)!.revoke).toEqual([fromGlobalId('User', acme.member.id)]);
  });

  test('names of what passes over one’s own whom to pass over', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const typing = `mutation ($input: SetTypingInput!) { setTyping(input: $input) { expiresAt } }`;
    await platform.query(acme.member.token, typing, { input: { chatId: chat.id } });
    const topic = topicOf(chat).replace('chat', 'typing');
    const range = {
      query: TYPING,
      variables: { chatId: chat.id },
      topic,
      from: 0,
      to: Number.MAX_SAFE_INTEGER,
    };
    const token = tokenFor(audienceIn(chat), topic, TYPING);
    const [entry] = (await gateway.execute('chat', range, token)).entries!;
    expect(entry).toMatchObject({
      hideFrom: fromGlobalId('User', acme.member.id),
      result: { data: { typingEvents: { isTyping: true } } },
    });
    const [own] = (await gateway.execute('chat', range, acme.member.token)).entries!;
    expect(own!.result).toBeNull();
  });

  test('D9: of a board does not see what lies in private chats, and the gateway finds who does', async () => {
    const board = await acme.board();
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    await chat.send(acme.owner, '#task Secret plan');
    await acme.task('In the open');
    const topic = `board:${fromGlobalId('Board', board.id)}`;
    const range = { query: BOARD, variables: { boardId: board.id }, topic, from: 0, to: 1000 };
    const open = tokenFor(audienceIn(null), topic, BOARD);
    const seen = await waitFor(async () => {
      const answer = await gateway.execute('task', range, open);
      const isThere = JSON.stringify(answer.entries).includes('In the open');
      return isThere && answer.hidden!.length > 0 ? answer : null;
    });
    expect(JSON.stringify(seen)).not.toContain('Secret plan');
    const scopeId = fromGlobalId('Chat', chat.id);
    expect([...new Set(seen.hidden!.map((entry) => entry.scopeId))]).toEqual([scopeId]);
    const { seq } = seen.hidden![0]!;
    const inside = tokenFor(audienceIn(chat), topic, BOARD);
    const found = await gateway.execute('task', { ...range, from: seq - 1, to: seq }, inside);
    expect(JSON.stringify(found.entries)).toContain('Secret plan');
    expect(found.hidden).toEqual([]);
    const people = [acme.member, acme.guest, globex.owner].map(({ id }) => fromGlobalId('User', id));
    const { json } = await gateway.internal('task', 'readers', { scopeIds: [scopeId], userIds: people });
    expect(json).toEqual({ readers: { [scopeId]: { [people[0]!]: 'MEMBER' } } });
  });

  test('falls back where the viewer is needed, with a code that no client is shown', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const id = await chat.send(acme.owner, 'Whose?');
    const documents = [
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Message { body viewerCanEdit } } }`,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Message { body reactions { viewerHasReacted } } } }`,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Message { body chat { viewerState { isMuted } } } } }`,
    ];
    const react = `mutation ($input: AddReactionInput!) { addReaction(input: $input) { userErrors { code } } }`;
    await platform.query(acme.owner.token, react, { input: { messageId: id, emoji: '👍' } });
    for (const document of documents) {
      const token = tokenFor(audienceIn(chat), topicOf(chat), document);
      const representations = [{ __typename: 'Message', id }];
      const { errors } = await gateway.ask('chat', document, { representations }, token);
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['VIEWER_NEEDED']);
    }
  });
});

describe('S66: the token of an audience', () => {
  let chat: SeededChat;
  let message: string;
  const reads = (token: string, query = MESSAGES, id = message) =>
    gateway.ask<{ _entities: unknown[] }>(
      'chat',
      query,
      { representations: [{ __typename: 'Message', id }] },
      token,
    );

  beforeAll(async () => {
    chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    message = await chat.send(acme.owner, 'Confidential');
  });

  test('shows the entities of its audience by the operation that it names, and by no other', async () => {
    const token = tokenFor(
      audienceIn(chat),
      topicOf(chat),
      MESSAGES,
      '{ __typename }',
      '{ chat(id: "x") { id } }',
    );
    expect((await reads(token)).data).toEqual({ _entities: [{ body: 'Confidential' }] });
    const others = [`${MESSAGES} `, '{ __typename }', '{ chat(id: "x") { id } }', CHATS];
    for (const query of others) {
      const answer = await reads(token, query);
      expect([answer.status, answer.data]).toEqual([401, null]);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
  });

  test.each([
    ['two operations', `${MESSAGES} query Other { __typename }`],
    ['another root field beside', MESSAGES.replace('{ _entities', '{ a: __typename _entities')],
    [
      'a fragment on the root',
      `query ($representations: [_Any!]!) { ...F } fragment F on Query { _entities(representations: $representations) { ... on Message { body } } }`,
    ],
    ['a mutation', 'mutation { closeChat(input: { chatId: "x" }) { userErrors { code } } }'],
    ['a subscription', 'subscription { typingEvents(chatId: "x") { isTyping } }'],
  ])('opens no way for %s, though it names it', async (_, query) => {
    const answer = await reads(tokenFor(audienceIn(chat), topicOf(chat), query), query);
    expect([answer.status, answer.data]).toEqual([401, null]);
  });

  test('is refused once expired, of another signer, at the gateway, and by GET', async () => {
    const grant = { ...audienceIn(chat), topic: topicOf(chat), ops: [MESSAGES, CHAT].map(hashOf) };
    const late = () => new Date(platform.clock.now().getTime() - 120_000);
    const refused = [
      signerOf('gateway', late).signAudience(grant),
      signerOf('identity').signAudience(grant),
      signerOf('worker').signAudience(grant),
    ];
    for (const token of refused) {
      expect((await reads(token)).status).toBe(401);
      expect((await gateway.internal('chat', 'execute', all(chat), token)).status).toBe(401);
    }
    const valid = gateway.token(grant);
    const atGateway = await platform.query(valid, '{ viewer { id } }');
    expect(atGateway.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const socket = platform.subscribe(valid, CHAT, { chatId: chat.id });
    await socket.ended();
    expect(socket.closeCode).toBe(4403);
    const url = `${platform.subgraphUrl('chat')}?query=${encodeURIComponent(MESSAGES)}`;
    const got = await fetch(url, {
      headers: { authorization: `Bearer ${valid}`, accept: 'application/json' },
    });
    expect(got.status).toBe(401);
  });

  test('executes for its own topic and operation alone, and is no viewer elsewhere', async () => {
    const other = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const token = tokenFor(audienceIn(chat), topicOf(chat), CHAT);
    expect((await gateway.internal('chat', 'execute', all(chat), token)).status).toBe(200);
    const asked = [
      { ...all(chat), topic: topicOf(other) },
      { ...all(chat), query: CHAT.replace('body', 'id') },
    ];
    for (const body of asked) {
      const answer = await gateway.internal('chat', 'execute', body, token);
      expect([answer.status, answer.errors[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    for (const path of ['admit', 'heads', 'control', 'readers']) {
      const answer = await gateway.internal(
        'chat',
        path,
        { operations: [], topics: [], since: null, after: null, scopeIds: [], userIds: [] },
        token,
      );
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });

  test('sees nothing in a chat of another workspace, or of one that is gone, and nothing of a person’s own', async () => {
    const foreign = { ...audienceIn(chat), workspaceId: fromGlobalId('Workspace', globex.id) };
    const without = audienceIn(null);
    for (const audience of [foreign, without, audienceIn(await globex.chat(), acme)]) {
      const token = tokenFor(audience, topicOf(chat), MESSAGES, CHAT);
      expect((await reads(token)).data).toEqual({ _entities: [null] });
      expect((await gateway.execute('chat', all(chat), token)).entries).toEqual([]);
    }
    const email =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { username email } } }';
    const token = tokenFor(audienceIn(chat), topicOf(chat), email);
    const representations = [
      { __typename: 'User', id: acme.member.id },
      { __typename: 'User', id: globex.owner.id },
    ];
    const answer = await gateway.ask('identity', email, { representations }, token);
    expect(answer.text).not.toContain('@example.com');
    expect(answer.text).not.toContain(globex.owner.username);
    expect(answer.text).toContain(acme.member.username);
  });

  test('is nothing to a user, who is asked for as ever', async () => {
    const { json } = await gateway.internal(
      'chat',
      'readers',
      { scopeIds: [fromGlobalId('Chat', chat.id)], userIds: [] },
      acme.owner.token,
    );
    expect(JSON.stringify(json)).toContain('UNAUTHENTICATED');
  });
});
