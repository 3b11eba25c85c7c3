import type { StoredEvent } from '../../schema/events';
import { badInput, conflict, notFound } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { keysetSql, parsePage, toConnection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import type { InTransaction } from '../kit/context';
import {
  MEMBERSHIP_COLUMNS,
  type WorkspaceMembershipConnectionRow,
  type WorkspaceMembershipRow,
  type WorkspaceRole,
} from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { isLastOwner, refuseManaging } from './workspace.policy';
import { requireAllowed, toCaller } from './workspace.service';

interface Membership extends WorkspaceMembershipRow {
  active: boolean;
}

/** Adds a user to a workspace; a member stays what they are. */
export async function addWorkspaceMember(
  ctx: WorkspaceContext,
  input: { workspaceId: string; username: string; role: WorkspaceRole },
): Promise<{ membership: WorkspaceMembershipRow; cursor: string | null }> {
  const { workspaceId, role } = input;
  const { membership, event } = await inTransaction(ctx, async (tx) => {
    const person = findPerson(tx, input.username);
    const [{ callerRole }, found] = await Promise.all([lockWorkspace(tx, workspaceId), person]);
    requireAllowed(refuseManaging(toCaller(ctx, callerRole), role));
    if (!found || found.isBot) throw notFound(`User ${input.username}`, 'username');
    if (!found.isActive) throw badInput(`The account of ${input.username} is not active.`, 'username');
    const present = await findMembership(tx, workspaceId, found.userId);
    if (present?.active) return { membership: present, event: null };
    const added = emit(tx, {
      type: 'workspace.member.added',
      aggregateId: workspaceId,
      workspaceId,
      scopeId: workspaceId,
      topics: [`workspace:${workspaceId}`],
      payload: { userId: found.userId, role },
    });
    const at = added.occurredAt;
    return { membership: { workspaceId, userId: found.userId, role, joinedAt: at, changedAt: at }, event: added };
  });
  return { membership, cursor: event && cursorOf(event) };
}

/** Removes a user from a workspace and, since chats ask for it, from all its chats. */
export async function removeWorkspaceMember(
  ctx: WorkspaceContext,
  input: { workspaceId: string; userId: string },
): Promise<{ cursor: string | null }> {
  const { workspaceId, userId } = input;
  const removed: StoredEvent = await inTransaction(ctx, async (tx) => {
    const target = findMembership(tx, workspaceId, userId);
    target.catch(() => undefined);
    const { callerRole, ownerCount } = await lockWorkspace(tx, workspaceId);
    // Read again behind the lock: whoever held it may have changed the member.
    const member = await findMembership(tx, workspaceId, userId);
    requireAllowed(refuseManaging(toCaller(ctx, callerRole), member?.active ? member.role : 'MEMBER'));
    if (!member?.active) throw notFound('Member', 'userId');
    if (isLastOwner(member.role, ownerCount)) {
      throw conflict('The last owner cannot be removed: make somebody else an owner first.', { path: ['userId'] });
    }
    return emit(tx, {
      type: 'workspace.member.removed',
      aggregateId: workspaceId,
      workspaceId,
      scopeId: workspaceId,
      topics: [`workspace:${workspaceId}`, `control:${workspaceId}`],
      payload: { userId },
    });
  });
  return { cursor: cursorOf(removed) };
}
