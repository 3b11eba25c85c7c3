import { makeAudienceClient } from './audience-client';
import {
  ENTITIES,
  entityDifferences,
  makeWorld,
  planted,
  SUBSCRIPTIONS,
  subscriptionDifferences,
  type World,
} from './audience-world';
import { startPlatform, type Platform } from './platform';

let platform: Platform;
let world: World;

beforeAll(async () => {
  platform = await startPlatform();
  world = await makeWorld(platform, await platform.seed.workspace());
}, 60_000);

afterAll(() => platform?.close());

test('the private chat that was made for a task has no audience: only some of its members see the task', async () => {
  const query = 'subscription ($id: ID!) { chatEvents(chatId: $id) { cursor } }';
  const admitted = async (id: string) => {
    const client = makeAudienceClient(platform);
    const [admission] = await client.admit(
      'chat',
      [{ query, variables: { id } }],
      world.workspace.owner.token,
    );
    return admission!;
  };
  const { data } = await platform.query<{ task: { chat: { id: string } } }>(
    world.workspace.owner.token,
    'query ($id: ID!) { task(id: $id) { chat { id } } }',
    { id: world.ids.Task },
  );
  expect(await admitted(data.task.chat.id)).toMatchObject({ topic: expect.any(String), audience: null });
  expect((await admitted(world.ids.Chat!)).audience).not.toBeNull();
});

describe('what is not marked as the viewer’s is the same for two members of an audience, and for the audience', () => {
  test.each(ENTITIES)('%s: %s', async (...entity) => {
    expect(await entityDifferences(world, entity)).toEqual([]);
  });

  test.each(SUBSCRIPTIONS)('%s: %s', async (...field) => {
    expect(await subscriptionDifferences(world, field)).toEqual([]);
  });

  test.each([
    ['what somebody may do', 'Chat', ['viewerCanSend'], 'Chat_viewerCanSend'],
    ['what somebody has muted', 'Chat', ['viewerState'], 'Chat_viewerState'],
    ['what somebody has reacted', 'ReactionGroup', ['viewerHasReacted'], 'ReactionGroup_viewerHasReacted'],
  ])('and a wrong mark is found: %s', async (_, type, fields, found) => {
    const entity = ['chat', type === 'Chat' ? 'Chat' : 'Message'] as const;
    const wrong = await entityDifferences(world, entity, planted(type, ...fields));
    expect(wrong.join()).toContain(found);
  });
});
