import { badInput } from '../kit/errors';
import { keysetSql, parsePage, toConnection, type PageArgs } from '../kit/pagination';
import { queryRows } from '../kit/transaction';
import {
  MEMBERSHIP_COLUMNS,
  type MembershipState,
  type WorkspaceMembershipConnectionRow,
  type WorkspaceMembershipRow,
  type WorkspaceRole,
} from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { canManageMembers } from './workspace.policy';
import { loadCaller } from './workspace.service';

const KEYSET = ['timestamptz', 'uuid', 'uuid'] as const;
const KEYSET_COLUMNS = ['m.joined_at', 'm.workspace_id', 'm.user_id'];
const MAX_SEARCH = 100;

interface Comparator<T> {
  eq?: T | null;
  in?: readonly T[] | null;
}

interface MemberFilter {
  role?: Comparator<WorkspaceRole> | null;
  state?: Comparator<MembershipState> | null;
  search?: string | null;
}

/** A condition on memberships; its values are numbered from $1. */
interface Condition {
  where: string;
  values: unknown[];
}

/** Who belongs to a workspace, by date of joining. Suspended members are shown to whoever manages members. */
export async function listMembers(
  ctx: WorkspaceContext,
  workspaceId: string,
  args: PageArgs & { filter?: MemberFilter | null },
): Promise<WorkspaceMembershipConnectionRow> {
  const { role, state, search } = args.filter ?? {};
  const states = (allowed(state) ?? ['ACTIVE']).filter((one) => one !== 'SUSPENDED');
  const showsSuspended =
    allowed(state)?.includes('SUSPENDED') === true && (await mayManage(ctx, workspaceId));
  const values: unknown[] = [workspaceId, states.length > 0, showsSuspended];
  let where = `m.scope_id = $1 AND ((m.active AND $2) OR (m.state = 'SUSPENDED' AND $3))`;
  const roles = allowed(role);
  if (roles) where += ` AND m.role = ANY ($${values.push(roles)}::text[])`;
  if (search != null) where += ` AND p.username_lower LIKE $${values.push(toPattern(search))}`;
  return listMemberships(ctx, 'Members', { where, values }, args);
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
  const where = `m.user_id = $1 AND m.active AND m.scope_id IN (SELECT o.scope_id FROM access.mine o)`;
  return listMemberships(ctx, 'MembershipsOf', { where, values: [userId] }, args);
}

async function mayManage(ctx: WorkspaceContext, workspaceId: string): Promise<boolean> {
  const workspace = await ctx.loaders.workspaceById.load(workspaceId);
  return workspace !== null && canManageMembers(await loadCaller(ctx, workspace));
}

/** The values that a comparator lets through; null when it lets through all. */
function allowed<T>(comparator: Comparator<T> | null | undefined): readonly T[] | null {
  const { eq, in: list } = comparator ?? {};
  if (eq == null) return list ?? null;
  return list == null || list.includes(eq) ? [eq] : [];
}

/** A pattern for names that begin so. */
function toPattern(search: string): string {
  if (search.length > MAX_SEARCH || /[\0\p{Surrogate}]/u.test(search)) {
    throw badInput(`search must have at most ${MAX_SEARCH} characters`, 'filter', 'search');
  }
  return `${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

async function listMemberships(
  ctx: WorkspaceContext,
  name: string,
  { where: condition, values: known }: Condition,
  args: PageArgs,
): Promise<WorkspaceMembershipConnectionRow> {
  const page = parsePage(args, KEYSET);
  const { where, orderAndLimit, values } = keysetSql(page, KEYSET_COLUMNS, {
    firstParameter: known.length + 1,
  });
  const from = `FROM access.membership m JOIN access.person p ON p.user_id = m.user_id AND p.is_active
    WHERE ${condition} AND m.scope_id = m.workspace_id`;
  const rows = await queryRows<WorkspaceMembershipRow>(
    ctx,
    `/* workspace.list${name} */ SELECT ${MEMBERSHIP_COLUMNS} ${from}${where}${orderAndLimit}`,
    [...known, ...values],
  );
  const connection = toConnection(rows, page, (row) => [
    row.joinedAt.toISOString(),
    row.workspaceId,
    row.userId,
  ]);
  const count = async () => {
    const text = `/* workspace.count${name} */ SELECT count(*)::int AS count ${from}`;
    return (await queryRows<{ count: number }>(ctx, text, [...known]))[0]!.count;
  };
  return { ...connection, count };
}
