import { sdl } from '../../schema/generated/identity';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
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
  resolvers: mergeResolvers(userResolvers, deadLetterResolvers),
  entities: [UserEntity],
  loaders: makeIdentityLoaders,
  sharedRows: { 'access.person': 'true' },
  projections: userProjections,
  reactions: identityReactions,
  subscriptions: {},
  internalRoutes: { touch: touchUser },
  onStart: ensureBot,
});
