import { createHash, randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

const run = promisify(execFile);
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const SESSIONS = `query ($isActive: Boolean, $first: Int, $after: String) {
  viewer { sessions(isActive: $isActive, first: $first, after: $after) {
    nodes { id ipAddress userAgent device createdAt lastSeenAt expiresAt isCurrent isActive }
    pageInfo { hasNextPage endCursor } } } }`;
const VIEWER = '{ viewer { id } }';

interface SessionNode {
  id: string;
  ipAddress: string | null;
  userAgent: string | null;
  device: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  isCurrent: boolean;
  isActive: boolean;
}
interface Listed {
  viewer: {
    sessions: { nodes: SessionNode[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  };
}

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());

/** A token of a session of its own, by a browser of its own. */
function signIn(username: string, userAgent = FIREFOX, sid = randomUUID()) {
  const token = platform.token(username, { claims: { sid } });
  const ask = <D>(document: string, variables?: Record<string, unknown>) =>
    platform.query<D>(token, document, variables, { 'user-agent': userAgent });
  const list = async (variables?: Record<string, unknown>) =>
    (await ask<Listed>(SESSIONS, variables)).data.viewer.sessions.nodes;
  return { token, sid, ask, list };
}

const mutation = (name: string, selection: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
     ${selection} userErrors { code message path } clientMutationId } }`;
const REVOKE = mutation('revokeSession', 'session { id isActive isCurrent }');
const REVOKE_OTHERS = mutation('revokeOtherSessions', 'revokedCount');
const REVOKE_ALL = mutation('revokeAllSessions', 'revokedCount');

const codeOf = async (ask: (document: string) => Promise<{ errors: { extensions?: { code?: string } }[] }>) =>
  (await ask(VIEWER)).errors[0]?.extensions?.code ?? null;

/** Within the promised five seconds; no clock of the platform moves meanwhile. */
const isRefusedSoon = (signedIn: ReturnType<typeof signIn>) =>
  waitFor(async () => (await codeOf(signedIn.ask)) === 'UNAUTHENTICATED', { timeoutMs: 5000 });

test('A10: a session is a record with device, address, user agent and expiry', async () => {
  const alice = signIn('alice');
  const [session] = await alice.list();
  expect(session).toMatchObject({
    ipAddress: '127.0.0.1',
    userAgent: FIREFOX,
    device: 'Firefox on Linux',
    isCurrent: true,
    isActive: true,
  });
  const { exp } = JSON.parse(Buffer.from(alice.token.split('.')[1]!, 'base64url').toString()) as {
    exp: number;
  };
  expect(new Date(session!.expiresAt).getTime()).toBe(exp * 1000);
});

test('A10: neither a token nor its sid is stored anywhere', async () => {
  const { token, sid, list } = signIn('stored');
  await list();
  const columns = await platform.sql<{ table: string; column: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS table, format('%I', column_name) AS column
     FROM information_schema.columns
     WHERE table_schema IN ('access', 'event', 'identity') AND data_type IN ('text', 'jsonb', 'uuid')`,
  );
  expect(columns.length).toBeGreaterThan(50);
  for (const { table, column } of columns) {
    const found = await platform.sql(
      `SELECT 1 FROM ${table} WHERE strpos(${column}::text, $1) > 0
      OR strpos(${column}::text, $2) > 0`,
      [sid, token.split('.')[2]],
    );
    expect({ table, column, found: found.length }).toEqual({ table, column, found: 0 });
  }
  const hash = createHash('sha256').update(sid).digest('hex');
  expect(await platform.sql('SELECT 1 FROM identity.session WHERE sid_hash = $1', [hash])).toHaveLength(1);
});

test('A11: two sign-ins of one person are two sessions, and each knows which is its own', async () => {
  const [laptop, phone] = [signIn('browsers'), signIn('browsers', SAFARI)];
  await Promise.all([laptop.list(), phone.list()]);
  const seen = [await laptop.list(), await phone.list()];
  for (const sessions of seen) {
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
  }
  const current = seen.map((sessions) => sessions.find(({ isCurrent }) => isCurrent)!.device);
  expect(current).toEqual(['Firefox on Linux', 'Safari on iPhone']);
});

test('A11: a refreshed token is of the same session', async () => {
  const first = signIn('refresher');
  await first.list();
  platform.clock.advance(61_000);
  const second = signIn('refresher', FIREFOX, first.sid);
  const [before] = await second.list();
  expect(await second.list()).toHaveLength(1);
  expect(new Date(before!.lastSeenAt).getTime()).toBeGreaterThan(new Date(before!.createdAt).getTime());
});

test('A11: ending one session leaves the other', async () => {
  const [laptop, phone] = [signIn('ender'), signIn('ender', SAFARI)];
  await laptop.list();
  const phoneSession = (await phone.list()).find(({ isCurrent }) => isCurrent)!;
  const answer = await laptop.ask<{ revokeSession: object }>(REVOKE, {
    input: { id: phoneSession.id, clientMutationId: 'm' },
  });
  expect(answer.data.revokeSession).toEqual({
    session: { id: phoneSession.id, isActive: false, isCurrent: false },
    userErrors: [],
    clientMutationId: 'm',
  });
  await isRefusedSoon(phone);
  expect(await codeOf(laptop.ask)).toBeNull();
  expect((await laptop.list({ isActive: true })).map(({ device }) => device)).toEqual(['Firefox on Linux']);
  expect((await laptop.list({ isActive: false })).map(({ id }) => id)).toEqual([phoneSession.id]);
  const again = await laptop.ask<{ revokeSession: object }>(REVOKE, { input: { id: phoneSession.id } });
  expect(again.data.revokeSession).toMatchObject({ session: { isActive: false }, userErrors: [] });
});

test('A11: a token that is issued later for an ended session is refused too', async () => {
  const [laptop, phone] = [signIn('stubborn'), signIn('stubborn', SAFARI)];
  await laptop.list();
  const { id } = (await phone.list()).find(({ isCurrent }) => isCurrent)!;
  await laptop.ask(REVOKE, { input: { id } });
  await isRefusedSoon(phone);
  platform.clock.advance(2000);
  expect(await codeOf(signIn('stubborn', SAFARI, phone.sid).ask)).toBe('UNAUTHENTICATED');
});

test('A9: all other sessions end at once, and the one that asks stays', async () => {
  const devices = [signIn('many'), signIn('many', SAFARI), signIn('many', 'curl/8.5.0')] as const;
  for (const device of devices) await device.list();
  const answer = await devices[0].ask<{ revokeOtherSessions: object }>(REVOKE_OTHERS, { input: {} });
  expect(answer.data.revokeOtherSessions).toMatchObject({ revokedCount: 2, userErrors: [] });
  await Promise.all([isRefusedSoon(devices[1]), isRefusedSoon(devices[2])]);
  expect(await codeOf(devices[0].ask)).toBeNull();
});

test('A9: all sessions end, also those that the platform has not seen, and a new sign-in counts', async () => {
  const [seen, unseen] = [signIn('leaver'), signIn('leaver', SAFARI)];
  await seen.list();
  const answer = await seen.ask<{ revokeAllSessions: object }>(REVOKE_ALL, { input: {} });
  expect(answer.data.revokeAllSessions).toMatchObject({ revokedCount: 1, userErrors: [] });
  await Promise.all([isRefusedSoon(seen), isRefusedSoon(unseen)]);
  platform.clock.advance(1000);
  expect(await codeOf(signIn('leaver').ask)).toBeNull();
});

test("A11: somebody else's session does not exist, and nobody sees another's", async () => {
  const [owner, stranger] = [signIn('owner-of-one'), signIn('stranger')];
  const [session] = await owner.list();
  const attempt = (id: string) => stranger.ask<{ revokeSession: object }>(REVOKE, { input: { id } });
  const refused = await attempt(session!.id);
  expect(refused.data.revokeSession).toMatchObject({
    session: null,
    userErrors: [{ code: 'NOT_FOUND', path: ['id'] }],
  });
  const none = await attempt('session_00000000000000000000000000');
  expect(none.data.revokeSession).toEqual(refused.data.revokeSession);
  expect((await attempt('nonsense')).data.revokeSession).toMatchObject({
    userErrors: [{ code: 'BAD_USER_INPUT' }],
  });
  expect(await codeOf(owner.ask)).toBeNull();
  const workspace = await platform.seed.workspace();
  const other = await platform.query<{ user: unknown }>(
    workspace.owner.token,
    `{ user(id: "${workspace.member.id}") { username sessions { nodes { id } } } }`,
  );
  expect(other.data.user).toEqual({ username: workspace.member.username, sessions: null });
});

test('C8: sessions come in pages, the newest first', async () => {
  const sids = [randomUUID(), randomUUID(), randomUUID()];
  for (const sid of sids) {
    platform.clock.advance(1000);
    await signIn('pager', FIREFOX, sid).list();
  }
  const pager = signIn('pager', FIREFOX, sids[0]);
  const all = (await pager.list()).map(({ id }) => id);
  const first = (await pager.ask<Listed>(SESSIONS, { first: 2 })).data.viewer.sessions;
  const rest = (await pager.ask<Listed>(SESSIONS, { first: 2, after: first.pageInfo.endCursor })).data.viewer
    .sessions;
  expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(all);
  expect([all.length, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([3, true, false]);
});

test.each([
  ['a day that there is not', ['2026-02-30T00:00:00.000Z', randomUUID()]],
  ['a time that there is not', ['2026-99-99T99:99:99.999Z', randomUUID()]],
  ['the year 0', ['0000-01-01T00:00:00.000Z', randomUUID()]],
  ['SQL', ["2026-01-01T00:00:00.000Z' OR true --", randomUUID()]],
  ['too little', ['2026-01-01T00:00:00.000Z']],
])('S17: a cursor of %s is refused as bad input', async (_, keyset) => {
  const after = Buffer.from(JSON.stringify(keyset)).toString('base64url');
  const { errors } = await signIn('pager').ask(SESSIONS, { after });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

test('A6: a token without a session works, and lists none as its own', async () => {
  const token = platform.token('sessionless', { claims: { sid: undefined } });
  const answer = await platform.query<Listed>(token, SESSIONS);
  expect(answer.errors).toEqual([]);
  expect(answer.data.viewer.sessions.nodes).toEqual([]);
});

test('A12: signing out ends the session first and forgets the token only then', async () => {
  const { token, sid } = signIn('carol');
  const example = join(__dirname, '..', 'examples', 'sign-out.mjs');
  const env = { ...process.env, GRAPHQL_URL: platform.url, ACCESS_TOKEN: token };
  const { stdout } = await run('node', [example], { env });
  expect(stdout.trim().split('\n')).toEqual(['session ended', 'token forgotten']);
  await isRefusedSoon(signIn('carol', FIREFOX, sid));
  const failing = run('node', [example], { env: { ...env, GRAPHQL_URL: 'http://127.0.0.1:9/graphql' } });
  await expect(failing).rejects.toMatchObject({
    stdout: expect.not.stringContaining('token forgotten') as string,
  });
});

test('A19: a sign-in and its end are recorded, and never the token', async () => {
  const events = await platform.sql<{ type: string; payload: Record<string, unknown> }>(
    "SELECT type, payload FROM event.store WHERE aggregate_type = 'session'",
  );
  expect(new Set(events.map(({ type }) => type))).toEqual(
    new Set(['session.started', 'session.revoked', 'session.all_revoked']),
  );
  expect(JSON.stringify(events)).not.toContain('eyJ');
});

test('A9, A18: the sessions of a deactivated user end', async () => {
  const leaver = signIn('deactivated');
  const { data } = await leaver.ask<{ viewer: { id: string } }>(VIEWER);
  const answer = await platform.query<{ deactivateUser: object }>(
    platform.token('root'),
    mutation('deactivateUser', 'user { isActive }'),
    { input: { userId: data.viewer.id } },
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data.deactivateUser).toMatchObject({ user: { isActive: false }, userErrors: [] });
  await isRefusedSoon(leaver);
});

test('H3: sessions, and which of them have ended, are what their events make', async () => {
  const comparisons = await rebuild(SUBGRAPHS.identity!, platform.database.migratorUrl, { write: false });
  const own = comparisons.filter(({ table }) => /session$/.test(table));
  expect(own.map(({ table, missing, surplus }) => ({ table, missing, surplus }))).toEqual([
    { table: 'access.revoked_session', missing: 0, surplus: 0 },
    { table: 'identity.session', missing: 0, surplus: 0 },
  ]);
  for (const { rows } of own) expect(rows).toBeGreaterThan(5);
});

test('A9: what was signed in long ago and never since has ended by itself, and is not ended again', async () => {
  await signIn('seldom').list();
  platform.clock.advance(40 * 24 * 60 * 60 * 1000);
  const now = signIn('seldom', SAFARI);
  await signIn('seldom', 'curl/8.5.0').list();
  await now.ask(REVOKE_OTHERS, { input: {} });
  const ended = await platform.sql(
    `SELECT 1 FROM identity.session s JOIN access.person p USING (user_id)
     WHERE p.username_lower = 'seldom' AND s.revoked_at IS NOT NULL`,
  );
  expect(ended).toHaveLength(1);
});
