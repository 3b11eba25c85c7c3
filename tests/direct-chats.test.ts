import { fromGlobalId } from '../subgraphs/kit/ids';
import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { makeInboxClient, type InboxClient } from './inbox-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let inbox: InboxClient;
let acme: SeededWorkspace;
let mallory: Person;
let count = 0;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  inbox = makeInboxClient(platform);
  acme = await platform.seed.workspace();
  mallory = (await platform.seed.workspace('globex')).owner;
}, 60_000);

afterAll(() => platform.close());

const open = (person: Person, people: readonly { id: string }[], workspaceId = acme.id) =>
  client.mutate(person, 'openDirectChat', { workspaceId, userIds: people.map(({ id }) => id) });
const must = async (person: Person, people: readonly Person[]) => {
  const payload = await open(person, people);
  expect(payload.userErrors).toEqual([]);
  return payload.chat!.id;
};

async function newMember(): Promise<Person> {
  const person = await platform.seed.person(`direct-${++count}`);
  await acme.add(person, 'MEMBER');
  return person;
}

const CHAT = `id name kind visibility viewerCanSend viewerCanManage participants { nodes { role user { username } } }`;
interface Found {
  id: string;
  participants: { nodes: { role: string; user: { username: string } }[] };
}
const look = async (person: Person, id: string) =>
  (
    await client.query<{ chat: Found | null }>(person, `query ($id: ID!) { chat(id: $id) { ${CHAT} } }`, {
      id,
    })
  ).chat;
const directChats = async (person: Person, other: Person) =>
  (
    await client.query<{ user: { directChats: { nodes: { id: string }[] } } | null }>(
      person,
      'query ($id: ID!) { user(id: $id) { directChats(first: 10) { nodes { id } } } }',
      { id: other.id },
    )
  ).user?.directChats.nodes.map(({ id }) => id);

describe('D2: direct chats', () => {
  test('D2: a set of people has one, whoever opens it and however they are named', async () => {
    const { owner, member } = acme;
    const first = await open(owner, [member]);
    expect(first.cursor).not.toBeNull();
    expect(await look(member, first.chat!.id)).toMatchObject({
      ...{ name: '', kind: 'DIRECT', visibility: 'PRIVATE', viewerCanSend: true, viewerCanManage: false },
      participants: {
        nodes: expect.arrayContaining([{ role: 'MEMBER', user: { username: owner.username } }]) as object,
      },
    });
    const again = await open(member, [owner, owner, member]);
    expect(again).toMatchObject({ cursor: null, chat: { id: first.chat!.id } });
    const third = await newMember();
    const wider = await open(owner, [third, member]);
    expect(wider.chat!.id).not.toBe(first.chat!.id);
    expect((await look(third, wider.chat!.id))!.participants.nodes).toHaveLength(3);
    expect(await look(third, first.chat!.id)).toBeNull();
    expect(await look(mallory, first.chat!.id)).toBeNull();
  });

  test('D2, B17: opened 50 times at once there is one', async () => {
    const [one, other] = [await newMember(), await newMember()];
    const opened = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? open(one, [other]) : open(other, [one]))),
    );
    expect(opened.map(codeOf).filter((code) => code !== null)).toEqual([]);
    const ids = new Set(opened.map(({ chat }) => chat!.id));
    expect(ids.size).toBe(1);
    expect(opened.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
    const key = [one, other].map(({ id }) => fromGlobalId('User', id)).sort();
    expect(await platform.sql('SELECT 1 FROM chat.chat WHERE direct_key = $1', [key.join(',')])).toHaveLength(
      1,
    );
  });

  test('D2: two to nine people, all of them active members who are not guests', async () => {
    const { owner, member, guest } = acme;
    const stranger = await platform.seed.person('direct-stranger');
    const nobody = { id: 'user_01h455vb4pex5vsknk084sn02q' };
    expect(await open(owner, [])).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['userIds'] }],
    });
    expect(codeOf(await open(owner, [owner]))).toBe('BAD_USER_INPUT');
    const crowd = Array.from({ length: 9 }, (_, i) => ({ id: `user_01h455vb4pex5vsknk084sn0${i}q` }));
    expect(codeOf(await open(owner, crowd))).toBe('BAD_USER_INPUT');
    const unknown = await open(owner, [member, nobody]);
    expect(unknown).toMatchObject({ chat: null, userErrors: [{ code: 'NOT_FOUND', path: ['userIds'] }] });
    expect(await open(owner, [member, stranger])).toEqual(unknown);
    expect(codeOf(await open(owner, [guest]))).toBe('FORBIDDEN');
    expect(codeOf(await open(guest, [owner]))).toBe('FORBIDDEN');
    expect(codeOf(await open(mallory, [owner]))).toBe('NOT_FOUND');
    const gone = await newMember();
    const userId = fromGlobalId('User', gone.id);
    await platform.sql('UPDATE access.person SET is_active = false WHERE user_id = $1', [userId]);
    expect(codeOf(await open(owner, [gone]))).toBe('NOT_FOUND');
    expect(
      await platform.sql("SELECT 1 FROM chat.chat WHERE direct_key LIKE '%' || $1 || '%'", [userId]),
    ).toEqual([]);
  });

  test('D2: nobody joins, is added, leaves, is removed, renames, closes, opens it to others or deletes it', async () => {
    const [one, other, third] = [await newMember(), await newMember(), await newMember()];
    const chatId = await must(one, [other]);
    const attempts: [string, object][] = [
      ['addChatParticipant', { userId: third.id }],
      ['updateChatParticipant', { userId: other.id, role: 'ADMIN' }],
      ['removeChatParticipant', { userId: other.id }],
      ['removeChatParticipant', { userId: one.id }],
      ['updateChat', { name: 'Named' }],
      ['updateChat', { visibility: 'PUBLIC' }],
      ['closeChat', {}],
      ['deleteChat', {}],
    ];
    for (const [name, input] of attempts) {
      const payload = await client.mutate(one, name, { chatId, ...input });
      expect({ name, code: codeOf(payload) }).toEqual({ name, code: 'CONFLICT' });
      expect(payload.userErrors[0]!.message).toMatch(/direct chat/);
      expect(codeOf(await client.mutate(third, name, { chatId, ...input }))).toBe('NOT_FOUND');
    }
    expect(codeOf(await client.mutate(third, 'joinChat', { chatId }))).toBe('NOT_FOUND');
    expect(await client.mutate(one, 'joinChat', { chatId })).toMatchObject({ cursor: null, userErrors: [] });
    const [tagged] = (await client.send(one, chatId, `#invite @${third.username}`)).tagResults;
    expect(tagged).toMatchObject({ applied: false, error: { code: 'CONFLICT' } });
    expect((await look(other, chatId))!.participants.nodes.map(({ role }) => role)).toEqual([
      'MEMBER',
      'MEMBER',
    ]);
    expect(await look(third, chatId)).toBeNull();
  });

  test('D2, B5: messages are edited and deleted by their authors, for five minutes', async () => {
    const [one, other] = [await newMember(), await newMember()];
    const chatId = await must(one, [other]);
    const { id: messageId } = await client.send(one, chatId, 'Hello');
    expect(codeOf(await client.mutate(other, 'deleteMessage', { messageId }))).toBe('FORBIDDEN');
    expect(codeOf(await client.mutate(one, 'editMessage', { messageId, body: 'Hi' }))).toBeNull();
    expect(codeOf(await client.mutate(one, 'deleteMessage', { messageId }))).toBeNull();
  });

  test('D2: User.directChats are those that the caller and that user share', async () => {
    const [one, other, third] = [await newMember(), await newMember(), await newMember()];
    const pair = await must(one, [other]);
    const trio = await must(third, [one, other]);
    expect(await directChats(one, other)).toEqual([trio, pair]);
    expect(await directChats(other, one)).toEqual([trio, pair]);
    expect(await directChats(one, third)).toEqual([trio]);
    expect(await directChats(third, third)).toEqual([trio]);
    expect(await directChats(acme.owner, one)).toEqual([]);
  });

  test('D2, B15: whoever is removed from the workspace reads and writes it no more, the others read on', async () => {
    const [one, other] = [await newMember(), await newMember()];
    const chatId = await must(one, [other]);
    await client.send(one, chatId, 'Hello');
    await client.query(
      acme.owner,
      'mutation ($input: RemoveWorkspaceMemberInput!) { removeWorkspaceMember(input: $input) { userErrors { code } } }',
      { input: { workspaceId: acme.id, userId: other.id } },
    );
    expect(await look(other, chatId)).toBeNull();
    expect(codeOf(await client.mutate(other, 'sendMessage', { chatId, body: 'x' }))).toBe('NOT_FOUND');
    expect((await client.messages(one, chatId)).map(({ body }) => body)).toEqual(['Hello']);
    // It is still theirs, and found by whoever opens it again.
    expect(await must(one, [other])).toBe(chatId);
  });
});

describe('G2: who is told', () => {
  const news = async (person: Person) =>
    (await inbox.kinds(person)).filter((kind) => kind !== 'WORKSPACE_MEMBER_ADDED');

  test('G2: a message in a direct chat tells who is in it, once; that it was opened tells nobody', async () => {
    const [one, other, third] = [await newMember(), await newMember(), await newMember()];
    const chatId = await must(one, [other, third]);
    await inbox.settled();
    expect([await news(other), await news(third)]).toEqual([[], []]);
    await client.send(one, chatId, `Hello @${third.username}`);
    expect(await inbox.told(other, 'DIRECT_MESSAGE')).toMatchObject({ actor: { username: one.username } });
    await inbox.told(third, 'MENTION');
    await inbox.settled();
    expect([await news(other), await news(third), await news(one)]).toEqual([
      ['DIRECT_MESSAGE'],
      ['MENTION'],
      [],
    ]);
    // Whoever does not want to hear of mentions still hears of direct messages.
    await inbox.mutate(third, 'updateNotificationPreference', { kind: 'MENTION', isInApp: false });
    await client.send(one, chatId, `Again @${third.username}`);
    await inbox.told(third, 'DIRECT_MESSAGE');
  });

  test('G2: ChatCreated: being let into a private chat is told once; a public one, and joining, are not', async () => {
    const [one, other] = [await newMember(), acme.guest];
    const hidden = await acme.chat({ visibility: 'PRIVATE', participants: [one, other] });
    const shown = await acme.chat();
    expect(codeOf(await client.mutate(one, 'joinChat', { chatId: shown.id }))).toBeNull();
    const add = { chatId: shown.id, userId: other.id };
    expect(codeOf(await client.mutate(acme.owner, 'addChatParticipant', add))).toBeNull();
    for (const person of [one, other]) {
      expect(await inbox.told(person, 'CHAT_ADDED')).toMatchObject({
        subject: { __typename: 'Chat', id: hidden.id },
        actor: { username: acme.owner.username },
      });
    }
    await inbox.settled();
    for (const person of [one, other]) expect(await news(person)).toEqual(['CHAT_ADDED']);
    expect(await news(acme.owner)).not.toContain('CHAT_ADDED');
    // Whoever is out again is shown nothing of it.
    await client.mutate(acme.owner, 'removeChatParticipant', { chatId: hidden.id, userId: other.id });
    await waitFor(async () => !(await inbox.kinds(other)).includes('CHAT_ADDED'));
  });
});
