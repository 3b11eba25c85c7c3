import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId, toRef } from '../kit/ids';
import type { Subscription } from '../kit/subgraph';
import type { ChatLoaders } from './chat.loaders';
import { admitToTyping, setTyping, type TypingEventRow } from './typing.service';

/** The subscription to who is writing. */
export const typingSubscriptions = {
  typingEvents: {
    admit: (ctx, { chatId }: { chatId?: string }) =>
      admitToTyping(ctx, fromGlobalId('Chat', chatId ?? '', 'chatId')),
    types: ['typing.changed'],
    hidesOwn: true,
  },
} satisfies Record<string, Subscription<ChatLoaders>>;

export const typingResolvers = {
  Mutation: {
    setTyping: (_, { input }, ctx) =>
      answer(input, () =>
        setTyping(ctx, {
          chatId: fromGlobalId('Chat', input.chatId, 'chatId'),
          isTyping: input.isTyping ?? true,
        }),
      ),
  },
  Subscription: {
    typingEvents: { resolve: (event) => event as TypingEventRow },
  },
  TypingEvent: {
    user: ({ payload }) => toRef('User', payload.userId),
    isTyping: ({ payload }) => payload.isTyping,
    expiresAt: ({ payload }) => new Date(payload.expiresAt),
  },
} satisfies Resolvers;
