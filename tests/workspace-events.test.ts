import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { waitFor } from './wait';
import { createMutator } from './workspace-client';

let platform: Platform;
let mutate: ReturnType<typeof createMutator>;

beforeAll(async () => {
  platform = await startPlatform();
  mutate = createMutator(platform);
});
afterAll(() => platform.close());

const at = (place: SeededWorkspace, person: Person) => ({ workspaceId: place.id, userId: person.id });

async function cursorOf(place: SeededWorkspace): Promise<string> {
  await untilSettled(platform);
  const { data } = await platform.query<{ workspace: { eventsCursor: string } }>(
    place.owner.token,
    `{ workspace(id: "${place.id}") { eventsCursor } }`,
  );
  return data.workspace.eventsCursor;
}

const FOLLOW = `subscription ($id: ID!, $after: String) { workspaceEvents(workspaceId: $id, after: $after) {
  cursor event { __typename
    ... on WorkspaceRenamed { workspace { name } }
    ... on WorkspaceSettingsChanged { workspace { settings { theme } } }
    ... on WorkspaceArchived { workspace { isArchived } }
    ... on WorkspaceMemberAdded { user { username } role }
    ... on WorkspaceMemberRoleChanged { from to }
    ... on ChatCreated { chat { name } } } } }`;
type Frame = { workspaceEvents: { cursor: string; event: { __typename: string } } };
const eventsOf = (frames: readonly { data: Frame }[]) => frames.map(({ data }) => data.workspaceEvents.event);

test('G: workspaceEvents tells of members, name, settings and public chats, and resumes without a gap', async () => {
  const place = await platform.seed.workspace('follow');
  const { owner, member } = place;
  const after = await cursorOf(place);
  const stream = platform.subscribe<Frame>(member.token, FOLLOW, { id: place.id, after });
  await mutate(owner.token, 'updateWorkspace', { workspaceId: place.id, name: 'Followed' });
  await mutate(owner.token, 'updateWorkspaceSettings', { workspaceId: place.id, theme: 'DARK' });
  const chief = await platform.seed.person('follow-admin');
  await place.add(chief, 'MEMBER');
  await mutate(owner.token, 'changeMemberRole', { ...at(place, chief), role: 'ADMIN' });
  await place.chat({ name: 'open' });
  await place.chat({ name: 'closed', visibility: 'PRIVATE' });
  await mutate(owner.token, 'suspendMember', at(place, chief));
  await mutate(owner.token, 'reinstateMember', at(place, chief));
  await mutate(owner.token, 'removeWorkspaceMember', at(place, chief));
  await mutate(owner.token, 'archiveWorkspace', { workspaceId: place.id });
  const expected = [
    { __typename: 'WorkspaceRenamed', workspace: { name: 'Followed' } },
    { __typename: 'WorkspaceSettingsChanged', workspace: { settings: { theme: 'DARK' } } },
    { __typename: 'WorkspaceMemberAdded', user: { username: 'follow-admin' }, role: 'MEMBER' },
    { __typename: 'WorkspaceMemberRoleChanged', from: 'MEMBER', to: 'ADMIN' },
    { __typename: 'ChatCreated', chat: { name: 'open' } },
    { __typename: 'WorkspaceMemberSuspended' },
    { __typename: 'WorkspaceMemberReinstated' },
    { __typename: 'WorkspaceMemberRemoved' },
    { __typename: 'WorkspaceArchived', workspace: { isArchived: true } },
  ];
  await waitFor(() => stream.frames.length >= expected.length, { what: 'the events' });
  expect(eventsOf(stream.frames)).toEqual(expected);
  const resumed = platform.subscribe<Frame>(owner.token, FOLLOW, {
    id: place.id,
    after: stream.frames[1]!.data.workspaceEvents.cursor,
  });
  await waitFor(() => resumed.frames.length >= expected.length - 2, { what: 'the rest' });
  expect(eventsOf(resumed.frames)).toEqual(expected.slice(2));
});

test.each([
  ['suspended', 'suspendMember', {}],
  ['removed', 'removeWorkspaceMember', {}],
  ['made a guest', 'changeMemberRole', { role: 'GUEST' }],
])('B15: the stream of a member who is %s ends', async (_, mutation, input) => {
  const place = await platform.seed.workspace('ending');
  const after = await cursorOf(place);
  const stream = platform.subscribe<Frame>(place.member.token, FOLLOW, { id: place.id, after });
  await mutate(place.owner.token, 'updateWorkspace', { workspaceId: place.id, name: 'Seen' });
  await stream.next();
  await mutate(place.owner.token, mutation, { ...at(place, place.member), ...input });
  await stream.ended();
  expect(['FORBIDDEN', 'NOT_FOUND']).toContain(stream.errors[0]?.extensions?.code);
});

test('B3: a guest does not follow a workspace, and a foreigner finds none', async () => {
  const acme = await platform.seed.workspace('acme');
  const document = 'subscription ($id: ID!) { workspaceEvents(workspaceId: $id) { cursor } }';
  const guest = platform.subscribe(acme.guest.token, document, { id: acme.id });
  await guest.ended();
  expect(guest.errors[0]?.extensions?.code).toBe('FORBIDDEN');
  const stranger = await platform.seed.person('follow-stranger');
  const foreign = platform.subscribe(stranger.token, document, { id: acme.id });
  await foreign.ended();
  expect(foreign.errors[0]?.extensions?.code).toBe('NOT_FOUND');
});
