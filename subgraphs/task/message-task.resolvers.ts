import type { Resolvers } from '../../schema/generated/task';
import { answer } from '../kit/errors';
import { createTaskFromMessage } from './message-task.service';

export const messageTaskResolvers: Resolvers = {
  Mutation: {
    createTaskFromMessage: (_, { input }, ctx) =>
      answer(input, async () => {
        const { taskId, cursor } = await createTaskFromMessage(ctx, input);
        return { task: await ctx.loaders.tasks.load(taskId), cursor };
      }),
  },
};
