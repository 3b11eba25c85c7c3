import type DataLoader from 'dataloader';
import type { Context } from '../kit/context';
import { makeLoader } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import type { Connection, PageArgs } from '../kit/pagination';
import { makeEventsCursorLoader } from '../kit/topics';
import { INTEGRATION_COLUMNS, type IntegrationEntity } from './integration.entity';
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
  integrationById: DataLoader<string, IntegrationEntity | null>;
  /** A page of the integrations of the workspace of that id, oldest first. */
  integrationsOfWorkspace: (workspaceId: string, args: PageArgs) => Promise<Connection<IntegrationEntity>>;
}

export type WorkspaceContext = Context<WorkspaceLoaders>;

const integrations: PagedList<IntegrationEntity> = {
  keyset: ['timestamptz', 'uuid'],
  columns: ['i.created_at', 'i.id'],
  keysetOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
  text: (where, orderAndLimit) =>
    `/* workspace.listIntegrations */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${INTEGRATION_COLUMNS} FROM workspace.integration i WHERE i.workspace_id = k.id${where}${orderAndLimit}
     ) x`,
};

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
    integrationById: makeLoader<IntegrationEntity>(
      ctx,
      `/* workspace.integrationsById */ SELECT ${INTEGRATION_COLUMNS} FROM workspace.integration i WHERE i.id = ANY ($1::uuid[])`,
      (integration) => integration.id,
    ),
    integrationsOfWorkspace: makePagedLoader(ctx, integrations),
  };
}
