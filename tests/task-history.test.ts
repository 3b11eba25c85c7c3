import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';
import { statementsOf } from './statements';
import { makeTaskClient, type TaskClient } from './task-client';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  acme = await createSeed(platform).workspace();
}, 60_000);

afterAll(() => platform.close());

const create = async (input: object = {}) =>
  (await tasks.mutate(acme.owner, 'createTask', { workspaceId: acme.id, title: 'A task', ...input })).task!;
const update = (id: string, input: object, person = acme.owner) =>
  tasks.mutate(person, 'updateTask', { id, ...input });
const relate = (verb: 'Add' | 'Remove', input: object) =>
  client.query(
    acme.owner,
    `mutation ($input: ${verb}TaskRelationInput!) { change: ${verb.toLowerCase()}TaskRelation(input: $input) { cursor } }`,
    { input },
  );

interface Entry {
  kind: string;
  from: Record<string, unknown> | null;
  to: Record<string, unknown> | null;
  actor: { username: string };
}
interface Page {
  nodes: Entry[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean };
}
const VALUE = '{ text user { username } task { key } labels { name } relationType relationDirection }';
const HISTORY = `query ($ids: [ID!]!, $first: Int, $after: String) { nodes(ids: $ids) { ... on Task {
  activity(first: $first, after: $after) { nodes { kind from ${VALUE} to ${VALUE} actor { username } }
    edges { cursor } pageInfo { hasNextPage } } } } }`;

async function historyOf(ids: string[], page: object = {}, person: Person = acme.owner): Promise<Page[]> {
  const data = await client.query<{ nodes: { activity: Page }[] }>(person, HISTORY, { ids, ...page });
  return data.nodes.map(({ activity }) => activity);
}

/** What of a value is set. */
const given = (value: Record<string, unknown> | null) =>
  value &&
  Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0)),
  );

describe('the history of a task', () => {
  test('tells what changed, from what and to what, who did it, the latest first', async () => {
    const { owner, member } = acme;
    const [parent, other, { id }] = [await create(), await create(), await create({ type: 'BUG' })];
    const labelId = await tasks.label(acme, 'urgent');
    const changes = {
      title: 'Another',
      description: 'Why',
      status: 'FIXED',
      assigneeId: member.id,
      priority: 'HIGH',
      severity: 'MINOR',
      dueDate: '2027-01-31',
      estimate: 2.5,
      parentId: parent.id,
      addLabelIds: [labelId],
    };
    await update(id, changes, member);
    await update(id, { assigneeId: null, removeLabelIds: [labelId], parentId: null });
    await relate('Add', { taskId: other.id, type: 'BLOCKS', relatedTaskId: id });
    await relate('Remove', { taskId: other.id, type: 'BLOCKS', relatedTaskId: id });
    const [{ nodes }] = (await historyOf([id])) as [Page];
    const told = nodes.map(({ kind, from, to, actor }) => [kind, given(from), given(to), actor.username]);
    const blocked = { task: { key: other.key }, relationType: 'BLOCKS', relationDirection: 'INWARD' };
    const [mine, theirs] = [owner.username, member.username];
    expect(told).toEqual([
      ['RELATIONS', blocked, null, mine],
      ['RELATIONS', null, blocked, mine],
      ['LABELS', { labels: [{ name: 'urgent' }] }, null, mine],
      ['PARENT', { task: { key: parent.key } }, null, mine],
      ['ASSIGNEE', { user: { username: theirs } }, null, mine],
      ['LABELS', null, { labels: [{ name: 'urgent' }] }, theirs],
      ['PARENT', null, { task: { key: parent.key } }, theirs],
      ['ESTIMATE', null, { text: '2.5' }, theirs],
      ['DUE_DATE', null, { text: '2027-01-31' }, theirs],
      ['SEVERITY', null, { text: 'MINOR' }, theirs],
      ['PRIORITY', null, { text: 'HIGH' }, theirs],
      ['ASSIGNEE', null, { user: { username: theirs } }, theirs],
      ['STATUS', { text: 'NEW' }, { text: 'FIXED' }, theirs],
      ['DESCRIPTION', null, { text: 'Why' }, theirs],
      ['TITLE', { text: 'A task' }, { text: 'Another' }, theirs],
      ['CREATED', null, null, mine],
    ]);
    const pages: Entry[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const [page] = (await historyOf([id], { first: 3, after })) as [Page];
      pages.push(...page.nodes);
      after = page.edges.at(-1)!.cursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(pages).toEqual(nodes);
  });

  test('is one statement however many tasks and entries, and tells tags like any change', async () => {
    const chat = await tasks.discussion(acme, 'task', 'From chat');
    await tasks.say(acme.member, chat.id, '#status Done #priority High', 2);
    const tagged = (await tasks.taskOf(acme.owner, chat.id))!;
    const ids = [tagged.id, (await create()).id, (await create()).id];
    const [first] = await historyOf(ids);
    expect(first!.nodes.map(({ kind, to }) => [kind, to?.text])).toEqual([
      ['PRIORITY', 'HIGH'],
      ['STATUS', 'DONE'],
      ['CREATED', undefined],
    ]);
    for (const some of [ids.slice(0, 1), ids]) {
      const names = await statementsOf(['task'], () => historyOf(some));
      expect(names.filter((name) => name === 'task.listActivity')).toHaveLength(1);
      expect(names.length).toBeLessThan(4);
    }
  });
});

interface Result {
  id: string;
  task: { key: string; status: string; priority: string | null; version: number } | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}
interface Bulk {
  results: Result[] | null;
  userErrors: Result['userErrors'];
  clientMutationId: string | null;
}

async function bulk(person: Person, input: object): Promise<Bulk> {
  const document = `mutation ($input: BulkUpdateTasksInput!) { bulkUpdateTasks(input: $input) { clientMutationId
    results { id task { key status priority version } userErrors { code message path } } userErrors { code message path } } }`;
  return (await client.query<{ bulkUpdateTasks: Bulk }>(person, document, { input })).bulkUpdateTasks;
}

describe('many tasks at once', () => {
  test('each is changed or refused by itself, and what is refused says where', async () => {
    const [one, bug, epic] = [await create(), await create({ type: 'BUG' }), await create({ type: 'EPIC' })];
    const none = 'task_00000000000000000000000000';
    const ids = [one.id, bug.id, none, 'board_x', epic.id];
    const change = { status: 'IN_PROGRESS', priority: 'LOW' };
    const done = await bulk(acme.member, { ids, ...change, clientMutationId: 'mine' });
    expect(done.results!.map(({ id, task }) => [id, task?.status, task?.priority])).toEqual([
      [one.id, 'IN_PROGRESS', 'LOW'],
      [bug.id, 'NEW', null],
      [none, undefined, undefined],
      ['board_x', undefined, undefined],
      [epic.id, 'IN_PROGRESS', 'LOW'],
    ]);
    const codes = [[], ['BAD_USER_INPUT'], ['NOT_FOUND'], ['BAD_USER_INPUT'], []];
    expect(done.results!.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(codes);
    expect(done.userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['BAD_USER_INPUT', ['ids', '1', 'status']],
      ['NOT_FOUND', ['ids', '2', 'id']],
      ['BAD_USER_INPUT', ['ids', '3', 'id']],
    ]);
    expect(done.clientMutationId).toBe('mine');
    const again = await bulk(acme.owner, { ids: [one.id, epic.id], ...change });
    expect(again.results!.map(({ task }) => task!.version)).toEqual([3, 3]);
  });

  test('a hundred are changed, and neither more nor none', async () => {
    const { id } = await create();
    const parent = await create({ type: 'EPIC' });
    const hundred = await bulk(acme.owner, {
      ids: Array.from({ length: 100 }, () => id),
      parentId: parent.id,
    });
    expect(hundred.userErrors).toEqual([]);
    expect(hundred.results).toHaveLength(100);
    expect(hundred.results!.at(-1)!.task!.version).toBe(2);
    for (const length of [0, 101]) {
      const refused = await bulk(acme.owner, { ids: Array.from({ length }, () => id), priority: 'LOW' });
      const message = 'ids must have 1 to 100 entries';
      expect(refused).toMatchObject({
        results: null,
        userErrors: [{ code: 'BAD_USER_INPUT', message, path: ['ids'] }],
      });
    }
    const asGuest = await bulk(acme.guest, { ids: [id], priority: 'LOW' });
    expect(asGuest.results).toMatchObject([{ task: null, userErrors: [{ code: 'NOT_FOUND' }] }]);
  });
});
