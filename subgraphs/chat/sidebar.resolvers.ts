import type { Resolvers } from '../../schema/generated/chat';
import { answer } from '../kit/errors';
import { fromGlobalId, tryFromGlobalId } from '../kit/ids';
import type { Connection } from '../kit/pagination';
import type { ChatEntity } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import type { ChatViewerStateRow } from './sidebar.entity';
import { markChatRead, markChatUnread, updateChatPreferences } from './sidebar.service';

const chatIdOf = ({ chatId }: { chatId: string }) => fromGlobalId('Chat', chatId, 'chatId');
const messageIdOf = (id: string) => fromGlobalId('Message', id, 'messageId');

async function withChat(ctx: ChatContext, changed: Promise<{ chatId: string; cursor: string | null }>) {
  const { chatId, cursor } = await changed;
  return { chat: await ctx.loaders.chatById.load(chatId), cursor };
}

/** The chats of a page of states, which were read with what the caller may see. */
async function toChats(ctx: ChatContext, page: Connection<ChatViewerStateRow>) {
  const loaded = await Promise.all(page.nodes.map(({ chatId }) => ctx.loaders.chatById.load(chatId)));
  const edges = page.edges.flatMap(({ cursor }, i) => (loaded[i] ? [{ node: loaded[i], cursor }] : []));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}

/** Null where there is none to be loaded. */
function load<R>(loader: { load(id: string): Promise<R | null> }, id: string | null | undefined) {
  return id == null ? null : loader.load(id);
}

export const sidebarResolvers = {
  Mutation: {
    markChatRead: (_, { input }, ctx) =>
      answer(input, () => {
        const messageId = input.messageId == null ? null : messageIdOf(input.messageId);
        return withChat(ctx, markChatRead(ctx, { chatId: chatIdOf(input), messageId }));
      }),
    markChatUnread: (_, { input }, ctx) =>
      answer(input, () => {
        const ids = { chatId: chatIdOf(input), messageId: messageIdOf(input.messageId) };
        return withChat(ctx, markChatUnread(ctx, ids));
      }),
    updateChatPreferences: (_, { input }, ctx) =>
      answer(input, () => withChat(ctx, updateChatPreferences(ctx, { ...input, chatId: chatIdOf(input) }))),
  },
  Chat: {
    lastMessage: async (chat: ChatEntity, _, ctx) => {
      const activity = await ctx.loaders.activityByChat.load(chat.id);
      return load(ctx.loaders.messageById, activity?.lastMessageId);
    },
    activeAt: async (chat: ChatEntity, _, ctx) =>
      (await ctx.loaders.activityByChat.load(chat.id))?.activeAt ?? chat.createdAt,
    viewerState: (chat: ChatEntity, _, ctx) => ctx.loaders.viewerStateByChat.load(chat.id),
  },
  ChatViewerState: {
    lastReadMessage: (state, _, ctx) => load(ctx.loaders.messageById, state.lastReadMessageId),
  },
  Workspace: {
    sidebar: async (workspace, { filter, ...args }, ctx) => {
      const id = tryFromGlobalId('Workspace', workspace.id);
      return id === null ? null : toChats(ctx, await ctx.loaders.sidebarOfWorkspace(id, filter ?? {}, args));
    },
    unreadCount: async (workspace, _, ctx) => {
      const id = tryFromGlobalId('Workspace', workspace.id);
      return id === null ? null : ((await ctx.loaders.unreadByWorkspace.load(id))?.unreadCount ?? 0);
    },
  },
} satisfies Resolvers;
