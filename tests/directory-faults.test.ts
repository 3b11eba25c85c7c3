import { createServer, type Socket } from 'node:net';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { createDirectoryDesk } from './directory-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let desk: ReturnType<typeof createDirectoryDesk>;
let acme: SeededWorkspace;
let founder: Person;

beforeAll(async () => {
  // The sync runs when the worker starts, and not again by itself.
  platform = await startPlatform({ variables: { DIRECTORY_SYNC_MS: '3600000' } });
  desk = createDirectoryDesk(platform);
  acme = await platform.seed.workspace('acme');
  founder = await platform.seed.person('founder');
});
afterEach(() => platform.issuer.admin.disturb(null));
afterAll(() => platform.close());

const calls = () => platform.issuer.admin.calls.length;
const sync = () => platform.stop('worker').then(() => platform.start('worker'));
const roleThere = async ({ id }: { id: string }, person: Person) =>
  (await desk.group(id))?.members[person.username]?.join();
const roleHere = async (workspace: SeededWorkspace, person: Person) =>
  (await desk.members(workspace))[person.username];

/** The groups that the platform has made, beside those of the workspaces that are there. */
async function leftovers(): Promise<string[]> {
  const groups = await desk.client.listGroups(0, 100);
  const rows = await platform.sql<{ id: string }>('SELECT id FROM workspace.workspace');
  const known = new Set(['people', ...rows.map(({ id }) => id)]);
  return groups.map(({ name }) => name).filter((name) => !known.has(name));
}

/** Waits until nothing waits to be done about events, and nobody has asked the directory for a while. */
async function settled(): Promise<void> {
  let last = { count: -1, at: 0 };
  await waitFor(async () => {
    const [open] = await platform.sql(
      'SELECT 1 FROM event.outbox UNION ALL SELECT 1 FROM event.wake_up LIMIT 1',
    );
    if (open || calls() !== last.count) last = { count: calls(), at: Date.now() };
    return Date.now() - last.at > 500;
  });
}

const CREATE = `mutation ($input: CreateWorkspaceInput!) {
  createWorkspace(input: $input) { workspace { id } userErrors { code path } } }`;
interface Created {
  createWorkspace: {
    workspace: { id: string } | null;
    userErrors: { code: string; path: string[] }[];
  } | null;
}
const create = (slug: string, rest: object = {}) =>
  platform.query<Created>(founder.token, CREATE, { input: { name: slug, slug, ...rest } });

/** Disturbs the n-th call from now on, or it and all that follow. */
function disturbAt(n: number, how: 'refuse' | 'lose-call' | 'lose-answer', forGood = false): () => number {
  let seen = 0;
  platform.issuer.admin.disturb(() => {
    seen++;
    return seen === n || (forGood && seen > n) ? how : null;
  });
  return () => seen;
}

async function expectNothing(slug: string): Promise<void> {
  expect(await platform.sql('SELECT 1 FROM workspace.workspace w WHERE w.slug = $1', [slug])).toEqual([]);
}

test.each(['refuse', 'lose-call', 'lose-answer'] as const)(
  'C2: wherever the directory fails on the way (%s), there is no half workspace, and a retry works',
  async (how) => {
    for (let n = 1; ; n++) {
      const slug = `half-${how}-${n}`;
      const seen = disturbAt(n, how);
      const answer = await create(slug);
      platform.issuer.admin.disturb(null);
      if (seen() < n) {
        expect(n).toBeGreaterThan(6);
        expect(answer.data.createWorkspace?.userErrors).toEqual([]);
        return;
      }
      expect(answer.errors).toMatchObject([
        { extensions: { code: 'SERVICE_BUSY', retryAfterMs: expect.any(Number) as number } },
      ]);
      await expectNothing(slug);
      expect(await leftovers()).toEqual([]);
      const retried = await create(slug);
      expect(retried.data.createWorkspace).toMatchObject({ userErrors: [], workspace: expect.any(Object) });
    }
  },
);

test('C2: what a directory that died on the way keeps is removed when it is back', async () => {
  for (const n of [2, 5, 6]) {
    disturbAt(n, 'refuse', true);
    expect((await create(`dead-${n}`)).errors).toMatchObject([{ extensions: { code: 'SERVICE_BUSY' } }]);
    platform.issuer.admin.disturb(null);
    await expectNothing(`dead-${n}`);
  }
  expect(await leftovers()).toHaveLength(3);
  await sync();
  expect(await leftovers()).toHaveLength(3);
  platform.clock.advance(11 * 60 * 1000);
  await sync();
  await waitFor(async () => (await leftovers()).length === 0);
});

test('C2: a short name that is taken leaves no group, and a repeated key asks for none', async () => {
  const key = { idempotencyKey: 'once' };
  const first = await create('taken', key);
  await settled();
  const before = calls();
  const again = await create('taken', key);
  expect(again.data).toEqual(first.data);
  expect(calls()).toBe(before);
  expect((await create('taken')).data.createWorkspace?.userErrors).toEqual([
    { code: 'CONFLICT', path: ['slug'] },
  ]);
  expect(await leftovers()).toEqual([]);
  const both = await Promise.all([
    create('twice', { idempotencyKey: 'p' }),
    create('twice', { idempotencyKey: 'p' }),
  ]);
  expect(both[0].data).toEqual(both[1].data);
  expect(await leftovers()).toEqual([]);
});

test('A8: reading asks the directory nothing, and tokens are enough while it is away', async () => {
  await settled();
  const before = calls();
  const read = () =>
    platform.query(
      acme.member.token,
      `{ viewer { id } workspace(id: "${acme.id}") { viewerRole members { totalCount } } }`,
    );
  expect((await read()).errors).toEqual([]);
  expect(calls()).toBe(before);
  await platform.issuer.close();
  expect((await read()).data).toMatchObject({
    workspace: { viewerRole: 'MEMBER', members: { totalCount: 3 } },
  });
  await platform.issuer.reopen();
});

test('C2, C3: while the directory is away nothing is founded, and changes of members hold here and are told later', async () => {
  const person = await platform.seed.person('late');
  const { token } = await platform.seed.person('early');
  await acme.add({ ...person, token }, 'GUEST');
  await settled();
  await platform.issuer.close();
  const refused = await create('away');
  expect(refused.errors).toMatchObject([{ extensions: { code: 'SERVICE_BUSY' } }]);
  await expectNothing('away');
  const input = { workspaceId: acme.id, userId: person.id, role: 'ADMIN' };
  expect(await desk.run(acme.owner, 'changeMemberRole', 'directory', input)).toEqual({
    userErrors: [],
    directory: 'PENDING',
  });
  expect(await roleHere(acme, person)).toBe('ADMIN');
  await platform.issuer.reopen();
  await waitFor(async () => (await roleThere(acme, person)) === 'ADMIN');
  expect((await create('away')).data.createWorkspace?.userErrors).toEqual([]);
});

test('B14: a removal that the directory refuses is not consistent, ends as a dead letter, and is set right', async () => {
  const person = await platform.seed.person('sticky');
  await acme.add(person, 'MEMBER');
  await settled();
  platform.issuer.admin.disturb((call) => (call.startsWith('DELETE /users') ? 'refuse' : null));
  const input = { workspaceId: acme.id, userId: person.id };
  const removed = await desk.run(acme.owner, 'removeWorkspaceMember', 'directory consistent', input);
  expect(removed).toEqual({ userErrors: [], directory: 'PENDING', consistent: false });
  expect(await roleHere(acme, person)).toBeUndefined();
  const dead = await waitFor(
    async () => {
      platform.clock.advance(1000);
      const letters = await platform.sql<{ handler: string; error: string }>(
        'SELECT handler, error FROM event.dead_letter',
      );
      return letters[0];
    },
    { timeoutMs: 20_000 },
  );
  expect(dead).toMatchObject({ handler: 'workspace.workspace.member.removed' });
  expect(dead.error).toContain('the directory failed to remove a member: 503');
  platform.issuer.admin.disturb(null);
  await sync();
  await waitFor(async () => (await roleThere(acme, person)) === undefined);
});

test('C3: whoever is in the group is a member from the first sight of the token', async () => {
  platform.token('newcomer');
  const people = [...platform.issuer.directory.people.values()];
  const { id: userId } = people.find(({ username }) => username === 'newcomer')!;
  await desk.client.join(userId, (await desk.subgroups(acme.id)).MEMBER!);
  // Nobody has seen this person yet: the sync passes over what it cannot name.
  await sync();
  const newcomer = await platform.seed.person('newcomer');
  expect(await roleHere(acme, newcomer)).toBe('MEMBER');
  await settled();
  expect(await roleThere(acme, newcomer)).toBe('MEMBER');
});

test('B15: no token brings back whom it does not know to be removed, nor the suspended', async () => {
  const person = await platform.seed.person('boomerang');
  await acme.add(person, 'MEMBER');
  await settled();
  const place = { workspaceId: acme.id, userId: person.id };
  const group = `/${fromGlobalId('Workspace', acme.id)}/MEMBER`;
  /** By a token that was issued this long ago; the clock has gone on since what was changed before. */
  const signIn = async (secondsAgo: number) => {
    platform.clock.advance(3000);
    const iat = Math.floor(platform.clock.now().getTime() / 1000) - secondsAgo;
    const token = platform.token('boomerang', { claims: { groups: [group], iat } });
    expect((await platform.query(token, '{ viewer { id } }')).errors).toEqual([]);
    return roleHere(acme, person);
  };
  const run = (name: string, input: object = place) => desk.run(acme.owner, name, 'directory', input);
  await run('suspendMember');
  expect(await signIn(0)).toBeUndefined();
  await run('removeWorkspaceMember');
  expect(await signIn(30)).toBeUndefined();
  await run('addWorkspaceMember', { workspaceId: acme.id, username: 'boomerang', role: 'MEMBER' });
  // While the directory has not been told of the removal, its word is worth nothing.
  platform.issuer.admin.disturb(() => 'refuse');
  expect(await run('removeWorkspaceMember')).toMatchObject({ directory: 'PENDING' });
  expect(await signIn(0)).toBeUndefined();
  platform.issuer.admin.disturb(null);
  await waitFor(async () => (await roleThere(acme, person)) === undefined);
  await settled();
  // Told, it may say later that the person belongs to it again.
  expect(await signIn(0)).toBe('MEMBER');
});

test('C3: a directory that hangs keeps nobody waiting for long', async () => {
  const person = await platform.seed.person('patient');
  await settled();
  await platform.issuer.close();
  const hanging = createServer().listen(platform.issuer.port, '127.0.0.1');
  const sockets: Socket[] = [];
  hanging.on('connection', (socket) => sockets.push(socket));
  const began = Date.now();
  const input = { workspaceId: acme.id, username: person.username, role: 'MEMBER' };
  expect(await desk.run(acme.owner, 'addWorkspaceMember', 'directory', input)).toEqual({
    userErrors: [],
    directory: 'PENDING',
  });
  expect(Date.now() - began).toBeLessThan(5000);
  expect((await create('hanging')).errors).toMatchObject([{ extensions: { code: 'SERVICE_BUSY' } }]);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => hanging.close(resolve));
  await platform.issuer.reopen();
  await waitFor(async () => (await roleThere(acme, person)) === 'MEMBER', { timeoutMs: 20_000 });
});

test('A22: a directory without its secret is no directory: the start names what is missing', async () => {
  const { directory } = platform.wiring;
  const { secret } = directory;
  await platform.stop('workspace');
  directory.secret = '';
  await expect(platform.start('workspace')).rejects.toThrow('DIRECTORY_CLIENT_SECRET is missing');
  directory.secret = secret;
  await platform.start('workspace');
});

test('C1: without a directory workspaces and their members live here alone', async () => {
  const { directory } = platform.wiring;
  await platform.stop('workspace');
  await platform.stop('worker');
  directory.url = '';
  await platform.start('workspace');
  await platform.start('worker');
  const before = calls();
  const alone = await platform.seed.workspace('alone');
  expect(Object.keys(await desk.members(alone))).toHaveLength(3);
  const input = { workspaceId: alone.id, userId: alone.member.id };
  expect(await desk.run(alone.owner, 'removeWorkspaceMember', 'directory consistent', input)).toEqual({
    userErrors: [],
    directory: null,
    consistent: true,
  });
  await settled();
  expect(calls()).toBe(before);
});
