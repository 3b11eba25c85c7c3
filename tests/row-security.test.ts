import { Client } from 'pg';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { createTenants } from './tenants';

let platform: Platform;
let globex: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  globex = (await createTenants(platform))[1]!;
});

afterAll(() => platform.close());

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
  /** What concerns a workspace and is one person's. */
  const PERSONAL = ['identity.notification'];
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
        const whose = PERSONAL.includes(name) ? ` AND user_id = '${userId}'` : '';
        const [all] = await platform.sql<{ count: string }>(
          `SELECT count(*) FROM ${name} WHERE workspace_id = $1${whose}`,
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

  const countAsAudience = async (role: string, setting: string, table: string, where = 'true') => {
    const client = new Client({ connectionString: platform.database.roleUrls[`tributary_${role}`] });
    await client.connect();
    try {
      await client.query(
        "SELECT set_config('app.role', 'audience', false), set_config('app.audience', $1, false)",
        [setting],
      );
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE ${where}`);
      return Number(rows[0]!.count);
    } finally {
      await client.end();
    }
  };

  test('shows an audience its workspace and its chat, and one of no proper form nothing, without failing', async () => {
    const workspaceId = fromGlobalId('Workspace', globex.id);
    await globex.chat();
    const chat = await globex.chat({ visibility: 'PRIVATE' });
    const chatId = fromGlobalId('Chat', chat.id);
    const count = (setting: string, where?: string) => countAsAudience('chat', setting, 'chat.chat', where);
    expect(await count(`${workspaceId}:MEMBER::`, `workspace_id = '${workspaceId}'`)).toBeGreaterThan(0);
    expect(await count(`${workspaceId}:MEMBER::`, `workspace_id <> '${workspaceId}'`)).toBe(0);
    expect(await count(`${workspaceId}:MEMBER::`, `id = '${chatId}'`)).toBe(0);
    expect(await count(`${workspaceId}:MEMBER:${chatId}:MEMBER`, `id = '${chatId}'`)).toBe(1);
    expect(await count(`${workspaceId}:GUEST:${chatId}:MEMBER`)).toBe(1);
    const garbage = [
      ...[
        '',
        'x',
        ':::',
        workspaceId,
        `${workspaceId}:`,
        `${workspaceId}:BOSS::`,
        ` ${workspaceId}:MEMBER::`,
      ],
      ...[
        `${workspaceId}:MEMBER:${chatId}:`,
        `${workspaceId}:MEMBER::MEMBER`,
        `${workspaceId}:MEMBER:x:MEMBER`,
      ],
      ...[`${workspaceId}:MEMBER::\n`, chatId, `${chatId}:MEMBER:${chatId}:MEMBER`],
    ];
    for (const setting of garbage) expect([setting, await count(setting)]).toEqual([setting, 0]);
  });

  test.each(ROLES)('shows %s as an audience no row of another workspace', async (role) => {
    const workspaceId = fromGlobalId('Workspace', globex.id);
    for (const { name } of (await tables(role)).filter((table) => table.has_workspace)) {
      const foreign = `workspace_id <> '${workspaceId}'`;
      const setting = `${workspaceId}:OWNER::`;
      expect([name, await countAsAudience(role, setting, name, foreign)]).toEqual([name, 0]);
    }
  });
});
