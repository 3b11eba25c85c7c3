import { SUBGRAPH_NAMES } from '../subgraphs/kit/config';
import { makeInboxClient } from './inbox-client';
import { makeKey } from './key-client';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { nothing } from './tenants';
import { waitFor } from './wait';

interface Refusal {
  code: string;
  message: string;
}

let platform: Platform;
let acme: SeededWorkspace;
let other: SeededWorkspace;
let ownerId: string;

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
});

afterAll(() => platform.close());

describe('a key that is bound to a workspace', () => {
  const owner = () => platform.token(acme.owner.username);
  const bound = (scopes = ['READ', 'WRITE', 'MANAGE']) =>
    makeKey(platform, owner(), { workspaceId: acme.id, scopes });

  test('sees nothing of any other', async () => {
    const { secret } = await bound();
    const seen = await platform.query<Record<string, unknown>>(
      secret,
      `{ here: workspace(id: "${acme.id}") { id } there: workspace(id: "${other.id}") { id }
         node(id: "${other.id}") { id } viewer { memberships { nodes { workspace { id } } } } }`,
    );
    expect(seen.data).toEqual({
      ...{ here: { id: acme.id }, there: null, node: null },
      viewer: { memberships: { nodes: [{ workspace: { id: acme.id } }] } },
    });
  });

  test('writes there, and neither elsewhere nor into a new one', async () => {
    const { secret } = await bound();
    const code = async (name: string, input: object) => {
      const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const { data } = await platform.query<Record<string, { userErrors: Refusal[] }>>(
        secret,
        `mutation ($input: ${typeName}) { ${name}(input: $input) { userErrors { code message } } }`,
        { input },
      );
      return data[name]!.userErrors[0]?.code ?? null;
    };
    const chat = { name: 'by key', kind: 'CHANNEL', visibility: 'PUBLIC' };
    expect(await code('createChat', { ...chat, workspaceId: acme.id })).toBeNull();
    expect(await code('createChat', { ...chat, workspaceId: other.id })).toBe('NOT_FOUND');
    expect(await code('createWorkspace', { name: 'new', slug: 'by-a-bound-key' })).toBe('FORBIDDEN');
  });

  test('reaches of the inbox what happened there, and neither the whole stream nor the choices', async () => {
    const inbox = makeInboxClient(platform);
    const third = await platform.seed.workspace();
    const invite = { workspaceId: third.id, role: 'MEMBER', username: acme.owner.username };
    const { errors } = await platform.query(
      third.owner.token,
      'mutation ($input: CreateInviteInput!) { createInvite(input: $input) { userErrors { code } } }',
      { input: invite },
    );
    expect(errors).toEqual([]);
    const chat = await acme.chat({ participants: [acme.member] });
    await chat.send(acme.member, `@${acme.owner.username} look`);
    await inbox.settled();
    const inPerson = { ...acme.owner, token: owner() };
    const kinds = ['MENTION', 'WORKSPACE_INVITE', 'WORKSPACE_MEMBER_ADDED'];
    expect((await inbox.kinds(inPerson)).sort()).toEqual(kinds);
    const byKey = { ...acme.owner, token: (await bound()).secret };
    const seen = await inbox.read(byKey);
    expect(seen).toMatchObject({ nodes: [{ kind: 'MENTION' }], totalCount: 1, unreadCount: 1 });
    expect((await inbox.mutate(byKey, 'markAllNotificationsRead')).readCount).toBe(1);
    expect((await inbox.read(inPerson)).unreadCount).toBe(2);

    const choice = { kind: 'MENTION', isInApp: false };
    const refused = await inbox.mutate(byKey, 'updateNotificationPreference', choice);
    expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { data } = await platform.query(byKey.token, '{ viewer { inboxCursor } }');
    expect(data).toEqual({ viewer: { inboxCursor: null } });
    const live = platform.subscribe(byKey.token, 'subscription { inboxEvents { cursor } }');
    await live.ended();
    expect(live.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test.each(SUBGRAPH_NAMES)('B9: with another workspace set, %s finds no row', async (name) => {
    const tables = await platform.sql<{ name: string }>(
      `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
       WHERE c.relkind IN ('r', 'p') AND has_table_privilege($1, c.oid, 'SELECT') AND n.nspname IN ($2, 'access', 'event')`,
      [`tributary_${name}`, name],
    );
    const [own] = await platform.sql<{ id: string }>('SELECT id FROM workspace.workspace WHERE slug = $1', [
      acme.slug,
    ]);
    const count = async (table: string, workspaceId: string) => {
      const [row] = await platform.database.sqlAs<{ count: string }>(
        `tributary_${name}`,
        `WITH settings AS MATERIALIZED (SELECT set_config('app.user_id', '${ownerId}', false),
           set_config('app.workspace_id', '${workspaceId}', false))
         SELECT (SELECT count(*) FROM ${table} t WHERE t.workspace_id = '${own!.id}') AS count FROM settings`,
      );
      return Number(row!.count);
    };
    expect(await count('access.membership', own!.id)).toBeGreaterThan(0);
    for (const table of tables) {
      const seen = await count(table.name, '00000000-0000-4000-8000-000000000001');
      expect([table.name, seen]).toEqual([table.name, 0]);
    }
  });
});

describe('A14: sockets by API keys', () => {
  const EVENTS =
    'subscription ($chatId: ID!, $after: String) { chatEvents(chatId: $chatId, after: $after) { cursor } }';

  test('outlive the tokens that stand for them, and end within five seconds of their key', async () => {
    const chat = await acme.chat();
    const key = await makeKey(platform, platform.token(acme.owner.username), { scopes: ['READ'] });
    const live = platform.subscribe(key.secret, EVENTS, { chatId: chat.id, after: chat.cursor });
    for (let minute = 0; minute < 6; minute++) {
      platform.clock.advance(20_000);
      const begun = Date.now();
      await waitFor(async () => {
        await chat.send({ ...acme.owner, token: platform.token(acme.owner.username) }, `after ${minute}`);
        await live.next();
        return Date.now() - begun > 1200;
      });
    }
    await platform.query(
      platform.token(acme.owner.username),
      'mutation ($input: UpdateApiKeyInput!) { updateApiKey(input: $input) { apiKey { isEnabled } } }',
      { input: { id: key.apiKey.id, isEnabled: false } },
    );
    await live.ended(5000);
    expect(live.closeCode).toBe(4403);
  });

  test('are refused without a key that counts', async () => {
    const live = platform.subscribe(`trib_${'0'.repeat(32)}_${'A'.repeat(43)}`, EVENTS, {
      chatId: nothing.Chat,
    });
    await live.ended();
    expect(live.closeCode).toBe(4403);
  });
});
