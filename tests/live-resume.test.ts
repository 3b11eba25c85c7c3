import { Redis } from 'ioredis';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { WebSocket } from 'ws';
import {
  bodiesOf,
  codesOf,
  followChat,
  readMetrics,
  says,
  CHAT_EVENTS,
  type ChatEvents,
} from './live-client';
import { startPlatform, type Platform } from './platform';
import type { SeededChat, SeededWorkspace } from './seed';
import type { Subscribed, TestSocket } from './socket';
import { waitFor } from './wait';

/** Resuming at little cost, and what a gateway lets one person and all together have. */
const RESUMING = 100;
const RECONNECTING = 60;
const MISSED = 20;
const MOST_PER_SOCKET = 10;
const MOST_PER_USER = 250;
const PAIRS = Number(process.env.SUBSCRIBE_PAIRS ?? 1000);
const AT_ONCE = 100;

let platform: Platform;
let acme: SeededWorkspace;
let chat: SeededChat;
let sockets: TestSocket[] = [];

beforeAll(async () => {
  const limits = { MAX_SUBSCRIPTIONS_PER_SOCKET: String(MOST_PER_SOCKET) };
  platform = await startPlatform({
    variables: { ...limits, MAX_SUBSCRIPTIONS_PER_USER: String(MOST_PER_USER), MAX_SUBSCRIPTIONS: '300' },
  });
  acme = await platform.seed.workspace();
}, 60_000);

beforeEach(async () => {
  chat = await acme.chat({ participants: [acme.member] });
});

afterEach(closeAll);
afterAll(() => platform?.close());

async function closeAll() {
  await Promise.all(sockets.map((socket) => socket.close()));
  sockets = [];
}

function connect(token = acme.member.token): TestSocket {
  const socket = platform.socket(token);
  sockets.push(socket);
  return socket;
}

const follow = () => followChat(connect(), chat);

async function sendMany(count: number, name = 'message'): Promise<string[]> {
  const bodies = Array.from({ length: count }, (_, i) => `${name} ${i}`);
  for (const body of bodies) await chat.send(acme.owner, body);
  return bodies;
}

async function allArrived(streams: readonly Subscribed<ChatEvents>[], bodies: readonly string[]) {
  await Promise.all(streams.map((stream) => stream.next(says(bodies.at(-1)!), 50_000)));
  for (const stream of streams) expect(bodiesOf(stream)).toEqual(bodies);
}

/** What has been counted since. */
async function countFrom() {
  const before = await readMetrics(platform);
  return async (name: string) => (await readMetrics(platform))[name]! - before[name]!;
}

describe('a storm of clients that resume', () => {
  test('what they missed is executed once, whether they come together or one after the other', async () => {
    const bodies = await sendMany(MISSED);
    const since = await countFrom();
    await allArrived(Array.from({ length: RESUMING }, follow), bodies);
    expect(await since('rendered')).toBe(MISSED);
    for (let i = 0; i < 10; i++) await allArrived([follow()], bodies);
    expect(await since('rendered')).toBe(MISSED);
    expect(await since('frames')).toBe((RESUMING + 10) * MISSED);
    expect(await since('ring_hits')).toBeGreaterThanOrEqual(10 * MISSED);
    expect(await since('resumes')).toBe(RESUMING + 10);
    expect(await since('resumed_events')).toBe((RESUMING + 10) * MISSED);
  });

  test('after a restart of the gateway, too', async () => {
    const before = await sendMany(MISSED / 2, 'before');
    const streams = Array.from({ length: RECONNECTING }, follow);
    await allArrived(streams, before);
    await platform.stop('gateway');
    await waitFor(() => streams.every(({ closeCode }) => closeCode === 1001));
    await platform.start('gateway');
    const after = await sendMany(MISSED / 2, 'after');
    await allArrived(Array.from({ length: RECONNECTING }, follow), [...before, ...after]);
    expect((await readMetrics(platform)).rendered).toBe(MISSED);
  });

  test('what is older than a minute is executed anew, once for all that ask', async () => {
    const bodies = await sendMany(5);
    await allArrived([follow()], bodies);
    platform.clock.advance(61_000);
    const since = await countFrom();
    await allArrived(Array.from({ length: 20 }, follow), bodies);
    expect(await since('rendered')).toBe(5);
  });

  test('what was deleted is not sent from what was rendered before', async () => {
    const bodies = await sendMany(3);
    const secret = await chat.send(acme.owner, 'a secret');
    const first = follow();
    await first.next(says('a secret'));
    const document =
      'mutation ($input: DeleteMessageInput!) { deleteMessage(input: $input) { userErrors { code } } }';
    await platform.query(acme.owner.token, document, { input: { messageId: secret } });
    const late = follow();
    const isDeletion = ({ data }: { data: ChatEvents }) =>
      data.chatEvents.event.__typename === 'MessageDeleted';
    await Promise.all([first, late].map((stream) => stream.next(isDeletion)));
    expect(bodiesOf(first)).toContain('a secret');
    expect(bodiesOf(late).slice(0, 3)).toEqual(bodies);
    expect(JSON.stringify(late.frames)).not.toContain('a secret');
  });
});

test('a cursor that is too old is refused with the one to go on at', async () => {
  const bodies = await sendMany(3);
  const stream = follow();
  await allArrived([stream], bodies);
  await platform.sql(
    `/* tests.expire */ UPDATE event.head SET first = version + 1
     WHERE aggregate_type = 'chat' AND aggregate_id = $1`,
    [fromGlobalId('Chat', chat.id)],
  );
  const late = follow();
  await late.ended();
  expect(codesOf(late)).toEqual(['CURSOR_EXPIRED']);
  const head = stream.frames.at(-1)!.data.chatEvents.cursor;
  expect(late.errors[0]).toMatchObject({
    message: expect.stringContaining(head) as string,
    extensions: { head },
  });
  const resumed = followChat(connect(), chat, head);
  await chat.send(acme.owner, 'kept');
  await Promise.all([stream, resumed].map((one) => one.next(says('kept'))));
  expect(bodiesOf(resumed)).toEqual(['kept']);
});

describe('limits', () => {
  test('one socket, one person and all together have so many subscriptions, and others are served', async () => {
    const one = connect();
    const own = Array.from({ length: MOST_PER_SOCKET + 1 }, () => followChat(one, chat));
    await own.at(-1)!.ended();
    expect(own.at(-1)!.errors).toMatchObject([
      {
        message: expect.stringContaining(`${MOST_PER_SOCKET} `) as string,
        extensions: { code: 'SERVICE_BUSY' },
      },
    ]);
    const others = Array.from({ length: MOST_PER_USER / MOST_PER_SOCKET }, connect).flatMap((socket) =>
      Array.from({ length: MOST_PER_SOCKET }, () => followChat(socket, chat)),
    );
    const refused = () => others.filter(({ isEnded }) => isEnded);
    await waitFor(
      async () => (await readMetrics(platform)).members === MOST_PER_USER && refused().length > 0,
    );
    expect(new Set(refused().flatMap(codesOf))).toEqual(new Set(['RATE_LIMITED']));
    expect(refused()[0]!.errors[0]!.message).toContain(`${MOST_PER_USER} `);
    const owners = Array.from({ length: 6 }, () => connect(acme.owner.token)).flatMap((socket) =>
      Array.from({ length: MOST_PER_SOCKET }, () => followChat(socket, chat)),
    );
    const busy = () => owners.filter(({ isEnded }) => isEnded);
    await waitFor(() => busy().length === 10);
    expect(new Set(busy().flatMap(codesOf))).toEqual(new Set(['SERVICE_BUSY']));
    expect(busy()[0]!.errors[0]!.message).toContain('300 ');
    await chat.send(acme.owner, 'for everybody');
    const living = [...own, ...others, ...owners].filter(({ isEnded }) => !isEnded);
    expect(living).toHaveLength(300);
    await allArrived(living, ['for everybody']);
    await one.close();
    await waitFor(async () => (await readMetrics(platform)).members! < 300);
    await allArrived([followChat(connect(acme.owner.token), chat)], ['for everybody']);
  });

  test('sockets, groups, topics and channels are given back, however often somebody comes and goes', async () => {
    await waitFor(async () => (await readMetrics(platform)).sockets === 0);
    const before = await readMetrics(platform);
    const listening = await channels();
    await comeAndGo(PAIRS);
    await waitFor(async () => {
      const { sockets: open, members, groups, topics } = await readMetrics(platform);
      expect({ open, members, groups, topics }).toEqual({ open: 0, members: 0, groups: 0, topics: 0 });
      return true;
    });
    const { redis_channels: redisChannels } = await readMetrics(platform);
    expect(redisChannels).toBe(before.redis_channels);
    await waitFor(async () => (await channels()).length === listening.length);
    expect(await channels()).toEqual(listening);
  });
});

async function channels(): Promise<string[]> {
  const redis = new Redis(platform.redis.url);
  const answer = (await redis.pubsub('CHANNELS', '*')) as string[];
  redis.disconnect();
  return answer.sort();
}

/** Subscribes and completes so many times, some at a time, on several sockets and to several chats. */
async function comeAndGo(pairs: number): Promise<void> {
  const chats = [chat, await acme.chat({ participants: [acme.member] })];
  for (const one of chats) await one.send(acme.owner, 'told to each');
  const lanes = Array.from({ length: AT_ONCE / MOST_PER_SOCKET }, () => openLane());
  await Promise.all(
    lanes.map(async (lane, at) => {
      const { run, close } = await lane;
      for (let done = 0; done < pairs / lanes.length; done += MOST_PER_SOCKET)
        await run(Array.from({ length: MOST_PER_SOCKET }, (_, i) => chats[(at + i) % 2]!));
      close();
    }),
  );
}

/** A socket whose subscriptions are completed once each has been sent an event. */
async function openLane() {
  const ws = new WebSocket(platform.wsUrl, 'graphql-transport-ws');
  const told = new Set<string>();
  let isAcknowledged = false;
  const send = (frame: object) => ws.send(JSON.stringify(frame));
  ws.on('open', () =>
    send({ type: 'connection_init', payload: { authorization: `Bearer ${acme.member.token}` } }),
  );
  ws.on('message', (data: Buffer) => {
    const { id, type } = JSON.parse(data.toString()) as { id?: string; type: string };
    if (type === 'connection_ack') isAcknowledged = true;
    if (id === undefined || told.has(id)) return;
    told.add(id);
    send({ id, type: 'complete' });
  });
  await waitFor(() => isAcknowledged);
  let count = 0;
  return {
    async run(chats: readonly SeededChat[]) {
      for (const { id: chatId, cursor } of chats) {
        const payload = { query: CHAT_EVENTS, variables: { chatId, after: cursor } };
        send({ id: String(count++), type: 'subscribe', payload });
      }
      await waitFor(() => told.size === count, { timeoutMs: 30_000 });
    },
    close: () => ws.close(),
  };
}
