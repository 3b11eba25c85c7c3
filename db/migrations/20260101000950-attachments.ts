/** The files of messages, and that the system gives back the room of those that are gone. */
export const up = `
SET LOCAL ROLE tributary_owner;

CREATE TABLE chat.attachment (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  chat_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  content_type text NOT NULL,
  byte_size integer NOT NULL CHECK (byte_size > 0),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- No reference: the row outlives its message until its file is removed.
  message_id uuid,
  position integer,
  created_at timestamptz NOT NULL,
  uploaded_at timestamptz,
  removed_at timestamptz,
  claimed_until timestamptz,
  CHECK (scope_id = chat_id),
  CHECK ((sha256 IS NULL) = (uploaded_at IS NULL)),
  CHECK (message_id IS NULL OR uploaded_at IS NOT NULL)
);
CREATE INDEX attachment_by_message ON chat.attachment (message_id, position) WHERE message_id IS NOT NULL;
CREATE INDEX attachment_by_chat ON chat.attachment (chat_id);
CREATE INDEX attachment_by_workspace ON chat.attachment (workspace_id);
CREATE INDEX attachment_removed ON chat.attachment (id) WHERE removed_at IS NOT NULL;
CREATE INDEX attachment_waiting ON chat.attachment (created_at) WHERE message_id IS NULL;

ALTER TABLE chat.attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.attachment FORCE ROW LEVEL SECURITY;
-- Until a message has it, a file is its uploader's alone.
CREATE POLICY reads ON chat.attachment FOR SELECT TO tributary_chat
  USING ((message_id IS NOT NULL OR owner_id = access.caller())
    AND EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = attachment.scope_id));
CREATE POLICY uploads ON chat.attachment FOR INSERT TO tributary_chat
  WITH CHECK (owner_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = attachment.scope_id));
CREATE POLICY changes ON chat.attachment FOR UPDATE TO tributary_chat
  USING ((message_id IS NOT NULL OR owner_id = access.caller())
    AND EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = attachment.scope_id))
  WITH CHECK (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = attachment.scope_id));
GRANT SELECT, INSERT, UPDATE (message_id, position, removed_at) ON chat.attachment TO tributary_chat;

CREATE POLICY system_reads ON chat.attachment FOR SELECT TO tributary_chat_system USING (true);
CREATE POLICY system_changes ON chat.attachment FOR UPDATE TO tributary_chat_system USING (true);
CREATE POLICY system_deletes ON chat.attachment FOR DELETE TO tributary_chat_system USING (true);
GRANT SELECT, UPDATE (sha256, uploaded_at, removed_at, claimed_until), DELETE ON chat.attachment TO tributary_chat_system;

CREATE POLICY chat_reads ON access.quota_usage FOR SELECT TO tributary_chat_system USING (kind = 'MAX_STORAGE_MB');
CREATE POLICY chat_gives_back ON access.quota_usage FOR UPDATE TO tributary_chat_system USING (kind = 'MAX_STORAGE_MB');
GRANT SELECT, UPDATE (used) ON access.quota_usage TO tributary_chat_system;

RESET ROLE;
`;

export const down = `
REVOKE SELECT, UPDATE (used) ON access.quota_usage FROM tributary_chat_system;
DROP POLICY chat_gives_back ON access.quota_usage;
DROP POLICY chat_reads ON access.quota_usage;
DROP TABLE chat.attachment;
DELETE FROM access.quota_usage WHERE kind = 'MAX_STORAGE_MB';
`;
