import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type Seed, type SeededWorkspace } from './seed';
import { makeTaskClient, type TaskClient, type TaskPayload } from './task-client';
import { untilSettled } from './settled';

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

interface Label {
  id: string;
  name: string;
  color: string;
  version: number;
}
interface LabelPayload extends Pick<TaskPayload, 'userErrors' | 'cursor'> {
  label?: Label | null;
  labelId?: string | null;
}
const mutate = async (person: Person, name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const entity = name === 'deleteLabel' ? 'labelId' : 'label { id name color version }';
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${entity} cursor
    userErrors { code message path ... on ConflictError { currentVersion } } } }`;
  return (await client.query<Record<string, LabelPayload>>(person, document, { input }))[name]!;
};
describe('F1: labels', () => {
  const listed = async (person: Person, workspace = acme, page = '(first: 100)') =>
    (
      await client.query<{ workspace: { labels: { nodes: Label[] } | null } | null }>(
        person,
        `query ($id: ID!) { workspace(id: $id) { labels${page} { nodes { id name color version } } } }`,
        { id: workspace.id },
      )
    ).workspace?.labels?.nodes.map(({ name }) => name);

  test('F1: labels belong to a workspace, each name once, and are listed by name', async () => {
    const place = await seed.workspace('labels');
    const { owner, member, guest } = place;
    const input = { workspaceId: place.id, name: ' Security ', color: '#D73A4A', idempotencyKey: 'once' };
    const made = await mutate(member, 'createLabel', input);
    expect(made).toMatchObject({ userErrors: [], label: { name: 'Security', color: '#d73a4a', version: 1 } });
    expect((await mutate(member, 'createLabel', input)).label!.id).toBe(made.label!.id);
    const twice = await mutate(owner, 'createLabel', { ...input, name: 'SECURITY', idempotencyKey: null });
    expect(twice.userErrors).toMatchObject([
      { code: 'CONFLICT', message: 'The workspace has a label named "SECURITY" already.', path: ['name'] },
    ]);
    for (const name of ['backend', 'API']) await tasks.label(place, name);
    for (const person of [owner, member, guest])
      expect(await listed(person, place)).toEqual(['API', 'backend', 'Security']);
    expect(await listed(mallory, place)).toBeUndefined();
    expect(codeOf(await mutate(guest, 'createLabel', { ...input, name: 'Mine' }))).toBe('FORBIDDEN');
    expect(codeOf(await mutate(mallory, 'createLabel', { ...input, name: 'Mine' }))).toBe('NOT_FOUND');
  });

  test('F1: a label is changed on every task that has it, and told to boards; who comes late is told so', async () => {
    const id = await tasks.label(acme, 'Before');
    const task = await create({ labelIds: [id, id] });
    expect(task.labels).toEqual([{ id, name: 'Before' }]);
    const renamed = await mutate(acme.member, 'updateLabel', { id, name: 'After', expectedVersion: 1 });
    expect(renamed.label).toMatchObject({ name: 'After', color: '#2f81f7', version: 2 });
    expect(await mutate(acme.owner, 'updateLabel', { id, name: 'After' })).toMatchObject({ cursor: null });
    const late = await mutate(acme.owner, 'updateLabel', { id, color: '#000000', expectedVersion: 1 });
    expect(late.userErrors).toMatchObject([{ code: 'CONFLICT', currentVersion: 2 }]);
    expect(late.label).toMatchObject({ color: '#2f81f7' });
    for (const fault of [{ name: '' }, { name: 'x'.repeat(51) }, { color: 'red' }, { color: null }])
      expect(codeOf(await mutate(acme.owner, 'updateLabel', { id, ...fault }))).toBe('BAD_USER_INPUT');
    expect((await update(task.id, { title: 'Same labels' })).task!.labels).toEqual([{ id, name: 'After' }]);
    expect((await mutate(acme.member, 'deleteLabel', { id })).labelId).toBe(id);
    expect((await update(task.id, { title: 'None' })).task!.labels).toEqual([]);
    expect(codeOf(await mutate(acme.member, 'deleteLabel', { id }))).toBe('NOT_FOUND');
    expect(codeOf(await update(task.id, { addLabelIds: [id] }))).toBe('NOT_FOUND');
  });

  test('F1: a task has at most 20 labels, also when they come at once; none is lost', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 24; i++) ids.push(await tasks.label(acme, `Many ${i}`));
    const task = await create({ labelIds: ids.slice(0, 15) });
    const added = await Promise.all(ids.slice(15).map((id) => update(task.id, { addLabelIds: [id] })));
    expect(added.filter((payload) => codeOf(payload) === null)).toHaveLength(5);
    const refused = added.filter((payload) => codeOf(payload) !== null);
    expect(refused.map(({ userErrors }) => userErrors[0])).toEqual(
      Array(4).fill({ code: 'BAD_USER_INPUT', message: 'A task has at most 20 labels', path: ['labelIds'] }),
    );
    const swapped = await update(task.id, { addLabelIds: [ids[23]], removeLabelIds: ids.slice(0, 10) });
    const present = swapped.task!.labels.map(({ id }) => id);
    expect(present).toContain(ids[23]);
    expect(present.length).toBeGreaterThanOrEqual(10);
    const version = swapped.task!.version;
    const same = await update(task.id, { labelIds: [...present].reverse(), removeLabelIds: null });
    expect(same).toMatchObject({ cursor: null, userErrors: [], task: { version } });
    expect((await update(task.id, { labelIds: null })).task!.labels).toEqual([]);
    const many = await tasks.mutate(acme.owner, 'createTask', {
      workspaceId: acme.id,
      title: 'x',
      labelIds: ids,
    });
    expect(codeOf(many)).toBe('BAD_USER_INPUT');
  });

  test('F1: a guest sees the labels of the tasks in their chats; whoever is in no such chat sees neither', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.guest] });
    const labelIds = [await tasks.label(acme, 'For guests')];
    const messageId = await chat.send(acme.owner, 'Shown');
    const made = await tasks.mutate(acme.owner, 'createTaskFromMessage', { messageId, labelIds });
    const document =
      'query ($id: ID!) { task(id: $id) { labels { name } subscribers { nodes { user { id } } } } }';
    const seenBy = async (person: Person) =>
      (await client.query<{ task: object | null }>(person, document, { id: made.task!.id })).task;
    expect(await seenBy(acme.guest)).toEqual({
      labels: [{ name: 'For guests' }],
      subscribers: { nodes: [{ user: { id: acme.owner.id } }] },
    });
    expect([await seenBy(acme.member), await seenBy(mallory)]).toEqual([null, null]);
  });

  test('F1: a label that is deleted while tasks are given it is on none of them', async () => {
    const id = await tasks.label(acme, 'Short-lived');
    const made = await Promise.all(Array.from({ length: 6 }, () => create()));
    const given = made.map((task) => update(task.id, { addLabelIds: [id] }));
    const [gone, ...payloads] = await Promise.all([mutate(acme.owner, 'deleteLabel', { id }), ...given]);
    expect(codeOf(gone)).toBeNull();
    for (const payload of payloads) expect([null, 'NOT_FOUND']).toContain(codeOf(payload));
    for (const { id: taskId } of made)
      expect((await update(taskId, { title: 'Afterwards' })).task!.labels).toEqual([]);
  });

  test('F1: a label of another workspace and one that does not exist are answered alike', async () => {
    const foreign = await tasks.label(await seed.workspace('other'), 'Theirs');
    const task = await create();
    const answers = [];
    for (const id of [foreign, foreign.replace(/.{4}$/, '0000')])
      answers.push((await update(task.id, { addLabelIds: [id] })).userErrors);
    expect(answers[0]).toMatchObject([{ code: 'NOT_FOUND', message: 'Label not found', path: ['labelIds'] }]);
    expect(answers[1]).toEqual(answers[0]);
  });
});

test('D9: a board hears of labels, estimates and subscribers, and what a label is called now', async () => {
  const place = await seed.workspace('heard');
  const board = await place.board();
  const id = await tasks.label(place, 'Heard');
  const { task } = await tasks.mutate(place.owner, 'createTask', { workspaceId: place.id, title: 'Heard' });
  await untilSettled(platform);
  type Frame = { boardEvents: { event: Record<string, unknown> } };
  const document = `subscription ($id: ID!, $after: String) { boardEvents(boardId: $id, after: $after) { event { __typename
    ... on TaskUpdated { changedFields task { labels { name } estimate } }
    ... on LabelChanged { label { name } } ... on LabelDeleted { labelId } } } }`;
  const query = 'query ($id: ID!) { board(id: $id) { eventsCursor } }';
  type Data = { board: { eventsCursor: string } };
  const { eventsCursor: after } = (await client.query<Data>(place.member, query, { id: board.id })).board;
  const live = platform.subscribe<Frame>(place.member.token, document, { id: board.id, after });
  const next = async () => (await live.next()).data.boardEvents.event;
  await tasks.mutate(place.owner, 'updateTask', { id: task!.id, estimate: 3, addLabelIds: [id] });
  expect(await next()).toMatchObject({ changedFields: ['estimate'], task: { estimate: 3 } });
  expect(await next()).toMatchObject({ changedFields: ['labels'], task: { labels: [{ name: 'Heard' }] } });
  await mutate(place.owner, 'updateLabel', { id, name: 'Overheard' });
  expect(await next()).toEqual({ __typename: 'LabelChanged', label: { name: 'Overheard' } });
  await mutate(place.owner, 'deleteLabel', { id });
  expect(await next()).toEqual({ __typename: 'LabelDeleted', labelId: id });
  await tasks.mutate(place.member, 'subscribeToTask', { taskId: task!.id });
  expect(await next()).toMatchObject({ changedFields: ['subscribers', 'viewerIsSubscribed'] });
  live.close();
});
