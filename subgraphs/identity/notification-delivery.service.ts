import type { NotificationKind, StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { emit } from '../kit/events';
import { emitOfMany, inboxOf } from './inbox.service';
import { derivedUuid } from '../kit/ids';
import { readPresence, type PresenceState } from '../kit/presence';
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
/** How many people's presence is asked for at once. */
const PRESENCE_BATCH = 500;

/** What is told: the event and what it is about. */
interface News extends Subject {
  sourceId: string;
  /** What each is told of once. */
  onceId: string;
  actorId: string | null;
  workspaceId: string | null;
  /** Null: whether somebody may see it depends on nothing. */
  scopeId: string | null;
}

interface Recipient {
  userId: string;
  /** The kinds that they do not want to be told of. */
  muted: NotificationKind[];
}

/**
 * Tells people of an event, as the system: those whom it names and who may see it now, each once, by the first notice
 * that they want to have. Nobody is told of their own act, nor anybody who is deactivated.
 */
export async function tellOf(ctx: Tx, event: StoredEvent<NotificationSource>): Promise<void> {
  const announce = NOTIFICATION_SOURCES[event.type] as (event: StoredEvent) => Announcement;
  const { reach, notices, subjectType, subjectId, once: onceId = event.id } = announce(event);
  const { id: sourceId, actorId, workspaceId } = event;
  const scopeId = reach === 'ANYBODY' ? null : event.scopeId;
  const news: News = { sourceId, onceId, actorId, workspaceId, scopeId, subjectType, subjectId };
  const told = new Set<string>();
  for (const { kind, to } of notices) {
    if (to === 'PARTICIPANTS') await fanOut(ctx, news, { kind, afterUserId: null, told });
    else if (to === 'PRESENT') await tellPresent(ctx, news, kind);
    else {
      const [first = [], ...rest] = chunk(to.ids, BATCH);
      const recipients = await findNamed(ctx, event.scopeId, reach, first);
      await tell(ctx, news, { kind, recipients, told });
      for (const userIds of rest) emitContinued(ctx, news, { kind, userIds, afterUserId: null });
    }
  }
}

/** Goes on with telling those who were named, or the participants of a scope. */
export async function continueFanOut(ctx: Tx, event: StoredEvent<'fanout.continued'>): Promise<void> {
  const { sourceId, onceId, kind, subjectType, subjectId, userIds, afterUserId } = event.payload;
  const { actorId, workspaceId, scopeId } = event;
  const news: News = { sourceId, onceId, actorId, workspaceId, scopeId, subjectType, subjectId };
  const told = new Set<string>();
  if (userIds === null) return fanOut(ctx, news, { kind, afterUserId, told });
  await tell(ctx, news, { kind, recipients: await findNamed(ctx, scopeId, 'READERS', userIds), told });
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
  const idOf = (userId: string) => derivedUuid(news.onceId, userId);
  const known = await findStored(
    ctx,
    wanting.map(({ userId }) => idOf(userId)),
  );
  for (const { userId } of wanting) {
    const id = idOf(userId);
    told.add(userId);
    if (!known.has(id)) emitCreated(ctx, news, { id, kind, userId });
  }
}

async function findStored(ctx: Tx, eventIds: readonly string[]): Promise<Set<string>> {
  const stored = await ctx.tx.query<{ id: string }>(
    '/* identity.findTold */ SELECT s.id FROM event.stored_among($1::uuid[]) AS s (id)',
    [eventIds],
  );
  return new Set(stored.map(({ id }) => id));
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
  const recipients = await findParticipants(ctx, news.scopeId!, afterUserId);
  await tell(ctx, news, { kind, recipients, told });
  if (recipients.length < BATCH) return;
  emitContinued(ctx, news, { kind, userIds: null, afterUserId: recipients.at(-1)!.userId });
}

/**
 * Settles who of a scope's participants is present now, and has them told. That is asked once for an event: whoever
 * comes later is not told when it is delivered again. Nobody is missed where presence cannot be had: then all are told.
 */
async function tellPresent(ctx: Tx, news: News, kind: NotificationKind): Promise<void> {
  const markerId = derivedUuid(news.onceId, 'present');
  if ((await findStored(ctx, [markerId])).has(markerId)) return;
  const participants = await ctx.tx.query<{ userId: string }>(
    `/* identity.findParticipantIds */ SELECT p.user_id FROM access.person p JOIN access.scope s ON s.scope_id = $1 ${BELONGS}
     WHERE m.user_id IS NOT NULL AND p.is_active AND NOT p.is_bot ORDER BY p.user_id`,
    [news.scopeId],
  );
  const present = await findPresent(
    ctx,
    participants.map(({ userId }) => userId),
  );
  const [first = [], ...rest] = chunk(present, BATCH);
  emitContinued(ctx, news, { id: markerId, kind, userIds: first, afterUserId: null });
  for (const userIds of rest) emitContinued(ctx, news, { kind, userIds, afterUserId: null });
}

async function findPresent(ctx: Tx, userIds: readonly string[]): Promise<string[]> {
  const redis = ctx.db.doorbells.commands();
  const states: PresenceState[] = [];
  try {
    if (!redis) return [...userIds];
    for (const part of chunk(userIds, PRESENCE_BATCH)) {
      states.push(...(await readPresence(redis, part, ctx.now().getTime())));
    }
  } catch {
    return [...userIds];
  }
  return userIds.filter((_, i) => states[i] === 'ONLINE');
}

interface Continuation {
  id?: string;
  kind: NotificationKind;
  userIds: string[] | null;
  afterUserId: string | null;
}

function emitContinued(ctx: Tx, news: News, { id, ...whom }: Continuation): void {
  const { sourceId, onceId, workspaceId, subjectType, subjectId } = news;
  const place = { aggregateId: sourceId, workspaceId, scopeId: news.scopeId! };
  const payload = { sourceId, onceId, subjectType, subjectId, ...whom };
  emit(ctx, { id, type: 'fanout.continued', ...place, payload });
}

function chunk<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

const RECIPIENT = `p.user_id, ARRAY(SELECT f.kind FROM identity.notification_preference f
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
  ids: readonly string[],
): Promise<Recipient[]> {
  if (ids.length === 0) return [];
  const named = 'p.user_id = ANY ($1::uuid[]) AND p.is_active AND NOT p.is_bot';
  if (reach === 'ANYBODY') {
    return ctx.tx.query<Recipient>(
      `/* identity.findNamedPeople */ SELECT ${RECIPIENT} FROM access.person p WHERE ${named} ORDER BY p.user_id`,
      [ids],
    );
  }
  return ctx.tx.query<Recipient>(
    `/* identity.findNamed${reach === 'READERS' ? 'Readers' : 'Members'} */ SELECT ${RECIPIENT}
     FROM access.person p JOIN access.scope s ON s.scope_id = $2 ${BELONGS}
     WHERE ${named} AND ${WITHIN_REACH[reach]} ORDER BY p.user_id`,
    [ids, scopeId],
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
