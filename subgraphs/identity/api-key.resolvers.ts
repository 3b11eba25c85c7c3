import type { ApiKeyScope, Resolvers } from '../../schema/generated/identity';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId } from '../kit/ids';
import { prefixOf } from './api-key.logic';
import { createApiKey, deleteApiKey, listApiKeys, updateApiKey } from './api-key.service';

export const apiKeyResolvers = {
  Mutation: {
    createApiKey: (_, { input }, ctx) => answer(input, () => createApiKey(ctx, input)),
    updateApiKey: (_, { input }, ctx) =>
      answer(input, () => updateApiKey(ctx, fromGlobalId('ApiKey', input.id, 'id'), input)),
    deleteApiKey: (_, { input }, ctx) =>
      answer(input, async () => {
        const { deletedId } = await deleteApiKey(ctx, fromGlobalId('ApiKey', input.id, 'id'));
        return { deletedId: toGlobalId('ApiKey', deletedId) };
      }),
  },
  User: {
    apiKeys: (user, args, ctx) => listApiKeys(ctx, user.id, args),
  },
  ApiKey: {
    id: (key) => toGlobalId('ApiKey', key.id),
    prefix: (key) => prefixOf(key.id),
    scopes: (key) => key.scopes.map((scope) => scope.toUpperCase() as ApiKeyScope),
    workspaceId: (key) => (key.workspaceId === null ? null : toGlobalId('Workspace', key.workspaceId)),
  },
} satisfies Resolvers;
