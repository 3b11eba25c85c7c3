import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId } from '../kit/ids';
import { createAttachment, downloadUrlOf } from './attachment.service';

export const attachmentResolvers = {
  Mutation: {
    createAttachment: (_, { input }, ctx) =>
      answer(input, () =>
        createAttachment(ctx, { ...input, chatId: fromGlobalId('Chat', input.chatId, 'chatId') }),
      ),
  },
  Message: {
    attachments: (message, _, ctx) => ctx.loaders.attachmentsOfMessage.load(message.id),
  },
  Attachment: {
    id: (attachment) => toGlobalId('Attachment', attachment.id),
    isUploaded: (attachment) => attachment.uploadedAt !== null,
    url: (attachment, _, ctx) => downloadUrlOf(ctx, attachment),
  },
} satisfies Resolvers;
