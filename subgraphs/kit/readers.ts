import { z } from 'zod';
import type { Audience, Context } from './context';
import { isReadOnly, isSystemAdmin, type ChatRole, type WorkspaceRole } from './permission';
import { queryRows } from './transaction';

export const readersRequest = z.object({
  scopeIds: z.array(z.guid()).max(1000),
  userIds: z.array(z.guid()).max(20_000),
});

/** Who of these users reads these chats now: the roles in them, by chat and user. */
export async function readReaders(
  ctx: Context,
  { scopeIds, userIds }: z.infer<typeof readersRequest>,
): Promise<{ readers: Record<string, Record<string, ChatRole>> }> {
  const rows = await queryRows<{ scopeId: string; userId: string; role: ChatRole }>(ctx, READ_READERS, [
    scopeIds,
    userIds,
  ]);
  const readers: Record<string, Record<string, ChatRole>> = Object.fromEntries(
    scopeIds.map((scopeId) => [scopeId, {}]),
  );
  for (const { scopeId, userId, role } of rows) readers[scopeId]![userId] = role;
  return { readers };
}

// The gateway sees memberships, and of nobody's but what these two lists name.
const READ_READERS = `/* kit.readReaders */ SELECT c.scope_id, c.user_id, c.role FROM access.membership c
  JOIN access.membership w ON w.scope_id = c.workspace_id AND w.user_id = c.user_id AND w.active
  WHERE c.scope_id = ANY ($1::uuid[]) AND c.user_id = ANY ($2::uuid[]) AND c.active AND c.scope_id <> c.workspace_id
    AND NOT EXISTS (SELECT 1 FROM access.person p WHERE p.user_id = c.user_id AND NOT p.is_active)`;

interface AudienceRow {
  scopeId: string;
  workspaceId: string;
  workspaceRole: WorkspaceRole;
  chatId: string | null;
  chatRole: ChatRole | null;
}

/**
 * The audiences that the caller belongs to as a reader of these scopes, by scope; none where the caller reads as nobody
 * else does: by an API key, as a system administrator, by an account that may not write, or in a chat that was made for a
 * task of another private chat.
 */
export async function readAudiences(
  ctx: Context,
  scopeIds: readonly string[],
): Promise<Map<string, Audience>> {
  const { principal } = ctx;
  const isPlain =
    principal.kind === 'user' &&
    principal.apiKey === null &&
    !isSystemAdmin(principal) &&
    !isReadOnly(principal);
  if (!isPlain || scopeIds.length === 0) return new Map();
  const rows = await queryRows<AudienceRow>(ctx, READ_AUDIENCES, [scopeIds]);
  return new Map(rows.map(({ scopeId, ...audience }) => [scopeId, audience]));
}

// Look-ups, since a plain join goes through all that the caller takes part in. The private chat that was made for a task is
// torn from it: the task is seen by those of another private chat, who are some of its members and not all.
const READ_AUDIENCES = `/* kit.readAudiences */ SELECT s.scope_id, s.workspace_id, w.role AS workspace_role,
    c.scope_id AS chat_id, c.role AS chat_role
  FROM access.scope s
  CROSS JOIN LATERAL (SELECT m.role FROM access.mine m WHERE m.scope_id = s.workspace_id OFFSET 0) w
  LEFT JOIN LATERAL (
    SELECT m.scope_id, m.role FROM access.mine m WHERE m.scope_id = s.scope_id AND s.kind = 'chat' OFFSET 0
  ) c ON true
  WHERE s.scope_id = ANY ($1::uuid[]) AND NOT (s.kind = 'chat' AND s.visibility = 'PRIVATE' AND EXISTS (
    SELECT 1 FROM event.store e WHERE e.aggregate_type = 'chat' AND e.aggregate_id = s.scope_id AND e.version = 1
      AND e.payload ->> 'taskId' IS NOT NULL))`;
