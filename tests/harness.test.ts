import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

interface ChatFrame {
  chatEvents: {
    cursor: string;
    event: { __typename: string; message?: { body: string; author: { username: string } } };
  };
}

const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) {
    cursor event { __typename ... on MessageSent { message { body author { username } } } }
  }
}`;
const isMessage = ({ data }: { data: ChatFrame }) => data.chatEvents.event.__typename === 'MessageSent';

describe('a platform of one test', () => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform();
  }, 60_000);
  afterAll(() => platform.close());

  test('a sent message reaches its subscriber, with its author from another subgraph', async () => {
    const acme = await platform.seed.workspace();
    const chat = await acme.chat();
    const live = platform.subscribe<ChatFrame>(acme.member.token, CHAT_EVENTS, {
      chatId: chat.id,
      after: chat.cursor,
    });
    await chat.send(acme.owner, 'Hello');
    const frame = await live.next(isMessage);
    expect(frame.data.chatEvents.event.message).toEqual({
      body: 'Hello',
      author: { username: acme.owner.username },
    });
  });

  test('the Redis is the one that was asked for', () => {
    const isReal = process.env.TEST_REDIS === 'server';
    expect(platform.redis.engine).toMatch(isReal ? /^(Redis|Valkey) \d/ : /stand-in/);
  });

  test('the realm has its four people, and tokens differ as asked', async () => {
    const answers = await Promise.all(
      ['alice', 'bob', 'carol', 'mallory'].map((name) =>
        platform.query<{ viewer: { username: string } }>(platform.token(name), '{ viewer { username } }'),
      ),
    );
    expect(answers.map(({ data }) => data.viewer.username)).toEqual(['alice', 'bob', 'carol', 'mallory']);
    const expired = await platform.query(
      platform.token('alice', { lifetimeSeconds: -120 }),
      '{ viewer { id } }',
    );
    expect(expired.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('the clock moves for every service: a token ends with it', async () => {
    const token = platform.token('alice');
    expect((await platform.query(token, '{ viewer { id } }')).errors).toEqual([]);
    platform.clock.advance(3_600_000);
    expect((await platform.query(token, '{ viewer { id } }')).errors[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    );
    platform.clock.advance(-3_600_000);
  });

  test('H3: without Redis a message still reaches its subscriber, by the poll', async () => {
    const acme = await platform.seed.workspace();
    const chat = await acme.chat();
    await platform.redis.stop();
    const live = platform.subscribe<ChatFrame>(acme.member.token, CHAT_EVENTS, {
      chatId: chat.id,
      after: chat.cursor,
    });
    await chat.send(acme.owner, 'Hello');
    await live.next(isMessage);
    await platform.redis.start();
    await chat.send(acme.owner, 'Again');
    expect((await live.next(isMessage)).data.chatEvents.event.message?.body).toBe('Again');
  });

  test('a service can be stopped, run as a process, killed and started again', async () => {
    const acme = await platform.seed.workspace();
    const chat = await acme.chat();
    await platform.stop('worker');
    const child = await platform.spawn('worker');
    await chat.send(acme.owner, '#task By the child');
    await waitFor(async () => (await tasks(acme.id)).includes('By the child'), {
      what: 'the child to react',
    });
    await child.kill('SIGKILL');
    await chat.send(acme.owner, '#task By ours');
    await platform.start('worker');
    await waitFor(async () => (await tasks(acme.id)).includes('By ours'), { what: 'the worker to react' });
    expect((await tasks(acme.id)).sort()).toEqual(['By ours', 'By the child']);

    async function tasks(workspaceId: string): Promise<string[]> {
      const { data } = await platform.query<{ workspace: { tasks: { nodes: { title: string }[] } } }>(
        acme.owner.token,
        'query ($id: ID!) { workspace(id: $id) { tasks { nodes { title } } } }',
        { id: workspaceId },
      );
      return data.workspace.tasks.nodes.map((task) => task.title);
    }
  });
});

describe('a platform with a PostgreSQL of its own', () => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform({ ownPostgres: true });
  }, 60_000);
  afterAll(() => platform.close());

  test('PostgreSQL crashes and comes back, and the platform heals by itself', async () => {
    const acme = await platform.seed.workspace();
    const chat = await acme.chat();
    await platform.postgres!.stop('immediate');
    const refused = await platform.query(acme.owner.token, '{ viewer { id } }');
    expect(refused.errors.length).toBeGreaterThan(0);
    expect(refused.text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|at .*\(/);
    await platform.postgres!.restart();
    await waitFor(async () => chat.send(acme.owner, 'Back again'), {
      what: 'the platform to heal',
      timeoutMs: 20_000,
    });
  }, 60_000);
});
