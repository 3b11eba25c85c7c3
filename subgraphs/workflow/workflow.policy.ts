import { ARCHIVED, mayInWorkspace, READ_ONLY, type Refusal, type WorkspaceRole } from '../kit/permission';

export type { WorkspaceRole } from '../kit/permission';

/** What the caller is in the workflow's workspace. */
export interface Caller {
  workspaceRole: WorkspaceRole | null;
  /** Whether the identity provider lets the caller read and no more. */
  isReadOnly: boolean;
  /** Whether the workspace is archived: read, and not written in. */
  isArchived: boolean;
}

/** Automation is the members': guests neither see nor make any. */
export function refuseCreating(caller: Caller): Refusal | null {
  if (caller.isReadOnly) return READ_ONLY;
  if (!mayInWorkspace(caller.workspaceRole, 'write')) {
    return { message: 'Guests do not make workflows.', requiredRole: 'MEMBER' };
  }
  return caller.isArchived ? ARCHIVED : null;
}

/** What a workflow does by itself is decided by whoever made it and by those who run the workspace. */
export function refuseDeploying(caller: Caller, isCreator: boolean): Refusal | null {
  const refusal = refuseCreating(caller);
  if (refusal || isCreator || mayInWorkspace(caller.workspaceRole, 'deploy')) return refusal;
  return {
    message: 'Only the creator and admins of the workspace deploy a workflow.',
    requiredRole: 'ADMIN',
  };
}

/** What is wrong with a workflow's name; null when nothing is. */
export function faultOfName(name: string): string | null {
  const { length } = [...name];
  if (length < 1 || length > 255 || name.trim() === '') return 'name must have 1 to 255 characters';
  if (/\p{Surrogate}|\p{Cc}/u.test(name)) return 'name must not hold control characters';
  return null;
}
