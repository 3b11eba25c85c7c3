import type DataLoader from 'dataloader';
import type { Context } from '../kit/context';
import { makeLoader } from '../kit/loader';
import { makeEventsCursorLoader } from '../kit/topics';
import { INVITE_COLUMNS, type InviteEntity } from './invite.entity';
import type { WorkspaceRole } from './membership.entity';
import { WORKSPACE_COLUMNS, type WorkspaceEntity } from './workspace.entity';

export interface WorkspaceLoaders {
  workspaceById: DataLoader<string, WorkspaceEntity | null>;
  /** By the short name in lower case. */
  workspaceBySlug: DataLoader<string, WorkspaceEntity | null>;
  /** The caller's own role, by the workspace's id; null where the caller is no member. */
  ownRoleByWorkspace: DataLoader<string, { scopeId: string; role: WorkspaceRole } | null>;
  /** By topic. */
  eventsCursor: DataLoader<string, string>;
  /** For the managers of its workspace, and for the person whom it is for. */
  inviteById: DataLoader<string, InviteEntity | null>;
}

export type WorkspaceContext = Context<WorkspaceLoaders>;

/** The loaders of a request; they find what the caller may see. */
export function makeWorkspaceLoaders(ctx: Context): WorkspaceLoaders {
  return {
    workspaceById: makeLoader<WorkspaceEntity>(
      ctx,
      `/* workspace.workspacesById */ SELECT ${WORKSPACE_COLUMNS} FROM workspace.workspace w WHERE w.id = ANY ($1::uuid[])`,
      (workspace) => workspace.id,
    ),
    workspaceBySlug: makeLoader<WorkspaceEntity>(
      ctx,
      `/* workspace.workspacesBySlug */ SELECT ${WORKSPACE_COLUMNS} FROM workspace.workspace w WHERE w.slug = ANY ($1::text[])`,
      (workspace) => workspace.slug,
    ),
    eventsCursor: makeEventsCursorLoader(ctx),
    ownRoleByWorkspace: makeLoader(
      ctx,
      `/* workspace.ownRoles */ SELECT m.scope_id, m.role FROM access.mine m
       WHERE m.kind = 'workspace' AND m.scope_id = ANY ($1::uuid[])`,
      (own: { scopeId: string; role: WorkspaceRole }) => own.scopeId,
    ),
    inviteById: makeLoader<InviteEntity>(
      ctx,
      `/* workspace.invitesById */ SELECT ${INVITE_COLUMNS} FROM workspace.invite i WHERE i.id = ANY ($1::uuid[])`,
      (invite) => invite.id,
    ),
  };
}
