const archived = (table: string) =>
  `EXISTS (SELECT 1 FROM access.scope a WHERE a.scope_id = ${table}.workspace_id AND a.archived)`;

/** `open` names the public chats `s` of the caller's workspaces. */
const views = (open: string) => `
CREATE OR REPLACE VIEW access.visible WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m WHERE m.kind = 'chat' OR m.workspace_role <> 'GUEST'
UNION ALL
SELECT s.scope_id ${open}
UNION ALL
SELECT s.scope_id FROM access.scope s WHERE access.caller_is_admin();

CREATE OR REPLACE VIEW access.writable WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m
WHERE m.workspace_role <> 'GUEST' AND m.role <> 'READER' AND NOT ${archived('m')}
UNION ALL
SELECT s.scope_id ${open} AND NOT ${archived('s')};
`;

/** What public chats cost a caller follows from the workspaces that the caller belongs to, not from the chats. */
export const up = `
SET LOCAL ROLE tributary_owner;

-- The caller's own workspaces: those of access.mine, found without going through the caller's chats.
CREATE INDEX membership_of_workspaces ON access.membership (user_id) WHERE scope_id = workspace_id AND active;
CREATE VIEW access.my_workspaces WITH (security_barrier = true) AS
SELECT m.scope_id, m.role FROM access.membership m
WHERE m.scope_id = m.workspace_id AND m.active AND NOT access.caller_is_service()
  AND NOT EXISTS (SELECT 1 FROM access.person p WHERE p.user_id = access.caller() AND NOT p.is_active);

${views(`FROM access.my_workspaces w JOIN access.scope s ON s.workspace_id = w.scope_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.role <> 'GUEST'`)}

RESET ROLE;
`;

export const down = `
${views(`FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service()`)}
DROP VIEW access.my_workspaces;
DROP INDEX access.membership_of_workspaces;
`;
