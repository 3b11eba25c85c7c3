import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId } from '../kit/ids';
import { pinMessage, unpinMessage } from './pin.service';

const messageIdOf = ({ messageId }: { messageId: string }) => fromGlobalId('Message', messageId, 'messageId');

export const pinResolvers = {
  Mutation: {
    pinMessage: (_, { input }, ctx) =>
      answer(input, () => pinMessage(ctx, { messageId: messageIdOf(input) })),
    unpinMessage: (_, { input }, ctx) =>
      answer(input, () => unpinMessage(ctx, { messageId: messageIdOf(input) })),
  },
  Chat: {
    pins: (chat, args, ctx) => ctx.loaders.pinsOfChat(chat.id, args),
  },
  MessagePinned: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
  },
  MessageUnpinned: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
  },
} satisfies Resolvers;
