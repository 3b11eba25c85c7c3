import type { Projections, Send } from '../kit/context';

/** How workspaces, their settings and their scopes follow from their events. */
export const workspaceProjections = {
  'workspace.created': (send, { aggregateId, payload, occurredAt }) => {
    // The scope comes first: policies on the workspace and on its first member look it up.
    send(
      `/* workspace.projectScope */ INSERT INTO access.scope (scope_id, kind, workspace_id, visibility, creator_id)
       VALUES ($1, 'workspace', $1, 'PRIVATE', $2)`,
      [aggregateId, payload.creatorId],
    );
    send(
      `/* workspace.projectCreated */ INSERT INTO workspace.workspace
         (id, workspace_id, scope_id, creator_id, name, slug, version, created_at)
       VALUES ($1, $1, $1, $2, $3, $4, 1, $5)`,
      [aggregateId, payload.creatorId, payload.name, payload.slug, occurredAt],
    );
  },
  'workspace.renamed': (send, { aggregateId, payload }) =>
    send(
      `/* workspace.projectRenamed */ UPDATE workspace.workspace SET name = $2, slug = $3, version = version + 1
       WHERE id = $1`,
      [aggregateId, payload.name, payload.slug],
    ),
  'workspace.settings.changed': (send, { aggregateId, payload }) =>
    send(
      `/* workspace.projectSettings */ UPDATE workspace.workspace SET logo_url = $2, primary_color = $3, accent_color = $4,
         theme = $5, locale = $6, message_days = $7, version = version + 1 WHERE id = $1`,
      [
        aggregateId,
        payload.logoUrl,
        payload.primaryColor,
        payload.accentColor,
        payload.theme,
        payload.locale,
        payload.messageDays,
      ],
    ),
  'workspace.archived': (send, { aggregateId, occurredAt }) => projectArchived(send, aggregateId, occurredAt),
  'workspace.unarchived': (send, { aggregateId }) => projectArchived(send, aggregateId, null),
  // Without its scopes, those of its chats among them, nothing of it is to be seen by anybody.
  'workspace.deleted': (send, { aggregateId }) => {
    send('/* workspace.projectMembersGone */ DELETE FROM access.membership WHERE workspace_id = $1', [
      aggregateId,
    ]);
    send('/* workspace.projectScopesGone */ DELETE FROM access.scope WHERE workspace_id = $1', [aggregateId]);
    send('/* workspace.projectInvitesGone */ DELETE FROM workspace.invite WHERE workspace_id = $1', [
      aggregateId,
    ]);
    send(
      '/* workspace.projectIntegrationsGone */ DELETE FROM workspace.integration WHERE workspace_id = $1',
      [aggregateId],
    );
    send('/* workspace.projectDeleted */ DELETE FROM workspace.workspace WHERE id = $1', [aggregateId]);
  },
} satisfies Projections;

function projectArchived(send: Send, workspaceId: string, archivedAt: Date | null): void {
  send('/* workspace.projectScopeArchived */ UPDATE access.scope SET archived = $2 WHERE scope_id = $1', [
    workspaceId,
    archivedAt !== null,
  ]);
  send(
    '/* workspace.projectArchived */ UPDATE workspace.workspace SET archived_at = $2, version = version + 1 WHERE id = $1',
    [workspaceId, archivedAt],
  );
}
