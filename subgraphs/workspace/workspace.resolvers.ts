import type { Resolvers } from '../../schema/generated/workspace';
import { answer } from '../kit/errors';
import { fromGlobalId, toGlobalId, tryFromGlobalId } from '../kit/ids';
import { archiveWorkspace, deleteWorkspace, unarchiveWorkspace } from './lifecycle.service';
import { updateWorkspace, updateWorkspaceSettings } from './settings.service';
import type { WorkspaceEntity } from './workspace.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { refuse, type WorkspaceAction } from './workspace.policy';
import { createWorkspace, findWorkspace, loadCaller } from './workspace.service';

const workspaceIdOf = (input: { workspaceId: string }) =>
  fromGlobalId('Workspace', input.workspaceId, 'workspaceId');

const may =
  (action: WorkspaceAction) => async (workspace: WorkspaceEntity, _: object, ctx: WorkspaceContext) =>
    refuse(await loadCaller(ctx, workspace), action) === null;

export const workspaceResolvers = {
  Query: {
    workspace: (_, args, ctx) => findWorkspace(ctx, args),
  },
  Mutation: {
    createWorkspace: (_, { input }, ctx) => answer(input, () => createWorkspace(ctx, input)),
    updateWorkspace: (_, { input }, ctx) =>
      answer(input, () => updateWorkspace(ctx, { ...input, workspaceId: workspaceIdOf(input) })),
    updateWorkspaceSettings: (_, { input }, ctx) =>
      answer(input, () => {
        const { logoUrl, primaryColor, accentColor, theme, locale, retention, expectedVersion } = input;
        // Retention that is cleared is kept for ever; one that is absent stays.
        const messageDays = retention === null ? null : retention?.messageDays;
        const patch = { logoUrl, primaryColor, accentColor, theme, locale, messageDays };
        return updateWorkspaceSettings(ctx, { workspaceId: workspaceIdOf(input), expectedVersion, ...patch });
      }),
    archiveWorkspace: (_, { input }, ctx) =>
      answer(input, () => archiveWorkspace(ctx, { ...input, workspaceId: workspaceIdOf(input) })),
    unarchiveWorkspace: (_, { input }, ctx) =>
      answer(input, () => unarchiveWorkspace(ctx, { ...input, workspaceId: workspaceIdOf(input) })),
    deleteWorkspace: (_, { input }, ctx) =>
      answer(input, async () => {
        const { deletedId } = await deleteWorkspace(ctx, { ...input, workspaceId: workspaceIdOf(input) });
        return { workspaceId: toGlobalId('Workspace', deletedId) };
      }),
  },
  Workspace: {
    __resolveReference: (ref, ctx) => {
      const id = tryFromGlobalId('Workspace', ref.id ?? ref.nodeRef ?? '');
      return id === null ? null : ctx.loaders.workspaceById.load(id);
    },
    id: (workspace) => toGlobalId('Workspace', workspace.id),
    nodeRef: (workspace) => toGlobalId('Workspace', workspace.id),
    settings: (workspace) => workspace,
    isArchived: (workspace) => workspace.archivedAt !== null,
    viewerRole: async (workspace, _, ctx) => (await loadCaller(ctx, workspace)).role,
    viewerCanManageMembers: may('manageMembers'),
    viewerCanManageSettings: may('manageSettings'),
    viewerCanCreateChat: may('createChat'),
    viewerCanInvite: may('invite'),
    viewerCanTransferOwnership: may('transferOwnership'),
    viewerCanArchive: may('archive'),
    viewerCanDelete: may('delete'),
    eventsCursor: (workspace, _, ctx) => ctx.loaders.eventsCursor.load(`workspace:${workspace.id}`),
  },
  WorkspaceSettings: {
    retention: ({ messageDays }) => ({ messageDays }),
  },
  User: {
    __resolveReference: (ref) => ref,
  },
} satisfies Resolvers;
