import { randomUUID } from 'node:crypto';
import { describeHttp } from './live-http';
import { followChat, says } from './live-client';
import { describeTransport, MOST_PER_USER } from './live-table';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';
import { TRANSPORTS, type TestClient } from './transports';

/** How many sockets and streams the gateway serves at a time. */
const MOST_AT_ONCE = 2 * MOST_PER_USER;

let platform: Platform;
let acme: SeededWorkspace;
let mallory: Person;
let clients: TestClient[] = [];

beforeAll(async () => {
  platform = await startPlatform({
    variables: { MAX_SUBSCRIPTIONS_PER_USER: String(MOST_PER_USER), MAX_SOCKETS: String(MOST_AT_ONCE) },
  });
  const seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  clients = [];
});

afterAll(() => platform?.close());

const world = {
  get platform() {
    return platform;
  },
  get acme() {
    return acme;
  },
  get mallory() {
    return mallory;
  },
  connect(transport: (typeof TRANSPORTS)[number], { token }: Pick<Person, 'token'>) {
    const client = transport.connect(platform, token);
    clients.push(client);
    return client;
  },
};

describe.each(TRANSPORTS)('over $name', (transport) => describeTransport(transport, () => world));

describe('over HTTP', () => describeHttp(() => world));

describe('over all of them at once', () => {
  test('another subgraph that is down costs its own fields only, and tells so', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const streams = TRANSPORTS.map((transport) => followChat(world.connect(transport, acme.member), chat));
    const arrived = async (body: string) => {
      await chat.send(acme.owner, body);
      return Promise.all(streams.map((stream) => stream.next(says(body))));
    };
    for (const frame of await arrived('complete'))
      expect(frame.data.chatEvents.event.message?.author?.username).toBe(acme.owner.username);
    await platform.stop('identity');
    try {
      for (const frame of await arrived('partial')) {
        expect(frame.data.chatEvents.event.message?.author ?? null).toBeNull();
        expect(frame.errors?.map(({ extensions }) => extensions?.code)).toContain('SUBGRAPH_UNAVAILABLE');
        expect(JSON.stringify(frame)).not.toMatch(/https?:|#event|identity/);
      }
    } finally {
      await platform.start('identity');
    }
    for (const frame of await arrived('complete again')) expect(frame.errors).toBeUndefined();
  });

  test('sessions that are ended end what was opened with them', async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const token = platform.token(acme.member.username, { claims: { sid: randomUUID() } });
    const streams = TRANSPORTS.map((transport) => followChat(world.connect(transport, { token }), chat));
    const other = followChat(world.connect(TRANSPORTS[1]!, acme.owner), chat);
    await chat.send(acme.owner, 'Signed in');
    await Promise.all([...streams, other].map((stream) => stream.next(says('Signed in'))));
    await platform.query(token, 'mutation { revokeAllSessions(input: {}) { revokedCount } }');
    await Promise.all(streams.map((stream) => stream.ended()));
    const told = streams.map(({ closeCode, errors }) => closeCode ?? errors[0]?.extensions?.code);
    expect(told).toEqual(TRANSPORTS.map(({ expiry }) => expiry));
    expect(other.isEnded).toBe(false);
    acme.member.token = platform.token(acme.member.username);
  });

  test('together they are so many at a time; who is turned away is told to come again', async () => {
    const chat = await acme.chat({ participants: [acme.guest] });
    const people = [acme.owner, acme.guest];
    const streams = people.flatMap((person) =>
      Array.from({ length: MOST_PER_USER }, (_, i) =>
        followChat(world.connect(TRANSPORTS[i % TRANSPORTS.length]!, person), chat),
      ),
    );
    await chat.send(acme.owner, 'Full');
    await Promise.all(streams.map((stream) => stream.next(says('Full'))));
    const late = TRANSPORTS.map((transport) => followChat(world.connect(transport, mallory), chat));
    await Promise.all(late.map((stream) => stream.ended()));
    expect(late.flatMap(({ frames }) => frames)).toEqual([]);
    expect(late.slice(1).map(({ closeCode, errors }) => closeCode ?? errors[0]?.extensions?.code)).toEqual([
      503,
      503,
      'SERVICE_BUSY',
    ]);
  });
});
