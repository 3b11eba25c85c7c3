import type { EventPayload } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import type { ChatContext } from './chat.loaders';
import { mentionsIn } from './mention.logic';

/** Who is mentioned, as events have it. */
export type Mentions = Pick<EventPayload<'chat.message.sent'>, 'mentions' | 'mentionsAll'>;

/** What is mentioned in a message that mentions nobody. */
export const NO_MENTIONS: Mentions = { mentions: [], mentionsAll: null };

/**
 * Who is mentioned in a body: people who may read the chat and are active, but for its author. Nothing is asked of the
 * database where no name is written.
 */
export async function resolveMentions(
  ctx: InTransaction<ChatContext>,
  chatId: string,
  body: string,
): Promise<Mentions> {
  const { usernames, all } = mentionsIn(body);
  if (usernames.length === 0) return { mentions: [], mentionsAll: all };
  const rows = await ctx.tx.query<{ userId: string }>(
    `/* chat.resolveMentions */ SELECT p.user_id FROM access.person p
     JOIN access.scope s ON s.scope_id = $1
     JOIN access.membership w ON w.scope_id = s.workspace_id AND w.user_id = p.user_id AND w.active
     LEFT JOIN access.membership m ON m.scope_id = s.scope_id AND m.user_id = p.user_id AND m.active
     WHERE p.username_lower = ANY ($2::text[]) AND p.is_active AND NOT p.is_bot
       AND p.user_id IS DISTINCT FROM $3::uuid
       AND (m.user_id IS NOT NULL OR (s.visibility = 'PUBLIC' AND w.role <> 'GUEST'))
     ORDER BY p.user_id`,
    [chatId, usernames, ctx.principal.userId],
  );
  return { mentions: rows.map(({ userId }) => userId), mentionsAll: all };
}
