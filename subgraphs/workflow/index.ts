import { sdl } from '../../schema/generated/workflow';
import { scalars } from '../kit/scalars';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { DeploymentEntity } from './deployment.entity';
import { startEngine } from './engine';
import { ExecutionEntity } from './execution.entity';
import { executionProjections } from './execution.projection';
import { executionResolvers } from './execution.resolvers';
import { NodeRunEntity } from './node-run.entity';
import { forgetEndedRuns } from './run-retention.service';
import { WorkflowEntity } from './workflow.entity';
import { makeWorkflowLoaders } from './workflow.loaders';
import { workflowProjections } from './workflow.projection';
import { workflowReactions } from './workflow.reactions';
import { workflowResolvers } from './workflow.resolvers';

/** Workflows: what the platform does by itself. */
export const workflow = defineSubgraph({
  name: 'workflow',
  sdl,
  resolvers: mergeResolvers(scalars, workflowResolvers, executionResolvers),
  entities: [WorkflowEntity, DeploymentEntity, ExecutionEntity, NodeRunEntity],
  loaders: makeWorkflowLoaders,
  projections: { ...workflowProjections, ...executionProjections },
  reactions: workflowReactions,
  reactsAsSystem: ['workspace.deleted', 'workspace.erased'],
  subscriptions: {},
  jobs: { forgetEndedRuns: { everyMs: 3_600_000, run: forgetEndedRuns } },
  startEngine,
});
