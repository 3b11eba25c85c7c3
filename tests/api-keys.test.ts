import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';
import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { makeKey, type MadeKey } from './key-client';
import { postGraphQL } from './http';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { waitFor } from './wait';

const WHO = '{ viewer { username memberships { nodes { workspace { id } } } } }';
interface Who {
  viewer: { username: string; memberships: { nodes: { workspace: { id: string } }[] } };
}

let platform: Platform;
let acme: SeededWorkspace;
let other: SeededWorkspace;
const make = (input: Record<string, unknown> = {}) =>
  makeKey(platform, platform.token(acme.owner.username), input);
const who = (secret: string) => platform.query<Who>(secret, WHO);

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace();
  other = await platform.seed.workspace();
  await other.add(acme.owner, 'MEMBER');
});

afterAll(() => platform.close());

async function expectRefused(secret: string): Promise<void> {
  const { status, errors } = await who(secret);
  expect({ status, code: errors?.[0]?.extensions?.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
}

const change = (id: string, changed: Record<string, unknown>) =>
  platform.query<{ updateApiKey: { apiKey: object | null; userErrors: { code: string }[] } }>(
    platform.token(acme.owner.username),
    'mutation ($input: UpdateApiKeyInput!) { updateApiKey(input: $input) { apiKey { id version } userErrors { code } } }',
    { input: { id, ...changed } },
  );

test('A14: a key calls as its owner', async () => {
  const { secret } = await make();
  const { data } = await who(secret);
  expect(data.viewer.username).toBe(acme.owner.username);
  expect(data.viewer.memberships.nodes.map(({ workspace }) => workspace.id).sort()).toEqual(
    [acme.id, other.id].sort(),
  );
});

test('A14: the secret is shown once, and a repeat by the idempotency key shows none', async () => {
  const input = { name: 'once', scopes: ['READ'], idempotencyKey: 'k1' };
  const first = await make(input);
  const again = await make(input);
  expect(first.secret).toMatch(/^trib_[0-9a-f]{32}_[\w-]{43}$/);
  expect(again).toEqual({ ...first, secret: null });
  const listed = await platform.query<{ viewer: { apiKeys: { nodes: { prefix: string }[] } } }>(
    platform.token(acme.owner.username),
    '{ viewer { apiKeys(last: 100) { nodes { id name prefix scopes isEnabled expiresAt lastUsedAt } } } }',
  );
  expect(listed.text).not.toContain(first.secret);
  expect(listed.data.viewer.apiKeys.nodes.map(({ prefix }) => prefix)).toContain(first.secret.slice(0, 37));
});

test('S82: the database keeps a keyed hash, and neither events nor audit know more', async () => {
  const { secret } = await make();
  const tables = ['identity.api_key', 'identity.api_key_secret', 'event.store', 'access.idempotency'];
  for (const table of tables) {
    const rows = await platform.sql(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [
      secret.slice(38),
    ]);
    expect([table, rows]).toEqual([table, []]);
  }
  const pepper = platform.wiring.keys.apiKeySecret;
  const hash = createHmac('sha256', pepper).update(secret).digest();
  expect(
    await platform.sql('SELECT 1 FROM identity.api_key_secret WHERE secret_hash = $1', [hash]),
  ).toHaveLength(1);
});

test('S82: nothing but the whole key is taken', async () => {
  const { secret } = await make();
  const another = await make();
  const swapped = secret.slice(0, 38) + another.secret.slice(38);
  for (const bad of [secret.slice(0, -1), `${secret}A`, swapped, secret.slice(0, 38), 'trib_x'])
    await expectRefused(bad);
  await expectRefused(another.secret.replace(/^trib_\w{32}/, `trib_${'0'.repeat(32)}`));
});

test('A14: a disabled key is refused within five seconds, and counts again when it is enabled', async () => {
  const key = await make();
  expect((await who(key.secret)).status).toBe(200);
  await change(key.apiKey.id, { isEnabled: false });
  await waitFor(async () => (await who(key.secret)).status === 401, { timeoutMs: 5000 });
  await change(key.apiKey.id, { isEnabled: true });
  await waitFor(async () => (await who(key.secret)).status === 200, { timeoutMs: 5000 });
});

test('A14: a key that has expired or was deleted is refused', async () => {
  const expiresAt = new Date(platform.clock.now().getTime() + 60_000).toISOString();
  const expiring = await make({ expiresAt });
  const deleted = await make();
  expect((await who(expiring.secret)).status).toBe(200);
  platform.clock.advance(61_000);
  await expectRefused(expiring.secret);
  await platform.query(
    platform.token(acme.owner.username),
    'mutation ($input: DeleteApiKeyInput!) { deleteApiKey(input: $input) { deletedId } }',
    { input: { id: deleted.apiKey.id } },
  );
  await expectRefused(deleted.secret);
  expect(
    await platform.sql(
      'SELECT 1 FROM identity.api_key_secret s WHERE NOT EXISTS (SELECT 1 FROM identity.api_key k WHERE k.id = s.key_id)',
    ),
  ).toEqual([]);
});

test('A14: lastUsedAt moves, by a minute at least', async () => {
  const { apiKey, secret } = await make();
  const lastUsed = async () => {
    const { data } = await platform.query<{ viewer: { apiKeys: { nodes: MadeKey['apiKey'][] } } }>(
      platform.token(acme.owner.username),
      '{ viewer { apiKeys(last: 100) { nodes { id lastUsedAt } } } }',
    );
    return data.viewer.apiKeys.nodes.find(({ id }) => id === apiKey.id)!.lastUsedAt;
  };
  expect(await lastUsed()).toBeNull();
  await who(secret);
  const first = await lastUsed();
  expect(first).not.toBeNull();
  platform.clock.advance(10_000);
  await who(secret);
  expect(await lastUsed()).toBe(first);
  platform.clock.advance(60_000);
  await who(secret);
  expect(Date.parse((await lastUsed())!)).toBeGreaterThan(Date.parse(first!));
});

test('A14: a key whose owner was deactivated is refused', async () => {
  const { member } = acme;
  const key = await makeKey(platform, platform.token(member.username));
  expect((await who(key.secret)).status).toBe(200);
  await platform.sql('UPDATE access.person SET is_active = false WHERE username_lower = $1', [
    member.username,
  ]);
  platform.clock.advance(5000);
  await expectRefused(key.secret);
  await platform.sql('UPDATE access.person SET is_active = true WHERE username_lower = $1', [
    member.username,
  ]);
});

test('the tokens that keys are exchanged for are taken from no client', async () => {
  const now = Math.floor(platform.clock.now().getTime() / 1000);
  const [owner] = await platform.sql<{ user_id: string }>(
    'SELECT user_id FROM access.person WHERE username_lower = $1',
    [acme.owner.username],
  );
  const claims = {
    ...{ iss: 'tributary:identity', aud: 'tributary-internal', typ: 'ApiKey', sub: owner!.user_id },
    ...{ iat: now, exp: now + 60, key_id: 'x', scopes: ['read'] },
  };
  const pem = readFileSync(platform.wiring.keys.identity, 'utf8');
  const { keys } = (await (
    await fetch(platform.subgraphUrl('identity').replace('/graphql', '/internal/jwks'))
  ).json()) as { keys: { kid: string }[] };
  const sign = (changed: object = {}) =>
    jwt.sign({ ...claims, ...changed }, pem, { algorithm: 'RS256', keyid: keys[0]!.kid });
  const atSubgraph = (token: string) =>
    postGraphQL(platform.subgraphUrl('identity'), { token, document: '{ viewer { username } }' });
  expect((await atSubgraph(sign())).data).toEqual({ viewer: { username: acme.owner.username } });
  expect((await atSubgraph(sign({ exp: now + 3600 }))).status).toBe(401);
  await expectRefused(sign());
});

test('a key is no credential for more keys', async () => {
  const { secret } = await make({ scopes: ['READ', 'WRITE', 'DEPLOY', 'MANAGE'] });
  const { data } = await platform.query<{ createApiKey: { userErrors: { code: string }[] } }>(
    secret,
    'mutation { createApiKey(input: { name: "x", scopes: [READ] }) { userErrors { code message } } }',
  );
  expect(data.createApiKey.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  const listed = await platform.query<{ viewer: { username: string; apiKeys: null } }>(
    secret,
    '{ viewer { username apiKeys { nodes { id } } } }',
  );
  expect(listed.data.viewer).toEqual({ username: acme.owner.username, apiKeys: null });
  expect(listed.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('inputs are refused by name, and fifty keys are the most', async () => {
  const { token } = await platform.seed.person('keeper-of-keys');
  const fault = async (input: object) => {
    const { data } = await platform.query<{
      createApiKey: { userErrors: { code: string; path: string[] }[] };
    }>(
      token,
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { userErrors { code path } } }',
      { input: { name: 'k', scopes: ['READ'], ...input } },
    );
    return data.createApiKey.userErrors[0];
  };
  expect(await fault({ name: '  ' })).toEqual({ code: 'BAD_USER_INPUT', path: ['name'] });
  expect(await fault({ scopes: [] })).toEqual({ code: 'BAD_USER_INPUT', path: ['scopes'] });
  expect(await fault({ expiresAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({ path: ['expiresAt'] });
  expect(await fault({ rateLimitPerMinute: 0 })).toMatchObject({ path: ['rateLimitPerMinute'] });
  expect(await fault({ workspaceId: acme.id })).toEqual({ code: 'NOT_FOUND', path: ['workspaceId'] });
  const outcomes = [];
  for (let i = 0; i < 11; i++)
    outcomes.push(...(await Promise.all(Array.from({ length: 5 }, () => fault({})))));
  expect(outcomes.filter((refused) => refused === undefined)).toHaveLength(50);
  expect(outcomes.at(-1)).toMatchObject({ code: 'CONFLICT' });
});

test('H3: keys and quotas are what their events make', async () => {
  for (const name of ['identity', 'workspace']) {
    const compared = await rebuild(SUBGRAPHS[name]!, platform.database.migratorUrl, { write: false });
    const own = compared.filter(({ table }) => /api_key|quota/.test(table));
    expect(own.map(({ table, missing, surplus }) => ({ table, missing, surplus }))).toEqual([
      { table: name === 'identity' ? 'identity.api_key' : 'access.quota', missing: 0, surplus: 0 },
    ]);
  }
});
