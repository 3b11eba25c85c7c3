import type { Resolvers } from '../../schema/generated/task';
import { answer } from '../kit/errors';
import { bulkUpdateTasks } from './bulk.service';

/** Without refusals of tasks where nothing was tried. */
interface Answered {
  refusals?: readonly object[];
  userErrors: readonly object[];
}

export const bulkResolvers: Resolvers = {
  Mutation: {
    bulkUpdateTasks: async (_, { input }, ctx) => {
      const payload: Answered = await answer(input, () => bulkUpdateTasks(ctx, input));
      const { refusals = [], userErrors, ...rest } = payload;
      return { ...rest, userErrors: [...userErrors, ...refusals] } as never;
    },
  },
  BulkUpdateTaskResult: {
    task: ({ taskId }, _, ctx) => (taskId ? ctx.loaders.tasks.load(taskId) : null),
  },
};
