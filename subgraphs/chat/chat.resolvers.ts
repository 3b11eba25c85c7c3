import type { EventType } from '../../schema/events';
import type { Resolvers } from '../../schema/generated/chat';
import { answer, notFound } from '../kit/errors';
import { fromGlobalId, toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import type { Admitted, Subscription } from '../kit/subgraph';
import type { ChatContext, ChatLoaders } from './chat.loaders';
import type { ChatEntity } from './chat.entity';
import { refuseManaging, type Caller } from './chat.policy';
import { closeChat, createChat, listChats, reopenChat, toCaller } from './chat.service';
import { listMessages } from './message.service';
import { refuseSending } from './message.policy';
import {
  addChatParticipant,
  joinChat,
  listParticipants,
  removeChatParticipant,
  updateChatParticipant,
} from './participant.service';

const UNION_MEMBERS = {
  'chat.message.sent': 'MessageSent',
  'chat.message.edited': 'MessageEdited',
  'chat.message.deleted': 'MessageDeleted',
  'chat.message.tags_resolved': 'MessageTagsResolved',
  'chat.message.pinned': 'MessagePinned',
  'chat.message.unpinned': 'MessageUnpinned',
  'chat.reaction.added': 'ReactionAdded',
  'chat.reaction.removed': 'ReactionRemoved',
  'chat.participant.added': 'ChatParticipantAdded',
  'chat.participant.role_changed': 'ChatParticipantRoleChanged',
  'chat.participant.removed': 'ChatParticipantRemoved',
  'chat.updated': 'ChatUpdated',
  'chat.kind.changed': 'ChatKindChanged',
  'chat.closed': 'ChatClosed',
  'chat.reopened': 'ChatReopened',
} as const satisfies { [T in EventType]?: string };

function loadChatById(id: string, ctx: ChatContext): Promise<ChatEntity | null> {
  const uuid = tryFromGlobalId('Chat', id);
  return uuid === null ? Promise.resolve(null) : ctx.loaders.chatById.load(uuid);
}

async function loadCaller(chat: ChatEntity, ctx: ChatContext): Promise<Caller> {
  const own = await ctx.loaders.ownRoleByChat.load(chat.id);
  return toCaller(ctx, own ?? { role: null, workspaceRole: null, isArchived: false });
}

/** Whoever may read a chat may follow it. */
async function admitToChat(ctx: ChatContext, args: { chatId?: string }): Promise<Admitted> {
  const chat = await loadChatById(args.chatId ?? '', ctx);
  if (!chat) throw notFound('Chat', 'chatId');
  return { topic: `chat:${chat.id}`, scopeId: chat.id };
}

/** The subscriptions to a chat. */
export const chatSubscriptions = {
  chatEvents: { admit: admitToChat, types: Object.keys(UNION_MEMBERS) as (keyof typeof UNION_MEMBERS)[] },
  messageSent: { admit: admitToChat, types: ['chat.message.sent'] },
} satisfies Record<string, Subscription<ChatLoaders>>;

export const chatResolvers = {
  Query: {
    chat: (_, { id }, ctx) => loadChatById(id, ctx),
  },
  Mutation: {
    createChat: (_, { input }, ctx) =>
      answer(input, () => {
        const { kind = 'CHANNEL', visibility = 'PUBLIC' } = input;
        const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
        return createChat(ctx, { ...input, workspaceId, kind, visibility });
      }),
    joinChat: (_, { input }, ctx) =>
      answer(input, () => joinChat(ctx, { chatId: fromGlobalId('Chat', input.chatId, 'chatId') })),
    addChatParticipant: (_, { input }, ctx) =>
      answer(input, () =>
        addChatParticipant(ctx, {
          chatId: fromGlobalId('Chat', input.chatId, 'chatId'),
          userId: fromGlobalId('User', input.userId, 'userId'),
          role: input.role ?? 'MEMBER',
        }),
      ),
    updateChatParticipant: (_, { input }, ctx) =>
      answer(input, () =>
        updateChatParticipant(ctx, {
          chatId: fromGlobalId('Chat', input.chatId, 'chatId'),
          userId: fromGlobalId('User', input.userId, 'userId'),
          role: input.role,
        }),
      ),
    removeChatParticipant: (_, { input }, ctx) =>
      answer(input, async () => {
        const chatId = fromGlobalId('Chat', input.chatId, 'chatId');
        const userId = fromGlobalId('User', input.userId, 'userId');
        const { cursor } = await removeChatParticipant(ctx, { chatId, userId });
        return { chat: await ctx.loaders.chatById.load(chatId), cursor };
      }),
    closeChat: (_, { input }, ctx) =>
      answer(input, () => closeChat(ctx, { chatId: fromGlobalId('Chat', input.chatId, 'chatId') })),
    reopenChat: (_, { input }, ctx) =>
      answer(input, () => reopenChat(ctx, { chatId: fromGlobalId('Chat', input.chatId, 'chatId') })),
  },
  Subscription: {
    chatEvents: { resolve: (event) => event },
  },
  Chat: {
    __resolveReference: (ref, ctx) => loadChatById(ref.id ?? ref.nodeRef ?? '', ctx),
    id: (chat) => toGlobalId('Chat', chat.id),
    nodeRef: (chat) => toGlobalId('Chat', chat.id),
    workspace: (chat) => toRef('Workspace', chat.workspaceId),
    eventsCursor: (chat, _, ctx) => ctx.loaders.eventsCursor.load(`chat:${chat.id}`),
    messages: (chat, args, ctx) => listMessages(ctx, chat.id, args),
    participants: (chat, args, ctx) => listParticipants(ctx, chat, args),
    viewerCanSend: async (chat, _, ctx) => refuseSending(await loadCaller(chat, ctx), chat) === null,
    viewerCanManage: async (chat, _, ctx) => refuseManaging(await loadCaller(chat, ctx)) === null,
  },
  ChatParticipant: {
    user: (participant) => toRef('User', participant.userId),
    addedBy: ({ addedBy }) => (addedBy === null ? null : toRef('User', addedBy)),
  },
  ChatEventEnvelope: {
    event: (event) => event,
  },
  ChatEvent: {
    __resolveType: (event) => UNION_MEMBERS[event.type as keyof typeof UNION_MEMBERS],
  },
  ChatParticipantAdded: {
    user: ({ payload }) => toRef('User', payload.userId),
    role: ({ payload }) => payload.role,
  },
  ChatParticipantRoleChanged: {
    user: ({ payload }) => toRef('User', payload.userId),
    from: ({ payload }) => payload.from,
    to: ({ payload }) => payload.to,
  },
  ChatParticipantRemoved: {
    user: ({ payload }) => toRef('User', payload.userId),
  },
  ChatKindChanged: {
    chat: (event, _, ctx) => ctx.loaders.chatById.load(event.aggregateId),
    fromKind: ({ payload }) => payload.from,
    toKind: ({ payload }) => payload.to,
  },
  ChatClosed: {
    chat: (event, _, ctx) => ctx.loaders.chatById.load(event.aggregateId),
  },
  ChatReopened: {
    chat: (event, _, ctx) => ctx.loaders.chatById.load(event.aggregateId),
  },
  Workspace: {
    __resolveReference: (ref) => ref,
    chats: (workspace, args, ctx) => {
      const id = tryFromGlobalId('Workspace', workspace.id);
      return id === null ? null : listChats(ctx, id, args);
    },
  },
} satisfies Resolvers;
