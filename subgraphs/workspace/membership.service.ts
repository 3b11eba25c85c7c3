import type { EventPayload, StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { badInput, conflict, enforce, notFound } from '../kit/errors';
import { controlTopics, cursorOf, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import { MEMBERSHIP_COLUMNS, type WorkspaceMembershipRow, type WorkspaceRole } from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { isLastOwner, refuse, refuseLeaving, refuseManaging, type Caller } from './workspace.policy';
import { lockWorkspace, placeOf } from './workspace.service';

type Tx = InTransaction<WorkspaceContext>;

/** A person as seen from a workspace. */
interface Target {
  userId: string;
  isBot: boolean;
  isActive: boolean;
  /** Null for whoever is no member, neither active nor suspended. */
  membership: WorkspaceMembershipRow | null;
  /** How many people are owners, those aside who cannot act. */
  ownerCount: number;
}

/** Somebody in a workspace. */
interface Place {
  workspaceId: string;
  userId: string;
}

type Changed = Promise<{ membership: WorkspaceMembershipRow; cursor: string | null }>;

/** Adds a user to a workspace; a member stays what they are. */
export async function addWorkspaceMember(
  ctx: WorkspaceContext,
  input: { workspaceId: string; username: string; role: WorkspaceRole },
): Changed {
  const { workspaceId, username, role } = input;
  const { membership, event } = await inTransaction(ctx, async (tx) => {
    const { caller, target } = await lockForChange(tx, workspaceId, { username });
    enforce(refuseManaging(caller, role));
    if (!target || target.isBot || !target.isActive) throw notFound(`User ${username}`, 'username');
    if (target.membership?.state === 'SUSPENDED') {
      throw conflict(`${username} is suspended: reinstate the member instead.`, { path: ['username'] });
    }
    if (target.membership) return { membership: target.membership, event: null };
    const added = emit(tx, {
      ...placeOf(workspaceId),
      type: 'workspace.member.added',
      payload: { userId: target.userId, role },
    });
    return { membership: toMembership(added), event: added };
  });
  return { membership, cursor: event && cursorOf(event) };
}

/** Removes a user from a workspace and, since chats ask for the workspace, from all its chats. */
export async function removeWorkspaceMember(
  ctx: WorkspaceContext,
  { workspaceId, userId }: Place,
): Promise<{ cursor: string | null }> {
  const removed = await inTransaction(ctx, async (tx) => {
    const { caller, target } = await lockForChange(tx, workspaceId, { userId });
    enforce(refuseManaging(caller, target?.membership?.role ?? 'MEMBER'));
    return emitRemoved(tx, workspaceId, target, 'userId');
  });
  return { cursor: cursorOf(removed) };
}

/** Removes the caller from a workspace. */
export async function leaveWorkspace(
  ctx: WorkspaceContext,
  { workspaceId }: Pick<Place, 'workspaceId'>,
): Promise<{ cursor: string | null }> {
  const userId = ctx.principal.userId ?? '';
  const removed = await inTransaction(ctx, async (tx) => {
    const { caller, target } = await lockForChange(tx, workspaceId, { userId });
    enforce(refuseLeaving(caller));
    return emitRemoved(tx, workspaceId, target, 'workspaceId');
  });
  return { cursor: cursorOf(removed) };
}

/** Gives a member another role; the same again changes nothing. */
export async function changeMemberRole(
  ctx: WorkspaceContext,
  { workspaceId, userId, role }: Place & { role: WorkspaceRole },
): Changed {
  const changed = await changeMember(ctx, { workspaceId, userId }, (tx, caller, target) => {
    enforce(refuseManaging(caller, role));
    const { membership } = target;
    if (membership.role === role) return { membership, event: null };
    if (userId === caller.userId && role === 'GUEST') {
      throw badInput('Nobody makes themselves a guest: leave, or let somebody else do it.', 'role');
    }
    requireOwnerStays(target, ['role'], 'become anything else');
    return emitRole(tx, membership, role);
  });
  return changed;
}

/** Takes a member's access for a time; suspending again changes nothing. */
export function suspendMember(ctx: WorkspaceContext, place: Place): Changed {
  return changeMember(ctx, place, (tx, caller, target) => {
    const { membership, userId } = target;
    if (membership.state === 'SUSPENDED') return { membership, event: null };
    if (userId === caller.userId) throw badInput('Nobody suspends themselves: leave instead.', 'userId');
    requireOwnerStays(target, ['userId'], 'be suspended');
    const event = emit(tx, {
      ...toldPlaceOf(membership),
      type: 'workspace.member.suspended',
      payload: { userId },
    });
    return { membership: { ...membership, state: 'SUSPENDED', changedAt: event.occurredAt }, event };
  });
}

/** Gives a suspended member access again, in the role that it was; an active member stays as they are. */
export function reinstateMember(ctx: WorkspaceContext, place: Place): Changed {
  return changeMember(ctx, place, (tx, _, { membership }) => {
    if (membership.state === 'ACTIVE') return { membership, event: null };
    const { userId, role } = membership;
    const event = emit(tx, {
      ...placeOf(membership.workspaceId),
      type: 'workspace.member.reinstated',
      payload: { userId, role },
    });
    return { membership: { ...membership, state: 'ACTIVE', changedAt: event.occurredAt }, event };
  });
}

/** Makes another member an owner and the caller, who was one, an admin: both or neither. */
export async function transferOwnership(
  ctx: WorkspaceContext,
  { workspaceId, userId }: Place,
): Promise<{ cursor: string | null }> {
  const event = await inTransaction(ctx, async (tx) => {
    const { caller, target } = await lockForChange(tx, workspaceId, { userId });
    enforce(refuse(caller, 'transferOwnership'));
    const { membership } = target ?? {};
    if (!target?.isActive || membership?.state !== 'ACTIVE') throw notFound('Member', 'userId');
    if (userId === caller.userId) throw badInput('The new owner must be somebody else.', 'userId');
    if (membership.role !== 'OWNER') emitRole(tx, membership, 'OWNER');
    return emitRole(tx, { ...membership, userId: caller.userId!, role: 'OWNER' }, 'ADMIN').event;
  });
  return { cursor: cursorOf(event) };
}

interface Outcome {
  membership: WorkspaceMembershipRow;
  event: StoredEvent | null;
}

/** Changes a member whom the caller may manage; NOT_FOUND when there is no such member. */
async function changeMember(
  ctx: WorkspaceContext,
  { workspaceId, userId }: Place,
  change: (tx: Tx, caller: Caller, target: Target & { membership: WorkspaceMembershipRow }) => Outcome,
): Changed {
  const { membership, event } = await inTransaction(ctx, async (tx) => {
    const { caller, target } = await lockForChange(tx, workspaceId, { userId });
    enforce(refuseManaging(caller, target?.membership?.role ?? 'MEMBER'));
    if (!target?.membership) throw notFound('Member', 'userId');
    return change(tx, caller, { ...target, membership: target.membership });
  });
  return { membership, cursor: event && cursorOf(event) };
}

function emitRemoved(tx: Tx, workspaceId: string, target: Target | null, field: string): StoredEvent {
  if (!target?.membership) throw notFound('Member', field);
  requireOwnerStays(target, [field], 'go');
  const { userId } = target;
  const place = toldPlaceOf({ workspaceId, userId });
  return emit(tx, { ...place, type: 'workspace.member.removed', payload: { userId } });
}

function emitRole(tx: Tx, membership: WorkspaceMembershipRow, to: WorkspaceRole) {
  const { userId, role: from } = membership;
  const payload: EventPayload<'workspace.member.role_changed'> = { userId, from, to };
  const event = emit(tx, { ...toldPlaceOf(membership), type: 'workspace.member.role_changed', payload });
  return { membership: { ...membership, role: to, changedAt: event.occurredAt }, event };
}

/** A workspace keeps an owner who can act. */
function requireOwnerStays({ membership, isActive, ownerCount }: Target, path: string[], what: string): void {
  if (!membership || !isActive || membership.state !== 'ACTIVE') return;
  if (!isLastOwner(membership.role, ownerCount)) return;
  throw conflict(`The last owner cannot ${what}: make another member an owner first.`, { path });
}

/** Where the events belong that may end somebody's reading. */
function toldPlaceOf({ workspaceId, userId }: Place) {
  const { topics, ...place } = placeOf(workspaceId);
  return { ...place, topics: [...topics, ...controlTopics(workspaceId, userId)] };
}

function toMembership(added: StoredEvent<'workspace.member.added'>): WorkspaceMembershipRow {
  const { occurredAt, aggregateId, payload } = added;
  return {
    workspaceId: aggregateId,
    ...payload,
    state: 'ACTIVE',
    joinedAt: occurredAt,
    changedAt: occurredAt,
  };
}

interface TargetRow extends Omit<Target, 'membership'>, WorkspaceMembershipRow {
  isMember: boolean;
}

/** Locks a workspace, then reads the person who is to be changed, in one round trip. */
async function lockForChange(
  tx: Tx,
  workspaceId: string,
  by: { userId: string } | { username: string },
): Promise<{ caller: Caller; target: Target | null }> {
  const [condition, value] =
    'userId' in by
      ? ['p.user_id = $2::uuid', by.userId]
      : ['p.username_lower = lower($2)', toKeepable(by.username)];
  const [{ caller }, targets] = await Promise.all([
    lockWorkspace(tx, workspaceId),
    tx.tx.query<TargetRow>(
      `/* workspace.readTarget */ SELECT ${MEMBERSHIP_COLUMNS}, m.user_id IS NOT NULL AS is_member,
         p.user_id, p.is_bot, p.is_active,
         (SELECT count(*)::int FROM access.membership o JOIN access.person q ON q.user_id = o.user_id AND q.is_active
          WHERE o.scope_id = $1 AND o.active AND o.role = 'OWNER') AS owner_count
       FROM access.person p
       LEFT JOIN access.membership m ON m.user_id = p.user_id AND m.scope_id = $1
         AND (m.active OR m.state = 'SUSPENDED')
       WHERE ${condition}`,
      [workspaceId, value],
    ),
  ]);
  const row = targets[0];
  return { caller, target: row ? { ...row, membership: row.isMember ? row : null } : null };
}

/** A text that the database cannot keep is nobody's name. */
function toKeepable(username: string): string {
  return /[\0\p{Surrogate}]/u.test(username) ? '' : username;
}
