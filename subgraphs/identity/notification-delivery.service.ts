import type { NotificationKind, StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { emit } from '../kit/events';
import { emitOfMany, inboxOf } from './inbox.service';
import { derivedUuid } from '../kit/ids';
import type { IdentityContext } from './identity.loaders';
import {
  NOTIFICATION_SOURCES,
  type Announcement,
  type NotificationSource,
  type Reach,
  type Subject,
} from './notification.logic';

type Tx = InTransaction<IdentityContext>;

/** How many people one transaction tells; the rest follows in transactions of its own. */
const BATCH = 100;

/** What is told: the event and what it is about. */
interface News extends Subject {
  sourceId: string;
  actorId: string | null;
  workspaceId: string | null;
  /** Null: whether somebody may see it depends on nothing. */
  scopeId: string | null;
}

interface Recipient {
  userId: string;
  username: string;
  /** The kinds that they do not want to be told of. */
  muted: NotificationKind[];
}

/**
 * Tells people of an event, as the system: those whom it names and who may see it now, each once, by the first notice
 * that they want to have. Nobody is told of their own act, nor anybody who is deactivated.
 */
export async function tellOf(ctx: Tx, event: StoredEvent<NotificationSource>): Promise<void> {
  const announce = NOTIFICATION_SOURCES[event.type] as (event: StoredEvent) => Announcement;
  const { reach, notices, subjectType, subjectId } = announce(event);
  const { id: sourceId, actorId, workspaceId } = event;
  const scopeId = reach === 'ANYBODY' ? null : event.scopeId;
  const news: News = { sourceId, actorId, workspaceId, scopeId, subjectType, subjectId };
  const told = new Set<string>();
  for (const { kind, to } of notices) {
    if (to === 'PARTICIPANTS') await fanOut(ctx, news, { kind, afterUserId: null, told });
    else await tell(ctx, news, { kind, recipients: await findNamed(ctx, event.scopeId, reach, to), told });
  }
}

/** Goes on with telling the participants of a scope. */
export async function continueFanOut(ctx: Tx, event: StoredEvent<'fanout.continued'>): Promise<void> {
  const { sourceId, kind, subjectType, subjectId, afterUserId } = event.payload;
  const { actorId, workspaceId, scopeId } = event;
  const news: News = { sourceId, actorId, workspaceId, scopeId, subjectType, subjectId };
  await fanOut(ctx, news, { kind, afterUserId, told: new Set() });
}

/** Takes the notifications of a workspace from whoever was removed from it. */
export async function takeFromRemoved(
  ctx: Tx,
  { aggregateId: workspaceId, payload }: StoredEvent<'workspace.member.removed'>,
): Promise<void> {
  const rows = await ctx.tx.query<{ userId: string; ids: string[] }>(
    `/* identity.notificationsOfMember */ SELECT n.user_id, array_agg(n.id ORDER BY n.id) AS ids FROM identity.notification n
     WHERE n.workspace_id = $1 AND n.user_id = $2 AND n.scope_id <> n.user_id
       AND NOT EXISTS (SELECT 1 FROM access.membership m WHERE m.scope_id = $1 AND m.user_id = $2 AND m.active)
     GROUP BY n.user_id`,
    [workspaceId, payload.userId],
  );
  takeBack(ctx, rows);
}

/** Takes the notifications of a workspace that is no more from everybody, and what past events say of them. */
export async function forgetWorkspace(ctx: Tx, { aggregateId }: { aggregateId: string }): Promise<void> {
  const rows = await ctx.tx.query<{ userId: string; ids: string[] }>(
    `/* identity.notificationsOfWorkspace */ SELECT n.user_id, array_agg(n.id ORDER BY n.id) AS ids
     FROM identity.notification n WHERE n.workspace_id = $1 GROUP BY n.user_id ORDER BY n.user_id`,
    [aggregateId],
  );
  takeBack(ctx, rows);
  ctx.tx.send('/* identity.redactInboxes */ SELECT event.redact_inboxes($1)', [aggregateId]);
}

function takeBack(ctx: Tx, inboxes: readonly { userId: string; ids: string[] }[]): void {
  for (const { userId, ids } of inboxes) emitOfMany(ctx, 'inbox.notification.deleted', userId, ids);
}

interface Wave {
  kind: NotificationKind;
  recipients: readonly Recipient[];
  /** Who was told in this transaction already. */
  told: Set<string>;
}

async function tell(ctx: Tx, news: News, { kind, recipients, told }: Wave): Promise<void> {
  const wanting = recipients.filter(
    ({ userId, muted }) => userId !== news.actorId && !told.has(userId) && !muted.includes(kind),
  );
  if (wanting.length === 0) return;
  const idOf = (userId: string) => derivedUuid(news.sourceId, userId);
  const stored = await ctx.tx.query<{ id: string }>(
    '/* identity.findTold */ SELECT s.id FROM event.stored_among($1::uuid[]) AS s (id)',
    [wanting.map(({ userId }) => idOf(userId))],
  );
  const known = new Set(stored.map(({ id }) => id));
  for (const { userId } of wanting) {
    const id = idOf(userId);
    told.add(userId);
    if (!known.has(id)) emitCreated(ctx, news, { id, kind, userId });
  }
}

/** The event has the notification's id, which follows from source and recipient: the store takes it once. */
function emitCreated(ctx: Tx, news: News, to: { id: string; kind: NotificationKind; userId: string }): void {
  const { sourceId, subjectType, subjectId, workspaceId, scopeId } = news;
  const { id, kind, userId } = to;
  const facts = { notificationId: id, kind, sourceId, subjectType, subjectId, workspaceId };
  emit(ctx, {
    id,
    type: 'inbox.notification.created',
    ...inboxOf(userId),
    payload: { ...facts, scopeId: scopeId ?? userId },
    causationId: sourceId,
  });
}

async function fanOut(
  ctx: Tx,
  news: News,
  { kind, afterUserId, told }: { kind: NotificationKind; afterUserId: string | null; told: Set<string> },
): Promise<void> {
  const { sourceId, workspaceId, subjectType, subjectId } = news;
  const scopeId = news.scopeId!;
  const recipients = await findParticipants(ctx, scopeId, afterUserId);
  await tell(ctx, news, { kind, recipients, told });
  if (recipients.length < BATCH) return;
  const payload = { sourceId, kind, subjectType, subjectId, afterUserId: recipients.at(-1)!.userId };
  emit(ctx, { type: 'fanout.continued', aggregateId: sourceId, workspaceId, scopeId, payload });
}

const RECIPIENT = `p.user_id, p.username_lower AS username, ARRAY(SELECT f.kind FROM identity.notification_preference f
       WHERE f.user_id = p.user_id AND NOT f.is_in_app) AS muted`;

/** Of a scope `s`, that the person `p` belongs to its workspace (`w`), and takes part in it (`m`) where it is a chat. */
const BELONGS = `JOIN access.membership w ON w.scope_id = s.workspace_id AND w.user_id = p.user_id AND w.active
     LEFT JOIN access.membership m ON m.scope_id = s.scope_id AND m.user_id = p.user_id AND m.active`;

/** What has to hold beyond belonging to the workspace, as row-level security has it for the people themselves. */
const WITHIN_REACH: Record<Exclude<Reach, 'ANYBODY'>, string> = {
  READERS: `((s.kind = 'chat' AND m.user_id IS NOT NULL)
       OR (w.role <> 'GUEST' AND (s.kind = 'workspace' OR s.visibility = 'PUBLIC')))`,
  MEMBERS: 'm.user_id IS NOT NULL',
};

async function findNamed(
  ctx: Tx,
  scopeId: string,
  reach: Reach,
  to: { ids: readonly string[] } | { usernames: readonly string[] },
): Promise<Recipient[]> {
  const ids = 'ids' in to ? to.ids : [];
  const usernames = 'usernames' in to ? to.usernames : [];
  if (ids.length + usernames.length === 0) return [];
  const named = `(p.user_id = ANY ($1::uuid[]) OR p.username_lower = ANY ($2::text[])) AND p.is_active AND NOT p.is_bot`;
  if (reach === 'ANYBODY') {
    return ctx.tx.query<Recipient>(
      `/* identity.findNamedPeople */ SELECT ${RECIPIENT} FROM access.person p WHERE ${named} ORDER BY p.user_id`,
      [ids, usernames],
    );
  }
  return ctx.tx.query<Recipient>(
    `/* identity.findNamed${reach === 'READERS' ? 'Readers' : 'Members'} */ SELECT ${RECIPIENT}
     FROM access.person p JOIN access.scope s ON s.scope_id = $3 ${BELONGS}
     WHERE ${named} AND ${WITHIN_REACH[reach]} ORDER BY p.user_id`,
    [ids, usernames, scopeId],
  );
}

/** A batch of those who take part in a scope, by id, behind the last one. */
function findParticipants(ctx: Tx, scopeId: string, afterUserId: string | null): Promise<Recipient[]> {
  return ctx.tx.query<Recipient>(
    `/* identity.findParticipants */ SELECT ${RECIPIENT} FROM access.person p JOIN access.scope s ON s.scope_id = $1 ${BELONGS}
     WHERE m.user_id IS NOT NULL AND p.is_active AND NOT p.is_bot AND ($2::uuid IS NULL OR p.user_id > $2)
     ORDER BY p.user_id LIMIT ${BATCH}`,
    [scopeId, afterUserId],
  );
}
