import type { Resolvers } from '../../schema/generated/identity';
import { answer } from '../kit/errors';
import { fromGlobalId } from '../kit/ids';
import type { Subscription } from '../kit/subgraph';
import type { IdentityLoaders } from './identity.loaders';
import type { PresenceEventRow } from './presence.entity';
import { admitToPresence, setPresence } from './presence.service';

export const presenceSubscriptions = {
  presenceEvents: {
    admit: (ctx, { workspaceId }: { workspaceId?: string }) =>
      admitToPresence(ctx, fromGlobalId('Workspace', workspaceId ?? '', 'workspaceId')),
    types: ['presence.changed'],
  },
} satisfies Record<string, Subscription<IdentityLoaders>>;

export const presenceResolvers = {
  Mutation: {
    setPresence: (_, { input }, ctx) => answer(input, () => setPresence(ctx, input)),
  },
  Subscription: {
    presenceEvents: { resolve: (event) => event as PresenceEventRow },
  },
  PresenceEvent: {
    user: ({ payload }, _, ctx) => ctx.loaders.userById.load(payload.userId),
    presence: ({ payload }) => payload.state,
    changedAt: ({ occurredAt }) => occurredAt,
  },
  User: {
    presence: (user, _, ctx) => (user.isBot ? null : ctx.loaders.presenceByUser.load(user.id)),
  },
} satisfies Resolvers;
