import type { EventType } from '../../schema/events';
import { sdl } from '../../schema/generated/workspace';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { admitClaims } from './directory-claims.service';
import { syncDirectory } from './directory-sync.service';
import { DirectoryCheckEntity, DirectoryMemberEntity } from './directory.entity';
import { IntegrationEntity } from './integration.entity';
import { integrationProjections } from './integration.projection';
import { integrationResolvers } from './integration.resolvers';
import { InviteEntity } from './invite.entity';
import { inviteProjections } from './invite.projection';
import { inviteResolvers } from './invite.resolvers';
import { eventsResolvers, eventsSubscriptions } from './events.resolvers';
import { eraseDeletedWorkspaces } from './lifecycle.service';
import { membershipProjections } from './membership.projection';
import { membershipResolvers } from './membership.resolvers';
import { quotaProjections } from './quota.projection';
import { quotaResolvers } from './quota.resolvers';
import { WorkspaceEntity } from './workspace.entity';
import { makeWorkspaceLoaders } from './workspace.loaders';
import { workspaceProjections } from './workspace.projection';
import { workspaceReactions } from './workspace.reactions';
import { workspaceResolvers } from './workspace.resolvers';

/** What was last seen in the directory follows from no event. */
const DIRECTORY_COLUMNS = [
  ...['workspace_id', 'scope_id', 'user_id', 'role'].map((name) => `workspace.directory_member.${name}`),
  ...['workspace_id', 'scope_id', 'checked_at', 'subgroup_ids'].map(
    (name) => `workspace.directory_check.${name}`,
  ),
];

/** Workspaces, the tenants, and who belongs to them. */
export const workspace = defineSubgraph({
  name: 'workspace',
  sdl,
  resolvers: mergeResolvers(
    workspaceResolvers,
    membershipResolvers,
    eventsResolvers,
    inviteResolvers,
    integrationResolvers,
    quotaResolvers,
  ),
  entities: [WorkspaceEntity, InviteEntity, IntegrationEntity, DirectoryMemberEntity, DirectoryCheckEntity],
  loaders: makeWorkspaceLoaders,
  sharedRows: {
    'access.scope': "kind = 'workspace'",
    'access.membership': 'scope_id = workspace_id',
    'access.quota': 'true',
  },
  projections: {
    ...workspaceProjections,
    ...membershipProjections,
    ...inviteProjections,
    ...integrationProjections,
    ...quotaProjections,
  },
  reactions: workspaceReactions,
  reactsAsSystem: Object.keys(workspaceReactions) as EventType[],
  subscriptions: eventsSubscriptions,
  internalRoutes: { touch: admitClaims },
  jobs: {
    erase: { everyMs: 2_000, run: eraseDeletedWorkspaces },
    directory: { everyMs: ({ directorySyncMs = 30_000 }) => directorySyncMs, run: syncDirectory },
  },
  unprojectedColumns: DIRECTORY_COLUMNS,
});
