import type { Resolvers } from '../../schema/generated/task';
import { answer, badInput } from '../kit/errors';
import { toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import type { TaskEntity } from './task.entity';
import type { TaskContext } from './task.loaders';
import { maySeeTasks, mayWrite } from './task.policy';
import { createTask, updateTask } from './task.service';

/** The task behind a global id; null when it is none, or hidden. */
async function loadTask(ctx: TaskContext, id: string): Promise<TaskEntity | null> {
  const taskId = tryFromGlobalId('Task', id);
  return taskId ? ctx.loaders.tasks.load(taskId) : null;
}

export const taskResolvers: Resolvers = {
  Query: {
    async task(_, { id, workspaceId, key }, ctx) {
      if (id != null && workspaceId == null && key == null) return loadTask(ctx, id);
      if (id != null || workspaceId == null || key == null) {
        throw badInput('give either id, or workspaceId and key', 'id');
      }
      const workspace = tryFromGlobalId('Workspace', workspaceId);
      return workspace ? ctx.loaders.tasksByKey.load(`${workspace}/${key}`) : null;
    },
  },
  Mutation: {
    createTask: (_, { input }, ctx) =>
      answer(input, async () => {
        const { taskId, cursor } = await createTask(ctx, input);
        return { task: await ctx.loaders.tasks.load(taskId), cursor };
      }),
    updateTask: (_, { input }, ctx) =>
      answer(input, async () => {
        const { taskId, cursor } = await updateTask(ctx, input);
        return { task: await ctx.loaders.tasks.load(taskId), cursor };
      }),
  },
  Task: {
    __resolveReference: (ref, ctx) => loadTask(ctx, ref.id ?? ref.nodeRef ?? ''),
    id: (task) => toGlobalId('Task', task.id),
    nodeRef: (task) => toGlobalId('Task', task.id),
    workspace: (task) => toRef('Workspace', task.workspaceId),
    statusCategory: (task) => task.category,
    description: async (task, _, ctx) => (await ctx.loaders.descriptions.load(task.id))?.description ?? null,
    assignee: (task) => (task.assigneeId ? toRef('User', task.assigneeId) : null),
    creator: (task) => toRef('User', task.creatorId),
    chat: (task) => toRef('Chat', task.chatId),
    sourceChat: (task) => (task.sourceChatId ? toRef('Chat', task.sourceChatId) : null),
    sourceMessage: ({ sourceMessageId }) => (sourceMessageId ? toRef('Message', sourceMessageId) : null),
    parent: (task, _, ctx) => (task.parentId ? ctx.loaders.tasks.load(task.parentId) : null),
    viewerCanEdit: async (task, _, ctx) => {
      const [own, writable] = await Promise.all([
        ctx.loaders.roles.load(task.workspaceId),
        ctx.loaders.writableScopes.load(task.scopeId),
      ]);
      return writable !== null && mayWrite(ctx.principal, own?.role ?? null);
    },
  },
  Workspace: {
    async tasks(workspace, args, ctx) {
      const workspaceId = tryFromGlobalId('Workspace', workspace.id);
      if (!workspaceId) return null;
      const own = await ctx.loaders.roles.load(workspaceId);
      const maySee = maySeeTasks(ctx.principal, own?.role ?? null);
      return maySee ? ctx.loaders.workspaceTasks(workspaceId, args) : null;
    },
  },
  User: {
    assignedTasks: async (user, args, ctx) => {
      const userId = tryFromGlobalId('User', user.id);
      return userId ? ctx.loaders.assignedTasks(userId, args) : null;
    },
  },
  Chat: {
    async task(chat, _, ctx) {
      const chatId = tryFromGlobalId('Chat', chat.id);
      return chatId ? ctx.loaders.tasksOfChats.load(chatId) : null;
    },
  },
  Message: {
    async tasks(message, _, ctx) {
      const messageId = tryFromGlobalId('Message', message.id);
      return messageId ? ctx.loaders.tasksOfMessages.load(messageId) : [];
    },
  },
};
