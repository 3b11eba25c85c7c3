import { fromGlobalId } from '../subgraphs/kit/ids';
import { makeChatClient, type ChatClient } from './chat-client';
import { makeInboxClient } from './inbox-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededWorkspace } from './seed';
import { statementsOf } from './statements';
import { makeTaskClient, type TaskClient, type TaskPayload } from './task-client';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let seed: Seed;
let acme: SeededWorkspace;
let mallory: Person;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterAll(() => platform.close());

const create = async (input: object = {}, person = acme.owner) =>
  (await tasks.mutate(person, 'createTask', { workspaceId: acme.id, title: 'A task', ...input })).task!;
const update = (id: string, input: object, person = acme.owner) =>
  tasks.mutate(person, 'updateTask', { id, ...input });
const codeOf = ({ userErrors }: Pick<TaskPayload, 'userErrors'>) => userErrors[0]?.code ?? null;

/** How many events aggregates of a type have. */
const eventCount = async (type: string) =>
  (
    await platform.sql<{ count: string }>('SELECT count(*) FROM event.store WHERE aggregate_type = $1', [
      type,
    ])
  )[0]!.count;

describe('F1: description and estimate', () => {
  test('F1: a task says in Markdown what it is about and how much work it is, from the start or later', async () => {
    const description = '# Why\n\n* because\n* \ttherefore 😀';
    const made = await create({ description, estimate: 0.5 });
    expect(made).toMatchObject({ description, estimate: 0.5, version: 1 });
    const plain = await create();
    expect(plain).toMatchObject({ description: null, estimate: null });
    const changed = await update(plain.id, { description: 'x'.repeat(40_000), estimate: 10_000 });
    expect(changed.task).toMatchObject({ description: 'x'.repeat(40_000), estimate: 10_000, version: 3 });
    const count = await eventCount('task');
    const again = await update(plain.id, { description: 'x'.repeat(40_000), estimate: 10_000 });
    expect(again).toMatchObject({ cursor: null, userErrors: [] });
    expect(await eventCount('task')).toBe(count);
    const cleared = await update(plain.id, { description: ' \n', estimate: null });
    expect(cleared.task).toMatchObject({ description: null, estimate: null, version: 5 });
  });

  test.each([
    ['a description of 40,001 characters', { description: 'x'.repeat(40_001) }, 'description'],
    ['a control character', { description: 'a\u0007b' }, 'description'],
    ['less than no work', { estimate: -1 }, 'estimate'],
    ['too much work', { estimate: 10_001 }, 'estimate'],
    ['what is no label', { labelIds: ['task_x'] }, 'labelIds'],
    ['labels in two ways', { labelIds: [], addLabelIds: [] }, 'labelIds'],
  ])('F1: %s is refused, and nothing changes', async (_, input, field) => {
    const task = await create();
    const count = await eventCount('task');
    const refused = await update(task.id, { title: 'Another', ...input });
    expect(refused.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: [field] }]);
    expect(await eventCount('task')).toBe(count);
  });
});

describe('F5: subscribers', () => {
  const subscribersOf = async (person: Person, id: string, page = '') =>
    (
      await client.query<{ task: { subscribers: { nodes: { user: { id: string } }[] } } | null }>(
        person,
        `query ($id: ID!) { task(id: $id) { subscribers${page} { nodes { user { id } subscribedAt } } } }`,
        { id },
      )
    ).task?.subscribers.nodes.map(({ user }) => user.id);

  /** Whom the last change of its status names. */
  const toldOf = async (id: string) =>
    (
      await platform.sql<{ payload: { subscriberIds: string[] } }>(
        "SELECT payload FROM event.store WHERE aggregate_id = $1 AND type = 'task.status.changed' ORDER BY version DESC",
        [fromGlobalId('Task', id)],
      )
    )[0]!.payload.subscriberIds;

  test('F5: who creates a task or is assigned to it is told of it, until they do not want to', async () => {
    const { owner, member } = acme;
    const { id } = await create({ assigneeId: member.id });
    expect([...(await subscribersOf(owner, id))!].sort()).toEqual([owner.id, member.id].sort());
    const left = await tasks.mutate(member, 'unsubscribeFromTask', { taskId: id });
    expect(left).toMatchObject({ userErrors: [], task: { viewerIsSubscribed: false, version: 1 } });
    expect(left.cursor).not.toBeNull();
    const again = await tasks.mutate(member, 'unsubscribeFromTask', { taskId: id });
    expect(again).toMatchObject({ userErrors: [], cursor: null });
    await update(id, { assigneeId: member.id, title: 'Still theirs' });
    expect(await subscribersOf(owner, id)).toEqual([owner.id]);
    await update(id, { assigneeId: null });
    await update(id, { assigneeId: member.id });
    expect(await subscribersOf(owner, id)).toEqual([owner.id, member.id]);
    await update(id, { assigneeId: owner.id });
    expect(await subscribersOf(owner, id, '(last: 1)')).toEqual([member.id]);
  });

  test('F5: the same wish 10 times at once is one; guests and foreigners do not subscribe', async () => {
    const { id } = await create();
    const payloads = await Promise.all(
      Array.from({ length: 10 }, () => tasks.mutate(acme.member, 'subscribeToTask', { taskId: id })),
    );
    expect(payloads.map(codeOf)).toEqual(Array(10).fill(null));
    expect(payloads.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
    expect(payloads[0]!.task).toMatchObject({ viewerIsSubscribed: true });
    for (const person of [acme.guest, mallory]) {
      const refused = await tasks.mutate(person, 'subscribeToTask', { taskId: id });
      expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['taskId'] }]);
    }
  });

  test('F5: a task of a private chat tells nobody who may not read it, whether it is theirs or they followed it', async () => {
    const place = await seed.workspace('untold');
    const inbox = makeInboxClient(platform);
    const chat = await place.chat({ visibility: 'PRIVATE', participants: [place.member, place.guest] });
    const messageId = await chat.send(place.owner, 'A secret');
    const made = await tasks.mutate(place.owner, 'createTaskFromMessage', { messageId });
    const { id } = made.task!;
    await tasks.mutate(place.member, 'subscribeToTask', { taskId: id });
    await client.mutate(place.owner, 'removeChatParticipant', { chatId: chat.id, userId: place.member.id });
    for (const { id: assigneeId } of [place.member, place.guest])
      expect((await update(id, { assigneeId }, place.owner)).userErrors).toEqual([]);
    expect((await update(id, { status: 'DONE' }, place.owner)).userErrors).toEqual([]);
    await inbox.told(place.guest, 'TASK_STATUS_CHANGED');
    await inbox.settled();
    const kinds = (await inbox.kinds(place.member)).filter((kind) => kind.startsWith('TASK'));
    expect(kinds).toEqual([]);
  });

  test('F5: whoever leaves the workspace is not named any more', async () => {
    const place = await seed.workspace('leaving');
    const { task } = await tasks.mutate(place.member, 'createTask', {
      workspaceId: place.id,
      title: 'Theirs',
    });
    expect(await subscribersOf(place.owner, task!.id)).toEqual([place.member.id]);
    const document =
      'mutation ($input: RemoveWorkspaceMemberInput!) { removeWorkspaceMember(input: $input) { userErrors { code } } }';
    const input = { workspaceId: place.id, userId: place.member.id };
    await client.query(place.owner, document, { input });
    expect(await subscribersOf(place.owner, task!.id)).toEqual([]);
  });

  test('F5: a new status names those who are to be told of it in its event', async () => {
    const { id } = await create({ assigneeId: acme.member.id });
    await tasks.mutate(acme.owner, 'unsubscribeFromTask', { taskId: id });
    await update(id, { status: 'DONE' });
    expect(await toldOf(id)).toEqual([fromGlobalId('User', acme.member.id)]);
  });

  test('F5: creator and assignee come first of those who are told, also of what one message does at once', async () => {
    const { owner, member } = acme;
    const chat = await tasks.discussion(acme, 'task', 'At once');
    const { id } = (await tasks.taskOf(owner, chat.id))!;
    await platform.sql(
      `INSERT INTO task.subscriber (task_id, user_id, workspace_id, scope_id, subscribed_at)
       SELECT t.id, gen_random_uuid(), t.workspace_id, t.scope_id, '2000-01-01' FROM task.task t, generate_series(1, 600)
       WHERE t.id = $1`,
      [fromGlobalId('Task', id)],
    );
    await tasks.say(owner, chat.id, '#status In Progress', 1);
    expect(await toldOf(id)).toHaveLength(500);
    expect((await toldOf(id))[0]).toBe(fromGlobalId('User', owner.id));
    await tasks.say(owner, chat.id, `#assignee @${member.username} #status Done`, 2);
    const ids = [owner, member].map((person) => fromGlobalId('User', person.id));
    expect((await toldOf(id)).slice(0, 2).sort()).toEqual(ids.sort());
  });
});

test('F3: the labels, descriptions and subscriptions of a page of tasks take one statement each', async () => {
  const label = await tasks.label(acme, 'Counted');
  const document = (
    first: number,
  ) => `query ($id: ID!) { workspace(id: $id) { tasks(first: ${first}) { nodes {
    description estimate labels { name } viewerIsSubscribed subscribers(first: 3) { nodes { subscribedAt } } } } } }`;
  for (let i = 0; i < 5; i++) await create({ labelIds: [label] });
  const run = (first: number) =>
    statementsOf(['task'], () => client.query(acme.owner, document(first), { id: acme.id }));
  const few = await run(1);
  expect((await run(20)).length).toBe(few.length);
});
