/** Chats that are described, changed and deleted, and direct chats: one for each set of people. */
const CHATS = `
ALTER TABLE chat.chat
  ADD COLUMN topic text CHECK (length(topic) BETWEEN 1 AND 250),
  ADD COLUMN description text CHECK (length(description) BETWEEN 1 AND 2000),
  -- Of a direct chat: the ids of its people, sorted, so that they have one.
  ADD COLUMN direct_key text,
  ADD CONSTRAINT chat_direct_key UNIQUE (workspace_id, direct_key),
  ADD CONSTRAINT chat_direct CHECK (direct_key IS NULL OR kind = 'DIRECT'),
  DROP CONSTRAINT chat_name_check,
  ADD CONSTRAINT chat_name_check CHECK (length(name) <= 200 AND (kind = 'DIRECT' OR name <> ''));
GRANT UPDATE (name, topic, description) ON chat.chat TO tributary_chat;

-- Who may read a chat is for its admins to change.
CREATE POLICY chat_opens_and_closes ON access.scope FOR UPDATE TO tributary_chat
  USING (kind = 'chat' AND EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = scope.scope_id AND m.role = 'ADMIN')
    AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = scope.scope_id))
  WITH CHECK (kind = 'chat' AND EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = scope.scope_id AND m.role = 'ADMIN')
    AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = scope.scope_id));
GRANT UPDATE (visibility) ON access.scope TO tributary_chat;
`;

/*
 * A chat is deleted by the system, once it is known that the caller may: its rows are also other people's. Its scope
 * stays, and with it the tasks that were made there.
 */
const SYSTEM = `
GRANT SELECT ON access.mine, access.scope TO tributary_chat_system;
CREATE POLICY chat_system_reads ON access.scope FOR SELECT TO tributary_chat_system USING (true);
GRANT UPDATE (version) ON chat.chat TO tributary_chat_system;
CREATE POLICY system_locks ON chat.chat FOR UPDATE TO tributary_chat_system USING (true);
`;

export const up = `
INSERT INTO event.aggregate VALUES ('listing', 'tributary_chat');

SET LOCAL ROLE tributary_owner;
${CHATS}
${SYSTEM}
RESET ROLE;
`;

export const down = `
DROP POLICY system_locks ON chat.chat;
REVOKE UPDATE (version) ON chat.chat FROM tributary_chat_system;
DROP POLICY chat_system_reads ON access.scope;
REVOKE SELECT ON access.mine, access.scope FROM tributary_chat_system;
REVOKE UPDATE (visibility) ON access.scope FROM tributary_chat;
DROP POLICY chat_opens_and_closes ON access.scope;
REVOKE UPDATE (name, topic, description) ON chat.chat FROM tributary_chat;
ALTER TABLE chat.chat
  DROP CONSTRAINT chat_name_check,
  DROP CONSTRAINT chat_direct,
  DROP CONSTRAINT chat_direct_key,
  DROP COLUMN direct_key,
  DROP COLUMN description,
  DROP COLUMN topic;
UPDATE chat.chat SET name = 'Direct' WHERE name = '';
ALTER TABLE chat.chat ADD CONSTRAINT chat_name_check CHECK (length(name) BETWEEN 1 AND 200);
DELETE FROM event.aggregate WHERE aggregate_type = 'listing';
`;
