import type { Resolvers } from '../../schema/generated/workflow';
import { toGlobalId, tryFromGlobalId } from '../kit/ids';

type ExecutionResolvers = Pick<Resolvers, 'Execution'> & {
  Query: Pick<NonNullable<Resolvers['Query']>, 'execution'>;
};

export const executionResolvers: ExecutionResolvers = {
  Query: {
    execution: (_, { id }, ctx) => {
      const uuid = tryFromGlobalId('Execution', id);
      return uuid === null ? null : ctx.loaders.execution.load(uuid);
    },
  },
  Execution: {
    __resolveReference: (reference, ctx) => {
      const uuid = tryFromGlobalId('Execution', reference.id ?? reference.nodeRef ?? '');
      return uuid === null ? null : ctx.loaders.execution.load(uuid);
    },
    id: (execution) => toGlobalId('Execution', execution.id),
    nodeRef: (execution) => toGlobalId('Execution', execution.id),
    workflow: (execution, _, ctx) => ctx.loaders.workflow.load(execution.workflowId),
    nodeRuns: (execution, _, ctx) => ctx.loaders.nodeRuns.load(execution.id),
  },
};
