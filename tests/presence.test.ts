import { readMetrics } from './live-client';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import type { Subscribed, TestSocket } from './socket';
import { waitFor } from './wait';

let platform: Platform;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace();
});

afterAll(() => platform.close());

const EVENTS = `subscription ($workspaceId: ID!) {
  presenceEvents(workspaceId: $workspaceId) { presence changedAt user { id displayName } }
}`;
const KEEPS_OPEN =
  'subscription ($workspaceId: ID!) { presenceEvents(workspaceId: $workspaceId) { presence } }';

interface Told {
  presenceEvents: { presence: string; user: { id: string; displayName: string } };
}

const connect = (person: Person): TestSocket => {
  const socket = platform.socket(person.token);
  socket.subscribe(KEEPS_OPEN, { workspaceId: acme.id });
  return socket;
};

async function presenceOf(person: Person): Promise<string | null> {
  const answer = await platform.query<{ user: { presence: string | null } }>(
    acme.owner.token,
    'query ($id: ID!) { user(id: $id) { presence } }',
    { id: person.id },
  );
  return answer.data.user.presence;
}

const becomes = (person: Person, state: string | null, timeoutMs = 10_000) =>
  waitFor(async () => (await presenceOf(person)) === state, {
    what: `${person.username} ${state}`,
    timeoutMs,
  });

const set = (person: Person, state: string) =>
  platform.query<{ setPresence: object }>(
    person.token,
    'mutation ($input: SetPresenceInput!) { setPresence(input: $input) { user { presence } userErrors { code } } }',
    { input: { state } },
  );

const watchings: Subscribed<Told>[] = [];

const untilLive = (isLive: (subscriptions: number) => boolean) =>
  waitFor(async () => isLive((await readMetrics(platform)).members!), {
    what: 'subscriptions to begin or end',
  });

/**
 * What a watcher is told of a person from now on, as it comes. To be called while nobody else subscribes: what passes
 * is told to live subscriptions alone, and an admitted socket is not one yet.
 */
async function watch(watcher: Person, person: Person) {
  const watching = platform.subscribe<Told>(watcher.token, EVENTS, { workspaceId: acme.id });
  watchings.push(watching);
  await untilLive((subscriptions) => subscriptions === 1);
  const isOf = ({ data }: { data: Told }) => data.presenceEvents.user?.id === person.id;
  return {
    told: (state: string) =>
      watching.next((frame) => isOf(frame) && frame.data.presenceEvents.presence === state, 15_000),
    states: () => watching.frames.filter(isOf).map(({ data }) => data.presenceEvents.presence),
  };
}

afterEach(async () => {
  for (const watching of watchings.splice(0)) watching.close();
  await untilLive((subscriptions) => subscriptions === 0);
});

describe('I1: presence', () => {
  // First, because the crashed process goes by the machine's clock, which the others move away from.
  test('a gateway that crashes takes its people offline by time', async () => {
    await platform.stop('gateway');
    const child = await platform.spawn('gateway');
    const before = await watch(acme.owner, acme.member);
    const socket = connect(acme.member);
    await before.told('ONLINE');
    await child.kill('SIGKILL');
    await socket.close();
    await platform.start('gateway');
    await becomes(acme.member, 'ONLINE');
    const after = await watch(acme.owner, acme.member);
    await becomes(acme.owner, 'ONLINE');
    platform.clock.advance(31_000);
    await after.told('OFFLINE');
  });

  test('is told to members: who comes, is away, goes; two sockets count once', async () => {
    const { told, states } = await watch(acme.owner, acme.member);
    await becomes(acme.owner, 'ONLINE');
    const first = connect(acme.member);
    const frame = await told('ONLINE');
    expect(frame.data.presenceEvents.user).toEqual({
      id: acme.member.id,
      displayName: acme.member.username,
    });
    const second = connect(acme.member);
    expect((await set(acme.member, 'AWAY')).data.setPresence).toEqual({
      user: { presence: 'AWAY' },
      userErrors: [],
    });
    await told('AWAY');
    await first.close();
    platform.clock.advance(6000);
    await becomes(acme.member, 'AWAY');
    await second.close();
    platform.clock.advance(6000);
    await told('OFFLINE');
    await becomes(acme.member, 'OFFLINE');
    expect(states()).toEqual(['ONLINE', 'AWAY', 'OFFLINE']);
  });

  test('whoever went away and came back is not away any more', async () => {
    const { told } = await watch(acme.owner, acme.member);
    const socket = connect(acme.member);
    await told('ONLINE');
    await socket.close();
    platform.clock.advance(6000);
    await told('OFFLINE');
  });

  test('is a matter of members: outsiders are told nothing, guests are members', async () => {
    const outsider = await platform.seed.person('presence-outsider');
    const refused = platform.subscribe(outsider.token, EVENTS, { workspaceId: acme.id });
    await refused.ended();
    expect(refused.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const nothing = platform.subscribe(outsider.token, EVENTS, {
      workspaceId: 'workspace_00000000000000000000000000',
    });
    await nothing.ended();
    expect(nothing.errors[0]?.message).toBe(refused.errors[0]?.message);
    const { told } = await watch(acme.guest, acme.guest);
    for (const state of ['AWAY', 'ONLINE']) {
      await set(acme.guest, state);
      await told(state);
    }
  });

  test('is nobody’s any more who shares no workspace, while the profile stays', async () => {
    const leaver = await platform.seed.person('presence-leaver');
    await acme.add(leaver, 'MEMBER');
    await becomes(leaver, 'OFFLINE');
    const { data } = await platform.query<{ removeWorkspaceMember: { userErrors: object[] } }>(
      acme.owner.token,
      'mutation ($input: RemoveWorkspaceMemberInput!) { removeWorkspaceMember(input: $input) { userErrors { code } } }',
      { input: { workspaceId: acme.id, userId: leaver.id } },
    );
    expect(data.removeWorkspaceMember.userErrors).toEqual([]);
    expect(await presenceOf(leaver)).toBeNull();
  });

  test('is unknown while Redis is away, and known again after', async () => {
    const { told } = await watch(acme.owner, acme.member);
    await becomes(acme.owner, 'ONLINE');
    await platform.redis.stop();
    await becomes(acme.owner, null);
    const refused = await set(acme.owner, 'AWAY');
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'SERVICE_BUSY' });
    await platform.redis.start();
    await becomes(acme.owner, 'ONLINE', 20_000);
    const socket = connect(acme.member);
    await told('ONLINE');
    await socket.close();
  });

  test('never touches the event store', async () => {
    expect(
      await platform.sql(
        "SELECT 1 FROM event.store WHERE type LIKE 'presence.%' OR aggregate_type = 'presence'",
      ),
    ).toEqual([]);
  });
});
