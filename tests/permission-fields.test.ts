import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, type GraphQLField } from 'graphql';
import { NODE_TYPES, type IdType } from '../schema/ids';
import { createServiceSigner } from '../subgraphs/kit/service-token';
import type { SubgraphName } from '../subgraphs/kit/config';
import { handedOver } from './database';
import { postBody, postGraphQL } from './http';
import { idTypeOf, inputOf } from './inputs';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { createTenants, idsOf, type Ids } from './tenants';

const ROOT = join(__dirname, '..');
const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'api.graphql'), 'utf8'));
const fieldsOf = (type: 'Query' | 'Mutation' | 'Subscription') =>
  Object.values((schema.getType(type) as ReturnType<typeof schema.getQueryType>)!.getFields());
const mutations = fieldsOf('Mutation').map((field) => [field.name, field] as const);

/** What is one's own, whoever one is in a workspace: the account, the inbox, what one reads, a workspace, leaving. */
const PERSONAL = [
  ...['updateProfile', 'setStatus', 'clearStatus', 'setPresence'],
  ...['revokeSession', 'revokeOtherSessions', 'revokeAllSessions'],
  ...['createApiKey', 'updateApiKey', 'deleteApiKey'],
  ...['markNotificationRead', 'markAllNotificationsRead', 'deleteNotification', 'snoozeNotification'],
  ...['updateNotificationPreference', 'createWorkspace', 'joinWorkspace', 'leaveWorkspace'],
  ...['markChatRead', 'markChatUnread', 'updateChatPreferences'],
];

/** Root fields that ask for neither a thing by its id nor a workspace's: where their permission is exercised. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  viewer: 'tests/identity.test.ts',
  user: 'tests/identity.test.ts',
  users: 'tests/users.test.ts',
  node: 'tests/isolation.test.ts',
  nodes: 'tests/isolation.test.ts',
  serverInfo: 'tests/system-admin.test.ts',
  deadLetters: 'tests/dead-letters.test.ts',
  auditEvents: 'tests/audit.test.ts',
  invite: 'tests/invites.test.ts',
  chatAsOf: 'tests/snapshots.test.ts',
  inboxEvents: 'tests/inbox.test.ts',
};

/** Who sees one of each entity; it is one of a private chat where that is possible, in which the guest is not. */
const VISIBLE: Partial<Record<IdType, readonly Role[]>> = {
  User: ['owner', 'member', 'guest'],
  Workspace: ['owner', 'member', 'guest'],
  Chat: ['owner', 'member'],
  Message: ['owner', 'member'],
  Task: ['owner', 'member'],
  Board: ['owner', 'member'],
  Label: ['owner', 'member', 'guest'],
  Integration: ['owner', 'member'],
  Workflow: ['owner', 'member'],
  Execution: ['owner', 'member'],
};
const OWNERS: Partial<Record<IdType, SubgraphName>> = {
  User: 'identity',
  Workspace: 'workspace',
  Integration: 'workspace',
  Chat: 'chat',
  Message: 'chat',
  Task: 'task',
  Board: 'task',
  Label: 'task',
  Workflow: 'workflow',
  Execution: 'workflow',
};
/** The entities that have an inbox or a manager for a reader, and tests of their own. */
const OWN_TESTS: readonly IdType[] = ['Notification', 'Invite'];
const ROLES = ['owner', 'member', 'guest', 'foreigner'] as const;
type Role = (typeof ROLES)[number];

let platform: Platform;
let acme: SeededWorkspace;
let ids: Ids;
let people: Record<Role, Person>;

beforeAll(async () => {
  platform = await startPlatform();
  const [first, second] = await createTenants(platform);
  acme = first!;
  ids = await idsOf(platform, acme);
  people = { owner: acme.owner, member: acme.member, guest: acme.guest, foreigner: second!.owner };
});

afterAll(() => platform.close());

interface Tried {
  code: string | null;
  correlationId: string;
}

async function attempt(token: string, field: GraphQLField<unknown, unknown>): Promise<Tried> {
  const { name } = field;
  const type = getNamedType(field.args[0]!.type).name;
  const input = inputOf({ schema, ids, username: acme.member.username }, type, name);
  const answer = await platform.query<Record<string, { userErrors: { code: string }[] } | null>>(
    token,
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code message } } }`,
    { input },
  );
  const [error] = answer.errors;
  const code = answer.data?.[name]?.userErrors[0]?.code ?? error?.extensions?.code ?? null;
  return { code, correlationId: answer.headers.get('x-correlation-id')! };
}

/** What a request did, but that whoever comes with a new token begins a session. */
const doneBy = (correlationId: string) =>
  platform.sql("SELECT type FROM event.store WHERE correlation_id = $1 AND type <> 'session.started'", [
    correlationId,
  ]);

describe('every mutation', () => {
  test.each(mutations.filter(([name]) => !PERSONAL.includes(name)))(
    'B6: %s is refused to a guest',
    async (_, field) => {
      const { code, correlationId } = await attempt(acme.guest.token, field);
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(code);
      expect(await doneBy(correlationId)).toEqual([]);
    },
  );

  test.each(mutations.filter(([name]) => PERSONAL.includes(name)))(
    'B6: %s is personal: a guest is not forbidden to',
    async (name, field) => {
      const person = await platform.seed.person(`guest-who-${name.toLowerCase()}`);
      await acme.add(person, 'GUEST');
      const { code } = await attempt(person.token, field);
      expect(['FORBIDDEN', 'INTERNAL_SERVER_ERROR']).not.toContain(code);
    },
  );

  test.each(mutations)('B6: %s is FORBIDDEN to an owner with the realm role viewer', async (_, field) => {
    const token = platform.token(acme.owner.username, { claims: { realm_access: { roles: ['viewer'] } } });
    const { code, correlationId } = await attempt(token, field);
    expect(code).toBe('FORBIDDEN');
    expect(await doneBy(correlationId)).toEqual([]);
  });

  test('PERSONAL names mutations that exist', () => {
    const names = mutations.map(([name]) => name);
    expect(PERSONAL.filter((name) => !names.includes(name))).toEqual([]);
  });
});

test('B6: an owner with the realm role viewer reads', async () => {
  const token = platform.token(acme.owner.username, { claims: { realm_access: { roles: ['viewer'] } } });
  const answer = await platform.query(
    token,
    'query ($w: ID!, $c: ID!) { viewer { id } workspace(id: $w) { id } chat(id: $c) { id } }',
    { w: acme.id, c: ids.Chat },
  );
  expect(answer.data).toEqual({
    viewer: { id: acme.owner.id },
    workspace: { id: acme.id },
    chat: { id: ids.Chat },
  });
});

const types = NODE_TYPES.filter((type) => !OWN_TESTS.includes(type));
const lookups = fieldsOf('Query').filter(
  ({ name, args }) => !(name in ELSEWHERE) && args.some((arg) => arg.name === 'id'),
);
const subscriptions = fieldsOf('Subscription').filter(({ name }) => !(name in ELSEWHERE));

describe('B12: every entity, by whoever asks', () => {
  const cells = types.flatMap((type) => ROLES.map((role) => [type, role] as const));
  const sees = (type: IdType, role: Role) => VISIBLE[type]!.includes(role);

  test.each(cells)('%s by node(id) and nodes(ids) as %s', async (type, role) => {
    const { data, errors } = await platform.query<{ node: object | null; nodes: unknown[] }>(
      people[role].token,
      'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }',
      { id: ids[type] },
    );
    expect(errors).toEqual([]);
    const expected = sees(type, role) ? { id: ids[type] } : null;
    expect(data).toEqual({ node: expected, nodes: [expected] });
  });

  test.each(cells)('%s by _entities as %s', async (type, role) => {
    const { data } = await postGraphQL(platform.subgraphUrl(OWNERS[type]!), {
      token: people[role].token,
      document: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { id } } }`,
      variables: { refs: [{ __typename: type, id: ids[type] }] },
    });
    expect(data).toEqual({ _entities: [sees(type, role) ? { id: ids[type] } : null] });
  });

  test.each(lookups.flatMap(({ name }) => ROLES.map((role) => [name, role] as const)))(
    'the field %s as %s: the thing, or null',
    async (name, role) => {
      const type = idTypeOf('id', name);
      const { data, errors } = await platform.query<Record<string, object | null>>(
        people[role].token,
        `query ($id: ID!) { ${name}(id: $id) { id } }`,
        { id: ids[type] },
      );
      expect(errors).toEqual([]);
      expect(data[name]).toEqual(sees(type, role) ? { id: ids[type] } : null);
    },
  );

  test.each(ROLES)('lists leave out what %s does not see', async (role) => {
    const { data, errors } = await platform.query<{
      workspace: Record<string, { nodes: object[] } | null> | null;
    }>(
      people[role].token,
      `query ($id: ID!) { workspace(id: $id) { chats { nodes { id } } tasks { nodes { id } } boards { nodes { id } } workflows { nodes { id } } } }`,
      { id: acme.id },
    );
    expect(errors).toEqual([]);
    if (!sees('Workspace', role)) {
      expect(data.workspace).toBeNull();
      return;
    }
    const found = Object.entries(data.workspace!).map(([name, list]) => [
      name,
      (list?.nodes ?? []).length > 0,
    ]);
    const isShown = role !== 'guest';
    expect(Object.fromEntries(found)).toEqual({
      ...{ chats: isShown, tasks: isShown, boards: isShown, workflows: isShown },
    });
  });
});

describe('every subscription', () => {
  const signer = () =>
    createServiceSigner('gateway', readFileSync(handedOver().keys.gateway, 'utf8'), () => new Date());
  /** What admits to it: who sees the thing, but that of a workspace as a whole guests see nothing. */
  const admits = (name: string, type: IdType, role: Role) =>
    VISIBLE[type]!.includes(role) && !(name === 'workspaceEvents' && role === 'guest');

  test.each(subscriptions.flatMap(({ name }) => ROLES.map((role) => [name, role] as const)))(
    '%s as %s',
    async (name, role) => {
      const [argument] = schema.getSubscriptionType()!.getFields()[name]!.args;
      const type = idTypeOf(argument!.name, name);
      const document = `subscription ($id: ID!) { ${name}(${argument!.name}: $id) { __typename } }`;
      const variables = { id: ids[type] };
      const isAdmitted = admits(name, type, role);
      if (!isAdmitted) {
        const subscribed = platform.subscribe(people[role].token, document, variables);
        await subscribed.ended();
        const code = VISIBLE[type]!.includes(role) ? 'FORBIDDEN' : 'NOT_FOUND';
        expect(subscribed.errors).toMatchObject([{ extensions: { code } }]);
      }
      const owner =
        { presenceEvents: 'identity' as const, badgeEvents: 'chat' as const }[name] ?? OWNERS[type]!;
      const admission = await postBody<never>(
        platform.subgraphUrl(owner).replace('/graphql', '/internal/admit'),
        JSON.stringify({ operations: [{ query: document, variables }] }),
        {
          authorization: `Bearer ${signer().sign()}`,
          'x-viewer-authorization': `Bearer ${people[role].token}`,
        },
      );
      const [result] = (admission.json as { results: { topic?: string; errors?: unknown[] }[] }).results;
      expect(result!.topic !== undefined).toBe(isAdmitted);
    },
  );
});

test('every field of Query and Subscription is exercised here, or in a test that names it', () => {
  const here = [...lookups, ...subscriptions].map(({ name }) => name);
  const fields = [...fieldsOf('Query'), ...fieldsOf('Subscription')].map(({ name }) => name);
  expect(fields.filter((name) => !here.includes(name) && !(name in ELSEWHERE))).toEqual([]);
  expect(Object.keys(ELSEWHERE).filter((name) => !fields.includes(name))).toEqual([]);
  for (const [name, file] of Object.entries(ELSEWHERE)) {
    const text = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : '';
    expect({ name, file, isNamed: new RegExp(`\\b${name}\\b`).test(text) }).toEqual({
      name,
      file,
      isNamed: true,
    });
  }
});
