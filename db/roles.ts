/** The login roles of the services; each subgraph's has a system role beside it, `<role>_system`. */
const SUBGRAPH_ROLES = ['identity', 'workspace', 'chat', 'task', 'workflow'].map(
  (name) => `tributary_${name}`,
);
export const LOGIN_ROLES = [...SUBGRAPH_ROLES, 'tributary_worker'] as const;

/**
 * The SQL that makes the roles which do not exist and sets the login roles' passwords. `quote` quotes a literal.
 * The owner owns all tables and cannot log in; a system role is reached by SET ROLE alone; workers may act as each
 * subgraph's roles and hold nothing of them otherwise.
 */
export function rolesSql(
  passwords: Readonly<Record<string, string>>,
  quote: (text: string) => string,
): string {
  const create = (role: string, options: string) =>
    `IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} ${options}; END IF;`;
  const systems = SUBGRAPH_ROLES.map((role) => `${role}_system`);
  const lines = [
    create('tributary_owner', 'NOLOGIN'),
    'GRANT tributary_owner TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;',
    ...LOGIN_ROLES.map((role) => create(role, 'LOGIN NOINHERIT')),
    ...systems.map((role) => create(role, 'NOLOGIN')),
    ...SUBGRAPH_ROLES.map((role) => `GRANT ${role}_system TO ${role} WITH INHERIT FALSE, SET TRUE;`),
    ...[...SUBGRAPH_ROLES, ...systems].map(
      (role) => `GRANT ${role} TO tributary_worker WITH INHERIT FALSE, SET TRUE;`,
    ),
  ];
  const passwordLines = LOGIN_ROLES.map(
    (role) => `ALTER ROLE ${role} PASSWORD ${quote(passwords[role] ?? '')};`,
  );
  return `DO $roles$ BEGIN ${lines.join('\n')} END $roles$; ${passwordLines.join('\n')}`;
}
