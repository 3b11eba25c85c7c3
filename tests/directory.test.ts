import { fromGlobalId } from '../subgraphs/kit/ids';
import { createDirectoryDesk, type Role } from './directory-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { waitFor } from './wait';

let platform: Platform;
let desk: ReturnType<typeof createDirectoryDesk>;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform({ variables: { DIRECTORY_SYNC_MS: '300' } });
  desk = createDirectoryDesk(platform);
  acme = await platform.seed.workspace('acme');
});
afterAll(() => platform.close());

const rolesThere = async ({ id }: { id: string }) => (await desk.group(id))?.members;
const roleThere = async (workspace: { id: string }, person: Person) =>
  (await rolesThere(workspace))?.[person.username]?.join();
const roleHere = async (workspace: SeededWorkspace, person: Person) =>
  (await desk.members(workspace))[person.username];

/** Waits until both sides say the same of somebody. */
async function agreed(workspace: SeededWorkspace, person: Person, role: Role | undefined): Promise<void> {
  await waitFor(
    async () => (await roleHere(workspace, person)) === role && (await roleThere(workspace, person)) === role,
    { what: `${person.username} to be ${role ?? 'nothing'} on both sides` },
  );
}

test('C2: creating a workspace makes its group, with its id, a subgroup per role, and the founder as owner', async () => {
  const founder = await platform.seed.person('founder');
  const made = await desk.run(founder, 'createWorkspace', 'workspace { id }', {
    name: 'Initech',
    slug: 'initech',
  });
  const { id } = made.workspace as { id: string };
  const group = await desk.group(id);
  expect(group?.members).toEqual({ founder: ['OWNER'] });
  expect(group?.attributes).toMatchObject({
    workspace_id: [fromGlobalId('Workspace', id)],
    workspace_name: ['Initech'],
  });
  expect(Object.keys(await desk.subgroups(id)).sort()).toEqual(['ADMIN', 'GUEST', 'MEMBER', 'OWNER']);
});

test('A8: the directory is changed by client credentials, never by a token of a user', async () => {
  const calls = platform.issuer.admin.calls.length;
  const other = await platform.seed.workspace('a8');
  expect(platform.issuer.admin.calls.length).toBeGreaterThan(calls);
  const groups = `${platform.wiring.directory.url}/admin/realms/tributary/groups`;
  const asUser = await fetch(groups, { headers: { authorization: `Bearer ${other.owner.token}` } });
  expect(asUser.status).toBe(403);
});

test('C3: changes made here reach the directory, and the payload says so', async () => {
  const person = await platform.seed.person('wanderer');
  const place = { workspaceId: acme.id, userId: person.id };
  const synced = { userErrors: [], directory: 'SYNCED' };
  const run = (name: string, input: object) => desk.run(acme.owner, name, 'directory', input);
  const add = (role: Role) =>
    run('addWorkspaceMember', { workspaceId: acme.id, username: person.username, role });
  expect(await add('MEMBER')).toEqual(synced);
  expect(await roleThere(acme, person)).toBe('MEMBER');
  expect(await run('changeMemberRole', { ...place, role: 'ADMIN' })).toEqual(synced);
  expect(await roleThere(acme, person)).toBe('ADMIN');
  expect(await run('suspendMember', place)).toEqual(synced);
  expect(await roleThere(acme, person)).toBeUndefined();
  expect(await run('reinstateMember', place)).toEqual(synced);
  expect(await roleThere(acme, person)).toBe('ADMIN');
  expect(await run('transferOwnership', place)).toEqual(synced);
  expect([await roleThere(acme, person), await roleThere(acme, acme.owner)]).toEqual(['OWNER', 'ADMIN']);
  const back = { workspaceId: acme.id, userId: acme.owner.id };
  expect(await desk.run(person, 'transferOwnership', 'directory', back)).toEqual(synced);
  const left = await desk.run(person, 'leaveWorkspace', 'directory consistent', { workspaceId: acme.id });
  expect(left).toEqual({ ...synced, consistent: true });
  expect(await roleThere(acme, person)).toBeUndefined();
  expect(await roleThere(acme, acme.owner)).toBe('OWNER');
});

test('C3: whoever joins by an invite is in the group', async () => {
  const person = await platform.seed.person('joiner');
  const made = await desk.run(acme.owner, 'createInvite', 'token', { workspaceId: acme.id, role: 'GUEST' });
  const joined = await desk.run(person, 'joinWorkspace', 'directory', { token: made.token });
  expect(joined).toEqual({ userErrors: [], directory: 'SYNCED' });
  expect(await roleThere(acme, person)).toBe('GUEST');
});

test('B14: a removal is read again on both sides', async () => {
  const person = await platform.seed.person('leaver');
  await acme.add(person, 'MEMBER');
  const input = { workspaceId: acme.id, userId: person.id };
  const removed = await desk.run(acme.owner, 'removeWorkspaceMember', 'directory consistent', input);
  expect(removed).toEqual({ userErrors: [], directory: 'SYNCED', consistent: true });
  await agreed(acme, person, undefined);
  const again = await desk.run(acme.owner, 'removeWorkspaceMember', 'directory consistent', input);
  expect(again).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }], directory: null, consistent: null });
});

test('C3: who is added, moved and removed in the directory is so here after a sync', async () => {
  const person = await platform.seed.person('hired');
  await desk.join(acme.id, person, 'MEMBER');
  await agreed(acme, person, 'MEMBER');
  const viewed = await platform.query(person.token, `{ workspace(id: "${acme.id}") { viewerRole } }`);
  expect(viewed.data).toEqual({ workspace: { viewerRole: 'MEMBER' } });
  // Added to another subgroup and left in the former: the one that was added counts.
  await desk.join(acme.id, person, 'ADMIN');
  await agreed(acme, person, 'ADMIN');
  await desk.leave(acme.id, person, 'ADMIN');
  await agreed(acme, person, undefined);
  const gone = await platform.query(person.token, `{ workspace(id: "${acme.id}") { id } }`);
  expect(gone.data).toEqual({ workspace: null });
  const events = await platform.sql<{ type: string; actor_id: string | null }>(
    `SELECT type, actor_id FROM event.store WHERE payload ->> 'userId' = $1 ORDER BY version`,
    [fromGlobalId('User', person.id)],
  );
  expect(events.filter(({ type }) => type.startsWith('workspace.'))).toEqual([
    { type: 'workspace.member.added', actor_id: null },
    { type: 'workspace.member.role_changed', actor_id: null },
    { type: 'workspace.member.removed', actor_id: null },
  ]);
});

test('C3: the last owner and the suspended are not changed from the directory: it is set right', async () => {
  const place = { workspaceId: acme.id, userId: acme.member.id };
  await desk.leave(acme.id, acme.owner, 'OWNER');
  await agreed(acme, acme.owner, 'OWNER');
  await desk.run(acme.owner, 'suspendMember', 'directory', place);
  await desk.join(acme.id, acme.member, 'MEMBER');
  await waitFor(async () => (await roleThere(acme, acme.member)) === undefined);
  expect(await roleHere(acme, acme.member)).toBeUndefined();
  await desk.run(acme.owner, 'reinstateMember', 'directory', place);
  await agreed(acme, acme.member, 'MEMBER');
});

test('C3: a group that is lost is made again, and nobody is removed for it', async () => {
  const workspace = await platform.seed.workspace('lost');
  await agreed(workspace, workspace.member, 'MEMBER');
  await agreed(workspace, workspace.guest, 'GUEST');
  const before = await rolesThere(workspace);
  const group = await desk.client.findGroup(fromGlobalId('Workspace', workspace.id));
  await desk.client.deleteGroup(group!.id);
  await waitFor(async () => JSON.stringify(await rolesThere(workspace)) === JSON.stringify(before));
  const subgroups = await desk.subgroups(workspace.id);
  await desk.client.deleteGroup(subgroups.MEMBER!);
  await waitFor(async () => JSON.stringify(await rolesThere(workspace)) === JSON.stringify(before));
  expect(Object.keys(await desk.members(workspace))).toHaveLength(3);
});

test('C2: the groups of workspaces that are deleted go too, also of those that are being compared', async () => {
  const workspaces = await Promise.all(
    Array.from({ length: 6 }, (_, i) => platform.seed.workspace(`doomed-${i}`)),
  );
  for (const { id, slug, owner } of workspaces)
    await desk.run(owner, 'deleteWorkspace', '', { workspaceId: id, confirmSlug: slug });
  // A try that fails is made again after 1, 2, 4 and 8 s.
  const groups = () => Promise.all(workspaces.map(({ id }) => desk.group(id)));
  await waitFor(async () => (await groups()).every((group) => group === null), { timeoutMs: 30_000 });
});

test('C2: a group without a workspace is removed after a while; groups of others are left alone', async () => {
  const workspaceId = '019a0000-0000-7000-8000-00000000000f';
  const attributes = { workspace_id: [workspaceId], founded_at: [platform.clock.now().toISOString()] };
  await desk.client.ensureGroup({ name: workspaceId, attributes });
  await desk.client.ensureGroup({ name: '019a0000-0000-7000-8000-00000000000e' });
  platform.clock.advance(9 * 60 * 1000);
  const count = () => platform.issuer.admin.calls.filter((call) => call.startsWith('GET /groups')).length;
  const seen = count();
  await waitFor(() => count() > seen + 20);
  expect(await desk.client.findGroup(workspaceId)).not.toBeNull();
  platform.clock.advance(2 * 60 * 1000);
  await waitFor(async () => (await desk.client.findGroup(workspaceId)) === null);
  expect(await desk.client.findGroup('019a0000-0000-7000-8000-00000000000e')).not.toBeNull();
  expect(await desk.client.findGroup('people')).not.toBeNull();
});

test('C2: the group says what the workspace is called now', async () => {
  const workspace = await platform.seed.workspace('named');
  const nameThere = async () => (await desk.group(workspace.id))?.attributes;
  const before = await nameThere();
  const input = { workspaceId: workspace.id, name: 'Named Again' };
  expect(await desk.run(workspace.owner, 'updateWorkspace', '', input)).toEqual({ userErrors: [] });
  const renamed = { ...before, workspace_name: ['Named Again'] };
  await waitFor(async () => JSON.stringify(await nameThere()) === JSON.stringify(renamed));
  const group = await desk.client.findGroup(fromGlobalId('Workspace', workspace.id));
  await desk.client.setAttributes({ ...group!, attributes: { ...before, workspace_name: ['Wrong'] } });
  await waitFor(async () => JSON.stringify(await nameThere()) === JSON.stringify(renamed), {
    what: 'the sync to set the name right',
  });
});

test('C3: both sides changed at once end up as it was decided here', async () => {
  const person = await platform.seed.person('torn');
  await acme.add(person, 'MEMBER');
  await untilSettled(platform);
  platform.issuer.admin.disturb((call) => (call.startsWith('GET') ? 'refuse' : null));
  const input = { workspaceId: acme.id, userId: person.id, role: 'GUEST' };
  expect(await desk.run(acme.owner, 'changeMemberRole', 'directory', input)).toMatchObject({
    directory: 'PENDING',
  });
  const people = platform.issuer.directory.people.get(fromGlobalId('User', person.id))!;
  people.groupIds = [];
  platform.issuer.admin.disturb(null);
  await agreed(acme, person, 'GUEST');
});

test('C3: new workspaces, however many, do not take the turn of those that are there', async () => {
  const id = fromGlobalId('Workspace', acme.id);
  await platform.sql(
    `CREATE TABLE public.turn AS SELECT workspace_id, checked_at FROM workspace.directory_check LIMIT 0`,
  );
  await platform.sql(`GRANT INSERT ON public.turn TO PUBLIC`);
  await platform.sql(`CREATE FUNCTION public.note_turn() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO public.turn VALUES (NEW.workspace_id, NEW.checked_at); RETURN NEW; END $$`);
  await platform.sql(`CREATE TRIGGER note_turn AFTER INSERT OR UPDATE ON workspace.directory_check
    FOR EACH ROW EXECUTE FUNCTION public.note_turn()`);
  // More than one run compares; newer than whatever a run compares while they are inserted.
  await platform.sql(
    `INSERT INTO workspace.workspace (id, workspace_id, scope_id, creator_id, name, slug, version, created_at)
     SELECT id, id, id, id, 'One of many', 'many-' || n, 1, $1
     FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 150) AS n) AS many`,
    [new Date(platform.clock.now().getTime() + 60_000)],
  );
  const first = await waitFor(async () => {
    const [row] = await platform.sql<{ at: Date | null }>(
      `SELECT min(t.checked_at) AS at FROM public.turn t JOIN workspace.workspace w ON w.id = t.workspace_id
       WHERE w.slug LIKE 'many-%'`,
    );
    return row!.at;
  });
  const turns = await platform.sql(
    'SELECT 1 FROM public.turn t WHERE t.workspace_id = $1 AND t.checked_at = $2',
    [id, first],
  );
  expect(turns).toHaveLength(1);
});
