import type { Resolvers } from '../../schema/generated/identity';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId } from '../kit/ids';
import { discardDeadLetter, listDeadLetters, replayDeadLetter } from './dead-letter.service';

export const deadLetterResolvers = {
  Query: {
    deadLetters: (_, args, ctx) => listDeadLetters(ctx, args),
  },
  Mutation: {
    replayDeadLetter: (_, { input }, ctx) =>
      answer(input, () => replayDeadLetter(ctx, fromGlobalId('DeadLetter', input.id, 'id'))),
    discardDeadLetter: (_, { input }, ctx) =>
      answer(input, () => discardDeadLetter(ctx, fromGlobalId('DeadLetter', input.id, 'id'))),
  },
  DeadLetter: {
    id: (letter) => toGlobalId('DeadLetter', letter.id),
    aggregate: (letter) => `${letter.aggregateType}:${letter.aggregateId}`,
  },
} satisfies Resolvers;
