import type { CreateTaskFromMessageInput } from '../../schema/generated/task';
import type { Context, InTransaction } from '../kit/context';
import { encodeCursor } from '../kit/cursor';
import { badInput, enforce, notFound } from '../kit/errors';
import { once } from '../kit/idempotency';
import { fromGlobalId, newUuid } from '../kit/ids';
import { plainText } from '../kit/markdown.logic';
import { inTransaction } from '../kit/transaction';
import { refuseTaking, refuseTaskCount } from './message-task.policy';
import { titleFrom } from './task.logic';
import { MAX_TITLE } from './task.policy';
import { emitTask, fieldsOf, planTask, requireWorkplace, type TaskDraft } from './task.service';

type Tx = InTransaction<Context>;

interface SourceMessage {
  id: string;
  chatId: string;
  workspaceId: string;
  body: string;
}

/**
 * Creates a task of a message: seen by those who read the message's chat, and a part of the task whose chat that is.
 * Without a title it has the message's first line.
 */
export async function createTaskFromMessage(
  ctx: Context,
  input: CreateTaskFromMessageInput,
): Promise<{ taskId: string; cursor: string }> {
  const messageId = fromGlobalId('Message', input.messageId, 'messageId');
  const { ids } = await inTransaction(ctx, async (tx) => {
    const message = await requireMessage(tx, messageId);
    const place = await requireWorkplace(tx, message.workspaceId);
    enforce(refuseTaking(await findChatRole(tx, message.chatId)));
    return once(tx, 'createTaskFromMessage', input, async () => {
      const task = await planTask(tx, await draftOf(tx, input, message));
      // Tasks of a workspace are numbered one after another, so that nobody else makes one between this and the commit.
      enforce(refuseTaskCount(1 + (await countTasks(tx, messageId))));
      emitTask(tx, task, { topics: place.topics });
      return { taskId: task.id };
    });
  });
  // Its creation is the first event of a task.
  return { taskId: ids.taskId, cursor: encodeCursor(`task:${ids.taskId}`, 1) };
}

async function draftOf(
  ctx: Tx,
  input: CreateTaskFromMessageInput,
  { id, chatId, workspaceId, body }: SourceMessage,
): Promise<TaskDraft> {
  const title = input.title?.trim() ?? titleFrom(plainText(body), MAX_TITLE);
  if (title === '' && input.title == null) throw badInput('The message says nothing: give a title', 'title');
  return {
    ...fieldsOf(input),
    workspaceId,
    scopeId: chatId,
    title,
    chatId: newUuid(),
    sourceChatId: chatId,
    sourceMessageId: id,
    parentId: await findTaskOfChat(ctx, chatId),
  };
}

async function requireMessage(ctx: Tx, id: string): Promise<SourceMessage> {
  const [found] = await ctx.tx.query<Omit<SourceMessage, 'id'>>(
    '/* task.findMessage */ SELECT m.chat_id, m.workspace_id, m.body FROM event.find_message($1) AS m',
    [id],
  );
  if (!found) throw notFound('Message', 'messageId');
  return { id, ...found };
}

async function findChatRole(ctx: Tx, chatId: string): Promise<string | null> {
  const [own] = await ctx.tx.query<{ role: string }>(
    '/* task.findChatRole */ SELECT m.role FROM access.mine m WHERE m.scope_id = $1',
    [chatId],
  );
  return own?.role ?? null;
}

async function findTaskOfChat(ctx: Tx, chatId: string): Promise<string | null> {
  const [task] = await ctx.tx.query<{ id: string }>(
    '/* task.findTaskOfChat */ SELECT t.id FROM task.task t WHERE t.chat_id = $1',
    [chatId],
  );
  return task?.id ?? null;
}

async function countTasks(ctx: Tx, messageId: string): Promise<number> {
  const [counted] = await ctx.tx.query<{ count: number }>(
    '/* task.countTasksOfMessage */ SELECT count(*)::int AS count FROM task.task t WHERE t.source_message_id = $1',
    [messageId],
  );
  return counted!.count;
}
