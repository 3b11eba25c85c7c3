import type { Reactions } from '../kit/subgraph';
import { eraseWorkspace } from './erasure.service';
import type { TaskLoaders } from './task.loaders';
import { applyTags } from './tags.service';

/** What tasks do about the events of others. */
export const taskReactions: Reactions<TaskLoaders> = {
  'chat.message.sent': applyTags,
  'workspace.erased': eraseWorkspace,
};
