import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId, tryFromGlobalId } from '../kit/ids';
import { openDirectChat } from './direct.service';

export const directResolvers = {
  Mutation: {
    openDirectChat: (_, { input }, ctx) =>
      answer(input, () =>
        openDirectChat(ctx, {
          workspaceId: fromGlobalId('Workspace', input.workspaceId, 'workspaceId'),
          userIds: input.userIds.map((id) => fromGlobalId('User', id, 'userIds')),
        }),
      ),
  },
  User: {
    __resolveReference: (ref) => ref,
    directChats: (user, args, ctx) => {
      const id = tryFromGlobalId('User', user.id);
      return id === null ? null : ctx.loaders.directChatsOfUser(id, args);
    },
  },
} satisfies Resolvers;
