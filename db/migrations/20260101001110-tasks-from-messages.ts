/** What a message says, for whoever makes a task of it: messages are found in the store by their ids. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE INDEX store_by_message ON event.store ((payload ->> 'messageId'))
  WHERE type IN ('chat.message.sent', 'chat.message.edited', 'chat.message.deleted');

-- What a message says now and where it stands; nothing where the caller may not read it or it is deleted. Beneath
-- row-level security the index would not be used: its expression might tell of rows that are hidden.
CREATE FUNCTION event.find_message(p_message_id uuid) RETURNS TABLE (chat_id uuid, workspace_id uuid, body text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH told AS MATERIALIZED (
    SELECT s.aggregate_id, s.workspace_id, s.scope_id, s.type, s.version, s.payload ->> 'body' AS body
    FROM event.store s
    WHERE s.payload ->> 'messageId' = p_message_id::text
      AND s.type IN ('chat.message.sent', 'chat.message.edited', 'chat.message.deleted')
  )
  SELECT t.aggregate_id, t.workspace_id, t.body FROM told t
  WHERE EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = t.scope_id)
    AND NOT EXISTS (SELECT 1 FROM told d WHERE d.type = 'chat.message.deleted')
  ORDER BY t.version DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION event.find_message(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event.find_message(uuid) TO tributary_task;

RESET ROLE;
`;

export const down = `
DROP FUNCTION event.find_message(uuid);
DROP INDEX event.store_by_message;
`;
