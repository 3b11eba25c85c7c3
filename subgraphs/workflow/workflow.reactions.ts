import type { Reactions } from '../kit/subgraph';
import { cancelRuns, eraseWorkspace } from './erasure.service';
import { startTriggeredWorkflows } from './execution.service';
import type { WorkflowLoaders } from './workflow.loaders';

/** What automation does about others' events. */
export const workflowReactions: Reactions<WorkflowLoaders> = {
  'chat.message.sent': startTriggeredWorkflows,
  'workspace.deleted': cancelRuns,
  'workspace.erased': eraseWorkspace,
};
