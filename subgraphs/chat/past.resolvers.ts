import type { Resolvers } from '../../schema/generated/chat';
import { toRef, tryFromGlobalId } from '../kit/ids';
import { findPastChat, listPastParticipants } from './past.service';

export const pastResolvers = {
  Query: {
    chatAsOf: async (_, { chatId, at }, ctx) => {
      const id = tryFromGlobalId('Chat', chatId);
      const chat = id === null ? null : await ctx.loaders.chatById.load(id);
      return chat && findPastChat(ctx, chat, at);
    },
  },
  ChatAsOf: {
    participants: (past, args) => listPastParticipants(past, args),
  },
  ChatParticipantAsOf: {
    user: ({ userId }) => toRef('User', userId),
  },
} satisfies Resolvers;
