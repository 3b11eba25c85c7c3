import type { Resolvers } from '../../schema/generated/workspace';
import { answer } from '../kit/errors';
import { listQuotas, setWorkspaceQuota } from './quota.service';

export const quotaResolvers = {
  Mutation: {
    setWorkspaceQuota: (_, { input }, ctx) => answer(input, () => setWorkspaceQuota(ctx, input)),
  },
  Workspace: {
    quotas: (workspace, _, ctx) => listQuotas(ctx, workspace.id),
  },
} satisfies Resolvers;
