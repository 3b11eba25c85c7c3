import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSchema, parse, validate } from 'graphql';
import { seedDemo } from '../dev/seed';
import { COUNTERS, GAUGES } from '../gateway/live/metrics';
import { ERROR_CODES } from '../subgraphs/kit/errors';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

/** The scripts and operations that the README shows. */
const run = promisify(execFile);
const ROOT = join(__dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const LIVE = readFileSync(join(ROOT, 'docs', 'live.md'), 'utf8');

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
  await seedDemo({ url: platform.url, tokenOf: (name) => Promise.resolve(platform.token(name)) });
}, 60_000);

afterAll(() => platform?.close());

const HELPERS = ['resuming.mjs', 'settings.mjs', 'socket.mjs'];

/** Alice says something in the chat that the examples follow. */
async function say(body: string): Promise<void> {
  const token = platform.token('alice');
  const first = '{ workspace(slug: "acme") { chats(first: 1) { nodes { id } } } }';
  const { data } = await platform.query<{ workspace: { chats: { nodes: { id: string }[] } } }>(token, first);
  const [chat] = data.workspace.chats.nodes;
  const document =
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { userErrors { message } } }';
  const sent = await platform.query<{ sendMessage: { userErrors: object[] } }>(token, document, {
    input: { chatId: chat!.id, body },
  });
  expect(sent.data.sendMessage.userErrors).toEqual([]);
}

/** Hands connections on to the gateway, until it cuts them and takes no more. */
async function startProxy(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isOff = false;
  const server = createServer((near) => {
    if (isOff) return void near.destroy();
    const far = connect({ host: hostname, port: Number(port) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => undefined);
      from.once('close', () => {
        to.destroy();
        sockets.delete(from);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const off = async () => {
    isOff = true;
    for (const socket of sockets) socket.destroy();
    await waitFor(() => sockets.size === 0);
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    off,
    on: () => {
      isOff = false;
    },
    close: async () => {
      await off();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

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

test('the examples of live updates show each event once, in order, though the connection is cut', async () => {
  const cut = await startProxy(platform.url);
  const examples = readdirSync(join(ROOT, 'examples', 'live')).filter((name) => !HELPERS.includes(name));
  expect(examples.length).toBeGreaterThan(3);
  const env = { ...process.env, GRAPHQL_URL: cut.url, ACCESS_TOKEN: platform.token('alice') };
  const running = examples.map((name) => {
    const child = spawn('node', [join(ROOT, 'examples', 'live', name)], { env });
    const said = { name, child, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    return said;
  });
  const all = (count: number) =>
    waitFor(
      () => {
        const late = running.filter(({ out }) => out.split('\n').length <= count);
        if (late.length > 0)
          throw new Error(late.map(({ name, out, err }) => [name, out, err].join('\n')).join());
        return true;
      },
      { timeoutMs: 30_000, what: `${count} lines of each` },
    );
  try {
    await all(1);
    const bodies = ['before', 'unseen', 'after'].flatMap((when) => [`${when} 1`, `${when} 2`]);
    for (const [i, body] of bodies.entries()) {
      if (i === 2) await all(3);
      if (i === 2) await cut.off();
      if (i === 4) cut.on();
      await say(body);
    }
    await all(bodies.length + 1);
    for (const { name, out, err } of running)
      expect([name, err, ...out.trim().split('\n').slice(1)]).toEqual([
        name,
        '',
        ...bodies.map((body) => `Alice Anderson: ${body}`),
      ]);
  } finally {
    for (const { child } of running) child.kill();
    await cut.close();
  }
});

test('every code of an error stands in the README', () => {
  expect(ERROR_CODES.filter((code) => !README.includes(`\`${code}\``))).toEqual([]);
});

test('every operation that the README and the page on live updates show is one of the schema', () => {
  const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'api.graphql'), 'utf8'));
  const operations = [...`${README}\n${LIVE}`.matchAll(/```graphql\n([\s\S]*?)```/g)].map(
    ([, text]) => text!,
  );
  expect(operations.length).toBeGreaterThan(4);
  for (const operation of operations)
    expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([]);
});

test('the page on live updates shows the code that is tested, and names every subscription and metric', () => {
  const [, name, code] = /<!-- (examples\/live\/\S+) -->\n\n```js\n([\s\S]*?)```/.exec(LIVE)!;
  expect(code).toBe(readFileSync(join(ROOT, name!), 'utf8'));
  const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'api.graphql'), 'utf8'));
  const snakeCase = (text: string) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names = [
    ...Object.keys(schema.getSubscriptionType()!.getFields()),
    ...Object.keys(GAUGES).map(snakeCase),
    ...Object.keys(COUNTERS).map((counter) => `${snakeCase(counter)}_total`),
  ];
  expect(names.filter((one) => !LIVE.includes(`\`${one}\``))).toEqual([]);
});
