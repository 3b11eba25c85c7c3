import type { Resolvers } from '../../schema/generated/task';
import { answer } from '../kit/errors';
import { toRef } from '../kit/ids';
import { KINDS, endOf } from './activity.logic';
import { addTaskRelation, removeTaskRelation } from './relation.service';
import type { TaskContext } from './task.loaders';

interface Changed {
  taskId: string;
  relatedId: string;
  cursor: string | null;
}

async function changed(ctx: TaskContext, { taskId, relatedId, cursor }: Changed) {
  const [task, relatedTask] = await Promise.all([
    ctx.loaders.tasks.load(taskId),
    ctx.loaders.tasks.load(relatedId),
  ]);
  return { task, relatedTask, cursor };
}

export const relationResolvers: Resolvers = {
  Mutation: {
    addTaskRelation: (_, { input }, ctx) =>
      answer(input, async () => changed(ctx, await addTaskRelation(ctx, input))),
    removeTaskRelation: (_, { input }, ctx) =>
      answer(input, async () => changed(ctx, await removeTaskRelation(ctx, input))),
  },
  Task: {
    subtasks: (task, args, ctx) => ctx.loaders.subtasks(task.id, args),
    progress: async (task, _, ctx) => (await ctx.loaders.progress.load(task.id)) ?? { total: 0, done: 0 },
    relations: (task, args, ctx) => ctx.loaders.relations(task.id, args),
    activity: (task, args, ctx) => ctx.loaders.activity(task.id, args),
  },
  TaskRelation: {
    task: (relation, _, ctx) => ctx.loaders.tasks.load(relation.otherId),
  },
  TaskActivity: {
    kind: ({ type }) => KINDS[type],
    from: (entry) => endOf(entry, 'from'),
    to: (entry) => endOf(entry, 'to'),
    actor: ({ actorId }) => (actorId ? toRef('User', actorId) : null),
  },
  TaskActivityValue: {
    text: ({ value }) => value ?? null,
    user: ({ userId }) => (userId ? toRef('User', userId) : null),
    task: ({ taskId }, _, ctx) => (taskId ? ctx.loaders.tasks.load(taskId) : null),
    labels: async ({ labelIds }, _, ctx) => {
      const labels = await Promise.all((labelIds ?? []).map((id) => ctx.loaders.labels.load(id)));
      return labels.filter((label) => label !== null);
    },
    relationType: ({ relation }) => relation?.type ?? null,
    relationDirection: ({ relation }) => relation?.direction ?? null,
  },
};
