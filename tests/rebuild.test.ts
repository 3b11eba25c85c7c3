import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { makeAttachmentClient, picture } from './attachment-client';
import { startPlatform, type Platform } from './platform';
import { makeBoardClient } from './board-client';
import { makeChatClient } from './chat-client';
import { createSeed, type SeededChat, type SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { makeTaskClient } from './task-client';
import { waitFor } from './wait';

let platform: Platform;

beforeAll(async () => {
  // The directory's sync writes down when it came by, which is none of the rows that follow from events.
  platform = await startPlatform({ variables: { DIRECTORY_SYNC_MS: '3600000' } });
  const workspace = await createSeed(platform).workspace();
  await makeBoards(workspace);
  const chat = await workspace.chat({ participants: [workspace.member], visibility: 'PRIVATE' });
  const messageId = await chat.send(workspace.owner, 'Plain text');
  const client = makeChatClient(platform);
  await client.mutate(workspace.member, 'pinMessage', { messageId });
  const files = makeAttachmentClient(platform, client);
  for (const person of [workspace.owner, workspace.member])
    await files.send(person, chat, [await files.upload(person, chat.id, picture())]);
  for (const emoji of ['👍', '🎉'])
    await client.mutate(workspace.member, 'addReaction', { messageId, emoji });
  await client.mutate(workspace.member, 'removeReaction', { messageId, emoji: '👍' });
  await chat.send(workspace.member, '#task Rebuild me\n#status Done #assignee @nobody');
  await makeThread(workspace, chat);
  await makeLabelled(workspace);
  await makeStructure(workspace);
  const [deleted, unread] = [
    await chat.send(workspace.owner, 'Read'),
    await chat.send(workspace.owner, 'Unread'),
  ];
  await client.mutate(workspace.owner, 'deleteMessage', { messageId: deleted });
  for (const [name, input] of [
    ['markChatUnread', { messageId: unread }],
    ['markChatRead', {}],
    ['updateChatPreferences', { isMuted: true }],
  ] as const)
    await client.mutate(workspace.member, name, { chatId: chat.id, ...input });
  await chat.send(workspace.owner, '#close');
  const made = "SELECT 1 FROM chat.chat WHERE name LIKE '%Rebuild me'";
  await waitFor(async () => (await platform.sql(made)).length > 0, { what: 'the chat of the task' });
  await untilSettled(platform);
});

afterAll(() => platform.close());

/** A board that is set and has a card, and one that is gone. */
async function makeBoards(workspace: SeededWorkspace): Promise<void> {
  const { owner } = workspace;
  const client = makeChatClient(platform);
  const boards = makeBoardClient(client);
  const [board, gone] = [await workspace.board(), await workspace.board()];
  const { id } = await workspace.task();
  const { columns } = await boards.show(owner, board);
  const columnIds = columns.map((column) => column.id).reverse();
  await boards.change(owner, 'updateBoard', {
    id: board.id,
    columnIds,
    filter: { types: ['TASK'], text: 'a' },
  });
  await boards.change(owner, 'setCommitmentPoint', { boardId: board.id, columnId: columns[1]!.id });
  await boards.change(owner, 'updateBoardColumn', { id: columns[0]!.id, name: 'Next', wipLimit: 3 });
  for (const { columns } of [await boards.show(owner, board), await boards.show(owner, gone)])
    await makeTaskClient(client).mutate(owner, 'moveTask', { id, columnId: columns[2]!.id });
  await boards.remove(owner, gone);
}

/** A thread of replies of whom one is deleted, with mentions that an edit changes and a deletion takes. */
async function makeThread({ owner, member }: SeededWorkspace, chat: SeededChat): Promise<void> {
  const client = makeChatClient(platform);
  const threadRootId = await chat.send(owner, `@${member.username} @here`);
  const replies: string[] = [];
  for (const person of [owner, member, member]) {
    const body = `@${owner.username} @${member.username} @channel`;
    const { message } = await client.mutate(person, 'sendMessage', { chatId: chat.id, body, threadRootId });
    replies.push(message!.id);
  }
  await client.mutate(owner, 'editMessage', { messageId: replies[0], body: 'Nobody' });
  await client.mutate(member, 'editMessage', { messageId: replies[1], body: `@${owner.username} again` });
  await client.mutate(member, 'deleteMessage', { messageId: replies[2] });
}

/** A task with labels, one of which is deleted since, and with people who are told of it and one who is no more. */
async function makeLabelled(workspace: SeededWorkspace): Promise<void> {
  const { id: workspaceId, owner, member } = workspace;
  const client = makeChatClient(platform);
  const tasks = makeTaskClient(client);
  const { task } = await tasks.mutate(owner, 'createTask', { workspaceId, title: 'Labelled', estimate: 2 });
  const labelIds: string[] = [];
  for (const name of ['Kept', 'Taken', 'Deleted']) labelIds.push(await tasks.label(workspace, name));
  const [, taken, deleted] = labelIds;
  const more = { workspaceId, title: 'Another', labelIds, assigneeId: member.id, description: 'Why' };
  await tasks.mutate(owner, 'createTask', more);
  const { id } = task!;
  await tasks.mutate(owner, 'updateTask', { id, addLabelIds: labelIds, description: 'How' });
  await tasks.mutate(owner, 'updateTask', { id, removeLabelIds: [taken], assigneeId: member.id });
  await tasks.mutate(owner, 'unsubscribeFromTask', { taskId: id });
  const remove =
    'mutation ($input: DeleteLabelInput!) { deleteLabel(input: $input) { userErrors { code } } }';
  await client.query(owner, remove, { input: { id: deleted } });
}

/** Tasks that are parts of another and related to it, and some that are so no more. */
async function makeStructure({ id: workspaceId, owner }: SeededWorkspace): Promise<void> {
  const client = makeChatClient(platform);
  const tasks = makeTaskClient(client);
  const create = async (parentId?: string) =>
    (await tasks.mutate(owner, 'createTask', { workspaceId, title: 'Part', parentId })).task!.id;
  const [one, two] = [await create(), await create()];
  const part = await create(one);
  await tasks.mutate(owner, 'updateTask', { id: part, parentId: two });
  await tasks.mutate(owner, 'updateTask', { id: await create(one), parentId: null });
  const relate = (verb: string, type: string) =>
    client.query(
      owner,
      `mutation ($input: ${verb}TaskRelationInput!) { change: ${verb.toLowerCase()}TaskRelation(input: $input) { cursor } }`,
      { input: { taskId: one, type, relatedTaskId: two } },
    );
  for (const type of ['BLOCKS', 'RELATES', 'DUPLICATES']) await relate('Add', type);
  await relate('Remove', 'BLOCKS');
}

const compare = (name: string, write = false) =>
  rebuild(SUBGRAPHS[name]!, platform.database.migratorUrl, { write });

test.each(Object.keys(SUBGRAPHS))('H3: the tables of %s are what its events make', async (name) => {
  const comparisons = await compare(name);
  expect(comparisons.length).toBeGreaterThan(0);
  for (const { table, missing, surplus } of comparisons)
    expect({ table, missing, surplus }).toEqual({ table, missing: 0, surplus: 0 });
});

/** Every row of the subgraphs' tables and of those that they share, with all columns. */
async function everyRow(): Promise<Record<string, string[]>> {
  const tables = await platform.sql<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND (n.nspname = ANY ($1) OR n.nspname || '.' || c.relname = ANY ($2))`,
    [
      Object.keys(SUBGRAPHS),
      Object.values(SUBGRAPHS).flatMap(({ sharedRows }) => Object.keys(sharedRows ?? {})),
    ],
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      platform.sql<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`),
    ),
  );
  return Object.fromEntries(tables.map(({ name }, i) => [name, rows[i]!.map(({ row }) => row)]));
}

test('H3: what is right is left alone, and so is what no event says', async () => {
  await platform.sql(
    "INSERT INTO workspace.directory_check SELECT id, id, now(), '{o,a,m,g}' FROM workspace.workspace",
  );
  const before = await everyRow();
  for (const name of Object.keys(SUBGRAPHS)) await compare(name, true);
  expect(await everyRow()).toEqual(before);
  expect(before['workspace.directory_member']!.length).toBeGreaterThan(1);
  expect(before['workspace.directory_check']!.length).toBeGreaterThan(0);
});

test('H3: rows that are lost, changed or invented are made right again, beside what no event says', async () => {
  const [session] = await platform.sql<{ id: string }>('SELECT id FROM identity.session ORDER BY id LIMIT 1');
  await platform.sql("UPDATE identity.session SET last_seen_at = '2020-01-01'");
  await platform.sql('DELETE FROM identity.session WHERE id = $1', [session!.id]);
  await platform.sql("UPDATE identity.session SET user_agent = 'damaged'");
  await platform.sql(
    `INSERT INTO chat.reaction SELECT (jsonb_populate_record(r, '{"emoji": "🧨"}')).* FROM chat.reaction r`,
  );
  const [sessions, chats] = [await compare('identity', true), await compare('chat', true)];
  const found = new Map([...sessions, ...chats].map((one) => [one.table, one]));
  expect(found.get('identity.session')!.missing).toBeGreaterThan(1);
  expect(found.get('chat.reaction')).toMatchObject({ missing: 0, surplus: 1 });
  for (const { missing, surplus } of [...(await compare('identity')), ...(await compare('chat'))])
    expect(missing + surplus).toBe(0);
  const seen = await platform.sql("SELECT 1 FROM identity.session WHERE last_seen_at = '2020-01-01'");
  expect(seen.length).toBe(found.get('identity.session')!.surplus);
});

test('H3: tables that were damaged are found out and made again', async () => {
  await platform.sql('DELETE FROM chat.message');
  const chats = await platform.sql("UPDATE chat.chat SET name = 'damaged' RETURNING 1");
  const damage = new Map((await compare('chat', true)).map((found) => [found.table, found]));
  expect(damage.get('chat.message')!.missing).toBeGreaterThan(0);
  expect(damage.get('chat.chat')).toMatchObject({
    missing: expect.any(Number) as number,
    surplus: chats.length,
  });
  for (const { missing, surplus } of await compare('chat')) expect(missing + surplus).toBe(0);
});
