import type { Resolvers } from '../../schema/generated/chat';
import { fromGlobalId, tryFromGlobalId } from '../kit/ids';
import { highlight } from './search.logic';
import { searchMessages } from './search.service';

export const searchResolvers = {
  Workspace: {
    searchMessages: (workspace, { filter, ...args }, ctx) => {
      const id = tryFromGlobalId('Workspace', workspace.id);
      if (id === null) return null;
      const { chatIds, authorIds, since, until, isReply, hasAttachment } = filter ?? {};
      return searchMessages(ctx, id, {
        ...args,
        filter: {
          chatIds: chatIds?.map((chatId) => fromGlobalId('Chat', chatId, 'filter', 'chatIds')),
          authorIds: authorIds?.map((userId) => fromGlobalId('User', userId, 'filter', 'authorIds')),
          since: since ?? undefined,
          until: until ?? undefined,
          isReply: isReply ?? undefined,
          hasAttachment: hasAttachment ?? undefined,
        },
      });
    },
  },
  MessageSearchHit: {
    message: (hit) => hit,
    highlights: ({ body, query }) => highlight(body, query).map((segments) => ({ segments })),
    rank: ({ rank }) => rank / 1_000_000,
  },
} satisfies Resolvers;
