import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { enforce, notFound } from '../kit/errors';
import { controlTopics, cursorOf, emit } from '../kit/events';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import type { ChatEntity } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import {
  refuseInDirect,
  refuseJoining,
  refuseManaging,
  refuseOrphaning,
  refuseRemoving,
} from './chat.policy';
import { loadChat, placeOf } from './chat.service';
import { ChatParticipantEntity, type ChatRole } from './participant.entity';

const PARTICIPANT_COLUMNS =
  'm.scope_id, m.workspace_id, m.user_id, m.role, m.active, m.added_by, m.joined_at, m.changed_at';

/** Makes the caller a participant of a public chat; joining again changes nothing. */
export async function joinChat(ctx: ChatContext, input: { chatId: string }) {
  const { chat, event } = await inTransaction(ctx, async (ctx) => {
    const { chat, caller } = await loadChat(ctx, input.chatId);
    enforce(refuseJoining(caller, chat.visibility));
    if (caller.role !== null || caller.userId === null) return { chat, event: null };
    return { chat, event: addTo(ctx, chat, { userId: caller.userId, role: 'MEMBER', manner: 'JOINING' }) };
  });
  return { chat, cursor: event && cursorOf(event) };
}

/** Adds a member of the workspace to a chat; a participant stays as they are. */
export async function addChatParticipant(
  ctx: ChatContext,
  input: { chatId: string; userId: string; role: ChatRole },
) {
  const { participant, event } = await inTransaction(ctx, async (ctx) => {
    const { chat, caller } = await loadChat(ctx, input.chatId);
    enforce(refuseInDirect(chat) ?? refuseManaging(caller, 'addParticipant'));
    if (!(await isWorkspaceMember(ctx, chat.workspaceId, input.userId))) throw notFound('User', 'userId');
    const known = await findParticipant(ctx, chat.id, input.userId);
    if (known) return { participant: known, event: null };
    const { userId, role } = input;
    const event = addTo(ctx, chat, { userId, role, manner: 'ADDITION' });
    return { participant: toParticipant(chat, event), event };
  });
  return { participant, cursor: event && cursorOf(event) };
}

/** Gives a participant another role; the role that they have already changes nothing. */
export async function updateChatParticipant(
  ctx: ChatContext,
  { chatId, userId, role }: { chatId: string; userId: string; role: ChatRole },
) {
  const { participant, event } = await inTransaction(ctx, async (ctx) => {
    const { chat, caller } = await loadChat(ctx, chatId);
    enforce(refuseInDirect(chat) ?? refuseManaging(caller, 'changeRole'));
    const participant = await findParticipant(ctx, chatId, userId);
    if (!participant) throw notFound('Participant', 'userId');
    if (participant.role === role) return { participant, event: null };
    enforce(refuseOrphaning(participant.role, await countOthers(ctx, chat, userId)));
    const payload = { userId, from: participant.role, to: role };
    const event = emit(ctx, { ...placeOf(chat), type: 'chat.participant.role_changed', payload });
    const changed = { role, changedAt: event.occurredAt };
    return { participant: Object.assign(new ChatParticipantEntity(), participant, changed), event };
  });
  return { participant, cursor: event && cursorOf(event) };
}

/** Takes a participant out of a chat; taking out somebody who is not in it changes nothing. */
export async function removeChatParticipant(ctx: ChatContext, input: { chatId: string; userId: string }) {
  const event = await inTransaction(ctx, async (ctx) => (await prepareRemoval(ctx, input))());
  return { cursor: event && cursorOf(event) };
}

/** What takes a participant out of a chat, for whoever has more to record there before; refused at once if it is. */
export async function prepareRemoval(
  ctx: InTransaction<ChatContext>,
  { chatId, userId }: { chatId: string; userId: string },
): Promise<() => StoredEvent<'chat.participant.removed'> | null> {
  const { chat, caller } = await loadChat(ctx, chatId);
  enforce(refuseInDirect(chat) ?? refuseRemoving(caller, userId));
  const participant = await findParticipant(ctx, chat.id, userId);
  if (!participant) return () => null;
  enforce(refuseOrphaning(participant.role, await countOthers(ctx, chat, userId)));
  const topics = controlTopics(chat.workspaceId, userId);
  return () => emit(ctx, { ...placeOf(chat), type: 'chat.participant.removed', topics, payload: { userId } });
}

/** Who takes part in a chat and still belongs to its workspace, by date of joining. */
export async function listParticipants(
  ctx: ChatContext,
  chat: ChatEntity,
  args: PageArgs,
): Promise<Connection<ChatParticipantEntity>> {
  const page = parsePage(args, ['timestamptz', 'uuid']);
  const sql = keysetSql(page, ['m.joined_at', 'm.user_id'], { firstParameter: 3 });
  const rows = await queryRows<ChatParticipantEntity>(
    ctx,
    `/* chat.listParticipants */ SELECT ${PARTICIPANT_COLUMNS} FROM access.membership m
     JOIN access.person p ON p.user_id = m.user_id AND p.is_active
     WHERE m.scope_id = $1 AND m.active
       AND EXISTS (SELECT 1 FROM access.membership w WHERE w.scope_id = $2 AND w.user_id = m.user_id AND w.active)
       ${sql.where}${sql.orderAndLimit}`,
    [chat.id, chat.workspaceId, ...sql.values],
  );
  return toConnection(rows, page, (participant) => [participant.joinedAt.toISOString(), participant.userId]);
}

/** The user of that name in the workspace, by whatever case it is written; null when there is none. */
export async function findMemberByUsername(
  ctx: InTransaction<ChatContext>,
  workspaceId: string,
  username: string,
): Promise<string | null> {
  const [row] = await ctx.tx.query<{ userId: string }>(
    `/* chat.findMemberByUsername */ SELECT p.user_id FROM access.person p
     JOIN access.membership m ON m.user_id = p.user_id AND m.scope_id = $1 AND m.active
     WHERE p.username_lower = $2 AND p.is_active`,
    [workspaceId, username.toLowerCase()],
  );
  return row?.userId ?? null;
}

function addTo(
  ctx: InTransaction<ChatContext>,
  chat: ChatEntity,
  added: { userId: string; role: ChatRole; manner: 'JOINING' | 'ADDITION' },
) {
  const payload = { ...added, visibility: chat.visibility };
  return emit(ctx, { ...placeOf(chat), type: 'chat.participant.added', payload });
}

async function isWorkspaceMember(ctx: InTransaction<ChatContext>, workspaceId: string, userId: string) {
  const rows = await ctx.tx.query(
    `/* chat.findMember */ SELECT 1 FROM access.membership m
     JOIN access.person p ON p.user_id = m.user_id AND p.is_active
     WHERE m.scope_id = $1 AND m.user_id = $2 AND m.active`,
    [workspaceId, userId],
  );
  return rows.length > 0;
}

async function findParticipant(ctx: InTransaction<ChatContext>, chatId: string, userId: string) {
  const [row] = await ctx.tx.query<ChatParticipantEntity>(
    `/* chat.findParticipant */ SELECT ${PARTICIPANT_COLUMNS} FROM access.membership m
     WHERE m.scope_id = $1 AND m.user_id = $2 AND m.active`,
    [chatId, userId],
  );
  return row ?? null;
}

/** Who else is in a chat now and can make use of it; guests manage nothing, whatever their role. */
async function countOthers(ctx: InTransaction<ChatContext>, chat: ChatEntity, userId: string) {
  const [counts] = await ctx.tx.query<{ admins: number; participants: number }>(
    `/* chat.countOtherParticipants */ SELECT count(*)::integer AS participants,
       (count(*) FILTER (WHERE m.role = 'ADMIN' AND w.role <> 'GUEST'))::integer AS admins
     FROM access.membership m
     JOIN access.person p ON p.user_id = m.user_id AND p.is_active
     JOIN access.membership w ON w.scope_id = $2 AND w.user_id = m.user_id AND w.active
     WHERE m.scope_id = $1 AND m.active AND m.user_id <> $3`,
    [chat.id, chat.workspaceId, userId],
  );
  return counts!;
}

function toParticipant(
  { id, workspaceId }: ChatEntity,
  { payload, occurredAt: at, actorId }: StoredEvent<'chat.participant.added'>,
): ChatParticipantEntity {
  const { userId, role } = payload;
  const own = { scopeId: id, workspaceId, userId, role, active: true, addedBy: actorId };
  return Object.assign(new ChatParticipantEntity(), own, { joinedAt: at, changedAt: at });
}
