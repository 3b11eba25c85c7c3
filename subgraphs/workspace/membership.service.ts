import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { conflict, notFound } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { keysetSql, parsePage, toConnection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import {
  MEMBERSHIP_COLUMNS,
  type WorkspaceMembershipConnectionRow,
  type WorkspaceMembershipRow,
  type WorkspaceRole,
} from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { isLastOwner, refuseManaging } from './workspace.policy';
import { requireAllowed, toCaller } from './workspace.service';

const KEYSET = ['timestamptz', 'uuid', 'uuid'] as const;
const KEYSET_COLUMNS = ['m.joined_at', 'm.workspace_id', 'm.user_id'];

/** A person as seen from a workspace; the membership's fields are null for whoever never was a member. */
interface Target {
  userId: string;
  isBot: boolean;
  isActive: boolean;
  membership: WorkspaceMembershipRow | null;
  ownerCount: number;
}

/** Adds a user to a workspace; a member stays what they are. */
export async function addWorkspaceMember(
  ctx: WorkspaceContext,
  input: { workspaceId: string; username: string; role: WorkspaceRole },
): Promise<{ membership: WorkspaceMembershipRow; cursor: string | null }> {
  const { workspaceId, username, role } = input;
  const { membership, event } = await inTransaction(ctx, async (tx) => {
    const { callerRole, target } = await lockWorkspace(tx, workspaceId, { username });
    requireAllowed(refuseManaging(toCaller(ctx, callerRole), role));
    if (!target || target.isBot || !target.isActive) throw notFound(`User ${username}`, 'username');
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
  input: { workspaceId: string; userId: string },
): Promise<{ cursor: string | null }> {
  const { workspaceId, userId } = input;
  const removed = await inTransaction(ctx, async (tx) => {
    const { callerRole, target } = await lockWorkspace(tx, workspaceId, { userId });
    const role = target?.membership?.role;
    requireAllowed(refuseManaging(toCaller(ctx, callerRole), role ?? 'MEMBER'));
    if (!target || !role) throw notFound('Member', 'userId');
    if (isLastOwner(role, target.ownerCount)) {
      throw conflict('The last owner cannot be removed: add another owner first.', { path: ['userId'] });
    }
    const { topics, ...place } = placeOf(workspaceId);
    return emit(tx, {
      ...place,
      type: 'workspace.member.removed',
      topics: [...topics, `control:${workspaceId}`],
      payload: { userId },
    });
  });
  // Whoever removed themselves no longer sees what was loaded before.
  ctx.loaders.workspaceById.clear(workspaceId);
  ctx.loaders.ownRoleByWorkspace.clear(workspaceId);
  return { cursor: cursorOf(removed) };
}

/** Who belongs to a workspace, by date of joining. */
export function listMembers(
  ctx: WorkspaceContext,
  workspaceId: string,
  args: PageArgs,
): Promise<WorkspaceMembershipConnectionRow> {
  return listMemberships(ctx, { name: 'Members', column: 'm.scope_id', id: workspaceId }, args);
}

/** The workspaces that a user belongs to, by date of joining; none for anybody but oneself. */
export async function listMembershipsOf(
  ctx: WorkspaceContext,
  userId: string | null,
  args: PageArgs,
): Promise<WorkspaceMembershipConnectionRow> {
  if (userId === null || userId !== ctx.principal.userId) {
    const nothing: WorkspaceMembershipRow[] = [];
    return { ...toConnection(nothing, parsePage(args, KEYSET), () => []), count: () => Promise.resolve(0) };
  }
  return listMemberships(ctx, { name: 'MembershipsOf', column: 'm.user_id', id: userId }, args);
}

async function listMemberships(
  ctx: WorkspaceContext,
  by: { name: string; column: 'm.scope_id' | 'm.user_id'; id: string },
  args: PageArgs,
): Promise<WorkspaceMembershipConnectionRow> {
  const page = parsePage(args, KEYSET);
  const { where, orderAndLimit, values } = keysetSql(page, KEYSET_COLUMNS, { firstParameter: 2 });
  const from = `FROM access.membership m JOIN access.person p ON p.user_id = m.user_id AND p.is_active
    WHERE ${by.column} = $1 AND m.scope_id = m.workspace_id AND m.active`;
  const rows = await queryRows<WorkspaceMembershipRow>(
    ctx,
    `/* workspace.list${by.name} */ SELECT ${MEMBERSHIP_COLUMNS} ${from}${where}${orderAndLimit}`,
    [by.id, ...values],
  );
  const connection = toConnection(rows, page, (row) => [
    row.joinedAt.toISOString(),
    row.workspaceId,
    row.userId,
  ]);
  const count = async () => {
    const text = `/* workspace.count${by.name} */ SELECT count(*)::int AS count ${from}`;
    return (await queryRows<{ count: number }>(ctx, text, [by.id]))[0]!.count;
  };
  return { ...connection, count };
}

function placeOf(workspaceId: string) {
  const topics = [`workspace:${workspaceId}`];
  return { aggregateId: workspaceId, workspaceId, scopeId: workspaceId, topics };
}

function toMembership(added: StoredEvent<'workspace.member.added'>): WorkspaceMembershipRow {
  const { occurredAt, aggregateId, payload } = added;
  return { workspaceId: aggregateId, ...payload, joinedAt: occurredAt, changedAt: occurredAt };
}

interface TargetRow extends Omit<Target, 'membership'>, WorkspaceMembershipRow {
  isMember: boolean;
}

/**
 * Locks a workspace against other changes of its members (for whoever may make them), then reads the caller's role
 * and the person who is to be changed. All in one round trip: statements are answered in order.
 */
async function lockWorkspace(
  { tx }: InTransaction<WorkspaceContext>,
  workspaceId: string,
  by: { userId: string } | { username: string },
): Promise<{ callerRole: WorkspaceRole; target: Target | null }> {
  const [condition, value] =
    'userId' in by
      ? ['p.user_id = $2::uuid', by.userId]
      : ['p.username_lower = lower($2)', toKeepable(by.username)];
  const [, callers, targets] = await Promise.all([
    tx.query(
      '/* workspace.lock */ SELECT w.id FROM workspace.workspace w WHERE w.id = $1 FOR NO KEY UPDATE',
      [workspaceId],
    ),
    tx.query<{ role: WorkspaceRole }>(
      "/* workspace.readOwnRole */ SELECT m.role FROM access.mine m WHERE m.scope_id = $1 AND m.kind = 'workspace'",
      [workspaceId],
    ),
    tx.query<TargetRow>(
      `/* workspace.readTarget */ SELECT p.user_id, p.is_bot, p.is_active, m.user_id IS NOT NULL AS is_member,
         m.workspace_id, m.role, m.joined_at, m.changed_at,
         (SELECT count(*)::int FROM access.membership o
          WHERE o.scope_id = $1 AND o.active AND o.role = 'OWNER') AS owner_count
       FROM access.person p
       LEFT JOIN access.membership m ON m.user_id = p.user_id AND m.scope_id = $1 AND m.active
       WHERE ${condition}`,
      [workspaceId, value],
    ),
  ]);
  if (!callers[0]) throw notFound('Workspace', 'workspaceId');
  const row = targets[0];
  return {
    callerRole: callers[0].role,
    target: row ? { ...row, membership: row.isMember ? row : null } : null,
  };
}

/** A text that the database cannot keep is nobody's name. */
function toKeepable(username: string): string {
  return /[\0\p{Surrogate}]/u.test(username) ? '' : username;
}
