import type { Resolvers } from '../../schema/generated/workspace';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import { tellDirectory } from './directory.service';
import type { WorkspaceMembershipRow } from './membership.entity';
import {
  addWorkspaceMember,
  changeMemberRole,
  leaveWorkspace,
  reinstateMember,
  removeWorkspaceMember,
  suspendMember,
  transferOwnership,
} from './membership.service';
import { listMembers, listMembershipsOf } from './roster.service';
import type { WorkspaceContext } from './workspace.loaders';
import { refuseLeaving, refuseManaging, type Caller } from './workspace.policy';
import { loadCaller } from './workspace.service';

const workspaceIdOf = (input: { workspaceId: string }) =>
  fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
const placeOf = (input: { workspaceId: string; userId: string }) => ({
  workspaceId: workspaceIdOf(input),
  userId: fromGlobalId('User', input.userId, 'userId'),
});

/** The caller as seen from the membership's workspace, which whoever sees a membership sees too. */
async function callerOf(membership: WorkspaceMembershipRow, ctx: WorkspaceContext): Promise<Caller> {
  return loadCaller(ctx, (await ctx.loaders.workspaceById.load(membership.workspaceId))!);
}

/** A membership that was changed, with how far the directory knows of it. */
async function told<R extends { membership: WorkspaceMembershipRow }>(
  ctx: WorkspaceContext,
  changing: Promise<R>,
) {
  const changed = await changing;
  const { directory } = await tellDirectory(ctx, changed.membership);
  return { ...changed, directory };
}

export const membershipResolvers = {
  Mutation: {
    addWorkspaceMember: (_, { input }, ctx) =>
      answer(input, () =>
        told(ctx, addWorkspaceMember(ctx, { ...input, workspaceId: workspaceIdOf(input) })),
      ),
    removeWorkspaceMember: (_, { input }, ctx) =>
      answer(input, async () => {
        const place = placeOf(input);
        const { cursor } = await removeWorkspaceMember(ctx, place);
        const state = await tellDirectory(ctx, place);
        return { workspace: await ctx.loaders.workspaceById.load(place.workspaceId), cursor, ...state };
      }),
    leaveWorkspace: (_, { input }, ctx) =>
      answer(input, async () => {
        const workspaceId = workspaceIdOf(input);
        const { cursor } = await leaveWorkspace(ctx, { workspaceId });
        const state = await tellDirectory(ctx, { workspaceId, userId: ctx.principal.userId! });
        return { workspaceId: toGlobalId('Workspace', workspaceId), cursor, ...state };
      }),
    changeMemberRole: (_, { input }, ctx) =>
      answer(input, () => told(ctx, changeMemberRole(ctx, { ...placeOf(input), role: input.role }))),
    suspendMember: (_, { input }, ctx) => answer(input, () => told(ctx, suspendMember(ctx, placeOf(input)))),
    reinstateMember: (_, { input }, ctx) =>
      answer(input, () => told(ctx, reinstateMember(ctx, placeOf(input)))),
    transferOwnership: (_, { input }, ctx) =>
      answer(input, async () => {
        const place = placeOf(input);
        const { cursor } = await transferOwnership(ctx, place);
        const former = { ...place, userId: ctx.principal.userId! };
        const { directory } = await tellDirectory(ctx, place, former);
        return { workspace: await ctx.loaders.workspaceById.load(place.workspaceId), cursor, directory };
      }),
  },
  Workspace: {
    members: (workspace, args, ctx) => listMembers(ctx, workspace.id, args),
  },
  WorkspaceMembership: {
    workspace: async (membership, _, ctx) => (await ctx.loaders.workspaceById.load(membership.workspaceId))!,
    user: (membership) => toRef('User', membership.userId),
    viewerCanChangeRole: async (membership, _, ctx) =>
      refuseManaging(await callerOf(membership, ctx), membership.role) === null,
    viewerCanSuspend: async (membership, _, ctx) => {
      const caller = await callerOf(membership, ctx);
      return caller.userId !== membership.userId && refuseManaging(caller, membership.role) === null;
    },
    viewerCanRemove: async (membership, _, ctx) => {
      const caller = await callerOf(membership, ctx);
      if (caller.userId === membership.userId) return refuseLeaving(caller) === null;
      return refuseManaging(caller, membership.role) === null;
    },
  },
  WorkspaceMembershipConnection: {
    totalCount: (connection) => connection.count(),
  },
  User: {
    memberships: (user, args, ctx) => listMembershipsOf(ctx, tryFromGlobalId('User', user.id), args),
  },
} satisfies Resolvers;
