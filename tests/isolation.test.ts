import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isInputObjectType, isNonNullType, type GraphQLInputType } from 'graphql';
import { newUuid, toGlobalId } from '../subgraphs/kit/ids';
import { NODE_TYPES, type IdType } from '../schema/ids';
import { postGraphQL, type Answer } from './http';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';
import { waitFor } from './wait';
import type { SubgraphName } from '../subgraphs/kit/config';

const schema = buildSchema(readFileSync(join(__dirname, '..', 'schema', 'api.graphql'), 'utf8'));

/** Ids of one of each entity. */
type Ids = Record<IdType, string>;

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let ids: Ids;
/** Ids that belong to nothing. */
const nothing = Object.fromEntries(
  (
    [
      'User',
      'Workspace',
      'Chat',
      'Message',
      'Task',
      'Board',
      'BoardColumn',
      'Workflow',
      'Execution',
      'DeadLetter',
    ] as const
  ).map((type) => [type, toGlobalId(type, newUuid())]),
) as Ids;

beforeAll(async () => {
  platform = await startPlatform();
  const seed = createSeed(platform);
  acme = await seed.workspace('acme');
  globex = await seed.workspace('globex');
  const third = await seed.workspace('third');
  for (const one of [acme, globex, third]) await fill(one);
  ids = await idsOf(acme);
});

afterAll(() => platform.close());

const WORKFLOW = {
  name: 'OAuth watcher',
  nodes: [
    { id: 'when', type: 'trigger.event', config: { type: 'chat.message.sent', contains: 'OAuth' } },
    { id: 'say', type: 'action.sendMessage', config: { body: 'Noted.' } },
  ],
  edges: [{ from: 'when', to: 'say' }],
};

async function fill(workspace: SeededWorkspace): Promise<void> {
  const { token } = workspace.owner;
  await workspace.board();
  const created = await platform.query<{ createWorkflow: { workflow: { id: string } } }>(
    token,
    'mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }',
    { input: { workspaceId: workspace.id, ...WORKFLOW } },
  );
  await platform.query(
    token,
    'mutation ($input: DeployWorkflowInput!) { deployWorkflow(input: $input) { workflow { id } } }',
    { input: { workflowId: created.data.createWorkflow.workflow.id } },
  );
  const chat = await workspace.chat({
    name: 'engineering',
    visibility: 'PRIVATE',
    participants: [workspace.member],
  });
  await chat.send(workspace.owner, 'Kick-off\n#task Implement OAuth');
  await waitFor(async () => (await idsOf(workspace)).Execution && (await idsOf(workspace)).Task, {
    timeoutMs: 20_000,
  });
}

async function idsOf(workspace: SeededWorkspace): Promise<Ids> {
  const answer = await platform.query<Record<string, never>>(
    workspace.owner.token,
    `query ($id: ID!) { workspace(id: $id) {
       chats { nodes { id name messages { nodes { id } } } } tasks { nodes { id } }
       boards { nodes { id columns { id } } } workflows { nodes { id executions { nodes { id } } } } } }`,
    { id: workspace.id },
  );
  type Found = { id: string; name: string };
  const found = answer.data.workspace as unknown as {
    chats: { nodes: (Found & { messages: { nodes: Found[] } })[] };
    tasks: { nodes: Found[] };
    boards: { nodes: (Found & { columns: Found[] })[] };
    workflows: { nodes: (Found & { executions: { nodes: Found[] } })[] };
  };
  const chat = found.chats.nodes.find(({ name }) => name === 'engineering');
  const [board] = found.boards.nodes;
  const [workflow] = found.workflows.nodes;
  return {
    User: workspace.owner.id,
    Workspace: workspace.id,
    Chat: chat?.id ?? '',
    Message: chat?.messages.nodes[0]?.id ?? '',
    Task: found.tasks.nodes[0]?.id ?? '',
    Board: board?.id ?? '',
    BoardColumn: board?.columns[1]?.id ?? '',
    Workflow: workflow?.id ?? '',
    Execution: workflow?.executions.nodes[0]?.id ?? '',
    DeadLetter: nothing.DeadLetter,
  };
}

/** Which type an argument or input field called so holds an id of; `id` is the id of the field's own subject. */
function idTypeOf(name: string, subject: string): IdType {
  const words: Record<string, IdType> = {
    workspaceId: 'Workspace',
    chatId: 'Chat',
    userId: 'User',
    assigneeId: 'User',
    columnId: 'BoardColumn',
    boardId: 'Board',
    workflowId: 'Workflow',
    afterId: 'Task',
    beforeId: 'Task',
    parentId: 'Task',
  };
  const found =
    words[name] ??
    NODE_TYPES.concat('DeadLetter' as never).find((type) =>
      subject.toLowerCase().endsWith(type.toLowerCase()),
    );
  if (!found) throw new Error(`whose id is ${name} of ${subject}?`);
  return found;
}

function valueOf(type: GraphQLInputType, name: string, subject: string, from: Ids): unknown {
  const text = String(type).replace(/!/g, '');
  if (text === 'ID') return from[idTypeOf(name, subject)];
  if (text === 'String')
    return name === 'slug' ? 'a-free-slug' : name === 'username' ? globex.member.username : 'text';
  if (text === 'JSON') return {};
  const named = getNamedType(type);
  if (text.startsWith('[')) return named.name === 'WorkflowNodeInput' ? WORKFLOW.nodes : WORKFLOW.edges;
  if ('getValues' in named) return named.getValues()[0]!.value;
  if (isInputObjectType(named)) return inputOf(named.name, subject, from);
  throw new Error(`no value for ${name}: ${text}`);
}

/** An input whose required fields, and all ids, are filled in. */
function inputOf(typeName: string, subject: string, from: Ids): Record<string, unknown> {
  const type = schema.getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input`);
  const fields = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) || String(field.type) === 'ID',
  );
  return Object.fromEntries(
    fields.map((field) => [field.name, valueOf(field.type, field.name, subject, from)]),
  );
}

const mutations = Object.values(schema.getMutationType()!.getFields()).filter((field) => {
  const input = getNamedType(field.args[0]!.type);
  return (
    isInputObjectType(input) &&
    Object.values(input.getFields()).some(({ type }) => String(type).startsWith('ID'))
  );
});
const lookups = Object.values(schema.getQueryType()!.getFields()).filter((field) =>
  field.args.some(({ name }) => name === 'id'),
);
const subscriptions = Object.values(schema.getSubscriptionType()!.getFields());

/** An answer without what names the request or the id. */
const comparable = ({ status, text }: Answer<unknown>) => ({
  status,
  text: text.replace(/"correlationId":"[^"]+"/g, '').replace(/\b[a-z]+_[0-9a-hjkmnp-tv-z]{26}\b/g, '<id>'),
});

describe('B8: a foreigner', () => {
  test.each(lookups.map((field) => [field.name, field] as const))(
    'gets null from %s',
    async (name, field) => {
      const type = name === 'node' ? 'Chat' : idTypeOf('id', name);
      const ask = (person: Person, id: string) =>
        platform.query<Record<string, unknown>>(
          person.token,
          `query ($id: ID!) { ${name}(id: $id) { __typename ${'getFields' in getNamedType(field.type) ? 'id' : ''} } }`,
          { id },
        );
      expect((await ask(acme.owner, ids[type])).data[name]).not.toBeNull();
      const answer = await ask(globex.owner, ids[type]);
      expect(answer.data[name]).toBeNull();
      expect(comparable(answer)).toEqual(comparable(await ask(globex.owner, nothing[type])));
    },
  );

  test.each(NODE_TYPES)('gets null from node(id) for a %s', async (type) => {
    const ask = (person: Person, id: string) =>
      platform.query<{ node: unknown; nodes: unknown[] }>(
        person.token,
        'query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { id } }',
        { id },
      );
    expect((await ask(acme.owner, ids[type])).data.node).toEqual({ __typename: type, id: ids[type] });
    const answer = await ask(globex.owner, ids[type]);
    expect(answer.data).toEqual({ node: null, nodes: [null] });
    expect(comparable(answer)).toEqual(comparable(await ask(globex.owner, nothing[type])));
  });

  const owners: Partial<Record<IdType, SubgraphName>> = {
    User: 'identity',
    Workspace: 'workspace',
    Chat: 'chat',
    Message: 'chat',
    Task: 'task',
    Board: 'task',
    Workflow: 'workflow',
    Execution: 'workflow',
  };
  test.each(NODE_TYPES)('gets null from _entities for a %s, by either key', async (type) => {
    const ask = (person: Person, key: string) =>
      postGraphQL<{ _entities: unknown[] }>(platform.subgraphUrl(owners[type]!), {
        token: person.token,
        document: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { id } } }`,
        variables: {
          refs: [{ __typename: type, [key]: ids[type], workspaceId: globex.id, ownerId: person.id }],
        },
      });
    for (const key of ['id', 'nodeRef']) {
      expect((await ask(acme.owner, key)).data._entities).toEqual([{ id: ids[type] }]);
      expect((await ask(globex.owner, key)).data._entities).toEqual([null]);
    }
  });

  test.each(mutations.map((field) => [field.name, field] as const))(
    'is told by %s that there is no such thing',
    async (name, field) => {
      const inputType = getNamedType(field.args[0]!.type).name;
      const run = (from: Ids) =>
        platform.query<Record<string, { userErrors: { code: string }[] }>>(
          globex.owner.token,
          `mutation ($input: ${inputType}!) { ${name}(input: $input) { userErrors { code message path } } }`,
          { input: inputOf(inputType, name, from) },
        );
      const before = await platform.sql('SELECT count(*) FROM event.store');
      const answer = await run(ids);
      const [refusal] = answer.data[name]!.userErrors;
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(refusal?.code);
      expect(comparable(answer)).toEqual(comparable(await run(nothing)));
      expect(await platform.sql('SELECT count(*) FROM event.store')).toEqual(before);
    },
  );

  test.each(subscriptions.map((field) => [field.name, field] as const))(
    'cannot subscribe to %s',
    async (name, field) => {
      const [id] = field.args;
      const run = async (from: Ids) => {
        const subscribed = platform.subscribe(
          globex.owner.token,
          `subscription ($id: ID!) { ${name}(${id!.name}: $id) { __typename } }`,
          {
            id: from[idTypeOf(id!.name, name)],
          },
        );
        await subscribed.ended();
        return subscribed.errors.map(({ message, extensions }) => ({ message, code: extensions?.code }));
      };
      const errors = await run(ids);
      expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(errors).toEqual(await run(nothing));
    },
  );
});

describe('B9: row-level security', () => {
  const ROLES = ['identity', 'workspace', 'chat', 'task', 'workflow'];
  const tables = (role: string) =>
    platform.sql<{ name: string; has_workspace: boolean }>(
      `SELECT n.nspname || '.' || c.relname AS name,
         EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id') AS has_workspace
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND has_table_privilege($1, c.oid, 'SELECT')
         AND (n.nspname = $2 OR n.nspname IN ('access', 'event')) ORDER BY 1`,
      [`tributary_${role}`, role],
    );
  /** What is told to everybody on purpose; the catalog's test has the reasons. */
  const OPEN = ['access.person', 'event.head', 'event.topic_head'];
  const countAs = async (role: string, userId: string, table: string, where = 'true') => {
    const [row] = await platform.database.sqlAs<{ count: string }>(
      `tributary_${role}`,
      `SELECT count(*) FROM (SELECT set_config('app.user_id', '${userId}', false)) s, ${table} WHERE ${where}`,
    );
    return Number(row!.count);
  };
  const uuidOf = async (username: string) =>
    (
      await platform.sql<{ user_id: string }>('SELECT user_id FROM access.person WHERE username_lower = $1', [
        username,
      ])
    )[0]!.user_id;

  test.each(ROLES)('shows %s no row where nobody is named', async (role) => {
    for (const { name } of await tables(role)) {
      const [row] = await platform.database.sqlAs<{ count: string }>(
        `tributary_${role}`,
        `SELECT count(*) FROM ${name}`,
      );
      if (!OPEN.includes(name)) expect([name, row!.count]).toEqual([name, '0']);
    }
  });

  test.each(ROLES)(
    'shows %s the rows of the named user and no others, with three tenants in place',
    async (role) => {
      const userId = await uuidOf(globex.owner.username);
      const [own] = await platform.sql<{ id: string }>('SELECT id FROM workspace.workspace WHERE slug = $1', [
        globex.slug,
      ]);
      for (const { name, has_workspace } of (await tables(role)).filter((table) => table.has_workspace)) {
        const [all] = await platform.sql<{ count: string }>(
          `SELECT count(*) FROM ${name} WHERE workspace_id = $1`,
          [own!.id],
        );
        expect([name, await countAs(role, userId, name, 'workspace_id IS NOT NULL'), has_workspace]).toEqual([
          name,
          Number(all!.count),
          true,
        ]);
      }
    },
  );
});
