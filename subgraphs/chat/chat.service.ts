import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { badInput, conflict, enforce, forbidden, notFound, onUniqueViolation } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { newUuid } from '../kit/ids';
import { once } from '../kit/idempotency';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { isReadOnly } from '../kit/permission';
import { inTransaction, queryRows } from '../kit/transaction';
import { CHAT_COLUMNS, ChatEntity, type ChatKind, type ChatVisibility } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import {
  CREATABLE_KINDS,
  faultOfName,
  refuseInDirect,
  refuseManaging,
  refuseWriting,
  type Caller,
  type WorkspaceRole,
} from './chat.policy';
import type { ChatRole } from './participant.entity';

export interface NewChat {
  id: string;
  workspaceId: string;
  name: string;
  kind: ChatKind;
  visibility: ChatVisibility;
  taskId: string | null;
  /** Of direct chats alone: by which their people have one. */
  directKey?: string;
}

interface CreateChat extends Omit<NewChat, 'id' | 'taskId' | 'directKey'> {
  idempotencyKey?: string | null;
  clientMutationId?: string | null;
}

/** A chat as it is now, and what the caller is in it. */
export interface LoadedChat {
  chat: ChatEntity;
  caller: Caller;
}

/** Creates a chat with the caller as its admin. */
export async function createChat(ctx: ChatContext, input: CreateChat) {
  const name = input.name.trim().normalize('NFC');
  const fault = faultOfName(name);
  if (fault) throw badInput(fault, 'name');
  if (!CREATABLE_KINDS.includes(input.kind)) throw badInput('kind must be CHANNEL or DISCUSSION', 'kind');
  const { chat, event } = await inTransaction(ctx, async (ctx) => {
    let event = null as StoredEvent<'chat.created'> | null;
    const { ids } = await once(ctx, 'createChat', input, async () => {
      const creator = await loadWriter(ctx, input.workspaceId);
      event = foundChat(ctx, { ...input, id: newUuid(), name, taskId: null }, new Map([[creator, 'ADMIN']]));
      return { chatId: event.aggregateId };
    });
    return { chat: event ? toChat(event) : await findChat(ctx, ids.chatId), event };
  }).catch(
    onUniqueViolation('chat_channel_name_key', () =>
      conflict(`A channel named "${name}" exists already.`, { path: ['name'] }),
    ),
  );
  if (!chat) throw notFound('Chat');
  return { chat, cursor: event && cursorOf(event) };
}

/** Closes a chat to messages; closing it again changes nothing. */
export function closeChat(ctx: ChatContext, input: { chatId: string }) {
  return setClosed(ctx, input.chatId, true);
}

/** Opens a closed chat to messages; reopening an open one changes nothing. */
export function reopenChat(ctx: ChatContext, input: { chatId: string }) {
  return setClosed(ctx, input.chatId, false);
}

async function setClosed(ctx: ChatContext, chatId: string, isClosed: boolean) {
  const { chat, event } = await inTransaction(ctx, async (ctx) => {
    const { chat, caller } = await loadChat(ctx, chatId);
    enforce(refuseInDirect(chat) ?? refuseManaging(caller));
    if (chat.isClosed === isClosed) return { chat, event: null };
    const event = emit(ctx, {
      ...placeOf(chat),
      type: isClosed ? 'chat.closed' : 'chat.reopened',
      topics: publicTopicsOf(chat),
      payload: {},
    });
    return { chat: Object.assign(new ChatEntity(), chat, { isClosed, version: chat.version + 1 }), event };
  });
  return { chat, cursor: event && cursorOf(event) };
}

/** The chats of a workspace that the caller may read, newest first. */
export async function listChats(
  ctx: ChatContext,
  workspaceId: string,
  args: PageArgs,
): Promise<Connection<ChatEntity>> {
  const page = parsePage(args, ['uuid']);
  const { where, orderAndLimit, values } = keysetSql(page, ['c.id'], { descending: true, firstParameter: 2 });
  const rows = await queryRows<ChatEntity>(
    ctx,
    `/* chat.listChats */ SELECT ${CHAT_COLUMNS} FROM chat.chat c JOIN access.scope s ON s.scope_id = c.scope_id
     WHERE c.workspace_id = $1${where}${orderAndLimit}`,
    [workspaceId, ...values],
  );
  return toConnection(rows, page, (chat) => [chat.id]);
}

/** Records a new chat with its first participants; the caller is its creator. */
export function foundChat(
  ctx: InTransaction<ChatContext>,
  chat: NewChat,
  participants: ReadonlyMap<string, ChatRole>,
): StoredEvent<'chat.created'> {
  const creatorId = ctx.principal.userId;
  if (creatorId === null) throw forbidden('A chat is created by somebody.');
  const { name, kind, visibility, taskId, directKey = null } = chat;
  const place = placeOf(chat);
  const payload = { name, kind, visibility, creatorId, taskId, directKey };
  const event = emit(ctx, { ...place, type: 'chat.created', payload, topics: publicTopicsOf(chat) });
  for (const [userId, role] of participants) {
    const added = { userId, role, manner: 'FOUNDING', visibility } as const;
    emit(ctx, { ...place, type: 'chat.participant.added', payload: added });
  }
  return event;
}

/** The wide topics of what happens to a chat itself: the workspace hears of its public chats, and of no other. */
export function publicTopicsOf(chat: { workspaceId: string; visibility: ChatVisibility }): string[] {
  return chat.visibility === 'PUBLIC' ? [`workspace:${chat.workspaceId}`] : [];
}

/** Where a chat's events belong. */
export function placeOf(chat: { id: string; workspaceId: string }) {
  return { aggregateId: chat.id, workspaceId: chat.workspaceId, scopeId: chat.id };
}

/** Where the events of what is in a chat belong: with the chat's. */
export function placeIn({ chatId, workspaceId }: { chatId: string; workspaceId: string }) {
  return placeOf({ id: chatId, workspaceId });
}

/**
 * What the caller is in a chat `c` that they see, with `own` for their row of `access.mine` there. Whoever sees a chat
 * without taking part in it is a member of its workspace: guests see only theirs.
 */
export const CALLER_COLUMNS = `own.role, coalesce(own.workspace_role, 'MEMBER') AS workspace_role,
       coalesce((SELECT a.archived FROM access.scope a WHERE a.scope_id = c.workspace_id), false) AS is_archived`;
/** Joins `own` to the chat `c`: a look-up, since a plain join goes through all that the caller takes part in. */
export const CALLER_JOIN = `LEFT JOIN LATERAL (
       SELECT m.role, m.workspace_role FROM access.mine m WHERE m.scope_id = c.scope_id OFFSET 0
     ) own ON true`;

/**
 * Locks a chat against every other change of it and of its participants, and loads it; NOT_FOUND when the caller
 * cannot see it. The lock is taken in a statement of its own, so that what is read is not older than the lock.
 */
export async function loadChat(ctx: InTransaction<ChatContext>, chatId: string): Promise<LoadedChat> {
  ctx.tx.send('/* chat.lockChat */ SELECT 1 FROM chat.chat c WHERE c.id = $1 FOR NO KEY UPDATE', [chatId]);
  const chat = await findChat(ctx, chatId);
  if (!chat) throw notFound('Chat', 'chatId');
  return { chat, caller: toCaller(ctx, chat) };
}

/** What the caller is, by what was loaded. */
export function toCaller(
  ctx: ChatContext,
  { role, workspaceRole, isArchived }: Pick<Caller, 'role' | 'workspaceRole' | 'isArchived'>,
): Caller {
  const { principal } = ctx;
  return {
    // Read by the rules that tell people apart, and by no other.
    get userId() {
      return principal.userId;
    },
    ...{ role, workspaceRole, isReadOnly: isReadOnly(principal), isArchived },
  };
}

/** A chat with the caller's roles; null when the caller cannot see it. */
export async function findChat(ctx: InTransaction<ChatContext>, chatId: string) {
  const [row] = await ctx.tx.query<ChatEntity & Pick<Caller, 'role' | 'workspaceRole' | 'isArchived'>>(
    `/* chat.findChat */ SELECT ${CHAT_COLUMNS},
       (SELECT m.role FROM access.mine m WHERE m.scope_id = c.scope_id) AS role,
       (SELECT m.role FROM access.mine m WHERE m.scope_id = c.workspace_id) AS workspace_role,
       coalesce((SELECT a.archived FROM access.scope a WHERE a.scope_id = c.workspace_id), false) AS is_archived
     FROM chat.chat c JOIN access.scope s ON s.scope_id = c.scope_id WHERE c.id = $1`,
    [chatId],
  );
  return row ?? null;
}

/** The caller's id, where the caller may write in the workspace. */
export async function loadWriter(ctx: InTransaction<ChatContext>, workspaceId: string): Promise<string> {
  const [own] = await ctx.tx.query<{ role: WorkspaceRole; isArchived: boolean }>(
    `/* chat.findWriter */ SELECT m.role, a.archived AS is_archived
     FROM access.mine m JOIN access.scope a ON a.scope_id = m.scope_id
     WHERE m.scope_id = $1 AND m.kind = 'workspace'`,
    [workspaceId],
  );
  if (!own) throw notFound('Workspace', 'workspaceId');
  const caller = toCaller(ctx, { role: null, workspaceRole: own.role, isArchived: own.isArchived });
  enforce(refuseWriting(caller));
  if (caller.userId === null) throw forbidden('A chat is created by somebody.');
  return caller.userId;
}

/** A chat as its first event makes it. */
export function toChat({
  aggregateId,
  workspaceId,
  payload,
  occurredAt,
}: StoredEvent<'chat.created'>): ChatEntity {
  const { name, kind, visibility, creatorId, taskId, directKey } = payload;
  const own = {
    id: aggregateId,
    scopeId: aggregateId,
    workspaceId: workspaceId!,
    isClosed: false,
    version: 1,
    topic: null,
    description: null,
  };
  const given = { name, kind, visibility, creatorId, taskId, directKey, createdAt: occurredAt };
  return Object.assign(new ChatEntity(), own, given);
}
