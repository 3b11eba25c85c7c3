import { randomUUID } from 'node:crypto';
import { SUBGRAPH_NAMES } from '../subgraphs/kit/config';
import type { TokenOverrides } from '../dev/issuer-tokens';
import { postGraphQL } from './http';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const PORTS = ['gateway', ...SUBGRAPH_NAMES] as const;

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());

const signIn = (username: string, sid: string = randomUUID()) => ({
  sid,
  token: platform.token(username, { claims: { sid } }),
});

/** A logout token as the identity provider signs it, with deviations. */
function logoutToken(
  username: string,
  claims: Record<string, unknown>,
  overrides: TokenOverrides = {},
): string {
  const iat = Math.floor(platform.clock.now().getTime() / 1000);
  const absent = ['azp', 'acr', 'auth_time', 'scope', 'realm_access', 'resource_access', 'groups', 'email'];
  return platform.token(username, {
    ...overrides,
    header: { typ: 'logout+jwt', ...overrides.header },
    claims: {
      ...Object.fromEntries(absent.map((name) => [name, undefined])),
      ...{ typ: 'Logout', aud: 'tributary-web', jti: randomUUID(), iat, exp: iat + 120 },
      ...{ sid: undefined, events: { [EVENT]: {} } },
      ...claims,
    },
  });
}

async function post(fields: Record<string, string>, contentType = 'application/x-www-form-urlencoded') {
  const response = await fetch(new URL('/backchannel-logout', platform.url), {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': contentType, connection: 'close' },
  });
  const { status, headers } = response;
  return { status, cache: headers.get('cache-control'), text: await response.text() };
}

const ask = async (port: (typeof PORTS)[number], token: string) => {
  const url = `http://127.0.0.1:${platform.wiring.ports[port]}/graphql`;
  return (await postGraphQL(url, { token, document: '{ __typename }' })).status;
};
const isRefusedEverywhere = (token: string) =>
  Promise.all(
    PORTS.map((port) =>
      waitFor(async () => (await ask(port, token)) === 401, { timeoutMs: 5000, what: port }),
    ),
  );

test('A9: the identity provider ends a session, and every port refuses its tokens', async () => {
  const [ended, other] = [signIn('alice'), signIn('alice')];
  for (const { token } of [ended, other]) expect(await ask('gateway', token)).toBe(200);
  const socket = platform.socket(ended.token);
  const answer = await post({ logout_token: logoutToken('alice', { sid: ended.sid }) });
  expect(answer).toEqual({ status: 200, cache: 'no-store', text: '' });
  await isRefusedEverywhere(ended.token);
  await waitFor(() => socket.closeCode === 4403, { timeoutMs: 5000 });
  expect(await ask('gateway', other.token)).toBe(200);
});

test('A9: a logout without a session ends all of the subject, and a new sign-in counts', async () => {
  const [one, two, stranger] = [signIn('bob'), signIn('bob'), signIn('carol')];
  for (const { token } of [one, two, stranger]) expect(await ask('gateway', token)).toBe(200);
  expect(await post({ logout_token: logoutToken('bob', {}) })).toMatchObject({ status: 200 });
  await isRefusedEverywhere(one.token);
  await isRefusedEverywhere(two.token);
  expect(await ask('gateway', stranger.token)).toBe(200);
  platform.clock.advance(1000);
  expect(await ask('gateway', signIn('bob').token)).toBe(200);
});

test('A9: a session that the platform has not seen is ended too', async () => {
  const unseen = signIn('carol');
  const token = logoutToken('carol', { sid: unseen.sid, sub: undefined });
  expect(await post({ logout_token: token })).toMatchObject({ status: 200 });
  await isRefusedEverywhere(unseen.token);
});

test('A9: a logout token counts once', async () => {
  const token = logoutToken('mallory', {});
  expect(await post({ logout_token: token })).toMatchObject({ status: 200 });
  platform.clock.advance(1000);
  const { token: later } = signIn('mallory');
  expect(await post({ logout_token: token })).toMatchObject({ status: 400, cache: 'no-store' });
  expect(await ask('identity', later)).toBe(200);
});

const past = () => Math.floor(platform.clock.now().getTime() / 1000) - 600;
const BAD: [string, () => Record<string, string>][] = [
  ['nothing', () => ({})],
  ['nonsense', () => ({ logout_token: 'nonsense' })],
  ['a foreign signature', () => ({ logout_token: logoutToken('alice', {}, { key: 'foreign' }) })],
  ['no signature', () => ({ logout_token: logoutToken('alice', {}, { algorithm: 'none' }) })],
  [
    'a shared secret',
    () => ({ logout_token: logoutToken('alice', {}, { algorithm: 'HS256', secret: 's' }) }),
  ],
  ['another issuer', () => ({ logout_token: logoutToken('alice', { iss: 'https://elsewhere.example' }) })],
  ['another audience', () => ({ logout_token: logoutToken('alice', { aud: 'elsewhere' }) })],
  ['no event', () => ({ logout_token: logoutToken('alice', { events: undefined }) })],
  ['another event', () => ({ logout_token: logoutToken('alice', { events: { other: {} } }) })],
  ['a nonce', () => ({ logout_token: logoutToken('alice', { nonce: 'n' }) })],
  ['no jti', () => ({ logout_token: logoutToken('alice', { jti: undefined }) })],
  ['no iat', () => ({ logout_token: logoutToken('alice', { iat: undefined }) })],
  ['neither sid nor sub', () => ({ logout_token: logoutToken('alice', { sub: undefined }) })],
  [
    'an expiry that has passed',
    () => ({ logout_token: logoutToken('alice', { iat: past(), exp: past() + 60 }) }),
  ],
  ['an old iat and no exp', () => ({ logout_token: logoutToken('alice', { iat: past(), exp: undefined }) })],
  ['an access token', () => ({ logout_token: platform.token('alice') })],
];

test.each(BAD)('A9: %s ends nothing', async (_, fields) => {
  platform.clock.advance(1000);
  const { token } = signIn('alice');
  expect(await ask('gateway', token)).toBe(200);
  const count = () => platform.sql("SELECT 1 FROM event.store WHERE type LIKE 'session.%revoked'");
  const before = (await count()).length;
  const answer = await post(fields());
  expect(answer).toMatchObject({ status: 400, cache: 'no-store' });
  expect(answer.text).not.toMatch(/eyJ|stack|node_modules/);
  expect((await count()).length).toBe(before);
});

test('A9: a logout token is no access token, and only forms are read', async () => {
  const token = logoutToken('alice', { sid: randomUUID() });
  for (const port of PORTS) expect([port, await ask(port, token)]).toEqual([port, 401]);
  expect(await post({ logout_token: token }, 'text/plain')).toMatchObject({ status: 400 });
  const got = await fetch(new URL('/backchannel-logout', platform.url), { headers: { connection: 'close' } });
  expect(got.status).toBe(404);
  await got.text();
});

test('S57: a subgraph that is away is said so, and the identity provider may try again', async () => {
  const ended = signIn('alice');
  const token = logoutToken('alice', { sid: ended.sid });
  await platform.stop('identity');
  expect(await post({ logout_token: token })).toMatchObject({ status: 503, cache: 'no-store' });
  await platform.start('identity');
  expect(await post({ logout_token: token })).toMatchObject({ status: 200 });
  await isRefusedEverywhere(ended.token);
});
