import type { StoredEvent } from '../../schema/events';
import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId, tryFromGlobalId } from '../kit/ids';
import { sendMessage } from './message.service';

export const messageResolvers = {
  Mutation: {
    sendMessage: (_, { input }, ctx) =>
      answer(input, () =>
        sendMessage(ctx, { ...input, chatId: fromGlobalId('Chat', input.chatId, 'chatId') }),
      ),
  },
  Subscription: {
    messageSent: {
      resolve: (event, _, ctx) =>
        event.type === 'chat.message.sent'
          ? ctx.loaders.messageById.load((event as StoredEvent<'chat.message.sent'>).payload.messageId)
          : null,
    },
  },
  Message: {
    __resolveReference: (ref, ctx) => {
      const id = tryFromGlobalId('Message', ref.id ?? ref.nodeRef ?? '');
      return id === null ? null : ctx.loaders.messageById.load(id);
    },
    id: (message) => toGlobalId('Message', message.id),
    nodeRef: (message) => toGlobalId('Message', message.id),
    chat: (message, _, ctx) => ctx.loaders.chatById.load(message.chatId),
    author: (message) => ({ __typename: 'User', id: toGlobalId('User', message.authorId) }),
  },
  MessageSent: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
  },
  MessageTagsResolved: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
    tagResults: ({ payload }) => payload.results,
  },
} satisfies Resolvers;
