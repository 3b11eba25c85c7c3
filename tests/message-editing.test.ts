import {
  MESSAGE_MATRIX,
  MESSAGE_STANDINGS,
  type MessageAction,
  type MessageStanding,
} from '../subgraphs/chat/message.policy';
import { codeOf, makeChatClient, type ChatClient, type Payload } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

const WINDOW_MS = 5 * 60_000;

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

/** Time is moved beyond what a token lives. */
beforeEach(() => {
  for (const person of [acme.owner, acme.member, acme.guest, mallory]) {
    person.token = platform.token(person.username);
  }
});

afterAll(() => platform.close());

const edit = (person: Person, messageId: string, body = 'Said anew', more: object = {}) =>
  client.mutate(person, 'editMessage', { messageId, body, ...more });
const remove = (person: Person, messageId: string) => client.mutate(person, 'deleteMessage', { messageId });
const makeAdmin = (chat: SeededChat, { id: userId }: Person) =>
  client.mutate(acme.owner, 'updateChatParticipant', { chatId: chat.id, userId, role: 'ADMIN' });

interface Told {
  body: string;
  isDeleted: boolean;
  editedAt: string | null;
  version: number;
  viewerCanEdit: boolean;
  viewerCanDelete: boolean;
  revisions: { nodes: { version: number; body: string }[] };
}
const TOLD =
  'body isDeleted editedAt version viewerCanEdit viewerCanDelete revisions { nodes { version body } }';
const tell = async (person: Person, id: string) =>
  (
    await client.query<{ node: Told | null }>(
      person,
      `query ($id: ID!) { node(id: $id) { ... on Message { ${TOLD} } } }`,
      { id },
    )
  ).node;
describe('B5: who may change a message, and until when', () => {
  const TRIES: Record<MessageAction, (person: Person, id: string) => Promise<Payload>> = {
    edit,
    delete: remove,
  };
  const AGES = [
    ['4:50', WINDOW_MS - 10_000],
    ['5:01', WINDOW_MS + 1000],
  ] as const;
  const cells = (Object.keys(MESSAGE_MATRIX) as MessageAction[]).flatMap((action) =>
    MESSAGE_STANDINGS.flatMap((standing) => AGES.map(([age, ms]) => [action, standing, age, ms] as const)),
  );

  /** Whose message it is that the workspace's member tries to change, as this in the chat. */
  async function place(standing: MessageStanding): Promise<string> {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    if (standing.endsWith('ADMIN')) expect(codeOf(await makeAdmin(chat, acme.member))).toBeNull();
    return chat.send(standing.startsWith('AUTHOR') ? acme.member : acme.owner, 'Hello');
  }

  test.each(cells)('%s as %s after %s', async (action, standing, _, age) => {
    const id = await place(standing);
    const { createdAt } = (
      await client.query<{ node: { createdAt: string } }>(
        acme.member,
        'query ($id: ID!) { node(id: $id) { ... on Message { createdAt } } }',
        { id },
      )
    ).node;
    platform.clock.advance(Date.parse(createdAt) + age - platform.clock.now().getTime());
    const rule = MESSAGE_MATRIX[action][standing];
    const late = rule === 'window' && age > WINDOW_MS ? 'EDIT_WINDOW_CLOSED' : null;
    const expected = rule === 'never' ? 'FORBIDDEN' : late;
    const before = await tell(acme.member, id);
    expect(action === 'edit' ? before!.viewerCanEdit : before!.viewerCanDelete).toBe(expected === null);
    expect(codeOf(await TRIES[action](acme.member, id))).toBe(expected);
    const after = await tell(acme.member, id);
    if (expected !== null) expect(after).toEqual(before);
    else expect(after!.body).toBe(action === 'edit' ? 'Said anew' : '');
  });

  test('B5: readers, visitors, guests and foreigners change nothing', async () => {
    const chat = await acme.chat({ participants: [acme.member, acme.guest] });
    const id = await chat.send(acme.member, 'Mine');
    const leave = { chatId: chat.id, userId: acme.member.id };
    const toReader = { ...leave, role: 'READER' };
    expect(codeOf(await client.mutate(acme.owner, 'updateChatParticipant', toReader))).toBeNull();
    for (const attempt of [edit, remove]) {
      expect(codeOf(await attempt(acme.member, id))).toBe('FORBIDDEN');
      expect(codeOf(await attempt(acme.guest, id))).toBe('FORBIDDEN');
      expect(codeOf(await attempt(mallory, id))).toBe('NOT_FOUND');
    }
    expect(codeOf(await client.mutate(acme.member, 'removeChatParticipant', leave))).toBeNull();
    for (const attempt of [edit, remove]) expect(codeOf(await attempt(acme.member, id))).toBe('FORBIDDEN');
    expect((await tell(acme.owner, id))!.body).toBe('Mine');
  });

  test('B5: in a closed chat nobody edits, and admins delete', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const id = await chat.send(acme.member, 'Mine');
    await client.mutate(acme.owner, 'closeChat', { chatId: chat.id });
    expect(codeOf(await edit(acme.member, id))).toBe('FORBIDDEN');
    expect(codeOf(await remove(acme.member, id))).toBe('FORBIDDEN');
    expect(codeOf(await remove(acme.owner, id))).toBeNull();
  });
});

describe('D5, D6: editing and deleting', () => {
  test('D5: what a message said before is kept, newest first, until it is deleted', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const id = await chat.send(acme.member, 'one');
    for (const body of ['two', 'three']) {
      expect((await edit(acme.member, id, body)).cursor).not.toBeNull();
    }
    expect(await edit(acme.member, id, 'three')).toMatchObject({ cursor: null, userErrors: [] });
    const edited = (await tell(acme.owner, id))!;
    expect(edited).toMatchObject({ body: 'three', version: 3, isDeleted: false });
    expect(edited.editedAt).not.toBeNull();
    expect(edited.revisions.nodes).toEqual([
      { version: 2, body: 'two' },
      { version: 1, body: 'one' },
    ]);
    expect((await remove(acme.member, id)).message).toMatchObject({ id, body: '' });
    expect(await tell(acme.owner, id)).toMatchObject({
      ...{ body: '', isDeleted: true, viewerCanEdit: false, viewerCanDelete: false },
      revisions: { nodes: [] },
    });
    expect(codeOf(await remove(acme.member, id))).toBe('NOT_FOUND');
    expect(codeOf(await edit(acme.member, id))).toBe('NOT_FOUND');
    expect(
      await platform.sql('SELECT 1 FROM chat.message_revision WHERE body IN ($1, $2)', ['one', 'two']),
    ).toEqual([]);
  });

  test.each(['', ' ', 'x'.repeat(40_001), 'a\u0000b', '\ud800'])(
    'D11: a body that could not be sent is not edited in (%#)',
    async (body) => {
      const id = await (await acme.chat()).send(acme.owner, 'Hello');
      expect(codeOf(await edit(acme.owner, id, body))).toBe('BAD_USER_INPUT');
      expect((await tell(acme.owner, id))!.version).toBe(1);
    },
  );

  test('50 edits at once: all of them in turn, or with a version the first alone', async () => {
    const chat = await acme.chat();
    const id = await chat.send(acme.owner, 'start');
    const bodies = Array.from({ length: 50 }, (_, i) => `edit ${i}`);
    const free = await Promise.all(bodies.map((body) => edit(acme.owner, id, body)));
    expect(free.map(codeOf)).toEqual(bodies.map(() => null));
    const after = (await tell(acme.owner, id))!;
    expect(after.version).toBe(51);
    expect(bodies).toContain(after.body);
    expect(new Set(after.revisions.nodes.map(({ version }) => version)).size).toBe(50);

    const held = await Promise.all(
      bodies.map((body) => edit(acme.owner, id, `${body}!`, { expectedVersion: 51 })),
    );
    expect(held.filter((payload) => codeOf(payload) === null)).toHaveLength(1);
    const losers = held.filter((payload) => codeOf(payload) !== null);
    for (const loser of losers)
      expect(loser).toMatchObject({ userErrors: [{ code: 'CONFLICT' }], message: { id } });
    expect((await tell(acme.owner, id))!.version).toBe(52);
  });

  test('D5: followers of the chat are told, without tags acting again', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const id = await chat.send(acme.owner, 'Hello');
    const live = platform.subscribe<{ chatEvents: { event: { __typename: string; message: object } } }>(
      acme.member.token,
      `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { event { __typename
         ... on MessageEdited { message { body editedAt } } ... on MessageDeleted { message { body isDeleted } } } } }`,
      { id: chat.id, after: chat.cursor },
    );
    await edit(acme.owner, id, '#close');
    await remove(acme.owner, id);
    await waitFor(() => live.frames.length === 3, { what: 'three events' });
    const events = live.frames.map(({ data }) => data.chatEvents.event);
    live.close();
    expect(events.map((event) => event.__typename)).toEqual([
      'MessageSent',
      'MessageEdited',
      'MessageDeleted',
    ]);
    expect(events[2]).toMatchObject({ message: { body: '', isDeleted: true } });
    expect(
      codeOf(await client.mutate(acme.owner, 'sendMessage', { chatId: chat.id, body: 'Open' })),
    ).toBeNull();
  });
});
