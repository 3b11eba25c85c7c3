import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMetrics } from './live-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededChat, type SeededWorkspace } from './seed';
import type { Frame, Subscribed } from './socket';
import { statementsOf } from './statements';
import { waitFor } from './wait';

/** The supergraph is made to claim of a field that depends on its viewer that it does not. */
const TO_BE_MARKED_WRONGLY =
  /(viewerCanEdit: Boolean! @join__field\(graph: CHAT\) )@audience\(by: \["viewer"\]\)/;
const SUPERGRAPH = join(__dirname, '..', 'schema', 'supergraph.graphql');

type Event = {
  __typename: string;
  message?: Record<string, unknown>;
  task?: { id?: string; title: string; parent?: { title: string } | null };
};
type ChatEvents = { chatEvents: { event: Event } };
type BoardEvents = { boardEvents: { event: Event } };

const chatEvents = (selection: string) =>
  `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event { __typename
    ... on MessageSent { message { ${selection} } } } } }`;
const SHARED = chatEvents('body author { displayName } chat { name workspace { name } }');
const PERSONAL = chatEvents('body chat { viewerCanManage }');
const BY_ROLE = chatEvents('body chat { workspace { name viewerCanManageMembers } }');
const BOARD_EVENTS = `subscription ($id: ID!, $after: String) { boardEvents(boardId: $id, after: $after) {
  event { __typename ... on TaskCreated { task { title creator { displayName } } } } } }`;

let folder: string;
let platform: Platform;
let seed: Seed;
let acme: SeededWorkspace;
let second: Person;
let chat: SeededChat;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tributary-groups-'));
  const supergraph = readFileSync(SUPERGRAPH, 'utf8');
  expect(supergraph).toMatch(TO_BE_MARKED_WRONGLY);
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraph.replace(TO_BE_MARKED_WRONGLY, '$1@audience(by: ["chat"])'));
  platform = await startPlatform({ variables: { SUPERGRAPH_FILE: file } });
  seed = createSeed(platform);
  acme = await seed.workspace();
  second = await seed.person('second-member');
  await acme.add(second, 'MEMBER');
}, 60_000);

beforeEach(async () => {
  chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member, second, acme.guest] });
});

afterAll(async () => {
  await platform?.close();
  rmSync(folder, { recursive: true, force: true });
});

const follow = (people: readonly Person[], document: string, place = chat) =>
  people.map((person) =>
    platform.subscribe<ChatEvents>(person.token, document, { id: place.id, after: place.cursor }),
  );
const messageOf = ({ data }: Frame<ChatEvents>) => data.chatEvents.event.message;
const says = (body: string) => (frame: Frame<ChatEvents>) => messageOf(frame)?.body === body;

/** Sends, waits until everybody has received it, and answers which statements that took beside the mutation's. */
async function executionsOf(live: Subscribed<ChatEvents>[], body: string) {
  const names = await statementsOf(['kit', 'identity', 'workspace'], async () => {
    await chat.send(acme.owner, body);
    await Promise.all(live.map((stream) => stream.next(says(body))));
  });
  return {
    pulls: names.filter((name) => name === 'kit.readEntries').length,
    authors: names.filter((name) => name === 'identity.usersById').length,
  };
}

async function settled(live: Subscribed<ChatEvents>[]): Promise<void> {
  await chat.send(acme.owner, 'first');
  await Promise.all(live.map((stream) => stream.next(says('first'))));
}

describe('grouping', () => {
  test('an event is executed once for all of an audience, however many they are', async () => {
    const live = follow([acme.owner, acme.member, second, acme.member, second], SHARED);
    await settled(live);
    expect(await executionsOf(live, 'for all')).toEqual({ pulls: 1, authors: 1 });
    const last = live.map(({ frames }) => JSON.stringify(frames.at(-1)));
    expect(new Set(last).size).toBe(1);
    live.forEach((stream) => stream.close());
  });

  test('what depends on the viewer is executed for each, and each gets the own value', async () => {
    const live = follow([acme.owner, acme.member, second], PERSONAL);
    await settled(live);
    expect((await executionsOf(live, 'for each')).pulls).toBe(3);
    const values = live.map(({ frames }) => messageOf(frames.at(-1)!)?.chat);
    expect(values).toEqual([true, false, false].map((viewerCanManage) => ({ viewerCanManage })));
    live.forEach((stream) => stream.close());
  });

  test('guests are an audience of their own, which sees their chat and not the workspace beside it', async () => {
    const hidden = await acme.chat({ visibility: 'PUBLIC', name: `open ${chat.id}` });
    const live = follow([acme.member, second, acme.guest], SHARED);
    await settled(live);
    expect((await executionsOf(live, 'to two audiences')).pulls).toBe(2);
    live.forEach((stream) => stream.close());
    const [stream] = follow([acme.guest], SHARED, hidden);
    await stream!.ended();
    expect(stream!.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('what depends on the role is executed for each role', async () => {
    const live = follow([acme.owner, acme.member, second], BY_ROLE);
    await settled(live);
    const values = live.map(({ frames }) => messageOf(frames.at(-1)!)?.chat as { workspace: object });
    expect(values.map(({ workspace }) => workspace)).toMatchObject(
      [true, false, false].map((viewerCanManageMembers) => ({ viewerCanManageMembers })),
    );
    expect((await executionsOf(live, 'to two roles')).pulls).toBe(2);
    live.forEach((stream) => stream.close());
  });

  test('a mark that is wrong costs executions and no privacy: each viewer gets the own value, and nothing is lost', async () => {
    const { fallbacks } = await readMetrics(platform);
    const live = follow([acme.owner, acme.member, second], chatEvents('body viewerCanEdit'));
    for (const body of ['one', 'two', 'three']) await chat.send(acme.owner, body);
    await Promise.all(live.map((stream) => stream.next(says('three'))));
    for (const { frames, errors } of live) {
      expect(frames.map((frame) => messageOf(frame)?.body).filter(Boolean)).toEqual(['one', 'two', 'three']);
      expect(frames.flatMap((frame) => frame.errors ?? [])).toEqual([]);
      expect(errors).toEqual([]);
    }
    expect(await readMetrics(platform)).toMatchObject({ fallbacks: fallbacks! + 1 });
    const values = live.map(({ frames }) => messageOf(frames.at(-1)!)?.viewerCanEdit);
    expect(values).toEqual([true, false, false]);
    live.forEach((stream) => stream.close());
  });
});

describe('private chats in wide topics', () => {
  const titled = (title: string) => (frame: Frame<BoardEvents>) =>
    frame.data.boardEvents.event.task?.title === title;

  test('what happens in a private chat reaches those followers of a board who are in it now, and nobody else', async () => {
    const board = await acme.board();
    const place = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const after = (
      await platform.query<{ board: { eventsCursor: string } }>(
        acme.owner.token,
        'query ($id: ID!) { board(id: $id) { eventsCursor } }',
        { id: board.id },
      )
    ).data.board.eventsCursor;
    const [owner, member, outsider] = [acme.owner, acme.member, second].map((person) =>
      platform.subscribe<BoardEvents>(person.token, BOARD_EVENTS, { id: board.id, after }),
    );
    await place.send(acme.owner, '#task Secret');
    await Promise.all([owner!, member!].map((stream) => stream.next(titled('Secret'))));
    await acme.task('Open');
    await Promise.all([owner!, member!, outsider!].map((stream) => stream.next(titled('Open'))));
    expect(JSON.stringify(outsider!.frames)).not.toContain('Secret');

    const document =
      'mutation ($input: AddChatParticipantInput!) { addChatParticipant(input: $input) { userErrors { code } } }';
    await platform.query(acme.owner.token, document, { input: { chatId: place.id, userId: second.id } });
    await place.send(acme.owner, '#task Shared');
    await Promise.all([owner!, member!, outsider!].map((stream) => stream.next(titled('Shared'))));
    [owner!, member!, outsider!].forEach((stream) => stream.close());
  });

  test('what a task refers to in another private chat is shown to those who are in it', async () => {
    const board = await acme.board();
    const place = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const read = async <T>(query: string, id: string) =>
      (await platform.query<T>(acme.member.token, query, { id })).data;
    const cursorQuery = 'query ($id: ID!) { board(id: $id) { eventsCursor } }';
    const { eventsCursor: after } = (await read<{ board: { eventsCursor: string } }>(cursorQuery, board.id))
      .board;
    const follow = (selection: string) =>
      [acme.member, second].map((person) => {
        const document = BOARD_EVENTS.replace('title', `id title ${selection}`);
        return platform.subscribe<BoardEvents>(person.token, document, { id: board.id, after });
      });
    const taskIn = ({ data }: Frame<BoardEvents>) => data.boardEvents.event.task;
    const streams = follow('parent { title }');
    await place.send(acme.owner, '#task Secret');
    const secret = taskIn(await streams[0]!.next(titled('Secret')))!;
    const chatQuery = 'query ($id: ID!) { task(id: $id) { chat { name } } }';
    await waitFor(async () => (await read<{ task: { chat: unknown } }>(chatQuery, secret.id!)).task.chat);
    const [ofMember] = follow('chat { name }');
    expect(taskIn(await ofMember!.next(titled('Secret')))).toMatchObject({
      chat: { name: expect.stringContaining('Secret') },
    });
    const create =
      'mutation ($input: CreateTaskInput!) { createTask(input: $input) { userErrors { message } } }';
    const input = { workspaceId: acme.id, title: 'Part', parentId: secret.id };
    await platform.query(acme.owner.token, create, { input });
    const parts = await Promise.all(streams.map((stream) => stream.next(titled('Part'))));
    expect(parts.map((frame) => taskIn(frame)?.parent)).toEqual([{ title: 'Secret' }, null]);
    [...streams, ofMember!].forEach((stream) => stream.close());
  });

  test('what depends on the role reaches readers of every role in the private chat', async () => {
    const board = await acme.board();
    const place = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const document =
      'mutation ($input: AddChatParticipantInput!) { addChatParticipant(input: $input) { userErrors { code } } }';
    const input = { chatId: place.id, userId: second.id, role: 'ADMIN' };
    await platform.query(acme.owner.token, document, { input });
    const byRole = BOARD_EVENTS.replace('title', 'title workspace { viewerCanManageMembers }');
    const streams = [acme.member, second].map((person) =>
      platform.subscribe<BoardEvents>(person.token, byRole, { id: board.id }),
    );
    await waitFor(async () => {
      await acme.task('Open');
      return streams.every(({ frames }) => frames.length > 0);
    });
    await place.send(acme.owner, '#task Secret');
    await Promise.all(streams.map((stream) => stream.next(titled('Secret'))));
    streams.forEach((stream) => stream.close());
  });
});

test('whoever becomes a guest sees no more what guests do not see', async () => {
  const open = await acme.chat({ visibility: 'PUBLIC' });
  const person = await seed.person('to-be-guest');
  await acme.add(person, 'MEMBER');
  const [stream] = follow([person], SHARED, open);
  await open.send(acme.owner, 'as a member');
  await stream!.next(says('as a member'));
  const document = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { userErrors { code message } } }`;
  await platform.query(acme.owner.token, document, {
    input: { workspaceId: acme.id, userId: person.id, role: 'GUEST' },
  });
  await waitFor(() => stream!.isEnded, { what: 'the end of the subscription' });
  expect(stream!.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
