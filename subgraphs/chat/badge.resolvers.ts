import type { Resolvers } from '../../schema/generated/chat';
import { fromGlobalId, toGlobalId, toRef } from '../kit/ids';
import type { Subscription } from '../kit/subgraph';
import { admitToBadges, type BadgeEventRow } from './badge.service';
import type { ChatLoaders } from './chat.loaders';

export const badgeSubscriptions = {
  badgeEvents: {
    admit: (ctx, { workspaceId }: { workspaceId?: string }) =>
      admitToBadges(ctx, fromGlobalId('Workspace', workspaceId ?? '', 'workspaceId')),
    types: ['badge.changed'],
  },
} satisfies Record<string, Subscription<ChatLoaders>>;

export const badgeResolvers = {
  Subscription: {
    badgeEvents: { resolve: (event) => event as BadgeEventRow },
  },
  BadgeEvent: {
    chatId: ({ payload }) => toGlobalId('Chat', payload.chatId),
    chat: ({ payload }, _, ctx) => ctx.loaders.chatById.load(payload.chatId),
    workspace: ({ payload }) => toRef('Workspace', payload.workspaceId),
  },
} satisfies Resolvers;
