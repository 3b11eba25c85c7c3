import { removeGroup } from '../dev/issuer-directory';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { createDirectoryDesk } from './directory-client';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let desk: ReturnType<typeof createDirectoryDesk>;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform({ variables: { DIRECTORY_SYNC_MS: '100' } });
  desk = createDirectoryDesk(platform);
  acme = await platform.seed.workspace('acme');
});
afterEach(() => platform.issuer.admin.disturb(null));
afterAll(() => platform.close());

/** Waits until everybody has been compared by the groups that are there. */
async function untilKnown(): Promise<void> {
  await waitFor(
    async () => {
      const [row] = await platform.sql<{ ids: string[] | null }>(
        'SELECT subgroup_ids AS ids FROM workspace.directory_check WHERE workspace_id = $1',
        [fromGlobalId('Workspace', acme.id)],
      );
      const there = Object.values(await desk.subgroups(acme.id));
      return there.length === 4 && there.every((id) => row?.ids?.includes(id));
    },
    { what: 'the groups to be known' },
  );
}

const sidesOf = async () => ({
  here: await desk.members(acme),
  there: (await desk.group(acme.id))?.members ?? null,
});

/** Removes the workspace's group in the directory right before the n-th call behind the one that lists its subgroups. */
async function loseGroup(n: number): Promise<string> {
  const group = (await desk.client.findGroup(fromGlobalId('Workspace', acme.id)))!;
  let seen = -1;
  return new Promise((resolve) => {
    platform.issuer.admin.disturb((call) => {
      if (seen >= 0 || call === `GET /groups/${group.id}/children`) seen++;
      if (seen !== n) return null;
      platform.issuer.admin.disturb(null);
      removeGroup(platform.issuer.directory, platform.issuer.directory.groups.get(group.id)!);
      resolve(call);
      return null;
    });
  });
}

// The sync lists the subgroups, and then the members of each.
test.each([0, 1, 2, 3, 4, 5])(
  'C3: a group that is lost while it is compared (%i) is made again, and nobody is removed for it',
  async (n) => {
    const whole = {
      here: {
        [acme.owner.username]: 'OWNER',
        [acme.member.username]: 'MEMBER',
        [acme.guest.username]: 'GUEST',
      },
      there: {
        [acme.owner.username]: ['OWNER'],
        [acme.member.username]: ['MEMBER'],
        [acme.guest.username]: ['GUEST'],
      },
    };
    const areWhole = async () => expect(await sidesOf()).toEqual(whole);
    await untilKnown();
    await areWhole();
    const lostBefore = await loseGroup(n);
    expect(lostBefore).toMatch(n === 0 ? /children$/ : n < 5 ? /members$/ : /^GET \/groups$/);
    await waitFor(() => areWhole().then(() => true), { what: 'the group to be made again' });
    const removals = await platform.sql(
      "SELECT 1 FROM event.store WHERE type = 'workspace.member.removed' AND aggregate_id = $1",
      [fromGlobalId('Workspace', acme.id)],
    );
    expect(removals).toEqual([]);
  },
);

test('C3: a lost group that a change has made again gets everybody back', async () => {
  await untilKnown();
  const before = await sidesOf();
  await platform.stop('worker');
  await desk.client.deleteGroup((await desk.client.findGroup(fromGlobalId('Workspace', acme.id)))!.id);
  const input = { workspaceId: acme.id, userId: acme.member.id };
  await desk.run(acme.owner, 'changeMemberRole', 'directory', { ...input, role: 'ADMIN' });
  await desk.run(acme.owner, 'changeMemberRole', 'directory', { ...input, role: 'MEMBER' });
  expect((await sidesOf()).there).toEqual({ [acme.member.username]: ['MEMBER'] });
  await platform.start('worker');
  await untilKnown();
  expect(await sidesOf()).toEqual(before);
});

test('C3: who is removed from the group that was made again is removed here', async () => {
  await untilKnown();
  await desk.leave(acme.id, acme.guest, 'GUEST');
  await waitFor(async () => !(acme.guest.username in (await desk.members(acme))), {
    what: 'the guest to be removed',
  });
});

test('C3: who is added to a group before anybody was compared by it is added here', async () => {
  const fresh = await platform.seed.workspace('fresh');
  await platform.stop('worker');
  await platform.sql('UPDATE workspace.directory_check SET subgroup_ids = NULL WHERE workspace_id = $1', [
    fromGlobalId('Workspace', fresh.id),
  ]);
  const person = await platform.seed.person('early-bird');
  await desk.join(fresh.id, person, 'GUEST');
  await platform.start('worker');
  await waitFor(async () => (await desk.members(fresh))[person.username] === 'GUEST', {
    what: 'the guest to be added',
  });
});
