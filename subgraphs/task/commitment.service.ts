import type { Context, InTransaction } from '../kit/context';
import { conflict, notFound } from '../kit/errors';
import type { BoardEntity } from './board.entity';
import { refuseSecondCommitment } from './board.policy';
import type { Settings } from './board-settings.service';

type Tx = InTransaction<Context>;

/** Tries again what another transaction has forestalled: this time the refusal names what it did. */
export async function onceMore<R>(constraint: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== constraint) throw error;
    return work();
  }
}

/** Refuses settings by which a workspace would have two commitment points for one integration, or for none. */
export async function requireSoleCommitment(
  ctx: Tx,
  board: BoardEntity,
  settings: Settings,
  field: 'columnId' | 'integrationId',
): Promise<void> {
  if (settings.commitmentColumnId === null) return;
  const [other] = await ctx.tx.query<{ name: string; boardName: string }>(
    `/* task.findCommitment */ SELECT k.name, b.name AS board_name FROM task.board_column k
     JOIN task.board b ON b.id = k.board_id
     WHERE k.workspace_id = $1 AND k.is_commitment_point AND k.integration_id IS NOT DISTINCT FROM $2::uuid
       AND k.board_id <> $3`,
    [board.workspaceId, settings.integrationId, board.id],
  );
  if (other) throw conflict(refuseSecondCommitment(other), { path: [field] });
}

/** Refuses an integration that is not one of the board's workspace. */
export async function requireIntegration(
  ctx: Tx,
  { workspaceId, integrationId }: { workspaceId: string; integrationId: string | null },
): Promise<void> {
  if (integrationId === null) return;
  const rows = await ctx.tx.query(
    `/* task.findIntegration */ SELECT 1 FROM event.store s
     WHERE s.aggregate_type = 'workspace' AND s.aggregate_id = $1 AND s.type = 'workspace.integration.created'
       AND s.payload ->> 'integrationId' = $2`,
    [workspaceId, integrationId],
  );
  if (rows.length === 0) throw notFound('Integration', 'integrationId');
}
