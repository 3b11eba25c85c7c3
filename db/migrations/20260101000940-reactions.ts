/** Who answered which message with which emoji, and the messages that a chat has pinned. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE chat.reaction (
  message_id uuid NOT NULL REFERENCES chat.message ON DELETE CASCADE,
  emoji text NOT NULL CHECK (length(emoji) BETWEEN 1 AND 32),
  user_id uuid NOT NULL,
  chat_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (message_id, emoji, user_id),
  CHECK (scope_id = chat_id)
);
CREATE INDEX reaction_by_workspace ON chat.reaction (workspace_id);
ALTER TABLE chat.reaction ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.reaction FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON chat.reaction FOR SELECT TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = reaction.scope_id));
CREATE POLICY reacts ON chat.reaction FOR INSERT TO tributary_chat
  WITH CHECK (user_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = reaction.scope_id));
-- Whoever deletes a message takes everybody's reactions to it away.
CREATE POLICY forgets ON chat.reaction FOR DELETE TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = reaction.scope_id));
GRANT SELECT, INSERT, DELETE ON chat.reaction TO tributary_chat;
CREATE POLICY erasing_reads ON chat.reaction FOR SELECT TO tributary_chat_system USING (true);
CREATE POLICY erases ON chat.reaction FOR DELETE TO tributary_chat_system USING (true);
GRANT SELECT, DELETE ON chat.reaction TO tributary_chat_system;

ALTER TABLE chat.message
  ADD COLUMN pinned_at timestamptz,
  ADD CONSTRAINT message_pinned CHECK (pinned_at IS NULL OR deleted_at IS NULL);
GRANT UPDATE (pinned_at) ON chat.message TO tributary_chat;
CREATE INDEX message_by_pinning ON chat.message (chat_id, pinned_at, id) WHERE pinned_at IS NOT NULL;

RESET ROLE;
`;

export const down = `
DROP INDEX chat.message_by_pinning;
REVOKE UPDATE (pinned_at) ON chat.message FROM tributary_chat;
ALTER TABLE chat.message DROP CONSTRAINT message_pinned, DROP COLUMN pinned_at;
DROP TABLE chat.reaction;
`;
