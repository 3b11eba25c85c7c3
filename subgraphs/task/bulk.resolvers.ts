import type { Resolvers } from '../../schema/generated/task';
import { answer } from '../kit/errors';
import { bulkUpdateTasks } from './bulk.service';

export const bulkResolvers: Resolvers = {
  Mutation: {
    bulkUpdateTasks: async (_, { input }, ctx) => {
      const { refusals, ...payload } = await answer(input, async () => {
        const done = await bulkUpdateTasks(ctx, input);
        // They are read again as they are now, all at once.
        for (const { taskId } of done.results) if (taskId) ctx.loaders.tasks.clear(taskId);
        return done;
      });
      return { ...payload, userErrors: [...payload.userErrors, ...(refusals ?? [])] } as never;
    },
  },
  BulkUpdateTaskResult: {
    task: ({ taskId }, _, ctx) => (taskId ? ctx.loaders.tasks.load(taskId) : null),
  },
};
