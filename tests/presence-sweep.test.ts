import { Redis } from 'ioredis';
import { startRedis, type RedisServer } from '../dev/redis';
import { keepPresent, sweepChanges, type PresenceChange } from '../subgraphs/kit/presence';

let server: RedisServer;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis({ prefer: process.env.TEST_REDIS === 'server' ? 'server' : 'embedded' });
  redis = new Redis(server.url);
});

afterEach(() => redis.flushall());

afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const NOW = 1_000_000;

const connect = (...userIds: string[]) =>
  keepPresent(
    redis,
    userIds.map((userId) => ({ userId, connectionId: `of-${userId}` })),
    { until: NOW + 30_000, isNews: true },
  );

/** What a sweep tells, by person. */
async function sweep(): Promise<Record<string, string>> {
  const told: PresenceChange[] = [];
  await sweepChanges(redis, NOW, (changes) => Promise.resolve(void told.push(...changes)));
  return Object.fromEntries(told.map(({ userId, to }) => [userId, to]));
}

test('I1: a sweep that dies before it has told of people leaves them to the next', async () => {
  await connect('ada', 'ben');
  const died = new Promise<void>((resolve) => {
    // It never comes back from telling, as a process that was killed.
    void sweepChanges(redis, NOW, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  await died;
  await connect('cyd');
  expect(await sweep()).toEqual({ ada: 'ONLINE', ben: 'ONLINE', cyd: 'ONLINE' });
  expect(await sweep()).toEqual({});
});

test('I1: whoever changes while they are told of is looked at again', async () => {
  await connect('ada');
  const told: string[] = [];
  await sweepChanges(redis, NOW, async (changes) => {
    told.push(...changes.map(({ to }) => to));
    if (told.length === 1)
      await keepPresent(redis, [{ userId: 'ada', connectionId: 'of-ada' }], { until: NOW - 1, isNews: true });
  });
  expect(told).toEqual(['ONLINE', 'OFFLINE']);
});

test('I1: people of whom telling failed are told of by the next sweep', async () => {
  await connect('ada');
  await expect(sweepChanges(redis, NOW, () => Promise.reject(new Error('Redis is away')))).rejects.toThrow();
  expect(await sweep()).toEqual({ ada: 'ONLINE' });
});
