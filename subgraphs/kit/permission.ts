import type { Principal } from './context';

/** What anybody may do at all, from reading to running a workspace. */
export const ACTIONS = ['read', 'write', 'deploy', 'manage'] as const;
export type Action = (typeof ACTIONS)[number];

/** Beyond the actions, what belongs to the person: credentials, sessions, API keys and the profile. */
export const ACCOUNT = 'account';

export const WORKSPACE_ROLES = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'] as const;
export type WorkspaceRole = (typeof WORKSPACE_ROLES)[number];

export const CHAT_ROLES = ['ADMIN', 'MEMBER', 'READER'] as const;
export type ChatRole = (typeof CHAT_ROLES)[number];

/**
 * Which actions a role in a workspace stands for. Policies decide what an action is about: a member deploys what is
 * the member's own, and an owner is managed by owners alone.
 */
export const ACTIONS_OF_ROLE: Readonly<Record<WorkspaceRole, readonly Action[]>> = {
  OWNER: ['read', 'write', 'deploy', 'manage'],
  ADMIN: ['read', 'write', 'deploy', 'manage'],
  MEMBER: ['read', 'write'],
  GUEST: ['read'],
};

/** The realm role whose bearer reads and changes nothing, anywhere. */
export const READ_ONLY_ROLE = 'viewer';

/** The realm role that reads everything, audited, and operates the platform. */
export const SYSTEM_ADMIN = 'system-admin';

/** Why something is not allowed, and which role would be. */
export interface Refusal {
  message: string;
  requiredRole?: string;
  /** FORBIDDEN when absent. */
  code?: 'EDIT_WINDOW_CLOSED' | 'CONFLICT';
}

/** What an account is told that the identity provider lets read and no more. */
export const READ_ONLY: Refusal = { message: 'Your account may read and not write.' };
/** What everybody is told who would change something in an archived workspace. */
export const ARCHIVED: Refusal = {
  message: 'The workspace is archived: it can be read and not changed.',
};

/** Whether the identity provider lets the caller read and no more. */
export function isReadOnly(principal: Principal): boolean {
  return principal.kind === 'user' && principal.roles.includes(READ_ONLY_ROLE);
}

/** Whether a person with the realm role of system administrators calls. */
export function isSystemAdmin(principal: Principal): boolean {
  return principal.kind === 'user' && principal.roles.includes(SYSTEM_ADMIN);
}

/** Whether a role in a workspace, or none, stands for an action. */
export function mayInWorkspace(role: WorkspaceRole | null, action: Action): boolean {
  return role !== null && ACTIONS_OF_ROLE[role].includes(action);
}

/** What is asked of a field: its operation, and the scopes that its `@auth` names. */
export interface FieldRequirement {
  operation: 'query' | 'mutation' | 'subscription';
  /** Empty: what the operation itself asks for. */
  scopes: readonly string[];
}

/** Who asks, as far as fields care. */
export interface FieldCaller {
  roles: readonly string[];
  /** The scopes of the API key; null without one. */
  keyScopes: readonly string[] | null;
}

/** Why a caller may not use a field, whatever the field is about; null when that is for its policy to say. */
export function refuseField(caller: FieldCaller, field: FieldRequirement): string | null {
  if (field.operation === 'mutation' && caller.roles.includes(READ_ONLY_ROLE)) return READ_ONLY.message;
  if (caller.keyScopes === null) return null;
  const needed = scopesOf(field);
  if (needed.includes(ACCOUNT)) return 'This is for a signed-in person, and for no API key.';
  const lacking = needed.filter((scope) => !caller.keyScopes!.includes(scope));
  return lacking.length > 0 ? `The API key lacks the scope ${lacking.join(', ').toUpperCase()}.` : null;
}

/** The scopes that an API key needs for a field. */
export function scopesOf({ operation, scopes }: FieldRequirement): readonly string[] {
  if (scopes.length > 0) return scopes;
  return [operation === 'mutation' ? 'write' : 'read'];
}
