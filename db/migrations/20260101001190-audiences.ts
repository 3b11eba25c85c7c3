const SUBGRAPHS =
  'tributary_identity, tributary_workspace, tributary_chat, tributary_task, tributary_workflow';
const NOT_DEACTIVATED =
  'NOT EXISTS (SELECT 1 FROM access.person p WHERE p.user_id = access.caller() AND NOT p.is_active)';
const SERVICE_SCOPE = "nullif(current_setting('app.audience', true), '')::uuid";
const PUBLIC_CHATS = `FROM access.my_workspaces w JOIN access.scope s ON s.workspace_id = w.scope_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.role <> 'GUEST'`;

const archived = (table: string) =>
  `EXISTS (SELECT 1 FROM access.scope a WHERE a.scope_id = ${table}.workspace_id AND a.archived)`;

/** The caller's own scopes. `scope` is the one of a service that acts; `audiences` are further branches. */
const mine = (scope: string, audiences = '') => `
CREATE OR REPLACE VIEW access.mine WITH (security_barrier = true) AS
SELECT m.scope_id, m.workspace_id, CASE WHEN m.scope_id = m.workspace_id THEN 'workspace' ELSE 'chat' END AS kind,
       m.role, w.role AS workspace_role
FROM access.membership m
JOIN access.membership w ON w.scope_id = m.workspace_id AND w.user_id = m.user_id AND w.active
WHERE m.active AND NOT access.caller_is_service() AND ${NOT_DEACTIVATED}
UNION ALL
SELECT s.scope_id, s.workspace_id, s.kind, 'MEMBER', 'MEMBER'
FROM access.scope a
JOIN access.scope s ON s.scope_id = a.scope_id OR s.scope_id = a.workspace_id
WHERE access.caller_is_service() AND a.scope_id = ${scope}${audiences};
`;

const myWorkspaces = (audiences = '') => `
CREATE OR REPLACE VIEW access.my_workspaces WITH (security_barrier = true) AS
SELECT m.scope_id, m.role FROM access.membership m
WHERE m.scope_id = m.workspace_id AND m.active AND NOT access.caller_is_service() AND ${NOT_DEACTIVATED}${audiences};
`;

/** An audience writes nowhere. */
const writable = (condition = '') => `
CREATE OR REPLACE VIEW access.writable WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m
WHERE m.workspace_role <> 'GUEST' AND m.role <> 'READER' AND NOT ${archived('m')}${condition}
UNION ALL
SELECT s.scope_id ${PUBLIC_CHATS} AND NOT ${archived('s')}${condition};
`;

const profiles = (condition: string) => `
ALTER POLICY reads ON identity.user_profile
  USING (id = access.caller() OR (is_bot AND ${condition})
    OR EXISTS (SELECT 1 FROM access.membership m JOIN access.mine w ON w.scope_id = m.scope_id
               WHERE m.user_id = user_profile.id AND m.scope_id = m.workspace_id));
`;

/*
 * Who an audience is stands in one setting, `<workspace>:<role>:<chat>:<role>`; what is not of that form names nobody. The
 * settings of others are never read as one.
 */
const SETTING = `
CREATE FUNCTION access.caller_is_audience() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.role', true), '') = 'audience';
CREATE FUNCTION access.audience_part(p_part integer) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN NOT access.caller_is_audience() THEN NULL
    WHEN current_setting('app.audience', true) ~
      '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:(OWNER|ADMIN|MEMBER|GUEST):([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:(ADMIN|MEMBER|READER)|:)$'
    THEN nullif(split_part(current_setting('app.audience', true), ':', p_part), '')
  END;
CREATE FUNCTION access.audience_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN access.audience_part(1)::uuid;
CREATE FUNCTION access.audience_chat() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN access.audience_part(3)::uuid;
CREATE FUNCTION access.caller_is_gateway() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.role', true), '') = 'gateway';
`;

/**
 * Nothing of a scope is the audience's but by the scope itself: a chat of another workspace, or one that is gone, is none.
 * The workspace is compared so that no index serves it: scopes are looked up, and never gone through.
 */
const MINE_OF_AUDIENCE = `
UNION ALL
SELECT s.scope_id, s.workspace_id, s.kind,
       CASE WHEN s.kind = 'workspace' THEN access.audience_part(2) ELSE access.audience_part(4) END, access.audience_part(2)
FROM access.scope s
WHERE access.caller_is_audience() AND s.workspace_id IS NOT DISTINCT FROM access.audience_workspace()
  AND s.scope_id IN (access.audience_workspace(), access.audience_chat())`;

const WORKSPACE_OF_AUDIENCE = `
UNION ALL
SELECT s.scope_id, access.audience_part(2) FROM access.scope s
WHERE access.caller_is_audience() AND s.scope_id = access.audience_workspace() AND s.kind = 'workspace'`;

/** Audiences as callers, what lies hidden from one on the way of its topic, and the gateway's look at who reads a chat. */
export const up = `
SET LOCAL ROLE tributary_owner;

${SETTING}
${mine(`CASE WHEN access.caller_is_service() THEN ${SERVICE_SCOPE} END`, MINE_OF_AUDIENCE)}
${myWorkspaces(WORKSPACE_OF_AUDIENCE)}
${writable(' AND NOT access.caller_is_audience()')}
${profiles('(access.caller() IS NOT NULL OR access.audience_workspace() IS NOT NULL)')}

-- Places and chats alone: what is in them is read by an audience of that chat, or by nobody.
CREATE FUNCTION event.hidden_entries(p_topic text, p_from bigint, p_to bigint, p_limit integer)
RETURNS TABLE (seq bigint, scope_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.seq, t.scope_id FROM event.topic_entry t JOIN access.scope s ON s.scope_id = t.scope_id
  WHERE t.topic = p_topic AND t.seq > p_from AND t.seq <= p_to
    AND s.workspace_id = access.audience_workspace() AND s.kind = 'chat'
    AND NOT EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = t.scope_id)
  ORDER BY t.seq LIMIT p_limit;
$$;
REVOKE ALL ON FUNCTION event.hidden_entries(text, bigint, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event.hidden_entries(text, bigint, bigint, integer) TO ${SUBGRAPHS};

CREATE POLICY gateway_finds_readers ON access.membership FOR SELECT TO ${SUBGRAPHS} USING (access.caller_is_gateway());

RESET ROLE;
`;

export const down = `
SET LOCAL ROLE tributary_owner;

DROP POLICY gateway_finds_readers ON access.membership;
DROP FUNCTION event.hidden_entries(text, bigint, bigint, integer);
${profiles('access.caller() IS NOT NULL')}
${writable()}
${myWorkspaces()}
${mine(SERVICE_SCOPE)}
DROP FUNCTION access.caller_is_gateway();
DROP FUNCTION access.audience_chat();
DROP FUNCTION access.audience_workspace();
DROP FUNCTION access.audience_part(integer);
DROP FUNCTION access.caller_is_audience();

RESET ROLE;
`;
