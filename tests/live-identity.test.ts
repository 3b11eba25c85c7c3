import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { bodiesOf, codesOf, followChat, says, type ChatEvents } from './live-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import type { Frame, Subscribed, TestSocket } from './socket';
import { waitFor } from './wait';

/** What ends with somebody's rights, what does not, and when. */
const PROMISE_MS = 5000;
const WORKSPACE_EVENTS = `subscription ($workspaceId: ID!, $after: String) {
  workspaceEvents(workspaceId: $workspaceId, after: $after) {
    cursor event { __typename ... on WorkspaceMemberRemoved { user { id } } } } }`;
const OWN_SESSIONS = '{ viewer { sessions { nodes { id isCurrent } } } }';

type WorkspaceEvents = Record<'workspaceEvents', { cursor: string; event: { __typename: string } }>;

let platform: Platform;
let acme: SeededWorkspace;
let person: Person;
let sockets: TestSocket[] = [];

beforeAll(async () => {
  platform = await startPlatform();
}, 60_000);

beforeEach(async () => {
  acme = await platform.seed.workspace();
  person = await newMember();
});

afterEach(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  sockets = [];
});

afterAll(() => platform?.close());

async function newMember(): Promise<Person> {
  const made = await platform.seed.person(`member-${randomUUID().slice(0, 8)}`);
  await acme.add(made, 'MEMBER');
  return made;
}

function connect(token: string): TestSocket {
  const socket = platform.socket(token);
  sockets.push(socket);
  return socket;
}

/** Runs a mutation of one of the two owners, which must succeed. */
async function act(
  name: string,
  input: object,
  { token }: Pick<Person, 'token'> = acme.owner,
): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code message } } }`;
  const { data, errors } = await platform.query<Record<string, object>>(token, document, { input });
  expect({ payload: data?.[name], errors }).toEqual({ payload: { userErrors: [] }, errors: [] });
}

async function placeIn(workspace: SeededWorkspace): Promise<string> {
  const document = 'query ($id: ID!) { workspace(id: $id) { eventsCursor } }';
  const { data } = await platform.query<{ workspace: { eventsCursor: string } }>(
    workspace.owner.token,
    document,
    {
      id: workspace.id,
    },
  );
  return data.workspace.eventsCursor;
}

interface Followed {
  socket: TestSocket;
  publicChat: Subscribed<ChatEvents>;
  privateChat: Subscribed<ChatEvents>;
  workspace: Subscribed<WorkspaceEvents>;
  /** Of another workspace, over the same socket. */
  elsewhere: Subscribed<ChatEvents>;
}

type Name = Exclude<keyof Followed, 'socket'>;

interface Scene extends Followed {
  /** Somebody of the same workspace, whose streams are the same. */
  bystander: Followed;
  chats: { publicChat: SeededChat; privateChat: SeededChat; elsewhere: SeededChat };
}

/** A person and a bystander who follow the same things, each of which has told something. */
async function openScene(): Promise<Scene> {
  const other = await platform.seed.workspace('globex');
  const bystander = await newMember();
  for (const one of [person, bystander]) await other.add(one, 'MEMBER');
  const chats = {
    publicChat: await acme.chat(),
    privateChat: await acme.chat({ visibility: 'PRIVATE', participants: [person, bystander] }),
    elsewhere: await other.chat(),
  };
  const after = await placeIn(acme);
  const followed = ({ token }: Person): Followed => {
    const socket = connect(token);
    return {
      socket,
      publicChat: followChat(socket, chats.publicChat),
      privateChat: followChat(socket, chats.privateChat),
      workspace: socket.subscribe<WorkspaceEvents>(WORKSPACE_EVENTS, { workspaceId: acme.id, after }),
      elsewhere: followChat(socket, chats.elsewhere),
    };
  };
  const scene = { ...followed(person), bystander: followed(bystander), chats };
  await chats.publicChat.send(acme.owner, 'before');
  await chats.privateChat.send(acme.owner, 'before');
  await chats.elsewhere.send(other.owner, 'before');
  await acme.chat({ name: `told ${randomUUID()}` });
  for (const { publicChat, privateChat, elsewhere, workspace } of [scene, scene.bystander]) {
    await Promise.all([publicChat, privateChat, elsewhere].map((stream) => stream.next(says('before'))));
    await workspace.next();
  }
  return scene;
}

interface Case {
  title: string;
  cause(scene: Scene): Promise<void>;
  /** The person's streams that end; all others live on, and all of the bystander's but for these. */
  ends: readonly Name[];
  endsForAll?: true;
}

const ALL_OF_IT: readonly Name[] = ['publicChat', 'privateChat', 'workspace'];
const member = () => ({ workspaceId: acme.id, userId: person.id });

const CASES: readonly Case[] = [
  {
    title: 'a member who is removed from a workspace',
    cause: () => act('removeWorkspaceMember', member()),
    ends: ALL_OF_IT,
  },
  { title: 'a member who is suspended', cause: () => act('suspendMember', member()), ends: ALL_OF_IT },
  {
    title: 'a member who becomes a guest',
    cause: () => act('changeMemberRole', { ...member(), role: 'GUEST' }),
    ends: ['publicChat', 'workspace'],
  },
  {
    title: 'somebody who is removed from a private chat',
    cause: ({ chats }) => act('removeChatParticipant', { chatId: chats.privateChat.id, userId: person.id }),
    ends: ['privateChat'],
  },
  {
    title: 'a chat that is made private',
    cause: ({ chats }) => act('updateChat', { chatId: chats.publicChat.id, visibility: 'PRIVATE' }),
    ends: ['publicChat'],
    endsForAll: true,
  },
  {
    title: 'a workspace that is deleted',
    cause: () => act('deleteWorkspace', { workspaceId: acme.id, confirmSlug: acme.slug }),
    ends: ALL_OF_IT,
    endsForAll: true,
  },
];

const NAMES: readonly Name[] = ['publicChat', 'privateChat', 'workspace', 'elsewhere'];
const endedOf = (followed: Followed) => NAMES.filter((name) => followed[name].isEnded);

describe.each([[true], [false]])('with doorbells: %s', (hasRedis) => {
  beforeAll(async () => {
    if (!hasRedis) await platform.redis.stop();
  });
  afterAll(async () => {
    if (!hasRedis) await platform.redis.start();
  });

  test.each(CASES)('S61: $title ends just that', async ({ cause, ends, endsForAll }) => {
    const scene = await openScene();
    await cause(scene);
    const ending = endsForAll ? [scene, scene.bystander] : [scene];
    await waitFor(() => ending.every((one) => endedOf(one).length >= ends.length), {
      timeoutMs: PROMISE_MS,
      what: `the end of ${ends.join(', ')}`,
    });
    for (const one of [scene, scene.bystander]) {
      expect(endedOf(one)).toEqual(ending.includes(one) ? ends : []);
      for (const name of endedOf(one)) expect([name, codesOf(one[name])]).toEqual([name, ['FORBIDDEN']]);
      expect(one.socket.closeCode).toBeNull();
    }
  });

  test('S61: a removal is the last that the removed are told, and the others are told more', async () => {
    const scene = await openScene();
    await act('removeWorkspaceMember', member());
    await scene.workspace.ended(PROMISE_MS);
    const typeOf = (frame?: Frame<WorkspaceEvents>) => frame?.data.workspaceEvents.event.__typename;
    expect(typeOf(scene.workspace.frames.at(-1))).toBe('WorkspaceMemberRemoved');
    await act('updateWorkspace', { workspaceId: acme.id, name: 'renamed' });
    await scene.bystander.workspace.next((frame) => typeOf(frame) === 'WorkspaceRenamed');
    expect(scene.workspace.frames.map(typeOf)).not.toContain('WorkspaceRenamed');
  });

  test('S61: whoever was removed and added again resumes before the removal, and stays', async () => {
    const after = await placeIn(acme);
    await act('removeWorkspaceMember', member());
    await acme.add(person, 'MEMBER');
    const stream = connect(person.token).subscribe<WorkspaceEvents>(WORKSPACE_EVENTS, {
      ...{ workspaceId: acme.id, after },
    });
    await act('updateWorkspace', { workspaceId: acme.id, name: 'renamed' });
    await stream.next(({ data }) => data.workspaceEvents.event.__typename === 'WorkspaceRenamed');
    const types = stream.frames.map(({ data }) => data.workspaceEvents.event.__typename);
    // The relay may not have come to what was done before the place was asked for.
    expect(types.slice(types.indexOf('WorkspaceMemberRemoved'))).toEqual([
      ...['WorkspaceMemberRemoved', 'WorkspaceMemberAdded', 'WorkspaceRenamed'],
    ]);
    expect(stream.isEnded).toBe(false);
  });

  test('S61: a session that is ended closes its own sockets alone', async () => {
    const [phone, laptop] = ['phone', 'laptop'].map((sid) =>
      platform.token(person.username, { claims: { sid: `${sid} ${randomUUID()}` } }),
    ) as [string, string];
    const chat = await acme.chat();
    const streams = [phone, laptop].map((token) => followChat(connect(token), chat));
    await chat.send(acme.owner, 'before');
    await Promise.all(streams.map((stream) => stream.next(says('before'))));
    const { data } = await platform.query<{
      viewer: { sessions: { nodes: { id: string; isCurrent: boolean }[] } };
    }>(phone, OWN_SESSIONS);
    const { id } = data.viewer.sessions.nodes.find(({ isCurrent }) => isCurrent)!;
    await act('revokeSession', { id }, { token: laptop });
    await streams[0]!.ended(PROMISE_MS);
    expect(streams[0]!.closeCode).toBe(4403);
    await chat.send(acme.owner, 'after');
    await streams[1]!.next(says('after'));
    expect(bodiesOf(streams[1]!)).toEqual(['before', 'after']);
  });
});

test('S61: a fresh token in a ping prolongs a socket, and nothing is missed or repeated', async () => {
  const chat = await acme.chat();
  const socket = connect(platform.token(person.username, { lifetimeSeconds: 60 }));
  const opened = new Promise<WebSocket>((resolve) =>
    socket.client.on('opened', (ws) => resolve(ws as WebSocket)),
  );
  const stream = followChat(socket, chat);
  await chat.send(acme.owner, 'before');
  await stream.next(says('before'));
  const fresh = platform.token(person.username, { lifetimeSeconds: 200 });
  const answered = new Promise((resolve) => socket.client.on('pong', resolve));
  (await opened).send(JSON.stringify({ type: 'ping', payload: { authorization: `Bearer ${fresh}` } }));
  await answered;
  platform.clock.advance(61_000);
  await chat.send(acme.owner, 'after');
  await stream.next(says('after'));
  platform.clock.advance(200_000);
  await stream.ended();
  expect(stream.closeCode).toBe(4403);
  expect(bodiesOf(stream)).toEqual(['before', 'after']);
});
