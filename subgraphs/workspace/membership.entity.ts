import type { Connection } from '../kit/pagination';

export type WorkspaceRole = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST';

export type MembershipState = 'ACTIVE' | 'SUSPENDED';

/** That a user belongs to a workspace: a row of `access.membership`, the only table of memberships. */
export interface WorkspaceMembershipRow {
  workspaceId: string;
  userId: string;
  role: WorkspaceRole;
  state: MembershipState;
  joinedAt: Date;
  changedAt: Date;
}

/** A page of memberships, and how to count them all when that is asked for. */
export interface WorkspaceMembershipConnectionRow extends Connection<WorkspaceMembershipRow> {
  count(): Promise<number>;
}

/** What is read of a membership `m`. */
export const MEMBERSHIP_COLUMNS = `m.workspace_id, m.user_id, m.role,
  CASE WHEN m.active THEN 'ACTIVE' ELSE 'SUSPENDED' END AS state, m.joined_at, m.changed_at`;
