import type { NotificationKind, StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { badInput, forbidden, notFound } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { keysetSql, parsePage, toConnection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import type { IdentityContext } from './identity.loaders';
import { emitOfMany, inboxOf } from './inbox.service';
import {
  NOTIFICATION_COLUMNS,
  type NotificationConnectionRow,
  type NotificationEntity,
} from './notification.entity';
import { faultOfSnooze, isSnoozed, refuseChangingInbox } from './notification.policy';

type Tx = InTransaction<IdentityContext>;

/** Which notifications to list. */
export interface NotificationFilter {
  isUnread?: boolean | null;
  isSnoozed?: boolean | null;
  kind?: { eq?: NotificationKind | null; in?: readonly NotificationKind[] | null } | null;
}

const IN_INBOX = '(n.snoozed_until IS NULL OR n.snoozed_until <= $2)';

/** The caller's notifications, newest first: what is in the inbox, or with `isSnoozed` what will come back to it. */
export async function listNotifications(
  ctx: IdentityContext,
  args: PageArgs & { filter?: NotificationFilter | null },
): Promise<NotificationConnectionRow> {
  const { filter } = args;
  const page = parsePage(args, ['timestamptz', 'uuid']);
  const sql = keysetSql(page, ['n.created_at', 'n.id'], { descending: true, firstParameter: 7 });
  const from = `FROM identity.notification n WHERE n.user_id = $1 AND ${IN_INBOX} <> $3
    AND ($4::boolean IS NULL OR (n.read_at IS NULL) = $4) AND ($5::text IS NULL OR n.kind = $5)
    AND ($6::text[] IS NULL OR n.kind = ANY ($6))`;
  const own = [ctx.principal.userId, ctx.now()];
  const { eq, in: oneOf } = filter?.kind ?? {};
  const wanted = [...own, filter?.isSnoozed ?? false, filter?.isUnread ?? null, eq ?? null, oneOf ?? null];
  const rows = await queryRows<NotificationEntity>(
    ctx,
    `/* identity.listNotifications */ SELECT ${NOTIFICATION_COLUMNS} ${from}${sql.where}${sql.orderAndLimit}`,
    [...wanted, ...sql.values],
  );
  const count = (text: string, values: unknown[]) => async () =>
    (await queryRows<{ count: number }>(ctx, text, values))[0]!.count;
  return {
    ...toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id]),
    count: count(`/* identity.countNotifications */ SELECT count(*)::int AS count ${from}`, wanted),
    countUnread: count(
      `/* identity.countUnread */ SELECT count(*)::int AS count FROM identity.notification n
       WHERE n.user_id = $1 AND n.read_at IS NULL AND ${IN_INBOX}`,
      own,
    ),
  };
}

/** What a change of one notification answers. */
interface Changed {
  notification: NotificationEntity;
  cursor: string | null;
}

/** Marks one notification as read; what is read already stays. */
export function markNotificationRead(ctx: IdentityContext, id: string): Promise<Changed> {
  return change(ctx, id, (tx, { readAt, userId }) =>
    readAt !== null
      ? null
      : emit(tx, { type: 'inbox.notification.read', ...inboxOf(userId), payload: { notificationIds: [id] } }),
  );
}

/** Marks everything as read that is in the inbox now; what is snoozed stays as it is. */
export async function markAllNotificationsRead(
  ctx: IdentityContext,
): Promise<{ readCount: number; cursor: string | null }> {
  const userId = requireOwner(ctx);
  const { events, readCount } = await inTransaction(ctx, async (tx) => {
    const rows = await tx.tx.query<{ id: string }>(
      `/* identity.lockUnread */ SELECT n.id FROM identity.notification n
       WHERE n.user_id = $1 AND n.read_at IS NULL AND ${IN_INBOX} ORDER BY n.id FOR NO KEY UPDATE`,
      [userId, ctx.now()],
    );
    const ids = rows.map(({ id }) => id);
    return { events: emitOfMany(tx, 'inbox.notification.read', userId, ids), readCount: ids.length };
  });
  const last = events.at(-1);
  return { readCount, cursor: last ? cursorOf(last) : null };
}

/** Deletes one notification. */
export async function deleteNotification(
  ctx: IdentityContext,
  id: string,
): Promise<{ deletedId: string; cursor: string | null }> {
  const { cursor } = await change(ctx, id, (tx, { userId }) =>
    emit(tx, { type: 'inbox.notification.deleted', ...inboxOf(userId), payload: { notificationIds: [id] } }),
  );
  return { deletedId: id, cursor };
}

/** Hides a notification until a time, or brings it back when there is none. */
export function snoozeNotification(
  ctx: IdentityContext,
  input: { notificationId: string; until?: Date | null },
): Promise<Changed> {
  const { notificationId, until } = input;
  return change(ctx, notificationId, (tx, notification) => {
    const inbox = inboxOf(notification.userId);
    if (!until) {
      if (!isSnoozed(notification, ctx.now())) return null;
      return emit(tx, { type: 'inbox.notification.unsnoozed', ...inbox, payload: { notificationId } });
    }
    const fault = faultOfSnooze(until, ctx.now());
    if (fault) throw badInput(fault, 'until');
    if (notification.snoozedUntil?.getTime() === until.getTime()) return null;
    const payload = { notificationId, until: until.toISOString() };
    return emit(tx, { type: 'inbox.notification.snoozed', ...inbox, payload });
  });
}

/** How many snoozed notifications one run of the job brings back. */
const DUE_LIMIT = 500;

/** Tells those whose snoozed notifications are due that they are back. */
export async function unsnoozeDue(ctx: IdentityContext): Promise<void> {
  await inTransaction(
    ctx,
    async (tx) => {
      const due = await tx.tx.query<{ id: string; userId: string }>(
        `/* identity.lockDueNotifications */ SELECT n.id, n.user_id FROM identity.notification n
         WHERE n.snoozed_until <= $1 ORDER BY n.id LIMIT ${DUE_LIMIT} FOR NO KEY UPDATE SKIP LOCKED`,
        [ctx.now()],
      );
      for (const { id, userId } of due) {
        const payload = { notificationId: id };
        emit(tx, { type: 'inbox.notification.unsnoozed', ...inboxOf(userId), payload });
      }
    },
    { as: 'system', reason: 'bring back snoozed notifications' },
  );
}

/** Locks one notification of the caller's, lets `act` record what becomes of it, and answers it as it is then. */
async function change(
  ctx: IdentityContext,
  id: string,
  act: (tx: Tx, notification: NotificationEntity) => StoredEvent | null,
): Promise<Changed> {
  requireOwner(ctx);
  const { event, before } = await inTransaction(ctx, async (tx) => {
    const [before] = await tx.tx.query<NotificationEntity>(
      `/* identity.lockNotification */ SELECT ${NOTIFICATION_COLUMNS} FROM identity.notification n
       WHERE n.id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    if (!before) throw notFound('Notification', 'notificationId');
    return { event: act(tx, before), before };
  });
  const after = await ctx.loaders.notificationById.load(id);
  return { notification: after ?? before, cursor: event && cursorOf(event) };
}

function requireOwner({ principal }: IdentityContext): string {
  const refusal = refuseChangingInbox(principal);
  if (refusal) throw forbidden(refusal);
  return principal.userId!;
}
