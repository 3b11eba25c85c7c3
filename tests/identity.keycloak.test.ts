import type { SubgraphName } from '../subgraphs/kit/config';
import { postGraphQL } from './http';
import {
  admin,
  adminToken,
  claimsOf,
  grant,
  openProvider,
  signIn,
  type Provider,
  type Tokens,
} from './identity-provider';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

const SUBGRAPHS: readonly SubgraphName[] = ['identity', 'workspace', 'chat', 'task', 'workflow'];
const VIEWER = '{ viewer { id username displayName email systemRoles } }';

interface Viewer {
  viewer: { id: string; username: string; displayName: string; email: string; systemRoles: string[] };
}

let provider: Provider;
let platform: Platform;

beforeAll(async () => {
  provider = await openProvider();
  platform = await startPlatform({
    provider: {
      issuer: provider,
      directory: { url: provider.baseUrl, secret: provider.adminSecret },
    },
  });
  await provider.tellLogouts(platform.url.replace('/graphql', '/backchannel-logout'));
});
afterAll(async () => {
  await platform.close();
  await provider.close();
});

const statusAt = async (url: string, token: string) =>
  (await postGraphQL(url, { token, document: '{ __typename }' })).status;
const gatewayStatus = (token: string) => statusAt(platform.url, token);

test('A6: who signs in there is known here by the claims', async () => {
  const { access_token: token } = await signIn(provider, 'alice');
  const { data } = await platform.query<Viewer>(token, VIEWER);
  expect(data?.viewer).toMatchObject({ username: 'alice', displayName: 'Alice Anderson' });
  expect(data?.viewer.email).toBe('alice@tributary.example');
  expect(data?.viewer.systemRoles).not.toContain('system-admin');
  const { access_token: again } = await signIn(provider, 'alice');
  expect((await platform.query<Viewer>(again, VIEWER)).data?.viewer.id).toBe(data?.viewer.id);
  const rows = await platform.sql('SELECT username FROM identity.user_profile WHERE id = $1', [
    claimsOf(token).sub,
  ]);
  expect(rows).toEqual([{ username: 'alice' }]);
});

test('A6: a system administrator is one by the realm role', async () => {
  const { access_token: token } = await signIn(provider, 'root');
  expect((await platform.query<Viewer>(token, VIEWER)).data?.viewer.systemRoles).toContain('system-admin');
});

test('A3: every subgraph accepts the token by itself', async () => {
  const { access_token: token } = await signIn(provider, 'bob');
  for (const name of SUBGRAPHS)
    expect([name, await statusAt(platform.subgraphUrl(name), token)]).toEqual([name, 200]);
});

test('A4: tokens for other purposes, and changed ones, are refused everywhere', async () => {
  const tokens = await signIn(provider, 'bob');
  const [header, payload, signature] = tokens.access_token.split('.') as [string, string, string];
  const claims = { ...claimsOf(tokens.access_token), preferred_username: 'root' };
  const forged = [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  const unsigned = [Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url'), payload, ''].join('.');
  const bad = {
    ...{ id: tokens.id_token, refresh: tokens.refresh_token, service: await adminToken(provider) },
    ...{ forged, unsigned },
  };
  for (const [what, token] of Object.entries(bad)) {
    expect([what, await gatewayStatus(token)]).toEqual([what, 401]);
    for (const name of SUBGRAPHS) {
      expect([what, name, await statusAt(platform.subgraphUrl(name), token)]).toEqual([what, name, 401]);
    }
  }
});

test('A9: a session that ends there ends here, and another of the same person goes on', async () => {
  const [ended, other] = [await signIn(provider, 'carol'), await signIn(provider, 'carol')];
  for (const { access_token: token } of [ended, other]) {
    expect((await platform.query<Viewer>(token, VIEWER)).data?.viewer.username).toBe('carol');
  }
  const call = admin(provider, await adminToken(provider));
  const sid = String(claimsOf(ended.access_token).sid);
  expect((await call(`DELETE /sessions/${sid}`)).status).toBe(204);
  await waitFor(async () => (await gatewayStatus(ended.access_token)) === 401, {
    what: 'the end at the gateway',
  });
  for (const name of SUBGRAPHS) {
    const url = platform.subgraphUrl(name);
    await waitFor(async () => (await statusAt(url, ended.access_token)) === 401, {
      what: `the end at ${name}`,
    });
  }
  expect(await gatewayStatus(other.access_token)).toBe(200);
});

test('A9: whoever signs out there is signed out here', async () => {
  const { access_token: token, refresh_token } = await signIn(provider, 'mallory');
  expect(await gatewayStatus(token)).toBe(200);
  const response = await fetch(`${provider.url}/protocol/openid-connect/logout`, {
    ...{ method: 'POST', body: new URLSearchParams({ client_id: 'tributary-web', refresh_token }) },
  });
  expect(response.status).toBe(204);
  await waitFor(async () => (await gatewayStatus(token)) === 401, { what: 'the end at the gateway' });
});

/** Whether tokens still come of a sign-in. */
const isRefreshed = async ({ refresh_token }: Tokens) =>
  (await grant(provider, { grant_type: 'refresh_token', refresh_token })).status === 200;

/** Ends sessions here, in the name of a token. */
async function endHere({ access_token }: Tokens, mutation: string): Promise<void> {
  const { data } = await platform.query<Record<string, { userErrors: object[] }>>(access_token, mutation);
  expect(Object.values(data ?? {})).toEqual([{ userErrors: [] }]);
}

test('A9: a session that ends here ends there, and another of the same person goes on', async () => {
  const [ended, other] = [await signIn(provider, 'carol'), await signIn(provider, 'carol')];
  const { data } = await platform.query<{
    viewer: { sessions: { nodes: { id: string; isCurrent: boolean }[] } };
  }>(ended.access_token, '{ viewer { sessions { nodes { id isCurrent } } } }');
  const { id } = data.viewer.sessions.nodes.find(({ isCurrent }) => isCurrent)!;
  await endHere(ended, `mutation { revokeSession(input: { id: "${id}" }) { userErrors { code } } }`);
  await waitFor(async () => !(await isRefreshed(ended)), { what: 'the end of the session there' });
  expect(await isRefreshed(other)).toBe(true);
});

test('A9: all sessions end there too, also what the platform has not seen, and a new sign-in counts', async () => {
  const [seen, unseen] = [await signIn(provider, 'bob'), await signIn(provider, 'bob')];
  await endHere(seen, 'mutation { revokeAllSessions(input: {}) { userErrors { code } } }');
  for (const tokens of [seen, unseen])
    await waitFor(async () => !(await isRefreshed(tokens)), { what: 'the end of a session there' });
  await waitFor(async () => (await gatewayStatus((await signIn(provider, 'bob')).access_token)) === 200);
});

test('A5: a new signing key is accepted without a restart', async () => {
  const old = await signIn(provider, 'alice');
  const kidOf = (token: string) =>
    (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid;
  await provider.rotateKeys();
  const { body: fresh } = await grant(provider, {
    ...{ grant_type: 'refresh_token', refresh_token: old.refresh_token },
  });
  expect(kidOf(fresh.access_token)).not.toBe(kidOf(old.access_token));
  for (const token of [fresh.access_token, old.access_token]) {
    expect(await gatewayStatus(token)).toBe(200);
    for (const name of SUBGRAPHS) expect(await statusAt(platform.subgraphUrl(name), token)).toBe(200);
  }
});

test('A4: a token is refused once it has expired', async () => {
  const { access_token: token } = await signIn(provider, 'alice');
  const { exp, iat } = claimsOf(token) as { exp: number; iat: number };
  platform.clock.advance((exp - iat + 60) * 1000);
  expect(await gatewayStatus(token)).toBe(401);
  for (const name of SUBGRAPHS) expect(await statusAt(platform.subgraphUrl(name), token)).toBe(401);
});
