import { buildSchema, getNamedType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_TYPES } from '../schema/ids';
import { readSubgraphs } from '../schema/subgraphs';
import { tryFromGlobalId } from '../subgraphs/kit/ids';
import { postGraphQL } from './http';
import { inputOf } from './inputs';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { createTenants, idsOf, type Ids } from './tenants';
import { waitFor } from './wait';

const ROOT = join(__dirname, '..');
const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'api.graphql'), 'utf8'));

let platform: Platform;
let acme: SeededWorkspace;
let ids: Ids;
let root: Person;

beforeAll(async () => {
  platform = await startPlatform();
  acme = (await createTenants(platform))[0]!;
  ids = await idsOf(platform, acme);
  root = await platform.seed.person('root');
});

afterAll(() => platform.close());

interface Read {
  action: string;
  targetType: string | null;
  targetId: string | null;
  workspaceId: string | null;
  ip: string | null;
}

/** What the audit log has of system administrators' reads, oldest first, and forgets it. */
async function takeReads(): Promise<Read[]> {
  const rows = await platform.sql<Read>(
    `SELECT action, target_type AS "targetType", target_id AS "targetId", workspace_id AS "workspaceId", ip
     FROM access.audit_entry WHERE action = 'admin.read' ORDER BY occurred_at, id`,
  );
  await platform.sql(`DELETE FROM access.audit_entry WHERE action = 'admin.read'`);
  return rows;
}

const uuidOf = (type: 'Workspace' | 'Chat' | 'Board' | 'Task', id: string) => tryFromGlobalId(type, id);

describe('B2: a system administrator reads a foreign workspace', () => {
  test('from the workspace down to a private chat’s messages and the runs of its workflows', async () => {
    await takeReads();
    const answer = await platform.query<{ workspace: Record<string, { nodes: Record<string, never>[] }> }>(
      root.token,
      `query ($id: ID!) { workspace(id: $id) { id name
         members(first: 9) { nodes { user { username } role } }
         chats(first: 9) { nodes { id visibility viewerCanSend messages(first: 9) { nodes { body author { username } } } } }
         boards(first: 9) { nodes { id columns { tasks(first: 9) { nodes { title } } } } } tasks(first: 9) { nodes { id key } }
         workflows(first: 9) { nodes { id executions(first: 9) { nodes { id nodeRuns { status } } } } } } }`,
      { id: acme.id },
    );
    expect(answer.errors).toEqual([]);
    const { workspace } = answer.data;
    expect(workspace).toMatchObject({
      id: acme.id,
      members: {
        nodes: expect.arrayContaining([{ user: { username: acme.guest.username }, role: 'GUEST' }]) as object,
      },
      chats: {
        nodes: expect.arrayContaining([
          expect.objectContaining({
            id: ids.Chat,
            visibility: 'PRIVATE',
            viewerCanSend: false,
            messages: {
              nodes: expect.arrayContaining([
                { body: 'Kick-off\n#task Implement OAuth', author: { username: acme.owner.username } },
              ]) as object,
            },
          }),
        ]) as object,
      },
    });
    for (const list of ['boards', 'tasks', 'workflows']) expect(workspace[list]!.nodes).not.toEqual([]);
    expect(JSON.stringify(workspace.workflows)).toContain(ids.Execution);
    expect(await takeReads()).toEqual([
      {
        ...{ action: 'admin.read', targetType: 'workspace', ip: '127.0.0.1' },
        ...{ targetId: uuidOf('Workspace', acme.id), workspaceId: uuidOf('Workspace', acme.id) },
      },
    ]);
  });

  test('a private chat by its id, with an entry that the workspace’s owner finds', async () => {
    await takeReads();
    const { data } = await platform.query(root.token, 'query ($id: ID!) { chat(id: $id) { id } }', {
      id: ids.Chat,
    });
    expect(data).toEqual({ chat: { id: ids.Chat } });
    const found = await platform.query(
      acme.owner.token,
      `query ($id: ID!) { auditEvents(workspaceId: $id, filter: { action: { eq: "admin.read" } }) {
         nodes { outcome actor { id } actorId target { __typename id } ipAddress } } }`,
      { id: acme.id },
    );
    // Who administrates the platform is no member: the owner sees by which account, from where, and what.
    expect(found.data).toEqual({
      auditEvents: {
        nodes: [
          {
            ...{ outcome: 'SUCCESS', actor: null, actorId: root.id, ipAddress: '127.0.0.1' },
            target: { __typename: 'Chat', id: ids.Chat },
          },
        ],
      },
    });
  });

  test.each(NODE_TYPES.filter((type) => !['Notification', 'Invite'].includes(type)))(
    'a %s by node(id)',
    async (type) => {
      await takeReads();
      const { data } = await platform.query(root.token, 'query ($id: ID!) { node(id: $id) { id } }', {
        id: ids[type],
      });
      expect(data).toEqual({ node: { id: ids[type] } });
      expect(await takeReads()).toMatchObject([{ targetType: type.toLowerCase() }]);
    },
  );

  test('several things by nodes(ids), also behind ids that name nothing', async () => {
    await takeReads();
    const { data } = await platform.query(root.token, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: ['nothing', ids.Chat, 'chat_nothing', ids.Task],
    });
    expect(data).toEqual({ nodes: [null, { id: ids.Chat }, null, { id: ids.Task }] });
    expect((await takeReads()).map(({ targetId }) => targetId)).toEqual([
      uuidOf('Chat', ids.Chat),
      uuidOf('Task', ids.Task),
    ]);
  });

  test('a private chat from its subgraph, by _entities, which is no way around the log', async () => {
    await takeReads();
    const { data } = await postGraphQL(platform.subgraphUrl('chat'), {
      token: root.token,
      document:
        'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Chat { id messages { nodes { body } } } } }',
      variables: { refs: [{ __typename: 'Chat', id: ids.Chat }] },
    });
    expect(data).toMatchObject({ _entities: [{ id: ids.Chat }] });
    expect(await takeReads()).toMatchObject([
      { targetType: 'chat', targetId: uuidOf('Chat', ids.Chat), workspaceId: uuidOf('Workspace', acme.id) },
    ]);
  });

  test('a private chat live, with one entry', async () => {
    await takeReads();
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.member] });
    const subscribed = platform.subscribe<{ chatEvents: { event: object } }>(
      root.token,
      `subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) {
         event { ... on MessageSent { message { body author { username } } } } } }`,
      { id: chat.id, after: chat.cursor },
    );
    await chat.send(acme.member, 'seen by root');
    const { data } = await subscribed.next();
    const message = { body: 'seen by root', author: { username: acme.member.username } };
    expect(data.chatEvents.event).toEqual({ message });
    expect(await waitFor(takeReads)).toMatchObject([
      { targetType: 'chat', targetId: uuidOf('Chat', chat.id), ip: '127.0.0.1' },
    ]);
    subscribed.close();
  });

  test('and is not put down for looking at themselves', async () => {
    await takeReads();
    await platform.query(
      root.token,
      '{ viewer { id systemRoles } serverInfo { version } deadLetters { nodes { id } } }',
    );
    expect(await takeReads()).toEqual([]);
  });

  test('while a user of the platform reads none of it, and leaves no entry', async () => {
    await takeReads();
    const stranger = await platform.seed.person('stranger');
    const { data } = await platform.query(
      stranger.token,
      'query ($w: ID!, $c: ID!) { workspace(id: $w) { id } chat(id: $c) { id } }',
      { w: acme.id, c: ids.Chat },
    );
    expect(data).toEqual({ workspace: null, chat: null });
    expect(await takeReads()).toEqual([]);
  });
});

/** The mutations that ask for the realm role by `@auth(realmRole)`. */
const OPERATORS = readSubgraphs(ROOT).flatMap(({ document }) =>
  document.definitions.flatMap((definition) =>
    definition.kind === 'ObjectTypeDefinition' && definition.name.value === 'Mutation'
      ? (definition.fields ?? [])
          .filter(({ directives }) =>
            directives?.some(({ arguments: given }) => given?.some(({ name }) => name.value === 'realmRole')),
          )
          .map(({ name }) => name.value)
      : [],
  ),
);
const WORKSPACE_MUTATIONS = Object.values(schema.getMutationType()!.getFields()).filter((field) => {
  const input = JSON.stringify(
    inputOf({ schema, ids: NO_IDS(), username: '' }, inputTypeOf(field.name), field.name),
  );
  return !OPERATORS.includes(field.name) && /"(workspace|chat|task|board|workflow|execution)_/.test(input);
});

function inputTypeOf(name: string): string {
  return getNamedType(schema.getMutationType()!.getFields()[name]!.args[0]!.type).name;
}

/** Ids that tell their type. */
function NO_IDS(): Ids {
  return new Proxy({} as Ids, { get: (_, type) => `${String(type).toLowerCase()}_` });
}

describe('B2: a system administrator does not write in a foreign workspace', () => {
  test.each(WORKSPACE_MUTATIONS.map(({ name }) => name))('%s is FORBIDDEN', async (name) => {
    const before = await platform.sql('SELECT count(*) FROM event.store');
    const input = inputOf({ schema, ids, username: acme.guest.username }, inputTypeOf(name), name);
    const answer = await platform.query<Record<string, { userErrors: { code: string }[] }>>(
      root.token,
      `mutation ($input: ${inputTypeOf(name)}!) { ${name}(input: $input) { userErrors { code message } } }`,
      { input },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data[name]!.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await platform.sql('SELECT count(*) FROM event.store')).toEqual(before);
  });

  test('and does in a workspace of their own', async () => {
    const created = await platform.query<{ createWorkspace: { workspace: { id: string } } }>(
      root.token,
      'mutation { createWorkspace(input: { name: "Mine", slug: "roots-own" }) { workspace { id } userErrors { code } } }',
    );
    const { id } = created.data.createWorkspace.workspace;
    const answer = await platform.query(
      root.token,
      'mutation ($input: CreateChatInput!) { createChat(input: $input) { chat { name } userErrors { code } } }',
      { input: { workspaceId: id, name: 'mine' } },
    );
    expect(answer.data).toEqual({ createChat: { chat: { name: 'mine' }, userErrors: [] } });
  });

  test('nor by SQL: rows of foreign scopes are read and not written', async () => {
    const chatId = uuidOf('Chat', ids.Chat);
    const userId = tryFromGlobalId('User', root.id);
    const { database } = platform;
    const asRoot = `SET app.user_id = '${userId}'; SET app.role = 'system-admin';`;
    const update = `UPDATE chat.chat SET is_closed = true WHERE id = '${chatId}'`;
    await expect(database.sqlAs('tributary_chat', `${asRoot} ${update}`)).rejects.toThrow(
      'row-level security',
    );
    const found = `DO $$ BEGIN ASSERT (SELECT count(*) FROM chat.chat WHERE id = '${chatId}') = 1; END $$`;
    // Fails where the row is not seen.
    await database.sqlAs('tributary_chat', `${asRoot} ${found}`);
  });
});
