import { NODE_TYPES } from '../../schema/ids';
import type { Resolvers } from '../../schema/generated/identity';
import { toGlobalId } from '../kit/ids';
import { listAuditEvents } from './audit.service';
import type { IdentityContext } from './identity.loaders';
import { toNode } from './user.resolvers';

/** What was acted on, where it is an entity that the reader sees. */
function targetOf(type: string | null, id: string | null, ctx: IdentityContext) {
  const name = NODE_TYPES.find((each) => each.toLowerCase() === type);
  return name && id !== null ? toNode(toGlobalId(name, id), ctx) : null;
}

function userOf(id: string | null, ctx: IdentityContext) {
  return id === null ? null : ctx.loaders.userById.load(id);
}

export const auditResolvers = {
  Query: {
    auditEvents: (_, args, ctx) => listAuditEvents(ctx, args),
  },
  AuditEvent: {
    id: (entry) => toGlobalId('AuditEvent', entry.id),
    actor: (entry, _, ctx) => userOf(entry.actorId, ctx),
    actorId: ({ actorId }) => (actorId === null ? null : toGlobalId('User', actorId)),
    ipAddress: (entry) => entry.ip,
    target: (entry, _, ctx) => targetOf(entry.targetType, entry.targetId, ctx),
    subject: (entry, _, ctx) => userOf(entry.subjectId, ctx),
    workspace: ({ workspaceId }) =>
      workspaceId === null
        ? null
        : { __typename: 'Workspace', nodeRef: toGlobalId('Workspace', workspaceId) },
  },
} satisfies Resolvers;
