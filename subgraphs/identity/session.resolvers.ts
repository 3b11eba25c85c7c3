import type { Resolvers } from '../../schema/generated/identity';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId } from '../kit/ids';
import { isActive } from './session.policy';
import {
  isCurrent,
  listSessions,
  revokeAllSessions,
  revokeOtherSessions,
  revokeSession,
} from './session.service';

export const sessionResolvers = {
  Mutation: {
    revokeSession: (_, { input }, ctx) =>
      answer(input, () => revokeSession(ctx, fromGlobalId('Session', input.id, 'id'))),
    revokeOtherSessions: (_, { input }, ctx) => answer(input, () => revokeOtherSessions(ctx)),
    revokeAllSessions: (_, { input }, ctx) => answer(input, () => revokeAllSessions(ctx)),
  },
  User: {
    sessions: (user, args, ctx) => listSessions(ctx, user.id, args),
  },
  Session: {
    id: (session) => toGlobalId('Session', session.id),
    isCurrent: (session, _, ctx) => isCurrent(ctx, session),
    isActive: (session, _, ctx) => isActive(session, ctx.now()),
  },
} satisfies Resolvers;
