import type { Resolvers } from '../../schema/generated/identity';
import { answer } from '../kit/errors';
import { fromGlobalId } from '../kit/ids';
import { deactivateUser, reactivateUser } from './account.service';
import { listUsers } from './people.service';
import { statusNow } from './profile.policy';
import { clearStatus, setStatus, updateProfile } from './profile.service';

export const profileResolvers = {
  Query: {
    users: (_, args, ctx) => listUsers(ctx, args),
  },
  Mutation: {
    updateProfile: (_, { input }, ctx) => answer(input, () => updateProfile(ctx, input)),
    setStatus: (_, { input }, ctx) => answer(input, () => setStatus(ctx, input)),
    clearStatus: (_, { input }, ctx) => answer(input, () => clearStatus(ctx)),
    deactivateUser: (_, { input }, ctx) =>
      answer(input, () => deactivateUser(ctx, fromGlobalId('User', input.userId, 'userId'))),
    reactivateUser: (_, { input }, ctx) =>
      answer(input, () => reactivateUser(ctx, fromGlobalId('User', input.userId, 'userId'))),
  },
  User: {
    status: ({ statusEmoji, statusText, statusExpiresAt }, _, ctx) =>
      statusNow({ emoji: statusEmoji, text: statusText, expiresAt: statusExpiresAt }, ctx.now()),
  },
  UserConnection: {
    totalCount: (connection) => connection.count(),
  },
} satisfies Resolvers;
