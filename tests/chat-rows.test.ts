import { fromGlobalId } from '../subgraphs/kit/ids';
import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { makeInboxClient, type InboxClient } from './inbox-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let inbox: InboxClient;
let acme: SeededWorkspace;
let visitor: Person;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  inbox = makeInboxClient(platform);
  acme = await platform.seed.workspace();
  visitor = await platform.seed.person('rows-visitor');
  await acme.add(visitor, 'MEMBER');
}, 60_000);

afterAll(() => platform.close());

const send = (person: Person, chatId: string, body = 'Hello') =>
  client.mutate(person, 'sendMessage', { chatId, body });
const archive = (workspace: SeededWorkspace) =>
  client.query(
    workspace.owner,
    'mutation ($input: ArchiveWorkspaceInput!) { archiveWorkspace(input: $input) { userErrors { code } } }',
    { input: { workspaceId: workspace.id } },
  );

describe('sending where one may not: its code, and nothing changes', () => {
  const CASES: Record<string, { code: string; place(): Promise<{ person: Person; chatId: string }> }> = {
    'into an archived workspace': {
      code: 'FORBIDDEN',
      place: async () => {
        const old = await platform.seed.workspace('archived');
        const { id: chatId } = await old.chat();
        await archive(old);
        return { person: old.owner, chatId };
      },
    },
    'into a closed chat': {
      code: 'FORBIDDEN',
      place: async () => {
        const { id: chatId } = await acme.chat({ participants: [acme.member] });
        await client.mutate(acme.owner, 'closeChat', { chatId });
        return { person: acme.member, chatId };
      },
    },
    'by a removed member of a public chat': {
      code: 'FORBIDDEN',
      place: async () => {
        const { id: chatId } = await acme.chat({ participants: [acme.member] });
        await client.mutate(acme.owner, 'removeChatParticipant', { chatId, userId: acme.member.id });
        return { person: acme.member, chatId };
      },
    },
    'by a removed member of a private chat': {
      code: 'NOT_FOUND',
      place: async () => {
        const { id: chatId } = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
        await client.mutate(acme.owner, 'removeChatParticipant', { chatId, userId: acme.member.id });
        return { person: acme.member, chatId };
      },
    },
    'by a guest who takes part': {
      code: 'FORBIDDEN',
      place: async () => {
        const { id: chatId } = await acme.chat({ participants: [acme.guest] });
        return { person: acme.guest, chatId };
      },
    },
    'by a guest who does not': {
      code: 'NOT_FOUND',
      place: async () => ({ person: acme.guest, chatId: (await acme.chat()).id }),
    },
    'by a visitor': {
      code: 'FORBIDDEN',
      place: async () => ({ person: visitor, chatId: (await acme.chat()).id }),
    },
    'into a deleted chat': {
      code: 'NOT_FOUND',
      place: async () => {
        const { id: chatId } = await acme.chat();
        await client.mutate(acme.owner, 'deleteChat', { chatId });
        return { person: acme.owner, chatId };
      },
    },
  };

  test.each(Object.keys(CASES))('D9, D11: %s', async (name) => {
    const { code, place } = CASES[name]!;
    const { person, chatId } = await place();
    const count = async () =>
      (
        await platform.sql<{ n: string }>('SELECT count(*) AS n FROM event.store WHERE aggregate_id = $1', [
          fromGlobalId('Chat', chatId),
        ])
      )[0]!.n;
    const before = await count();
    const refused = await send(person, chatId, 'Not heard\n#task Not made');
    expect(refused).toMatchObject({ message: null, cursor: null, userErrors: [{ code }] });
    expect(await count()).toBe(before);
    expect(await platform.sql("SELECT 1 FROM chat.message WHERE body LIKE 'Not heard%'")).toEqual([]);
  });
});

test('D2: public chats are read by the workspace, private ones by who is in them; roles ADMIN and MEMBER', async () => {
  const open = await acme.chat({ participants: [acme.member] });
  const hidden = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
  const read = async (person: Person, id: string) =>
    (
      await client.query<{
        chat: { visibility: string; participants: { nodes: { role: string }[] } } | null;
      }>(person, 'query ($id: ID!) { chat(id: $id) { visibility participants { nodes { role } } } }', { id })
    ).chat;
  expect(await read(visitor, open.id)).toEqual({
    ...{ visibility: 'PUBLIC', participants: { nodes: [{ role: 'ADMIN' }, { role: 'MEMBER' }] } },
  });
  expect(await read(acme.member, hidden.id)).toMatchObject({ visibility: 'PRIVATE' });
  expect(await read(visitor, hidden.id)).toBeNull();
});

test('D3: joining a public chat ten times at once is joining it once', async () => {
  const { id: chatId } = await acme.chat();
  const joined = await Promise.all(
    Array.from({ length: 10 }, () => client.mutate(visitor, 'joinChat', { chatId })),
  );
  expect(joined.map(codeOf)).toEqual(joined.map(() => null));
  expect(joined.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
  expect(codeOf(await send(visitor, chatId))).toBeNull();
});

test('D10: a help desk: a request in public, made a bug, assigned, answered and solved', async () => {
  const { owner: agent, member: expert } = acme;
  const desk = await acme.chat({ name: 'Help desk', kind: 'DISCUSSION', participants: [expert] });
  expect(codeOf(await client.mutate(visitor, 'joinChat', { chatId: desk.id }))).toBeNull();
  await client.send(visitor, desk.id, 'I cannot sign in');
  await client.send(agent, desk.id, '#bug Sign-in fails');
  type Found = {
    kind: string;
    task: { title: string; status: string; assignee: { username: string } | null } | null;
  };
  const look = async () =>
    (
      await client.query<{ chat: Found }>(
        visitor,
        'query ($id: ID!) { chat(id: $id) { kind task { title status assignee { username } } } }',
        { id: desk.id },
      )
    ).chat;
  await waitFor(async () => (await look()).kind === 'BUG', { what: 'the chat to be of the bug' });
  await client.send(agent, desk.id, `#assignee @${expert.username}`);
  await inbox.told(expert, 'TASK_ASSIGNED');
  await client.send(expert, desk.id, '#status Investigating');
  await waitFor(async () => (await look()).task?.status === 'INVESTIGATING', { what: 'the status' });
  expect(await look()).toMatchObject({
    ...{ kind: 'BUG', task: { title: 'Sign-in fails', assignee: { username: expert.username } } },
  });
  await client.send(expert, desk.id, 'Try again, please');
  await client.send(visitor, desk.id, 'It works');
  await client.send(expert, desk.id, '#status Fixed');
  await waitFor(async () => (await look()).task?.status === 'FIXED', { what: 'the end' });
});

describe('workspaceEvents', () => {
  const FOLLOW = `subscription ($id: ID!, $after: String) { workspaceEvents(workspaceId: $id, after: $after) { event {
    __typename ... on ChatCreated { chat { name } } ... on ChatUpdated { changedFields chat { name isClosed } }
    ... on ChatWithdrawn { chatId } ... on ChatDeleted { chatId } } } }`;
  type Frame = { workspaceEvents: { event: { __typename: string } } };

  test('G: of public chats: made, changed, closed, reopened, made private and deleted; of private ones nothing', async () => {
    const place = await platform.seed.workspace('heard');
    const { owner, member } = place;
    await inbox.settled();
    const { workspace } = await client.query<{ workspace: { eventsCursor: string } }>(
      owner,
      'query ($id: ID!) { workspace(id: $id) { eventsCursor } }',
      { id: place.id },
    );
    const hidden = await place.chat({ name: 'hidden', visibility: 'PRIVATE', participants: [member] });
    const chat = await place.chat({ name: 'open', participants: [member] });
    const doomed = await place.chat({ name: 'doomed' });
    for (const { id: chatId } of [chat, hidden]) {
      await client.mutate(owner, 'updateChat', { chatId, name: `new ${chatId}`, topic: 'x' });
      await send(owner, chatId, 'Said\n#close');
      await client.mutate(owner, 'reopenChat', { chatId });
    }
    await client.mutate(owner, 'updateChat', { chatId: chat.id, visibility: 'PRIVATE' });
    await client.mutate(owner, 'updateChat', { chatId: chat.id, topic: 'Secret' });
    for (const { id: chatId } of [chat, hidden, doomed]) await client.mutate(owner, 'deleteChat', { chatId });
    await client.query(
      owner,
      'mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { userErrors { code } } }',
      { input: { workspaceId: place.id, name: 'The end' } },
    );
    await inbox.settled();
    const outsider = await platform.seed.person('heard-outsider');
    await place.add(outsider, 'MEMBER');
    for (const person of [outsider, owner]) {
      const variables = { id: place.id, after: workspace.eventsCursor };
      const stream = platform.subscribe<Frame>(person.token, FOLLOW, variables);
      const isEnd = ({ data }: { data: Frame }) =>
        data.workspaceEvents.event.__typename === 'WorkspaceRenamed';
      await stream.next(isEnd);
      stream.close();
      const told = stream.frames.map(({ data }) => data.workspaceEvents.event);
      expect(JSON.stringify(told)).not.toContain(hidden.id);
      const tail = [
        { __typename: 'ChatWithdrawn', chatId: chat.id },
        { __typename: 'ChatDeleted', chatId: doomed.id },
        { __typename: 'WorkspaceRenamed' },
      ];
      expect(told.filter(({ __typename }) => tail.some((each) => each.__typename === __typename))).toEqual(
        tail,
      );
    }
  });

  test('G: whoever follows is told of a change with the chat as it is now', async () => {
    const place = await platform.seed.workspace('followed');
    const { owner, member } = place;
    const chat = await place.chat({ name: 'open' });
    await inbox.settled();
    const { workspace } = await client.query<{ workspace: { eventsCursor: string } }>(
      member,
      'query ($id: ID!) { workspace(id: $id) { eventsCursor } }',
      { id: place.id },
    );
    const variables = { id: place.id, after: workspace.eventsCursor };
    const stream = platform.subscribe<Frame>(member.token, FOLLOW, variables);
    const next = async () => (await stream.next()).data.workspaceEvents.event;
    const chatId = chat.id;
    await client.mutate(owner, 'updateChat', { chatId, name: 'opened', topic: 'x' });
    const named = { name: 'opened' };
    expect(await next()).toMatchObject({ changedFields: ['name', 'topic'], chat: named });
    await client.mutate(owner, 'closeChat', { chatId });
    expect(await next()).toMatchObject({ changedFields: ['isClosed'], chat: { ...named, isClosed: true } });
    await client.mutate(owner, 'reopenChat', { chatId });
    expect(await next()).toMatchObject({ changedFields: ['isClosed'], chat: { ...named, isClosed: false } });
    await send(owner, chatId);
    await client.mutate(owner, 'deleteChat', { chatId });
    expect(await next()).toEqual({ __typename: 'ChatDeleted', chatId });
    expect(stream.frames).toHaveLength(4);
    stream.close();
  });
});

test('H3: chats that were changed, deleted, made private and opened directly are what their events make', async () => {
  const place = await platform.seed.workspace('rebuilt');
  const { owner, member } = place;
  const first = await place.chat({ name: 'first', participants: [member] });
  const second = await place.chat({ name: 'second', participants: [member] });
  const root = await send(owner, second.id, `Hello @${member.username}`);
  await client.mutate(owner, 'editMessage', { messageId: root.message!.id, body: 'Hello' });
  await client.mutate(owner, 'deleteChat', { chatId: second.id });
  // The older chat bears the name of the younger one, which is gone.
  const named = { name: 'second', topic: 'Topic', description: 'Described', visibility: 'PRIVATE' };
  expect(codeOf(await client.mutate(owner, 'updateChat', { chatId: first.id, ...named }))).toBeNull();
  await client.mutate(owner, 'openDirectChat', { workspaceId: place.id, userIds: [member.id] });
  await inbox.settled();
  const found = await rebuild(SUBGRAPHS.chat!, platform.database.migratorUrl, { write: true });
  for (const { table, missing, surplus } of found)
    expect({ table, missing, surplus }).toEqual({ table, missing: 0, surplus: 0 });
  expect(codeOf(await send(owner, first.id))).toBeNull();
});
