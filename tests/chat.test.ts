import { codeOf, makeChatClient, type ChatClient, type Payload } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;
let mallory: Person;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  const seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterAll(() => platform.close());

type Act = (person: Person, chatId: string) => Promise<Payload>;

const ACTS: Record<string, Act> = {
  send: (person, chatId) => client.mutate(person, 'sendMessage', { chatId, body: 'Hello' }),
  'apply a tag': (person, chatId) => client.mutate(person, 'sendMessage', { chatId, body: '#reopen' }),
  'add a participant': (person, chatId) =>
    client.mutate(person, 'addChatParticipant', { chatId, userId: acme.guest.id }),
  'remove a participant': (person, chatId) =>
    client.mutate(person, 'removeChatParticipant', { chatId, userId: mallory.id }),
  close: (person, chatId) => client.mutate(person, 'closeChat', { chatId }),
  reopen: (person, chatId) => client.mutate(person, 'reopenChat', { chatId }),
};

describe('B4: who may do what in a chat', () => {
  let shared: SeededChat;
  let foreign: SeededChat;
  let sharedPrivate: SeededChat;
  let foreignPrivate: SeededChat;

  beforeAll(async () => {
    const participants = [acme.member, acme.guest];
    shared = await acme.chat({ participants });
    foreign = await acme.chat();
    sharedPrivate = await acme.chat({ participants, visibility: 'PRIVATE' });
    foreignPrivate = await acme.chat({ visibility: 'PRIVATE' });
  });

  // The codes for a member of the chat, and for a member of the workspace who reads a public chat.
  test.each([
    ['send', null, 'FORBIDDEN'],
    ['apply a tag', null, 'FORBIDDEN'],
    ['add a participant', 'FORBIDDEN', 'FORBIDDEN'],
    ['remove a participant', 'FORBIDDEN', 'FORBIDDEN'],
    ['close', 'FORBIDDEN', 'FORBIDDEN'],
    ['reopen', 'FORBIDDEN', 'FORBIDDEN'],
  ])('B4: %s', async (name, member, reader) => {
    const act = ACTS[name]!;
    expect(codeOf(await act(acme.member, shared.id))).toBe(member);
    expect(codeOf(await act(acme.member, sharedPrivate.id))).toBe(member);
    expect(codeOf(await act(acme.member, foreign.id))).toBe(reader);
    expect(codeOf(await act(acme.member, foreignPrivate.id))).toBe('NOT_FOUND');
    expect(codeOf(await act(acme.guest, shared.id))).toBe('FORBIDDEN');
    expect(codeOf(await act(acme.guest, foreign.id))).toBe('NOT_FOUND');
    expect(codeOf(await act(mallory, shared.id))).toBe('NOT_FOUND');
    expect(codeOf(await act(acme.owner, shared.id))).toBeNull();
  });

  test('B4, B8: whoever may read sees it, for all others it does not exist', async () => {
    const document =
      'query ($id: ID!) { chat(id: $id) { viewerCanSend viewerCanManage } node(id: $id) { id } }';
    const read = (person: Person, id: string) =>
      client.query<{ chat: unknown; node: unknown }>(person, document, { id });
    const nothing = { chat: null, node: null };
    const rights = (viewerCanSend: boolean, viewerCanManage: boolean) => ({ viewerCanSend, viewerCanManage });
    expect((await read(acme.owner, foreign.id)).chat).toEqual(rights(true, true));
    expect((await read(acme.member, shared.id)).chat).toEqual(rights(true, false));
    expect((await read(acme.member, foreign.id)).chat).toEqual(rights(false, false));
    expect((await read(acme.guest, shared.id)).chat).toEqual(rights(false, false));
    expect(await read(acme.member, foreignPrivate.id)).toEqual(nothing);
    expect(await read(acme.guest, foreign.id)).toEqual(nothing);
    for (const { id } of [shared, foreign, sharedPrivate]) expect(await read(mallory, id)).toEqual(nothing);
    for (const id of ['chat_01h455vb4pex5vsknk084sn02q', 'nonsense']) {
      expect(await read(acme.owner, id)).toEqual(nothing);
    }
  });

  test('B8: a list holds what the caller may read', async () => {
    const document = 'query ($id: ID!) { workspace(id: $id) { chats { nodes { id } } } }';
    type Data = { workspace: { chats: { nodes: { id: string }[] } } | null };
    const list = async (person: Person) =>
      (await client.query<Data>(person, document, { id: acme.id })).workspace?.chats.nodes.map(
        ({ id }) => id,
      );
    expect(await list(acme.member)).toEqual(
      expect.arrayContaining([shared.id, foreign.id, sharedPrivate.id]),
    );
    expect(await list(acme.member)).not.toContain(foreignPrivate.id);
    expect(await list(acme.guest)).toEqual([sharedPrivate.id, shared.id]);
    expect(await list(mallory)).toBeUndefined();
  });

  test('D3: a public chat is joined once, and then written in', async () => {
    const { member } = acme;
    const { id: chatId } = await acme.chat();
    const early = await client.mutate(member, 'sendMessage', { chatId, body: 'Hello' });
    expect(early.userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await client.mutate(member, 'joinChat', { chatId })).cursor).not.toBeNull();
    expect(await client.mutate(member, 'joinChat', { chatId })).toMatchObject({
      cursor: null,
      userErrors: [],
    });
    await client.send(member, chatId, 'Hello');
    const left = await client.mutate(member, 'removeChatParticipant', { chatId, userId: member.id });
    expect(left).toMatchObject({ userErrors: [], chat: { id: chatId } });
    expect(codeOf(await client.mutate(member, 'sendMessage', { chatId, body: 'Hello' }))).toBe('FORBIDDEN');
  });

  test('D9, B15: who leaves a private chat sees nothing of it', async () => {
    const { member } = acme;
    const { id: chatId } = await acme.chat({ visibility: 'PRIVATE', participants: [member] });
    const left = await client.mutate(member, 'removeChatParticipant', { chatId, userId: member.id });
    expect(left).toMatchObject({ userErrors: [], chat: null });
    expect(await client.messages(member, chatId)).toEqual([]);
    expect(codeOf(await client.mutate(member, 'joinChat', { chatId }))).toBe('NOT_FOUND');
  });
});

describe('bad input', () => {
  let chatId: string;

  beforeAll(async () => {
    chatId = (await acme.chat()).id;
  });

  test.each([
    ['', 'body'],
    ['x'.repeat(40_001), 'body'],
    ['a\u0000b', 'body'],
    ['a\u001bb', 'body'],
    ['#close '.repeat(101), 'body'],
  ])('D11: a body is refused (%#)', async (body, field) => {
    const payload = await client.mutate(acme.owner, 'sendMessage', { chatId, body });
    expect(payload).toMatchObject({ message: null, userErrors: [{ code: 'BAD_USER_INPUT', path: [field] }] });
  });

  test('D11: HTML and the longest body are kept as they are', async () => {
    for (const body of ['<script>alert(1)</script>\t\r\n&amp;', '😀'.repeat(20_000)]) {
      expect((await client.send(acme.owner, chatId, body)).body).toBe(body);
    }
  });

  test.each([
    ['sendMessage', { chatId: 'nonsense', body: 'x' }, 'BAD_USER_INPUT', ['chatId']],
    ['sendMessage', { chatId: 'task_01h455vb4pex5vsknk084sn02q', body: 'x' }, 'BAD_USER_INPUT', ['chatId']],
    ['closeChat', { chatId: 'chat_01h455vb4pex5vsknk084sn02q' }, 'NOT_FOUND', ['chatId']],
    [
      'createChat',
      { workspaceId: 'workspace_01h455vb4pex5vsknk084sn02q', name: 'x' },
      'NOT_FOUND',
      ['workspaceId'],
    ],
  ])('%s with %j', async (name, input, code, path) => {
    const { userErrors } = await client.mutate(acme.owner, name, { ...input, clientMutationId: 'mine' });
    expect(userErrors).toMatchObject([{ code, path }]);
  });

  test('a user of another workspace is answered like one who does not exist', async () => {
    const add = (userId: string) => client.mutate(acme.owner, 'addChatParticipant', { chatId, userId });
    const foreign = await add(mallory.id);
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['userId'] }]);
    expect(await add('user_01h455vb4pex5vsknk084sn02q')).toEqual(foreign);
  });

  test.each([
    [{ name: ' ' }, 'BAD_USER_INPUT', 'name'],
    [{ name: 'x'.repeat(201) }, 'BAD_USER_INPUT', 'name'],
    [{ name: 'Mine', kind: 'TASK' }, 'BAD_USER_INPUT', 'kind'],
    [{ name: 'gENERAL' }, 'CONFLICT', 'name'],
  ])('B16: a chat %j is refused', async (input, code, field) => {
    await client.mutate(acme.owner, 'createChat', { workspaceId: acme.id, name: 'General' });
    const payload = await client.mutate(acme.owner, 'createChat', { workspaceId: acme.id, ...input });
    expect(payload).toMatchObject({ chat: null, userErrors: [{ code, path: [field] }] });
  });

  test('B17: of parallel channels of one name one is made', async () => {
    const input = { workspaceId: acme.id, name: 'Race' };
    const payloads = await Promise.all(
      Array.from({ length: 5 }, () => client.mutate(acme.owner, 'createChat', input)),
    );
    expect(payloads.map(codeOf).filter((code) => code === null)).toHaveLength(1);
    expect(new Set(payloads.map(codeOf))).toEqual(new Set([null, 'CONFLICT']));
  });

  test('the same idempotency key gives the same message, with another body a refusal', async () => {
    const input = { chatId, body: 'Once', idempotencyKey: 'once' };
    const sent = await Promise.all([1, 2, 3].map(() => client.mutate(acme.owner, 'sendMessage', input)));
    expect(new Set(sent.map(({ message }) => message!.id)).size).toBe(1);
    const other = await client.mutate(acme.owner, 'sendMessage', { ...input, body: 'Twice' });
    expect(codeOf(other)).toBe('IDEMPOTENCY_KEY_REUSED');
    const messages = await client.messages(acme.owner, chatId);
    expect(messages.filter(({ body }) => body === 'Once')).toHaveLength(1);
  });

  test('C8: pages of messages lead from one to the next', async () => {
    const chat = await acme.chat();
    for (const body of ['1', '2', '3']) await chat.send(acme.owner, body);
    const document = `query ($id: ID!, $first: Int, $last: Int, $after: String) { chat(id: $id) {
      messages(first: $first, last: $last, after: $after) { nodes { body } pageInfo { hasNextPage endCursor } } } }`;
    type Page = { nodes: { body: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const read = async (variables: object) =>
      (await client.query<{ chat: { messages: Page } }>(acme.owner, document, { id: chat.id, ...variables }))
        .chat.messages;
    const first = await read({ first: 2 });
    expect(first).toMatchObject({ nodes: [{ body: '1' }, { body: '2' }], pageInfo: { hasNextPage: true } });
    expect((await read({ first: 2, after: first.pageInfo.endCursor })).nodes).toEqual([{ body: '3' }]);
    expect((await read({ last: 1 })).nodes).toEqual([{ body: '3' }]);
    const bad = await platform.query(acme.owner.token, document, { id: chat.id, first: 101 });
    expect(bad.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('D9: live', () => {
  test('D9: a participant receives what happens, until removed', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [member] });
    const document = `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event {
      __typename
      ... on MessageSent { message { body author { username } } }
      ... on MessageTagsResolved { tagResults { text } } } } }`;
    type Event = { __typename: string } & Record<string, unknown>;
    const variables = { id: chat.id, after: chat.cursor };
    const stream = platform.subscribe<{ chatEvents: { event: Event } }>(member.token, document, variables);
    const next = async () => (await stream.next()).data.chatEvents.event;
    await chat.send(owner, 'Hello');
    expect((await next()).message).toEqual({ body: 'Hello', author: { username: owner.username } });
    await chat.send(owner, '#reopen');
    const types = [await next(), await next(), await next()].map((event) => event.__typename);
    expect(types).toEqual(['MessageSent', 'MessageTagsResolved', 'MessageSent']);
    await client.mutate(owner, 'removeChatParticipant', { chatId: chat.id, userId: member.id });
    await stream.ended();
    expect(stream.errors.map((error) => error.extensions?.code)).toEqual(['FORBIDDEN']);
  });

  test('D9: in a public chat whoever is removed reads on as a visitor', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ participants: [member] });
    const document = `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event {
      ... on ChatParticipantRemoved { user { username } } ... on ChatClosed { chat { isClosed version } } } } }`;
    const variables = { id: chat.id, after: chat.cursor };
    type Data = { chatEvents: { event: Record<string, unknown> } };
    const stream = platform.subscribe<Data>(member.token, document, variables);
    const next = async () => (await stream.next()).data.chatEvents.event;
    await client.mutate(owner, 'removeChatParticipant', { chatId: chat.id, userId: member.id });
    expect(await next()).toEqual({ user: { username: member.username } });
    await client.mutate(owner, 'closeChat', { chatId: chat.id });
    expect(await next()).toEqual({ chat: { isClosed: true, version: 2 } });
    stream.close();
  });

  test('D9: messageSent tells of messages alone', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ participants: [member] });
    const document = 'subscription ($id: ID!) { messageSent(chatId: $id) { body chat { id } } }';
    type Data = { messageSent: { body: string } };
    const stream = platform.subscribe<Data>(member.token, document, { id: chat.id });
    // It begins with admission: sends until something comes.
    await waitFor(async () => {
      await chat.send(owner, 'Before');
      return stream.frames.length > 0;
    });
    await client.mutate(owner, 'closeChat', { chatId: chat.id });
    await client.mutate(owner, 'reopenChat', { chatId: chat.id });
    await chat.send(owner, 'After');
    const last = await stream.next(({ data }) => data.messageSent.body === 'After');
    expect(last.data.messageSent).toEqual({ body: 'After', chat: { id: chat.id } });
    expect(stream.frames.every(({ data }) => /^(Before|After)$/.test(data.messageSent.body))).toBe(true);
    stream.close();
  });
});
