import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId } from '../kit/ids';
import { deleteChat, updateChat } from './settings.service';

export const settingsResolvers = {
  Mutation: {
    updateChat: (_, { input }, ctx) =>
      answer(input, () =>
        updateChat(ctx, { ...input, chatId: fromGlobalId('Chat', input.chatId, 'chatId') }),
      ),
    deleteChat: (_, { input }, ctx) =>
      answer(input, async () => {
        const { cursor } = await deleteChat(ctx, { chatId: fromGlobalId('Chat', input.chatId, 'chatId') });
        return { chatId: input.chatId, cursor };
      }),
  },
  ChatUpdated: {
    chat: (event, _, ctx) => ctx.loaders.chatById.load(event.aggregateId),
    changedFields: ({ payload }) => payload.changedFields,
  },
} satisfies Resolvers;
