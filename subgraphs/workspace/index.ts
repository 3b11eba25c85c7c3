import { sdl } from '../../schema/generated/workspace';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { WorkspaceEntity } from './workspace.entity';
import { makeWorkspaceLoaders } from './workspace.loaders';
import { workspaceProjections } from './workspace.projection';
import { workspaceReactions } from './workspace.reactions';
import { workspaceResolvers } from './workspace.resolvers';

/** Workspaces, the tenants, and who belongs to them. */
export const workspace = defineSubgraph({
  name: 'workspace',
  sdl,
  resolvers: mergeResolvers(workspaceResolvers),
  entities: [WorkspaceEntity],
  loaders: makeWorkspaceLoaders,
  sharedRows: { 'access.scope': "kind = 'workspace'", 'access.membership': 'scope_id = workspace_id' },
  projections: workspaceProjections,
  reactions: workspaceReactions,
  subscriptions: {},
});
