import type { Reactions } from '../kit/subgraph';
import type { WorkspaceLoaders } from './workspace.loaders';

/** What workspace does about others' events. */
export const workspaceReactions: Reactions<WorkspaceLoaders> = {};
