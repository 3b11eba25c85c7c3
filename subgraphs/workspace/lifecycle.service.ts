import { badInput, enforce, notFound } from '../kit/errors';
import { controlTopics, emit } from '../kit/events';
import { inTransaction, queryRows } from '../kit/transaction';
import type { InTransaction } from '../kit/context';
import type { WorkspaceEntity } from './workspace.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { refuse, type WorkspaceAction } from './workspace.policy';
import {
  lockWorkspace,
  placeOf,
  reload,
  requireWorkspaceVersion,
  type LockedWorkspace,
} from './workspace.service';

/** Longer than a request or a step of a run takes that was under way when its workspace was deleted. */
const GRACE_MS = 15_000;

interface Change {
  workspaceId: string;
  expectedVersion?: number | null;
}

/** Makes a workspace one that is read and not written in; archiving it again changes nothing. */
export async function archiveWorkspace(
  ctx: WorkspaceContext,
  input: Change,
): Promise<{ workspace: WorkspaceEntity | null }> {
  await changeAsSystem(ctx, input, 'archive', (tx, { workspace }) => {
    if (workspace.archivedAt !== null) return;
    emit(tx, { ...placeOf(workspace.id), type: 'workspace.archived', payload: {} });
  });
  return { workspace: await reload(ctx, input.workspaceId) };
}

/** Makes an archived workspace one that is written in again; one that is not archived stays as it is. */
export async function unarchiveWorkspace(
  ctx: WorkspaceContext,
  input: Change,
): Promise<{ workspace: WorkspaceEntity | null }> {
  await changeAsSystem(ctx, input, 'archive', (tx, { workspace }) => {
    if (workspace.archivedAt === null) return;
    emit(tx, { ...placeOf(workspace.id), type: 'workspace.unarchived', payload: {} });
  });
  return { workspace: await reload(ctx, input.workspaceId) };
}

/**
 * Deletes a workspace with all that belongs to it: at once nobody sees anything of it, and a moment later its rows and
 * events are erased for good. `confirmSlug` repeats its short name.
 */
export async function deleteWorkspace(
  ctx: WorkspaceContext,
  input: { workspaceId: string; confirmSlug: string },
): Promise<{ deletedId: string }> {
  await changeAsSystem(ctx, input, 'delete', (tx, { workspace }) => {
    if (input.confirmSlug !== workspace.slug) {
      throw badInput(`confirmSlug must be ${workspace.slug}, the workspace's short name`, 'confirmSlug');
    }
    const { topics, ...place } = placeOf(workspace.id);
    const told = [...topics, ...controlTopics(workspace.id)];
    emit(tx, { ...place, type: 'workspace.deleted', topics: told, payload: {} });
  });
  return { deletedId: input.workspaceId };
}

/**
 * Whoever has archived or deleted a workspace can no longer write there, not even the event that says so: the change is
 * made as the system, once it is known that the caller sees the workspace and may do this.
 */
async function changeAsSystem(
  ctx: WorkspaceContext,
  { workspaceId, expectedVersion }: Change,
  action: WorkspaceAction,
  change: (tx: InTransaction<WorkspaceContext>, locked: LockedWorkspace) => void,
): Promise<void> {
  if (!(await ctx.loaders.workspaceById.load(workspaceId))) throw notFound('Workspace', 'workspaceId');
  await inTransaction(
    ctx,
    async (tx) => {
      const locked = await lockWorkspace(tx, workspaceId);
      enforce(refuse(locked.caller, action));
      requireWorkspaceVersion(locked.workspace, expectedVersion);
      change(tx, locked);
    },
    { as: 'system', reason: `${action} a workspace` },
  );
}

interface Deleted {
  workspaceId: string;
  isErased: boolean;
}

/**
 * Brings deleted workspaces to their end. Once nobody can be writing in one any more and nothing is under way about its
 * events, every subgraph is told to remove its rows; once all have, the events go too.
 */
export async function eraseDeletedWorkspaces(ctx: WorkspaceContext): Promise<void> {
  const before = new Date(ctx.now().getTime() - GRACE_MS);
  const deleted = await queryRows<Deleted>(ctx, FIND_DELETED, [before]);
  for (const { workspaceId, isErased } of deleted) {
    const reason = isErased ? 'remove the events of a deleted workspace' : 'erase a deleted workspace';
    const erasing = inTransaction(ctx, (tx) => bringOn(tx, { workspaceId, isErased }), {
      as: 'system',
      reason,
    });
    // It is tried again in the next run; those behind it do not wait for that.
    await erasing.catch((error: unknown) => {
      ctx.log.error({ err: error, workspaceId }, 'a deleted workspace is not erased yet');
    });
  }
}

/** Those about whose events nothing waits to be handed on, done, tried again or replayed. */
const FIND_DELETED = `/* workspace.findDeleted */ SELECT d.aggregate_id AS workspace_id,
    EXISTS (SELECT 1 FROM event.store e WHERE e.aggregate_type = 'workspace' AND e.aggregate_id = d.aggregate_id
              AND e.type = 'workspace.erased') AS is_erased
  FROM event.store d
  WHERE d.type = 'workspace.deleted' AND d.occurred_at <= $1
    AND NOT EXISTS (SELECT 1 FROM event.outbox o JOIN event.store s ON s.id = o.event_id
                    WHERE s.workspace_id = d.aggregate_id)
    AND NOT EXISTS (SELECT 1 FROM event.wake_up w JOIN event.store s USING (aggregate_type, aggregate_id, version)
                    WHERE s.workspace_id = d.aggregate_id)
    AND NOT EXISTS (SELECT 1 FROM event.dead_letter l JOIN event.store s ON s.id = l.event_id
                    WHERE s.workspace_id = d.aggregate_id
                      AND (l.state = 'REPLAYING' OR (l.state = 'WAITING' AND s.type = 'workspace.erased')))
  ORDER BY d.occurred_at LIMIT 10`;

/** What was counted of it. */
const ERASE = [
  '/* workspace.eraseQuotas */ DELETE FROM access.quota WHERE workspace_id = $1',
  '/* workspace.eraseUsage */ DELETE FROM access.quota_usage WHERE workspace_id = $1',
];

async function bringOn(
  tx: InTransaction<WorkspaceContext>,
  { workspaceId, isErased }: Deleted,
): Promise<void> {
  if (!isErased) {
    const { topics: _, ...place } = placeOf(workspaceId);
    emit(tx, { ...place, type: 'workspace.erased', payload: {} });
    return;
  }
  for (const statement of ERASE) await tx.tx.query(statement, [workspaceId]);
  await tx.tx.query('/* workspace.purge */ SELECT event.purge($1)', [workspaceId]);
  await tx.tx.query('/* workspace.purgeAudit */ SELECT access.purge_audit($1)', [workspaceId]);
}
