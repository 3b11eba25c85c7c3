/** Threads of replies, and who is mentioned. */
const THREADS = `
ALTER TABLE chat.message
  -- The message that began the thread; null for messages of the chat itself.
  ADD COLUMN thread_root_id uuid CONSTRAINT message_thread_root REFERENCES chat.message,
  -- Of the replies that are not deleted.
  ADD COLUMN reply_count integer NOT NULL DEFAULT 0 CHECK (reply_count >= 0),
  ADD COLUMN last_reply_at timestamptz,
  -- Whom an @channel or @here in it means beside those in chat.mention.
  ADD COLUMN mentioned_group text CHECK (mentioned_group IN ('CHANNEL', 'HERE')),
  ADD COLUMN mentions_all boolean NOT NULL GENERATED ALWAYS AS (mentioned_group IS NOT NULL) STORED,
  -- A thread has one level.
  ADD CONSTRAINT message_reply CHECK (thread_root_id IS NULL OR (thread_root_id <> id AND reply_count = 0)),
  ADD CONSTRAINT message_deleted_mentions CHECK (deleted_at IS NULL OR mentioned_group IS NULL);
CREATE INDEX message_top_level ON chat.message (chat_id, id) WHERE thread_root_id IS NULL;
CREATE INDEX message_by_thread ON chat.message (thread_root_id, id) WHERE thread_root_id IS NOT NULL;
GRANT UPDATE (reply_count, last_reply_at, mentioned_group) ON chat.message TO tributary_chat;

-- Who is mentioned by name in a message that is not deleted. Nobody is by their own.
CREATE TABLE chat.mention (
  user_id uuid NOT NULL,
  chat_id uuid NOT NULL,
  message_id uuid NOT NULL REFERENCES chat.message ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL CHECK (scope_id = chat_id),
  PRIMARY KEY (user_id, chat_id, message_id)
);
CREATE INDEX mention_by_message ON chat.mention (message_id, user_id);

-- Who has replied in a thread, with how many replies that are not deleted.
CREATE TABLE chat.thread_author (
  root_id uuid NOT NULL REFERENCES chat.message ON DELETE CASCADE,
  user_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  reply_count integer NOT NULL,
  joined_at timestamptz NOT NULL,
  PRIMARY KEY (root_id, user_id)
);
CREATE INDEX thread_author_by_joining ON chat.thread_author (root_id, joined_at, user_id);
`;

const policies = (name: string, table = `chat.${name}`) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON ${table} FOR SELECT TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = ${name}.scope_id));
CREATE POLICY adds ON ${table} FOR INSERT TO tributary_chat
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${name}.scope_id));
CREATE POLICY removes ON ${table} FOR DELETE TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = ${name}.scope_id));
CREATE POLICY erasing_reads ON ${table} FOR SELECT TO tributary_chat_system USING (true);
CREATE POLICY erases ON ${table} FOR DELETE TO tributary_chat_system USING (true);
GRANT SELECT, INSERT, DELETE ON ${table} TO tributary_chat;
GRANT SELECT, DELETE ON ${table} TO tributary_chat_system;
`;

export const up = `
SET LOCAL ROLE tributary_owner;
${THREADS}
${policies('mention')}
${policies('thread_author')}
CREATE POLICY counts ON chat.thread_author FOR UPDATE TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = thread_author.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = thread_author.scope_id));
GRANT UPDATE (reply_count) ON chat.thread_author TO tributary_chat;
RESET ROLE;
`;

export const down = `
DROP TABLE chat.thread_author;
DROP TABLE chat.mention;
REVOKE UPDATE (reply_count, last_reply_at, mentioned_group) ON chat.message FROM tributary_chat;
ALTER TABLE chat.message DROP CONSTRAINT message_reply, DROP CONSTRAINT message_deleted_mentions,
  DROP COLUMN thread_root_id, DROP COLUMN reply_count, DROP COLUMN last_reply_at,
  DROP COLUMN mentions_all, DROP COLUMN mentioned_group;
`;
