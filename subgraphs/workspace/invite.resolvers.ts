import type { Resolvers } from '../../schema/generated/workspace';
import { answer, badInput } from '../kit/errors';
import { fromGlobalId, toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import { tellDirectory } from './directory.service';
import { stateOf } from './invite.policy';
import { createInvite, findInviteByToken, listInvites, nameWorkspace, revokeInvite } from './invite.service';
import { joinWorkspace, toJoiningKey } from './joining.service';
import type { InviteEntity } from './invite.entity';
import type { WorkspaceContext } from './workspace.loaders';

function loadInviteById(id: string, ctx: WorkspaceContext): Promise<InviteEntity | null> {
  const uuid = tryFromGlobalId('Invite', id);
  return uuid === null ? Promise.resolve(null) : ctx.loaders.inviteById.load(uuid);
}

export const inviteResolvers = {
  Query: {
    invite: (_, { token, id }, ctx) => {
      if ((token == null) === (id == null)) throw badInput('give exactly one of token and id');
      return token != null ? findInviteByToken(ctx, token) : loadInviteById(id!, ctx);
    },
  },
  Mutation: {
    createInvite: (_, { input }, ctx) =>
      answer(input, () => {
        const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
        return createInvite(ctx, { ...input, workspaceId });
      }),
    revokeInvite: (_, { input }, ctx) =>
      answer(input, () => revokeInvite(ctx, fromGlobalId('Invite', input.inviteId, 'inviteId'))),
    joinWorkspace: (_, { input }, ctx) =>
      answer(input, async () => {
        const inviteId = input.inviteId == null ? null : fromGlobalId('Invite', input.inviteId, 'inviteId');
        const { membership } = await joinWorkspace(ctx, toJoiningKey(input.token, inviteId));
        const { directory } = await tellDirectory(ctx, membership);
        return { membership, cursor: null, directory };
      }),
  },
  Workspace: {
    invites: (workspace, args, ctx) => listInvites(ctx, workspace.id, args),
  },
  Invite: {
    __resolveReference: (ref, ctx) => loadInviteById(ref.id ?? ref.nodeRef ?? '', ctx),
    id: (invite) => toGlobalId('Invite', invite.id),
    nodeRef: (invite) => toGlobalId('Invite', invite.id),
    workspace: (invite, _, ctx) => ctx.loaders.workspaceById.load(invite.workspaceId),
    workspaceName: (invite, _, ctx) => nameWorkspace(ctx, invite),
    state: (invite, _, ctx) => stateOf(invite, ctx.now()),
    usesLeft: ({ maxUses, usedCount }) => (maxUses === null ? null : maxUses - usedCount),
    isPersonal: ({ inviteeId }) => inviteeId !== null,
    invitee: ({ inviteeId }) => (inviteeId === null ? null : toRef('User', inviteeId)),
    creator: ({ creatorId }) => toRef('User', creatorId),
  },
} satisfies Resolvers;
