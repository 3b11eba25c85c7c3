import type { Resolvers } from '../../schema/generated/workflow';
import { answer } from '../kit/errors';
import { toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import { listExecutions } from './execution.service';
import { createWorkflow, deployWorkflow, listWorkflows } from './workflow.service';

type WorkflowResolvers = Pick<Resolvers, 'Query' | 'Mutation' | 'Workflow' | 'Workspace'>;

export const workflowResolvers: WorkflowResolvers = {
  Query: {
    workflow: (_, { id }, ctx) => {
      const uuid = tryFromGlobalId('Workflow', id);
      return uuid === null ? null : ctx.loaders.workflow.load(uuid);
    },
  },
  Mutation: {
    createWorkflow: (_, { input }, ctx) => answer(input, () => createWorkflow(ctx, input)),
    deployWorkflow: (_, { input }, ctx) => answer(input, () => deployWorkflow(ctx, input)),
  },
  Workflow: {
    __resolveReference: (reference, ctx) => {
      const uuid = tryFromGlobalId('Workflow', reference.id ?? reference.nodeRef ?? '');
      return uuid === null ? null : ctx.loaders.workflow.load(uuid);
    },
    id: (workflow) => toGlobalId('Workflow', workflow.id),
    nodeRef: (workflow) => toGlobalId('Workflow', workflow.id),
    workspace: (workflow) => toRef('Workspace', workflow.workspaceId),
    creator: (workflow) => toRef('User', workflow.creatorId),
    executions: (workflow, args, ctx) => listExecutions(ctx, workflow.id, args),
  },
  Workspace: {
    __resolveReference: (reference) => reference,
    workflows: async (workspace, args, ctx) => {
      const uuid = tryFromGlobalId('Workspace', workspace.id);
      return uuid === null ? null : listWorkflows(ctx, uuid, args);
    },
  },
};
