import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIssuer, type Issuer, type IssuerOptions } from '../dev/issuer';

const realmFile = join(__dirname, '../dev/realm.json');
const folder = mkdtempSync(join(tmpdir(), 'tributary-issuer-'));

let issuer: Issuer;
let clock = new Date();
const start = (options: Partial<IssuerOptions> = {}) =>
  startIssuer({ port: 0, host: '127.0.0.1', realmFile, now: () => clock, ...options });

interface TokenBody {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  error?: string;
}

async function post(url: string, form: Record<string, string>) {
  // A kept connection would outlive a restart of the issuer.
  const init = { method: 'POST', headers: { connection: 'close' }, body: new URLSearchParams(form) };
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as TokenBody };
}

const grant = (form: Record<string, string>) =>
  post(issuer.tokenUrl, { client_id: 'tributary-web', ...form });
const signIn = (username: string, password: string) => grant({ grant_type: 'password', username, password });
const refresh = (token: string) => grant({ grant_type: 'refresh_token', refresh_token: token });
const logout = (token: string) =>
  post(`${issuer.url}/protocol/openid-connect/logout`, { client_id: 'tributary-web', refresh_token: token });
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

beforeAll(async () => {
  issuer = await start({ variables: { TRIBUTARY_ADMIN_SECRET: 'of-this-test' } });
});
afterAll(async () => {
  await issuer.close();
  rmSync(folder, { recursive: true });
});

test('discovery names the endpoints, and the key set holds a signing and an encryption key', async () => {
  const discovery = await (await fetch(`${issuer.url}/.well-known/openid-configuration`)).json();
  expect(discovery).toMatchObject({
    issuer: issuer.url,
    token_endpoint: issuer.tokenUrl,
    jwks_uri: issuer.jwksUrl,
  });
  const { keys } = (await (await fetch(issuer.jwksUrl)).json()) as { keys: Record<string, string>[] };
  expect(keys.map(({ use, alg }) => `${use} ${alg}`)).toEqual(['sig RS256', 'enc RSA-OAEP']);
  expect(keys.every((key) => !('d' in key))).toBe(true);
});

test('the password grant answers a token with the claims that Keycloak gives', async () => {
  const { status, body } = await signIn('ALICE', 'alice');
  expect(status).toBe(200);
  expect(claimsOf(body.access_token)).toMatchObject({
    iss: issuer.url,
    sub: 'a11ce000-0000-4000-8000-000000000001',
    aud: ['tributary-api', 'account'],
    azp: 'tributary-web',
    typ: 'Bearer',
    preferred_username: 'alice',
    email: 'alice@tributary.example',
    realm_access: { roles: ['default-roles-tributary'] },
    groups: ['/people'],
  });
  const userInfo = await fetch(`${issuer.url}/protocol/openid-connect/userinfo`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  expect(await userInfo.json()).toMatchObject({ preferred_username: 'alice' });
});

test('root is a system administrator', async () => {
  const { body } = await signIn('root', 'root');
  expect(claimsOf(body.access_token).realm_access).toEqual({
    roles: ['default-roles-tributary', 'system-admin'],
  });
});

test('refusals are worded as in OAuth 2', async () => {
  expect(await signIn('alice', 'wrong')).toMatchObject({ status: 401, body: { error: 'invalid_grant' } });
  expect(await signIn('nobody', '')).toMatchObject({ status: 401, body: { error: 'invalid_grant' } });
  expect(await grant({ grant_type: 'magic' })).toMatchObject({ body: { error: 'unsupported_grant_type' } });
  expect(await grant({})).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  const foreign = { grant_type: 'password', client_id: 'rogue', username: 'alice', password: 'alice' };
  expect(await grant(foreign)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  expect(await grant({ ...foreign, client_id: 'tributary-api' })).toMatchObject({ status: 401 });
  expect(await refresh('a.b.c')).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a refresh token gives new tokens of the same session until logout or its end', async () => {
  const first = (await signIn('bob', 'bob')).body;
  const second = await refresh(first.refresh_token);
  expect(second.status).toBe(200);
  expect(claimsOf(second.body.access_token).sid).toBe(claimsOf(first.access_token).sid);
  expect(await refresh(first.access_token)).toMatchObject({ status: 400 });
  expect((await logout(second.body.refresh_token)).status).toBe(204);
  expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });

  const other = (await signIn('bob', 'bob')).body;
  clock = new Date(clock.getTime() + 8 * 60 * 60 * 1000 + 1000);
  expect(await refresh(other.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('client credentials need the secret, which has no default', async () => {
  const form = { grant_type: 'client_credentials', client_id: 'tributary-admin' };
  const { body } = await grant({ ...form, client_secret: 'of-this-test' });
  expect(claimsOf(body.access_token)).toMatchObject({
    azp: 'tributary-admin',
    preferred_username: 'service-account-tributary-admin',
    resource_access: { 'realm-management': { roles: expect.arrayContaining(['manage-users']) as unknown } },
  });
  expect(body.refresh_token).toBeUndefined();
  expect(await grant({ ...form, client_secret: 'wrong' })).toMatchObject({ status: 401 });
  expect(await grant(form)).toMatchObject({ status: 401 });
  const open = await start();
  const attempt = { ...form, client_secret: '${TRIBUTARY_ADMIN_SECRET}' };
  expect(await post(open.tokenUrl, attempt)).toMatchObject({ status: 401 });
  expect(await post(open.tokenUrl, { ...form, client_secret: '' })).toMatchObject({ status: 401 });
  await open.close();
});

test('keys and ended sessions outlive a restart', async () => {
  const keyFile = join(folder, 'deep', 'issuer.json');
  const before = await start({ keyFile });
  const { port } = before;
  const form = { grant_type: 'password', client_id: 'tributary-web', username: 'carol', password: 'carol' };
  const [kept, ended] = await Promise.all([post(before.tokenUrl, form), post(before.tokenUrl, form)]);
  await post(`${before.url}/protocol/openid-connect/logout`, {
    client_id: 'tributary-web',
    refresh_token: ended.body.refresh_token,
  });
  await before.rotateKeys();
  const keysOf = async ({ jwksUrl }: Issuer) =>
    (await fetch(jwksUrl, { headers: { connection: 'close' } })).text();
  const keys = await keysOf(before);
  await before.close();
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);

  const after = await start({ keyFile, port });
  expect(await keysOf(after)).toBe(keys);
  const again = (token: string) =>
    post(after.tokenUrl, { grant_type: 'refresh_token', client_id: 'tributary-web', refresh_token: token });
  expect((await again(kept.body.refresh_token)).status).toBe(200);
  expect((await again(ended.body.refresh_token)).status).toBe(400);
  await after.close();
});

test('users, groups and roles outlive a restart where they are kept', async () => {
  const directoryFile = join(folder, 'directory.json');
  const before = await start({ directoryFile });
  const dave = { id: '7e570000-0000-4000-8000-000000000001', username: 'dave', email: 'dave@x.example' };
  before.ensureUser(dave);
  before.ensureUser({ ...dave, username: 'another' });
  const [people] = [...before.directory.groups.values()];
  before.directory.people.get(dave.id)!.groupIds.push(people!.id);
  before.directory.changed();
  await before.close();
  expect(statSync(directoryFile).mode & 0o777).toBe(0o600);
  const after = await start({ directoryFile });
  expect(claimsOf(after.issueToken('dave'))).toMatchObject({ sub: dave.id, groups: ['/people'] });
  expect(claimsOf(after.issueToken('alice'))).toMatchObject({ groups: ['/people'] });
  await after.close();
});

test('it answers again at its address after it was away', async () => {
  const away = await start();
  await away.close();
  await expect(fetch(away.jwksUrl)).rejects.toThrow('fetch failed');
  await away.reopen();
  expect((await fetch(away.jwksUrl)).status).toBe(200);
  await away.close();
});

test('S90: it refuses to start in production', async () => {
  await expect(start({ production: true })).rejects.toThrow('refuses to start in production');
});

test('a port that is taken is an error', async () => {
  await expect(start({ port: issuer.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
