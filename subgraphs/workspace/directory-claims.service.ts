import type { Context, InTransaction } from '../kit/context';
import { emit } from '../kit/events';
import { inTransaction, queryRows } from '../kit/transaction';
import { lockSide, noteAgreement } from './directory.service';
import { isAddedByClaim, readClaims, type ClaimedMembership } from './directory.logic';
import type { WorkspaceRole } from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';

interface Claim {
  workspaceId: string;
  role: WorkspaceRole;
}

/**
 * Makes the caller a member of the workspaces that the token's groups name, as far as claims may add. Called at the
 * first sight of a token; costs one read when there is nothing to add.
 */
export async function admitClaims(ctx: WorkspaceContext): Promise<{ added: number }> {
  const { principal } = ctx;
  if (principal.kind !== 'user') return { added: 0 };
  const claims = readClaims(principal.groups);
  if (claims.size === 0) return { added: 0 };
  const known = await queryRows<ClaimedMembership & { workspaceId: string }>(
    ctx,
    `/* workspace.readClaimed */ SELECT m.workspace_id, m.active AS is_active, m.state = 'SUSPENDED' AS is_suspended,
       m.changed_at
     FROM access.membership m WHERE m.user_id = $1 AND m.scope_id = ANY ($2::uuid[])`,
    [principal.userId, [...claims.keys()]],
  );
  const settled = new Set(
    known.filter((row) => row.isActive || row.isSuspended).map((row) => row.workspaceId),
  );
  let added = 0;
  for (const [workspaceId, role] of claims) {
    if (settled.has(workspaceId)) continue;
    if (await admit(ctx, { workspaceId, role }, principal)) added++;
  }
  return { added };
}

function admit(
  ctx: Context,
  { workspaceId, role }: Claim,
  { userId, issuedAt }: { userId: string; issuedAt: number },
): Promise<boolean> {
  const place = { workspaceId, userId };
  return inTransaction(
    ctx,
    async (tx) => {
      const side = await lockSide(tx, place);
      if (side.name === null || !side.isKnownPerson) return false;
      const membership = await lockMembership(tx, place);
      if (!isAddedByClaim(membership, { issuedAt, known: side.known })) return false;
      emit(tx, {
        ...{
          aggregateId: workspaceId,
          workspaceId,
          scopeId: workspaceId,
          topics: [`workspace:${workspaceId}`],
        },
        type: 'workspace.member.added',
        payload: { userId, role },
      });
      // The token says what the directory said: who was removed there since is removed here by the sync.
      noteAgreement(tx, place, role);
      return true;
    },
    { as: 'system', reason: 'add a member by the claims of a token' },
  );
}

/** Locks the workspace as every change of members does, then reads the membership. */
async function lockMembership(
  { tx }: InTransaction<Context>,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<ClaimedMembership | null> {
  const [, [membership]] = await Promise.all([
    tx.query(
      '/* workspace.lock */ SELECT w.id FROM workspace.workspace w WHERE w.id = $1 FOR NO KEY UPDATE',
      [workspaceId],
    ),
    tx.query<ClaimedMembership>(
      `/* workspace.readClaimedLocked */ SELECT m.active AS is_active, m.state = 'SUSPENDED' AS is_suspended, m.changed_at
       FROM access.membership m WHERE m.scope_id = $1 AND m.user_id = $2`,
      [workspaceId, userId],
    ),
  ]);
  return membership ?? null;
}
