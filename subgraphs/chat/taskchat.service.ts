import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { notFound } from '../kit/errors';
import { emit } from '../kit/events';
import type { ChatVisibility } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import { findChat, foundChat, loadChat, placeOf, publicTopicsOf } from './chat.service';
import type { ChatRole } from './participant.entity';
import { clip } from './tag.logic';

type TaskCreated = StoredEvent<'task.created'>;

const MAX_NAME = 200;

/**
 * Gives a new task its chat, under the id that the task's event settled: the discussion that it came from becomes the
 * task's chat, any other task gets a new one. A chat that is the task's already stays as it is.
 */
export async function provideTaskChat(ctx: InTransaction<ChatContext>, event: TaskCreated): Promise<void> {
  const { chatId, sourceChatId } = event.payload;
  if (chatId === sourceChatId) return turnIntoTaskChat(ctx, event);
  if (await findChat(ctx, chatId)) return;
  return createTaskChat(ctx, event);
}

async function turnIntoTaskChat(ctx: InTransaction<ChatContext>, event: TaskCreated): Promise<void> {
  const { chat } = await loadChat(ctx, event.payload.chatId);
  if (chat.taskId === event.aggregateId) return;
  if (chat.kind !== 'DISCUSSION') throw notFound('Discussion');
  const payload = { from: chat.kind, to: event.payload.type, taskId: event.aggregateId };
  emit(ctx, { ...placeOf(chat), type: 'chat.kind.changed', topics: publicTopicsOf(chat), payload });
}

async function createTaskChat(ctx: InTransaction<ChatContext>, event: TaskCreated): Promise<void> {
  const { chatId, type, key, title, creatorId, assigneeId } = event.payload;
  const visibility = await visibilityOf(ctx, event);
  const participants = new Map<string, ChatRole>([[creatorId, 'ADMIN']]);
  if (visibility === 'PRIVATE') await copyParticipants(ctx, event.scopeId, participants);
  if (assigneeId !== null && !participants.has(assigneeId)) participants.set(assigneeId, 'MEMBER');
  const chat = {
    id: chatId,
    workspaceId: event.workspaceId!,
    name: clip(`${key} ${title}`, MAX_NAME),
    kind: type,
    visibility,
    taskId: event.aggregateId,
  };
  foundChat(ctx, chat, participants);
}

/** A task's chat is as open as the task: private where the task is of a private chat. */
async function visibilityOf(ctx: InTransaction<ChatContext>, event: TaskCreated): Promise<ChatVisibility> {
  if (event.scopeId === event.workspaceId) return 'PUBLIC';
  const [scope] = await ctx.tx.query<{ visibility: ChatVisibility }>(
    '/* chat.findVisibility */ SELECT s.visibility FROM access.scope s WHERE s.scope_id = $1',
    [event.scopeId],
  );
  return scope?.visibility ?? 'PRIVATE';
}

async function copyParticipants(
  ctx: InTransaction<ChatContext>,
  chatId: string,
  participants: Map<string, ChatRole>,
): Promise<void> {
  const rows = await ctx.tx.query<{ userId: string; role: ChatRole }>(
    `/* chat.participantsToCopy */ SELECT m.user_id, m.role FROM access.membership m
     WHERE m.scope_id = $1 AND m.active ORDER BY m.joined_at, m.user_id`,
    [chatId],
  );
  for (const { userId, role } of rows) if (!participants.has(userId)) participants.set(userId, role);
}
