import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { postGraphQL, type Answer } from './http';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';
import { nothing } from './tenants';

interface Entry {
  id: string;
  action: string;
  outcome: 'SUCCESS' | 'FAILURE';
  reason: string | null;
  actor: { id: string } | null;
  ipAddress: string | null;
  userAgent: string | null;
  targetType: string | null;
  target: { __typename: string; id: string } | null;
  subject: { id: string } | null;
  workspace: { id: string } | null;
  correlationId: string;
}

const LIST = `query ($workspaceId: ID, $filter: AuditEventFilter, $first: Int, $after: String) {
  auditEvents(workspaceId: $workspaceId, filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { id action outcome reason actor { id } ipAddress userAgent targetType target { __typename id }
      subject { id } workspace { id } correlationId } } }`;
const REMOVE = `mutation ($input: RemoveWorkspaceMemberInput!) {
  removeWorkspaceMember(input: $input) { userErrors { code message } } }`;

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let root: Person;

beforeAll(async () => {
  platform = await startPlatform();
  [acme, globex] = await Promise.all([platform.seed.workspace('acme'), platform.seed.workspace('globex')]);
  root = await platform.seed.person('root');
});

afterAll(() => platform.close());

type Listed = { auditEvents: { nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

function list(person: Person, variables: Record<string, unknown> = {}) {
  return platform.query<Listed>(person.token, LIST, variables);
}

async function entriesOf(person: Person, variables: Record<string, unknown>): Promise<Entry[]> {
  const answer = await list(person, variables);
  expect(answer.errors).toEqual([]);
  return answer.data.auditEvents.nodes;
}

async function remove(person: Person, input: object, headers?: Record<string, string>) {
  type Removed = { removeWorkspaceMember: { userErrors: { code: string; message: string }[] } };
  return (await platform.query<Removed>(person.token, REMOVE, { input }, headers)).data.removeWorkspaceMember;
}

describe('what is done', () => {
  test('is written with its actor, their client, the target and whom it concerned', async () => {
    const entries = await entriesOf(acme.owner, {
      workspaceId: acme.id,
      filter: { action: { eq: 'workspace.member.added' } },
    });
    const subjects = [acme.guest.id, acme.member.id, acme.owner.id];
    expect(entries.map(({ subject }) => subject?.id)).toEqual(subjects);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        ...{ outcome: 'SUCCESS', reason: null, actor: { id: acme.owner.id }, ipAddress: '127.0.0.1' },
        ...{ userAgent: expect.any(String) as string, targetType: 'workspace' },
        target: { __typename: 'Workspace', id: acme.id },
        workspace: { id: acme.id },
      });
    }
  });

  test('carries the correlation id of its request', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const added = await platform.seed.person('audited');
    await acme.add(added, 'MEMBER');
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01`, 'user-agent': 'Audit/1.0' };
    expect(await remove(acme.owner, { workspaceId: acme.id, userId: added.id }, headers)).toEqual({
      userErrors: [],
    });
    const [entry] = await entriesOf(acme.owner, { workspaceId: acme.id, first: 1 });
    expect(entry).toMatchObject({
      ...{ action: 'workspace.member.removed', correlationId: trace, userAgent: 'Audit/1.0' },
      subject: { id: added.id },
    });
  });

  test('is written with the event or not at all, and never by a rebuild', async () => {
    const count = async () => (await platform.sql('SELECT id FROM access.audit_entry')).length;
    const [events] = await platform.sql<{ count: string }>(
      `SELECT count(*) FROM event.store WHERE type IN ('workspace.created', 'workspace.member.added', 'workspace.member.removed')`,
    );
    const successes = await platform.sql(
      `SELECT 1 FROM access.audit_entry WHERE outcome = 'SUCCESS' AND action LIKE 'workspace.%'`,
    );
    expect(successes).toHaveLength(Number(events!.count));
    const before = await count();
    await rebuild(SUBGRAPHS.workspace!, platform.database.migratorUrl, { write: true });
    expect(await count()).toBe(before);
  });
});

describe('what is refused', () => {
  test('is written as a failure with the reason', async () => {
    const input = { workspaceId: acme.id, userId: acme.guest.id };
    const { userErrors } = await remove(acme.member, input);
    expect(userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const [entry] = await entriesOf(acme.owner, { workspaceId: acme.id, filter: { outcome: 'FAILURE' } });
    expect(entry).toMatchObject({
      ...{ action: 'removeWorkspaceMember', outcome: 'FAILURE', reason: userErrors[0]!.message },
      ...{ actor: { id: acme.member.id }, subject: { id: acme.guest.id }, ipAddress: '127.0.0.1' },
      target: { __typename: 'Workspace', id: acme.id },
      workspace: { id: acme.id },
    });
  });

  test('in a chat is found by the workspace of the chat', async () => {
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [acme.guest] });
    const document = `mutation ($input: CloseChatInput!) { closeChat(input: $input) { userErrors { code } } }`;
    await platform.query(acme.guest.token, document, { input: { chatId: chat.id } });
    const [entry] = await entriesOf(acme.owner, {
      workspaceId: acme.id,
      filter: { action: { eq: 'closeChat' } },
    });
    expect(entry).toMatchObject({ outcome: 'FAILURE', actor: { id: acme.guest.id }, targetType: 'chat' });
  });

  test('to a foreigner is in nobody else’s log', async () => {
    const before = await entriesOf(acme.owner, { workspaceId: acme.id });
    await remove(globex.owner, { workspaceId: acme.id, userId: acme.guest.id });
    expect(await entriesOf(acme.owner, { workspaceId: acme.id })).toEqual(before);
  });

  test('again and again is written some thirty times a minute', async () => {
    const input = { workspaceId: globex.id, userId: globex.guest.id };
    for (let i = 0; i < 35; i++) await remove(globex.member, input);
    const filter = { action: { eq: 'removeWorkspaceMember' }, actorId: globex.member.id };
    expect(await entriesOf(globex.owner, { workspaceId: globex.id, filter })).toHaveLength(30);
    platform.clock.advance(60_000);
    await remove({ ...globex.member, token: platform.token(globex.member.username) }, input);
    expect(await entriesOf(globex.owner, { workspaceId: globex.id, filter })).toHaveLength(31);
  });
});

test('an API key that was switched off is written as refused, under its owner, once a minute', async () => {
  const create = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id } } }`;
  const created = await platform.query<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
    acme.owner.token,
    create,
    { input: { name: 'audited', scopes: ['READ'], workspaceId: acme.id } },
  );
  const { secret, apiKey } = created.data.createApiKey;
  await platform.query(
    acme.owner.token,
    'mutation ($input: UpdateApiKeyInput!) { updateApiKey(input: $input) { userErrors { code } } }',
    { input: { id: apiKey.id, isEnabled: false } },
  );
  for (let i = 0; i < 3; i++) expect((await platform.query(secret, '{ viewer { id } }')).status).toBe(401);
  const filter = { action: { eq: 'apikey.refused' } };
  expect(await entriesOf(acme.owner, { workspaceId: acme.id, filter })).toMatchObject([
    {
      ...{ outcome: 'FAILURE', actor: null, subject: { id: acme.owner.id } },
      targetType: 'apikey',
      ipAddress: '127.0.0.1',
    },
  ]);
});

describe('where a client is', () => {
  test('is believed of the gateway alone', async () => {
    const headers = {
      'x-tributary-origin': `Bearer ${acme.member.token}`,
      'x-forwarded-for': '203.0.113.9',
    };
    await remove(acme.member, { workspaceId: acme.id, userId: acme.owner.id }, headers);
    const [entry] = await entriesOf(acme.owner, { workspaceId: acme.id, first: 1 });
    expect(entry).toMatchObject({ action: 'removeWorkspaceMember', ipAddress: '127.0.0.1' });
  });

  test.each(['a user’s token', 'rubbish'])(
    'stays unknown where a subgraph is called with %s for it',
    async (what) => {
      const header = what === 'rubbish' ? 'x' : `Bearer ${acme.member.token}`;
      const answer = await postGraphQL<object>(platform.subgraphUrl('workspace'), {
        token: acme.member.token,
        document: REMOVE,
        variables: { input: { workspaceId: acme.id, userId: acme.owner.id } },
        headers: { 'x-tributary-origin': header },
      });
      expect(answer.status).toBe(200);
      const [entry] = await entriesOf(acme.owner, { workspaceId: acme.id, first: 1 });
      expect(entry).toMatchObject({ outcome: 'FAILURE', ipAddress: null, userAgent: null });
    },
  );

  test('is known for what comes over a socket', async () => {
    const subscribed = platform.subscribe(acme.member.token, REMOVE, {
      input: { workspaceId: acme.id, userId: acme.owner.id },
    });
    await subscribed.ended();
    const [entry] = await entriesOf(acme.owner, { workspaceId: acme.id, first: 1 });
    expect(entry).toMatchObject({ outcome: 'FAILURE', ipAddress: '127.0.0.1' });
  });
});

describe('who reads the log', () => {
  test('owners and admins of the workspace do, members and guests are refused', async () => {
    const admin = await platform.seed.person('audit-admin');
    await acme.add(admin, 'ADMIN');
    for (const reader of [acme.owner, admin])
      expect((await entriesOf(reader, { workspaceId: acme.id })).length).toBeGreaterThan(0);
    for (const reader of [acme.member, acme.guest]) {
      const { data, errors } = await list(reader, { workspaceId: acme.id });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', requiredRole: 'ADMIN' } }]);
    }
  });

  test('B8: a foreigner is told that there is no such workspace', async () => {
    const errorsOf = async (workspaceId: string) =>
      (await list(globex.owner, { workspaceId })).errors.map(({ message, extensions }) => ({
        message,
        code: extensions?.code,
      }));
    const foreign = await errorsOf(acme.id);
    expect(foreign).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(foreign).toEqual(await errorsOf(nothing.Workspace));
  });

  test('the platform’s log is for system administrators', async () => {
    const refused = await list(acme.owner);
    expect(refused.errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', requiredRole: 'system-admin' } },
    ]);
    const workspaces = (await entriesOf(root, {})).map(({ workspace }) => workspace?.id);
    expect(workspaces).toEqual(expect.arrayContaining([acme.id, globex.id]));
  });

  test('by action, outcome, actor and time, a page at a time', async () => {
    const all = await entriesOf(acme.owner, { workspaceId: acme.id, first: 100 });
    const of = (filter: object) => entriesOf(acme.owner, { workspaceId: acme.id, filter, first: 100 });
    const ids = (entries: Entry[]) => entries.map(({ id }) => id);
    const matching = (test: (entry: Entry) => boolean) => ids(all.filter(test));
    expect(ids(await of({ action: { startsWith: 'workspace.member.' } }))).toEqual(
      matching(({ action }) => action.startsWith('workspace.member.')),
    );
    expect(ids(await of({ action: { in: ['workspace.created'] } }))).toHaveLength(1);
    expect(ids(await of({ action: { contains: 'MEMBER' }, outcome: 'FAILURE' }))).toEqual(
      matching(({ action, outcome }) => action.toLowerCase().includes('member') && outcome === 'FAILURE'),
    );
    expect(ids(await of({ actorId: acme.guest.id }))).toEqual(
      matching(({ actor }) => actor?.id === acme.guest.id),
    );
    expect(await of({ until: '2020-01-01T00:00:00.000Z' })).toEqual([]);
    expect(ids(await of({ since: '2020-01-01T00:00:00.000Z' }))).toEqual(ids(all));
    const paged: string[] = [];
    for (let after: string | undefined; paged.length < all.length;) {
      const { data }: Answer<Listed> = await list(acme.owner, { workspaceId: acme.id, first: 3, after });
      paged.push(...ids(data.auditEvents.nodes));
      after = data.auditEvents.pageInfo.endCursor;
    }
    expect(paged).toEqual(ids(all));
    const faulty = await list(acme.owner, { workspaceId: acme.id, filter: { actorId: acme.id } });
    expect(faulty.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
