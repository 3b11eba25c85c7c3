import { seedDemo } from '../dev/seed';
import { SAMPLES } from '../gateway/explorer-samples';
import { startPlatform, type Platform } from './platform';

interface Places {
  workspaceId: string;
  chatId: string;
}

let platform: Platform;
let places: Places;

beforeAll(async () => {
  platform = await startPlatform();
  await seedDemo({ url: platform.url, tokenOf: (name) => Promise.resolve(platform.token(name)) });
  places = await findPlaces();
}, 60_000);

afterAll(() => platform.close());

/** Runs a sample as alice, on the ids that the page fills in. */
async function run<D>(name: string): Promise<D> {
  const { query, variables } = SAMPLES.find((sample) => sample.query.includes(` ${name}`))!;
  const given = JSON.parse(variables ?? '{}') as Record<string, string>;
  const filled: [string, unknown][] = Object.entries(given).map(([key, value]) => [
    key,
    value || places[key as keyof Places],
  ]);
  const answer = await platform.query<D>(platform.token('alice'), query, Object.fromEntries(filled));
  expect(answer.errors).toEqual([]);
  return answer.data;
}

/** As the page does: the first workspace, and the last of its channels that the first sample names. */
async function findPlaces(): Promise<Places> {
  interface Start {
    viewer: {
      memberships: {
        nodes: { workspace: { id: string; chats: { nodes: { id: string; kind: string }[] } } }[];
      };
    };
  }
  const [{ workspace }] = (await run<Start>('Start')).viewer.memberships.nodes as [
    Start['viewer']['memberships']['nodes'][number],
  ];
  const channels = workspace.chats.nodes.filter(({ kind }) => kind === 'CHANNEL');
  return { workspaceId: workspace.id, chatId: channels.at(-1)!.id };
}

describe('the demo, by the samples of the explorer', () => {
  test('shows a thread and a reaction', async () => {
    const [root, mention] = (
      await run<{ chat: { messages: { nodes: Record<string, unknown>[] } } }>('ReadChat')
    ).chat.messages.nodes;
    expect(root).toMatchObject({
      ...{ replyCount: 2, reactions: [{ emoji: '🚀', count: 1, viewerHasReacted: false }] },
      replies: {
        nodes: [{ author: { displayName: 'Bob Brown' } }, { author: { displayName: 'Alice Anderson' } }],
      },
    });
    expect(mention).toMatchObject({ replyCount: 0, author: { displayName: 'Bob Brown' } });
  });

  test('shows what is unread, and mentions', async () => {
    const { workspace } = await run<{
      workspace: { unreadCount: number; sidebar: { nodes: { name: string }[] } };
    }>('Sidebar');
    expect(workspace.unreadCount).toBe(1);
    expect(workspace.sidebar.nodes.find(({ name }) => name === 'general')).toMatchObject({
      viewerState: { unreadCount: 1, mentionCount: 1, isMuted: false },
    });
  });

  test('shows messages that are found', async () => {
    const { workspace } = await run<{ workspace: { searchMessages: { nodes: unknown[] } } }>('Search');
    expect(workspace.searchMessages.nodes).toHaveLength(2);
    expect(JSON.stringify(workspace)).toContain('{"text":"release","isMatch":true}');
  });
});
