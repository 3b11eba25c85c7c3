import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSchema, parse, validate } from 'graphql';
import { seedDemo } from '../dev/seed';
import { ERROR_CODES } from '../subgraphs/kit/errors';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

/** The scripts and operations that the README shows. */
const run = promisify(execFile);
const ROOT = join(__dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
  await seedDemo({ url: platform.url, tokenOf: (name) => Promise.resolve(platform.token(name)) });
}, 60_000);

afterAll(() => platform?.close());

function shown(mark: string): string {
  return new RegExp(`<!-- ${mark}:begin -->\\s+\`\`\`text\\n([\\s\\S]*?)\`\`\``).exec(README)![1]!;
}

test('A14: the example of API keys says what the README shows', async () => {
  const env = { ...process.env, GRAPHQL_URL: platform.url, ACCESS_TOKEN: platform.token('alice') };
  const { stdout } = await run('node', [join(ROOT, 'examples', 'api-key.mjs')], { env });
  expect(stdout).toBe(shown('api-key'));
});

test('A1: the example of signing in gets a token that the platform accepts', async () => {
  const env = { ...process.env, ISSUER: platform.issuerUrl };
  const example = spawn('node', [join(ROOT, 'examples', 'sign-in.mjs')], { env });
  const said = { out: '', err: '' };
  example.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  example.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  try {
    const address = await waitFor(() => /^Open (\S+)/m.exec(said.err)?.[1]);
    const page = await (await fetch(address)).text();
    const action = /action="([^"]+)"/.exec(page)![1]!;
    const link = action.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    const stranger = new URL(new URL(address).searchParams.get('redirect_uri')!);
    stranger.search = new URLSearchParams({ code: 'of another', state: 'guessed' }).toString();
    expect((await fetch(stranger)).status).toBe(404);
    const body = new URLSearchParams({ username: 'bob', password: 'bob' });
    const back = await fetch(link, { method: 'POST', body });
    expect(await back.text()).toContain('You may close this page.');
    const [code] = (await once(example, 'close')) as [number];
    expect(code).toBe(0);
  } finally {
    example.kill();
  }
  const { data } = await platform.query<{ viewer: object }>(said.out.trim(), '{ viewer { username } }');
  expect(data.viewer).toEqual({ username: 'bob' });
});

test('every code of an error stands in the README', () => {
  expect(ERROR_CODES.filter((code) => !README.includes(`\`${code}\``))).toEqual([]);
});

test('every operation that the README shows is one of the schema', () => {
  const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'api.graphql'), 'utf8'));
  const operations = [...README.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text!);
  expect(operations.length).toBeGreaterThan(3);
  for (const operation of operations)
    expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([]);
});
