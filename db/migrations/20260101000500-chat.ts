/** Chats and their messages. Who takes part stands in `access.membership`, who may read in `access.scope`. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE chat.chat (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL CHECK (scope_id = id),
  creator_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('CHANNEL', 'DISCUSSION', 'DIRECT', 'TASK', 'BUG', 'EPIC')),
  is_closed boolean NOT NULL,
  task_id uuid,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((task_id IS NOT NULL) = (kind IN ('TASK', 'BUG', 'EPIC'))),
  CONSTRAINT chat_task_key UNIQUE (task_id)
);
CREATE UNIQUE INDEX chat_channel_name_key ON chat.chat (workspace_id, lower(name)) WHERE kind = 'CHANNEL';
CREATE INDEX chat_by_workspace ON chat.chat (workspace_id, id);

CREATE TABLE chat.message (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  chat_id uuid NOT NULL REFERENCES chat.chat,
  author_id uuid NOT NULL,
  body text NOT NULL,
  is_automatic boolean NOT NULL,
  -- How many tags the body has; tag_results has an entry for each that has been decided, in the order written.
  tag_count integer NOT NULL,
  tag_results jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK (scope_id = chat_id)
);
CREATE INDEX message_by_chat ON chat.message (chat_id, id);

ALTER TABLE chat.chat ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.chat FORCE ROW LEVEL SECURITY;
ALTER TABLE chat.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.message FORCE ROW LEVEL SECURITY;

CREATE POLICY reads ON chat.chat FOR SELECT TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = chat.scope_id));
-- Who may write in the workspace may found a chat there; its first members come after it.
CREATE POLICY founds ON chat.chat FOR INSERT TO tributary_chat
  WITH CHECK (creator_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = chat.workspace_id)
    AND EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = chat.scope_id AND f.workspace_id = chat.workspace_id));
-- Whoever reads may lock the row, which senders share; the new row is checked.
CREATE POLICY changes ON chat.chat FOR UPDATE TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = chat.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = chat.scope_id));

CREATE POLICY reads ON chat.message FOR SELECT TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = message.scope_id));
-- Automatic messages of a person's transaction are the bot's: nobody else's name can be put to one.
CREATE POLICY sends ON chat.message FOR INSERT TO tributary_chat
  WITH CHECK ((author_id = access.caller()
      OR (is_automatic AND EXISTS (SELECT 1 FROM access.person p WHERE p.user_id = message.author_id AND p.is_bot)))
    AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = message.scope_id));
CREATE POLICY changes ON chat.message FOR UPDATE TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = message.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = message.scope_id));

GRANT SELECT, INSERT ON chat.chat, chat.message TO tributary_chat;
GRANT UPDATE (kind, is_closed, task_id, version) ON chat.chat TO tributary_chat;
GRANT UPDATE (tag_results) ON chat.message TO tributary_chat;

RESET ROLE;
`;

export const down = `
DROP TABLE chat.message;
DROP TABLE chat.chat;
`;
