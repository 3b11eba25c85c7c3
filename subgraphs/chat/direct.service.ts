import type { InTransaction } from '../kit/context';
import { badInput, forbidden, notFound } from '../kit/errors';
import { cursorOf } from '../kit/events';
import { newUuid } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { CHAT_COLUMNS, type ChatEntity } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import type { WorkspaceRole } from './chat.policy';
import { foundChat, loadWriter, toChat } from './chat.service';
import { directKeyOf, faultOfPeople } from './direct.policy';

interface OpenDirectChat {
  workspaceId: string;
  userIds: readonly string[];
}

/** Opens the one direct chat of the caller and others; it is made the first time, also when many open it at once. */
export async function openDirectChat(ctx: ChatContext, input: OpenDirectChat) {
  try {
    return await findOrFound(ctx, input);
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'chat_direct_key') throw error;
    // Somebody else has made it meanwhile.
    return findOrFound(ctx, input);
  }
}

async function findOrFound(ctx: ChatContext, { workspaceId, userIds }: OpenDirectChat) {
  const { chat, event } = await inTransaction(ctx, async (ctx) => {
    const caller = await loadWriter(ctx, workspaceId);
    const people = [...new Set([caller, ...userIds])];
    const fault = faultOfPeople(people);
    if (fault) throw badInput(fault, 'userIds');
    const directKey = directKeyOf(people);
    const known = await findDirectChat(ctx, workspaceId, directKey);
    if (known) return { chat: known, event: null };
    await requireMembers(ctx, workspaceId, people);
    const given = { id: newUuid(), workspaceId, name: '', kind: 'DIRECT', visibility: 'PRIVATE' } as const;
    const roles = new Map(people.map((userId) => [userId, 'MEMBER' as const]));
    const event = foundChat(ctx, { ...given, taskId: null, directKey }, roles);
    return { chat: toChat(event), event };
  });
  return { chat, cursor: event && cursorOf(event) };
}

async function findDirectChat(ctx: InTransaction<ChatContext>, workspaceId: string, directKey: string) {
  const [chat] = await ctx.tx.query<ChatEntity>(
    `/* chat.findDirectChat */ SELECT ${CHAT_COLUMNS} FROM chat.chat c JOIN access.scope s ON s.scope_id = c.scope_id
     WHERE c.workspace_id = $1 AND c.direct_key = $2`,
    [workspaceId, directKey],
  );
  return chat ?? null;
}

/** Everybody must be an active member of the workspace, and none a guest. */
async function requireMembers(ctx: InTransaction<ChatContext>, workspaceId: string, userIds: string[]) {
  const members = await ctx.tx.query<{ userId: string; role: WorkspaceRole }>(
    `/* chat.findMembers */ SELECT m.user_id, m.role FROM access.membership m
     JOIN access.person p ON p.user_id = m.user_id AND p.is_active AND NOT p.is_bot
     WHERE m.scope_id = $1 AND m.active AND m.user_id = ANY ($2::uuid[])`,
    [workspaceId, userIds],
  );
  if (members.length < userIds.length) throw notFound('User', 'userIds');
  if (members.some(({ role }) => role === 'GUEST')) {
    throw forbidden('Direct chats are among members of the workspace who are not guests.', 'MEMBER');
  }
}
