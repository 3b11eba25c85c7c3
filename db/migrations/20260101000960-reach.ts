const ACTIVE = `AND NOT EXISTS (SELECT 1 FROM access.person p WHERE p.user_id = access.caller() AND NOT p.is_active)`;

/** The caller's own active scopes, as they were made first but for a condition on whoever calls. */
const mine = (condition: string) => `
CREATE OR REPLACE VIEW access.mine WITH (security_barrier = true) AS
SELECT m.scope_id, m.workspace_id, CASE WHEN m.scope_id = m.workspace_id THEN 'workspace' ELSE 'chat' END AS kind,
       m.role, w.role AS workspace_role
FROM access.membership m
JOIN access.membership w ON w.scope_id = m.workspace_id AND w.user_id = m.user_id AND w.active
WHERE m.active AND NOT access.caller_is_service() ${condition}
UNION ALL
SELECT s.scope_id, s.workspace_id, s.kind, 'MEMBER', 'MEMBER'
FROM access.scope a
JOIN access.scope s ON s.scope_id = a.scope_id OR s.scope_id = a.workspace_id
WHERE access.caller_is_service() AND a.scope_id = nullif(current_setting('app.audience', true), '')::uuid;
`;

/** What bound API keys see of an inbox, and that whoever is deactivated belongs nowhere. */
export const up = `
SET LOCAL ROLE tributary_owner;

-- By a key that is bound to a workspace its owner is told of that one alone, also where a notification depends on nothing.
CREATE POLICY bound ON identity.notification AS RESTRICTIVE FOR SELECT TO tributary_identity
  USING (coalesce(workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid,
                  nullif(current_setting('app.workspace_id', true), '') IS NULL));

-- The condition names no column of the view's rows, so that it is asked once.
${mine(ACTIVE)}

RESET ROLE;
`;

export const down = `
${mine('')}
DROP POLICY bound ON identity.notification;
`;
