import type { Resolvers } from '../../schema/generated/workspace';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId, tryFromGlobalId } from '../kit/ids';
import {
  addWorkspaceMember,
  listMembers,
  listMembershipsOf,
  removeWorkspaceMember,
} from './membership.service';
import type { WorkspaceEntity } from './workspace.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { canManageMembers } from './workspace.policy';
import { createWorkspace, findWorkspace, toCaller } from './workspace.service';

async function loadOwnRole(workspace: WorkspaceEntity, ctx: WorkspaceContext) {
  return (await ctx.loaders.ownRoleByWorkspace.load(workspace.id))?.role ?? null;
}

export const workspaceResolvers = {
  Query: {
    workspace: (_, args, ctx) => findWorkspace(ctx, args),
  },
  Mutation: {
    createWorkspace: (_, { input }, ctx) => answer(input, () => createWorkspace(ctx, input)),
    addWorkspaceMember: (_, { input }, ctx) =>
      answer(input, () =>
        addWorkspaceMember(ctx, {
          workspaceId: fromGlobalId('Workspace', input.workspaceId, 'workspaceId'),
          username: input.username,
          role: input.role,
        }),
      ),
    removeWorkspaceMember: (_, { input }, ctx) =>
      answer(input, async () => {
        const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
        const userId = fromGlobalId('User', input.userId, 'userId');
        const { cursor } = await removeWorkspaceMember(ctx, { workspaceId, userId });
        return { workspace: await ctx.loaders.workspaceById.load(workspaceId), cursor };
      }),
  },
  Workspace: {
    __resolveReference: (ref, ctx) => {
      const id = tryFromGlobalId('Workspace', ref.id ?? ref.nodeRef ?? '');
      return id === null ? null : ctx.loaders.workspaceById.load(id);
    },
    id: (workspace) => toGlobalId('Workspace', workspace.id),
    nodeRef: (workspace) => toGlobalId('Workspace', workspace.id),
    members: (workspace, args, ctx) => listMembers(ctx, workspace.id, args),
    viewerRole: (workspace, _, ctx) => loadOwnRole(workspace, ctx),
    viewerCanManageMembers: async (workspace, _, ctx) =>
      canManageMembers(toCaller(ctx, await loadOwnRole(workspace, ctx))),
  },
  WorkspaceMembership: {
    workspace: async (membership, _, ctx) => (await ctx.loaders.workspaceById.load(membership.workspaceId))!,
    user: (membership) => ({ __typename: 'User', id: toGlobalId('User', membership.userId) }),
  },
  WorkspaceMembershipConnection: {
    totalCount: (connection) => connection.count(),
  },
  User: {
    __resolveReference: (ref) => ref,
    memberships: (user, args, ctx) => listMembershipsOf(ctx, tryFromGlobalId('User', user.id), args),
  },
} satisfies Resolvers;
