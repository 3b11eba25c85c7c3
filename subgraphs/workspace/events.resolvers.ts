import type { EventPayload, EventType } from '../../schema/events';
import type { Resolvers } from '../../schema/generated/workspace';
import { forbidden, notFound } from '../kit/errors';
import { toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import type { Admitted, Subscription } from '../kit/subgraph';
import type { WorkspaceContext, WorkspaceLoaders } from './workspace.loaders';

const UNION_MEMBERS = {
  'workspace.renamed': 'WorkspaceRenamed',
  'workspace.settings.changed': 'WorkspaceSettingsChanged',
  'workspace.archived': 'WorkspaceArchived',
  'workspace.unarchived': 'WorkspaceUnarchived',
  'workspace.member.added': 'WorkspaceMemberAdded',
  'workspace.member.removed': 'WorkspaceMemberRemoved',
  'workspace.member.role_changed': 'WorkspaceMemberRoleChanged',
  'workspace.member.suspended': 'WorkspaceMemberSuspended',
  'workspace.member.reinstated': 'WorkspaceMemberReinstated',
  'chat.created': 'ChatCreated',
  'chat.updated': 'ChatUpdated',
  'chat.kind.changed': 'ChatUpdated',
  'chat.closed': 'ChatUpdated',
  'chat.reopened': 'ChatUpdated',
  'listing.withdrawn': 'ChatWithdrawn',
  'chat.deleted': 'ChatDeleted',
} as const satisfies { [T in EventType]?: string };

/** Whoever may read all that is public in a workspace may follow it; guests see that it is there, and no more. */
async function admit(ctx: WorkspaceContext, args: { workspaceId?: string }): Promise<Admitted> {
  const id = tryFromGlobalId('Workspace', args.workspaceId ?? '');
  const workspace = id === null ? null : await ctx.loaders.workspaceById.load(id);
  if (!workspace) throw notFound('Workspace', 'workspaceId');
  const own = await ctx.loaders.ownRoleByWorkspace.load(workspace.id);
  if (own?.role === 'GUEST') throw forbidden('Guests do not follow a workspace as a whole.', 'MEMBER');
  return { topic: `workspace:${workspace.id}`, scopeId: workspace.id };
}

/** The subscription to a workspace. */
export const eventsSubscriptions = {
  workspaceEvents: { admit, types: Object.keys(UNION_MEMBERS) as (keyof typeof UNION_MEMBERS)[] },
} satisfies Record<string, Subscription<WorkspaceLoaders>>;

const ofWorkspace = {
  workspace: (event: { aggregateId: string }, _: object, ctx: WorkspaceContext) =>
    ctx.loaders.workspaceById.load(event.aggregateId),
};
const ofUser = {
  user: (event: { payload: { userId: string } }) => toRef('User', event.payload.userId),
};

const ofChat = {
  chat: (event: { aggregateId: string }) => toRef('Chat', event.aggregateId),
};
const ofGoneChat = {
  chatId: (event: { aggregateId: string }) => toGlobalId('Chat', event.aggregateId),
};

/** Which of a chat's fields an event has changed. */
function changedFieldsOf(event: { type: string; payload: object }): readonly string[] {
  if (event.type === 'chat.kind.changed') return ['kind'];
  if (event.type !== 'chat.updated') return ['isClosed'];
  return (event.payload as EventPayload<'chat.updated'>).changedFields;
}

export const eventsResolvers = {
  Subscription: {
    workspaceEvents: { resolve: (event) => event },
  },
  WorkspaceEventEnvelope: {
    event: (event) => event,
  },
  WorkspaceEvent: {
    __resolveType: (event) => UNION_MEMBERS[event.type as keyof typeof UNION_MEMBERS],
  },
  WorkspaceRenamed: ofWorkspace,
  WorkspaceSettingsChanged: ofWorkspace,
  WorkspaceArchived: ofWorkspace,
  WorkspaceUnarchived: ofWorkspace,
  WorkspaceMemberAdded: { ...ofUser, role: ({ payload }) => payload.role },
  WorkspaceMemberRemoved: ofUser,
  WorkspaceMemberRoleChanged: {
    ...ofUser,
    from: ({ payload }) => payload.from,
    to: ({ payload }) => payload.to,
  },
  WorkspaceMemberSuspended: ofUser,
  WorkspaceMemberReinstated: { ...ofUser, role: ({ payload }) => payload.role },
  ChatCreated: ofChat,
  ChatUpdated: { ...ofChat, changedFields: (event) => [...changedFieldsOf(event)] },
  ChatWithdrawn: ofGoneChat,
  ChatDeleted: ofGoneChat,
} satisfies Resolvers;
