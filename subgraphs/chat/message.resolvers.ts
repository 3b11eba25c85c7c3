import type { StoredEvent } from '../../schema/events';
import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import type { ChatContext } from './chat.loaders';
import { toCaller } from './chat.service';
import { plainText } from '../kit/markdown.logic';
import { deleteMessage, editMessage } from './editing.service';
import type { MessageEntity } from './message.entity';
import { refuseChanging, type MessageAction } from './message.policy';
import { sendMessage } from './message.service';

const messageIdOf = ({ messageId }: { messageId: string }) => fromGlobalId('Message', messageId, 'messageId');

async function mayChange(message: MessageEntity, action: MessageAction, ctx: ChatContext): Promise<boolean> {
  const [chat, own] = await Promise.all([
    ctx.loaders.chatById.load(message.chatId),
    ctx.loaders.ownRoleByChat.load(message.chatId),
  ]);
  if (!chat || !own || message.deletedAt !== null) return false;
  const judged = Object.assign({ isClosed: chat.isClosed }, message);
  return refuseChanging(toCaller(ctx, own), judged, action, ctx.now()) === null;
}

export const messageResolvers = {
  Mutation: {
    sendMessage: (_, { input }, ctx) =>
      answer(input, () =>
        sendMessage(ctx, {
          ...input,
          chatId: fromGlobalId('Chat', input.chatId, 'chatId'),
          threadRootId:
            input.threadRootId == null
              ? undefined
              : fromGlobalId('Message', input.threadRootId, 'threadRootId'),
          attachmentIds: (input.attachmentIds ?? []).map((id) =>
            fromGlobalId('Attachment', id, 'attachmentIds'),
          ),
        }),
      ),
    editMessage: (_, { input }, ctx) =>
      answer(input, () => editMessage(ctx, { ...input, messageId: messageIdOf(input) })),
    deleteMessage: (_, { input }, ctx) =>
      answer(input, () => deleteMessage(ctx, { messageId: messageIdOf(input) })),
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
    bodyText: (message) => plainText(message.body),
    isDeleted: (message) => message.deletedAt !== null,
    revisions: (message, args, ctx) => ctx.loaders.revisionsOfMessage(message.id, args),
    viewerCanEdit: (message, _, ctx) => mayChange(message, 'edit', ctx),
    viewerCanDelete: (message, _, ctx) => mayChange(message, 'delete', ctx),
    author: (message) => toRef('User', message.authorId),
    mentions: (message, args, ctx) => ctx.loaders.mentionsOfMessage(message.id, args),
    mentionsAll: (message) => message.mentionedGroup,
    threadRoot: ({ threadRootId }, _, ctx) =>
      threadRootId === null ? null : ctx.loaders.messageById.load(threadRootId),
    replyAuthors: (message, args, ctx) => ctx.loaders.authorsOfThread(message.id, args),
    replies: (message, args, ctx) => ctx.loaders.repliesOfMessage(message.id, args),
  },
  Mention: {
    user: (mention) => toRef('User', mention.userId),
  },
  ThreadAuthor: {
    user: (author) => toRef('User', author.userId),
  },
  MessageSent: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
  },
  MessageEdited: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
  },
  MessageDeleted: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
  },
  MessageTagsResolved: {
    message: ({ payload }, _, ctx) => ctx.loaders.messageById.load(payload.messageId),
    tagResults: ({ payload }) => payload.results,
  },
} satisfies Resolvers;
