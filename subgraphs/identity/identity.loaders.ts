import DataLoader from 'dataloader';
import { userIdOrNull } from '../kit/audience';
import type { Context } from '../kit/context';
import { makeLoader } from '../kit/loader';
import { readPresence } from '../kit/presence';
import { makeEventsCursorLoader } from '../kit/topics';
import { queryRows } from '../kit/transaction';
import { NOTIFICATION_COLUMNS, type NotificationEntity } from './notification.entity';
import type { PresenceState } from './presence.entity';
import { USER_COLUMNS, type UserEntity } from './user.entity';

export interface IdentityLoaders {
  userById: DataLoader<string, UserEntity | null>;
  /** By the username in lower case. */
  userByUsername: DataLoader<string, UserEntity | null>;
  /** By the e-mail address in lower case; of several accounts that had it, the active one that came last. */
  userByEmail: DataLoader<string, UserEntity | null>;
  notificationById: DataLoader<string, NotificationEntity | null>;
  /** By topic. */
  eventsCursor: DataLoader<string, string>;
  /** Null while Redis is away, and for whom the caller shares no workspace with now. */
  presenceByUser: DataLoader<string, PresenceState | null>;
}

export type IdentityContext = Context<IdentityLoaders>;

/** The loaders of a request; they find whom the caller may see. */
export function makeIdentityLoaders(ctx: Context): IdentityLoaders {
  return {
    userById: makeLoader<UserEntity>(
      ctx,
      `/* identity.usersById */ SELECT ${USER_COLUMNS} FROM identity.user_profile u WHERE u.id = ANY ($1::uuid[])`,
      (user) => user.id,
    ),
    userByUsername: makeLoader<UserEntity>(
      ctx,
      `/* identity.usersByUsername */ SELECT ${USER_COLUMNS} FROM identity.user_profile u
       WHERE lower(u.username) = ANY ($1::text[])`,
      (user) => user.username.toLowerCase(),
    ),
    userByEmail: makeLoader<UserEntity>(
      ctx,
      `/* identity.usersByEmail */ SELECT ${USER_COLUMNS} FROM identity.user_profile u
       WHERE lower(u.email) = ANY ($1::text[]) ORDER BY u.is_active, u.created_at`,
      (user) => user.email!.toLowerCase(),
    ),
    notificationById: makeLoader<NotificationEntity>(
      ctx,
      `/* identity.notificationsById */ SELECT ${NOTIFICATION_COLUMNS} FROM identity.notification n
       WHERE n.id = ANY ($1::uuid[])`,
      (notification) => notification.id,
    ),
    eventsCursor: makeEventsCursorLoader(ctx),
    presenceByUser: new DataLoader((userIds) => presenceOf(ctx, userIds), { cache: false }),
  };
}

async function presenceOf(ctx: Context, userIds: readonly string[]): Promise<(PresenceState | null)[]> {
  const redis = ctx.db.doorbells.commands();
  const unknown = userIds.map(() => null);
  if (!redis) return unknown;
  const near = await findNear(ctx, userIds);
  // Redis may be lost while it is asked.
  const states = await readPresence(redis, userIds, ctx.now().getTime()).catch(() => unknown);
  return states.map((state, i) => (near.has(userIds[i]!) ? state : null));
}

/** Profiles outlast a membership, for what somebody wrote keeps its author; who is here now is for those who are, too. */
async function findNear(ctx: Context, userIds: readonly string[]): Promise<Set<string | null>> {
  const own = userIdOrNull(ctx.principal);
  const others = userIds.filter((userId) => userId !== own);
  if (others.length === 0) return new Set([own]);
  const rows = await queryRows<{ userId: string }>(
    ctx,
    `/* identity.findNear */ SELECT DISTINCT m.user_id FROM access.membership m
     JOIN access.mine w ON w.scope_id = m.scope_id AND w.kind = 'workspace'
     WHERE m.user_id = ANY ($1::uuid[]) AND m.active`,
    [others],
  );
  return new Set([own, ...rows.map(({ userId }) => userId)]);
}
