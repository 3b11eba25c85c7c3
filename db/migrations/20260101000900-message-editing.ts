/** Messages that are edited and deleted, what they said before, and participants who read and do not write. */
const MESSAGES = `
ALTER TABLE chat.message
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN edited_at timestamptz,
  ADD COLUMN deleted_at timestamptz,
  -- Of a deleted message stays that it was there.
  ADD CONSTRAINT message_deleted CHECK (deleted_at IS NULL OR (body = '' AND tag_results = '[]'));
GRANT UPDATE (body, version, edited_at, deleted_at) ON chat.message TO tributary_chat;

-- What a message said before it was edited: the body of each version but the present one.
CREATE TABLE chat.message_revision (
  message_id uuid NOT NULL REFERENCES chat.message ON DELETE CASCADE,
  version integer NOT NULL,
  workspace_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (message_id, version)
);
ALTER TABLE chat.message_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.message_revision FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON chat.message_revision FOR SELECT TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.visible v WHERE v.scope_id = message_revision.scope_id));
CREATE POLICY keeps ON chat.message_revision FOR INSERT TO tributary_chat
  WITH CHECK (author_id = access.caller()
    AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = message_revision.scope_id));
CREATE POLICY forgets ON chat.message_revision FOR DELETE TO tributary_chat
  USING (EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = message_revision.scope_id));
GRANT SELECT, INSERT, DELETE ON chat.message_revision TO tributary_chat;
CREATE POLICY erasing_reads ON chat.message_revision FOR SELECT TO tributary_chat_system USING (true);
CREATE POLICY erases ON chat.message_revision FOR DELETE TO tributary_chat_system USING (true);
GRANT SELECT, DELETE ON chat.message_revision TO tributary_chat_system;
`;

const writable = (own: string) => `
CREATE OR REPLACE VIEW access.writable WITH (security_barrier = true) AS
SELECT m.scope_id FROM access.mine m
WHERE m.workspace_role <> 'GUEST'${own}
  AND NOT EXISTS (SELECT 1 FROM access.scope a WHERE a.scope_id = m.workspace_id AND a.archived)
UNION ALL
SELECT s.scope_id FROM access.scope s JOIN access.mine w ON w.scope_id = s.workspace_id
WHERE s.kind = 'chat' AND s.visibility = 'PUBLIC' AND w.workspace_role <> 'GUEST' AND NOT access.caller_is_service()
  AND NOT EXISTS (SELECT 1 FROM access.scope a WHERE a.scope_id = s.workspace_id AND a.archived);
`;

/** `roles` are those that a chat gives. */
const policies = (roles: string) => `
ALTER POLICY chat_adds ON access.membership
  WITH CHECK (scope_id <> workspace_id AND role IN (${roles})
    AND ((user_id = access.caller() AND role = 'MEMBER'
          AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = membership.scope_id))
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role = 'ADMIN' AND m.workspace_role <> 'GUEST')
      OR EXISTS (SELECT 1 FROM access.founding f WHERE f.scope_id = membership.scope_id)));
ALTER POLICY chat_changes ON access.membership
  WITH CHECK (scope_id <> workspace_id AND role IN (${roles})
    AND ((user_id = access.caller() AND (NOT active OR (role = 'MEMBER'
          AND EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = membership.scope_id))))
      OR EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = membership.scope_id AND m.role = 'ADMIN' AND m.workspace_role <> 'GUEST')));
`;

export const up = `
SET LOCAL ROLE tributary_owner;
${MESSAGES}
-- A chat's readers have been given sight of it and no more.
ALTER TABLE access.membership DROP CONSTRAINT membership_role_check;
ALTER TABLE access.membership ADD CONSTRAINT membership_role_check
  CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER', 'GUEST') OR (role = 'READER' AND scope_id <> workspace_id));
-- Who let a chat's participant in: an admin, or the participants themselves.
ALTER TABLE access.membership ADD COLUMN added_by uuid;
${writable(" AND m.role <> 'READER'")}
${policies("'ADMIN', 'MEMBER', 'READER'")}
RESET ROLE;
`;

export const down = `
${policies("'ADMIN', 'MEMBER'")}
${writable('')}
ALTER TABLE access.membership DROP COLUMN added_by;
ALTER TABLE access.membership DROP CONSTRAINT membership_role_check;
UPDATE access.membership SET role = 'MEMBER', active = false WHERE role = 'READER';
ALTER TABLE access.membership ADD CONSTRAINT membership_role_check CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER', 'GUEST'));
DROP TABLE chat.message_revision;
REVOKE UPDATE (body, version, edited_at, deleted_at) ON chat.message FROM tributary_chat;
DELETE FROM chat.message WHERE deleted_at IS NOT NULL;
ALTER TABLE chat.message DROP CONSTRAINT message_deleted, DROP COLUMN version, DROP COLUMN edited_at, DROP COLUMN deleted_at;
`;
