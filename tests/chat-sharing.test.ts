import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  acme = await createSeed(platform).workspace();
}, 60_000);

afterAll(() => platform.close());

const participant = (chat: SeededChat, role?: string) => ({ chatId: chat.id, userId: acme.member.id, role });

const SHARED = `query ($id: ID!) { chat(id: $id) { viewerCanSend viewerCanManage messages { nodes { body } }
  participants { nodes { role user { username } addedBy { username } } } } }`;
interface Shared {
  viewerCanSend: boolean;
  viewerCanManage: boolean;
  messages: { nodes: { body: string }[] };
  participants: {
    nodes: { role: string; user: { username: string }; addedBy: { username: string } | null }[];
  };
}
const look = async (chat: SeededChat) =>
  (await client.query<{ chat: Shared | null }>(acme.member, SHARED, { id: chat.id })).chat;

describe('B10: sharing a private chat', () => {
  test('B10: shared to be read: queries answer, writing is FORBIDDEN, and it is gone at once when taken back', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ visibility: 'PRIVATE' });
    const message = await chat.send(owner, 'Read me');
    expect(await look(chat)).toBeNull();
    expect(codeOf(await client.mutate(owner, 'addChatParticipant', participant(chat, 'READER')))).toBeNull();

    expect(await look(chat)).toEqual({
      ...{ viewerCanSend: false, viewerCanManage: false, messages: { nodes: [{ body: 'Read me' }] } },
      participants: {
        nodes: [
          { role: 'ADMIN', user: { username: owner.username }, addedBy: { username: owner.username } },
          { role: 'READER', user: { username: member.username }, addedBy: { username: owner.username } },
        ],
      },
    });
    const writes: [string, object][] = [
      ['sendMessage', { body: 'Hello' }],
      ['sendMessage', { body: '#task Tagged' }],
      ['closeChat', {}],
      ['addChatParticipant', { userId: acme.guest.id }],
      ['updateChatParticipant', { userId: member.id, role: 'MEMBER' }],
    ];
    for (const [name, input] of writes) {
      expect(codeOf(await client.mutate(member, name, { chatId: chat.id, ...input }))).toBe('FORBIDDEN');
    }
    expect(codeOf(await client.mutate(member, 'editMessage', { messageId: message, body: 'x' }))).toBe(
      'FORBIDDEN',
    );
    // Joining is for whoever is not in it: it gives a reader no more.
    await client.mutate(member, 'joinChat', { chatId: chat.id });
    expect((await look(chat))!.viewerCanSend).toBe(false);

    const live = platform.subscribe(
      member.token,
      'subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { cursor } }',
      { id: chat.id, after: chat.cursor },
    );
    await waitFor(() => live.frames.length > 0, { what: 'the subscription' });
    expect(codeOf(await client.mutate(owner, 'removeChatParticipant', participant(chat)))).toBeNull();
    expect(await look(chat)).toBeNull();
    await waitFor(() => live.isEnded, { what: 'the end of the subscription' });
  });

  test('B10: a task of a chat shared to be read is read and not changed', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [member] });
    await chat.send(owner, '#task Shared');
    const find = async () =>
      (
        await client.query<{
          workspace: { tasks: { nodes: { id: string; title: string; viewerCanEdit: boolean }[] } };
        }>(member, 'query ($id: ID!) { workspace(id: $id) { tasks { nodes { id title viewerCanEdit } } } }', {
          id: acme.id,
        })
      ).workspace.tasks.nodes.find(({ title }) => title === 'Shared');
    const task = await waitFor(find, { what: 'the task' });
    const update = (title: string) =>
      client.query<{ updateTask: { userErrors: { code: string }[] } }>(
        member,
        'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { userErrors { code } } }',
        { input: { id: task.id, title } },
      );
    await client.mutate(owner, 'updateChatParticipant', participant(chat, 'READER'));
    expect((await update('Mine now')).updateTask.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await find()).toMatchObject({ title: 'Shared', viewerCanEdit: false });
  });

  test('B10: a level each: sharing again changes nothing, changing it says from what to what', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const again = await client.mutate(acme.owner, 'addChatParticipant', participant(chat, 'READER'));
    expect(again).toMatchObject({ cursor: null, participant: { role: 'MEMBER' } });
    const change = () => client.mutate(acme.owner, 'updateChatParticipant', participant(chat, 'READER'));
    expect(await change()).toMatchObject({ userErrors: [], participant: { role: 'READER' } });
    expect((await change()).cursor).toBeNull();
    const rows = await platform.sql(
      "SELECT payload ->> 'from' AS \"from\", payload ->> 'to' AS \"to\" FROM event.store WHERE type = 'chat.participant.role_changed' AND payload ->> 'userId' = (SELECT user_id::text FROM access.person WHERE username_lower = $1) ORDER BY version DESC LIMIT 1",
      [acme.member.username],
    );
    expect(rows).toEqual([{ from: 'MEMBER', to: 'READER' }]);
  });
});

describe('the last admin of a chat', () => {
  test('stays one while others are in the chat, also when two step down at once', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [member] });
    const leave = (person: typeof owner) =>
      client.mutate(person, 'removeChatParticipant', { chatId: chat.id, userId: person.id });
    const stepDown = (person: typeof owner) =>
      client.mutate(person, 'updateChatParticipant', { chatId: chat.id, userId: person.id, role: 'MEMBER' });
    expect(codeOf(await leave(owner))).toBe('CONFLICT');
    expect(codeOf(await stepDown(owner))).toBe('CONFLICT');
    await client.mutate(owner, 'updateChatParticipant', participant(chat, 'ADMIN'));
    const both = await Promise.all([stepDown(owner), stepDown(member)]);
    expect(both.map(codeOf).sort()).toEqual(['CONFLICT', null]);
    await client.mutate(owner, 'updateChatParticipant', participant(chat, 'ADMIN'));
  });

  test('is not made up for by a guest, who manages nothing', async () => {
    const { owner, guest } = acme;
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [guest] });
    const place = { chatId: chat.id, userId: guest.id };
    const made = await client.mutate(owner, 'updateChatParticipant', { ...place, role: 'ADMIN' });
    expect(codeOf(made)).toBeNull();
    const leave = { chatId: chat.id, userId: owner.id };
    expect(codeOf(await client.mutate(owner, 'removeChatParticipant', leave))).toBe('CONFLICT');
    const stepDown = { ...leave, role: 'MEMBER' };
    expect(codeOf(await client.mutate(owner, 'updateChatParticipant', stepDown))).toBe('CONFLICT');
    // Nor does it keep the guest in the chat.
    expect(codeOf(await client.mutate(owner, 'removeChatParticipant', place))).toBeNull();
  });

  test('leaves a chat that has nobody else', async () => {
    const chat = await acme.chat();
    const leave = { chatId: chat.id, userId: acme.owner.id };
    expect(codeOf(await client.mutate(acme.owner, 'removeChatParticipant', leave))).toBeNull();
  });

  test('A18: is not kept by those who are deactivated, nor are these let in', async () => {
    const { owner } = acme;
    const gone = await platform.seed.person('sharing-gone');
    await acme.add(gone, 'MEMBER');
    const chat = await acme.chat({ participants: [gone] });
    const other = await acme.chat();
    const deactivate =
      'mutation ($input: DeactivateUserInput!) { deactivateUser(input: $input) { userErrors { code } } }';
    await platform.query(platform.token('root'), deactivate, { input: { userId: gone.id } });
    const added = { chatId: other.id, userId: gone.id };
    expect(codeOf(await client.mutate(owner, 'addChatParticipant', added))).toBe('NOT_FOUND');
    const leave = { chatId: chat.id, userId: owner.id };
    expect(codeOf(await client.mutate(owner, 'removeChatParticipant', leave))).toBeNull();
  });
});
