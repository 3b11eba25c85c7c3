import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { Kind, buildSchema, getNamedType, isCompositeType, type GraphQLField } from 'graphql';
import { readSubgraphs } from '../schema/subgraphs';
import { SUBGRAPH_NAMES, type SubgraphName } from '../subgraphs/kit/config';
import { ACTIONS_OF_ROLE, READ_ONLY_ROLE, scopesOf } from '../subgraphs/kit/permission';
import { postGraphQL } from './http';
import { inputOf } from './inputs';
import { makeKey } from './key-client';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { nothing } from './tenants';
import { waitFor } from './wait';

const ROOT = join(__dirname, '..');
const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'api.graphql'), 'utf8'));

type Operation = 'query' | 'mutation' | 'subscription';

interface RootField {
  name: string;
  subgraph: SubgraphName;
  /** What an API key needs for it. */
  scopes: readonly string[];
  field: GraphQLField<unknown, unknown>;
}

/** The root fields of an operation, with the scopes that their owners' SDL asks for. */
function rootFields(operation: Operation): RootField[] {
  const type = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[operation];
  const fields = (
    schema.getType(type) as unknown as { getFields(): Record<string, RootField['field']> }
  ).getFields();
  return readSubgraphs(ROOT).flatMap(({ name: subgraph, document }) =>
    document.definitions
      .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type)
      .flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? (node.fields ?? []) : []))
      .map((node) => {
        const argument = node.directives
          ?.find(({ name }) => name.value === 'auth')
          ?.arguments?.find(({ name }) => name.value === 'scopes')?.value;
        const values = argument?.kind === Kind.LIST ? argument.values : [];
        const scopes = values.flatMap((value) => (value.kind === Kind.STRING ? [value.value] : []));
        const needed = scopesOf({ operation, scopes });
        const name = node.name.value;
        return { name, subgraph: subgraph as SubgraphName, scopes: needed, field: fields[name]! };
      }),
  );
}

const ALL = ['read', 'write', 'deploy', 'manage'];
const without = (scopes: readonly string[]) => ALL.filter((scope) => !scopes.includes(scope));
const cases = (operation: Operation) => rootFields(operation).map((root) => [root.name, root] as const);
const selection = ({ field }: RootField) =>
  isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';

let platform: Platform;
let acme: SeededWorkspace;
let other: SeededWorkspace;
let ownerId: string;
let signingKey: { pem: string; kid: string };

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace();
  other = await platform.seed.workspace();
  await other.add(acme.owner, 'MEMBER');
  const [owner] = await platform.sql<{ user_id: string }>(
    'SELECT user_id FROM access.person WHERE username_lower = $1',
    [acme.owner.username],
  );
  ownerId = owner!.user_id;
  const jwks = await fetch(platform.subgraphUrl('identity').replace('/graphql', '/internal/jwks'));
  const { keys } = (await jwks.json()) as { keys: { kid: string }[] };
  signingKey = { pem: readFileSync(platform.wiring.keys.identity, 'utf8'), kid: keys[0]!.kid };
});

afterAll(() => platform.close());

/** What identity signs for a key with these scopes, to be shown to a subgraph itself. */
function exchanged(scopes: readonly string[], claims: object = {}): string {
  const iat = Math.floor(platform.clock.now().getTime() / 1000);
  const issued = { iss: 'tributary:identity', aud: 'tributary-internal', typ: 'ApiKey', sub: ownerId };
  const payload = { ...issued, iat, exp: iat + 60, roles: [], key_id: 'k', scopes, ...claims };
  return jwt.sign(payload, signingKey.pem, { algorithm: 'RS256', keyid: signingKey.kid });
}

/** Uses a root field at the port of its own subgraph, with ids of nothing where it asks for any. */
async function use(token: string, operation: 'query' | 'mutation', root: RootField) {
  const filling = { schema, ids: nothing, username: 'nobody' };
  const args = root.field.args.filter(({ type }) => String(type).endsWith('!'));
  const variables = Object.fromEntries(
    args.map(({ name, type }) => {
      const named = getNamedType(type).name;
      if (named.endsWith('Input')) return [name, inputOf(filling, named, root.name)];
      if (named === 'DateTime') return [name, '2099-12-31T00:00:00.000Z'];
      return [name, String(type).startsWith('[') ? [nothing.Chat] : nothing.Chat];
    }),
  );
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selected = operation === 'mutation' ? '{ userErrors { code message } }' : selection(root);
  const document = `${operation} ${declared && `(${declared})`} { ${root.name}${given && `(${given})`} ${selected} }`;
  const answer = await postGraphQL<Record<string, { userErrors?: Refusal[] } | null>>(
    platform.subgraphUrl(root.subgraph),
    { token, document, variables },
  );
  const [refused] = answer.data?.[root.name]?.userErrors ?? [];
  const [error] = answer.errors;
  return { refused, error: error && { code: error.extensions?.code, message: error.message } };
}

interface Refusal {
  code: string;
  message: string;
}

const ABOUT_KEYS = /API key/;

describe('B7: an API key reaches as far as its scopes, at every subgraph', () => {
  test.each(cases('mutation'))('%s', async (_, root) => {
    const { refused } = await use(exchanged(without(root.scopes)), 'mutation', root);
    expect(refused).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringMatching(ABOUT_KEYS) as string,
    });
    const full = await use(exchanged(ALL), 'mutation', root);
    if (root.scopes.includes('account')) expect(full.refused?.message).toMatch('for no API key');
    else expect(full.refused?.message ?? '').not.toMatch(ABOUT_KEYS);
  });

  test.each(cases('query'))('%s', async (_, root) => {
    const refused = await use(exchanged(without(root.scopes)), 'query', root);
    const lacking = root.scopes.join(', ').toUpperCase();
    expect(refused.error).toEqual({ code: 'FORBIDDEN', message: `The API key lacks the scope ${lacking}.` });
    const full = await use(exchanged(root.scopes), 'query', root);
    expect(full.error?.message ?? '').not.toMatch(ABOUT_KEYS);
  });

  test.each(SUBGRAPH_NAMES)('_entities of %s', async (name) => {
    const type = {
      identity: 'User',
      workspace: 'Workspace',
      chat: 'Chat',
      task: 'Task',
      workflow: 'Workflow',
    }[name];
    const ask = async (scopes: readonly string[]) => {
      const { errors, data } = await postGraphQL<{ _entities: unknown[] } | null>(
        platform.subgraphUrl(name),
        {
          token: exchanged(scopes),
          document: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { id } } }`,
          variables: {
            refs: [{ __typename: type, id: type === 'User' ? acme.owner.id : nothing[type as 'Chat'] }],
          },
        },
      );
      return errors[0]?.extensions?.code ?? data?._entities.length;
    };
    expect(await ask(['write', 'deploy', 'manage'])).toBe('FORBIDDEN');
    expect(await ask(['read'])).toBe(1);
  });

  test.each(cases('subscription'))('%s', async (name, root) => {
    const { secret } = await makeKey(platform, acme.owner.token, { scopes: ['WRITE', 'DEPLOY', 'MANAGE'] });
    const ids = root.field.args.filter(({ type }) => String(type).startsWith('ID'));
    const given = ids.map((arg) => `${arg.name}: "${nothing.Chat}"`).join(', ');
    const subscribed = platform.subscribe(
      secret,
      `subscription { ${name}${given && `(${given})`} { __typename } }`,
    );
    await subscribed.ended();
    expect(subscribed.errors).toMatchObject([
      { message: 'The API key lacks the scope READ.', extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});

describe('B6: the realm role viewer reads and changes nothing', () => {
  const readOnly = () =>
    platform.token(acme.owner.username, { claims: { realm_access: { roles: [READ_ONLY_ROLE] } } });

  test.each(cases('mutation'))('%s is refused', async (_, root) => {
    const { refused } = await use(readOnly(), 'mutation', root);
    expect(refused).toEqual({ code: 'FORBIDDEN', message: 'Your account may read and not write.' });
  });

  test('queries are answered', async () => {
    const { data } = await platform.query(readOnly(), `{ workspace(id: "${acme.id}") { id } }`);
    expect(data).toEqual({ workspace: { id: acme.id } });
  });

  test('nor does a key of such an account, from the next sign-in on', async () => {
    const { secret } = await makeKey(platform, platform.token(other.member.username));
    platform.clock.advance(5000);
    const claims = { realm_access: { roles: [READ_ONLY_ROLE] } };
    await platform.query(platform.token(other.member.username, { claims }), '{ viewer { id } }');
    await waitFor(async () => {
      const { data } = await platform.query<{ createChat: { userErrors: Refusal[] } }>(
        secret,
        `mutation { createChat(input: { workspaceId: "${acme.id}", name: "x", kind: CHANNEL, visibility: PUBLIC }) { userErrors { code message } } }`,
      );
      return data.createChat.userErrors[0]?.message === 'Your account may read and not write.';
    });
  });
});

test('B7: roles stand for actions per workspace: who runs one is a plain member of another', async () => {
  expect(ACTIONS_OF_ROLE).toEqual({ OWNER: ALL, ADMIN: ALL, MEMBER: ['read', 'write'], GUEST: ['read'] });
  const rename = async (workspaceId: string) => {
    const { data } = await platform.query<{ updateWorkspace: { userErrors: Refusal[] } }>(
      platform.token(acme.owner.username),
      'mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { userErrors { code message } } }',
      { input: { workspaceId, name: 'Renamed' } },
    );
    return data.updateWorkspace.userErrors.map(({ code }) => code);
  };
  expect(await rename(acme.id)).toEqual([]);
  expect(await rename(other.id)).toEqual(['FORBIDDEN']);
});
