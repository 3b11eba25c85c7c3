import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import { NODE_TYPES, type IdType } from '../schema/ids';
import { postGraphQL, type Answer } from './http';
import { idTypeOf, inputOf } from './inputs';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { createTenants, idsOf, nothing, type Ids } from './tenants';
import type { SubgraphName } from '../subgraphs/kit/config';

const schema = buildSchema(readFileSync(join(__dirname, '..', 'schema', 'api.graphql'), 'utf8'));

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let ids: Ids;
beforeAll(async () => {
  platform = await startPlatform();
  const [first, second] = await createTenants(platform);
  acme = first!;
  globex = second!;
  ids = await idsOf(platform, acme);
});

afterAll(() => platform.close());

const filling = (from: Ids) => ({ schema, ids: from, username: globex.member.username });

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
/** Those to what may be another's; one's own inbox has no id. */
const subscriptions = Object.values(schema.getSubscriptionType()!.getFields()).filter(({ args }) =>
  args.some(({ type }) => String(type).startsWith('ID')),
);

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
    Invite: 'workspace',
    Integration: 'workspace',
    Chat: 'chat',
    Message: 'chat',
    Task: 'task',
    Board: 'task',
    Label: 'task',
    Workflow: 'workflow',
    Execution: 'workflow',
    Notification: 'identity',
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
          { input: inputOf(filling(from), inputType, name) },
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
