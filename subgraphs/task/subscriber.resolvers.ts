import type { Resolvers } from '../../schema/generated/task';
import { answer } from '../kit/errors';
import { fromGlobalId, toRef } from '../kit/ids';
import { subscribeToTask, unsubscribeFromTask } from './subscriber.service';
import type { TaskContext } from './task.loaders';

const taskIdOf = ({ taskId }: { taskId: string }) => fromGlobalId('Task', taskId, 'taskId');

async function changed(ctx: TaskContext, { taskId, cursor }: { taskId: string; cursor: string | null }) {
  return { task: await ctx.loaders.tasks.load(taskId), cursor };
}

export const subscriberResolvers: Resolvers = {
  Mutation: {
    subscribeToTask: (_, { input }, ctx) =>
      answer(input, async () => changed(ctx, await subscribeToTask(ctx, taskIdOf(input)))),
    unsubscribeFromTask: (_, { input }, ctx) =>
      answer(input, async () => changed(ctx, await unsubscribeFromTask(ctx, taskIdOf(input)))),
  },
  Task: {
    subscribers: (task, args, ctx) => ctx.loaders.taskSubscribers(task.id, args),
    viewerIsSubscribed: async (task, _, ctx) => (await ctx.loaders.ownSubscriptions.load(task.id)) !== null,
  },
  TaskSubscriber: {
    user: ({ userId }) => toRef('User', userId),
  },
};
