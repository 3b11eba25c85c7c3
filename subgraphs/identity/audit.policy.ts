/** Who asks for the audit log. */
export interface AuditReader {
  isSystemAdmin: boolean;
  /** In the workspace whose log is asked for; null for whoever does not belong to it, or asks for no one's. */
  workspaceRole: string | null;
}

/** Which readers read the log of a workspace, by their role in it. */
export const READS_WORKSPACE_LOG: Readonly<Record<string, boolean>> = {
  OWNER: true,
  ADMIN: true,
  MEMBER: false,
  GUEST: false,
};

/** Whether the log of a workspace, or (null) the platform's, is there for the reader at all. */
export function seesLog(reader: AuditReader, workspaceId: string | null): boolean {
  return reader.isSystemAdmin || workspaceId === null || reader.workspaceRole !== null;
}

/** Why a log that is there is not shown, with the role that would do; null when it is shown. */
export function refuseLog(
  { isSystemAdmin, workspaceRole }: AuditReader,
  workspaceId: string | null,
): { message: string; requiredRole: string } | null {
  if (isSystemAdmin || (workspaceRole !== null && READS_WORKSPACE_LOG[workspaceRole])) return null;
  return workspaceId === null
    ? { message: 'Name the workspace whose audit log you want to read.', requiredRole: 'system-admin' }
    : { message: "Only the workspace's admins read its audit log.", requiredRole: 'ADMIN' };
}
