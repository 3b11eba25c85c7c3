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
async function untilKnown({ id }: Pick<SeededWorkspace, 'id'> = acme): Promise<void> {
  await waitFor(
    async () => {
      const [row] = await platform.sql<{ ids: string[] | null }>(
        'SELECT subgroup_ids AS ids FROM workspace.directory_check WHERE workspace_id = $1',
        [fromGlobalId('Workspace', id)],
      );
      const there = Object.values(await desk.subgroups(id));
      return there.length === 4 && there.every((subgroupId) => row?.ids?.includes(subgroupId));
    },
    { what: 'the groups to be known' },
  );
}

const sidesOf = async () => ({
  here: await desk.members(acme),
  there: (await desk.group(acme.id))?.members ?? null,
});

const untilSidesAre = (expected: unknown) =>
  waitFor(async () => {
    expect(await sidesOf()).toEqual(expected);
    return true;
  });

/** Makes a workspace one that nobody was compared in yet. The worker is to be stopped. */
const forget = ({ id }: Pick<SeededWorkspace, 'id'>) =>
  platform.sql('UPDATE workspace.directory_check SET subgroup_ids = NULL WHERE workspace_id = $1', [
    fromGlobalId('Workspace', id),
  ]);

/** Removes the workspace's group in the directory right before a call, and answers that. */
function loseGroupBefore(isDue: (call: string, groupId: string) => boolean): Promise<string> {
  const { directory, admin } = platform.issuer;
  const name = fromGlobalId('Workspace', acme.id);
  const group = [...directory.groups.values()].find((each) => each.name === name)!;
  return new Promise((resolve) => {
    admin.disturb((call) => {
      if (!isDue(call, group.id)) return null;
      admin.disturb(null);
      removeGroup(directory, group);
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
    await untilKnown();
    expect(await sidesOf()).toEqual(whole);
    let seen = -1;
    const lostBefore = await loseGroupBefore((call, groupId) => {
      if (seen >= 0 || call === `GET /groups/${groupId}/children`) seen++;
      return seen === n;
    });
    expect(lostBefore).toMatch(n === 0 ? /children$/ : n < 5 ? /members$/ : /^GET \/groups$/);
    await untilSidesAre(whole);
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
  for (const role of ['ADMIN', 'MEMBER'])
    expect((await desk.run(acme.owner, 'changeMemberRole', '', { ...input, role })).userErrors).toEqual([]);
  await untilSidesAre({ ...before, there: { [acme.member.username]: ['MEMBER'] } });
  await platform.start('worker');
  await untilKnown();
  expect(await sidesOf()).toEqual(before);
});

test.each([
  ['known', false],
  ['not known yet', true],
])('C3: a group that is %s and lost while somebody is looked up is no removal', async (_, isForgotten) => {
  await untilKnown();
  const whole = await sidesOf();
  await platform.stop('worker');
  if (isForgotten) await forget(acme);
  const lost = loseGroupBefore((call) => /^GET \/users\/.*\/groups$/.test(call));
  await desk.client.leave(fromGlobalId('User', acme.guest.id), (await desk.subgroups(acme.id)).GUEST!);
  await platform.start('worker');
  await lost;
  await untilSidesAre(whole);
});

test('C3: somebody whom the directory no longer knows keeps nobody else in a group', async () => {
  const workspace = await platform.seed.workspace('ghosts');
  const [ghost, leaver] = [workspace.member, workspace.guest];
  await platform.stop('worker');
  await forget(workspace);
  platform.issuer.directory.people.delete(fromGlobalId('User', ghost.id));
  await platform.start('worker');
  await untilKnown(workspace);
  await desk.leave(workspace.id, leaver, 'GUEST');
  await waitFor(async () => Object.keys(await desk.members(workspace)).join() === workspace.owner.username, {
    what: 'both to be removed',
  });
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
  await forget(fresh);
  const person = await platform.seed.person('early-bird');
  await desk.join(fresh.id, person, 'GUEST');
  await platform.start('worker');
  await waitFor(async () => (await desk.members(fresh))[person.username] === 'GUEST', {
    what: 'the guest to be added',
  });
});
