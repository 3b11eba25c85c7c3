import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId, toRef } from '../kit/ids';
import { addReaction, removeReaction } from './reaction.service';

const messageIdOf = ({ messageId }: { messageId: string }) => fromGlobalId('Message', messageId, 'messageId');

export const reactionResolvers = {
  Mutation: {
    addReaction: (_, { input }, ctx) =>
      answer(input, () => addReaction(ctx, { ...input, messageId: messageIdOf(input) })),
    removeReaction: (_, { input }, ctx) =>
      answer(input, () => removeReaction(ctx, { ...input, messageId: messageIdOf(input) })),
  },
  Message: {
    reactions: (message, _, ctx) => ctx.loaders.reactionsOfMessage.load(message.id),
  },
  ReactionGroup: {
    viewerHasReacted: async ({ messageId, emoji }, _, ctx) => {
      const own = await ctx.loaders.ownReactionsOfMessage.load(messageId);
      return own.some((reaction) => reaction.emoji === emoji);
    },
    users: ({ messageId, emoji }, args, ctx) => ctx.loaders.reactorsOfGroup(`${messageId} ${emoji}`, args),
  },
  Reactor: {
    user: (reactor) => toRef('User', reactor.userId),
    reactedAt: (reactor) => reactor.createdAt,
  },
  ReactionAdded: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
    emoji: ({ payload }) => payload.emoji,
    user: ({ payload }) => toRef('User', payload.userId),
  },
  ReactionRemoved: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
    emoji: ({ payload }) => payload.emoji,
    user: ({ payload }) => toRef('User', payload.userId),
  },
} satisfies Resolvers;
