import { sdl } from '../../schema/generated/identity';
import { defineSubgraph } from '../kit/subgraph';
import { deadLetterResolvers } from './dead-letter.resolvers';
import { makeIdentityLoaders } from './identity.loaders';
import { identityReactions } from './identity.reactions';
import { UserEntity } from './user.entity';
import { userProjections } from './user.projection';
import { userResolvers } from './user.resolvers';
import { ensureBot, touchUser } from './user.service';

/** Who people are, and what operators look after. */
export const identity = defineSubgraph({
  name: 'identity',
  sdl,
  resolvers: {
    ...userResolvers,
    ...deadLetterResolvers,
    Query: { ...userResolvers.Query, ...deadLetterResolvers.Query },
    Mutation: { ...userResolvers.Mutation, ...deadLetterResolvers.Mutation },
  },
  entities: [UserEntity],
  loaders: makeIdentityLoaders,
  sharedRows: { 'access.person': 'true' },
  projections: userProjections,
  reactions: identityReactions,
  subscriptions: {},
  internalRoutes: { touch: touchUser },
  onStart: ensureBot,
});
