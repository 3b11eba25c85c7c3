import { createHash } from 'node:crypto';
import { SUBGRAPHS } from '../subgraphs';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { rebuild } from '../subgraphs/kit/rebuild';
import { codesOf, createInviteClient } from './invite-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { untilSettled } from './settled';

let platform: Platform;
let acme: SeededWorkspace;
let admin: Person;
let client: ReturnType<typeof createInviteClient>;

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace('acme');
  admin = await platform.seed.person('admin');
  await acme.add(admin, 'ADMIN');
  client = createInviteClient(platform, acme.id);
});
afterAll(() => platform.close());

test('C4: an invite has a token of 256 bits that is shown once and kept as a hash', async () => {
  const input = { maxUses: 3, idempotencyKey: 'first', clientMutationId: 'm' };
  const made = await client.create(admin, input);
  expect(made).toMatchObject({ userErrors: [], clientMutationId: 'm' });
  expect(made.token).toMatch(/^[\w-]{43}$/);
  expect(made.invite).toMatchObject({
    workspaceName: 'acme',
    workspace: { id: acme.id },
    role: 'MEMBER',
    state: 'ACTIVE',
    expiresAt: null,
    maxUses: 3,
    usedCount: 0,
    usesLeft: 3,
    isPersonal: false,
    invitee: null,
    creator: { id: admin.id },
  });
  const repeated = await client.create(admin, input);
  expect(repeated).toMatchObject({ invite: { id: made.invite!.id }, token: null, userErrors: [] });
  expect(codesOf(await client.create(admin, { ...input, maxUses: 4 }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  const rows = await platform.sql<{ tokenHash: string }>(
    'SELECT token_hash AS "tokenHash" FROM workspace.invite WHERE id = $1',
    [fromGlobalId('Invite', made.invite!.id)],
  );
  expect(rows).toEqual([{ tokenHash: createHash('sha256').update(made.token!).digest('hex') }]);
  const written = await platform.sql(
    `SELECT 1 FROM event.store WHERE payload::text LIKE '%' || $1 || '%'
     UNION ALL SELECT 1 FROM access.idempotency WHERE result::text LIKE '%' || $1 || '%'`,
    [made.token],
  );
  expect(written).toEqual([]);
  expect((await client.create(admin)).token).not.toBe(made.token);
});

test('C4, C5: whoever has the token sees what it is worth, joins, and is a member', async () => {
  const { id, token } = await client.invite(acme.owner, { role: 'GUEST', maxUses: 2 });
  const guest = await platform.seed.person('joiner');
  expect(await client.look(guest, `token: "${token}"`)).toMatchObject({
    id,
    workspaceName: 'acme',
    workspace: null,
    role: 'GUEST',
    usesLeft: 2,
  });
  const joined = await client.join(guest, { token, clientMutationId: 'j' });
  expect(joined).toEqual({
    membership: { role: 'GUEST', workspace: { id: acme.id, name: 'acme' } },
    userErrors: [],
    clientMutationId: 'j',
  });
  expect(await client.look(guest, `token: "${token}"`)).toMatchObject({
    workspace: { id: acme.id },
    usedCount: 1,
    usesLeft: 1,
  });
  const events = await platform.sql<{ type: string; actor: string }>(
    `SELECT type, actor_id AS actor FROM event.store WHERE type IN ('workspace.member.added', 'workspace.invite.used')
       AND payload ->> 'userId' = $1 ORDER BY version`,
    [fromGlobalId('User', guest.id)],
  );
  expect(events.map(({ type }) => type)).toEqual(['workspace.member.added', 'workspace.invite.used']);
  expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([fromGlobalId('User', guest.id)]));
});

test('C4: joining again changes nothing and uses nothing, also when the invite is worth nothing any more', async () => {
  const { id, token } = await client.invite(acme.owner, { role: 'ADMIN', maxUses: 1 });
  const person = await platform.seed.person('twice');
  for (const member of [acme.member, person, person]) {
    expect((await client.join(member, { token })).userErrors).toEqual([]);
  }
  expect((await client.join(acme.member, { token })).membership?.role).toBe('MEMBER');
  expect(await client.look(acme.owner, `id: "${id}"`)).toMatchObject({
    usedCount: 1,
    usesLeft: 0,
    state: 'EXHAUSTED',
  });
});

test('C4: of a hundred who join at once on five uses, five get in', async () => {
  const { id, token } = await client.invite(acme.owner, { maxUses: 5 });
  const people: Person[] = [];
  while (people.length < 100) {
    const names = Array.from({ length: 10 }, (_, i) => `crowd-${people.length + i}`);
    people.push(...(await Promise.all(names.map((name) => platform.seed.person(name)))));
  }
  const joined = await Promise.all(people.map((person) => client.join(person, { token })));
  const codes = joined.flatMap(codesOf);
  expect(codes).toHaveLength(95);
  expect(new Set(codes)).toEqual(new Set(['INVITE_EXHAUSTED']));
  expect(await client.look(acme.owner, `id: "${id}"`)).toMatchObject({ usedCount: 5, usesLeft: 0 });
  const members = await platform.sql(
    `SELECT 1 FROM access.membership m JOIN access.person p USING (user_id)
     WHERE m.scope_id = $1 AND m.active AND p.username_lower LIKE 'crowd-%'`,
    [fromGlobalId('Workspace', acme.id)],
  );
  expect(members).toHaveLength(5);
});

test('C4: a revoked invite is as one that never was, for all but its managers', async () => {
  const { id, token } = await client.invite(acme.owner);
  const person = await platform.seed.person('too-late');
  expect(codesOf(await client.revoke(admin, id))).toEqual([]);
  expect(await client.revoke(admin, id)).toMatchObject({ invite: { state: 'REVOKED' }, userErrors: [] });
  const unknown = Buffer.alloc(32).toString('base64url');
  expect(await client.look(person, `token: "${token}"`)).toBeNull();
  expect(await client.look(person, `token: "${unknown}"`)).toBeNull();
  const [refused, absent] = await Promise.all([
    client.join(person, { token }),
    client.join(person, { token: unknown }),
  ]);
  expect(refused.userErrors).toEqual([{ code: 'NOT_FOUND', message: 'Invite not found', path: ['token'] }]);
  expect(absent.userErrors).toEqual(refused.userErrors);
  expect(await client.look(acme.owner, `id: "${id}"`)).toMatchObject({ state: 'REVOKED' });
  const events = await platform.sql("SELECT 1 FROM event.store WHERE type = 'workspace.invite.revoked'");
  expect(events).toHaveLength(1);
});

test('C4: an invite for one person is theirs alone, without the token, and once', async () => {
  const person = client.again(await platform.seed.person('invited'));
  const other = client.again(await platform.seed.person('not-invited'));
  const owner = acme.owner;
  const made = await client.create(owner, { username: 'INVITED' });
  const { id } = made.invite!;
  expect(made.invite).toMatchObject({ isPersonal: true, invitee: null, maxUses: 1 });
  expect(await client.look(other, `id: "${id}"`)).toBeNull();
  expect(await client.look(other, `token: "${made.token}"`)).toBeNull();
  for (const key of [{ inviteId: id }, { token: made.token }]) {
    expect(codesOf(await client.join(other, key))).toEqual(['NOT_FOUND']);
  }
  expect(await client.look(person, `id: "${id}"`)).toMatchObject({ workspaceName: 'acme', workspace: null });
  expect(codesOf(await client.revoke(person, id))).toEqual(['FORBIDDEN']);
  expect((await client.join(person, { inviteId: id })).membership?.role).toBe('MEMBER');
  const stored = await platform.sql<{ payload: { inviteeId: string } }>(
    "SELECT payload FROM event.store WHERE type = 'workspace.invite.created' AND payload ->> 'inviteId' = $1",
    [fromGlobalId('Invite', id)],
  );
  expect(stored).toMatchObject([{ payload: { inviteeId: fromGlobalId('User', person.id) } }]);
  for (const [username, code] of [
    ['invited', 'CONFLICT'],
    ['nobody-of-that-name', 'NOT_FOUND'],
    ['tributary-bot', 'NOT_FOUND'],
    ['nul\u0000', 'NOT_FOUND'],
  ] as const) {
    expect((await client.create(owner, { username })).userErrors).toMatchObject([
      { code, path: ['username'] },
    ]);
  }
  expect((await client.create(owner, { username: 'not-invited', maxUses: 2 })).userErrors).toMatchObject([
    { code: 'BAD_USER_INPUT', path: ['maxUses'] },
  ]);
});

test('C4: an invite that has expired is refused as such', async () => {
  const expiresAt = new Date(platform.clock.now().getTime() + 60_000).toISOString();
  const { token } = await client.invite(acme.owner, { expiresAt });
  const late = await platform.seed.person('late');
  expect(await client.look(late, `token: "${token}"`)).toMatchObject({ state: 'ACTIVE', expiresAt });
  platform.clock.advance(60_000);
  expect(await client.look(client.again(late), `token: "${token}"`)).toMatchObject({ state: 'EXPIRED' });
  expect(await client.join(client.again(late), { token })).toMatchObject({
    membership: null,
    userErrors: [{ code: 'INVITE_EXPIRED', path: ['token'] }],
  });
});

test('H3: invites and memberships are what their events make', async () => {
  const former = client.again(await platform.seed.person('former-admin'));
  await acme.add(former, 'ADMIN');
  await client.invite(former);
  const place = { workspaceId: acme.id, userId: former.id };
  expect(codesOf(await client.run(acme.owner, 'removeWorkspaceMember', 'cursor', place))).toEqual([]);
  await untilSettled(platform);
  const comparisons = await rebuild(SUBGRAPHS.workspace!, platform.database.migratorUrl, { write: false });
  expect(comparisons.map(({ table }) => table)).toContain('workspace.invite');
  for (const { table, missing, surplus } of comparisons)
    expect({ table, missing, surplus }).toEqual({ table, missing: 0, surplus: 0 });
});
