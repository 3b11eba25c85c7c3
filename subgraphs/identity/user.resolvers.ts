import { NODE_TYPES } from '../../schema/ids';
import type { Resolvers } from '../../schema/generated/identity';
import { badInput } from '../kit/errors';
import { toGlobalId, tryFromGlobalId, typeOfGlobalId } from '../kit/ids';
import type { IdentityContext } from './identity.loaders';
import type { UserEntity } from './user.entity';
import { maySeeAccount } from './user.policy';
import { findUser } from './user.service';
import { PLATFORM_VERSION } from './server-info.service';

const MAX_NODES = 100;

type NodeType = (typeof NODE_TYPES)[number];

function loadUserById(id: string, ctx: IdentityContext): Promise<UserEntity | null> {
  const uuid = tryFromGlobalId('User', id);
  return uuid === null ? Promise.resolve(null) : ctx.loaders.userById.load(uuid);
}

/** A reference to the entity; its owner decides whether it exists. Own entities are looked up here. */
export async function toNode(id: string, ctx: IdentityContext) {
  const type = typeOfGlobalId(id);
  if (type === null || !isNodeType(type) || tryFromGlobalId(type, id) === null) return null;
  if (type === 'Notification') {
    const notification = await ctx.loaders.notificationById.load(tryFromGlobalId(type, id)!);
    return notification && Object.assign(notification, { __typename: type });
  }
  if (type !== 'User') return { __typename: type, nodeRef: id };
  const user = await loadUserById(id, ctx);
  return user && Object.assign(user, { __typename: 'User' as const });
}

function isNodeType(type: string): type is NodeType {
  return (NODE_TYPES as readonly string[]).includes(type);
}

export const userResolvers = {
  Query: {
    viewer: (_, __, ctx) =>
      ctx.principal.userId === null ? null : ctx.loaders.userById.load(ctx.principal.userId),
    user: (_, args, ctx) => findUser(ctx, args),
    node: (_, { id }, ctx) => toNode(id, ctx),
    nodes: (_, { ids }, ctx) => {
      if (ids.length > MAX_NODES) throw badInput(`ids must have at most ${MAX_NODES} entries`, 'ids');
      return Promise.all(ids.map((id) => toNode(id, ctx)));
    },
    serverInfo: () => ({ version: PLATFORM_VERSION }),
  },
  User: {
    __resolveReference: (ref, ctx) => loadUserById(ref.id ?? ref.nodeRef ?? '', ctx),
    id: (user) => toGlobalId('User', user.id),
    nodeRef: (user) => toGlobalId('User', user.id),
    email: (user, _, ctx) => (maySeeAccount(ctx.principal, user.id) ? user.email : null),
    systemRoles: (user, _, { principal }) =>
      maySeeAccount(principal, user.id) && principal.kind === 'user' ? [...principal.roles] : null,
  },
} satisfies Resolvers;
