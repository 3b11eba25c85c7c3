import { makeChatClient, type ChatClient } from './chat-client';
import { postGraphQL } from './http';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  acme = await createSeed(platform).workspace();
}, 60_000);

afterAll(() => platform.close());

interface Hit {
  message: { id: string; body: string; chat: { id: string } | null };
  rank: number;
  highlights: { segments: { text: string; isMatch: boolean }[] }[];
}
interface Page {
  nodes: Hit[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
}
interface Found {
  workspace: { searchMessages: Page } | null;
}

const SEARCH = `query ($id: ID!, $query: String!, $filter: MessageSearchFilter, $orderBy: MessageSearchOrder! = RELEVANCE,
    $first: Int, $after: String, $last: Int, $before: String) { workspace(id: $id) {
  searchMessages(query: $query, filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { message { id body chat { id } } rank highlights { segments { text isMatch } } }
    edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

const ask = (person: Person, query: string, more: object = {}, workspace = acme) =>
  platform.query<Found>(person.token, SEARCH, { id: workspace.id, query, ...more });

async function search(person: Person, query: string, more: object = {}): Promise<Page> {
  const answer = await ask(person, query, more);
  expect(answer.errors).toEqual([]);
  return answer.data.workspace!.searchMessages;
}
const bodies = async (person: Person, query: string, more: object = {}) =>
  (await search(person, query, more)).nodes.map(({ message }) => message.body);

describe('what is found', () => {
  test('D5: messages are found by their words, by what they say now, and not once deleted', async () => {
    const { owner } = acme;
    const chat = await acme.chat();
    const kept = await chat.send(owner, 'The quick brown zebra');
    const changed = await chat.send(owner, 'A lazy zebra');
    const gone = await chat.send(owner, 'No zebra at all');
    expect(await bodies(owner, 'zebra', { orderBy: 'NEWEST' })).toEqual([
      'No zebra at all',
      'A lazy zebra',
      'The quick brown zebra',
    ]);
    await client.mutate(owner, 'editMessage', { messageId: changed, body: 'A lazy giraffe' });
    await client.mutate(owner, 'deleteMessage', { messageId: gone });
    const { nodes } = await search(owner, 'ZEBRA');
    expect(nodes).toMatchObject([{ message: { id: kept, chat: { id: chat.id } } }]);
    expect(await bodies(owner, 'giraf')).toEqual(['A lazy giraffe']);
  });

  test('D11: highlights are stretches of the body as data, whole characters and inert', async () => {
    const chat = await acme.chat();
    const body = `😀<img src=x onerror=alert(1)> 👨‍👩‍👧 Quokka's 😀 quokka${'😀'.repeat(100)}`;
    await chat.send(acme.owner, body);
    const [hit] = (await search(acme.owner, 'quokka')).nodes;
    const [fragment] = hit!.highlights;
    expect(fragment!.segments.filter(({ isMatch }) => isMatch)).toEqual([
      { text: 'Quokka', isMatch: true },
      { text: 'quokka', isMatch: true },
    ]);
    const text = fragment!.segments.map((segment) => segment.text).join('');
    expect(body.startsWith(text)).toBe(true);
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(hit!.rank).toBeGreaterThan(0);
  });

  test('phrases, alternatives, exclusions, beginnings, accents and scripts without spaces', async () => {
    const { owner } = acme;
    const chat = await acme.chat();
    const filter = { chatIds: [chat.id] };
    const said = [
      'red apple pie',
      'apple red',
      'green pear',
      'Crème brûlée',
      '東京タワーへ行く',
      'see src/main.ts_',
    ];
    for (const body of said) await chat.send(owner, body);
    const expected: [string, string[]][] = [
      ['red apple', ['red apple pie', 'apple red']],
      ['"red apple"', ['red apple pie']],
      ['pear or pie', ['red apple pie', 'green pear']],
      ['apple -pie', ['apple red']],
      ['app', ['red apple pie', 'apple red']],
      ['app ', []],
      ['"app"', []],
      ['creme BRULEE', ['Crème brûlée']],
      ['東京', ['東京タワーへ行く']],
      ['京東', []],
      ['main.ts', ['see src/main.ts_']],
    ];
    for (const [query, found] of expected)
      expect([query, (await bodies(owner, query, { filter })).sort()]).toEqual([query, [...found].sort()]);
  });

  test('filters: by chat, author and time; all must hold', async () => {
    const { owner, member } = acme;
    const [one, other] = [await acme.chat({ participants: [member] }), await acme.chat()];
    await one.send(owner, 'walrus of the owner');
    await one.send(member, 'walrus of the member');
    const before = platform.clock.now().toISOString();
    platform.clock.advance(1000);
    await other.send(owner, 'walrus elsewhere');
    const find = async (filter: object) => (await bodies(owner, 'walrus', { filter })).sort();
    const all = ['walrus elsewhere', 'walrus of the member', 'walrus of the owner'];
    expect(await find({})).toEqual(all);
    expect(await find({ chatIds: [one.id, other.id], authorIds: [owner.id, member.id] })).toEqual(all);
    expect(await find({ chatIds: [one.id] })).toEqual(all.slice(1));
    expect(await find({ authorIds: [member.id] })).toEqual([all[1]]);
    expect(await find({ since: before })).toEqual([all[0]]);
    expect(await find({ until: before })).toEqual(all.slice(1));
    expect(await find({ until: before, chatIds: [other.id] })).toEqual([]);
    expect(await find({ chatIds: [] })).toEqual([]);
    expect(await find({ authorIds: [] })).toEqual([]);
  });

  test('filters: replies alone, or none of them', async () => {
    const { owner } = acme;
    const chat = await acme.chat();
    const threadRootId = await chat.send(owner, 'ocelot');
    const { userErrors } = await client.mutate(owner, 'sendMessage', {
      ...{ chatId: chat.id, body: 'ocelot again', threadRootId },
    });
    expect(userErrors).toEqual([]);
    expect(await bodies(owner, 'ocelot', { filter: { isReply: true } })).toEqual(['ocelot again']);
    expect(await bodies(owner, 'ocelot', { filter: { isReply: false } })).toEqual(['ocelot']);
  });

  test('order and pages: the best or the newest first, each hit once, whatever is sent meanwhile', async () => {
    const { owner } = acme;
    const chat = await acme.chat();
    const filter = { chatIds: [chat.id] };
    for (let i = 0; i < 7; i++) await chat.send(owner, `narwhal ${'narwhal '.repeat((i * 3) % 7)}${i}`);
    for (const orderBy of ['RELEVANCE', 'NEWEST']) {
      const whole = (await search(owner, 'narwhal', { filter, orderBy })).nodes.map(
        ({ message }) => message.id,
      );
      const pages: string[][] = [];
      let after: string | null = null;
      do {
        const page: Page = await search(owner, 'narwhal', { filter, orderBy, first: 3, after });
        pages.push(page.nodes.map(({ message }) => message.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        await chat.send(owner, 'narwhal narwhal narwhal narwhal narwhal narwhal narwhal narwhal');
      } while (after !== null);
      expect(pages.flat()).toEqual(whole);
      const back = await search(owner, 'narwhal', { filter, orderBy, last: 2 });
      const all = await search(owner, 'narwhal', { filter, orderBy, first: 100 });
      expect(back.nodes).toEqual(all.nodes.slice(-2));
      const middle = await search(owner, 'narwhal', {
        filter,
        orderBy,
        last: 2,
        before: all.edges[4]!.cursor,
      });
      expect(middle.nodes).toEqual(all.nodes.slice(2, 4));
      expect(middle.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
      const ranks = all.nodes.map(({ rank }) => rank);
      if (orderBy === 'RELEVANCE') expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    }
  });
});

describe('who finds what', () => {
  test('B8: nobody finds what they cannot read: private chats, other tenants, guests, chats that were left', async () => {
    const { owner, member, guest } = acme;
    const foreign = await createSeed(platform).workspace('foreign');
    const open = await acme.chat();
    const secret = await acme.chat({ visibility: 'PRIVATE', participants: [member] });
    const shared = await acme.chat({ visibility: 'PRIVATE', participants: [guest] });
    await open.send(owner, 'aardvark in the open');
    await secret.send(owner, 'aardvark in secret');
    await shared.send(owner, 'aardvark for the guest');
    await (await foreign.chat()).send(foreign.owner, 'aardvark elsewhere');

    const count = async (person: Person, more = {}) => (await search(person, 'aardvark', more)).nodes.length;
    expect(await Promise.all([owner, member, guest].map((person) => count(person)))).toEqual([3, 2, 1]);
    // A filter widens nothing.
    expect(await count(guest, { filter: { chatIds: [open.id, secret.id, shared.id] } })).toBe(1);
    expect(await count(member, { filter: { chatIds: [shared.id] } })).toBe(0);
    expect((await ask(foreign.owner, 'aardvark')).data.workspace).toBeNull();
    expect(
      (await ask(foreign.owner, 'aardvark', {}, foreign)).data.workspace!.searchMessages.nodes,
    ).toHaveLength(1);

    const left = { chatId: secret.id, userId: member.id };
    await client.mutate(owner, 'removeChatParticipant', left);
    expect(await count(member)).toBe(1);
    await client.mutate(owner, 'removeChatParticipant', { chatId: shared.id, userId: guest.id });
    expect(await count(guest)).toBe(0);
  });

  test('B8: the subgraph itself answers a foreigner as it answers for what is not there', async () => {
    const foreign = await createSeed(platform).workspace('elsewhere');
    await (await acme.chat()).send(acme.owner, 'pangolin');
    const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Workspace {
      searchMessages(query: "pangolin") { nodes { message { id } } } } } }`;
    const find = async (id: string) => {
      const variables = { r: [{ __typename: 'Workspace', id }] };
      return postGraphQL(platform.subgraphUrl('chat'), { token: foreign.owner.token, document, variables });
    };
    const nowhere = `${acme.id.slice(0, -4)}0000`;
    const empty = { _entities: [{ searchMessages: { nodes: [] } }] };
    expect(await find(acme.id)).toMatchObject({ data: empty, errors: [] });
    expect(await find(nowhere)).toMatchObject({ data: empty, errors: [] });
  });
});

describe('bad input', () => {
  const code = async (query: string, more: object = {}) =>
    (await ask(acme.owner, query, more)).errors.map(({ extensions }) => extensions?.code);

  test.each(['', '  ', '"..."', '-only', 'x'.repeat(501), '\u0000', '\ud800', 'x '.repeat(31)])(
    'BAD_USER_INPUT: %j',
    async (query) => expect(await code(query)).toEqual(['BAD_USER_INPUT']),
  );

  test('S17: forged cursors, sizes and ids', async () => {
    const forge = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const id = '00000000-0000-4000-8000-000000000000';
    const cursors = [
      forge(['1', id, "'; DROP TABLE chat.message"]),
      forge(['x', id, id]),
      forge([id]),
      forge(null),
      'nonsense',
    ];
    for (const after of cursors) expect(await code('x', { after })).toEqual(['BAD_USER_INPUT']);
    expect(await code('x', { after: forge(['1', id, id]), orderBy: 'NEWEST' })).toEqual(['BAD_USER_INPUT']);
    expect(await code('x', { after: forge(['1', id, id]) })).toEqual([]);
    for (const first of [0, -1, 101]) expect(await code('x', { first })).toEqual(['BAD_USER_INPUT']);
    const chatIds = [acme.owner.id];
    expect(await code('x', { filter: { chatIds } })).toEqual(['BAD_USER_INPUT']);
    const authorIds = Array.from({ length: 101 }, () => acme.owner.id);
    expect(await code('x', { filter: { authorIds } })).toEqual(['BAD_USER_INPUT']);
  });

  test('S22: what looks like operators, wildcards or SQL is looked for as words, soon', async () => {
    const chat = await acme.chat();
    await chat.send(acme.owner, "Robert'); DROP TABLE students;--");
    const filter = { chatIds: [chat.id] };
    const hostile = [
      "'); DROP TABLE",
      "robert:* & students'",
      "'robert' | !x'",
      '\\ students %',
      '\u0001 robert',
    ];
    for (const query of hostile) {
      const answer = await ask(acme.owner, query, { filter });
      expect(answer.errors).toEqual([]);
    }
    expect(await bodies(acme.owner, "'); drop table", { filter })).toHaveLength(1);
    for (const query of ['%', '_', "'", ':*', '&|!()'].map((mark) => mark.repeat(500 / mark.length)))
      expect(await code(query)).toEqual(['BAD_USER_INPUT']);
    expect(await code('%_'.repeat(2500))).toEqual(['BAD_USER_INPUT']);
    expect(await code('a%_'.repeat(10), { filter })).toEqual([]);
  });
});
