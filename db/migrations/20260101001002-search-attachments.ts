import { findMessages } from './20260101001000-search';

const HAS_ATTACHMENT = `
  IF p_search ? 'hasAttachment' THEN
    v_also := v_also || format(' AND EXISTS (SELECT 1 FROM chat.attachment t WHERE t.message_id = m.id) = %L',
      (p_search ->> 'hasAttachment')::boolean);
  END IF;`;

/** Search tells messages that have files. */
export const up = `
SET LOCAL ROLE tributary_owner;
CREATE POLICY owner_searches ON chat.attachment FOR SELECT TO tributary_owner USING (message_id IS NOT NULL);
${findMessages(HAS_ATTACHMENT)}
RESET ROLE;
`;

export const down = `
SET LOCAL ROLE tributary_owner;
${findMessages()}
DROP POLICY owner_searches ON chat.attachment;
RESET ROLE;
`;
