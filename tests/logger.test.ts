import { Pool } from 'pg';
import { Redis } from 'ioredis';
import { QueryFailedError } from 'typeorm';
import { startRedis } from '../dev/redis';
import { createLogger } from '../subgraphs/kit/logger';
import { createDatabase } from './database';

/** What must not be found in a log. */
const SECRET = 'hunter2-alice@example.com';

function logged(error: unknown): string {
  let text = '';
  const destination = { write: (line: string) => void (text += line) };
  createLogger('test', 'info', destination).error({ err: error, token: SECRET }, 'failed');
  return text;
}

test('the values of a failed statement stay out of the log, its name and constraint do not', async () => {
  const database = await createDatabase();
  const pool = new Pool({ connectionString: database.migratorUrl, max: 1 });
  try {
    await pool.query('CREATE TEMPORARY TABLE person (email text CONSTRAINT one_each UNIQUE)');
    const insert = '/* tests.insert */ INSERT INTO person VALUES ($1), ($1)';
    const error = await pool.query(insert, [SECRET]).catch((cause: unknown) => cause as Error);
    expect(JSON.stringify(error)).toContain(SECRET);
    for (const one of [error, new QueryFailedError(insert, [SECRET], error as Error)]) {
      expect(logged(one)).toContain('one_each');
      expect(logged(one)).not.toContain(SECRET);
    }
    expect(logged(new QueryFailedError(insert, [SECRET], error as Error))).toContain('tests.insert');
  } finally {
    await pool.end();
    await database.drop();
  }
});

test('the arguments of a failed command stay out of the log', async () => {
  const server = await startRedis({ prefer: 'embedded' });
  const redis = new Redis(server.url);
  try {
    await redis.set('text', SECRET);
    const error = await redis.hset('text', SECRET, '1').catch((cause: unknown) => cause);
    expect(JSON.stringify(error)).toContain(SECRET);
    expect(logged(error)).toContain('WRONGTYPE');
    expect(logged(error)).not.toContain(SECRET);
  } finally {
    redis.disconnect();
    await server.stop();
  }
});
