import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Seed, type SeededChat, type SeededWorkspace } from './seed';
import { makeSidebarClient, type Sidebar } from './sidebar-client';
import { statementsOf } from './statements';

let platform: Platform;
let client: ChatClient;
let seed: Seed;
let acme: SeededWorkspace;
let act: ReturnType<typeof makeSidebarClient>;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  act = makeSidebarClient(client);
  seed = createSeed(platform);
  acme = await seed.workspace();
}, 60_000);

afterAll(() => platform.close());

const idsIn = ({ sidebar }: Sidebar) => sidebar.nodes.map(({ id }) => id);

describe('the list', () => {
  test('D12: shows the chats that one takes part in by activity, as they are at once', async () => {
    const place = await seed.workspace('listed');
    const chats: SeededChat[] = [];
    for (const name of ['one', 'two', 'three'])
      chats.push(await place.chat({ name, visibility: 'PRIVATE', participants: [place.member] }));
    const [one, two, three] = chats as [SeededChat, SeededChat, SeededChat];
    await place.chat({ name: 'without the member' });
    const said = await one.send(place.owner, 'Anybody?');
    const shown = await act.list(place.member, place);
    expect(idsIn(shown)).toEqual([one.id, three.id, two.id]);
    expect(shown.sidebar.nodes[0]).toMatchObject({
      lastMessage: { id: said, body: 'Anybody?', author: { username: place.owner.username } },
      viewerState: { unreadCount: 1 },
    });
    expect(shown.sidebar.nodes[1]!.lastMessage).toBeNull();
    expect(shown.unreadCount).toBe(1);
    for (const chat of [three, two]) {
      await chat.send(place.owner, 'Hello');
      expect(idsIn(await act.list(place.member, place))[0]).toBe(chat.id);
    }
    await act.prefer(place.member, two, { isMuted: true, isFavourite: true });
    await act.read(place.member, three);
    const after = await act.list(place.member, place);
    expect(after.unreadCount).toBe(1);
    expect(after.sidebar.nodes.map(({ viewerState }) => viewerState!.unreadCount)).toEqual([1, 0, 1]);
    expect(idsIn(await act.list(place.member, place, { filter: { unreadOnly: true } }))).toEqual([
      two.id,
      one.id,
    ]);
    expect(idsIn(await act.list(place.member, place, { filter: { favouritesOnly: true } }))).toEqual([
      two.id,
    ]);
    expect(idsIn(await act.list(place.member, place, { filter: { kinds: ['DISCUSSION'] } }))).toEqual([]);
    const page = await act.list(place.member, place, { first: 2 });
    expect(idsIn(page)).toEqual([two.id, three.id]);
    expect(page.sidebar.pageInfo.hasNextPage).toBe(true);
    const { endCursor } = page.sidebar.pageInfo;
    expect(idsIn(await act.list(place.member, place, { first: 2, after: endCursor }))).toEqual([one.id]);
    expect((await act.list(place.guest, place)).sidebar.nodes).toEqual([]);
  });

  test('a deleted last message gives way to the one before', async () => {
    const chat = await acme.chat();
    const ids = [await chat.send(acme.owner, 'One'), await chat.send(acme.owner, 'Two')];
    const lastOf = async () =>
      (await act.list(acme.owner, acme)).sidebar.nodes.find(({ id }) => id === chat.id)!.lastMessage?.id ??
      null;
    for (const [id, left] of [
      [ids[1], ids[0]],
      [ids[0], null],
    ]) {
      await client.mutate(acme.owner, 'deleteMessage', { messageId: id });
      expect(await lastOf()).toBe(left);
    }
  });

  test('D12: costs as many statements for a hundred chats as for five', async () => {
    const place = await seed.workspace('statements');
    const statementsFor = (size: number) =>
      statementsOf(['chat', 'identity'], async () => {
        expect((await act.list(place.member, place, { first: 200 })).sidebar.nodes).toHaveLength(size);
      });
    const make = (count: number) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const chat = await place.chat({ participants: [place.member] });
          await chat.send(place.owner, 'Hello');
        }),
      );
    await make(5);
    await act.list(place.member, place);
    const five = await statementsFor(5);
    for (let i = 0; i < 5; i++) await make(19);
    expect(await statementsFor(100)).toEqual(five);
    expect(five.filter((name) => name.startsWith('chat.')).sort()).toEqual(
      ['activities', 'chatsById', 'listSidebar', 'messagesById', 'unreadOfWorkspaces'].map(
        (name) => `chat.${name}`,
      ),
    );
  }, 120_000);

  test('a page has at most two hundred chats', async () => {
    const document = 'query ($id: ID!) { workspace(id: $id) { sidebar(first: 201) { nodes { id } } } }';
    const answer = await platform.query(acme.owner.token, document, { id: acme.id });
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
