import type { Resolvers } from '../../schema/generated/task';
import { answer } from '../kit/errors';
import { toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import type { LabelEntity } from './label.entity';
import { createLabel, deleteLabel, updateLabel } from './label.service';
import type { TaskContext } from './task.loaders';
import { maySeeTasks } from './task.policy';

/** The label behind a global id; null when it is none, or hidden. */
async function loadLabel(ctx: TaskContext, id: string): Promise<LabelEntity | null> {
  const labelId = tryFromGlobalId('Label', id);
  return labelId ? ctx.loaders.labels.load(labelId) : null;
}

export const labelResolvers: Resolvers = {
  Mutation: {
    createLabel: (_, { input }, ctx) =>
      answer(input, async () => {
        const { labelId, cursor } = await createLabel(ctx, input);
        return { label: await ctx.loaders.labels.load(labelId), cursor };
      }),
    updateLabel: (_, { input }, ctx) =>
      answer(input, async () => {
        const { labelId, cursor } = await updateLabel(ctx, input);
        return { label: await ctx.loaders.labels.load(labelId), cursor };
      }),
    deleteLabel: (_, { input }, ctx) =>
      answer(input, async () => {
        const { deletedId, cursor } = await deleteLabel(ctx, input);
        return { labelId: toGlobalId('Label', deletedId), cursor };
      }),
  },
  Label: {
    __resolveReference: (ref, ctx) => loadLabel(ctx, ref.id ?? ref.nodeRef ?? ''),
    id: (label) => toGlobalId('Label', label.id),
    nodeRef: (label) => toGlobalId('Label', label.id),
    workspace: (label) => toRef('Workspace', label.workspaceId),
  },
  Task: {
    labels: (task, _, ctx) => ctx.loaders.labelsOfTasks.load(task.id),
  },
  Workspace: {
    async labels(workspace, args, ctx) {
      const workspaceId = tryFromGlobalId('Workspace', workspace.id);
      if (!workspaceId) return null;
      const own = await ctx.loaders.roles.load(workspaceId);
      return maySeeTasks(ctx.principal, own?.role ?? null)
        ? ctx.loaders.workspaceLabels(workspaceId, args)
        : null;
    },
  },
  LabelChanged: {
    label: (event, _, ctx) => ctx.loaders.labels.load(event.aggregateId),
  },
  LabelDeleted: {
    labelId: (event) => toGlobalId('Label', event.aggregateId),
  },
};
