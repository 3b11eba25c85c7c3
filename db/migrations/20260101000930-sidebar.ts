/** The list of chats as a read model: how far each chat has come, and how far each person has read in it. */
const TABLES = `
INSERT INTO event.aggregate VALUES ('sidebar', 'tributary_chat');

SET LOCAL ROLE tributary_owner;

-- How far a chat has come. A row of its own: senders share a lock on the chat's.
CREATE TABLE chat.activity (
  chat_id uuid PRIMARY KEY REFERENCES chat.chat ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL CHECK (scope_id = chat_id),
  -- Of the messages of the chat itself, the deleted ones among them.
  message_count integer NOT NULL CHECK (message_count >= 0),
  -- The newest that is not deleted.
  last_message_id uuid,
  -- When something was last said; when the chat was made, while nothing was.
  active_at timestamptz NOT NULL
);

-- A message's place among those of the chat itself: 1, 2, 3, …
ALTER TABLE chat.message ADD COLUMN ordinal integer;
-- How far the chat had come when the participant joined.
ALTER TABLE access.membership ADD COLUMN joined_ordinal integer;

-- What people said themselves of a chat that they take part in. Where they are follows from this, from when they joined,
-- and from what they have sent: whatever of it came last.
CREATE TABLE chat.reading (
  user_id uuid NOT NULL,
  chat_id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL CHECK (scope_id = chat_id),
  -- The last message that they call read, and how far the chat had come when they did: what they send later counts more.
  read_ordinal integer NOT NULL DEFAULT 0,
  as_of integer NOT NULL DEFAULT -1,
  -- How many of the messages in between are their own.
  own_after integer NOT NULL DEFAULT 0,
  -- Replies in threads count as read up to then: they have no place in the chat.
  replies_until timestamptz,
  is_muted boolean NOT NULL DEFAULT false,
  is_favourite boolean NOT NULL DEFAULT false,
  PRIMARY KEY (user_id, chat_id)
);
`;

const POLICIES = `
ALTER TABLE chat.activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.activity FORCE ROW LEVEL SECURITY;
ALTER TABLE chat.reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.reading FORCE ROW LEVEL SECURITY;

CREATE POLICY reads ON chat.activity FOR SELECT TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = activity.scope_id));
CREATE POLICY founds ON chat.activity FOR INSERT TO tributary_chat
  WITH CHECK (message_count = 0 AND EXISTS (SELECT 1 FROM access.founding f
    WHERE f.scope_id = activity.scope_id AND f.workspace_id = activity.workspace_id));
CREATE POLICY counts ON chat.activity FOR UPDATE TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = activity.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = activity.scope_id));

-- What is read and how is the reader's own affair, also where they may write nothing.
CREATE POLICY reads ON chat.reading FOR SELECT TO tributary_chat USING (user_id = access.caller());
CREATE POLICY begins ON chat.reading FOR INSERT TO tributary_chat
  WITH CHECK (user_id = access.caller() AND EXISTS (SELECT 1 FROM access.mine m
    WHERE m.scope_id = reading.scope_id AND m.workspace_id = reading.workspace_id));
CREATE POLICY changes ON chat.reading FOR UPDATE TO tributary_chat
  USING (user_id = access.caller())
  WITH CHECK (user_id = access.caller() AND EXISTS (SELECT 1 FROM access.mine m
    WHERE m.scope_id = reading.scope_id AND m.workspace_id = reading.workspace_id));

GRANT SELECT, INSERT ON chat.activity, chat.reading TO tributary_chat;
GRANT UPDATE (message_count, last_message_id, active_at) ON chat.activity TO tributary_chat;
GRANT UPDATE (read_ordinal, as_of, own_after, replies_until, is_muted, is_favourite) ON chat.reading TO tributary_chat;

CREATE POLICY erasing_reads ON chat.activity FOR SELECT TO tributary_chat_system USING (true);
CREATE POLICY erases ON chat.activity FOR DELETE TO tributary_chat_system USING (true);
CREATE POLICY erasing_reads ON chat.reading FOR SELECT TO tributary_chat_system USING (true);
CREATE POLICY erases ON chat.reading FOR DELETE TO tributary_chat_system USING (true);
GRANT SELECT, DELETE ON chat.activity, chat.reading TO tributary_chat_system;
`;

/** What the projections would have written, for chats that are older. */
const BACKFILL = `
WITH sent AS (
  SELECT (s.payload ->> 'messageId')::uuid AS id,
         row_number() OVER (PARTITION BY s.aggregate_id ORDER BY s.version) AS ordinal
  FROM event.store s WHERE s.type = 'chat.message.sent' AND s.payload ->> 'threadRootId' IS NULL
)
UPDATE chat.message m SET ordinal = sent.ordinal FROM sent WHERE sent.id = m.id;

INSERT INTO chat.activity (chat_id, workspace_id, scope_id, message_count, last_message_id, active_at)
SELECT c.id, c.workspace_id, c.id, coalesce(n.count, 0), l.id, coalesce(n.last_at, c.created_at)
FROM chat.chat c
LEFT JOIN LATERAL (SELECT max(m.ordinal) AS count, max(m.created_at) FILTER (WHERE m.ordinal IS NOT NULL) AS last_at
                   FROM chat.message m WHERE m.chat_id = c.id) n ON true
LEFT JOIN LATERAL (SELECT m.id FROM chat.message m WHERE m.chat_id = c.id AND m.deleted_at IS NULL AND m.ordinal IS NOT NULL
                   ORDER BY m.ordinal DESC LIMIT 1) l ON true;

UPDATE access.membership m SET joined_ordinal =
  (SELECT count(*) FROM event.store s
   WHERE s.aggregate_type = 'chat' AND s.aggregate_id = m.scope_id AND s.type = 'chat.message.sent'
     AND s.payload ->> 'threadRootId' IS NULL
     AND s.version < (SELECT max(j.version) FROM event.store j
                      WHERE j.aggregate_type = 'chat' AND j.aggregate_id = m.scope_id
                        AND j.type = 'chat.participant.added' AND j.payload ->> 'userId' = m.user_id::text))
WHERE m.scope_id <> m.workspace_id;
`;

const INDEXES = `
ALTER TABLE chat.message ADD CONSTRAINT message_place CHECK ((ordinal IS NULL) = (thread_root_id IS NOT NULL));
CREATE UNIQUE INDEX message_ordinal_key ON chat.message (chat_id, ordinal);
-- Where people last wrote themselves.
CREATE INDEX message_by_author ON chat.message (chat_id, author_id, ordinal);
-- What is not counted as unread any more.
CREATE INDEX message_deleted_by_chat ON chat.message (chat_id, ordinal) INCLUDE (author_id) WHERE deleted_at IS NOT NULL;
CREATE INDEX message_mentions_all ON chat.message (chat_id, ordinal, created_at) INCLUDE (author_id) WHERE mentions_all;
CREATE INDEX reading_muted ON chat.reading (chat_id, user_id) WHERE is_muted;

-- Whose badges change, the system knows.
CREATE POLICY chat_tells_badges ON access.membership FOR SELECT TO tributary_chat_system USING (active);
GRANT SELECT ON access.membership TO tributary_chat_system;
`;

export const up = `
${TABLES}
${POLICIES}
RESET ROLE;
${BACKFILL}
SET LOCAL ROLE tributary_owner;
${INDEXES}
RESET ROLE;
`;

export const down = `
REVOKE SELECT ON access.membership FROM tributary_chat_system;
DROP POLICY chat_tells_badges ON access.membership;
DROP TABLE chat.reading;
ALTER TABLE access.membership DROP COLUMN joined_ordinal;
ALTER TABLE chat.message DROP COLUMN ordinal;
DROP TABLE chat.activity;
DELETE FROM event.aggregate WHERE aggregate_type = 'sidebar';
`;
