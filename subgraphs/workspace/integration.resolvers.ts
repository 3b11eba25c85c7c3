import type { Resolvers } from '../../schema/generated/workspace';
import { answer } from '../kit/errors';
import { toGlobalId, tryFromGlobalId } from '../kit/ids';
import type { IntegrationEntity } from './integration.entity';
import { createIntegration } from './integration.service';
import type { WorkspaceContext } from './workspace.loaders';

async function loadIntegration(ctx: WorkspaceContext, id: string): Promise<IntegrationEntity | null> {
  const uuid = tryFromGlobalId('Integration', id);
  return uuid === null ? null : ctx.loaders.integrationById.load(uuid);
}

export const integrationResolvers = {
  Query: {
    integration: (_, { id }, ctx) => loadIntegration(ctx, id),
  },
  Mutation: {
    createIntegration: (_, { input }, ctx) =>
      answer(input, async () => {
        const { integrationId } = await createIntegration(ctx, input);
        return { integration: await ctx.loaders.integrationById.load(integrationId) };
      }),
  },
  Workspace: {
    integrations: (workspace, args, ctx) => ctx.loaders.integrationsOfWorkspace(workspace.id, args),
  },
  Integration: {
    __resolveReference: (ref, ctx) => loadIntegration(ctx, ref.id ?? ref.nodeRef ?? ''),
    id: (integration) => toGlobalId('Integration', integration.id),
    nodeRef: (integration) => toGlobalId('Integration', integration.id),
    workspace: ({ workspaceId }, _, ctx) => ctx.loaders.workspaceById.load(workspaceId),
  },
} satisfies Resolvers;
